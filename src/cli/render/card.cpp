// A person's card: what there is to know, the most useful first.
#include <utility>

#include "cli/render/text.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

class CardWriter {
 public:
  CardWriter(std::ostream& out, const TextForm& form, const CardView& view)
      : out_(out), form_(form), view_(view) {}

  /// "  city        Lisbon"; nothing where there is no value.
  void row(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      out_ << "  " << form_.style.dim(text::pad(name, 13)) << text::printable(value) << '\n';
    }
  }

  template <class Record>
  void section(std::string_view title, const std::vector<Record>& records) {
    if (records.empty()) {
      return;
    }
    out_ << '\n' << form_.style.dim(title) << '\n';
    for (const Record& record : records) {
      out_ << "  " << words(record) << '\n';
    }
  }

 private:
  std::string number(std::int64_t id) const {
    return form_.style.dim("  (" + std::to_string(id) + ")");
  }
  // The card is the person's own: their name need not be on each line.
  std::string words(const Fact& fact) const {
    return text::printable(fact.kind) + "  " + text::printable(fact.text) +
           (fact.date ? form_.style.dim("  " + friendly(*fact.date, form_.today)) : "") +
           became(fact) + celebrated(fact) + number(raw(fact.id));
  }
  std::string words(const FollowUp& follow_up) const {
    return to_string(follow_up.due) + "  " + text::printable(follow_up.text) +
           (follow_up.owed_by == Owner::them ? " · they owe you" : "") +
           (follow_up.every ? " · every " + in_words(*follow_up.every) : "") +
           number(raw(follow_up.id));
  }
  std::string words(const Interaction& interaction) const {
    return line_on_card(form_, interaction, view_.person.id);
  }
  std::string words(const Link& link) const { return line(form_, link); }

  std::string became(const Fact& fact) const {
    const std::string words = what_became(fact, form_.today);
    return words.empty() ? "" : " · " + words;
  }
  std::string celebrated(const Fact& fact) const {
    const auto on = view_.celebrated.find(fact.id);
    return on == view_.celebrated.end() ? "" : " · celebrated " + friendly(on->second, form_.today);
  }

  std::ostream& out_;
  const TextForm& form_;
  const CardView& view_;
};

std::string rhythm(const Person& person) {
  std::string words = person.circle ? std::string{to_string(*person.circle)} : "";
  if (const auto cadence = person.cadence()) {
    words += (words.empty() ? "" : ", ") + every(*cadence);
  }
  return words;
}

std::string last_seen(const CardView& card, Date today) {
  if (!card.last_seen) {
    return "";
  }
  const int days = days_between(*card.last_seen, today);
  const std::string ago = days == 0   ? "today"
                          : days == 1 ? "yesterday"
                                      : std::to_string(days) + " days ago";
  return to_string(*card.last_seen) + ", " + ago;
}

std::string standing(const Person& person) {
  std::string words =
      person.standing == Standing::active ? "" : std::string{to_string(person.standing)};
  if (person.archived) {
    words += (words.empty() ? "" : ", ") + std::string{"archived"};
  }
  if (person.snoozed_until) {
    words += (words.empty() ? "" : ", ") + std::string{"snoozed until "} +
             to_string(*person.snoozed_until);
  }
  return words;
}

template <class Words>
std::string comma_list(const Words& words, std::string_view prefix = {}) {
  std::string all;
  for (const auto& word : words) {
    all += (all.empty() ? "" : ", ") + std::string{prefix} + word;
  }
  return all;
}

void write_points(CardWriter& card, const Person& person) {
  for (const ContactKind kind : kContactKinds) {
    for (const ContactPoint& point : person.points(kind)) {
      card.row(to_string(kind),
               point.value + (point.label.empty() ? "" : "  (" + point.label + ")"));
    }
  }
}

void write_memberships(CardWriter& card, const Person& person) {
  for (const Membership& one : person.memberships) {
    std::string words =
        one.title.empty() || one.org.empty() ? one.title + one.org : one.title + " at " + one.org;
    if (!one.from.empty()) {
      words += ", since " + friendly(one.from);
    }
    if (!one.to.empty()) {
      words += ", until " + friendly(one.to);
    }
    card.row(one.to.empty() ? "works" : "worked", words);
  }
}

}  // namespace

void write_card(std::ostream& out, const TextForm& form, const CardView& view) {
  const Person& person = view.person;
  out << form.style.bold(text::printable(person.name));
  if (!person.nicknames.empty()) {
    out << "  " << text::printable("“" + comma_list(person.nicknames) + "”");
  }
  out << '\n';
  CardWriter card{out, form, view};
  card.row("standing", standing(person));
  write_memberships(card, person);
  card.row("city", person.city);
  card.row("timezone", person.timezone);
  const std::string met_on = person.met_on.empty() ? "" : friendly(person.met_on);
  card.row("met", person.met + (person.met.empty() || met_on.empty() ? "" : ", ") + met_on);
  card.row("through", person.introduced_by ? person.introduced_by->name : "");
  write_points(card, person);
  card.row("birthday", person.birthday.empty() ? "" : friendly(person.birthday));
  card.row("rhythm", rhythm(person));
  card.row("last seen", last_seen(view, form.today));
  card.row("tags", comma_list(person.tags, "#"));
  card.section("Facts", view.facts);
  card.section("Open", view.follow_ups);
  card.section("Lately", view.interactions);
  card.section("Ties", view.links);
}

}  // namespace kith::cli
