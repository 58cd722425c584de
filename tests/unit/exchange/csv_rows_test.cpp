// Rows of CSV: what each cell becomes, and what is said where it cannot become anything.
#include "support/catch.hpp"
#include "support/imports.hpp"

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::lines_of;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

/// What Ana becomes with `cell` in a column `header`.
Person with(const std::string& header, const std::string& cell) {
  ImportHouse house;
  const ImportReport report = house.csv("name;" + header + "\nAna Lim;" + cell + "\n");
  CHECK(lines_of(report).empty());
  return house.only("Ana Lim");
}

Lines complaints(const std::string& header, const std::string& cell) {
  ImportHouse house;
  const ImportReport report = house.csv("name;" + header + "\nAna Lim;" + cell + "\nBen Ray;\n");
  CHECK(report.people == ImportCount{.imported = 2});  // the row comes in all the same
  return lines_of(report);
}

TEST_CASE("csv rows: every form of a birthday", "[csv][rows]") {
  const PartialDate full(1988y / 5 / 14);
  CHECK(with("birthday", "1988-05-14").birthday == full);
  CHECK(with("birthday", "14.05.1988").birthday == full);
  CHECK(with("birthday", "5/14/1988").birthday == full);
  CHECK(with("birthday", "14 May 1988").birthday == full);
  CHECK(with("birthday", "5/14/88").birthday == full);
  CHECK(with("birthday", "14-May-88").birthday == full);
  CHECK(with("birthday", "--05-14").birthday == PartialDate({}, 5, 14));
  CHECK(with("birthday", "14 May").birthday == PartialDate({}, 5, 14));
  CHECK(with("birthday", "--02-29").birthday == PartialDate({}, 2, 29));
  CHECK(with("birthday", "1988").birthday == PartialDate({1988}, {}, {}));
  CHECK(with("birthday", "1988-05").birthday == PartialDate({1988}, {5}, {}));
  CHECK(with("birthday", "0/0/00").birthday.empty());
  // Two digits that would lie ahead are of the century before.
  CHECK(with("birthday", "5/14/40").birthday == PartialDate(1940y / 5 / 14));
  CHECK(with("birthday", "5/14/20").birthday == PartialDate(2020y / 5 / 14));
}

TEST_CASE("csv rows: a birthday that is no day is said, and not guessed", "[csv][rows]") {
  for (const char* cell : {"30.02.1988", "1988-13-01", "soon", "--02-30", "0"}) {
    CAPTURE(cell);
    const Lines said = complaints("birthday", cell);
    REQUIRE(said.size() == 1);
    CHECK(said[0].find("2: warning: Ana Lim: birthday: ") == 0);
  }
}

TEST_CASE("csv rows: circles, standings and yes or no by their words", "[csv][rows]") {
  CHECK(with("circle", "inner").circle == Circle::inner);
  CHECK(with("circle", " CLOSE ").circle == Circle::close);
  CHECK(with("circle", "friend").circle == Circle::friends);
  CHECK(with("circle", "wider").circle == Circle::wider);
  CHECK_FALSE(with("circle", "").circle);
  CHECK(with("standing", "Dead").standing == Standing::dead);
  CHECK(with("standing", "paused").standing == Standing::paused);
  CHECK(with("archived", "Yes").archived);
  CHECK(with("archived", "1").archived);
  CHECK_FALSE(with("archived", "no").archived);
  CHECK_FALSE(with("archived", "FALSE").archived);
  CHECK(complaints("circle", "outer") ==
        Lines{"2: warning: Ana Lim: circle: outer: not understood, left out"});
  CHECK(complaints("archived", "perhaps") ==
        Lines{"2: warning: Ana Lim: archived: perhaps: not understood, left out"});
  CHECK(complaints("standing", "gone") ==
        Lines{"2: warning: Ana Lim: standing: gone: not understood, left out"});
}

