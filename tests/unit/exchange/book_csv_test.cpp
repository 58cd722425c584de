// People out as Google's and Outlook's CSV.
#include <algorithm>
#include <sstream>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/exchange/csv_reader.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using namespace std::chrono_literals;

Person ana() {
  Person ana{.name = "Ana van der Lim", .nicknames = {"Anni; A", "Al"}};
  ana.add_point({ContactKind::email, "ana@example.org", "work"});
  ana.add_point({ContactKind::email, "lim@example.org", ""});
  ana.add_point({ContactKind::phone, "+46 70 123 45 67", "mobile"});
  ana.add_point({ContactKind::phone, "+41 31 1", "home"});
  ana.add_point({ContactKind::url, "https://ana.example", ""});
  ana.add_point({ContactKind::handle, "@ana", "chess"});
  ana.add_point({ContactKind::address, "Way 1, 3000 Bern", "home"});
  ana.set_org("Acme");
  ana.set_title("=CTO()");
  ana.city = "Bern";
  ana.birthday = PartialDate(1988y / 6 / 5);
  ana.tags = {"climbing", "book-club"};
  return ana;
}

/// The cell of the first person in a column.
std::string cell(const std::string& csv, const std::string& column) {
  std::istringstream in(csv);
  CsvReader reader(in, ',');
  const auto header = reader.next();
  const auto row = reader.next();
  REQUIRE(header);
  REQUIRE(row);
  CHECK(row->cells.size() == header->cells.size());
  const auto at = std::find(header->cells.begin(), header->cells.end(), column);
  return at == header->cells.end()
             ? "no such column"
             : std::string(row->cell(static_cast<std::size_t>(at - header->cells.begin())));
}

TEST_CASE("google export: the columns of 2024, and nothing that a spreadsheet would run",
          "[csv][google]") {
  ImportHouse house;
  const Person kept = house.add(ana());
  house.store.write("fact", [&] {
    house.store.facts().add(
        {.person = kept.ref(), .kind = "anniversary", .text = "wedding", .date = 2015y / 7 / 4});
    house.store.facts().add({.person = kept.ref(), .text = "told me in confidence"});
  });
  const std::string csv = house.to_google();
  CHECK(csv.starts_with(
      "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last "
      "Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization "
      "Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - "
      "Value,E-mail 2 - Label,"));
  CHECK(cell(csv, "First Name") == "Ana");
  CHECK(cell(csv, "Last Name") == "van der Lim");
  CHECK(cell(csv, "Organization Title") == "'=CTO()");
  CHECK(cell(csv, "Birthday") == "1988-06-05");
  CHECK(cell(csv, "Labels") == "* myContacts ::: climbing ::: book-club");
  CHECK(cell(csv, "E-mail 1 - Label") == "Work");
  CHECK(cell(csv, "Phone 1 - Value") == "+46 70 123 45 67");
  CHECK(cell(csv, "Address 1 - Formatted") == "Way 1, 3000 Bern");
  CHECK(cell(csv, "Address 1 - City") == "Bern");
  CHECK(cell(csv, "Event 1 - Value") == "2015-07-04");
  CHECK(cell(csv, "Custom Field 1 - Label") == "Handle (chess)");
  CHECK(csv.find("confidence") == std::string::npos);

  ImportHouse other;
  other.google(csv);
  Person back = other.only("Ana van der Lim");
  Person was = house.only("Ana van der Lim");
  for (Person* person : {&back, &was}) {
    std::ranges::stable_sort(person->contact_points, {}, &ContactPoint::kind);
  }
  back.id = was.id;
  back.uid = was.uid;
  back.created_at = was.created_at;
  back.updated_at = was.updated_at;
  CHECK(back == was);
  CHECK(other.store.facts().of(back.id).size() == 1);
}

TEST_CASE("google export: a birthday without a year goes out and comes back", "[csv][google]") {
  ImportHouse house;
  house.add(Person{.name = "Ana", .birthday = PartialDate({}, 2, 29)});
  CHECK(cell(house.to_google(), "Birthday") == "--02-29");
  ImportHouse other;
  other.google(house.to_google());
  CHECK(other.only("Ana").birthday == PartialDate({}, 2, 29));
}

TEST_CASE("outlook export: each label has its column, and what has none stands in the notes",
          "[csv][outlook]") {
  ImportHouse house;
  Person person = ana();
  person.add_point({ContactKind::email, "three@example.org", ""});
  person.add_point({ContactKind::email, "four@example.org", "old"});
  person.add_point({ContactKind::phone, "555 0100", ""});
  house.add(person);
  const std::string csv = house.to_outlook();
  CHECK(cell(csv, "E-mail Address") == "ana@example.org");
  CHECK(cell(csv, "E-mail 3 Address") == "three@example.org");
  CHECK(cell(csv, "Mobile Phone") == "+46 70 123 45 67");
  CHECK(cell(csv, "Home Phone") == "+41 31 1");
  CHECK(cell(csv, "Primary Phone") == "555 0100");
  CHECK(cell(csv, "Job Title") == "'=CTO()");
  CHECK(cell(csv, "Home Street") == "Way 1, 3000 Bern");
  CHECK(cell(csv, "Birthday") == "6/5/1988");
  CHECK(cell(csv, "Categories") == "climbing; book-club");
  CHECK(cell(csv, "Notes") == "email (old): four@example.org");

  ImportHouse other;
  CHECK(other.csv(csv).remarks.empty());
  const Person back = other.only("Ana van der Lim");
  CHECK(back.birthday == PartialDate(1988y / 6 / 5));
  CHECK(back.city == "Bern");
  CHECK(back.nicknames == house.only("Ana van der Lim").nicknames);
  CHECK(back.title() == "=CTO()");
  CHECK(back.points(ContactKind::address) ==
        std::vector<ContactPoint>{{ContactKind::address, "Way 1, 3000 Bern", "home"}});
}

}  // namespace
}  // namespace kith::exchange
