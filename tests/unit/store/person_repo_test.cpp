// People in the store: every field there and back, what hangs on them, lists and birthdays.
#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace kith::test;

namespace {

Person updated(House& house, const Person& person) {
  return house.store.write("edit", [&] { return house.store.people().update(person); });
}

template <class Error, class Work>
std::string refusal(House& house, Work work) {
  try {
    house.store.write("try", work);
    return "done";
  } catch (const Error& error) {
    return error.message();
  }
}

std::vector<std::string> listed(House& house, PersonOrder order, std::size_t limit = 99) {
  std::vector<std::string> found;
  house.store.people().for_each({}, order, [&](const ListedPerson& one) {
    found.push_back(one.person.name);
    return found.size() < limit;
  });
  return found;
}

}  // namespace

TEST_CASE("a person who brings a uid and stamps keeps them", "[store][person]") {
  House house;
  Person draft{.name = "Ana Lim"};
  draft.uid = make_uid(Instant{12'345'678ms});
  draft.created_at = Instant{1'000'000'000'000ms};
  draft.updated_at = Instant{1'100'000'000'000ms};
  draft.tracked_since = 2001y / 1 / 1;
  draft.circle = Circle::close;
  const Person ana = house.add(draft);
  CHECK(ana.uid == draft.uid);
  CHECK(ana.created_at == draft.created_at);
  CHECK(ana.updated_at == draft.updated_at);
  CHECK(ana.tracked_since == 2001y / 1 / 1);
  CHECK(house.store.people().get(ana.id) == ana);
}

TEST_CASE("what add returns is what get reads, to the second and without doubles",
          "[store][person]") {
  House house;
  Person draft{.name = "  Ana\tLim "};
  draft.created_at = Instant{1'000'000'000'789ms};
  draft.nicknames = {"Annie", "", "Annie", "annie"};
  draft.tags = {"#x", "x", "y"};
  draft.contact_points = {{ContactKind::email, "a@example.org", "work"},
                          {ContactKind::email, "a@example.org ", "home"},
                          {ContactKind::handle, "a@example.org", ""}};
  draft.memberships = {{"", "", {}, {}}, {"Acme", "", {}, {}}};
  const Person ana = house.add(draft);
  CHECK(ana.name == "Ana Lim");
  CHECK(ana.nicknames == std::vector<std::string>{"Annie", "annie"});
  CHECK(ana.tags == std::vector<std::string>{"x", "y"});
  REQUIRE(ana.contact_points.size() == 2);
  CHECK(ana.contact_points[0].label == "work");
  CHECK(ana.memberships.size() == 1);
  CHECK(house.store.people().get(ana.id) == ana);
}

TEST_CASE("a second person with the same uid is refused, and the first stays", "[store][person]") {
  House house;
  const Person ana = house.add("Ana Lim");
  Person twin{.name = "Twin"};
  twin.uid = ana.uid;
  CHECK(refusal<ConflictError>(house, [&] {
          house.store.people().add(twin);
        }).find(to_string(ana.uid)) == 0);
  CHECK(house.store.people().count() == 1);
  CHECK(house.store.people().get(ana.id) == ana);
}

TEST_CASE("nobody is nobody, whatever is asked of them", "[store][person]") {
  House house;
  const PersonId nobody{77};
  PersonRepo& people = house.store.people();
  CHECK_THROWS_AS(people.get(nobody), NotFoundError);
  CHECK_THROWS_AS(people.ref(nobody), NotFoundError);
  CHECK_THROWS_AS(house.store.write("x", [&] { people.remove(nobody); }), NotFoundError);
  CHECK_THROWS_AS(updated(house, Person{.id = nobody, .name = "X"}), NotFoundError);
  CHECK_FALSE(people.find(make_uid(Instant{1ms})).has_value());
  CHECK_FALSE(people.id_of(Uid{}).has_value());
  CHECK_FALSE(people.last_seen(nobody, 2026y / 1 / 1).has_value());
  CHECK(people.count() == 0);
}

