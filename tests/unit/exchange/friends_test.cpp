// The friends program's file: what a line says, what a file brings, what is written.
#include <fstream>
#include <sstream>

#include "exchange/friends_text.hpp"
#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/log_sink.hpp"
#include <kith/error.hpp>
#include <kith/exchange/friends.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::KeptLog;
using namespace std::chrono_literals;
using Strings = std::vector<std::string>;

std::string lunch_or_other(std::string_view sentence) {
  return sentence.find("unch") != std::string_view::npos ? "lunch" : "other";
}

KeptLog read(const std::string& text) {
  std::istringstream in(text);
  KeptLog log;
  read_friends(in, 2026y / 3 / 20, lunch_or_other, log);
  return log;
}

std::string written(Store& store, Strings* complaints = nullptr) {
  std::ostringstream out;
  store.read([&] {
    return write_friends(
        out, store, {.archived = PersonFilter::Archived::all}, [&](const std::string& what) {
          if (complaints != nullptr) {
            complaints->push_back(what);
          }
        });
  });
  return out.str();
}

ImportReport import(ImportHouse& house, const std::string& text) {
  return house.store.write("import", [&] {
    std::istringstream in(text);
    Importer importer = house.importer_of("friends");
    read_friends(in, house.clock.today(), lunch_or_other, importer);
    return importer.finish("friends.md");
  });
}

TEST_CASE("friends: a line's people, places and tags", "[friends]") {
  const auto line =
      parse_friends_line("Lunch with **Ana Lim**, **Ben** at _Blue Bottle_. @food @a:b");
  CHECK(line.text == "Lunch with Ana Lim, Ben at Blue Bottle.");
  CHECK(line.people == Strings{"Ana Lim", "Ben"});
  CHECK(line.places == Strings{"Blue Bottle"});
  CHECK(line.tags == Strings{"food", "a:b"});
}

TEST_CASE("friends: tags in the middle are words of the text, e-mail addresses no tags",
          "[friends]") {
  const auto line = parse_friends_line("at @Work-Day with ana@example.org @x- @");
  CHECK(line.tags == Strings{"work-day", "x"});
  CHECK(line.text == "at @Work-Day with ana@example.org @x- @");
}

TEST_CASE("friends: single marks are characters", "[friends]") {
  const auto line = parse_friends_line("my_file **is* 2 ** 3, _ and _");
  CHECK(line.people.empty());
  CHECK(line.places.empty());
  CHECK(line.text == "my_file **is* 2 ** 3, _ and _");
}

TEST_CASE("friends: what is written in brackets at the end is taken away again", "[friends]") {
  const FriendsLine what{.text = "coffee (the good one)",
                         .people = {"Ana Lim", "Ben Ray", "Cy"},
                         .places = {"Blue Bottle"},
                         .tags = {"food"}};
  const std::string line = friends_line(what, "with");
  CHECK(line ==
        "coffee (the good one) (with **Ana Lim**, **Ben Ray** and **Cy** in _Blue Bottle_) @food");
  CHECK(parse_friends_line(line) == what);
}

TEST_CASE("friends: names are marked where the text has them as words", "[friends]") {
  CHECK(friends_line({.text = "saw Anabel and Ana", .people = {"Ana"}}, "with") ==
        "saw Anabel and **Ana**");
  CHECK(friends_line({.text = "saw Anabel", .people = {"Ana"}}, "with") ==
        "saw Anabel (with **Ana**)");
}

TEST_CASE("friends: what would be a mark is written wide, and read back", "[friends]") {
  const FriendsLine what{.text = "my_file_name, **bold**, C:\\x, mail @ana", .people = {"A_B"}};
  const std::string line = friends_line(what, "with");
  CHECK(line.find('_') == std::string::npos);
  CHECK(line.find('\\') == std::string::npos);
  CHECK(parse_friends_line(line) == what);
}

TEST_CASE("friends: a file's people", "[friends]") {
  const KeptLog log = read(
      "### Friends:\n- Ana Lim (a.k.a. The Admiral a.k.a. Anni) [Bern] @navy @climbing\n"
      "- Ben Ray\nMary (Mimi) Poe @school\n- Cy [Oslo] and more\n\n### Activities:\n");
  REQUIRE(log.people.size() == 4);
  CHECK(log.people[0].name == "Ana Lim");
  CHECK(log.people[0].nicknames == Strings{"The Admiral", "Anni"});
  CHECK(log.people[0].city == "Bern");
  CHECK(log.people[0].tags == Strings{"navy", "climbing"});
  CHECK(log.people[1].name == "Ben Ray");
  CHECK(log.people[2].name == "Mary (Mimi) Poe");
  CHECK(log.people[2].tags == Strings{"school"});
  CHECK(log.people[3].city == "Oslo");
  CHECK(log.said() == Strings{"5: and more: left out"});
}

TEST_CASE("friends: what happened, by name, nickname or the beginning of a name", "[friends]") {
  const KeptLog log = read(
      "### Activities:\n- 2026-03-10: Lunch with **Anni** and **Ben** in _Bern_ @food\n"
      "- yesterday: **Cy** called\n- no day at all\n- 2026-03-10: Lunch with **Anni** and **Ben** "
      "in _Bern_ @food\n### Friends:\n- Ana Lim (a.k.a. Anni)\n- Ben Ray\n### Locations:\n- Bern\n");
  CHECK(log.happened() ==
        Strings{"2026-03-10 lunch: Lunch with Anni and Ben in Bern | Ana Lim, Ben Ray",
                "2026-03-20 other: no day at all |",
                "2026-03-19 other: Cy called | Cy",
                "2026-03-10 lunch: Lunch with Anni and Ben in Bern | Ana Lim, Ben Ray"});
  CHECK(log.log[0].interaction.place == "Bern");
  CHECK(log.log[0].interaction.tags == Strings{"food"});
  CHECK(log.log[0].key != log.log[3].key);
  CHECK(log.said() == Strings{"4: no day, taken for today"});
}

