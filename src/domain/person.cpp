// A person: what they are made of, and what may be stored.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "domain/checks.hpp"
#include <kith/domain/person.hpp>
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

auto first_current(auto& memberships) {
  return std::ranges::find_if(memberships, [](const Membership& m) { return m.to.empty(); });
}

void drop_empty(std::vector<Membership>& memberships) {
  std::erase_if(memberships, [](const Membership& m) { return m.org.empty() && m.title.empty(); });
}

void require_date(std::string_view what, const PartialDate& date) {
  if (!date.is_valid()) {
    throw DataError(fmt::format("{}: not a day of the calendar", what));
  }
}

bool contains_folded(const std::vector<std::string>& words, std::string_view word) {
  const std::string folded = text::fold(word);
  return std::ranges::any_of(words, [&](const std::string& w) { return text::fold(w) == folded; });
}

/// What parse_contact_point() reads as a label: a label with brackets or a '=' would be read back
/// as a part of the value.
std::string plain_label(std::string label) {
  std::ranges::replace_if(
      label, [](char c) { return !is_label_character(c); }, ' ');
  const auto is_second_blank = [](char x, char y) { return x == ' ' && y == x; };
  label.erase(std::unique(label.begin(), label.end(), is_second_blank), label.end());
  return text::clean_line(label);
}

/// Drops what is equal to something earlier.
template <class Value, class Key>
void keep_first(std::vector<Value>& values, Key key) {
  std::vector<Value> kept;
  for (Value& value : values) {
    if (std::ranges::find(kept, key(value), key) == kept.end()) {
      kept.push_back(std::move(value));
    }
  }
  values = std::move(kept);
}

}  // namespace

ContactPoint checked(ContactPoint point) {
  const std::string_view kind = to_string(point.kind);
  point.value = checked_line(kind, point.value);
  point.label = plain_label(checked_line("label", point.label));
  if (point.value.empty()) {
    throw DataError(fmt::format("{}: there is nothing in it", kind));
  }
  const std::string shown = text::printable(point.value);
  if (point.kind == ContactKind::email) {
    const auto at = point.value.rfind('@');
    if (at == std::string::npos || at == 0 || at + 1 == point.value.size() ||
        point.value.find(' ') != std::string::npos) {
      throw DataError(fmt::format("{}: not an e-mail address", shown),
                      "write it like ana@example.org or work=ana@example.org");
    }
  }
  if (point.kind == ContactKind::handle && comparable(point.kind, point.value).empty()) {
    throw DataError(fmt::format("{}: not a handle", shown),
                    "write it like @ana or mastodon=@ana@example.org");
  }
  if (point.kind == ContactKind::phone && comparable(point.kind, point.value).empty()) {
    throw DataError(fmt::format("{}: not a phone number", shown),
                    "write it like '+1 555 0100' or home='+1 555 0100'");
  }
  return point;
}

std::string_view to_string(Standing standing) {
  switch (standing) {
    case Standing::active:
      return "active";
    case Standing::paused:
      return "paused";
    case Standing::former:
      return "former";
    case Standing::dead:
      return "dead";
  }
  return "active";
}

bool is_gone(Standing standing) {
  return standing == Standing::former || standing == Standing::dead;
}

std::optional<Standing> parse_standing(std::string_view word) {
  for (const Standing standing :
       {Standing::active, Standing::paused, Standing::former, Standing::dead}) {
    if (text::fold(word) == to_string(standing)) {
      return standing;
    }
  }
  return std::nullopt;
}

const Membership* Person::current_membership() const {
  const auto found = first_current(memberships);
  return found == memberships.end() ? nullptr : &*found;
}

std::string Person::org() const {
  const Membership* current = current_membership();
  return current == nullptr ? std::string{} : current->org;
}

std::string Person::title() const {
  const Membership* current = current_membership();
  return current == nullptr ? std::string{} : current->title;
}

void Person::set_org(std::string_view org) {
  auto current = first_current(memberships);
  if (current == memberships.end()) {
    current = memberships.insert(memberships.begin(), Membership{});
  }
  current->org = org;
  drop_empty(memberships);
}

void Person::set_title(std::string_view title) {
  auto current = first_current(memberships);
  if (current == memberships.end()) {
    current = memberships.insert(memberships.begin(), Membership{});
  }
  current->title = title;
  drop_empty(memberships);
}

std::vector<ContactPoint> Person::points(ContactKind kind) const {
  std::vector<ContactPoint> found;
  std::ranges::copy_if(contact_points, std::back_inserter(found), [&](const ContactPoint& point) {
    return point.kind == kind;
  });
  return found;
}

bool Person::add_point(ContactPoint point) {
  const auto same = std::ranges::find_if(contact_points, [&](const ContactPoint& known) {
    return known.kind == point.kind && same_value(point.kind, known.value, point.value);
  });
  if (same == contact_points.end()) {
    contact_points.push_back(std::move(point));
    return true;
  }
  if (same->label.empty() && !point.label.empty()) {
    same->label = std::move(point.label);
    return true;
  }
  return false;
}

bool Person::add_nickname(std::string_view nickname) {
  if (contains_folded(nicknames, nickname)) {
    return false;
  }
  nicknames.emplace_back(nickname);
  return true;
}

bool Person::add_tag(std::string_view tag) {
  if (tag.starts_with('#')) {
    tag.remove_prefix(1);
  }
  if (contains_folded(tags, tag)) {
    return false;
  }
  tags.emplace_back(tag);
  return true;
}

std::optional<Cadence> Person::cadence() const {
  if (own_cadence) {
    return own_cadence;
  }
  if (circle) {
    return default_cadence(*circle);
  }
  return std::nullopt;
}

Person checked(Person person) {
  person.name = checked_line("name", person.name);
  // Nothing that could be seen, or found again.
  if (text::fold(person.name).empty() || !text::is_visible(person.name)) {
    throw DataError("name: there is nothing in it", "give the person a name");
  }
  for (std::string& nickname : person.nicknames) {
    nickname = checked_line("nickname", nickname);
  }
  std::erase(person.nicknames, std::string{});
  for (ContactPoint& point : person.contact_points) {
    point = checked(std::move(point));
  }
  for (Membership& membership : person.memberships) {
    membership.org = checked_line("org", membership.org);
    membership.title = checked_line("title", membership.title);
    require_date("membership from", membership.from);
    require_date("membership to", membership.to);
  }
  drop_empty(person.memberships);
  std::stable_partition(person.memberships.begin(),
                        person.memberships.end(),
                        [](const Membership& m) { return m.to.empty(); });
  person.city = checked_line("city", person.city);
  person.timezone = checked_line("timezone", person.timezone);
  person.met = checked_text("met", person.met);
  if (person.introduced_by && raw(person.id) != 0 && person.introduced_by->id == person.id) {
    throw ConflictError(
        fmt::format("{}: cannot have introduced themselves", text::printable(person.name)));
  }
  require_date("birthday", person.birthday);
  require_date("met on", person.met_on);
  for (std::string& tag : person.tags) {
    tag = checked_word("tag", tag);
  }
  if (person.tracked_since) {
    require_day("tracked since", *person.tracked_since);
  }
  if (person.snoozed_until) {
    require_day("snoozed until", *person.snoozed_until);
  }
  const auto itself = [](const std::string& word) { return word; };
  keep_first(person.nicknames, itself);
  keep_first(person.tags, itself);
  keep_first(person.contact_points,
             [](const ContactPoint& point) { return std::pair(point.kind, point.value); });
  return person;
}

}  // namespace kith
