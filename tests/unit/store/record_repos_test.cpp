// Interactions, facts, follow-ups, links, origins and settings: each method of each repository.
#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace kith::test;

namespace {

const PersonRef kGhost{PersonId{99}, {}, "Ghost"};

/// A uid that sorts by `number`.
Uid uid_of(int number) { return make_uid(Instant{1000ms + number * 1ms}, 0, 0); }

template <class Record>
std::vector<std::string> texts(const std::vector<Record>& records) {
  std::vector<std::string> found;
  for (const Record& record : records) {
    found.push_back(record.text);
  }
  return found;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("an interaction comes back with every field", "[store][interaction]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  const Person cy = house.add("Cy Orr");
  Interaction draft{.date = 1850y / 12 / 31, .kind = "own-kind"};
  draft.id = InteractionId{500};
  draft.uid = uid_of(1);
  draft.time = 23h + 59min;
  draft.people = {cy.ref(), ana.ref()};
  draft.mentions = {bo.ref()};
  draft.place = "Café “Zur Post”";
  draft.tags = {"zebra", "alpha"};
  draft.text = "two\nlines";
  draft.duration = 1min;
  draft.unanswered = true;
  draft.created_at = Instant{1'000'000'000'000ms};
  draft.updated_at = Instant{1'000'000'001'000ms};
  const Interaction stored = house.log(draft);
  CHECK(stored == draft);
  CHECK(house.store.interactions().find(draft.id) == draft);
  CHECK(house.store.interactions().find(draft.uid) == draft);
  CHECK(house.store.interactions().has(draft.uid));

  house.store.write("rm", [&] { house.store.interactions().remove(draft.id); });
  CHECK_FALSE(house.store.interactions().find(draft.uid).has_value());
  CHECK_FALSE(house.store.interactions().has(draft.uid));
}

TEST_CASE("a record with a uid that is there is refused, and one nobody has is not found",
          "[store][records]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const auto again = [&](auto&& add) {
    house.store.write("first", add);
    CHECK_THROWS_AS(house.store.write("second", add), ConflictError);
  };
  again([&] { house.store.interactions().add({.uid = uid_of(1), .date = 2026y / 1 / 1}); });
  again([&] { house.store.facts().add({.uid = uid_of(2), .person = ana.ref(), .text = "x"}); });
  again([&] {
    house.store.follow_ups().add(
        {.uid = uid_of(3), .person = ana.ref(), .text = "x", .due = 2026y / 1 / 1});
  });
  CHECK(house.store.facts().has(uid_of(2)));
  CHECK_FALSE(house.store.facts().has(uid_of(1)));  // an interaction's
  CHECK(house.store.follow_ups().has(uid_of(3)));

  const auto missing = [&](auto&& work) {
    CHECK_THROWS_AS(house.store.write("rm", work), NotFoundError);
  };
  missing([&] { house.store.interactions().remove(InteractionId{77}); });
  missing([&] { house.store.facts().remove(FactId{77}); });
  missing([&] { house.store.follow_ups().remove(FollowUpId{77}); });
  missing([&] {
    house.store.follow_ups().update({.id = FollowUpId{77}, .text = "x", .due = 2026y / 1 / 1});
  });
  CHECK(house.store.journal().history(99).size() == 4);  // Ana, and the first of each
}

TEST_CASE("what belongs to somebody who is not there is refused in words, whole",
          "[store][records]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const auto refused = [&](auto&& work) {
    CHECK_THROWS_AS(house.store.write("try", work), NotFoundError);
  };
  refused([&] {
    house.store.interactions().add({.date = 2026y / 1 / 1, .people = {ana.ref(), kGhost}});
  });
  refused([&] { house.store.interactions().add({.date = 2026y / 1 / 1, .mentions = {kGhost}}); });
  refused([&] { house.store.facts().add({.person = kGhost, .text = "x"}); });
  refused(
      [&] { house.store.follow_ups().add({.person = kGhost, .text = "x", .due = 2026y / 1 / 1}); });
  refused([&] { house.store.links().add({.a = ana.ref(), .b = kGhost}); });
  refused([&] { house.store.origins().put({"s", "k", kGhost.id, {}}); });
  CHECK(house.store.interactions().latest({}, 9).empty());
  CHECK(house.store.journal().history(9).size() == 1);
}