TEST_CASE("friends: a note is a fact of everybody it names, of the kind of its tag", "[friends]") {
  const KeptLog log = read(
      "### Notes:\n- 2026-02-01: **Ana Lim** and **Ben Ray** sail @hope @sea\n- 2026-02-02: rain\n"
      "### Friends:\n- Ana Lim\n- Ben Ray\n");
  REQUIRE(log.people.size() == 2);
  const Told expected{
      .text = "Ana Lim and Ben Ray sail @sea", .kind = "hope", .date = 2026y / 2 / 1};
  CHECK(log.people[0].told == std::vector<Told>{expected});
  CHECK(log.people[1].told == std::vector<Told>{expected});
  CHECK(log.said() == Strings{"3: a note about nobody in the file, left out: rain"});
}

TEST_CASE("friends: a tag at the end of a note stays, though an address has the same letters",
          "[friends]") {
  const KeptLog log = read(
      "### Notes:\n- 2026-02-01: **Ana Lim** is ana@sea.example @sea\n### Friends:\n- Ana Lim\n");
  REQUIRE(log.people.size() == 1);
  CHECK(log.people[0].told.at(0).text == "Ana Lim is ana@sea.example @sea");
}

TEST_CASE("friends: another file is refused", "[friends]") {
  CHECK_THROWS_AS(read("name,email\n"), DataError);
  CHECK_THROWS_AS(read(""), DataError);
  CHECK_THROWS_AS(read("### Shopping:\n- milk\n"), DataError);
}

TEST_CASE("friends: the fixture comes in once, and says what stays outside", "[friends]") {
  ImportHouse house;
  std::ifstream in(std::string(KITH_TEST_DATA) + "/friends/friends.md");
  std::stringstream text;
  text << in.rdbuf();
  const ImportReport report = import(house, text.str());
  CHECK(report.people == ImportCount{.imported = 4});
  CHECK(report.records.at("interactions") == ImportCount{.imported = 4});
  CHECK(report.with_strangers == 1);
  CHECK(test::lines_of(report) ==
        Strings{"0: warning: places where nobody lives and nothing happened, left out: Atlantis",
                "11: warning: a note about nobody in the file, left out: It rained."});
  CHECK(house.store.facts().of(house.only("Ana Lim").id).size() == 2);
  const ImportReport again = import(house, text.str());
  CHECK(again.people == ImportCount{.unchanged = 4});
  CHECK(again.records.at("interactions") == ImportCount{.unchanged = 4});
}

TEST_CASE("friends: what is written comes back, and adds nothing where it came from", "[friends]") {
  ImportHouse house;
  const Person ana = house.add(
      Person{.name = "Ana Lim", .nicknames = {"Anni"}, .city = "Bern", .tags = {"a:b", "x-y"}});
  const Person ben = house.add(Person{.name = "Ben Ray", .nicknames = {"Benny"}});
  house.log(Interaction{.date = 2026y / 3 / 1,
                        .kind = "lunch",
                        .people = {ana.ref(), ben.ref()},
                        .place = "Blue Bottle",
                        .tags = {"food"},
                        .text = "Lunch, Ana Lim paid"});
  house.store.write("note", [&] {
    return house.store.facts().add({.person = ana.ref(), .kind = "like", .text = "tea"});
  });
  const std::string file = written(house.store);
  CHECK(
      file ==
      "### Activities:\n- 2026-03-01: Lunch, **Ana Lim** paid (with **Ben Ray** in _Blue Bottle_) "
      "@food\n\n### Notes:\n- 2026-03-20: tea (about **Ana Lim**) @like\n\n### Friends:\n"
      "- Ana Lim (a.k.a. Anni) [Bern] @a:b @x-y\n- Ben Ray (a.k.a. Benny)\n\n### Locations:\n- Bern\n"
      "- Blue Bottle\n");
  ImportHouse other;
  import(other, file);
  CHECK(written(other.store) == file);
  CHECK(other.store.interactions().latest({}, 9).at(0).kind == "lunch");
  CHECK(other.only("Ana Lim").tags == ana.tags);
  CHECK(import(house, file).records.at("interactions") == ImportCount{.unchanged = 1});
}

TEST_CASE("friends: names that the file cannot hold are written nearly, and said", "[friends]") {
  ImportHouse house;
  house.add("Mary (Mimi) Poe");
  house.add("Sam Lee");
  house.add("Sam Lee");
  house.add(Person{.name = "M\xC3\xA9l@nie", .tags = {"...", "a.b"}});
  Strings complaints;
  const std::string file = written(house.store, &complaints);
  CHECK(file.find("- Mary Mimi Poe\n") != std::string::npos);
  CHECK(file.find("- Sam Lee\n- Sam Lee 2\n") != std::string::npos);
  CHECK(file.find("- M\xC3\xA9l nie @a-b\n") != std::string::npos);
  CHECK(complaints ==
        Strings{"Mary (Mimi) Poe: written as Mary Mimi Poe, since names have no ( [ @ there",
                "M\xC3\xA9l@nie: written as M\xC3\xA9l nie, since names have no ( [ @ there",
                "M\xC3\xA9l@nie: tag ...: has no letter or digit, left out",
                "Sam Lee: written as Sam Lee 2, since somebody else has that name"});
}

}  // namespace
}  // namespace kith::exchange
