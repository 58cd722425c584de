// What holds for all data: what is written reads back.
#include <sstream>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/inventor.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_reader.hpp>
#include <kith/exchange/csv_writer.hpp>
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::Inventor;

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
