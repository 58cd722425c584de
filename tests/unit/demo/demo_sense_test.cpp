// The invented network makes sense: every size, every circle, and nothing before its time.
#include <algorithm>
#include <map>
#include <set>

#include "demo/demo.hpp"
#include "support/catch.hpp"
#include "support/people.hpp"

using namespace kith;
using namespace std::chrono_literals;

namespace {

constexpr Date kToday = 2026y / 11 / 22;

demo::Network network(std::size_t people, std::uint64_t seed = 1, Date today = kToday) {
  return demo::invent(people, seed, today, Instant{std::chrono::sys_days{today} + 12h});
}

Date day_of(Instant instant) { return Date{std::chrono::floor<std::chrono::days>(instant)}; }

const Person& person(const demo::Network& all, const PersonRef& ref) {
  return all.people.at(static_cast<std::size_t>(raw(ref.id)) - 1);
}

/// The day on which somebody became known: nothing with them can be before it.
Date known_since(const demo::Network& all, const PersonRef& ref) {
  return day_of(person(all, ref).created_at);
}

std::map<std::string, std::size_t> kinds_of_facts(const demo::Network& all) {
  std::map<std::string, std::size_t> kinds;
  for (const Fact& fact : all.facts) {
    ++kinds[fact.kind];
  }
  return kinds;
}

}  // namespace

TEST_CASE("demo: as many people as asked for, whatever the size", "[demo]") {
  const auto size = static_cast<std::size_t>(GENERATE(1, 2, 10, 400, 2000));
  CAPTURE(size);
  const demo::Network all = network(size);
  CHECK(all.people.size() == size);
  std::set<std::string> names;
  std::set<Uid> uids;
  for (const Person& one : all.people) {
    CHECK(names.insert(one.name).second);
    CHECK(uids.insert(one.uid).second);
    CHECK_NOTHROW(checked(one));
  }
}

TEST_CASE("demo: every circle has somebody in it from four people on", "[demo]") {
  const auto size = static_cast<std::size_t>(GENERATE(4, 10, 150, 400, 2000));
  CAPTURE(size);
  const demo::Network all = network(size);
  std::map<Circle, std::size_t> circles;
  for (const Person& one : all.people) {
    if (one.circle) {
      ++circles[*one.circle];
      CHECK(one.tracked_since.has_value());
    }
  }
  CHECK(circles.size() == 4);
  CHECK(circles[Circle::inner] <= circles[Circle::close]);
  CHECK(circles[Circle::close] <= circles[Circle::friends]);
  if (size >= 100) {
    CHECK(circles[Circle::inner] * 10 < size);  // an inner circle is a small one
  }
}

TEST_CASE("demo: every reference is to somebody who is there", "[demo]") {
  const auto size = static_cast<std::size_t>(GENERATE(1, 2, 10, 400));
  const demo::Network all = network(size, 7);
  const auto require = [&](const PersonRef& ref) {
    REQUIRE(raw(ref.id) >= 1);
    REQUIRE(static_cast<std::size_t>(raw(ref.id)) <= all.people.size());
    CHECK(person(all, ref).uid == ref.uid);
    CHECK(person(all, ref).name == ref.name);
  };
  for (const Interaction& one : all.interactions) {
    REQUIRE_FALSE(one.people.empty());
    std::set<Uid> uids;
    for (const PersonRef& ref : one.people) {
      require(ref);
      CHECK(uids.insert(ref.uid).second);
    }
  }
  for (const Fact& fact : all.facts) {
    require(fact.person);
  }
  for (const FollowUp& one : all.follow_ups) {
    require(one.person);
  }
  for (const Link& link : all.links) {
    require(link.a);
    require(link.b);
    CHECK(link.a.uid != link.b.uid);
  }
}

TEST_CASE("demo: nothing happens with anybody before they are known", "[demo]") {
  const auto seed = static_cast<std::uint64_t>(GENERATE(1, 2, 3));
  const demo::Network all = network(400, seed);
  std::size_t before_their_time = 0;
  for (const Interaction& one : all.interactions) {
    for (const PersonRef& ref : one.people) {
      before_their_time += one.date < known_since(all, ref) ? 1 : 0;
    }
  }
  CHECK(before_their_time == 0);
  for (const Fact& fact : all.facts) {
    CHECK(day_of(fact.created_at) >= known_since(all, fact.person));
  }
  for (const FollowUp& one : all.follow_ups) {
    CHECK(day_of(one.created_at) >= known_since(all, one.person));
  }
  for (const Link& link : all.links) {
    CHECK(day_of(link.created_at) >= known_since(all, link.a));
    CHECK(day_of(link.created_at) >= known_since(all, link.b));
  }
}