TEST_CASE("csv rows: a word that is not understood leaves what is there alone", "[csv][rows]") {
  ImportHouse house;
  Person ana{.name = "Ana Lim"};
  ana.add_point({ContactKind::email, "ana@example.org", ""});
  ana.circle = Circle::inner;
  ana.archived = true;
  house.add(ana);
  house.csv("name,email,circle,archived\nAna Lim,ana@example.org,outer,perhaps\n");
  CHECK(house.only("Ana Lim").circle == Circle::inner);
  CHECK(house.only("Ana Lim").archived);
}

TEST_CASE("csv rows: cadences as days, spans and words", "[csv][rows]") {
  CHECK(with("every", "45").own_cadence == Cadence(45));
  CHECK(with("every", "45d").own_cadence == Cadence(45));
  CHECK(with("every", "6w").own_cadence == Cadence(42));
  CHECK(with("cadence", "weekly").own_cadence == Cadence(7));
  for (const char* cell : {"0", "-3", "often", "1000000", "99999999999999999999", "45.5"}) {
    CAPTURE(cell);
    const Lines said = complaints("every", cell);
    REQUIRE(said.size() == 1);
    CHECK(said[0].find("2: warning: Ana Lim: every: ") == 0);
  }
}

TEST_CASE("csv rows: several e-mails in one cell or in several columns", "[csv][rows]") {
  const auto emails = [](const Person& person) {
    Lines all;
    for (const ContactPoint& point : person.points(ContactKind::email)) {
      all.push_back(point.label + "=" + point.value);
    }
    return all;
  };
  CHECK(emails(with("email", "a@example.org, b@example.org")) ==
        Lines{"=a@example.org", "=b@example.org"});
  CHECK(emails(with("email", "\"a@example.org; b@example.org\"")) ==
        Lines{"=a@example.org", "=b@example.org"});
  CHECK(emails(with("email", "a@example.org ::: b@example.org")) ==
        Lines{"=a@example.org", "=b@example.org"});
  CHECK(emails(with("home email;work email", "a@example.org;b@example.org")) ==
        Lines{"home=a@example.org", "work=b@example.org"});
  CHECK(emails(with("email;email type;email 2;email 2 type", "a@x.org;* Home;b@x.org;* ")) ==
        Lines{"home=a@x.org", "=b@x.org"});
  CHECK(emails(with("email 2;email", "b@x.org;B@X.org")) == Lines{"=b@x.org"});  // once
}

TEST_CASE("csv rows: phones keep their own label, and the first label of a double", "[csv][rows]") {
  const Person ana = with("mobile phone;home phone;phone 2;phone 2 label",
                          "+1 555 0100;+1 555 0101;+1-555-0100;Work");
  CHECK(ana.points(ContactKind::phone) ==
        std::vector<ContactPoint>{{ContactKind::phone, "+1 555 0100", "mobile"},
                                  {ContactKind::phone, "+1 555 0101", "home"}});
}

TEST_CASE("csv rows: what is no address is left out, and the others stay", "[csv][rows]") {
  ImportHouse house;
  const ImportReport report =
      house.csv("name,email,phone\nAna Lim,a@example.org ::: nowhere,ask me\n");
  CHECK(lines_of(report) == Lines{"2: warning: Ana Lim: nowhere: not an e-mail address, left out",
                                  "2: warning: Ana Lim: ask me: not a phone number, left out"});
  CHECK(house.only("Ana Lim").contact_points.size() == 1);
}

TEST_CASE("csv rows: tags are words, each once, whatever parts them", "[csv][rows]") {
  const Lines expected{"climbing", "book-club"};
  CHECK(with("tags", "climbing, book club").tags == expected);
  CHECK(with("tags", "\"climbing; book club\"").tags == expected);
  CHECK(with("tags", "climbing ::: book club ::: * myContacts").tags == expected);
  CHECK(with("tags", "#climbing, #book club, CLIMBING").tags == expected);
  CHECK(with("tags", ", ,").tags.empty());
  CHECK(with("tags", "#, climbing, # ").tags == Lines{"climbing"});
}