TEST_CASE("each field of a person can be changed, and taken away again", "[store][person]") {
  House house;
  const Person via = house.add("Bo Ek");
  const Person bare = house.add("Ana Lim");
  const std::vector<std::pair<const char*, std::function<void(Person&)>>> changes{
      {"name", [](Person& p) { p.name = "Ana Sousa"; }},
      {"nicknames",
       [](Person& p) {
         p.nicknames = {"B", "A"};
       }},
      {"points",
       [](Person& p) {
         p.contact_points = {{ContactKind::url, "https://x.org", "own"}};
       }},
      {"memberships",
       [](Person& p) {
         p.memberships = {{"Acme", "CTO", PartialDate(2019, 5, {}), {}}};
       }},
      {"city", [](Person& p) { p.city = "São Paulo"; }},
      {"timezone", [](Person& p) { p.timezone = "America/Sao_Paulo"; }},
      {"birthday", [](Person& p) { p.birthday = PartialDate({}, 12, 31); }},
      {"met", [](Person& p) { p.met = "at the market\nby the fish"; }},
      {"met on", [](Person& p) { p.met_on = PartialDate(2019, {}, {}); }},
      {"via", [&](Person& p) { p.introduced_by = via.ref(); }},
      {"circle", [](Person& p) { p.circle = Circle::wider; }},
      {"cadence", [](Person& p) { p.own_cadence = Cadence{36'525}; }},
      {"tags",
       [](Person& p) {
         p.tags = {"z", "a"};
       }},
      {"standing", [](Person& p) { p.standing = Standing::former; }},
      {"snoozed", [](Person& p) { p.snoozed_until = 2027y / 1 / 1; }},
      {"archived", [](Person& p) { p.archived = true; }}};
  for (const auto& [field, change] : changes) {
    CAPTURE(field);
    Person wanted = house.store.people().get(bare.id);
    change(wanted);
    const Person changed = updated(house, wanted);
    wanted.tracked_since = changed.tracked_since;
    wanted.updated_at = changed.updated_at;
    CHECK(changed == wanted);
    CHECK(house.store.people().get(bare.id) == wanted);
    house.store.journal().undo(1);
    CHECK(house.store.people().get(bare.id) == bare);
  }
}

TEST_CASE("an update keeps the uid, and brings its own stamp if it has one", "[store][person]") {
  House house;
  Person ana = house.add("Ana Lim");
  const Uid uid = ana.uid;
  ana.uid = make_uid(Instant{5ms});
  ana.updated_at = Instant{std::chrono::sys_days{2026y / 5 / 5}};
  const Person changed = updated(house, ana);
  CHECK(changed.uid == uid);
  CHECK(changed.updated_at == Instant{std::chrono::sys_days{2026y / 5 / 5}});
}

TEST_CASE("an introducer under an older name is the same introducer", "[store][person][link]") {
  House house;
  Person bo = house.add("Bo Ek");
  Person draft{.name = "Ana Lim"};
  draft.introduced_by = bo.ref();
  Person ana = house.add(draft);
  const Uid link = house.store.links().of(ana.id).front().uid;
  bo.name = "Bo Lund";
  updated(house, bo);
  CHECK(updated(house, ana).updated_at == ana.updated_at);  // `ana` still says Bo Ek
  ana.city = "Porto";
  CHECK(updated(house, ana).introduced_by->name == "Bo Lund");
  CHECK(house.store.links().of(ana.id).front().uid == link);
}

TEST_CASE("who introduced a person is one link and nothing else", "[store][person][link]") {
  House house;
  const Person bo = house.add("Bo Ek");
  const Person cy = house.add("Cy Orr");
  Person draft{.name = "Ana Lim"};
  draft.introduced_by = bo.ref();
  Person ana = house.add(draft);
  CHECK(house.store.links().tied(bo.id, ana.id, "introduced"));

  ana.introduced_by = cy.ref();
  ana = updated(house, ana);
  CHECK(ana.introduced_by == cy.ref());
  CHECK(house.store.links().of(ana.id).size() == 1);

  house.store.write("unlink", [&] { house.store.links().remove_between(cy.id, ana.id); });
  CHECK_FALSE(house.store.people().get(ana.id).introduced_by.has_value());
  house.store.write("link", [&] {
    house.store.links().add({.a = bo.ref(), .b = ana.ref(), .kind = "introduced"});
  });
  ana = house.store.people().get(ana.id);
  CHECK(ana.introduced_by == bo.ref());
  ana.introduced_by.reset();
  updated(house, ana);
  CHECK(house.store.links().of(ana.id).empty());
}

TEST_CASE("nobody introduces themselves, nor is introduced by nobody", "[store][person][link]") {
  House house;
  Person ana = house.add("Ana Lim");
  ana.introduced_by = ana.ref();
  CHECK(refusal<ConflictError>(house, [&] { house.store.people().update(ana); }) ==
        "Ana Lim: cannot have introduced themselves");
  ana.introduced_by = PersonRef{PersonId{99}, {}, "Ghost"};
  CHECK_THROWS_AS(updated(house, ana), NotFoundError);
  CHECK_FALSE(house.store.people().get(ana.id).introduced_by.has_value());
}

TEST_CASE("a person goes with all that hangs on them, and others stay whole", "[store][person]") {
  House house;
  const Person ana = house.add(Person{.name = "Ana Lim", .circle = Circle::close});
  const Person bo = house.add("Bo Ek");
  Interaction dinner{.date = 2026y / 3 / 1, .kind = "dinner", .text = "at three"};
  dinner.people = {ana.ref(), bo.ref()};
  dinner.tags = {"food"};
  const Interaction shared = house.log(dinner);
  Interaction spoken{.date = 2026y / 3 / 2, .kind = "call", .text = "about Ana"};
  spoken.people = {bo.ref()};
  spoken.mentions = {ana.ref()};
  const Interaction about = house.log(spoken);
  Interaction own{.date = 2026y / 3 / 3, .kind = "walk", .text = "alone with her"};
  own.people = {ana.ref()};
  own.mentions = {bo.ref()};
  own.tags = {"out"};
  const Interaction alone = house.log(own);
  house.store.write("more", [&] {
    house.store.facts().add({.person = ana.ref(), .text = "sings"});
    house.store.facts().add({.person = bo.ref(), .text = "paints"});
    house.store.follow_ups().add({.person = ana.ref(), .text = "book", .due = 2026y / 4 / 1});
    house.store.links().add({.a = bo.ref(), .b = ana.ref(), .kind = "friend"});
    house.store.origins().put({"linkedin", "ana", ana.id, {}});
  });

  house.store.write("rm", [&] { house.store.people().remove(ana.id); });
  CHECK(names(house.store.interactions().find(shared.id)->people) ==
        std::vector<std::string>{"Bo Ek"});
  CHECK(house.store.interactions().find(shared.id)->tags == std::vector<std::string>{"food"});
  CHECK(house.store.interactions().find(about.id)->mentions.empty());
  CHECK_FALSE(house.store.interactions().find(alone.id).has_value());
  CHECK(house.store.facts().of(ana.id).empty());
  CHECK(house.store.facts().of(bo.id).size() == 1);
  CHECK(house.store.follow_ups().due_by(2030y / 1 / 1).empty());
  CHECK(house.store.links().of(bo.id).empty());
  CHECK_FALSE(house.store.origins().find("linkedin", "ana").has_value());
  CHECK_FALSE(house.store.rhythms().find(ana.id).has_value());
  CHECK(house.store.texts().find("sings", 9).empty());
  CHECK(house.store.texts().find("alone", 9).empty());

  house.store.journal().undo(1);
  CHECK(house.store.interactions().find(shared.id) == shared);
  CHECK(house.store.interactions().find(about.id) == about);
  CHECK(house.store.interactions().find(alone.id) == alone);
  CHECK(house.store.origins().find("linkedin", "ana").has_value());
}

TEST_CASE("people are listed in each order, and the walk stops when told", "[store][person]") {
  House house;
  const Person zoe = house.add("zoë Kim");
  const Person ada = house.add("Ada Lee");
  const Person ove = house.add("Øve Dahl");
  house.log({zoe}, 2026y / 3 / 1);
  house.log({ove}, 2026y / 3 / 2);
  using Names = std::vector<std::string>;
  CHECK(listed(house, PersonOrder::name) == Names{"Ada Lee", "Øve Dahl", "zoë Kim"});
  CHECK(listed(house, PersonOrder::last_seen) == Names{"Øve Dahl", "zoë Kim", "Ada Lee"});
  CHECK(listed(house, PersonOrder::created) == Names{"Øve Dahl", "Ada Lee", "zoë Kim"});
  CHECK(listed(house, PersonOrder::uid) == Names{"zoë Kim", "Ada Lee", "Øve Dahl"});
  CHECK(listed(house, PersonOrder::name, 1) == Names{"Ada Lee"});
}

TEST_CASE("a birthday is found on its day and in the days before it, once", "[store][person]") {
  House house;
  const auto born = [&](std::string_view name, PartialDate day) {
    return house.add(Person{.name = std::string{name}, .birthday = day});
  };
  born("March", PartialDate(1990, 3, 27));
  born("April", PartialDate({}, 4, 1));
  born("Month only", PartialDate(1990, 3, {}));
  born("Leap", PartialDate({}, 2, 29));
  const auto near = [&](Date from, int days) {
    std::vector<std::string> found;
    for (const PersonId id : house.store.people().with_birthday_within(from, days, Tracked::no)) {
      found.push_back(house.store.people().ref(id).name);
    }
    CHECK(house.store.people().count_birthdays_within(from, days, Tracked::no) == found.size());
    return found;
  };
  using Names = std::vector<std::string>;
  CHECK(near(2026y / 3 / 20, 7) == Names{"March"});
  CHECK(near(2026y / 3 / 20, 6).empty());
  CHECK(near(2026y / 3 / 27, 0) == Names{"March"});
  CHECK(near(2026y / 3 / 28, 7) == Names{"April"});
  CHECK(near(2026y / 3 / 20, -1).empty());
  CHECK(near(2028y / 2 / 28, 0).empty());
  CHECK(near(2028y / 2 / 29, 0) == Names{"Leap"});
  CHECK(near(2026y / 3 / 20, 365) == Names{"March", "April", "Leap"});
  CHECK(near(2026y / 3 / 27, 1200) == Names{"March", "April", "Leap"});
  house.add(Person{.name = "Close", .birthday = PartialDate({}, 3, 27), .circle = Circle::close});
  house.add(
      Person{.name = "Monthly", .birthday = PartialDate({}, 3, 27), .own_cadence = Cadence{30}});
  house.add(
      Person{.name = "Gone", .birthday = PartialDate({}, 3, 27), .standing = Standing::former});
  house.add(Person{
      .name = "Resting", .birthday = PartialDate({}, 3, 27), .snoozed_until = 2026y / 3 / 28});
  CHECK(near(2026y / 3 / 27, 0) == Names{"March"});
  CHECK(near(2027y / 3 / 27, 0) == Names{"March", "Resting"});
  CHECK(house.store.people().with_birthday_within(2026y / 3 / 27, 0, Tracked::yes).size() == 2);
  CHECK(house.store.people().count_birthdays_within(2026y / 3 / 27, 0, Tracked::yes) == 2);
}