TEST_CASE("demo: nothing has happened tomorrow", "[demo]") {
  const Date today = GENERATE(as<Date>{}, 2026y / 11 / 22, 2024y / 2 / 29, 2027y / 1 / 1);
  const demo::Network all = network(300, 5, today);
  const Instant now{std::chrono::sys_days{today} + 12h};
  for (const Person& one : all.people) {
    CHECK(one.created_at <= now);
    CHECK((!one.birthday.year || one.birthday.year < static_cast<int>(today.year()) - 15));
  }
  for (const Interaction& one : all.interactions) {
    CHECK(one.date <= today);
    CHECK(one.created_at <= now);
  }
  for (const FollowUp& one : all.follow_ups) {
    CHECK(one.created_at <= now);
    CHECK((!one.done_on || *one.done_on <= today));
    CHECK((one.status == FollowUpStatus::open) == !one.done_on.has_value());
  }
}

TEST_CASE("demo: whoever introduced you was known before, so nobody goes round in circles",
          "[demo]") {
  const auto seed = static_cast<std::uint64_t>(GENERATE(1, 2, 3));
  const demo::Network all = network(400, seed);
  std::map<Uid, Uid> introducer;
  for (const Link& link : all.links) {
    if (link.kind == "introduced") {
      CHECK(introducer.emplace(link.b.uid, link.a.uid).second);  // one person, one introducer
      CHECK(person(all, link.a).created_at <= person(all, link.b).created_at);
    }
  }
  CHECK(introducer.size() >= 10);
  for (const auto& [from, to] : introducer) {
    std::size_t steps = 0;
    for (auto at = introducer.find(to); at != introducer.end() && steps <= all.people.size();
         at = introducer.find(at->second)) {
      ++steps;
    }
    CHECK(steps < all.people.size());
  }
}

TEST_CASE("demo: one person brought many, some of them brought others, and some met again",
          "[demo]") {
  const auto seed = static_cast<std::uint64_t>(GENERATE(1, 2, 3));
  const demo::Network all = network(400, seed);
  std::map<Uid, std::size_t> brought;
  std::set<Uid> introduced;
  for (const Link& link : all.links) {
    if (link.kind == "introduced") {
      ++brought[link.a.uid];
      introduced.insert(link.b.uid);
    }
  }
  const auto most =
      std::ranges::max_element(brought, {}, [](const auto& one) { return one.second; });
  CHECK(most->second >= 8);
  CHECK(std::ranges::any_of(brought,
                            [&](const auto& one) { return introduced.contains(one.first); }));
  const auto together = std::ranges::count_if(
      all.interactions, [](const Interaction& one) { return one.people.size() > 1; });
  CHECK(together > 400);
}

TEST_CASE("demo: promises go both ways, and some were kept", "[demo]") {
  const demo::Network all = network(400);
  std::set<Owner> owners;
  std::set<FollowUpStatus> statuses;
  for (const FollowUp& one : all.follow_ups) {
    owners.insert(one.owed_by);
    statuses.insert(one.status);
    CHECK_FALSE(one.text.empty());
  }
  CHECK(owners.size() == 2);
  CHECK(statuses.size() == 3);
}

TEST_CASE("demo: people have told things of several kinds", "[demo]") {
  const std::map<std::string, std::size_t> kinds = kinds_of_facts(network(400));
  CHECK(kinds.size() >= 4);
  for (const auto& [kind, count] : kinds) {
    CAPTURE(kind);
    CHECK(std::ranges::count(fact_kinds(), std::string_view(kind)) == 1);
  }
  CHECK(kinds.contains("hope"));
  CHECK(kinds.contains("success"));
}

TEST_CASE("demo: interactions are of kith's kinds, oldest first", "[demo]") {
  const demo::Network all = network(150);
  CHECK(std::ranges::is_sorted(all.interactions, {}, &Interaction::date));
  std::set<std::string> kinds;
  for (const Interaction& one : all.interactions) {
    CHECK(std::ranges::count(interaction_kinds(), std::string_view(one.kind)) == 1);
    kinds.insert(one.kind);
    CHECK((!one.unanswered || one.people.size() == 1));
  }
  CHECK(kinds.size() >= 6);
}

TEST_CASE("demo: phone numbers are there once, and all that is written can be dialled by nobody",
          "[demo]") {
  const demo::Network all = network(2000, 9);
  std::set<std::string> values;
  for (const Person& one : all.people) {
    for (const ContactPoint& point : one.contact_points) {
      CHECK(values.insert(comparable(point.kind, point.value)).second);
      const bool reserved =
          (point.kind == ContactKind::email && point.value.ends_with("@example.org")) ||
          (point.kind == ContactKind::phone && point.value.starts_with("+1-555-01") &&
           point.value.size() == 11) ||
          (point.kind == ContactKind::url && point.value.starts_with("https://example.org/"));
      CAPTURE(point.value);
      CHECK(reserved);
    }
  }
}

TEST_CASE("demo: another day gives the same people, not the same dates", "[demo]") {
  const demo::Network here = network(30, 1);
  const demo::Network there = network(30, 1, 2027y / 3 / 1);
  REQUIRE(here.people.size() == there.people.size());
  for (std::size_t i = 0; i < here.people.size(); ++i) {
    CHECK(here.people[i].name == there.people[i].name);
  }
  CHECK_FALSE(here.interactions == there.interactions);
}
