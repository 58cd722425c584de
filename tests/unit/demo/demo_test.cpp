// The invented network: the same for the same seed, and sound.
#include "demo/demo.hpp"

#include <set>

#include "support/catch.hpp"

using namespace kith;
using namespace std::chrono_literals;

namespace {

demo::Network network(std::size_t people, std::uint64_t seed) {
  const Date today = 2026y / 11 / 22;
  return demo::invent(people, seed, today, Instant{std::chrono::sys_days{today}});
}

}  // namespace

TEST_CASE("the same seed invents the same network, another one another", "[demo]") {
  const demo::Network a = network(60, 1);
  const demo::Network b = network(60, 1);
  CHECK(a.people == b.people);
  CHECK(a.interactions == b.interactions);
  CHECK(a.facts == b.facts);
  CHECK(a.follow_ups == b.follow_ups);
  CHECK(a.links == b.links);
  CHECK_FALSE(a.people == network(60, 2).people);
}

TEST_CASE("names and uids are there once", "[demo]") {
  const demo::Network all = network(400, 3);
  std::set<std::string> names;
  std::set<Uid> uids;
  for (const Person& person : all.people) {
    CHECK(names.insert(person.name).second);
    CHECK(uids.insert(person.uid).second);
  }
  for (const Interaction& interaction : all.interactions) {
    CHECK(uids.insert(interaction.uid).second);
  }
}

TEST_CASE("addresses and numbers are reserved ones, and nothing lies ahead", "[demo]") {
  const demo::Network all = network(200, 4);
  for (const Person& person : all.people) {
    for (const ContactPoint& point : person.contact_points) {
      const bool email = point.kind == ContactKind::email && point.value.ends_with("@example.org");
      const bool phone = point.kind == ContactKind::phone && point.value.starts_with("+1-555-01");
      const bool url =
          point.kind == ContactKind::url && point.value.starts_with("https://example.org/");
      CHECK((email || phone || url));
    }
  }
  for (const Interaction& interaction : all.interactions) {
    CHECK(interaction.date <= Date{2026y / 11 / 22});
    CHECK_FALSE(interaction.people.empty());
  }
}

TEST_CASE("one person is a network, too", "[demo]") { CHECK(network(1, 1).people.size() == 1); }
