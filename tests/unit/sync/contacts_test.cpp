// People and cards in step: what goes out, what comes in, what stays as it is.
#include <string>

#include "support/catch.hpp"
#include "support/synced.hpp"
#include <kith/store/journal.hpp>

namespace {

using namespace kith;
using namespace kith::test;
using sync::Moved;

using Lines = std::vector<std::string>;

const std::string kAna =
    "FN:Ana Lim\nN:Lim;Ana;;;\nEMAIL;TYPE=work:ana@example.org\nX-ODD;A=b:kept, as\n  it is\n";

}  // namespace

TEST_CASE("everybody goes out, each in a file of their own, and then there is nothing to do",
          "[sync]") {
  SyncedHouse house;
  const Person ana = house.add("Ana Lim");
  house.add("Bo Ray");
  Person away{.name = "Cy Far"};
  away.archived = true;
  house.add(away);
  const auto first = house.sync();
  CHECK(first.contacts->to_there == Moved{.added = 2});
  CHECK(first.contacts->from_there == Moved{});
  CHECK(house.files().size() == 2);
  CHECK(house.content(to_string(ana.uid) + ".vcf").find("FN:Ana Lim\r\n") != std::string::npos);
  struct stat status {};
  ::stat((house.folder / (to_string(ana.uid) + ".vcf")).c_str(), &status);
  CHECK((status.st_mode & 0777U) == 0600U);

  const auto before = house.marks();
  const auto changes = house.store.journal().history(100).size();
  for (int again = 0; again < 2; ++again) {
    const auto report = house.sync();
    CHECK(report.contacts->to_there == Moved{});
    CHECK(report.contacts->from_there == Moved{});
    CHECK(report.contacts->items == 2);
  }
  CHECK(house.marks() == before);
  CHECK(house.store.journal().history(100).size() == changes);
}

TEST_CASE("a card from there becomes a person, and keeps its bytes", "[sync]") {
  SyncedHouse house;
  const std::string text = card("p1", kAna + "TEL:+1 555 0100\nNOTE:likes tea\n");
  house.put("any name.vcf", text);
  const auto report = house.sync();
  CHECK(report.contacts->from_there == Moved{.added = 1});
  CHECK(report.contacts->to_there == Moved{});
  const Person ana = house.only("Ana Lim");
  CHECK(ana.points(ContactKind::email).at(0) ==
        ContactPoint{ContactKind::email, "ana@example.org", "work"});
  CHECK(house.facts(ana) == Lines{"likes tea"});
  CHECK(house.files() == std::map<std::string, std::string>{{"any name.vcf", text}});
  CHECK(house.sync().contacts->items == 1);
  CHECK(house.content("any name.vcf") == text);
}

TEST_CASE("what changed here goes into the file, and nothing else of it changes", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("p1", kAna + "TITLE:CEO\n"));
  house.sync();
  Person ana = house.only("Ana Lim");
  ana.set_title("CTO");
  house.update(ana);
  CHECK(house.sync().contacts->to_there == Moved{.changed = 1});
  CHECK(house.content("a.vcf") == card("p1", kAna + "TITLE:CTO\n"));
  CHECK(house.sync().contacts->to_there == Moved{});
}

TEST_CASE("what changed there comes in, and a line that moved is no change", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("p1", kAna));
  house.sync();
  const auto changes = house.store.journal().history(100).size();
  house.put("a.vcf",
            card("p1",
                 "EMAIL;TYPE=work:ana@example.org\nX-ODD;A=b:kept, as it is\n"
                 "N:Lim;Ana;;;\nFN:Ana Lim\n"));
  CHECK(house.sync().contacts->from_there == Moved{});
  house.replace("a.vcf", "FN:Ana Lim\n", "FN:Ana Lim\nBDAY:--0203\nNICKNAME:Annie\n");
  const auto report = house.sync();
  CHECK(report.contacts->from_there == Moved{.changed = 1});
  CHECK(report.contacts->to_there == Moved{});
  CHECK(to_string(house.only("Ana Lim").birthday) == "--02-03");
  CHECK(house.only("Ana Lim").nicknames == Lines{"Annie"});
  CHECK(house.store.journal().history(100).size() > changes);
}

