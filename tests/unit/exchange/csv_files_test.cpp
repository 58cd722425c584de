// CSV as programs and people write it: each file of tests/data/csv becomes what is written beside
// it.
#include <filesystem>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/temp_dir.hpp"

namespace kith::exchange {
namespace {

using test::ImportHouse;
namespace fs = std::filesystem;

std::string one_line(std::string text) {
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) {
    text.replace(at, 1, " / ");
  }
  return text;
}

/// Everything of a person that a file can bring, a line each.
std::string told_of(ImportHouse& house, const Person& person) {
  std::string out = person.name + "\n";
  const auto line = [&](const std::string& field, const std::string& value) {
    out += value.empty() ? "" : "  " + field + ": " + value + "\n";
  };
  for (const std::string& nickname : person.nicknames) {
    line("nickname", nickname);
  }
  for (const Membership& membership : person.memberships) {
    line("works", membership.title + " at " + membership.org);
  }
  line("city", person.city);
  line("birthday", to_string(person.birthday));
  for (const ContactKind kind : kContactKinds) {
    for (const ContactPoint& point : person.points(kind)) {
      line(std::string(to_string(kind)),
           point.value + (point.label.empty() ? "" : " (" + point.label + ")"));
    }
  }
  line("met", person.met);
  line("met on", to_string(person.met_on));
  line("every", person.own_cadence ? std::to_string(person.own_cadence->days()) : "");
  for (const std::string& tag : person.tags) {
    line("tag", tag);
  }
  for (const Fact& fact : house.store.facts().of(person.id)) {
    line(fact.kind, one_line(fact.text) + (fact.date ? " on " + to_string(*fact.date) : ""));
  }
  return out;
}

std::string told_of(ImportHouse& house, const ImportReport& report) {
  std::string out;
  house.store.people().for_each({}, PersonOrder::name, [&](const ListedPerson& listed) {
    out += told_of(house, listed.person);
    if (listed.last_seen) {
      out += "  last seen: " + to_string(*listed.last_seen) + "\n";
    }
    return true;
  });
  for (const std::string& line : test::lines_of(report)) {
    out += line + "\n";
  }
  return out;
}

std::vector<std::string> fixtures() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(KITH_TEST_DATA) / "csv")) {
    if (entry.path().extension() == ".csv") {
      names.push_back(entry.path().stem().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

ImportReport bring_in(ImportHouse& house, const std::string& name) {
  const std::string text = test::read_file(fs::path(KITH_TEST_DATA) / "csv" / (name + ".csv"));
  return name.starts_with("google") ? house.google(text) : house.csv(text);
}

TEST_CASE("csv files: each becomes what stands beside it", "[csv][files]") {
  REQUIRE(fixtures().size() >= 28);
  for (const std::string& name : fixtures()) {
    CAPTURE(name);
    ImportHouse house;
    const ImportReport report = bring_in(house, name);
    const std::string told = told_of(house, report);
    CHECK(told == test::read_file(fs::path(KITH_TEST_DATA) / "csv" / (name + ".people")));
  }
}

TEST_CASE("csv files: each of them a second time changes nothing", "[csv][files]") {
  for (const std::string& name : fixtures()) {
    CAPTURE(name);
    ImportHouse house;
    const ImportReport first = bring_in(house, name);
    const std::string before = house.to_json();
    const ImportReport second = bring_in(house, name);
    CHECK(second.people.imported == 0);
    CHECK(second.people.updated == 0);
    CHECK(second.read() == first.read());
    CHECK(house.to_json() == before);
  }
}

}  // namespace
}  // namespace kith::exchange
