// Shows what to know before you meet somebody: the most useful first, a few of each.
#include "cli/render/prepared.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/text.hpp"
#include "exchange/records.hpp"
#include "network/reasons.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kFew = 3;  // of each kind: all of it together is one screen
constexpr std::size_t kLabel = 15;

ordered_json to_json(const Prep& prep) {
  ordered_json there = ordered_json::array();
  for (const KnownThere& one : prep.known_there) {
    there.push_back({{"where", one.is_org ? "org" : "city"},
                     {"name", one.place},
                     {"people", exchange::array_of(one.people)},
                     {"more", one.more}});
  }
  return {{"person", exchange::to_json(prep.person, prep.last_seen)},
          {"promised", exchange::array_of(prep.promised)},
          {"owed", exchange::array_of(prep.owed)},
          {"successes", exchange::array_of(prep.successes)},
          {"ask", exchange::array_of(prep.ask)},
          {"hopes", exchange::array_of(prep.hopes)},
          {"family", exchange::array_of(prep.family)},
          {"facts", exchange::array_of(prep.other_facts)},
          {"interactions", exchange::array_of(prep.lately)},
          {"links", exchange::array_of(prep.links)},
          {"known_there", there}};
}

/// The name somebody is called by in a sentence; the whole one where its first word may be a title.
std::string called(const Person& person) {
  if (!person.nicknames.empty()) {
    return person.nicknames.front();
  }
  const auto blank = person.name.find(' ');
  return blank == std::string::npos || person.name[blank - 1] == '.' ? person.name
                                                                     : person.name.substr(0, blank);
}

class Sheet {
 public:
  Sheet(std::ostream& out, const TextForm& form, const Clock& clock, const Prep& prep)
      : out_(out), form_(form), clock_(clock), prep_(prep), name_(called(prep.person)) {}

  void write() {
    const Person& person = prep_.person;
    out_ << form_.style.bold(text::printable(person.name));
    for (const std::string& part :
         {works(person, " at "),
          person.city,
          person.standing == Standing::active ? "" : std::string{to_string(person.standing)}}) {
      out_ << (part.empty() ? "" : " · " + text::printable(part));
    }
    out_ << '\n';
    follow_ups("you promised", prep_.promised);
    const std::string they = name_ + " promised";
    follow_ups(text::display_width(they) < kLabel ? they : "they promised", prep_.owed);
    facts("congratulate", prep_.successes, [&](const Fact& fact) { return dated(fact); });
    facts("ask", prep_.ask, [&](const Fact& fact) { return asked(fact); });
    birthday();
    facts("hopes", prep_.hopes, [&](const Fact& fact) {
      return text::printable(fact.text) + ", noted " +
             network::ago(day_of(fact, clock_), form_.today);
    });
    lately();
    met();
    family();
    facts("remember", prep_.other_facts, [&](const Fact& fact) { return dated(fact); });
    ties();
    for (const KnownThere& one : prep_.known_there) {
      row("you also know",
          listed(one.people) +
              (one.more > 0 ? fmt::format(" and {} more", one.more) : std::string{}) +
              (one.is_org ? " at " : " in ") + text::printable(one.place));
    }
    if (is_bare()) {
      out_
          << "  "
          << text::printable(fmt::format(
                 "You have noted little about {} yet. After you met: kith log \"coffee with {}, …\"",
                 name_,
                 name_))
          << '\n';
    }
  }

 private:
  /// True if there is next to nothing that would help.
  bool is_bare() const {
    return prep_.promised.empty() && prep_.owed.empty() && prep_.successes.empty() &&
           prep_.ask.empty() && prep_.hopes.empty() && prep_.family.empty() &&
           prep_.other_facts.empty() && prep_.lately.empty();
  }

  /// "  you promised  the book"; the label once, above its lines.
  void row(std::string_view label, std::string_view words) {
    const bool again = label == last_label_;
    last_label_ = label;
    out_ << "  "
         << form_.style.dim(text::pad(text::printable(again ? std::string_view{} : label), kLabel))
         << words << '\n';
  }
  std::string number(std::int64_t id) const {
    return form_.style.dim(" (" + std::to_string(id) + ")");
  }
  void rest(std::string_view label, std::size_t all) {
    if (all > kFew) {
      row(label, form_.style.dim(fmt::format("and {} more", all - kFew)));
    }
  }

  void follow_ups(const std::string& label, const std::vector<FollowUp>& all) {
    for (std::size_t i = 0; i < std::min(all.size(), kFew); ++i) {
      row(label,
          fmt::format("{}, due {}{}",
                      text::printable(all[i].text),
                      friendly(all[i].due, form_.today),
                      number(raw(all[i].id))));
    }
    rest(label, all.size());
  }