TEST_CASE("different fields that changed on both sides are both kept", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("p1", kAna));
  house.sync();
  Person ana = house.only("Ana Lim");
  ana.city = "Bern";
  ana.add_point({ContactKind::phone, "+1 555 0101", ""});
  house.update(ana);
  house.replace("a.vcf", "FN:Ana Lim\n", "FN:Ana Lim\nTITLE:CTO\nTEL:+1 555 0102\n");
  const auto report = house.sync();
  CHECK(report.clashes.empty());
  CHECK(report.contacts->from_there == Moved{.changed = 1});
  CHECK(report.contacts->to_there == Moved{.changed = 1});
  ana = house.now(ana);
  CHECK(ana.city == "Bern");
  CHECK(ana.title() == "CTO");
  CHECK(ana.points(ContactKind::phone).size() == 2);
  const std::string text = house.content("a.vcf");
  CHECK(text.find("+1 555 0101") != std::string::npos);
  CHECK(text.find("X-ODD;A=b:kept, as\n  it is\n") != std::string::npos);
}

TEST_CASE("of one field that changed on both sides the newer stays, and the other is kept",
          "[sync]") {
  for (const bool there_is_newer : {true, false}) {
    CAPTURE(there_is_newer);
    SyncedHouse house;
    house.put("a.vcf", card("p1", kAna + "TITLE:CEO\n"));
    house.sync();
    Person ana = house.only("Ana Lim");
    ana.set_title("CTO");
    house.update(ana);
    // The house lives in March 2026.
    const auto edited = there_is_newer ? "20260401T000000Z" : "20260101T000000Z";
    house.replace("a.vcf", "TITLE:CEO\n", std::string("TITLE:CFO\nREV:") + edited + "\n");
    const auto report = house.sync();
    const std::string winner = there_is_newer ? "CFO" : "CTO";
    const std::string loser = there_is_newer ? "CTO" : "CFO";
    REQUIRE(report.clashes.size() == 1);
    CHECK(report.clashes[0] == sync::Clash{"Ana Lim", "title", "CTO", "CFO", there_is_newer});
    CHECK(house.now(ana).title() == winner);
    CHECK(house.content("a.vcf").find("TITLE:" + winner + "\n") != std::string::npos);
    REQUIRE(house.facts(ana).size() == 1);
    CHECK(house.facts(ana)[0].find(loser) != std::string::npos);
    // What lost does not travel.
    CHECK(house.content("a.vcf").find(loser) == std::string::npos);
    const std::string label = house.store.journal().history(1)[0].label;
    CHECK(label.find("Ana Lim, title: " + winner + ", not " + loser) != std::string::npos);
    const auto before = house.marks();
    CHECK(house.sync().contacts->to_there == Moved{});
    CHECK(house.marks() == before);
  }
}

TEST_CASE("a number that was taken out on one side goes on the other", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("p1", kAna + "TEL:+1 555 0101\nTEL:+1 555 0102\n"));
  house.sync();
  house.replace("a.vcf", "TEL:+1 555 0101\n", "");
  house.sync();
  Person ana = house.only("Ana Lim");
  REQUIRE(ana.points(ContactKind::phone).size() == 1);
  CHECK(ana.points(ContactKind::phone)[0].value == "+1 555 0102");
  ana.contact_points.clear();
  house.update(ana);
  house.sync();
  CHECK(house.content("a.vcf").find("TEL") == std::string::npos);
  CHECK(house.content("a.vcf").find("EMAIL") == std::string::npos);
}