TEST_CASE("csv rows: names in parts come together in the usual order", "[csv][rows]") {
  ImportHouse house;
  house.csv(
      "Last Name,First Name,Middle Name,Name Prefix,Name Suffix\n"
      "Lim,Ana,Maria,Dr.,PhD\nRay,,,,\n,Cleo,,,\n");
  CHECK(house.only("Dr. Ana Maria Lim, PhD").name == "Dr. Ana Maria Lim, PhD");
  CHECK(house.only("Ray").name == "Ray");
  CHECK(house.only("Cleo").name == "Cleo");
}

TEST_CASE("csv rows: memberships that are over are no current one", "[csv][rows]") {
  ImportHouse house;
  house.csv(
      "name,org,title,org to,org 2,title 2,org 2 from\n"
      "Ana Lim,Old,Clerk,2018,Acme,CTO,2019-05\n");
  const Person ana = house.only("Ana Lim");
  CHECK(ana.org() == "Acme");
  CHECK(ana.title() == "CTO");
  REQUIRE(ana.memberships.size() == 2);
  CHECK(ana.memberships[0].from == PartialDate({2019}, {5}, {}));
  CHECK(ana.memberships[1].to == PartialDate({2018}, {}, {}));
}

TEST_CASE("csv rows: bad rows are named by line, and the others come in", "[csv][rows]") {
  ImportHouse house;
  const ImportReport report = house.csv(
      "name,email,note\n"
      "Ana Lim,ana@example.org,\"a note\nof two lines\"\n"
      ",,only a note\n" +
      std::string(1001, 'x') + ",,\n" + "Ben Ray,ben@example.org," + std::string(1'000'001, 'n') +
      "\nCleo Fay,,fine\nDan");
  CHECK(report.people == ImportCount{.imported = 4});
  CHECK(report.skipped == 2);
  CHECK(report.read() == 6);
  REQUIRE(report.remarks.size() == 3);
  CHECK(lines_of(report)[0] == "4: skipped: no name");
  CHECK(report.remarks[1].line == 5);
  CHECK(lines_of(report)[2] == "6: warning: Ben Ray: note: too long, left out");
  CHECK(house.everybody().size() == 4);
  CHECK(house.store.facts().of(house.only("Ben Ray").id).empty());
  CHECK(house.store.facts().of(house.only("Ana Lim").id).at(0).text == "a note\nof two lines");
}

TEST_CASE("csv rows: a row that cannot be kept leaves the person as they were", "[csv][rows]") {
  ImportHouse house;
  house.csv("name,email,city\nBen Ray,ben@example.org,Bern\n");
  const std::string before = house.to_json();
  const ImportReport report =
      house.csv("name,email,city,note,tags,org\nBen Ray,ben@example.org,Basel,news,x," +
                std::string(1001, 'o') + "\n");
  CHECK(report.skipped == 1);
  CHECK(report.read() == 1);
  CHECK(house.to_json() == before);
}

TEST_CASE("csv rows: notes come in once, and new notes are added", "[csv][rows]") {
  ImportHouse house;
  house.csv("name,email,note\nAna Lim,ana@example.org,likes tea\n");
  const std::string more = "name,email,note\nAna Lim,ana@example.org,likes rain\n";
  CHECK(house.csv(more).people == ImportCount{.updated = 1});
  CHECK(house.csv(more).people == ImportCount{.unchanged = 1});
  CHECK(house.store.facts().of(house.only("Ana Lim").id).size() == 2);
}

TEST_CASE("csv rows: control characters and escapes do not come in", "[csv][rows]") {
  ImportHouse house;
  house.csv("name,city\n\"\x1B[31mAna\x07 Lim\xE2\x80\xAE\",Be\x7Frn\n");
  const PersonFilter all{};
  house.store.people().for_each(all, PersonOrder::name, [](const ListedPerson& one) {
    CHECK(one.person.name == "[31mAna Lim");
    CHECK(one.person.city == "Bern");
    return true;
  });
}

}  // namespace
}  // namespace kith::exchange
