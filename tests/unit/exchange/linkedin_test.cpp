// LinkedIn's Connections.csv, variant by variant.
#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/error.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using namespace std::chrono_literals;

const std::string kHeader =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

std::vector<std::string> reasons(const ImportReport& report, Remark::Kind kind) {
  std::vector<std::string> found;
  for (const Remark& remark : report.remarks) {
    if (remark.kind == kind) {
      found.push_back(std::to_string(remark.line) + ": " + remark.why);
    }
  }
  return found;
}

TEST_CASE("linkedin: a row becomes a person with all it says", "[linkedin]") {
  ImportHouse house;
  const ImportReport report =
      house.linkedin(kHeader +
                     "Ana,Lim,https://www.linkedin.com/in/analim,ana@example.org,\"Acme, "
                     "Inc.\",CTO,04 Mar 2023\n");
  CHECK(report.people == ImportCount{.imported = 1});
  const Person ana = house.only("Ana Lim");
  CHECK(ana.org() == "Acme, Inc.");
  CHECK(ana.title() == "CTO");
  CHECK(ana.met == "connected on LinkedIn");
  CHECK(ana.met_on == PartialDate(2023y / 3 / 4));
  CHECK(ana.points(ContactKind::email).at(0).value == "ana@example.org");
  CHECK(ana.points(ContactKind::url).at(0) ==
        ContactPoint{ContactKind::url, "https://www.linkedin.com/in/analim", "linkedin"});
}

TEST_CASE("linkedin: the header is found wherever it is, in any order", "[linkedin]") {
  const std::string row = "Ana,Lim,https://www.linkedin.com/in/analim,,Acme,CTO,04 Mar 2023\n";
  const std::string text = GENERATE_COPY(
      kHeader + row,
      "\xEF\xBB\xBF" + kHeader + row,
      "Notes:\n\"When exporting, \"\"some\"\", data\"\n\n" + kHeader + row,
      "one plain line\nand another, with a comma\n" + kHeader + row,
      "a\n\nb\n\n" + kHeader + row,
      std::string("Company,Extra,Position,Connected On,Last Name,First Name,URL\n"
                  "Acme,?,CTO,04 Mar 2023,Lim,Ana,https://www.linkedin.com/in/analim\n"),
      std::string("First Name;Last Name;URL;Company;Position;Connected On\r\n"
                  "Ana;Lim;https://www.linkedin.com/in/analim;Acme;CTO;04-Mar-23\r\n"),
      std::string("First Name,Last Name,Email Address,Company,Position,Connected On\n"
                  "Ana,Lim,,Acme,CTO,04 Mar 2023\n"));
  CAPTURE(text);
  ImportHouse house;
  CHECK(house.linkedin(text).people.imported == 1);
  CHECK(house.only("Ana Lim").org() == "Acme");
  CHECK(house.only("Ana Lim").met_on == PartialDate(2023y / 3 / 4));
  CHECK(house.linkedin(text).people == ImportCount{.unchanged = 1});
}

TEST_CASE("linkedin: rows without a name are skipped with their line", "[linkedin]") {
  ImportHouse house;
  const ImportReport report =
      house.linkedin(kHeader + ",,,,,,04 Mar 2023\n ,\t,,,Acme,,\nAna,Lim,,,,,\n,,,,,,\n");
  CHECK(report.people.imported == 1);
  CHECK(report.skipped == 2);
  CHECK(
      reasons(report, Remark::Kind::skipped) ==
      std::vector<std::string>{"2: no name (LinkedIn leaves closed accounts empty)", "3: no name"});
}

TEST_CASE("linkedin: a date that is none is said, and the row still comes in", "[linkedin]") {
  ImportHouse house;
  const ImportReport report = house.linkedin(kHeader + "Ana,Lim,,,,,31 Feb 2023\n");
  CHECK(report.people.imported == 1);
  CHECK(reasons(report, Remark::Kind::warning) ==
        std::vector<std::string>{"2: Connected On is no date: 31 Feb 2023"});
  CHECK(house.only("Ana Lim").met_on.empty());
}

