// Records as JSON: a document in memory and a line of text say the same.
#include "exchange/records.hpp"

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;

// Quotes, controls, other scripts, text that turns a line round, and bytes that are no UTF-8.
const std::vector<std::string> kTexts{"plain",
                                      "",
                                      "she said \"no\", C:\\",
                                      "two\nlines\t\x01\x7F",
                                      "周杰倫 Zoë",
                                      "left\u202Eright",
                                      "caf\xE9",
                                      "</script>"};

PersonRef somebody(const std::string& name) {
  return {PersonId{7}, parse_uid("019347f4-0000-7000-8000-000000000007").value(), name};
}

Interaction interaction_of(const std::string& text) {
  return {.id = InteractionId{3},
          .uid = somebody("").uid,
          .date = 2026y / 3 / 20,
          .time = std::chrono::minutes{9 * 60 + 5},
          .kind = "coffee",
          .people = {somebody(text), somebody("Bo")},
          .mentions = {somebody(text)},
          .place = text,
          .tags = {text, "work"},
          .text = text,
          .duration = std::chrono::minutes{45},
          .unanswered = true};
}

PartialDate year_alone(int year) {
  PartialDate date;
  date.year = year;
  return date;
}

template <class... Record>
std::string line(const Record&... record) {
  std::string out;
  append_json(out, record...);
  return out;
}

TEST_CASE("a record as a line is its document, dumped", "[exchange][json]") {
  const std::string text = GENERATE(from_range(kTexts));
  CAPTURE(text);

  SECTION("interactions") {
    CHECK(line(interaction_of(text)) == dumped(to_json(interaction_of(text)), -1));
    const Interaction bare{.date = 2026y / 3 / 20, .kind = "call"};
    CHECK(line(bare) == dumped(to_json(bare), -1));
  }
  SECTION("facts") {
    Fact hope{.person = somebody(text), .kind = "hope", .text = text};
    CHECK(line(hope) == dumped(to_json(hope), -1));
    hope.status = HopeStatus::fulfilled;
    hope.done_on = 2026y / 3 / 20;
    CHECK(line(hope) == dumped(to_json(hope), -1));
  }
  SECTION("follow-ups") {
    FollowUp book{.person = somebody(text), .text = text, .due = 2026y / 4 / 1};
    book.series_start = book.due;
    CHECK(line(book) == dumped(to_json(book), -1));
    book.every = Span{.months = 1, .days = 0};
    CHECK(line(book) == dumped(to_json(book), -1));
  }
  SECTION("links") {
    Link tie{.a = somebody(text), .b = somebody("Bo"), .kind = text};
    CHECK(line(tie) == dumped(to_json(tie), -1));
    tie.via = somebody(text);
    tie.since = year_alone(2019);
    CHECK(line(tie) == dumped(to_json(tie), -1));
  }
  SECTION("people, with what sources said of them") {
    Person ana;
    ana.name = text;
    ana.nicknames = {text};
    ana.contact_points = {{.kind = ContactKind::email, .value = text, .label = text},
                          {.kind = ContactKind::phone, .value = "+34 600", .label = ""}};
    ana.memberships = {{.org = text, .title = "", .from = year_alone(2020), .to = {}}};
    ana.circle = Circle::close;
    ana.own_cadence = Cadence{12};
    ana.introduced_by = somebody(text);
    const ListedPerson listed{.person = ana, .last_seen = 2026y / 3 / 1};
    nlohmann::ordered_json document = to_json(ana, listed.last_seen);
    document["origins"] = {
        {{"source", "linkedin"}, {"key", text}, {"said", {{"city", text}, {text, "x"}}}}};
    const Origin origin{
        .source = "linkedin", .key = text, .person = {}, .said = {{"city", text}, {text, "x"}}};
    CHECK(nlohmann::json::parse(line(listed, std::vector{origin})) ==
          nlohmann::json::parse(dumped(document, -1)));
    CHECK(nlohmann::json::parse(line(listed, std::vector<Origin>{})).at("origins").empty());
  }
}

}  // namespace
}  // namespace kith::exchange
