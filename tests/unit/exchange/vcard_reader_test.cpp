// What single properties of a card become.
#include <algorithm>
#include <sstream>

#include "exchange/vcard_date.hpp"
#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/error.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using namespace std::chrono_literals;

std::string card(const std::string& lines, const std::string& version = "3.0") {
  return "BEGIN:VCARD\nVERSION:" + version + "\n" + lines + "END:VCARD\n";
}

ContactDocument read(const std::string& lines, const std::string& version = "3.0") {
  std::istringstream in(card("FN:Ana Lim\n" + lines, version));
  return document_of(CardReader(in).next().value());
}

TEST_CASE("vcard: birthdays in every spelling", "[vcard]") {
  const auto [text, date] = GENERATE(table<std::string, std::string>({
      {"BDAY:19800322", "1980-03-22"},
      {"BDAY:1980-03-22", "1980-03-22"},
      {"BDAY:1980-3-2", "1980-03-02"},
      {"BDAY;VALUE=date:1980-03-22", "1980-03-22"},
      {"BDAY:1980-03-22T00:00:00Z", "1980-03-22"},
      {"BDAY:19800322T120000+0200", "1980-03-22"},
      {"BDAY:1980-03-22 00:00:00", "1980-03-22"},
      {"BDAY:1980-03-22-05:00", "1980-03-22"},
      {"BDAY:1980/03/22", "1980-03-22"},
      {"BDAY:22.03.1980", "1980-03-22"},
      {"BDAY:03/22/1980", "1980-03-22"},
      {"BDAY:1980-03", "1980-03"},
      {"BDAY:198003", "1980-03"},
      {"BDAY:1980-03-00", "1980-03"},
      {"BDAY:1980", "1980"},
      {"BDAY;VALUE=text:1980-03", "1980-03"},
      {"BDAY:--0203", "--02-03"},
      {"BDAY:--02-03", "--02-03"},
      {"BDAY:--2-3", "--02-03"},
      {"BDAY:--0229", "--02-29"},
      {"BDAY:--0203T000000", "--02-03"},
      {"BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "--02-29"},
      {"BDAY;X-APPLE-OMIT-YEAR=1600:1600-02-03", "--02-03"},
      {"BDAY:1604-02-03", "--02-03"},
      {"BDAY:0000-02-03", "--02-03"},
      {"BDAY:1900-02-03", "1900-02-03"},
      {"PRODID:-//x//khard//EN\nBDAY:1900-02-03", "--02-03"},
  }));
  CAPTURE(text);
  CHECK(to_string(read(text + "\n").birthday) == date);
}

TEST_CASE("vcard: what is no birthday is kept", "[vcard]") {
  const std::string text = GENERATE("circa 1800", "---22", "1980-02-30", "--02", "1980-13-01", "x");
  CAPTURE(text);
  const ContactDocument document = read("BDAY:" + text + "\n");
  CHECK(document.birthday.empty());
  CHECK(document.kept == std::vector<std::string>{"BDAY:" + text});
  CHECK(document.without_place == std::vector<std::string>{"BDAY"});
}

TEST_CASE("vcard: what is kept of a group keeps its label, each line once", "[vcard]") {
  const auto [lines, kept] = GENERATE(table<std::string, std::vector<std::string>>(
      {{"item1.X-ABDATE:soon\nitem1.X-ABLABEL:wedding\n",
        {"item1.X-ABDATE:soon", "item1.X-ABLABEL:wedding"}},
       {"item1.X-ABLABEL:flags\nitem1.X-ABSHOWAS:COMPANY\n",
        {"item1.X-ABSHOWAS:COMPANY", "item1.X-ABLABEL:flags"}},
       {"item1.X-ABDATE:soon\nitem1.X-OTHER:y\nitem1.X-ABADR:us\n",
        {"item1.X-ABDATE:soon", "item1.X-OTHER:y", "item1.X-ABADR:us"}},
       {"item1.TEL:+1 555 0100\nitem1.X-ABLABEL:boat\n", {}}}));
  CAPTURE(lines);
  CHECK(read(lines).kept == kept);
}

TEST_CASE("vcard: of more than fits, the line is kept", "[vcard]") {
  const auto several = [](std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
      all += (i == 0 ? "a" : ",a") + std::to_string(i) + "@example.org";
    }
    return all;
  };
  const ContactDocument fits = read("EMAIL:" + several(100) + "\n");
  CHECK(fits.contact_points.size() == 100);
  CHECK(fits.kept.empty());
  const ContactDocument more = read("EMAIL:" + several(101) + "\n");
  CHECK(more.contact_points.size() == 100);
  CHECK(more.kept == std::vector<std::string>{"EMAIL:" + several(101)});
}

