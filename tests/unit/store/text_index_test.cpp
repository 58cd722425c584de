// Full-text search: what is found by which words, and that the index stays exact.
#include "support/catch.hpp"
#include "support/people.hpp"

using namespace kith;
using namespace kith::test;

namespace {

std::size_t hits(House& house, std::string_view words, std::size_t limit = 99) {
  return house.store.texts().find(words, limit).size();
}

/// A house in which Ana's log says `text`.
House saying(std::string_view text) {
  House house;
  const Person someone = house.add("Quentin Xu");
  house.log({someone}, 2026y / 3 / 1, text);
  return house;
}

}  // namespace

TEST_CASE("text is found as people of any script type it", "[store][search]") {
  struct Case {
    std::string text;
    std::vector<std::string> typed;
    std::vector<std::string> not_this;
  };
  const std::vector<Case> cases{
      {"Ate at the Café Zürich, twice",
       {"cafe", "CAFÉ", "zurich", "Zür", "twice ate", "at the cafe"},
       {"caffe", "urich", "cafe once"}},
      {"Don't say it's O’Brien's l'été",
       {"don't", "dont", "o'brien", "obrien", "ete", "été", "l'ete", "it's"},
       {"doont", "rien"}},
      {"她在北京大学教书", {"北京", "北京大学", "大学", "教书", "她"}, {"京北", "大北"}},
      {"東京タワーで会いました", {"東京", "タワー", "会い", "ﾀﾜｰ"}, {"京東", "ワタ"}},
      {"오늘 김치를 만들었다", {"김치", "오늘 김치", "만들"}, {"치를"}},
      {"В Ёлкино на ЛЬДУ", {"елкино", "льду", "Ёлк"}, {"лкино"}},
      {"มาที่กรุงเทพ", {"กรุงเทพ", "ที่"}, {"เทพกรุง"}},
      {"في القاهرة أمس", {"القاهرة", "أمس"}, {"قاهر"}},
      {"नमस्ते दिल्ली", {"नमस्ते", "दिल्ली"}, {"मस्ते नमस्ते क"}},
      {"party 🎉🎂 tonight", {"party", "tonight party", "party 🎂"}, {"🎂", "🎉🎂"}},
      {"C++ and R&D, 50% off: 2026-11-22",
       {"c++", "r&d", "50%", "2026-11-22", "2026", "- and", "and -"},
       {"r&e", "2026-12", "+"}},
      {"jean-luc well-being e-mail", {"jean-luc", "jean luc", "being", "well-b", "e-mail"}, {"uc"}},
      {"the ﬁnal ½ of Ⅷ", {"final", "viii"}, {"xiii"}}};
  for (const Case& one : cases) {
    House house = saying(one.text);
    for (const std::string& typed : one.typed) {
      CAPTURE(one.text, typed);
      CHECK(hits(house, typed) == 1);
    }
    for (const std::string& typed : one.not_this) {
      CAPTURE(one.text, typed);
      CHECK(hits(house, typed) == 0);
    }
  }
}

