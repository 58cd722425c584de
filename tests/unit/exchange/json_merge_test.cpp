// Documents that come into a house that is lived in, filters of exports, and their order.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/documents.hpp"

namespace kith::exchange {
namespace {

using nlohmann::json;
using test::anas_document;
using test::document;
using test::furnish;
using test::ImportHouse;
using test::kAnasUid;
using test::kRecordUid;
using test::ref;
using namespace std::chrono_literals;

std::string at(const std::string& instant, const std::string& city) {
  return ",\"city\":\"" + city + "\",\"created_at\":\"2026-01-01T00:00:00Z\",\"updated_at\":\"" +
         instant + "\"";
}

TEST_CASE("json merge: the later of two versions of a person wins, whichever comes first",
          "[json][merge]") {
  const std::string older = anas_document(at("2026-01-01T10:00:00Z", "Bern"));
  const std::string newer = anas_document(at("2026-01-01T10:00:01Z", "Basel"));
  ImportHouse house;
  house.json(older);
  CHECK(house.json(older).people == ImportCount{.unchanged = 1});
  CHECK(house.json(newer).people == ImportCount{.updated = 1});
  CHECK(house.json(older).people == ImportCount{.unchanged = 1});
  CHECK(house.only("Ana Lim").city == "Basel");
}

TEST_CASE("json merge: an update replaces lists rather than adding to them", "[json][merge]") {
  ImportHouse house;
  house.json(anas_document(at("2026-01-01T10:00:00Z", "Bern") +
                           ",\"tags\":[\"a\",\"b\"],\"emails\":[{\"value\":\"a@example.org\"}]"));
  house.json(anas_document(at("2026-01-02T10:00:00Z", "Bern") + ",\"tags\":[\"b\"]"));
  CHECK(house.only("Ana Lim").tags == std::vector<std::string>{"b"});
  CHECK(house.only("Ana Lim").contact_points.empty());
}

TEST_CASE("json merge: a follow-up done later elsewhere is done here", "[json][merge]") {
  const auto promise = [](const std::string& status, const std::string& updated) {
    return document("follow_ups",
                    "{\"uid\":\"" + kRecordUid + "\",\"person\":" + ref(kAnasUid, "Ana") +
                        ",\"text\":\"the book\",\"due\":\"2026-04-01\",\"status\":\"" + status +
                        "\",\"created_at\":\"2026-01-01T00:00:00Z\",\"updated_at\":\"" + updated +
                        "\"}");
  };
  ImportHouse house;
  house.json(promise("open", "2026-01-01T00:00:00Z"));
  const ImportReport report = house.json(promise("done", "2026-01-02T00:00:00Z"));
  CHECK(report.records.at("follow_ups") == ImportCount{.updated = 1});
  house.json(promise("open", "2026-01-01T00:00:00Z"));
  CHECK(house.store.follow_ups().of(house.only("Ana Lim").id).at(0).status == FollowUpStatus::done);
}

TEST_CASE("json merge: records that are there stay as they are", "[json][merge]") {
  const auto fact = [](const std::string& text) {
    return document("facts",
                    "{\"uid\":\"" + kRecordUid + "\",\"person\":" + ref(kAnasUid, "Ana") +
                        ",\"text\":\"" + text + "\"}");
  };
  ImportHouse house;
  house.json(fact("tea"));
  const ImportReport report = house.json(fact("coffee"));
  CHECK(report.records.at("facts") == ImportCount{.unchanged = 1});
  CHECK(house.store.facts().of(house.only("Ana Lim").id).at(0).text == "tea");
}

TEST_CASE("json merge: two houses become one, and ids that are taken are given anew",
          "[json][merge]") {
  ImportHouse here;
  here.log({here.add("Cleo Fay")}, 2026y / 3 / 5, "mine");
  ImportHouse there;
  furnish(there);
  const ImportReport report = here.json(there.to_json());
  CHECK(report.people == ImportCount{.imported = 3});
  CHECK(here.store.people().count() == 4);
  std::vector<std::string> texts;
  std::vector<std::int64_t> ids;
  here.store.interactions().for_each_by_uid([&](const Interaction& one) {
    texts.push_back(one.text);
    ids.push_back(raw(one.id));
  });
  CHECK(texts.size() == 3);
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  CHECK(std::count(texts.begin(), texts.end(), "mine") == 1);
  // Both ways: then both houses hold the same but for the ids.
  there.json(here.to_json());
  CHECK(there.store.people().count() == 4);
  CHECK(json::parse(there.to_json()).at("people") == json::parse(here.to_json()).at("people"));
}

TEST_CASE("json merge: namesakes of two houses stay two people", "[json][merge]") {
  ImportHouse here;
  here.add("Ana Lim");
  ImportHouse there;
  there.add("Ana Lim");
  CHECK(here.json(there.to_json()).people == ImportCount{.imported = 1});
  CHECK(here.store.people().count() == 2);
}

TEST_CASE("json merge: undo of a merge gives back the house to the byte", "[json][merge]") {
  ImportHouse here;
  here.log({here.add("Cleo Fay")}, 2026y / 3 / 5, "mine");
  ImportHouse there;
  furnish(there);
  const std::string before = here.to_json();
  here.json(there.to_json());
  const std::string after = here.to_json();
  here.store.journal().undo(1);
  CHECK(here.to_json() == before);
  here.store.journal().redo(1);
  CHECK(here.to_json() == after);
}

TEST_CASE("json merge: a failing import into a full house leaves it to the byte", "[json][merge]") {
  ImportHouse house;
  furnish(house);
  const std::string before = house.to_json();
  CHECK_THROWS_AS(house.json(document("facts", "{\"uid\":\"" + kRecordUid + "\"}")), DataError);
  CHECK(house.to_json() == before);
}

TEST_CASE("json merge: a tie that is there already is not made twice", "[json][merge]") {
  const auto tie = [](const std::string& uid) {
    return document("links",
                    "{\"uid\":\"" + uid + "\",\"a\":" + ref(kAnasUid, "Ana") +
                        ",\"b\":" + ref(test::kBensUid, "Ben") + ",\"kind\":\"friend\"}");
  };
  ImportHouse house;
  house.json(tie(kRecordUid));
  const ImportReport report = house.json(tie("019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e72"));
  CHECK(report.records.at("links") == ImportCount{.unchanged = 1});
}

TEST_CASE("json export: what is kept comes back field by field", "[json][merge]") {
  ImportHouse house;
  furnish(house);
  ImportHouse other;
  other.json(house.to_json());
  Person before = house.only("Ana Lim");
  Person after = other.only("Ana Lim");
  REQUIRE(before.introduced_by);
  REQUIRE(after.introduced_by);
  CHECK(after.introduced_by->uid == before.introduced_by->uid);
  after.id = before.id;
  after.introduced_by = before.introduced_by;
  CHECK(after == before);
  CHECK(other.store.origins().of(other.only("Sam Lee").id).at(0).said ==
        house.store.origins().of(house.only("Sam Lee").id).at(0).said);
}

std::vector<std::string> uids(const json& records) {
  std::vector<std::string> all;
  for (const json& record : records) {
    all.push_back(record.at("uid").get<std::string>());
  }
  return all;
}

TEST_CASE("json export: every list is in the order of uids, whatever order they came in",
          "[json][merge]") {
  ImportHouse house;
  furnish(house);
  const json text = json::parse(house.to_json());
  for (const char* list : {"people", "interactions", "facts", "follow_ups", "links"}) {
    CAPTURE(list);
    const std::vector<std::string> all = uids(text.at(list));
    CHECK(all.size() >= 2);
    CHECK(std::is_sorted(all.begin(), all.end()));
  }
  json backwards = text;
  for (const char* list : {"people", "interactions", "facts", "follow_ups", "links"}) {
    std::reverse(backwards[list].begin(), backwards[list].end());
  }
  ImportHouse other;
  other.json(backwards.dump());
  CHECK(other.to_json() == house.to_json());
}

TEST_CASE("json export: a filter leaves no trace of anybody else", "[json][merge]") {
  ImportHouse house;
  furnish(house);  // Ben introduced Ana, met her, was spoken of, and has facts and promises
  const std::string text =
      house.to_json(PersonFilter{.tags = {"climbing"}, .archived = PersonFilter::Archived::all});
  const json all = json::parse(text);
  REQUIRE(all.at("people").size() == 1);
  CHECK(text.find("Ben Ray") == std::string::npos);
  CHECK(text.find("Sam Lee") == std::string::npos);
  CHECK(text.find("likes tea") == std::string::npos);
  CHECK(text.find("the map") == std::string::npos);
  CHECK(all.at("interactions").size() == 2);
  CHECK(all.at("facts").size() == 1);
  CHECK(all.at("follow_ups").size() == 1);
  CHECK(all.at("links").empty());
  ImportHouse other;
  CHECK(other.json(text).people == ImportCount{.imported = 1});
}

TEST_CASE("json export: a filter that fits nobody is an empty document", "[json][merge]") {
  ImportHouse house;
  furnish(house);
  const std::string text = house.to_json(PersonFilter{.tags = {"nothing"}});
  const json all = json::parse(text);
  for (const char* list : {"people", "interactions", "facts", "follow_ups", "links"}) {
    CHECK(all.at(list).empty());
  }
}

TEST_CASE("json: three thousand people go out and come back", "[json][merge]") {
  ImportHouse house;
  house.store.write("furnish", [&] {
    for (int i = 0; i < 3000; ++i) {
      const Person one = house.store.people().add(Person{.name = "P" + std::to_string(i)});
      house.store.facts().add({.person = one.ref(), .text = "fact " + std::to_string(i)});
    }
  });
  const std::string text = house.to_json();
  ImportHouse other;
  const ImportReport report = other.json(text);
  CHECK(report.people == ImportCount{.imported = 3000});
  CHECK(report.records.at("facts") == ImportCount{.imported = 3000});
  CHECK(other.to_json() == text);
}

}  // namespace
}  // namespace kith::exchange
