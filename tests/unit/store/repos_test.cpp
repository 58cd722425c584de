// Repositories: what is stored comes back, and derived things follow the log.
#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace kith::test;

TEST_CASE("a person comes back as stored", "[store][person]") {
  House house;
  const Person via = house.add("Bo Ek");
  Person draft{.name = "Ana  Lim "};
  draft.nicknames = {"Annie", "A."};
  draft.contact_points = {{ContactKind::email, "ana@example.org", "work"},
                          {ContactKind::email, "ana@home.example.org", ""},
                          {ContactKind::address, "Rua 1, Lisbon", "home"}};
  draft.memberships = {{"Acme", "Engineer", PartialDate(2019, {}, {}), {}},
                       {"Globex", "Intern", PartialDate(2017, 3, {}), PartialDate(2018, 9, 30)}};
  draft.city = "Lisbon";
  draft.timezone = "Europe/Lisbon";
  draft.birthday = PartialDate({}, 2, 29);
  draft.met = "at a wedding";
  draft.met_on = PartialDate(2019, {}, {});
  draft.introduced_by = via.ref();
  draft.own_cadence = Cadence{45};
  draft.tags = {"climbing", "arts"};
  const Person ana = house.add(draft);
  CHECK(ana.tracked_since == 2026y / 3 / 20);
  CHECK(house.store.people().get(ana.id) == ana);
  CHECK(house.store.people().find(ana.uid) == ana);
  CHECK(ana.org() == "Acme");
}

TEST_CASE("an update that changes something stamps the person, one that does not leaves it",
          "[store][person]") {
  FixedClock clock(2026y / 3 / 20);
  Store store = Store::in_memory(clock);
  Person ana = store.write("add", [&] { return store.people().add(Person{.name = "Ana"}); });
  clock = FixedClock(2026y / 4 / 1);
  const Person same = store.write("edit", [&] { return store.people().update(ana); });
  CHECK(same.updated_at == ana.updated_at);
  ana.tags = {"x"};
  const Person changed = store.write("edit", [&] { return store.people().update(ana); });
  CHECK(changed.updated_at > ana.updated_at);
  CHECK(changed.created_at == ana.created_at);
}

TEST_CASE("records share one sequence of ids, and keep an id of their own if it is free",
          "[store][ids]") {
  House house;
  const Person ana = house.add("Ana");
  const Interaction first = house.log({ana}, 2026y / 3 / 1);
  const Fact fact = house.store.write(
      "note", [&] { return house.store.facts().add({.person = ana.ref(), .text = "tea"}); });
  const FollowUp later = house.store.write("remind", [&] {
    return house.store.follow_ups().add(
        {.id = FollowUpId{40}, .person = ana.ref(), .text = "call", .due = 2026y / 4 / 1});
  });
  CHECK(raw(first.id) == 1);
  CHECK(raw(fact.id) == 2);
  CHECK(raw(later.id) == 40);
  Interaction taken{.id = InteractionId{40}, .date = 2026y / 3 / 2};
  CHECK(raw(house.log(taken).id) == 41);
}

TEST_CASE("last seen is the latest interaction up to the day that both took part in",
          "[store][rhythm]") {
  House house;
  const Person ana = house.add(Person{.name = "Ana", .circle = Circle::close});
  const auto last = [&] { return house.store.people().last_seen(ana.id, 2026y / 3 / 20); };
  CHECK_FALSE(last().has_value());
  CHECK(house.store.rhythms().find(ana.id)->last == 2026y / 3 / 20);  // the day tracking began

  const Interaction older = house.log({ana}, 2025y / 12 / 31);
  CHECK(last() == 2025y / 12 / 31);
  CHECK(house.store.rhythms().find(ana.id)->last == 2025y / 12 / 31);

  Interaction message{.date = 2026y / 3 / 10, .kind = "message", .unanswered = true};
  message.people = {ana.ref()};
  house.log(message);
  CHECK(last() == 2025y / 12 / 31);
  CHECK(house.store.rhythms().find(ana.id)->last == 2025y / 12 / 31);

  house.log({ana}, 2026y / 4 / 1);  // planned: it lies ahead
  CHECK(last() == 2025y / 12 / 31);

  house.store.write("rm", [&] { house.store.interactions().remove(older.id); });
  CHECK_FALSE(last().has_value());
}

TEST_CASE("only people with a circle or cadence, active and not archived, have a rhythm",
          "[store][rhythm]") {
  House house;
  const auto tracked = [&](const Person& person) {
    return house.store.rhythms().find(person.id).has_value();
  };
  Person ana = house.add("Ana");
  CHECK_FALSE(tracked(ana));
  const auto set = [&](auto change) {
    change(ana);
    ana = house.store.write("edit", [&] { return house.store.people().update(ana); });
    return tracked(ana);
  };
  CHECK(set([](Person& p) { p.own_cadence = Cadence{30}; }));
  CHECK_FALSE(set([](Person& p) { p.archived = true; }));
  CHECK(set([](Person& p) { p.archived = false; }));
  CHECK_FALSE(set([](Person& p) { p.standing = Standing::dead; }));
  CHECK(set([](Person& p) { p.standing = Standing::active; }));
  CHECK_FALSE(set([](Person& p) { p.own_cadence.reset(); }));
  CHECK(set([](Person& p) { p.circle = Circle::inner; }));
}

