// What holds for all data: what is written reads back.
#include <random>
#include <sstream>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_reader.hpp>
#include <kith/exchange/csv_writer.hpp>
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;

/// Text and people out of a seed: the same each run.
class Inventor {
 public:
  explicit Inventor(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  std::string text(std::size_t longest) {
    static const std::vector<std::string> kPieces{
        "a",  "B", "7", " ",    ",",  ";",  "\"", "'",  "=",    "+",           "-",     "@",
        "\\", ":", "/", "\n",   "\t", "\r", "é",  "ß",  "王",   "🍵",           " ::: ", "\xCC\x81",
        "{",  "}", "[", "\"\"", "#",  "%",  "|",  "''", "null", "\xE2\x80\x94"};
    std::string text;
    for (std::size_t i = below(longest + 1); i > 0; --i) {
      text += kPieces[below(kPieces.size())];
    }
    return text;
  }

  std::string word() {
    static const std::vector<std::string> kWords{"Ana",
                                                 "Ben",
                                                 "Zoë",
                                                 "Łukasz",
                                                 "Lim",
                                                 "O'Neill",
                                                 "王伟",
                                                 "de la Cruz",
                                                 "=1+1",
                                                 "-",
                                                 "\"Q\"",
                                                 "@x"};
    return kWords[below(kWords.size())];
  }

  PartialDate date() {
    switch (below(4)) {
      case 0:
        return {};
      case 1:
        return {{static_cast<int>(1950 + below(80))}, {}, {}};
      case 2:
        return {{}, {static_cast<unsigned>(1 + below(12))}, {static_cast<unsigned>(1 + below(28))}};
      default:
        return {{static_cast<int>(1950 + below(80))},
                {static_cast<unsigned>(1 + below(12))},
                {static_cast<unsigned>(1 + below(28))}};
    }
  }

  Person person(std::size_t number) {
    Person person;
    person.name = word() + " " + word() + " " + std::to_string(number);
    for (std::size_t i = below(3); i > 0; --i) {
      person.add_nickname(text::clean_line(word() + text(4)));
    }
    for (const ContactKind kind : kContactKinds) {
      for (std::size_t i = below(4); i > 0; --i) {
        const std::string tail = std::to_string(number) + std::to_string(i);
        const std::string value = kind == ContactKind::email   ? "e" + tail + "@example.org"
                                  : kind == ContactKind::phone ? "+1 555 " + tail
                                                               : word() + tail;
        person.add_point({kind, value, chance(2) ? "" : "label " + word()});
      }
    }
    for (std::size_t i = below(3); i > 0; --i) {
      person.memberships.push_back({word() + std::to_string(i),
                                    chance(2) ? word() : "",
                                    date(),
                                    i == 1 ? PartialDate{} : date()});
    }
    person.city = chance(2) ? word() : "";
    person.timezone = chance(2) ? "Europe/Zurich" : "";
    person.birthday = date();
    person.met = text(20);
    person.met_on = date();
    if (chance(2)) {
      person.circle = kCircles[below(kCircles.size())];
    }
    if (chance(2)) {
      person.own_cadence = Cadence(static_cast<int>(1 + below(400)));
    }
    for (std::size_t i = below(3); i > 0; --i) {
      person.add_tag("t" + std::to_string(below(5)) + (chance(2) ? ";x" : ""));
    }
    person.standing = chance(3) ? Standing::paused : Standing::active;
    person.archived = chance(4);
    return person;
  }

 private:
  std::mt19937 random_;
};

/// A house full of invented people, and of what hangs on them.
void furnish(ImportHouse& house, Inventor& inventor, std::size_t count) {
  house.store.write("furnish", [&] {
    std::vector<PersonRef> people;
    for (std::size_t i = 0; i < count; ++i) {
      Person person = inventor.person(i);
      if (!people.empty() && inventor.chance(3)) {
        person.introduced_by = people[inventor.below(people.size())];
      }
      people.push_back(house.store.people().add(person).ref());
    }
    for (std::size_t i = 0; i < 2 * count; ++i) {
      const PersonRef& who = people[inventor.below(people.size())];
      const PersonRef& other = people[inventor.below(people.size())];
      const Date day = add_days(house.clock.today(), -static_cast<int>(inventor.below(900)));
      Interaction interaction{
          .date = day, .kind = "call", .people = {who}, .text = "x" + inventor.text(30)};
      if (inventor.chance(2)) {
        interaction.time = std::chrono::minutes{inventor.below(1440)};
        interaction.duration = std::chrono::minutes{1 + inventor.below(300)};
      }
      if (other.id != who.id) {
        interaction.mentions.push_back(other);
      }
      house.store.interactions().add(interaction);
      house.store.facts().add({.person = who, .kind = "hope", .text = "x" + inventor.text(30)});
      FollowUp follow_up{
          .person = who, .text = "x" + inventor.text(9), .due = day, .series_start = day};
      if (inventor.chance(2)) {
        follow_up.every = inventor.chance(2) ? Span{.months = 1} : Span{.days = 14};
      }
      house.store.follow_ups().add(follow_up);
      if (other.id != who.id && !house.store.links().tied(who.id, other.id, "friend")) {
        house.store.links().add({.a = who, .b = other, .kind = "friend", .since = inventor.date()});
      }
    }
  });
}

TEST_CASE("csv: cells of any text read back as they were written", "[property][csv]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(0, 200)));
  CAPTURE(seed);
  Inventor inventor(seed);
  std::vector<std::vector<std::string>> rows;
  std::ostringstream out;
  // A first row that makes the delimiter plain, as a header does.
  rows.push_back({"one", "two", "three", "four", "five"});
  for (std::size_t i = 0; i < 20; ++i) {
    rows.push_back({"x", inventor.text(12), inventor.text(12), inventor.text(12), "y"});
  }
  for (const auto& row : rows) {
    write_csv_row(out, row);
  }
  std::istringstream in(out.str());
  CsvReader reader(in, ',');
  std::vector<std::vector<std::string>> back;
  while (auto row = reader.next()) {
    for (std::string& cell : row->cells) {
      cell = unguard_formula(cell);
    }
    back.push_back(row->cells);
  }
  CHECK(back == rows);
}

TEST_CASE("json: export, import, export gives the same bytes", "[property][json]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(0, 20)));
  CAPTURE(seed);
  Inventor inventor(seed);
  ImportHouse house;
  furnish(house, inventor, 12);
  const std::string text = house.to_json();
  ImportHouse other;
  other.json(text);
  CHECK(other.to_json() == text);
}

TEST_CASE("csv: export, import, export gives the same bytes", "[property][csv]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(0, 20)));
  CAPTURE(seed);
  Inventor inventor(seed);
  ImportHouse house;
  furnish(house, inventor, 12);
  const std::string text = house.to_csv();
  ImportHouse other;
  const ImportReport report = other.csv(text);
  CHECK(report.people == ImportCount{.imported = 12});
  CHECK(other.to_csv() == text);
}

/// Everybody by uid, without what a house gives its own people: ids, and when they came.
std::vector<Person> everybody(ImportHouse& house) {
  std::vector<Person> all;
  const PersonFilter filter{.archived = PersonFilter::Archived::all};
  house.store.people().for_each(filter, PersonOrder::uid, [&](const ListedPerson& listed) {
    Person person = listed.person;
    person.id = {};
    person.created_at = {};
    person.updated_at = {};
    if (person.introduced_by) {
      person.introduced_by->id = {};
    }
    all.push_back(std::move(person));
    return true;
  });
  return all;
}

TEST_CASE("csv: people go out and come back into another house the same people",
          "[property][csv]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(100, 120)));
  CAPTURE(seed);
  Inventor inventor(seed);
  ImportHouse house;
  furnish(house, inventor, 15);
  ImportHouse other;
  const ImportReport report = other.csv(house.to_csv());
  CHECK(report.remarks.empty());
  const std::vector<Person> before = everybody(house);
  const std::vector<Person> after = everybody(other);
  REQUIRE(after.size() == before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    CAPTURE(before[i].name);
    CHECK(after[i] == before[i]);
  }
  CHECK(other.csv(house.to_csv()).people == ImportCount{.unchanged = 15});
}

TEST_CASE("csv: a file with any one byte lost is read or refused, and is read again without news",
          "[property][csv]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(200, 240)));
  CAPTURE(seed);
  Inventor inventor(seed);
  ImportHouse house;
  furnish(house, inventor, 4);
  std::string text = house.to_csv();
  text.erase(inventor.below(text.size()), 1);
  ImportHouse other;
  try {
    other.csv(text);
    const std::string once = other.to_json();
    const ImportReport again = other.csv(text);
    CHECK(again.people.imported == 0);
    CHECK(again.people.updated == 0);
    CHECK(other.to_json() == once);
  } catch (const DataError&) {
    CHECK(other.store.people().count() == 0);
  }
}

TEST_CASE("readers: any bytes are read or refused, never more", "[property]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(0, 100)));
  CAPTURE(seed);
  Inventor inventor(seed);
  ImportHouse house;
  const std::string text = inventor.text(400);
  for (const auto& read : {&ImportHouse::linkedin, &ImportHouse::json}) {
    try {
      (house.*read)(text);
    } catch (const Error&) {
      SUCCEED();
    }
  }
  house.linkedin("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + text);
}

}  // namespace
}  // namespace kith::exchange
