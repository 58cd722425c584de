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