TEST_CASE("rhythm groups are walked from the longest ago", "[store][rhythm]") {
  House house;
  const Person a = house.add(Person{.name = "A", .circle = Circle::close});
  const Person b = house.add(Person{.name = "B", .circle = Circle::close});
  const Person c =
      house.add(Person{.name = "C", .circle = Circle::close, .own_cadence = Cadence{10}});
  house.log({a}, 2026y / 3 / 10);
  house.log({b}, 2026y / 2 / 1);
  house.log({c}, 2026y / 1 / 1);
  const std::vector<RhythmGroup> groups = house.store.rhythms().groups();
  REQUIRE(groups.size() == 2);
  CHECK_FALSE(groups[0].own_cadence.has_value());
  CHECK(groups[1].own_cadence == Cadence{10});
  std::vector<PersonId> seen;
  house.store.rhythms().for_each(
      groups[0], 2026y / 1 / 1, 2026y / 3 / 20, [&](const Rhythm& rhythm) {
        seen.push_back(rhythm.person);
        return true;
      });
  CHECK(seen == std::vector{b.id, a.id});
  CHECK(house.store.rhythms().last_person() == c.id);
}

TEST_CASE("interactions come newest first and can be filtered", "[store][interaction]") {
  House house;
  const Person ana = house.add("Ana");
  const Person bo = house.add("Bo");
  house.log({ana}, 2026y / 3 / 1, "one");
  Interaction lunch{.date = 2026y / 3 / 1, .kind = "lunch", .text = "two"};
  lunch.time = std::chrono::minutes{13 * 60};
  lunch.people = {bo.ref(), ana.ref()};
  lunch.tags = {"Design"};
  lunch.duration = std::chrono::minutes{90};
  lunch.place = "Tampopo";
  const Interaction stored = house.log(lunch);
  house.log({bo}, 2026y / 3 / 5, "three");
  CHECK(house.store.interactions().find(stored.id) == stored);

  const auto texts = [&](const InteractionFilter& filter) {
    std::string all;
    for (const Interaction& one : house.store.interactions().latest(filter, 9)) {
      all += one.text + ' ';
    }
    return all;
  };
  CHECK(texts({}) == "three two one ");
  CHECK(texts({.person = ana.id}) == "two one ");
  CHECK(texts({.since = 2026y / 3 / 2}) == "three ");
  CHECK(texts({.until = 2026y / 3 / 1}) == "two one ");
  CHECK(texts({.kind = "LUNCH"}) == "two ");
  CHECK(texts({.tag = "#design"}) == "two ");
}

TEST_CASE("people are listed by name, by last seen or by age, and filtered", "[store][person]") {
  House house;
  Person ana{.name = "Ána Lim", .city = "Lisbon"};
  ana.tags = {"Climbing"};
  ana.memberships = {{"Acme Ltd", "", {}, {}}, {"Globex", "", {}, PartialDate(2020, {}, {})}};
  ana = house.add(ana);
  const Person bo = house.add(Person{.name = "bo Ek", .circle = Circle::inner});
  Person old = house.add(Person{.name = "Zoë", .archived = true});
  house.log({bo}, 2026y / 3 / 1);

  const auto listed = [&](const PersonFilter& filter, PersonOrder order = PersonOrder::name) {
    std::string all;
    house.store.people().for_each(filter, order, [&](const ListedPerson& one) {
      all += one.person.name + ';';
      return true;
    });
    return all;
  };
  CHECK(listed({}) == "Ána Lim;bo Ek;");
  CHECK(listed({}, PersonOrder::last_seen) == "bo Ek;Ána Lim;");
  CHECK(listed({.archived = PersonFilter::Archived::only}) == "Zoë;");
  CHECK(listed({.archived = PersonFilter::Archived::all}) == "Ána Lim;bo Ek;Zoë;");
  CHECK(listed({.tags = {"#climbing"}}) == "Ána Lim;");
  CHECK(listed({.org = "acme"}) == "Ána Lim;");
  CHECK(listed({.org = "globex"}).empty());
  CHECK(listed({.city = "lisb"}) == "Ána Lim;");
  CHECK(listed({.circle = Circle::inner}) == "bo Ek;");
  CHECK(listed({.without_cadence = true}) == "Ána Lim;");
  CHECK(listed({.not_since = 2026y / 3 / 1}) == "Ána Lim;");
  CHECK(listed({.not_since = 2026y / 3 / 2}) == "Ána Lim;bo Ek;");
}

