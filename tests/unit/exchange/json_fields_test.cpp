// Each kind of record of a kith document: all its fields, none of them, and wrong ones.
#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/documents.hpp"

namespace kith::exchange {
namespace {

using nlohmann::json;
using test::anas_document;
using test::document;
using test::ImportHouse;
using test::kAnasUid;
using test::kBensUid;
using test::kRecordUid;
using test::ref;
using test::refusal;
using namespace std::chrono_literals;

std::string interaction(const std::string& more = "") {
  return "{\"uid\":\"" + kRecordUid + "\",\"date\":\"2026-03-01\",\"people\":[" +
         ref(kAnasUid, "Ana") + "]" + more + "}";
}

std::string fact(const std::string& more = "") {
  return "{\"uid\":\"" + kRecordUid + "\",\"person\":" + ref(kAnasUid, "Ana") +
         ",\"text\":\"tea\"" + more + "}";
}

std::string follow_up(const std::string& more = "") {
  return "{\"uid\":\"" + kRecordUid + "\",\"person\":" + ref(kAnasUid, "Ana") +
         ",\"text\":\"the book\",\"due\":\"2026-04-01\"" + more + "}";
}

std::string link(const std::string& more = "") {
  return "{\"uid\":\"" + kRecordUid + "\",\"a\":" + ref(kAnasUid, "Ana") +
         ",\"b\":" + ref(kBensUid, "Ben") + ",\"kind\":\"friend\"" + more + "}";
}

/// True if `message` ends so; its beginning is a place.
bool ends(const std::string& message, const std::string& end) {
  CAPTURE(message);
  CHECK(message.starts_with("line "));
  return message.ends_with(end);
}

TEST_CASE("json fields: a record of which only what is needed is there", "[json][fields]") {
  ImportHouse house;
  house.json(document("interactions", interaction()));
  const std::optional<Interaction> one = house.store.interactions().find(*parse_uid(kRecordUid));
  REQUIRE(one);
  CHECK(one->kind == "other");
  CHECK(one->text.empty());
  CHECK_FALSE(one->time);
  CHECK_FALSE(one->duration);
  CHECK_FALSE(one->unanswered);
  CHECK(raw(one->id) > 0);
  CHECK(test::names(one->people) == std::vector<std::string>{"Ana Lim"});  // as she is called here

  ImportHouse facts;
  facts.json(document("facts", fact()));
  CHECK(facts.store.facts().of(facts.only("Ana Lim").id).at(0).kind == "other");

  ImportHouse follow_ups;
  follow_ups.json(document("follow_ups", follow_up()));
  const FollowUp promise = follow_ups.store.follow_ups().of(follow_ups.only("Ana Lim").id).at(0);
  CHECK(promise.status == FollowUpStatus::open);
  CHECK(promise.owed_by == Owner::me);
  CHECK_FALSE(promise.every);

  ImportHouse links;
  links.json(document("links", link()));
  CHECK(links.store.links().tied(links.only("Ana Lim").id, links.only("Ben Ray").id, "friend"));
}

TEST_CASE("json fields: null, empty and absent are one", "[json][fields]") {
  const std::string value = GENERATE(as<std::string>{}, "null", "\"\"");
  ImportHouse house;
  std::string fields;
  for (const char* name : {"org",
                           "title",
                           "city",
                           "timezone",
                           "birthday",
                           "met",
                           "met_on",
                           "circle",
                           "last_seen",
                           "tracked_since",
                           "standing",
                           "snoozed_until",
                           "created_at",
                           "updated_at"}) {
    fields += ",\"" + std::string(name) + "\":" + value;
  }
  for (const char* name : {"nicknames", "emails", "tags", "memberships", "origins"}) {
    fields += ",\"" + std::string(name) + "\":" + (value == "null" ? "null" : "[]");
  }
  for (const char* name : {"introduced_by", "cadence_days", "own_cadence_days", "archived"}) {
    fields += ",\"" + std::string(name) + "\":null";
  }
  CHECK(house.json(anas_document(fields)).remarks.empty());
  Person ana = house.only("Ana Lim");
  ImportHouse plain;
  plain.json(anas_document(""));
  Person same = plain.only("Ana Lim");
  CHECK(ana == same);
}

TEST_CASE("json fields: a person's text of the wrong type is named", "[json][fields]") {
  const std::string name = GENERATE(as<std::string>{},
                                    "name",
                                    "org",
                                    "city",
                                    "timezone",
                                    "birthday",
                                    "met",
                                    "met_on",
                                    "circle",
                                    "tracked_since",
                                    "standing",
                                    "snoozed_until",
                                    "created_at",
                                    "updated_at");
  const std::string value = GENERATE(as<std::string>{}, "7", "true", "[]", "{}", "1.5");
  CAPTURE(name, value);
  CHECK(ends(refusal(anas_document(",\"" + name + "\":" + value)),
             ": people: " + name + ": not a text"));
}

TEST_CASE("json fields: a person's list that is none, or holds something else, is named",
          "[json][fields]") {
  for (const char* name : {"nicknames",
                           "emails",
                           "phones",
                           "urls",
                           "handles",
                           "addresses",
                           "tags",
                           "memberships",
                           "origins"}) {
    CAPTURE(name);
    const std::string field = ",\"" + std::string(name) + "\":";
    const std::string people = ": people: " + std::string(name) + ": ";
    CHECK(ends(refusal(anas_document(field + "\"x\"")), people + "not a list"));
    CHECK(ends(refusal(anas_document(field + "{}")), people + "not a list"));
    const bool of_texts = std::string(name) == "nicknames" || std::string(name) == "tags";
    CHECK(ends(refusal(anas_document(field + "[7]")),
               people + (of_texts ? "not a text" : "not an object")));
  }
}

TEST_CASE("json fields: other wrong values of a person", "[json][fields]") {
  struct Wrong {
    std::string field;
    std::string why;
  };
  const Wrong wrong = GENERATE(values<Wrong>({
      {"\"archived\":\"yes\"", "archived: neither true nor false"},
      {"\"archived\":0", "archived: neither true nor false"},
      {"\"cadence_days\":\"30\"", "cadence_days: not a whole number"},
      {"\"cadence_days\":30.5", "cadence_days: not a whole number"},
      {"\"cadence_days\":0", "cadence_days: 0 is no number of days"},
      {"\"own_cadence_days\":-1", "own_cadence_days: -1 is no number of days"},
      {"\"own_cadence_days\":18446744073709551615", "own_cadence_days: not a whole number"},
      {"\"own_cadence_days\":1e400", ""},
      {"\"circle\":\"outer\"", "circle: outer is no circle"},
      {"\"standing\":\"gone\"", "standing: gone is no standing"},
      {"\"birthday\":\"1988-02-30\"", "birthday: 1988-02-30: not a day of the calendar"},
      {"\"birthday\":\"yesterday\"",
       "birthday: yesterday is no date (2019, 2019-05, 2019-05-03 or --05-03)"},
      {"\"snoozed_until\":\"2026-02-30\"", "snoozed_until: 2026-02-30 is no date (YYYY-MM-DD)"},
      {"\"snoozed_until\":\"--05-03\"", "snoozed_until: --05-03 is no date (YYYY-MM-DD)"},
      {"\"created_at\":\"2026-01-01\"",
       "created_at: 2026-01-01 is no instant (2026-11-22T09:30:00Z)"},
      {"\"introduced_by\":\"Ben\"", "introduced_by: not a person: {\"uid\":…,\"name\":…}"},
      {"\"introduced_by\":{\"name\":\"Ben\"}",
       "introduced_by: not a person: {\"uid\":…,\"name\":…}"},
      {"\"origins\":[{\"key\":\"x\"}]", "origins: an origin has no source"},
      {"\"emails\":[{\"value\":\"nowhere\"}]", "nowhere: not an e-mail address"},
      {"\"emails\":[{\"label\":\"home\"}]", "email: there is nothing in it"},
      {"\"tags\":[\"two words\"]", "tag: two words is not one word"},
  }));
  CAPTURE(wrong.field);
  CHECK(ends(refusal(anas_document("," + wrong.field)), wrong.why));
}

TEST_CASE("json fields: wrong fields of other records", "[json][fields]") {
  struct Wrong {
    std::string list;
    std::string record;
    std::string why;
  };
  const std::string no_person = ": not a person: {\"uid\":…,\"name\":…}";
  const Wrong wrong = GENERATE_COPY(values<Wrong>({
      {"interactions", interaction(",\"date\":null"), "interactions: date: is missing"},
      {"interactions", interaction(",\"date\":\"soon\""), "date: soon is no date (YYYY-MM-DD)"},
      {"interactions", interaction(",\"time\":\"25:00\""), "time: 25:00 is no time of day"},
      {"interactions", interaction(",\"time\":\"9:30\""), "time: 9:30 is no time of day"},
      {"interactions", interaction(",\"kind\":\"two words\""), "kind: two words is not one word"},
      {"interactions", interaction(",\"people\":[7]"), "people" + no_person},
      {"interactions", interaction(",\"mentions\":[{}]"), "mentions" + no_person},
      {"interactions",
       interaction(",\"duration_minutes\":\"5\""),
       "duration_minutes: not a whole number"},
      {"interactions", interaction(",\"unanswered\":1"), "unanswered: neither true nor false"},
      {"interactions", interaction(",\"id\":\"7\""), "id: not a whole number"},
      {"interactions", "{\"date\":\"2026-03-01\"}", "interactions: uid: is missing"},
      {"facts", fact(",\"text\":\"\""), "facts: text: is missing"},
      {"facts", fact(",\"person\":null"), "facts: person" + no_person},
      {"facts", fact(",\"date\":7"), "facts: date: not a text"},
      {"follow_ups", follow_up(",\"due\":null"), "follow_ups: due: is missing"},
      {"follow_ups", follow_up(",\"status\":\"lost\""), "status: lost is no status"},
      {"follow_ups", follow_up(",\"owed_by\":\"us\""), "owed_by: us is no side"},
      {"follow_ups", follow_up(",\"every_days\":0"), "every_days: 0 is no number of days"},
      {"follow_ups", follow_up(",\"every\":7"), "every: not a text"},
      {"links", link(",\"kind\":\"\""), "links: kind: is missing"},
      {"links", link(",\"b\":" + ref(kAnasUid, "Ana")), ""},
      {"links",
       link(",\"since\":\"soon\""),
       "since: soon is no date (2019, 2019-05, 2019-05-03 or --05-03)"},
  }));
  CAPTURE(wrong.list, wrong.record);
  if (wrong.why.empty()) {
    ImportHouse house;
    CHECK_THROWS_AS(house.json(document(wrong.list, wrong.record)), Error);
    CHECK(house.store.people().count() == 0);
  } else {
    CHECK(ends(refusal(document(wrong.list, wrong.record)), wrong.why));
  }
}

TEST_CASE("json fields: who is not there may not be spoken of, wherever it is", "[json][fields]") {
  const std::string nobody = ref("019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e99", "Nobody");
  const std::string end = "it is about Nobody, who is neither in the file nor in the database";
  CHECK(ends(refusal(document("interactions", interaction(",\"people\":[" + nobody + "]"))), end));
  CHECK(
      ends(refusal(document("interactions", interaction(",\"mentions\":[" + nobody + "]"))), end));
  CHECK(ends(refusal(document("facts", fact(",\"person\":" + nobody))), end));
  CHECK(ends(refusal(document("follow_ups", follow_up(",\"person\":" + nobody))), end));
  CHECK(ends(refusal(document("links", link(",\"a\":" + nobody))), end));
  CHECK(ends(refusal(document("links", link(",\"b\":" + nobody))), end));
  CHECK(ends(refusal(anas_document(",\"introduced_by\":" + nobody)), end));
}

TEST_CASE("json fields: unknown fields are named with their list and how often they came",
          "[json][fields]") {
  ImportHouse house;
  const ImportReport report =
      house.json("{\"format\":\"kith\",\"version\":1,\"theme\":\"dark\",\n\"people\":[" +
                 test::ana(",\"shoe_size\":38") + ",{\"uid\":\"" + kBensUid +
                 "\",\"name\":\"Ben Ray\",\"shoe_size\":44}],\"facts\":[" +
                 fact(",\"mood\":[1,{\"a\":2}]") + "]}");
  CHECK(test::lines_of(report) ==
        std::vector<std::string>{"0: warning: facts.mood: not known here, left out",
                                 "0: warning: people.shoe_size: not known here, left out (2 times)",
                                 "0: warning: theme: not known here, left out"});
  CHECK(report.people == ImportCount{.imported = 2});
}

TEST_CASE("json fields: ids are kept where they are free and easy to type", "[json][fields]") {
  ImportHouse house;
  house.json(document("facts", fact(",\"id\":41")));
  CHECK(raw(house.store.facts().of(house.only("Ana Lim").id).at(0).id) == 41);
}

TEST_CASE("json fields: an absurd id is not kept, and the next record still finds one",
          "[json][fields]") {
  const std::string id =
      GENERATE(as<std::string>{}, "9223372036854775807", "9000000000000000000", "-1", "0");
  CAPTURE(id);
  ImportHouse house;
  house.json(document("facts", fact(",\"id\":" + id)));
  CHECK(raw(house.store.facts().of(house.only("Ana Lim").id).at(0).id) == 1);
  CHECK(raw(house.log({house.only("Ana Lim")}, 2026y / 3 / 1).id) == 2);
}

TEST_CASE("json fields: a duration of nothing or less is none, and a huge one is refused or kept",
          "[json][fields]") {
  for (const char* minutes : {"0", "-5", "-9223372036854775808"}) {
    CAPTURE(minutes);
    ImportHouse house;
    house.json(
        document("interactions", interaction(",\"duration_minutes\":" + std::string(minutes))));
    CHECK_FALSE(house.store.interactions().find(*parse_uid(kRecordUid))->duration);
  }
}

TEST_CASE("json fields: a series keeps its first day and its months", "[json][fields]") {
  ImportHouse house;
  house.json(document("follow_ups",
                      follow_up(",\"every_days\":30,\"every\":\"1m\",\"series_start\":"
                                "\"2026-01-31\"")));
  const FollowUp one = house.store.follow_ups().of(house.only("Ana Lim").id).at(0);
  CHECK(one.every == Span{.months = 1});
  CHECK(one.series_start == 2026y / 1 / 31);
}

TEST_CASE("json fields: a cadence that is the circle's own is not the person's", "[json][fields]") {
  const int inner = default_cadence(Circle::inner).days();
  const std::string circle = ",\"circle\":\"inner\",\"cadence_days\":";
  ImportHouse house;
  house.json(anas_document(circle + std::to_string(inner)));
  CHECK_FALSE(house.only("Ana Lim").own_cadence);
  ImportHouse other;
  other.json(anas_document(circle + std::to_string(inner + 1)));
  CHECK(other.only("Ana Lim").own_cadence == Cadence(inner + 1));
}

}  // namespace
}  // namespace kith::exchange