  template <class Words>
  void facts(std::string_view label, const std::vector<Fact>& all, Words words) {
    for (std::size_t i = 0; i < std::min(all.size(), kFew); ++i) {
      row(label, words(all[i]) + number(raw(all[i].id)));
    }
    rest(label, all.size());
  }

  std::string dated(const Fact& fact) const {
    return text::printable(fact.text) +
           (fact.date ? ", " + friendly(*fact.date, form_.today) : std::string{});
  }
  /// "how it went: the exam, 17 Mar"; "the wedding, tomorrow".
  std::string asked(const Fact& fact) const {
    const int ahead = days_between(form_.today, *fact.date);
    const std::string words = text::printable(fact.text);
    return ahead < 0 ? "how it went: " + words + ", " + friendly(*fact.date, form_.today)
                     : words + ", " + to_come(ahead, *fact.date);
  }
  /// "today", "tomorrow", "in 16 days, on 5 Apr".
  std::string to_come(int ahead, Date date) const {
    if (ahead <= 1) {
      return ahead == 0 ? "today" : "tomorrow";
    }
    return fmt::format("in {} days, on {}", ahead, friendly(date, form_.today));
  }

  void birthday() {
    if (!prep_.birthday) {
      return;
    }
    const int ahead = days_between(form_.today, *prep_.birthday);
    std::string words = to_come(ahead, *prep_.birthday);
    if (const auto year = prep_.person.birthday.year) {
      words += fmt::format("; turns {}", static_cast<int>(prep_.birthday->year()) - *year);
    }
    row("birthday", words);
  }

  std::string told(const Interaction& one) const {
    const std::string words =
        one.text.empty() ? one.kind + (one.place.empty() ? "" : " at " + one.place) : one.text;
    return fmt::format("{}{}: {}",
                       network::ago(one.date, form_.today),
                       days_between(one.date, form_.today) <= 1
                           ? std::string{}
                           : ", on " + friendly(one.date, form_.today),
                       text::printable(text::clean_line(words)));
  }
  void lately() {
    for (std::size_t i = 0; i < prep_.lately.size(); ++i) {
      row(i == 0 ? "last time" : "before", told(prep_.lately[i]));
    }
  }

  void met() {
    const Person& person = prep_.person;
    std::string words = person.met;
    if (!person.met_on.empty()) {
      words += (words.empty() ? "" : ", ") + friendly(person.met_on);
    }
    if (person.introduced_by) {
      words += (words.empty() ? "through " : ", through ") + person.introduced_by->name;
    }
    if (!words.empty()) {
      row("how you met", text::printable(words));
    }
  }

  const PersonRef& other(const Link& link) const {
    return link.a.id == prep_.person.id ? link.b : link.a;
  }
  static bool is_family(const Link& link) {
    return link.kind == "family" || link.kind == "partner";
  }

  void family() {
    for (const Link& link : prep_.links) {
      if (is_family(link)) {
        row("family",
            text::printable(other(link).name) + (link.kind == "partner" ? ", partner" : ""));
      }
    }
    facts("family", prep_.family, [&](const Fact& fact) { return text::printable(fact.text); });
  }

  std::string listed(const std::vector<PersonRef>& people) const {
    std::string all;
    for (const PersonRef& person : people) {
      all += (all.empty() ? "" : ", ") + text::printable(person.name);
    }
    return all;
  }

  void ties() {
    std::vector<PersonRef> tied;
    std::size_t more = 0;
    for (const Link& link : prep_.links) {
      const bool brought = link.kind == "introduced" && link.b.id == prep_.person.id;
      if (is_family(link) || brought) {
        continue;  // told already
      }
      const PersonRef& one = other(link);
      if (std::ranges::any_of(tied, [&](const PersonRef& known) { return known.id == one.id; })) {
        continue;
      }
      if (tied.size() < 2 * kFew) {
        tied.push_back(one);
      } else {
        ++more;
      }
    }
    if (!tied.empty()) {
      row("knows", listed(tied) + (more > 0 ? fmt::format(" and {} more", more) : ""));
    }
  }

  std::ostream& out_;
  const TextForm& form_;
  const Clock& clock_;
  const Prep& prep_;
  std::string name_;
  std::string last_label_{};
};

}  // namespace

void show(Context& ctx, const PrepView& view) {
  if (ctx.settings.json) {
    write_array(ctx.out, view.people, [](const Prep& prep) { return to_json(prep); });
    return;
  }
  const TextForm form = text_form(ctx);
  for (const Prep& prep : view.people) {
    ctx.out << (&prep == &view.people.front() ? "" : "\n");
    Sheet{ctx.out, form, ctx.clock, prep}.write();
  }
}

}  // namespace kith::cli