TEST_CASE("linkedin: one URL and one name are one person, the later connection counts",
          "[linkedin]") {
  ImportHouse house;
  const ImportReport report =
      house.linkedin(kHeader + "Ana,Lim,https://www.linkedin.com/in/analim,,Old,,01 Jan 2020\n" +
                     "Ana, Lim ,http://linkedin.com/in/AnaLim/?trk=x,,New,,02 Feb 2022\n" +
                     "ana,lim,https://de.linkedin.com/in/analim,,Older,,01 Jan 2019\n");
  CHECK(report.people.imported == 1);
  CHECK(report.repeated == 2);
  CHECK(report.read() == 3);
  CHECK(house.only("Ana Lim").org() == "New");
  CHECK(reasons(report, Remark::Kind::repeated) ==
        std::vector<std::string>{"2: the same URL and name as on line 3",
                                 "4: the same URL and name as on line 3"});
}

TEST_CASE("linkedin: one URL and two names are two people", "[linkedin]") {
  ImportHouse house;
  const std::string text = kHeader +
                           "Ana,Lim,https://www.linkedin.com/in/alim,,Acme,,01 Jan 2020\n"
                           "Adam,Lim,https://www.linkedin.com/in/alim,,Beta,,02 Jan 2020\n";
  CHECK(house.linkedin(text).people.imported == 2);
  CHECK(house.linkedin(text).people == ImportCount{.unchanged = 2});
  CHECK(house.only("Ana Lim").org() == "Acme");
  CHECK(house.only("Adam Lim").org() == "Beta");
}

TEST_CASE("linkedin: a URL that comes to be shared stays its first owner's", "[linkedin]") {
  ImportHouse house;
  const std::string ana = "Ana,Lim,https://www.linkedin.com/in/alim,,Acme,,01 Jan 2020\n";
  house.linkedin(kHeader + ana);
  const ImportReport report = house.linkedin(
      kHeader + "Adam,Lim,https://www.linkedin.com/in/alim,,Beta,,02 Jan 2020\n" + ana);
  CHECK(report.people == ImportCount{.imported = 1, .unchanged = 1});
  CHECK(house.only("Ana Lim").org() == "Acme");
}

TEST_CASE("linkedin: one name and two URLs are two people, and said to be alike", "[linkedin]") {
  ImportHouse house;
  const std::string text = kHeader +
                           "Sam,Lee,https://www.linkedin.com/in/sam1,,Acme,,01 Jan 2020\n"
                           "Sam,Lee,https://www.linkedin.com/in/sam2,,Acme,,01 Jan 2020\n";
  const ImportReport report = house.linkedin(text);
  CHECK(report.people.imported == 2);
  REQUIRE(report.possible_doubles.size() == 1);
  CHECK(report.possible_doubles[0].line == 3);
  CHECK(house.linkedin(text).people == ImportCount{.unchanged = 2});
}

TEST_CASE("linkedin: a newer export updates what LinkedIn owns", "[linkedin]") {
  ImportHouse house;
  house.linkedin(kHeader + "Ana,Lim,https://www.linkedin.com/in/analim,,Acme,CTO,01 Jan 2020\n");
  const ImportReport report = house.linkedin(
      kHeader + "Ana,Meyer,https://linkedin.com/in/analim,ana@example.org,Beta,CEO,01 Jan 2020\n");
  CHECK(report.people == ImportCount{.updated = 1});
  const Person ana = house.only("Ana Meyer");
  CHECK(ana.org() == "Beta");
  CHECK(ana.title() == "CEO");
  CHECK(ana.points(ContactKind::email).size() == 1);
}

TEST_CASE("linkedin: a newer export keeps what the user wrote", "[linkedin]") {
  ImportHouse house;
  const std::string first =
      kHeader + "Ana,Lim,https://www.linkedin.com/in/analim,ana@example.org,Acme,CTO,01 Jan 2020\n";
  house.linkedin(first);
  Person ana = house.only("Ana Lim");
  ana.name = "Anni Lim";
  ana.set_org("My Own Words");
  ana.met = "at the fair";
  ana.add_tag("climbing");
  ana.contact_points.erase(ana.contact_points.begin());  // the e-mail: an old one
  house.store.write("edit", [&] { house.store.people().update(ana); });

  CHECK(house.linkedin(first).people == ImportCount{.unchanged = 1});
  house.linkedin(
      kHeader +
      "Anna,Lim,https://www.linkedin.com/in/analim,ana@example.org,Beta,CEO,01 Jan 2020\n");
  const Person after = house.only("Anni Lim");
  CHECK(after.org() == "My Own Words");
  CHECK(after.title() == "CTO");
  CHECK(after.met == "at the fair");
  CHECK(after.tags == std::vector<std::string>{"climbing"});
  CHECK(after.points(ContactKind::email).empty());
}

