// The rule of three-way updates, once for single values and once for lists.
#include "exchange/three_way.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <sstream>

#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    lines.push_back(line);
  }
  return lines;
}

/// What a single value becomes.
class Scalars {
 public:
  Scalars(UpdateMode mode, const ContactDocument& document, Said& said)
      : mode_(mode), document_(document), said_(said) {}

  /// Decides one field: `current` is in the store, `now` in the document, both in the form in which
  /// `said` keeps them; `set` stores a new value.
  void decide(const std::string& field,
              const std::string& current,
              const std::string& now,
              const std::function<void()>& set,
              std::optional<Field> last_word = {}) {
    decide(field, current, now, set, current.empty(), last_word);
  }

  /// The same where a gap is not an empty value: everybody has a standing.
  void decide(const std::string& field,
              const std::string& current,
              const std::string& now,
              const std::function<void()>& set,
              bool is_gap,
              std::optional<Field> last_word) {
    const auto before = said_.find(field);
    const bool is_final = last_word && document_.final_on.contains(*last_word);
    if (now.empty() && !(is_final && before != said_.end() && !before->second.empty())) {
      return;
    }
    if (before == said_.end()) {
      said_[field] = now;
      if (is_gap) {
        set();
      }
      return;
    }
    if (mode_ == UpdateMode::fill || now == before->second) {
      return;
    }
    const bool untouched = current == before->second;
    before->second = now;
    if (untouched) {
      set();
    }
  }

 private:
  UpdateMode mode_;
  const ContactDocument& document_;
  Said& said_;
};

void apply_employment(const ContactDocument& document, Scalars& scalars, Person& person) {
  // Organisation and title are one field: a new title of theirs must not land on an organisation
  // that the user wrote.
  constexpr char kPart = '\n';
  const auto current = std::find_if(document.memberships.begin(),
                                    document.memberships.end(),
                                    [](const Membership& m) { return m.to.empty(); });
  const Membership now = current == document.memberships.end() ? Membership{} : *current;
  const auto joined = [](const std::string& org, const std::string& title) {
    return org.empty() && title.empty() ? std::string() : org + kPart + title;
  };
  scalars.decide(
      "employment",
      joined(person.org(), person.title()),
      joined(text::clean_line(now.org), text::clean_line(now.title)),
      [&] {
        person.set_org(now.org);
        person.set_title(now.title);
        const auto place = std::find_if(person.memberships.begin(),
                                        person.memberships.end(),
                                        [](const Membership& m) { return m.to.empty(); });
        if (place != person.memberships.end() && place->from.empty()) {
          place->from = now.from;
        }
      },
      Field::employment);
}

void apply_other_memberships(const ContactDocument& document, Person& person, Said& said) {
  bool first_current = true;
  for (const Membership& membership : document.memberships) {
    if (membership.to.empty() && first_current) {
      first_current = false;  // apply_employment() saw to it
      continue;
    }
    const std::string id =
        text::clean_line(membership.org + " | " + membership.title + " | " +
                         to_string(membership.from) + "/" + to_string(membership.to));
    if (newly_said(said, "memberships", {id}).empty()) {
      continue;
    }
    const bool there = std::any_of(
        person.memberships.begin(), person.memberships.end(), [&](const Membership& other) {
          return text::fold(other.org) == text::fold(membership.org) &&
                 text::fold(other.title) == text::fold(membership.title);
        });
    if (!there) {
      person.memberships.push_back(membership);
    }
  }
}

void apply_points(const ContactDocument& document, Person& person, Said& said) {
  for (const ContactPoint& point : document.contact_points) {
    const std::string value = text::clean_line(point.value);
    if (value.empty() ||
        newly_said(said, std::string(to_string(point.kind)), {comparable(point.kind, value)})
            .empty()) {
      continue;
    }
    person.add_point({point.kind, value, text::clean_line(point.label)});
  }
}

}  // namespace

std::vector<std::string> newly_said(Said& said,
                                    const std::string& field,
                                    const std::vector<std::string>& values) {
  const auto it = said.find(field);
  const std::vector<std::string> before =
      it == said.end() ? std::vector<std::string>{} : lines_of(it->second);
  std::set<std::string> known(before.begin(), before.end());
  std::vector<std::string> fresh;
  for (const std::string& value : values) {
    // One a line, so a value of several lines is remembered as one.
    if (const std::string line = text::clean_line(value); known.insert(line).second) {
      std::string& list = said[field];
      list += (list.empty() ? "" : "\n") + line;
      fresh.push_back(value);
    }
  }
  return fresh;
}

void apply(const ContactDocument& document, UpdateMode mode, Person& person, Said& said) {
  Scalars scalars(mode, document, said);
  const std::string name = text::clean_line(document.name);
  scalars.decide("name", person.name, name, [&] { person.name = name; });
  apply_employment(document, scalars, person);
  apply_other_memberships(document, person, said);
  apply_points(document, person, said);
  for (const std::string& nickname : newly_said(said, "nicknames", document.nicknames)) {
    person.add_nickname(nickname);
  }
  for (const std::string& tag : newly_said(said, "tags", document.tags)) {
    person.add_tag(tag);
  }

  const auto line =
      [&](const std::string& field, std::string& current, const std::string& now, Field last_word) {
        const std::string clean = text::clean_line(now);
        scalars.decide(
            field, current, clean, [&] { current = clean; }, last_word);
      };
  line("city", person.city, document.city, Field::city);
  line("timezone", person.timezone, document.timezone, Field::timezone);
  const std::string met = text::clean_text(document.met);
  scalars.decide(
      "met", person.met, met, [&] { person.met = met; }, Field::met);
  scalars.decide(
      "birthday",
      to_string(person.birthday),
      to_string(document.birthday),
      [&] { person.birthday = document.birthday; },
      Field::birthday);
  scalars.decide(
      "met_on",
      to_string(person.met_on),
      to_string(document.met_on),
      [&] { person.met_on = document.met_on; },
      Field::met_on);
  scalars.decide("circle",
                 person.circle ? std::string(to_string(*person.circle)) : "",
                 document.circle ? std::string(to_string(*document.circle)) : "",
                 [&] { person.circle = document.circle; });
  scalars.decide("cadence",
                 person.own_cadence ? std::to_string(person.own_cadence->days()) : "",
                 document.cadence ? std::to_string(document.cadence->days()) : "",
                 [&] { person.own_cadence = document.cadence; });
  scalars.decide("standing",
                 std::string(to_string(person.standing)),
                 document.standing ? std::string(to_string(*document.standing)) : "",
                 [&] { person.standing = *document.standing; },
                 person.standing == Standing::active,
                 {});
  const auto yes_or_no = [](bool yes) { return std::string(yes ? "yes" : "no"); };
  scalars.decide("archived",
                 yes_or_no(person.archived),
                 document.archived ? yes_or_no(*document.archived) : "",
                 [&] { person.archived = *document.archived; },
                 !person.archived,
                 {});
}

}  // namespace kith::exchange
