// Two people who turned out to be one: what becomes of them.
#include <algorithm>
#include <tuple>

#include <kith/domain/unite.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

bool is_same_word(std::string_view a, std::string_view b) { return text::fold(a) == text::fold(b); }

bool is_same_point(const ContactPoint& a, const ContactPoint& b) {
  return a.kind == b.kind && same_value(a.kind, a.value, b.value);
}

/// The same employer without a title says nothing new.
bool is_same_membership(const Membership& a, const Membership& b) {
  return is_same_word(a.org, b.org) &&
         (a.title.empty() || b.title.empty() || is_same_word(a.title, b.title));
}

/// True if one of the two only says more of the same day: --05-03 and 1990-05-03.
bool agree(const PartialDate& a, const PartialDate& b) {
  return (!a.year || !b.year || a.year == b.year) && (!a.month || !b.month || a.month == b.month) &&
         (!a.day || !b.day || a.day == b.day);
}

PartialDate joined(const PartialDate& a, const PartialDate& b) {
  return {a.year ? a.year : b.year, a.month ? a.month : b.month, a.day ? a.day : b.day};
}

class Uniting {
 public:
  Uniting(const Person& kept, const Person& other) : other_(other), result_{.person = kept} {}

  United run() {
    Person& person = result_.person;
    names();
    for (const ContactPoint& point : other_.contact_points) {
      person.add_point(point);
    }
    for (const Membership& membership : other_.memberships) {
      add(membership);
    }
    for (const std::string& tag : other_.tags) {
      person.add_tag(tag);
    }
    text("city", person.city, other_.city);
    text("time zone", person.timezone, other_.timezone);
    text("met", person.met, other_.met);
    date("birthday", person.birthday, other_.birthday);
    date("met on", person.met_on, other_.met_on);
    closeness();
    person.archived = person.archived && other_.archived;
    person.created_at = std::min(person.created_at, other_.created_at);
    return std::move(result_);
  }

 private:
  void names() {
    Person& person = result_.person;
    const auto add = [&](const std::string& name) {
      if (!is_same_word(name, person.name)) {
        person.add_nickname(name);
      }
    };
    add(other_.name);
    std::ranges::for_each(other_.nicknames, add);
  }

  void add(const Membership& membership) {
    std::vector<Membership>& all = result_.person.memberships;
    for (Membership& mine : all) {
      if (is_same_membership(mine, membership) && agree(mine.from, membership.from) &&
          agree(mine.to, membership.to) && mine.to.empty() == membership.to.empty()) {
        mine.title = mine.title.empty() ? membership.title : mine.title;
        mine.from = joined(mine.from, membership.from);
        mine.to = joined(mine.to, membership.to);
        return;
      }
    }
    all.push_back(membership);
    std::stable_partition(
        all.begin(), all.end(), [](const Membership& one) { return one.to.empty(); });
  }

  void text(const char* field, std::string& mine, const std::string& theirs) {
    if (mine.empty()) {
      mine = theirs;
    } else if (!theirs.empty() && !is_same_word(mine, theirs)) {
      result_.left_over.push_back(std::string{field} + ": " + theirs);
    }
  }

  void date(const char* field, PartialDate& mine, const PartialDate& theirs) {
    const PartialDate both = joined(mine, theirs);
    if (agree(mine, theirs) && (both.empty() || both.is_valid())) {
      mine = both;
    } else {
      result_.left_over.push_back(std::string{field} + ": " + to_string(theirs));
    }
  }

  void closeness() {
    Person& person = result_.person;
    if (other_.circle && (!person.circle || *other_.circle < *person.circle)) {
      person.circle = other_.circle;
    }
    if (other_.own_cadence &&
        (!person.own_cadence || other_.own_cadence->days() < person.own_cadence->days())) {
      person.own_cadence = other_.own_cadence;
    }
    if (other_.tracked_since &&
        (!person.tracked_since || *other_.tracked_since < *person.tracked_since)) {
      person.tracked_since = other_.tracked_since;
    }
    if (other_.snoozed_until &&
        (!person.snoozed_until || *person.snoozed_until < *other_.snoozed_until)) {
      person.snoozed_until = other_.snoozed_until;
    }
    if (other_.standing == Standing::dead) {
      person.standing = Standing::dead;
    }
  }

  const Person& other_;
  United result_;
};

/// A list without what uniting brought: as it was, if nobody has touched it since.
template <class Value, class Same>
void take_apart(std::vector<Value>& now,
                const std::vector<Value>& before,
                const std::vector<Value>& after,
                Same same) {
  if (now == after) {
    now = before;
    return;
  }
  const auto has = [&](const std::vector<Value>& all, const Value& one) {
    return std::ranges::any_of(all, [&](const Value& other) { return same(one, other); });
  };
  std::erase_if(now, [&](const Value& one) {
    // Word for word: what the user has touched is theirs.
    return std::ranges::find(after, one) != after.end() && !has(before, one);
  });
  for (Value& one : now) {  // a label or a title that uniting filled in
    const auto was = std::ranges::find_if(before, [&](const Value& old) { return same(one, old); });
    if (was != before.end() && std::ranges::find(after, one) != after.end()) {
      one = *was;
    }
  }
}

template <class Value, class Same>
void give_back(std::vector<Value>& theirs,
               const std::vector<Value>& after,
               const std::vector<Value>& now,
               Same same) {
  const auto has = [&](const std::vector<Value>& all, const Value& one) {
    return std::ranges::any_of(all, [&](const Value& other) { return same(one, other); });
  };
  std::erase_if(theirs, [&](const Value& one) { return has(after, one) && !has(now, one); });
}

}  // namespace

United united(const Person& kept, const Person& other) { return Uniting(kept, other).run(); }

Person taken_apart(const Person& now, const Person& before, const Person& after) {
  Person person = now;
  take_apart(person.nicknames, before.nicknames, after.nicknames, is_same_word);
  take_apart(person.contact_points, before.contact_points, after.contact_points, is_same_point);
  take_apart(person.memberships, before.memberships, after.memberships, is_same_membership);
  take_apart(person.tags, before.tags, after.tags, is_same_word);
  const auto field = [&](auto member) {
    if (now.*member == after.*member) {
      person.*member = before.*member;
    }
  };
  std::apply([&](auto... members) { (field(members), ...); },
             std::tuple(&Person::city,
                        &Person::timezone,
                        &Person::birthday,
                        &Person::met,
                        &Person::met_on,
                        &Person::circle,
                        &Person::own_cadence,
                        &Person::tracked_since,
                        &Person::standing,
                        &Person::snoozed_until,
                        &Person::archived,
                        &Person::created_at));
  return person;
}

Person given_back(const Person& other, const Person& after, const Person& now) {
  Person person = other;
  give_back(person.nicknames, after.nicknames, now.nicknames, is_same_word);
  give_back(person.contact_points, after.contact_points, now.contact_points, is_same_point);
  give_back(person.memberships, after.memberships, now.memberships, is_same_membership);
  give_back(person.tags, after.tags, now.tags, is_same_word);
  return person;
}

}  // namespace kith
