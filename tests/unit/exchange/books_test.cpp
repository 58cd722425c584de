// abook's file, JSContact and the printable page.
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/log_sink.hpp"
#include <kith/error.hpp>
#include <kith/exchange/abook.hpp>
#include <kith/exchange/address_book.hpp>
#include <kith/exchange/jscontact.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::KeptLog;
using namespace std::chrono_literals;
using nlohmann::json;
using Strings = std::vector<std::string>;

const PersonFilter kEverybody{.archived = PersonFilter::Archived::all};

template <class Write>
std::string written(Store& store, Write write, const PersonFilter& filter = kEverybody) {
  std::ostringstream out;
  store.read([&] { return write(out, store, filter, ImportProgress{}); });
  return out.str();
}

ImportReport import_abook(ImportHouse& house, const std::string& text) {
  return house.store.write("import", [&] {
    std::istringstream in(text);
    Importer importer = house.importer_of("abook");
    read_abook(in, importer);
    return importer.finish("addressbook");
  });
}

TEST_CASE("abook: the fixture", "[abook]") {
  std::ifstream in(std::string(KITH_TEST_DATA) + "/abook/addressbook");
  KeptLog log;
  read_abook(in, log);
  REQUIRE(log.people.size() == 4);
  const ContactDocument& ana = log.people[0];
  CHECK(ana.line == 8);
  CHECK(ana.city == "Bern");
  CHECK(ana.nicknames == Strings{"anni"});
  CHECK(ana.tags == Strings{"climbing", "family"});
  CHECK(ana.contact_points ==
        std::vector<ContactPoint>{
            {ContactKind::email, "ana@example.org", ""},
            {ContactKind::email, "ana@work.example", ""},
            {ContactKind::phone, "+41 79 000 00 00", "mobile"},
            {ContactKind::phone, "+41 31 000 00 00", "home"},
            {ContactKind::phone, "+41 31 111 11 11", "work"},
            {ContactKind::url, "https://example.org/ana", ""},
            {ContactKind::address, "Kramgasse 1, 3011 Bern, BE, Switzerland", ""}});
  CHECK(ana.told == std::vector<Told>{{.text = "Likes tea = green tea"},
                                      {.text = "anniversary: 2015-06-01"},
                                      {.text = "custom1: left-handed"}});
  CHECK(log.people[1].name == "J\xC3\xBCrg M\xC3\xBCller");
  CHECK(log.people[2].name == "nameless@example.org");
  CHECK(log.people[3].name.empty());
}

TEST_CASE("abook: lines that say nothing are said, other files refused", "[abook]") {
  std::istringstream in("junk\n[0]\nname=Ana\njunk\n[1]\nemail=a@b.c\n");
  KeptLog log;
  read_abook(in, log);
  CHECK(log.people.size() == 2);
  CHECK(log.said() == Strings{"1: no FIELD=VALUE, left out", "4: no FIELD=VALUE, left out"});
  std::istringstream other("name,email\n");
  CHECK_THROWS_AS(read_abook(other, log), DataError);
}

TEST_CASE("abook: what is written comes back, and adds nothing where it came from", "[abook]") {
  ImportHouse house;
  house.add(Person{.name = "Ana Lim",
                   .nicknames = {"anni"},
                   .contact_points = {{ContactKind::email, "ana@example.org", ""},
                                      {ContactKind::email, "a@work.example", "work"},
                                      {ContactKind::phone, "+1 555 0100", "work"},
                                      {ContactKind::phone, "+1 555 0101", ""}},
                   .city = "Bern",
                   .tags = {"climbing"}});
  const std::string file = written(house.store, write_abook);
  CHECK(file.starts_with("# abook addressbook file\n\n[format]\n"));
  ImportHouse other;
  import_abook(other, file);
  CHECK(written(other.store, write_abook) == file);
  CHECK(import_abook(house, file).people.imported == 0);
}