TEST_CASE("linkedin: an employer who is gone at LinkedIn is gone here, unless the user wrote it",
          "[linkedin]") {
  ImportHouse house;
  house.linkedin(kHeader + "Ana,Lim,https://linkedin.com/in/ana,,Acme,CTO,01 Jan 2020\n");
  house.linkedin(kHeader + "Ana,Lim,https://linkedin.com/in/ana,,,,01 Jan 2020\n");
  CHECK(house.only("Ana Lim").memberships.empty());
}

TEST_CASE("linkedin: an old export without URLs and a new one with them are the same people",
          "[linkedin]") {
  ImportHouse house;
  house.linkedin(
      "First Name,Last Name,Email Address,Company,Position,Connected On\n"
      "Ana,Lim,,Acme,,01 Jan 2020\nBen,Ray,ben@example.org,Acme,,02 Jan 2020\n");
  const ImportReport report =
      house.linkedin(kHeader + "Ana,Lim,https://linkedin.com/in/ana,,Acme,,01 Jan 2020\n" +
                     "Ben,Ray,https://linkedin.com/in/ben,ben@example.org,Acme,,02 Jan 2020\n");
  CHECK(report.people == ImportCount{.updated = 2});
}

TEST_CASE("linkedin: people who are there already are found by e-mail, not by name alone",
          "[linkedin]") {
  ImportHouse house;
  Person ben{.name = "Ben Ray"};
  ben.add_point({ContactKind::email, "BEN@example.org", "home"});
  house.add(ben);
  house.add("Ana Lim");
  const ImportReport report =
      house.linkedin(kHeader + "Ben,Ray,https://linkedin.com/in/ben,ben@example.org,Acme,,\n" +
                     "Ana,Lim,https://linkedin.com/in/ana,,Acme,,\n");
  CHECK(report.people == ImportCount{.imported = 1, .updated = 1});
  CHECK(house.only("Ben Ray").org() == "Acme");
  REQUIRE(report.possible_doubles.size() == 1);
  CHECK(report.possible_doubles[0].person.name == "Ana Lim");
}

TEST_CASE("linkedin: a file without LinkedIn's columns is refused", "[linkedin]") {
  ImportHouse house;
  CHECK_THROWS_AS(house.linkedin("name,email\nAna,ana@example.org\n"), DataError);
  CHECK_THROWS_AS(house.linkedin(""), DataError);
  CHECK(house.store.people().count() == 0);
}

TEST_CASE("linkedin: hostile rows do no harm and stop nobody", "[linkedin]") {
  ImportHouse house;
  const ImportReport report = house.linkedin(
      kHeader + "\xFF\xFE,Lim,,,,,\n" + std::string(20'000, 'x') + ",Y,,,,,\n" +
      "\x1B[31mRed,Name,,not an address,,,\nAna,\"Lim, PhD\",,,,,\nshort\n\"Un,closed\n");
  CHECK(report.skipped == 1);
  CHECK(report.people.imported == 5);
  CHECK(house.only("Ana Lim, PhD").name == "Ana Lim, PhD");
}

TEST_CASE("linkedin: a URL is the same in any spelling", "[linkedin]") {
  for (const char* url : {"https://www.linkedin.com/in/jos%C3%A9-b",
                          "http://linkedin.com/in/José-b/",
                          "LINKEDIN.com/IN/jos%c3%a9-B?trk=x",
                          "https://ch.linkedin.com/in/josé-b#top"}) {
    CAPTURE(url);
    CHECK(linkedin_key(url) == "linkedin.com/in/josé-b");
  }
  CHECK(linkedin_key("").empty());
  CHECK(linkedin_key("https://www.linkedin.com/in/jose-b") != "linkedin.com/in/josé-b");
}

}  // namespace
}  // namespace kith::exchange