TEST_CASE("notes are facts of kind other, and confided facts never leave", "[sync]") {
  SyncedHouse house;
  const Person ana = house.add("Ana Lim");
  house.store.write("note", [&] {
    house.store.facts().add(Fact{.person = ana.ref(), .text = "plays the cello"});
    house.store.facts().add(Fact{.person = ana.ref(), .kind = "health", .text = "bad knee"});
    house.store.facts().add(Fact{.person = ana.ref(), .kind = "hope", .text = "to sail"});
  });
  house.sync();
  const std::string file = house.file_with("Ana Lim");
  CHECK(house.content(file).find("plays the cello") != std::string::npos);
  CHECK(house.content(file).find("knee") == std::string::npos);
  CHECK(house.content(file).find("sail") == std::string::npos);
  house.replace(file, "plays the cello", "plays the viola");
  house.sync();
  CHECK(house.facts(ana) == Lines{"bad knee", "to sail", "plays the viola"});
  const auto before = house.marks();
  house.sync();
  CHECK(house.marks() == before);
}

TEST_CASE("a file that was renamed is the same card", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("p1", kAna));
  house.put("b.vcf", card("p2", "FN:Bo Ray\n"));
  house.sync();
  std::filesystem::rename(house.folder / "a.vcf", house.folder / "z.vcf");
  const auto report = house.sync();
  CHECK(report.contacts->from_there == Moved{});
  CHECK(report.contacts->to_there == Moved{});
  CHECK(house.files().size() == 2);
  Person ana = house.only("Ana Lim");
  ana.set_title("CTO");
  house.update(ana);
  house.sync();
  CHECK(house.content("z.vcf").find("TITLE:CTO\n") != std::string::npos);
  CHECK(house.files().size() == 2);
}

TEST_CASE("files that cannot be right are left alone, and said", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("p1", kAna));
  house.put("b.vcf", card("p1", kAna + "TITLE:CEO\n"));
  house.put("c.vcf", card("p3", "FN:One\n") + card("p4", "FN:Two\n"));
  house.put("d.vcf", "no card at all\n");
  house.put("e.vcf", "");
  house.put("g.vcf", card("p7", "KIND:group\nFN:Choir\nMEMBER:urn:uuid:p1\n"));
  house.put(".hidden.vcf", card("p5", "FN:Hidden\n"));
  house.put("f.vcf.tmp", card("p6", "FN:Half\n"));
  house.put("ok.vcf", card("p8", "FN:Di Roe\n"));
  const auto files = house.files();
  const auto report = house.sync();
  CHECK(report.contacts->from_there == Moved{.added = 1});
  CHECK(report.contacts->to_there == Moved{});
  CHECK(lines_of(report) ==
        Lines{"c.vcf: more than one card in it (kith import vcard reads them): left alone",
              "d.vcf: no card in it: left alone",
              "e.vcf: empty: left alone",
              "g.vcf: a group, not a person: left alone",
              "b.vcf: has the same UID as a.vcf: both are left alone"});
  CHECK(house.files() == files);
}

TEST_CASE("a card without a UID gets one, since no server takes it without", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("", kAna));
  const auto report = house.sync();
  CHECK(lines_of(report) == Lines{"Ana Lim: got a UID"});
  CHECK(report.contacts->to_there == Moved{.changed = 1});
  const std::string text = house.content("a.vcf");
  CHECK(text.find("\nUID:") != std::string::npos);
  CHECK(text.find(kAna) != std::string::npos);
  CHECK(house.sync().contacts->to_there == Moved{});
  CHECK(house.store.totals().people == 1);
}

TEST_CASE("a card of somebody who is here already joins them", "[sync]") {
  SyncedHouse house;
  Person draft{.name = "Ana Lim", .city = "Bern"};
  draft.add_point({ContactKind::email, "ana@example.org", "work"});
  const Person ana = house.add(draft);
  house.put("a.vcf", card("p1", kAna + "TEL:+1 555 0100\n"));
  const auto report = house.sync();
  CHECK(report.contacts->from_there == Moved{.changed = 1});
  CHECK(house.store.totals().people == 1);
  CHECK(house.files().size() == 1);
  CHECK(house.now(ana).points(ContactKind::phone).size() == 1);
  CHECK(house.now(ana).city == "Bern");
  CHECK(house.sync().contacts->to_there == Moved{});
}