TEST_CASE("a day's interactions go by time, then latest id, and filters narrow each other",
          "[store][interaction]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const auto at = [&](std::string_view text,
                      Date day,
                      std::optional<std::chrono::minutes> time = {},
                      std::string kind = "call") {
    Interaction draft{.date = day, .time = time, .kind = std::move(kind)};
    draft.text = text;
    draft.people = {ana.ref()};
    draft.tags = {"Ünicode"};
    house.log(draft);
  };
  at("untimed", 2026y / 3 / 1);
  at("morning", 2026y / 3 / 1, 9h);
  at("evening", 2026y / 3 / 1, 20h, "dinner");
  at("untimed too", 2026y / 3 / 1);
  at("earlier", 2026y / 2 / 28, 23h);
  at("planned", 2027y / 1 / 1, 0min);
  InteractionRepo& log = house.store.interactions();
  CHECK(texts(log.latest({}, 99)) ==
        Texts{"planned", "evening", "morning", "untimed too", "untimed", "earlier"});
  CHECK(texts(log.latest({.person = ana.id}, 2)) == Texts{"planned", "evening"});
  CHECK(log.latest({}, 0).empty());
  CHECK(texts(log.latest({.since = 2026y / 3 / 1, .until = 2026y / 3 / 1, .kind = "Dinner"}, 9)) ==
        Texts{"evening"});
  CHECK(log.latest({.tag = "#unicode"}, 99).size() == 6);
  CHECK(log.latest({.tag = "uni"}, 99).empty());
  CHECK(log.latest({.person = ana.id, .since = 2027y / 1 / 2}, 99).empty());
  CHECK(log.latest({.since = 2026y / 3 / 2, .until = 2026y / 3 / 1}, 99).empty());
}

TEST_CASE("an export's order is that of the uids, for every kind of record", "[store][records]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  house.store.write("import", [&] {
    for (const int number : {3, 1, 2}) {
      const std::string text = std::to_string(number);
      house.store.interactions().add({.uid = uid_of(number), .date = 2026y / 1 / 1, .text = text});
      house.store.facts().add({.uid = uid_of(number), .person = ana.ref(), .text = text});
      house.store.follow_ups().add(
          {.uid = uid_of(number), .person = ana.ref(), .text = text, .due = 2026y / 1 / 1});
      house.store.links().add(
          {.uid = uid_of(number), .a = ana.ref(), .b = bo.ref(), .kind = "k" + text});
    }
  });
  std::string order;
  const auto take = [&](const auto& record) { order += record.text; };
  house.store.interactions().for_each_by_uid(take);
  house.store.facts().for_each_by_uid(take);
  house.store.follow_ups().for_each_by_uid(take);
  house.store.links().for_each_by_uid([&](const Link& link) { order += link.kind; });
  CHECK(order == "123123123k1k2k3");
}

TEST_CASE("facts are found by person, by day and by when a success was noted", "[store][fact]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  const auto note = [&](const Person& who,
                        std::string kind,
                        std::string text,
                        std::optional<Date> date = {},
                        std::int64_t second = 0) {
    Fact draft{.person = who.ref(), .kind = std::move(kind), .text = std::move(text), .date = date};
    draft.created_at = Instant{std::chrono::seconds{1'000'000 + second}};
    return house.store.write("note", [&] { return house.store.facts().add(draft); });
  };
  const Fact first = note(ana, "hope", "a bakery", 2026y / 5 / 1);
  note(bo, "success", "the prize", {}, 20);
  note(ana, "success", "the exam", {}, 10);
  note(ana, "success", "the race", 2026y / 4 / 1, 30);
  CHECK(house.store.facts().find(first.id) == first);
  CHECK(texts(house.store.facts().of(ana.id)) == Texts{"a bakery", "the exam", "the race"});
  CHECK(texts(house.store.facts().dated_within(2026y / 4 / 1, 2026y / 5 / 1)) ==
        Texts{"the race", "a bakery"});
  CHECK(house.store.facts().dated_within(2026y / 4 / 2, 2026y / 4 / 30).empty());
  const auto noted = [&](Date from, Date to) {
    return texts(house.store.facts().successes_noted_within(from, to));
  };
  CHECK(noted(1970y / 1 / 12, 1970y / 1 / 12) == Texts{"the exam", "the prize"});
  CHECK(noted(1970y / 1 / 1, 1970y / 1 / 11).empty());
  CHECK(noted(1970y / 1 / 13, 1970y / 12 / 31).empty());
  house.store.write("rm", [&] { house.store.facts().remove(first.id); });
  CHECK_FALSE(house.store.facts().find(first.id).has_value());
}

