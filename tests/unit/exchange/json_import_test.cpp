// The kith document read back, and what is refused.
#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/error.hpp>

namespace kith::exchange {
namespace {

using nlohmann::json;
using test::ImportHouse;
using namespace std::chrono_literals;

const std::string kUid = "019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e6f";

/// A document with one list.
std::string document(const std::string& list, const std::string& records) {
  return "{\"format\":\"kith\",\"version\":1,\n\"" + list + "\":[" + records + "]}";
}

std::string person(const std::string& more = "") {
  return "{\"uid\":\"" + kUid + "\",\"name\":\"Ana Lim\"" + more + "}";
}

/// A house with one of everything.
void furnish(ImportHouse& house) {
  const Person ben = house.add("Ben Ray");
  Person ana{.name = "Ana Lim", .nicknames = {"Anni"}};
  ana.add_point({ContactKind::url, "https://example.org", "blog"});
  ana.add_point({ContactKind::email, "ana@example.org", "work"});
  ana.memberships = {{.org = "Acme", .title = "CTO"},
                     {.org = "Old", .to = PartialDate({2018}, {}, {})}};
  ana.birthday = PartialDate({}, 5, 3);
  ana.introduced_by = ben.ref();
  ana.circle = Circle::inner;
  ana.own_cadence = Cadence(10);
  ana.tags = {"climbing"};
  ana.standing = Standing::paused;
  ana.snoozed_until = 2026y / 4 / 1;
  ana.archived = true;
  ana = house.add(ana);
  house.log(Interaction{.date = 2026y / 3 / 1,
                        .time = 570min,
                        .kind = "coffee",
                        .people = {ana.ref()},
                        .mentions = {ben.ref()},
                        .place = "Blue Bottle",
                        .tags = {"x"},
                        .text = "coffee \"there\"\n\xF0\x9F\x8D\xB5",
                        .duration = 45min,
                        .unanswered = true});
  house.store.write("rest", [&] {
    house.store.facts().add(
        {.person = ana.ref(), .kind = "hope", .text = "sail", .date = 2026y / 8 / 1});
    house.store.follow_ups().add({.person = ana.ref(),
                                  .text = "the book",
                                  .due = 2026y / 1 / 31,
                                  .every = Span{.months = 1},
                                  .series_start = 2025y / 12 / 31,
                                  .owed_by = Owner::them});
    house.store.follow_ups().add({.person = ben.ref(),
                                  .text = "the map",
                                  .due = 2026y / 2 / 1,
                                  .status = FollowUpStatus::done,
                                  .done_on = 2026y / 2 / 2});
    house.store.links().add({.a = ana.ref(),
                             .b = ben.ref(),
                             .kind = "colleague",
                             .since = PartialDate({2019}, {}, {})});
  });
  house.linkedin(
      "First Name,Last Name,URL,Company,Position,Connected "
      "On\nSam,Lee,https://linkedin.com/in/sam,Acme,,04 Mar 2023\n");
}

TEST_CASE("json import: an empty house gets everything back, byte for byte", "[json][import]") {
  ImportHouse house;
  furnish(house);
  const std::string text = house.to_json();
  ImportHouse other;
  const ImportReport report = other.json(text);
  CHECK(report.people == ImportCount{.imported = 3});
  CHECK(report.remarks.empty());
  CHECK(other.to_json() == text);
  CHECK(other.json(text).people == ImportCount{.unchanged = 3});
  CHECK(other.to_json() == text);
}

TEST_CASE("json import: after a restore, LinkedIn adds nothing", "[json][import]") {
  ImportHouse house;
  furnish(house);
  ImportHouse other;
  other.json(house.to_json());
  CHECK(other
            .linkedin("First Name,Last Name,URL,Company,Position,Connected "
                      "On\nSam,Lee,https://linkedin.com/in/sam,Acme,,04 Mar 2023\n")
            .people == ImportCount{.unchanged = 1});
}

TEST_CASE("json import: lists may come in any order, and laid out in any way", "[json][import]") {
  ImportHouse house;
  furnish(house);
  const std::string text = house.to_json();
  ImportHouse other;
  other.json(json::parse(text).dump(4));  // sorts the keys: facts come before people
  CHECK(other.to_json() == text);
}

TEST_CASE("json import: one undo takes all of it back", "[json][import]") {
  ImportHouse house;
  furnish(house);
  ImportHouse other;
  const std::string before = other.to_json();
  other.json(house.to_json());
  other.store.journal().undo(1);
  CHECK(other.to_json() == before);
}

TEST_CASE("json import: a person who was changed later in the file is updated", "[json][import]") {
  ImportHouse house;
  house.json(
      document("people", person(",\"city\":\"Bern\",\"updated_at\":\"2026-01-01T00:00:00Z\"")));
  CHECK(house.only("Ana Lim").city == "Bern");
  CHECK(house
            .json(document("people",
                           person(",\"city\":\"Basel\",\"updated_at\":\"2026-01-02T00:00:00Z\"")))
            .people == ImportCount{.updated = 1});
  CHECK(house.only("Ana Lim").city == "Basel");
  CHECK(house
            .json(document("people",
                           person(",\"city\":\"Old\",\"updated_at\":\"2025-01-02T00:00:00Z\"")))
            .people == ImportCount{.unchanged = 1});
  CHECK(house.only("Ana Lim").city == "Basel");
}

TEST_CASE("json import: what a document leaves out has its usual value", "[json][import]") {
  ImportHouse house;
  house.json(document("people",
                      person(",\"emails\":[{\"value\":\"a@example.org\"}],\"org\":\"Acme\","
                             "\"circle\":\"friend\",\"cadence_days\":40")));
  const Person ana = house.only("Ana Lim");
  CHECK(ana.org() == "Acme");
  CHECK(ana.own_cadence == Cadence(40));
  CHECK(ana.standing == Standing::active);
}

TEST_CASE("json import: fields that mean nothing here are said", "[json][import]") {
  ImportHouse house;
  const ImportReport report = house.json(
      "{\"format\":\"kith\",\"version\":1,\"mood\":{\"a\":[1]},\"pets\":[{\"x\":1},2],\n\"people\":"
      "[" +
      person(",\"shoe_size\":{\"eu\":[38]}") + "]}");
  REQUIRE(report.remarks.size() == 3);
  CHECK(report.remarks[0].why == "mood: not known here, left out");
  CHECK(report.remarks[1].why == "people.shoe_size: not known here, left out");
  CHECK(report.people.imported == 1);
}

/// The message of what is thrown for `text`, with its line and column; nothing may have changed.
std::string refusal(const std::string& text) {
  ImportHouse house;
  try {
    house.json(text);
  } catch (const DataError& error) {
    CHECK(error.position());
    CHECK(house.store.people().count() == 0);
    CHECK(house.store.journal().history(5).empty());
    return error.message();
  }
  return "read it";
}

TEST_CASE("json import: what is wrong is named with its place, and nothing is kept",
          "[json][import]") {
  CHECK(refusal(document("people", person() + ",\n" + person(",\"birthday\":\"never\""))) ==
        "line 3, column 81: people: birthday: never is no date (2019, 2019-05, 2019-05-03 or "
        "--05-03)");
  CHECK(refusal(document("people", "{\"name\":\"Ana\"}")) ==
        "line 2, column 11: people: uid: is missing");
  CHECK(refusal(document("people", "{\"uid\":\"1\",\"name\":\"Ana\"}")) ==
        "line 2, column 20: people: uid: 1 is no uid");
  CHECK(refusal(document("people", person(",\"tags\":3"))) ==
        "line 2, column 82: people: tags: not a list");
  CHECK(refusal(document("people", "1")) ==
        "line 2, column 12: people: a record was expected here");
  CHECK(refusal(document("facts",
                         "{\"uid\":\"" + kUid + "\",\"text\":\"x\",\"person\":{\"uid\":\"" + kUid +
                             "\",\"name\":\"Ana\"}}")) ==
        "line 2, column 10: it is about Ana, who is neither in the file nor in the database");
}

TEST_CASE("json import: what is no kith document is refused", "[json][import]") {
  CHECK(refusal("[]") == "line 1, column 1: not a kith document");
  CHECK(refusal("3") == "line 1, column 1: not a kith document");
  CHECK(refusal("{}") == "not a kith document: it has no \"format\":\"kith\"");
  CHECK(refusal("{\"format\":\"vcard\"}") ==
        "line 1, column 17: the format is \"vcard\", not \"kith\"");
  CHECK(refusal("{\"format\":\"kith\",\"version\":2}").find("version 2") != std::string::npos);
  CHECK(refusal("{\"format\":\"kith\"}") == "the document does not say its version");
  CHECK(refusal("{\"format\":\"kith\",\"version\":1,\"people\":{}}").find("people: not a list") !=
        std::string::npos);
}

TEST_CASE("json import: what is no JSON is refused with its place", "[json][import]") {
  CHECK(refusal("").find("line 1, column 1: not JSON") == 0);
  CHECK(refusal("{\"format\":\"kith\",\n\"version\":1,\n\"people\":[").find("line 3") == 0);
  CHECK(refusal("{\"format\":\"kith\",\"version\":1,\"people\":[]} x").find("not JSON") !=
        std::string::npos);
  CHECK(refusal("{\"format\":\"\xFF\"}").find("not JSON") != std::string::npos);
  CHECK(refusal(std::string("{\"a\":\0}", 7)).find("not JSON") != std::string::npos);
}

TEST_CASE("json import: nesting bombs are refused", "[json][import]") {
  const std::string bomb(100'000, '[');
  CHECK(refusal("{\"format\":\"kith\",\"x\":" + bomb).find("nested more than 64 deep") !=
        std::string::npos);
  CHECK(refusal(document("people", person(",\"tags\":" + bomb))).find("nested more than 64 deep") !=
        std::string::npos);
}

TEST_CASE("json import: an introducer without a link makes one", "[json][import]") {
  const std::string ben = "019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e70";
  ImportHouse house;
  house.json(document("people",
                      person(",\"introduced_by\":{\"uid\":\"" + ben + "\",\"name\":\"Ben\"}") +
                          ",{\"uid\":\"" + ben + "\",\"name\":\"Ben\"}"));
  CHECK(house.only("Ana Lim").introduced_by->name == "Ben");
}

}  // namespace
}  // namespace kith::exchange