TEST_CASE("vcard: so many names of one property, whatever others there are", "[vcard]") {
  std::string names;
  for (int i = 0; i < 600; ++i) {
    names += (i == 0 ? "" : ",") + std::to_string(i) + " Lim";
  }
  const ContactDocument two =
      read("X-EVOLUTION-ASSISTANT:Bo Ek\nX-CHILDREN:" + names + "\nX-CHILDREN:" + names + "\n");
  CHECK(two.relations.size() == 1201);
  CHECK(two.kept.empty());
  const ContactDocument one = read("X-CHILDREN:" + names + "," + names + "\n");
  CHECK(one.relations.size() == 1000);
  CHECK(one.kept.size() == 1);
}

TEST_CASE("vcard: a name is what can stand for one", "[vcard]") {
  const auto [lines, name] = GENERATE(
      table<std::string, std::string>({{"FN:Ana Lim\nN:x;y;;;\n", "Ana Lim"},
                                       {"FN:\nN:Lim;Ana;Maria;Dr.;PhD\n", "Dr. Ana Maria Lim, PhD"},
                                       {"N:Lim;Ana,Maria\n", "Ana Maria Lim"},
                                       {"N:Ana\n", "Ana"},
                                       {"N:;;;;\nNICKNAME:Anni\nORG:Acme\n", "Anni"},
                                       {"ORG:;Sales\nEMAIL:a@example.org\n", "Sales"},
                                       {"EMAIL:a@example.org\nTEL:1\n", "a@example.org"},
                                       {"TEL:+1 555 0100\n", "+1 555 0100"},
                                       {"FN:second\nFN;PREF=1:first\n", "first"},
                                       {"NOTE:nobody\n", ""}}));
  CAPTURE(lines);
  std::istringstream in(card(lines));
  CHECK(document_of(CardReader(in).next().value()).name == name);
}

TEST_CASE("vcard: phones lose their scheme, and keep their extension", "[vcard]") {
  const auto [value, phone] =
      GENERATE(table<std::string, std::string>({{"tel:+1-555-0100", "+1-555-0100"},
                                                {"tel:+1-555-0100;ext=42", "+1-555-0100 ext. 42"},
                                                {"tel:+1-555-0100\\;ext=42", "+1-555-0100 ext. 42"},
                                                {"TEL:+46%2070%20123", "+46 70 123"},
                                                {"+1 555\\, 0100", "+1 555, 0100"}}));
  CHECK(read("TEL:" + value + "\n").contact_points.at(0).value == phone);
}

TEST_CASE("vcard: e-mails lose what is around them", "[vcard]") {
  const std::string value = GENERATE("ana@example.org",
                                     "mailto:ana@example.org",
                                     "\"Ana\" <ana@example.org>",
                                     "mailto:ana%40example.org?subject=x",
                                     " ana@exam ple.org");
  CAPTURE(value);
  CHECK(read("EMAIL:" + value + "\n").contact_points.at(0).value == "ana@example.org");
  CHECK(read("EMAIL:a@x.org,b@y.org\n").contact_points.size() == 2);
}

TEST_CASE("vcard: handles have their service for a label", "[vcard]") {
  const auto [line, label, value] = GENERATE(table<std::string, std::string, std::string>(
      {{"X-JABBER;TYPE=HOME:ana@x.org", "jabber", "ana@x.org"},
       {"IMPP:skype:ana.l?chat", "skype", "ana.l"},
       {"IMPP;X-SERVICE-TYPE=Facebook:xmpp:ana", "facebook", "ana"},
       {"IMPP:sip:ana%20l@x.org", "sip", "ana l@x.org"},
       {"X-SKYPE-USERNAME:ana", "skype", "ana"},
       {"X-MS-IMADDRESS:ana@x.org", "", "ana@x.org"}}));
  CAPTURE(line);
  const ContactPoint point = read(line + "\n").contact_points.at(0);
  CHECK(point == ContactPoint{ContactKind::handle, value, label});
}

TEST_CASE("vcard: what is preferred comes first", "[vcard]") {
  const auto lines = GENERATE(
      "TEL:1\nTEL;TYPE=PREF:2\n", "TEL:1\nTEL;PREF=1:2\n", "TEL;PREF=50:1\nTEL;PREF=3:2\n");
  CHECK(read(lines).contact_points.at(0).value == "2");
}