TEST_CASE("each field of a fact can be changed, and what became of a hope is found by its day",
          "[store][fact]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  const Fact bare = house.store.write("note", [&] {
    return house.store.facts().add({.person = ana.ref(), .kind = "hope", .text = "a bakery"});
  });
  CHECK(bare.status == HopeStatus::open);
  const auto end = [](Fact& f, HopeStatus how) {
    f.status = how;
    f.done_on = 2026y / 3 / 19;
  };
  const std::vector<std::function<void(Fact&)>> changes{
      [](Fact& f) { f.text = "a café\nby the sea"; },
      [](Fact& f) { f.kind = "like"; },
      [](Fact& f) { f.date = 2027y / 12 / 31; },
      [&](Fact& f) { f.person = bo.ref(); },
      [&](Fact& f) { end(f, HopeStatus::let_go); },
      [&](Fact& f) { end(f, HopeStatus::fulfilled); }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    CAPTURE(i);
    Fact wanted = bare;
    changes[i](wanted);
    house.store.write("edit", [&] { house.store.facts().update(wanted); });
    CHECK(house.store.facts().find(bare.id) == wanted);
    CHECK(house.store.facts().ended_within(2026y / 3 / 19, 2026y / 3 / 20).size() ==
          (wanted.done_on ? 1 : 0));
    CHECK(house.store.facts().ended_within(2026y / 3 / 20, 2026y / 3 / 21).empty());
    house.store.journal().undo(1);
    CHECK(house.store.facts().find(bare.id) == bare);
  }
}

TEST_CASE("nothing but a hope comes true", "[store][fact]") {
  House house;
  const Person ana = house.add("Ana Lim");
  CHECK_THROWS_AS(
      checked(Fact{
          .person = ana.ref(), .kind = "like", .text = "tea", .status = HopeStatus::fulfilled}),
      DataError);
  CHECK_THROWS_AS(house.store.write("edit",
                                    [&] {
                                      house.store.facts().update(
                                          {.id = FactId{77}, .person = ana.ref(), .text = "x"});
                                    }),
                  NotFoundError);
  const Fact open = checked(Fact{.person = ana.ref(), .text = "tea", .done_on = 2026y / 1 / 1});
  CHECK_FALSE(open.done_on.has_value());
}

TEST_CASE("follow-ups that were done are found by that day", "[store][follow_up]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const auto promise = [&](std::string text, FollowUpStatus status, std::optional<Date> done_on) {
    house.store.write("remind", [&] {
      house.store.follow_ups().add({.person = ana.ref(),
                                    .text = std::move(text),
                                    .due = 2026y / 3 / 1,
                                    .status = status,
                                    .done_on = done_on});
    });
  };
  promise("late", FollowUpStatus::done, 2026y / 3 / 2);
  promise("kept", FollowUpStatus::done, 2026y / 3 / 1);
  promise("open", FollowUpStatus::open, {});
  promise("dropped", FollowUpStatus::dropped, {});
  const std::vector<FollowUp> done =
      house.store.follow_ups().done_within(2026y / 3 / 1, 2026y / 3 / 2);
  CHECK(texts(done) == Texts{"kept", "late"});
  CHECK(kept_on_time(done.front()));
  CHECK_FALSE(kept_on_time(done.back()));
  CHECK_FALSE(kept_on_time({.text = "open", .due = 2026y / 3 / 1}));
  CHECK(house.store.follow_ups().done_within(2026y / 3 / 3, 2026y / 3 / 9).empty());
}

TEST_CASE("each field of a follow-up can be changed", "[store][follow_up]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  const FollowUp bare = house.store.write("remind", [&] {
    return house.store.follow_ups().add(
        {.person = ana.ref(), .text = "call", .due = 2026y / 4 / 1});
  });
  CHECK(bare.series_start == 2026y / 4 / 1);
  const std::vector<std::function<void(FollowUp&)>> changes{
      [](FollowUp& f) { f.text = "write\nat length"; },
      [](FollowUp& f) { f.due = 2027y / 12 / 31; },
      [](FollowUp& f) { f.every = Span{.months = 3}; },
      [](FollowUp& f) { f.every = Span{.days = 10}; },
      [](FollowUp& f) { f.series_start = 2026y / 1 / 31; },
      [](FollowUp& f) { f.owed_by = Owner::them; },
      [](FollowUp& f) { f.status = FollowUpStatus::dropped; },
      [&](FollowUp& f) { f.person = bo.ref(); },
      [](FollowUp& f) {
        f.status = FollowUpStatus::done;
        f.done_on = 2026y / 3 / 19;
      }};
  for (std::size_t i = 0; i < changes.size(); ++i) {
    CAPTURE(i);
    FollowUp wanted = bare;
    changes[i](wanted);
    house.store.write("edit", [&] { house.store.follow_ups().update(wanted); });
    CHECK(house.store.follow_ups().find(bare.id) == wanted);
    house.store.journal().undo(1);
    CHECK(house.store.follow_ups().find(bare.id) == bare);
  }
}

