// Cards as real programs write them: tests/data/vcard has one file a program.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "support/catch.hpp"
#include "support/imports.hpp"

namespace kith::exchange {
namespace {

using test::ImportHouse;
using Lines = std::vector<std::string>;

std::string data(const std::string& name) {
  const std::filesystem::path file = std::filesystem::path(KITH_TEST_DATA) / "vcard" / name;
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What came of the only person of that name, a line each.
Lines told(ImportHouse& house, std::string_view name) {
  const Person person = house.only(name);
  Lines lines;
  for (const std::string& nickname : person.nicknames) {
    lines.push_back("nickname " + nickname);
  }
  for (const ContactKind kind : kContactKinds) {
    for (const ContactPoint& point : person.points(kind)) {
      lines.push_back(std::string(to_string(kind)) + " " + to_string(point));
    }
  }
  for (const Membership& one : person.memberships) {
    lines.push_back("works " + one.title + " at " + one.org);
  }
  if (!person.city.empty()) {
    lines.push_back("city " + person.city);
  }
  if (!person.birthday.empty()) {
    lines.push_back("born " + to_string(person.birthday));
  }
  for (const std::string& tag : person.tags) {
    lines.push_back("tag " + tag);
  }
  for (const Fact& fact : house.store.facts().of(person.id)) {
    lines.push_back(fact.kind + ": " + fact.text + (fact.date ? " " + to_string(*fact.date) : ""));
  }
  for (const Link& link : house.store.links().of(person.id)) {
    lines.push_back(link.kind + " " + (link.a.id == person.id ? link.b : link.a).name);
  }
  return lines;
}

Lines kept(const ImportReport& report) {
  Lines names;
  for (const auto& [name, people] : report.kept) {
    names.push_back(name);
  }
  for (const auto& [name, people] : report.dropped) {
    names.push_back("dropped " + name);
  }
  return names;
}

TEST_CASE("vcard: a file of Android", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("android.vcf"));
  CHECK(report.people == ImportCount{.imported = 3});
  CHECK(told(house, "112") == Lines{"phone mobile=112"});
  CHECK(told(house, "only@example.org") == Lines{"email only@example.org"});
  CHECK(told(house, "Елена Быкова") == Lines{"email home=elena@example.org",
                                             "phone mobile=+79160000001",
                                             "phone assistant=+79160000002",
                                             "works  at Маяк",
                                             "born --11-07",
                                             "other: 1\n2"});
  CHECK(kept(report) == Lines{"X-ANDROID-CUSTOM", "dropped PHOTO"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of broken, but for what can be saved", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("broken.vcf"));
  CHECK(report.people == ImportCount{.imported = 6});
  CHECK(told(house, "Cut Off") == Lines{"email cut@exam"});
  CHECK(told(house, "Has Junk") == Lines{"other: firstfolded\nsecond without a blank"});
  CHECK(told(house, "No Begin") == Lines{});
  CHECK(told(house, "No End") == Lines{"phone +1 555 0101"});
  CHECK(told(house, "No Version") == Lines{"email home=no@version.example"});
  CHECK(told(house, "Only Org") == Lines{"works  at Only Org"});
  CHECK(kept(report) == Lines{});
  CHECK(test::lines_of(report) ==
        Lines{"1: warning: not in a card, left out",
              "2: warning: a card without END:VCARD",
              "8: warning: not a property, left out: this is no property",
              "10: warning: not a property, left out: <b>neither</b> is this",
              "19: warning: a card without BEGIN:VCARD",
              "22: skipped: a card without a name, organisation, e-mail or phone",
              "34: warning: a card without END:VCARD"});
}

TEST_CASE("vcard: a file of Evolution", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("evolution.vcf"));
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(told(house, "Maren Lindqvist") == Lines{"nickname Mare",
                                                "email work=maren@example.se",
                                                "phone work=+46 8 000 01",
                                                "phone home=+46 8 000 02",
                                                "url blog=https://maren.example/blog",
                                                "handle jabber=maren@jabber.example",
                                                "works Skipper at Fjord Systems",
                                                "born 1981-03-22",
                                                "anniversary: anniversary 2004-08-21",
                                                "other: line one",
                                                "family: spouse: Nils",
                                                "other: manager: Alma Reyes"});
  CHECK(kept(report) == Lines{"ROLE", "X-EVOLUTION-FILE-AS", "X-MOZILLA-HTML"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of Exchange, in UTF-16", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("exchange.vcf"));
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(told(house, "Ana Lim") ==
        Lines{"email ana.lim@example.org",
              "phone work=+41-44-000-00-01",
              "address work=Büro 3, Seestrasse 1, Zürich, ZH 8002, Schweiz",
              "works  at Acme AG",
              "city Zürich",
              "born 1979-05-14"});
  CHECK(kept(report) == Lines{"EMAIL"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of Google", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("google.vcf"));
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(told(house, "Łukasz de la Cruz") ==
        Lines{"email work=lukasz@work.example",
              "email lukasz@mail.example",
              "phone mobile=+48 601 000 001",
              "phone cabin=+48 22 000 00 02",
              "url PROFILE=http://www.google.com/profiles/123",
              "address home=ul. Długa 7, Kraków, 31-147, Poland, PL",
              "works Engineer at Kestrel Labs",
              "city Kraków",
              "born --04-12",
              "tag climbing",
              "tag Book-Club",
              "anniversary: anniversary 2012-09-01",
              "other: Met at the, well, harbour.",
              "family: domestic partner: Ola"});
  CHECK(kept(report) == Lines{"PHOTO"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of an iPhone", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("iphone.vcf"));
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(
      told(house, "Dr. Zoë Okoye") ==
      Lines{"nickname Zo",
            "email home=zoe@home.example",
            "email sailing club=zoe@boat.example",
            "phone mobile=+44 7700 900123",
            "phone iphone=+44 7700 900124",
            "phone home fax=+44 20 7946 0001",
            "phone assistant phone=+44 20 7946 0002",
            "url homepage=https://zoe.example",
            "url twitter=http://twitter.com/zoe_tides",
            "handle skype=zoe.tides",
            "address home=12 Harbour Row, Flat 3, Whitby, North Yorkshire YO21 1XX, United Kingdom",
            "works Head of Tides at Northwind, Ltd.",
            "city Whitby",
            "born --02-29",
            "anniversary: anniversary 2015-06-20",
            "other: Prefers trains.\nVegetarian; no nuts.",
            "family: spouse: Tom Reed",
            "family: child: Ivy"});
  CHECK(kept(report) == Lines{"X-PHONETIC-LAST-NAME", "dropped PHOTO"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of KAddressBook", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("kaddressbook.vcf"));
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(told(house, "Hana Nakamura") == Lines{"email hana@example.jp",
                                              "email hana@work.example.jp",
                                              "url blog=https://hana.example/feed",
                                              "handle hana@im.example",
                                              "address home=1-2-3, Kyoto, 600-0000, Japan",
                                              "city Kyoto",
                                              "born 1990-12-24",
                                              "tag Friends",
                                              "tag Conf,-2024",
                                              "anniversary: anniversary 2018-05-05",
                                              "family: spouse: Ren",
                                              "other: manager: Mei"});
  CHECK(kept(report) == Lines{"TZ"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of Lotus, with a card in the card", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("lotus.vcf"));
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(told(house, "Esa Virtanen") ==
        Lines{"email esa@example.fi",
              "phone work=+358 9 000 01",
              "address work=Satamakatu 1 c/o Office, Helsinki, 00160, Finland",
              "city Helsinki",
              "born 1975-08-03",
              "other: He said \"ring twice\", then left. And came back.",
              "other: agent: Aino Laine"});
  CHECK(kept(report) == Lines{});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of Nextcloud", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("nextcloud.vcf"));
  CHECK(report.people == ImportCount{.imported = 2});
  CHECK(told(house, "Amir Haddad") == Lines{"email work=amir@work.example",
                                            "email home=amir@home.example",
                                            "phone mobile=+33-1-00-00-00-01 ext. 42",
                                            "url mastodon=https://social.example/@amir",
                                            "handle xmpp=amir@chat.example",
                                            "address home=1 Rue A, Paris, 75001, France",
                                            "city Paris",
                                            "born 1988-06-15",
                                            "tag family",
                                            "tag work",
                                            "tag Harbour-watch",
                                            "anniversary: anniversary 2014-05-03",
                                            "other: a, b; c",
                                            "family: spouse: Lena Keller",
                                            "friend Petra Novák"});
  CHECK(told(house, "Petra Novák") ==
        Lines{"born --02-03", "tag Harbour-watch", "friend Amir Haddad"});
  CHECK(kept(report) == Lines{"CLIENTPIDMAP", "GENDER", "dropped PHOTO"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of a phone of Japan", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("nokia.vcf"));
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(told(house, "花 斉藤") == Lines{"email hana@example.jp",
                                        "phone mobile=09000000001",
                                        "phone home=0300000002",
                                        "city 京都",
                                        "born 1985-02-03"});
  CHECK(kept(report) == Lines{"X-CLASS", "dropped SOUND"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of Outlook", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("outlook.vcf"));
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(told(house, "Jörg Größe") == Lines{"email joerg@example.de",
                                           "phone work=(030) 555-0101",
                                           "phone mobile=0171 5550102",
                                           "phone work fax=(030) 555-0103",
                                           "url work=http://www.example.de",
                                           "address work=Straße 1, Hof, Berlin, 10115, Deutschland",
                                           "works Buyer at Müller, Söhne & Co",
                                           "city Berlin",
                                           "born 1970-02-28",
                                           "other: Erste Zeile\nZweite – mit €",
                                           "anniversary: anniversary 2011-01-13",
                                           "family: spouse: Uta",
                                           "other: manager: Kim Park"});
  CHECK(kept(report) ==
        Lines{"ROLE", "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-MS-OL-DESIGN", "dropped PHOTO"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: a file of Thunderbird", "[vcard]") {
  ImportHouse house;
  const ImportReport report = house.vcard(data("thunderbird.vcf"));
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(told(house, "Søren Fontaine") == Lines{"email soren@example.dk",
                                               "phone work=+45 00 00 00 01",
                                               "phone mobile=+45 00 00 00 02",
                                               "url http://soren.example",
                                               "address Havnegade 4, Aarhus, 8000, Denmark",
                                               "works Designer at Tern Robotics",
                                               "city Aarhus"});
  CHECK(kept(report) == Lines{"X-MOZILLA-HTML"});
  CHECK(test::lines_of(report) == Lines{});
}

TEST_CASE("vcard: every file comes in once, whoever wrote it", "[vcard]") {
  const std::string file = GENERATE("android.vcf",
                                    "broken.vcf",
                                    "evolution.vcf",
                                    "exchange.vcf",
                                    "google.vcf",
                                    "iphone.vcf",
                                    "kaddressbook.vcf",
                                    "lotus.vcf",
                                    "nextcloud.vcf",
                                    "nokia.vcf",
                                    "outlook.vcf",
                                    "thunderbird.vcf");
  CAPTURE(file);
  ImportHouse house;
  const ImportReport first = house.vcard(data(file));
  const ImportReport again = house.vcard(data(file));
  CHECK(first.people.imported > 0);
  CHECK(again.people == ImportCount{.unchanged = first.people.imported});
  CHECK(again.skipped == first.skipped);
}

TEST_CASE("vcard: what kith kept of a card goes out again and says the same", "[vcard]") {
  const std::string file = GENERATE("android.vcf",
                                    "evolution.vcf",
                                    "exchange.vcf",
                                    "google.vcf",
                                    "iphone.vcf",
                                    "kaddressbook.vcf",
                                    "lotus.vcf",
                                    "nextcloud.vcf",
                                    "nokia.vcf",
                                    "outlook.vcf",
                                    "thunderbird.vcf");
  CAPTURE(file);
  ImportHouse house;
  const ImportReport report = house.vcard(data(file));
  const std::string out = house.to_vcard();
  ImportHouse other;
  const ImportReport back = other.vcard(out);
  CHECK(back.people == report.people);
  CHECK(back.kept == report.kept);
  house.store.people().for_each({}, PersonOrder::uid, [&](const ListedPerson& listed) {
    Lines before = told(house, listed.person.name);
    Lines after = told(other, listed.person.name);
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    CHECK(after == before);
    return true;
  });
}

}  // namespace
}  // namespace kith::exchange