TEST_CASE("vcard: titles belong to the organisation of their group, or in order", "[vcard]") {
  CHECK(read("a.TITLE:CTO\nb.ORG:Beta\nb.TITLE:CEO\na.ORG:Acme\n").memberships ==
        std::vector<Membership>{{.org = "Beta", .title = "CEO"}, {.org = "Acme", .title = "CTO"}});
  CHECK(read("ORG:Acme\nORG:Beta\nTITLE:CTO\nTITLE:CEO\nTITLE:Chair\n").memberships ==
        std::vector<Membership>{
            {.org = "Acme", .title = "CTO"}, {.org = "Beta", .title = "CEO"}, {.title = "Chair"}});
  CHECK(read("ROLE:Captain\n").memberships == std::vector<Membership>{{.title = "Captain"}});
}

TEST_CASE("vcard: an address without streets is a city", "[vcard]") {
  const ContactDocument document = read("ADR:;;;Bern;;;CH\n");
  CHECK(document.city == "Bern");
  CHECK(document.contact_points.empty());
  CHECK(read("ADR;TYPE=WORK:;;1 A;Bern;;;\nADR;TYPE=HOME:;;2 B;Basel;;;\n").city == "Basel");
  CHECK(read("LABEL;TYPE=HOME:1 A\\nBern\n").contact_points.at(0).value == "1 A, Bern");
}

TEST_CASE("vcard: kith knows its own cards by their uid", "[vcard]") {
  const std::string uid = "UID:urn:uuid:019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e6f\n";
  CHECK(read("PRODID:-//kith//kith//EN\n" + uid).uid);
  const ContactDocument other = read("PRODID:-//other//EN\n" + uid);
  CHECK_FALSE(other.uid);
  CHECK(other.keys.at(0) == "019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e6f");
}

TEST_CASE("vcard: the same card updates what it said, whatever its uid", "[vcard]") {
  ImportHouse house;
  const std::string uid = GENERATE("", "UID:1\n");
  house.vcard(card(uid + "FN:Ana Lim\nEMAIL:ana@example.org\nTITLE:CTO\nNOTE:a\n"));
  const ImportReport report =
      house.vcard(card(uid + "FN:Ana Lim\nEMAIL:ana@example.org\nTITLE:CEO\nNOTE:a\nNOTE:b\n"));
  CHECK(report.people == ImportCount{.updated = 1});
  CHECK(house.only("Ana Lim").title() == "CEO");
  CHECK(house.store.facts().of(house.only("Ana Lim").id).size() == 2);
}

TEST_CASE("vcard: two cards of a file are two people if their UIDs say so", "[vcard]") {
  const std::string ana = "FN:Ana Lim\nEMAIL:ana@example.org\n";
  ImportHouse with;
  CHECK(with.vcard(card("UID:1\n" + ana) + card("UID:2\n" + ana)).people.imported == 2);
  CHECK(with.vcard(card("UID:1\n" + ana) + card("UID:2\n" + ana)).people.unchanged == 2);
  ImportHouse without;
  CHECK(without.vcard(card(ana) + card(ana)).repeated == 1);
}

TEST_CASE("vcard: a group's name is a tag of its members, wherever they come", "[vcard]") {
  ImportHouse house;
  const std::string group = "KIND:group\nFN:Book Club\nMEMBER:urn:uuid:a\nMEMBER:nobody\n";
  const std::string person = card("FN:Ana Lim\nUID:a\n", "4.0");
  const std::string apple =
      "X-ADDRESSBOOKSERVER-KIND:group\nFN:Book Club\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:a\n";
  const std::string text = GENERATE_COPY(
      person + card(group, "4.0"), card(group, "4.0") + person, person + card(apple, "3.0"));
  const ImportReport report = house.vcard(text);
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(house.only("Ana Lim").tags == std::vector<std::string>{"Book-Club"});
  Person ana = house.only("Ana Lim");
  ana.tags.clear();
  house.store.write("edit", [&] { house.store.people().update(ana); });
  house.vcard(text);
  CHECK(house.only("Ana Lim").tags.empty());
}

TEST_CASE("vcard: a file that is something else is refused, an empty one is not", "[vcard]") {
  ImportHouse house;
  CHECK_THROWS_AS(house.vcard("just,some\ncsv,file\n"), DataError);
  CHECK(house.vcard("").read() == 0);
}

TEST_CASE("vcard: a property that is far too long is left out, and said", "[vcard]") {
  ImportHouse house;
  const std::string photo(kLongestProperty + 9, 'A');
  const ImportReport report =
      house.vcard(card("FN:Ana Lim\nX-BIG:" + photo + "\nTEL:+1 555 0100\n"));
  CHECK(test::lines_of(report) ==
        std::vector<std::string>{"4: warning: X-BIG: far too long, left out"});
  CHECK(house.only("Ana Lim").contact_points.size() == 1);
}

}  // namespace
}  // namespace kith::exchange