TEST_CASE("two people who share an address stay two", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("p1", "FN:Ana Lim\nEMAIL:home@example.org\n"));
  house.sync();
  house.put("b.vcf", card("p2", "FN:Bo Lim\nEMAIL:home@example.org\n"));
  CHECK(house.sync().contacts->from_there == Moved{.added = 1});
  CHECK(house.only("Ana Lim").id != house.only("Bo Lim").id);
}

TEST_CASE("what kith cannot keep stays on the card", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf",
            card("p1", kAna + "EMAIL:not an address\nCATEGORIES:Old Friends\nTEL:+1 (555) 0100\n"));
  house.sync();
  Person ana = house.only("Ana Lim");
  ana.set_title("CTO");
  house.update(ana);
  house.sync();
  const std::string text = house.content("a.vcf");
  CHECK(text.find("EMAIL:not an address\n") != std::string::npos);
  CHECK(text.find("CATEGORIES:Old Friends\n") != std::string::npos);
  CHECK(text.find("TEL:+1 (555) 0100\n") != std::string::npos);
  CHECK(text.find("TITLE:CTO\n") != std::string::npos);
}

TEST_CASE("a rehearsal says what would happen, and writes nothing", "[sync]") {
  SyncedHouse house;
  house.add("Ana Lim");
  house.put("b.vcf", card("p2", "FN:Bo Ray\n"));
  const auto before = house.marks();
  const auto report = house.sync({.dry_run = true});
  CHECK(report.contacts->from_there == Moved{.added = 1});
  CHECK(report.contacts->to_there == Moved{.added = 1});
  CHECK(house.marks() == before);
  CHECK(house.store.totals().people == 1);
}

TEST_CASE("undo takes back what came in, and the next sync brings it again", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("p1", kAna));
  house.sync();
  house.replace("a.vcf", "FN:", "TITLE:CTO\nFN:");
  house.sync();
  house.store.journal().undo(1);
  CHECK(house.only("Ana Lim").title().empty());
  CHECK(house.content("a.vcf").find("TITLE:CTO") != std::string::npos);
  CHECK(house.sync().contacts->from_there == Moved{.changed = 1});
  CHECK(house.only("Ana Lim").title() == "CTO");
  // All of it: nobody is lost on the other side.
  house.store.journal().undo(2);
  CHECK(house.store.totals().people == 0);
  CHECK(house.sync().contacts->from_there == Moved{.added = 1});
  CHECK(house.files().size() == 1);
}

TEST_CASE("a store that never saw the folder joins it without doubles", "[sync]") {
  SyncedHouse house;
  Person ana = house.add("Ana Lim");
  house.store.write("note", [&] {
    house.store.facts().add(Fact{.person = ana.ref(), .text = "plays the cello"});
  });
  house.sync();
  const auto before = house.marks();
  house.store.journal().undo(1);  // as after a crash between the files and the store
  const auto report = house.sync();
  CHECK(report.contacts->from_there == Moved{});
  CHECK(report.contacts->to_there == Moved{});
  CHECK(house.marks() == before);
  CHECK(house.facts(ana) == Lines{"plays the cello"});
}

TEST_CASE("names of files come from nobody's words", "[sync]") {
  SyncedHouse house;
  house.put("a.vcf", card("../../evil", kAna));
  house.put("b.vcf", card("p2", "FN:Bo Ray\n"));
  house.sync();
  house.erase("a.vcf");
  Person ana = house.only("Ana Lim");
  ana.set_title("CTO");
  house.update(ana);
  house.sync();
  CHECK(house.files().size() == 2);
  for (const auto& [name, content] : house.files()) {
    CHECK(name.find("evil") == std::string::npos);
  }
  CHECK(house.file_with("UID:../../evil").find('/') == std::string::npos);
}
