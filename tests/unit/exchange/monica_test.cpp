// Monica's export: a fixture with one of everything, and files that are something else.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/log_sink.hpp"
#include <kith/error.hpp>
#include <kith/exchange/monica.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::KeptLog;
using namespace std::chrono_literals;
using Strings = std::vector<std::string>;

std::string dinner_or_other(std::string_view sentence) {
  return sentence.find("Dinner") != std::string_view::npos ? "dinner" : "other";
}

std::string fixture() {
  std::ifstream in(std::string(KITH_TEST_DATA) + "/monica/account.json");
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

KeptLog read(const std::string& text) {
  std::istringstream in(text);
  KeptLog log;
  read_monica(in, 2026y / 3 / 20, dinner_or_other, log);
  return log;
}

ImportReport import(ImportHouse& house, const std::string& text) {
  return house.store.write("import", [&] {
    std::istringstream in(text);
    Importer importer = house.importer_of("monica");
    read_monica(in, house.clock.today(), dinner_or_other, importer);
    return importer.finish("account.json");
  });
}

TEST_CASE("monica: a contact's own fields", "[monica]") {
  const KeptLog log = read(fixture());
  REQUIRE(log.people.size() == 3);
  const ContactDocument& ana = log.people[0];
  CHECK(ana.name == "Ana Maria Lim");
  CHECK(ana.nicknames == Strings{"Anni"});
  CHECK(ana.memberships == std::vector<Membership>{{.org = "Acme", .title = "CTO"}});
  CHECK(ana.tags == Strings{"climbing", "old friend", "starred"});
  CHECK(to_string(ana.birthday) == "--02-29");
  CHECK(to_string(ana.met_on) == "2019-05-01");
  CHECK(ana.introduced_by == "Ben Ray");
  CHECK(ana.cadence == Cadence(45));
  CHECK(ana.city == "Bern");
  CHECK(ana.archived == false);
  CHECK(
      ana.contact_points ==
      std::vector<ContactPoint>{{ContactKind::email, "ana@example.org", ""},
                                {ContactKind::phone, "+1 555 0100", ""},
                                {ContactKind::handle, "@anni", "twitter"},
                                {ContactKind::url, "https://linkedin.com/in/analim", "linkedin"},
                                {ContactKind::address, "Kramgasse 1, 3011 Bern, BE, CH", "home"}});
  const ContactDocument& ben = log.people[1];
  CHECK(ben.standing == Standing::dead);
  CHECK(ben.archived == true);
  CHECK(to_string(ben.birthday) == "1950");
  CHECK(log.people[2].name == "Eve");
}

TEST_CASE("monica: what is told of a contact", "[monica]") {
  const KeptLog log = read(fixture());
  Strings told;
  for (const Told& one : log.people.at(0).told) {
    told.push_back(one.kind + " | " + one.text + (one.date ? " | " + to_string(*one.date) : ""));
  }
  CHECK(told == Strings{"other | Knows everybody\nin Bern",
                        "like | food: no peanuts",
                        "other | Likes **tea**.\nMoved in May. | 2026-01-15",
                        "gift | A kettle: the red one, 40, idea",
                        "other | you owe them 50 EUR: tickets | 2026-01-15",
                        "other | they owe you 12.5 CHF (settled) | 2026-01-15",
                        "family | pet: cat Mimi",
                        "work | Captain at last: of the Aurora | 2025-09-01",
                        "family | child: Tom Lim, born 12 Mar 2015"});
  CHECK(log.people.at(1).told ==
        std::vector<Told>{{.text = "died 2024-11-05", .date = 2024y / 11 / 5}});
}

TEST_CASE("monica: what happened", "[monica]") {
  const KeptLog log = read(fixture());
  CHECK(log.happened() ==
        Strings{"2026-02-10 call: About the boat | Ana Maria Lim",
                "2026-02-11 call:  | Ana Maria Lim",
                "2026-02-20 message: me: Did you sail?\nAna Maria Lim: Yes! | Ana Maria Lim",
                "2026-02-25 message?: me: Hello? | Ana Maria Lim",
                "2026-02-14 dinner: Dinner at the harbour\nwith oysters | Ana Maria Lim, Ben Ray",
                "2026-02-15 other: A party of nobody's |"});
}

TEST_CASE("monica: what is to be done", "[monica]") {
  const KeptLog log = read(fixture());
  Strings to_do;
  for (const FollowUpDocument& one : log.to_do) {
    const FollowUp& follow_up = one.follow_up;
    to_do.push_back(to_string(follow_up.due) + " " + std::string(to_string(follow_up.status)) +
                    " " + follow_up.text +
                    (follow_up.every ? " every " + to_string(*follow_up.every) : ""));
  }
  CHECK(to_do == Strings{"2026-03-31 open Pay the rent of the boat every 1m",
                         "2026-05-01 open Ask about the exam",
                         "2025-05-01 done Old news",
                         "2026-01-15 open Return the book: the blue one",
                         "2026-01-15 done Send the photos"});
  CHECK(log.to_do.back().follow_up.done_on == 2026y / 2 / 1);
}

TEST_CASE("monica: what is left out is said", "[monica]") {
  CHECK(read(fixture()).said() ==
        Strings{"0: partial contact: told in facts of the people they belong to",
                "0: photo: left out",
                "0: page of the journal: about nobody, left out",
                "0: birthday reminder: left out, since kith reminds of birthdays by itself"});
}

TEST_CASE("monica: an account comes in once, also a month later", "[monica]") {
  ImportHouse house;
  const ImportReport report = import(house, fixture());
  CHECK(report.people == ImportCount{.imported = 3});
  CHECK(report.records.at("interactions") == ImportCount{.imported = 5});
  CHECK(report.records.at("follow_ups") == ImportCount{.imported = 5});
  const Person ana = house.only("Ana Maria Lim");
  REQUIRE(ana.introduced_by.has_value());
  CHECK(ana.introduced_by->name == "Ben Ray");
  const auto links = house.store.links().of(ana.id);
  CHECK(std::count_if(links.begin(), links.end(), [](const Link& link) {
          return link.kind == "friend";
        }) == 1);
  const ImportReport again = house.store.write("import", [&] {
    std::istringstream in(fixture());
    Importer importer = house.importer_of("monica");
    read_monica(in, 2026y / 4 / 20, dinner_or_other, importer);
    return importer.finish("account.json");
  });
  CHECK(again.people == ImportCount{.unchanged = 3});
  CHECK(again.records.at("interactions") == ImportCount{.unchanged = 5});
  CHECK(again.records.at("follow_ups") == ImportCount{.unchanged = 5});
}

TEST_CASE("monica: other files are refused", "[monica]") {
  for (const std::string text : {"",
                                 "[]",
                                 "{}",
                                 "{\"account\":{}}",
                                 "{\"account\":{\"data\":[]}",
                                 "{\"account\":1e999}",
                                 "{\"account\":{\"data\":[\"\xFF\"]}}"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read(text), DataError);
  }
  CHECK_THROWS_AS(
      read("{\"account\":{\"data\":" + std::string(1000, '[') + std::string(1000, ']') + "}}"),
      DataError);
}

TEST_CASE("monica: fields of other shapes are passed over", "[monica]") {
  const KeptLog log = read(
      R"({"account":{"data":[{"type":"contact","values":[{"uuid":7,"properties":{"first_name":["x"],)"
      R"("tags":"a","birthdate":"1980","stay_in_touch_frequency":1e300},"data":"none"},null,3,)"
      R"({"uuid":"u","properties":{"first_name":"Ana","tags":[1,"t"],"birthdate":null},)"
      R"("data":[null,{"type":"note","values":[{"properties":{"body":5}}]},{"type":"call","values":[{}]}]}]},)"
      R"({"type":"relationship","values":[{}]},{"type":"activity","values":[{}]}],"instance":[1]}})");
  REQUIRE(log.people.size() == 4);
  CHECK(log.people[3].name == "Ana");
  CHECK(log.people[3].tags == Strings{"t"});
  CHECK(log.people[3].told.at(0).text == "5");
}

}  // namespace
}  // namespace kith::exchange