TEST_CASE("whatever is typed is words, never an operator", "[store][search][hostile]") {
  House house = saying("coffee and near or not cake");
  for (const char* harmless : {"coffee AND cake",
                               "NOT cake",
                               "near or",
                               "\"coffee\"",
                               "\"coffee cake",
                               "coffee*",
                               "coffee^",
                               "(coffee)",
                               "cof* ca*",
                               "coffee  \t cake",
                               "coffee -- cake",
                               "coffee\"\"cake\""}) {
    CAPTURE(harmless);
    const std::size_t count = hits(house, harmless);
    CHECK(count <= 1);
    if (std::string_view{harmless} != "coffee\"\"cake\"") {
      CHECK(count == 1);
    }
  }
  for (const char* nothing : {"body:coffee",
                              "rowid:1",
                              "coffee NEAR/2 cake",
                              "coffee tea",
                              "'; DROP TABLE search; --",
                              "{coffee}: x",
                              "\"",
                              "\"\"",
                              "***",
                              "+",
                              "\\",
                              "\xff\xfe",
                              "\u0301"}) {
    CAPTURE(nothing);
    CHECK(hits(house, nothing) == 0);
  }
  CHECK(hits(house, std::string_view("cof\0fee", 7)) == 0);
  CHECK(hits(house, std::string(100'000, 'x')) == 0);
  CHECK(hits(house, std::string(50'000, '"')) == 0);
  std::string many;
  for (int i = 0; i < 200; ++i) {
    many += "coffee ";
  }
  CHECK(hits(house, many) == 1);
}

TEST_CASE("very long words and texts are found by their beginning", "[store][search]") {
  const std::string word(5000, 'w');
  House house = saying("before " + word + " after");
  CHECK(hits(house, "www") == 1);
  CHECK(hits(house, word) == 1);
  CHECK(hits(house, word + "w") == 0);
  CHECK(hits(house, "after") == 1);
  std::string novel;
  while (novel.size() < 900'000) {
    novel += "lorem ipsum dolor sit amet ";
  }
  House other = saying(novel + "finis");
  CHECK(hits(other, "finis lorem") == 1);
}

TEST_CASE("people come first, then records, the latest written first, and a limit counts both",
          "[store][search]") {
  House house;
  const Person ana = house.add(Person{.name = "Ana Lim", .city = "Cake Town"});
  const Person bo = house.add("Bo Cake");
  const Interaction early = house.log({ana}, 2026y / 3 / 10, "cake");
  const Fact fact = house.store.write("note", [&] {
    return house.store.facts().add({.person = bo.ref(), .text = "cake", .date = 2020y / 1 / 1});
  });
  const FollowUp task = house.store.write("remind", [&] {
    return house.store.follow_ups().add({.person = bo.ref(), .text = "cake", .due = 2027y / 1 / 1});
  });
  const Interaction late = house.log({ana}, 2026y / 1 / 1, "cake again");
  const auto order = [&](std::size_t limit) {
    std::string all;
    for (const Hit& hit : house.store.texts().find("cake", limit)) {
      all += std::string{to_string(hit.type)} + ' ' + std::to_string(hit.id) + ';';
    }
    return all;
  };
  const auto line = [](std::string_view type, std::int64_t id) {
    return std::string{type} + ' ' + std::to_string(id) + ';';
  };
  const std::string people = line("person", raw(bo.id)) + line("person", raw(ana.id));
  const std::string latest = line("interaction", raw(late.id));
  CHECK(order(99) == people + latest + line("follow_up", raw(task.id)) +
                         line("fact", raw(fact.id)) + line("interaction", raw(early.id)));
  CHECK(order(3) == people + latest);
  CHECK(order(2) == people);
  CHECK(order(1) == line("person", raw(bo.id)));
  CHECK(order(0).empty());
}

TEST_CASE("every part of a person is found, and no longer once it is gone", "[store][search]") {
  House house;
  const Person bare = house.add("Ana Lim");
  const std::vector<std::pair<const char*, std::function<void(Person&)>>> parts{
      {"renamed", [](Person& p) { p.name = "Renamed Lim"; }},
      {"nick", [](Person& p) { p.nicknames = {"Nick"}; }},
      {"acme",
       [](Person& p) {
         p.memberships = {{"Acme", "", {}, {}}};
       }},
      {"former",
       [](Person& p) {
         p.memberships = {{"", "Former", {}, PartialDate(2001, {}, {})}};
       }},
      {"lisbon", [](Person& p) { p.city = "Lisbon"; }},
      {"climbing", [](Person& p) { p.tags = {"climbing"}; }},
      {"mail@example.org",
       [](Person& p) {
         p.contact_points = {{ContactKind::email, "mail@example.org", ""}};
       }},
      {"wedding", [](Person& p) { p.met = "at a wedding"; }}};
  for (const auto& [word, change] : parts) {
    CAPTURE(word);
    Person wanted = bare;
    change(wanted);
    CHECK(hits(house, word) == 0);
    house.store.write("edit", [&] { house.store.people().update(wanted); });
    CHECK(hits(house, word) == 1);
    house.store.write("edit back", [&] {
      wanted = house.store.people().get(bare.id);
      Person back = bare;
      back.updated_at = wanted.updated_at;
      house.store.people().update(back);
    });
    CHECK(hits(house, word) == 0);
    CHECK(hits(house, "lim") == 1);
  }
}

TEST_CASE("records are found by what they say now", "[store][search]") {
  House house;
  const Person ana = house.add("Ana Lim");
  FollowUp task = house.store.write("remind", [&] {
    return house.store.follow_ups().add(
        {.person = ana.ref(), .text = "lend the saw", .due = 2026y / 4 / 1});
  });
  task.text = "lend the hammer";
  house.store.write("edit", [&] { house.store.follow_ups().update(task); });
  CHECK(hits(house, "saw") == 0);
  CHECK(hits(house, "lend hammer") == 1);
  task.due = 2026y / 5 / 1;  // the text stays
  house.store.write("snooze", [&] { house.store.follow_ups().update(task); });
  CHECK(hits(house, "hammer") == 1);
  house.store.journal().undo(2);
  CHECK(hits(house, "saw") == 1);
  CHECK(hits(house, "hammer") == 0);
  house.store.write("rm", [&] { house.store.follow_ups().remove(task.id); });
  CHECK(hits(house, "saw") == 0);
  house.store.journal().undo(1);
  CHECK(hits(house, "saw") == 1);

  Interaction draft{.date = 2026y / 3 / 1, .kind = "coffee", .place = "Blue Bottle"};
  draft.people = {ana.ref()};
  const Interaction there = house.log(draft);
  CHECK(hits(house, "bottle") == 1);
  CHECK(house.store.texts().find("bottle", 9).front().id == raw(there.id));
}

TEST_CASE("an id that is taken anew does not find what it was before", "[store][search]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const Interaction first = house.log({ana}, 2026y / 3 / 1, "violin");
  house.store.write("rm", [&] { house.store.interactions().remove(first.id); });
  const Fact second = house.store.write(
      "note", [&] { return house.store.facts().add({.person = ana.ref(), .text = "cello"}); });
  CHECK(raw(second.id) == raw(first.id));
  CHECK(hits(house, "violin") == 0);
  REQUIRE(hits(house, "cello") == 1);
  CHECK(house.store.texts().find("cello", 1).front().type == HitType::fact);
}

TEST_CASE("a beginning finds every word that goes on, be they none, few or many",
          "[store][search]") {
  House house;
  const Person ana = house.add("Ana Lim");
  const auto words = GENERATE(1, 2, 63, 64, 65, 200);
  house.store.write("log", [&] {
    for (int i = 0; i < words; ++i) {
      house.store.interactions().add(
          {.date = 2026y / 3 / 1,
           .kind = "call",
           .people = {ana.ref()},
           .text = "zeb" + std::to_string(i) + (i % 2 == 0 ? " tea" : "")});
    }
  });
  CAPTURE(words);
  const auto all = static_cast<std::size_t>(words);
  CHECK(hits(house, "zeb", 999) == all);
  CHECK(hits(house, "ZÉB tea", 999) == (all + 1) / 2);
  CHECK(hits(house, "te zeb", 999) == (all + 1) / 2);
  CHECK(hits(house, "zeb", 1) == 1);
  CHECK(hits(house, "zebra", 999) == 0);
  CHECK(hits(house, "zeb zeb0 tea", 999) == 1);
}