TEST_CASE("a person's open follow-ups go by due day, the ended ones after them, latest first",
          "[store][follow_up]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const auto remind = [&](std::string text, Date due, FollowUpStatus status = {}) {
    house.store.write("remind", [&] {
      house.store.follow_ups().add(
          {.person = ana.ref(), .text = std::move(text), .due = due, .status = status});
    });
  };
  remind("done long ago", 2025y / 1 / 1, FollowUpStatus::done);
  remind("late", 2026y / 6 / 1);
  remind("dropped", 2026y / 1 / 1, FollowUpStatus::dropped);
  remind("soon", 2026y / 3 / 21);
  remind("soon too", 2026y / 3 / 21);
  CHECK(texts(house.store.follow_ups().of(ana.id)) ==
        Texts{"soon", "soon too", "late", "dropped", "done long ago"});
  CHECK(texts(house.store.follow_ups().due_by(2026y / 3 / 21)) == Texts{"soon", "soon too"});
  CHECK(house.store.follow_ups().due_by(2026y / 3 / 20).empty());
}

TEST_CASE("a tie reads the same from both ends, and goes kind by kind", "[store][link]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  const Person cy = house.add("Cy Orr");
  LinkRepo& links = house.store.links();
  const auto tie = [&](const Person& a, const Person& b, std::string kind) {
    return house.store.write("link", [&] {
      return links.add(
          {.a = a.ref(), .b = b.ref(), .kind = std::move(kind), .since = PartialDate(2019, 5, {})});
    });
  };
  const Link friends = tie(ana, bo, "friend");
  tie(cy, ana, "family");
  tie(bo, ana, "introduced");
  CHECK(links.has(friends.uid));
  CHECK(links.tied(bo.id, ana.id, "friend"));
  CHECK(links.tied(bo.id, ana.id, "introduced"));
  CHECK_FALSE(links.tied(ana.id, bo.id, "introduced"));
  CHECK_FALSE(links.tied(bo.id, cy.id, "friend"));
  REQUIRE(links.of(ana.id).size() == 3);  // by the other's name, then by kind
  CHECK(links.of(ana.id)[0] == friends);
  CHECK(links.of(ana.id)[1].kind == "introduced");
  CHECK(links.of(ana.id)[2].kind == "family");
  CHECK_THROWS_AS(tie(bo, ana, "friend"), ConflictError);

  const auto untie = [&](const Person& a, const Person& b, std::string_view kind) {
    return house.store.write("unlink", [&] { return links.remove_between(a.id, b.id, kind); });
  };
  CHECK(untie(bo, ana, "colleague") == 0);
  CHECK(untie(bo, ana, "friend") == 1);
  CHECK(untie(ana, bo, "") == 1);
  CHECK(links.of(ana.id).size() == 1);
  CHECK(links.of(bo.id).empty());
}

TEST_CASE("an origin holds what its source said last, whatever that was", "[store][origin]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Person bo = house.add("Bo Ek");
  const auto put = [&](const Origin& origin) {
    house.store.write("import", [&] { house.store.origins().put(origin); });
  };
  const Origin first{
      "linkedin", "https://x/\"ana\"", ana.id, {{"org", "A\nB"}, {"", std::string(1, char{})}}};
  put(first);
  put({"csv", "1", ana.id, {}});
  CHECK(house.store.origins().find("linkedin", first.key) == first);
  CHECK(house.store.origins().of(ana.id).front().source == "csv");
  const std::size_t changes = house.store.journal().history(99).size();
  put(first);  // says nothing new
  CHECK(house.store.journal().history(99).size() == changes);

  put({"linkedin", first.key, bo.id, {{"org", "bad \xff byte"}}});
  CHECK(house.store.origins().find("linkedin", first.key)->person == bo.id);
  CHECK(house.store.origins().find("linkedin", first.key)->said.at("org") == "bad \uFFFD byte");
  CHECK(house.store.origins().of(ana.id).size() == 1);
  CHECK_FALSE(house.store.origins().find("csv", "2").has_value());
}

TEST_CASE("a setting is set, overwritten, and unset, and all of it can be undone",
          "[store][setting]") {
  House house;
  SettingRepo& settings = house.store.settings();
  const auto set = [&](std::string_view value) {
    house.store.write("config", [&] { settings.set("list.sort", value); });
  };
  set("name");
  set("");
  CHECK(settings.get("list.sort") == "");
  CHECK_FALSE(settings.get("LIST.SORT").has_value());
  house.store.journal().undo(1);
  CHECK(settings.get("list.sort") == "name");
  house.store.write("config", [&] {
    settings.unset("list.sort");
    settings.unset("never.set");
  });
  CHECK_FALSE(settings.get("list.sort").has_value());
  house.store.journal().undo(1);
  CHECK(settings.get("list.sort") == "name");
}