TEST_CASE("jscontact: a card has what RFC 9553 asks for", "[jscontact]") {
  ImportHouse house;
  const Person ben = house.add("Ben Ray");
  const Person ana =
      house.add(Person{.name = "Ana Lim",
                       .nicknames = {"Anni"},
                       .contact_points = {{ContactKind::email, "ana@example.org", "work"},
                                          {ContactKind::phone, "+1 555 0100", "mobile"},
                                          {ContactKind::url, "example.org/\xC3\xAB x", ""},
                                          {ContactKind::handle, "@anni", "mastodon"},
                                          {ContactKind::address, "Kramgasse 1, Bern", "home"}},
                       .memberships = {{.org = "Acme", .title = "CTO"},
                                       {.org = "Old", .to = PartialDate({2018}, {}, {})}},
                       .city = "Bern",
                       .timezone = "Europe/Zurich",
                       .birthday = PartialDate({}, 2, 29),
                       .tags = {"climbing"}});
  house.store.write("rest", [&] {
    house.store.links().add({.a = ana.ref(), .b = ben.ref(), .kind = "partner"});
    house.store.facts().add({.person = ana.ref(), .kind = "like", .text = "tea"});
  });
  const json cards = json::parse(written(house.store, write_jscontact));
  REQUIRE(cards.size() == 2);
  const json& card = cards[1];
  CHECK(card["@type"] == "Card");
  CHECK(card["version"] == "1.0");
  CHECK(card["uid"] == "urn:uuid:" + to_string(ana.uid));
  CHECK(card["name"]["full"] == "Ana Lim");
  CHECK(card["emails"]["e1"] ==
        json({{"address", "ana@example.org"}, {"contexts", {{"work", true}}}}));
  CHECK(card["phones"]["p1"]["features"]["mobile"] == true);
  CHECK(card["links"]["l1"]["uri"] == "https://example.org/%C3%AB%20x");
  CHECK(card["onlineServices"]["s1"] == json({{"user", "@anni"}, {"service", "mastodon"}}));
  CHECK(card["addresses"]["a1"]["contexts"]["private"] == true);
  CHECK(card["addresses"]["a2"]["components"][0]["value"] == "Bern");
  CHECK(card["addresses"]["a2"]["timeZone"] == "Europe/Zurich");
  CHECK(card["organizations"] == json({{"o1", {{"name", "Acme"}}}}));
  CHECK(card["titles"]["t1"]["organizationId"] == "o1");
  CHECK(card["anniversaries"]["b1"]["date"] ==
        json({{"@type", "PartialDate"}, {"month", 2}, {"day", 29}}));
  CHECK(card["keywords"] == json({{"climbing", true}}));
  CHECK(card["notes"]["n1"]["note"] == "like: tea");
  CHECK(card["relatedTo"]["urn:uuid:" + to_string(ben.uid)]["relation"]["sweetheart"] == true);
  PersonFilter climbers = kEverybody;
  climbers.tags = {"climbing"};
  const json some = json::parse(written(house.store, write_jscontact, climbers));
  REQUIRE(some.size() == 1);
  CHECK_FALSE(some[0].contains("relatedTo"));
  ImportHouse empty;
  CHECK(json::parse(written(empty.store, write_jscontact)).empty());
}

TEST_CASE("address book: people by letter, nothing of theirs as markup", "[html]") {
  ImportHouse house;
  house.add(Person{.name = "<b>Ana</b> & \"co\"",
                   .contact_points = {{ContactKind::url, "javascript:alert(1)", ""},
                                      {ContactKind::url, "example.org", "home"},
                                      {ContactKind::email, "a\"b@example.org", ""},
                                      {ContactKind::phone, "+1 (555) 0100", ""}}});
  house.add("\xC3\x84nne");
  house.add("\xE7\x8E\x8B\xE4\xBC\x9F");
  house.add("007");
  house.add(Person{.name = "Dead", .standing = Standing::dead});
  house.add(Person{.name = "Former", .standing = Standing::former});
  house.add(Person{.name = "Filed", .archived = true});
  const std::string page = written(house.store, write_address_book);
  CHECK(page.find("4 people, 2026-03-20") != std::string::npos);
  CHECK(page.find("<b>") == std::string::npos);
  CHECK(page.find("&lt;b&gt;Ana&lt;/b&gt; &amp; &quot;co&quot;") != std::string::npos);
  CHECK(page.find("href=\"javascript") == std::string::npos);
  CHECK(page.find("href=\"https://example.org\"") != std::string::npos);
  CHECK(page.find("href=\"mailto:a%22b@example.org\"") != std::string::npos);
  CHECK(page.find("href=\"tel:+15550100\"") != std::string::npos);
  CHECK(page.find("<h2 id=\"l2\">A</h2>") != std::string::npos);
  CHECK(page.find("<h2 id=\"l1\">#</h2>") != std::string::npos);
  CHECK(page.find("<h2 id=\"l4\">\xE7\x8E\x8B</h2>") != std::string::npos);
  CHECK(page.find("Dead") == std::string::npos);
  CHECK(page.find("Former") == std::string::npos);
  CHECK(page.find("Filed") == std::string::npos);
  const std::string filed =
      written(house.store, write_address_book, {.archived = PersonFilter::Archived::only});
  CHECK(filed.find("Filed") != std::string::npos);
}

}  // namespace
}  // namespace kith::exchange
