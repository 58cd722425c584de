// Meetings and people by the thousand: who was there, and nothing else.
#include "support/catch.hpp"
#include "support/people.hpp"

using namespace kith;
using namespace kith::test;

namespace {

constexpr Date kToday = 2026y / 3 / 20;

struct Met {
  Date day{};
  std::vector<PersonId> people{};
  bool operator==(const Met&) const = default;
};
using Mets = std::vector<Met>;

MeetingVisitor into(Mets& all) {
  return [&all](const Meeting& meeting) {
    all.push_back({meeting.date, {meeting.people.begin(), meeting.people.end()}});
  };
}

}  // namespace

TEST_CASE("meetings come in the order of their ids, those to come not yet", "[store][sweep]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  house.log({bo, ana}, kToday);
  house.log({ana}, 2020y / 1 / 1);
  house.log({ana, bo}, 2026y / 3 / 21);
  house.log(std::vector<Person>{}, kToday);
  Mets all;
  house.store.interactions().for_each_meeting(kToday, into(all));
  CHECK(all == Mets{{kToday, {ana.id, bo.id}}, {2020y / 1 / 1, {ana.id}}});
  Mets of_bo;
  house.store.interactions().for_each_meeting_of(bo.id, kToday, into(of_bo));
  CHECK(of_bo == Mets{{kToday, {ana.id, bo.id}}});
}

TEST_CASE("introductions are found among all that happened", "[store][sweep]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  house.log({ana, bo}, kToday);
  house.log({.date = kToday, .kind = "intro", .people = {ana.ref(), bo.ref()}});
  house.log({.date = 2026y / 3 / 21, .kind = "intro", .people = {ana.ref()}});
  Mets all;
  house.store.interactions().for_each_introduction(kToday, into(all));
  CHECK(all == Mets{{kToday, {ana.id, bo.id}}});
}

TEST_CASE("the first day together without somebody, after a day", "[store][sweep]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  const Person cy = house.add("Cy Dahl");
  house.log({ana, bo}, 2025y / 1 / 1);
  house.log({ana, bo, cy}, 2025y / 2 / 2);
  house.log({.date = 2025y / 2 / 3, .kind = "intro", .people = {ana.ref(), bo.ref()}});
  house.log({ana, bo}, 2025y / 3 / 3);
  const auto first = [&](std::vector<PersonId> with, std::optional<PersonId> without, Date after) {
    return house.store.interactions().first_together(with, without, after, kToday);
  };
  CHECK(first({ana.id, bo.id}, {}, 2025y / 1 / 1) == 2025y / 2 / 2);
  CHECK(first({ana.id, bo.id}, cy.id, 2025y / 1 / 1) == 2025y / 3 / 3);
  CHECK(first({cy.id}, {}, 2025y / 1 / 1) == 2025y / 2 / 2);
  CHECK(first({cy.id}, ana.id, 2025y / 1 / 1) == std::nullopt);
  CHECK(first({ana.id, bo.id}, {}, 2025y / 3 / 3) == std::nullopt);
}

TEST_CASE("a list tells the same of people as they are, as far as it tells it", "[store][person]") {
  House house;
  Person ana{.name = "Ana Lim", .city = "Lisbon", .circle = Circle::close};
  ana.uid = make_uid(Instant{std::chrono::hours{2}});
  ana.memberships.push_back(
      {.org = "Old", .title = {}, .from = {}, .to = PartialDate{2001, {}, {}}});
  ana.memberships.push_back({.org = "Tea & Co", .title = "Taster", .from = {}, .to = {}});
  ana.tags = {"zebra", "apple"};
  ana.contact_points = {{.kind = ContactKind::email, .value = "ana@example.org"}};
  const Person first = house.add(ana);
  Person namesake{.name = "ana lím", .own_cadence = Cadence{12}};
  namesake.uid = make_uid(Instant{std::chrono::hours{1}});  // comes first of the two
  namesake.tags = {"apple"};
  const Person second = house.add(namesake);
  Person away{.name = "Bo Ek"};
  away.archived = true;
  house.add(away);
  Person late{.name = "Abe Orr"};
  late.standing = Standing::dead;
  const Person abe = house.add(late);
  house.log({first}, kToday);
  house.log({first, abe}, 2025y / 1 / 1);
  house.log({.date = 2025y / 2 / 2, .people = {abe.ref()}, .unanswered = true});
  house.log({second}, 2026y / 3 / 21);

  const std::vector<PersonFilter> filters{{},
                                          {.archived = PersonFilter::Archived::all},
                                          {.archived = PersonFilter::Archived::only},
                                          {.tags = {"apple"}},
                                          {.org = "tea"},
                                          {.city = "lis"},
                                          {.circle = Circle::close},
                                          {.not_since = 2026y / 1 / 1},
                                          {.without_cadence = true}};
  for (const PersonFilter& filter : filters) {
    for (const PersonOrder order :
         {PersonOrder::name, PersonOrder::last_seen, PersonOrder::created, PersonOrder::uid}) {
      std::vector<ListedPerson> whole;
      house.store.people().for_each(filter, order, [&](const ListedPerson& one) {
        whole.push_back(one);
        return true;
      });
      std::size_t at = 0;
      house.store.people().for_each_listed(filter, order, [&](const ListedPerson& one) {
        REQUIRE(at < whole.size());
        const Person& person = whole[at].person;
        CHECK(one.person.ref() == person.ref());
        CHECK(one.person.city == person.city);
        CHECK(one.person.circle == person.circle);
        CHECK(one.person.own_cadence == person.own_cadence);
        CHECK(one.person.standing == person.standing);
        CHECK(one.person.archived == person.archived);
        CHECK(one.person.memberships == person.memberships);
        CHECK(one.person.tags == person.tags);
        CHECK(one.last_seen == whole[at].last_seen);
        ++at;
        return true;
      });
      CHECK(at == whole.size());
      std::size_t seen = 0;
      house.store.people().for_each_listed(filter, order, [&](const ListedPerson&) {
        ++seen;
        return false;
      });
      CHECK(seen == std::min<std::size_t>(whole.size(), 1));
    }
  }
}