TEST_CASE("birthdays are found across the year's end and on 29 February", "[store][person]") {
  House house;
  house.add(Person{.name = "New Year", .birthday = PartialDate(1980, 1, 2)});
  house.add(Person{.name = "Leap", .birthday = PartialDate({}, 2, 29)});
  house.add(Person{.name = "Only a year", .birthday = PartialDate(1980, {}, {})});
  const auto near = [&](Date from) {
    std::vector<std::string> found;
    for (const PersonId id : house.store.people().with_birthday_within(from, 7, Tracked::no)) {
      found.push_back(house.store.people().ref(id).name);
    }
    return found;
  };
  CHECK(near(2026y / 12 / 28) == std::vector<std::string>{"New Year"});
  CHECK(near(2027y / 2 / 22) == std::vector<std::string>{"Leap"});
  CHECK(near(2028y / 2 / 22) == std::vector<std::string>{"Leap"});
  CHECK(near(2027y / 3 / 1).empty());
}

TEST_CASE("ties are stored once, and introduced has a direction", "[store][link]") {
  House house;
  const Person a = house.add("A");
  const Person b = house.add("B");
  const auto tie = [&](const Person& from, const Person& to, std::string kind) {
    return house.store.write("link", [&] {
      return house.store.links().add({.a = from.ref(), .b = to.ref(), .kind = std::move(kind)});
    });
  };
  tie(a, b, "friend");
  CHECK_THROWS_AS(tie(b, a, "friend"), ConflictError);
  CHECK_THROWS_AS(tie(a, a, "friend"), ConflictError);
  tie(a, b, "introduced");
  tie(b, a, "introduced");
  CHECK(house.store.links().of(a.id).size() == 3);
  CHECK(house.store.people().get(b.id).introduced_by->name == "A");
  CHECK(house.store.write("unlink",
                          [&] { return house.store.links().remove_between(a.id, b.id); }) == 3);
}

TEST_CASE("follow-ups that are due come earliest first", "[store][follow_up]") {
  House house;
  const Person ana = house.add("Ana");
  const auto remind = [&](std::string text, Date due) {
    return house.store.write("remind", [&] {
      return house.store.follow_ups().add(
          {.person = ana.ref(), .text = std::move(text), .due = due});
    });
  };
  remind("later", 2026y / 3 / 21);
  FollowUp second = remind("second", 2026y / 3 / 20);
  remind("first", 2026y / 3 / 1);
  std::vector<FollowUp> due = house.store.follow_ups().due_by(2026y / 3 / 20);
  REQUIRE(due.size() == 2);
  CHECK(due[0].text == "first");
  second.status = FollowUpStatus::done;
  second.done_on = 2026y / 3 / 20;
  house.store.write("done", [&] { house.store.follow_ups().update(second); });
  CHECK(house.store.follow_ups().due_by(2026y / 3 / 20).size() == 1);
  CHECK(house.store.follow_ups().of(ana.id).size() == 3);
}

TEST_CASE("text is found by the beginnings of its words, people first", "[store][search]") {
  House house;
  const Person ana = house.add(Person{.name = "Ana Lim", .city = "São Paulo"});
  house.log({ana}, 2026y / 3 / 1, "talked about her BAKERY, l'été and 北京大学");
  house.store.write(
      "note", [&] { house.store.facts().add({.person = ana.ref(), .text = "bakery: sourdough"}); });
  const auto count = [&](std::string_view words) {
    return house.store.texts().find(words, 9).size();
  };
  CHECK(count("bakery") == 2);
  CHECK(count("bak sour") == 1);
  CHECK(count("sao") == 1);
  CHECK(count("ete") == 1);
  CHECK(count("大学") == 1);
  CHECK(count("学北") == 0);
  CHECK(count("lim") == 1);
  for (const char* odd : {"", "%", "\"", "*", "NOT", "a OR b", "body:x", "(", "'", "-", "^"}) {
    CAPTURE(odd);
    CHECK(count(odd) == 0);
  }
  CHECK(house.store.texts().find("a", 1).size() == 1);
  CHECK(house.store.texts().find("lim", 9)[0].type == HitType::person);
}

TEST_CASE("settings and origins are kept", "[store]") {
  House house;
  const Person ana = house.add("Ana");
  house.store.write("x", [&] {
    house.store.settings().set("k", "v");
    house.store.origins().put({"linkedin", "key", ana.id, {{"org", "Acme"}}});
  });
  CHECK(house.store.settings().get("k") == "v");
  CHECK_FALSE(house.store.settings().get("other").has_value());
  CHECK(house.store.origins().find("linkedin", "key")->said.at("org") == "Acme");
  CHECK(house.store.origins().of(ana.id).size() == 1);
  house.store.write("x", [&] { house.store.settings().unset("k"); });
  CHECK_FALSE(house.store.settings().get("k").has_value());
}
