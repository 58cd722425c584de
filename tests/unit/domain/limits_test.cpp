// What may be stored: every record at, below and beyond each of its limits.
#include <functional>

#include "support/catch.hpp"
#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/domain/link.hpp>
#include <kith/domain/score.hpp>
#include <kith/error.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

const PersonRef kAna{PersonId{1}, {}, "Ana"};
const PersonRef kBo{PersonId{2}, {}, "Bo"};

/// What a check says of a record: its first words, or "fine".
template <class Record>
std::string verdict(const Record& record) {
  try {
    checked(record);
    return "fine";
  } catch (const Error& error) {
    return error.message();
  }
}

Person person() { return Person{.name = "Ana"}; }
Fact fact() { return Fact{.person = kAna, .text = "sings"}; }
FollowUp follow_up() { return FollowUp{.person = kAna, .text = "call", .due = 2026y / 1 / 1}; }
Interaction interaction() { return Interaction{.date = 2026y / 1 / 1, .kind = "call"}; }
Link link() { return Link{.a = kAna, .b = kBo}; }

template <class Record, class Change>
std::string with(Record record, Change change) {
  change(record);
  return verdict(record);
}

/// `count` characters of two bytes each.
std::string wide(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += "é";
  }
  return text;
}

/// A field that holds one line: how a text gets into it, and what it is called in a refusal.
struct LineField {
  const char* name;
  std::function<std::string(const std::string&)> put;
};

std::vector<LineField> line_fields() {
  return {
      {"name", [](auto& t) { return with(person(), [&](Person& p) { p.name = t; }); }},
      {"nickname", [](auto& t) { return with(person(), [&](Person& p) { p.nicknames = {t}; }); }},
      {"city", [](auto& t) { return with(person(), [&](Person& p) { p.city = t; }); }},
      {"timezone", [](auto& t) { return with(person(), [&](Person& p) { p.timezone = t; }); }},
      {"org",
       [](auto& t) {
         return with(person(), [&](Person& p) { p.memberships = {{t, "x", {}, {}}}; });
       }},
      {"title",
       [](auto& t) {
         return with(person(), [&](Person& p) { p.memberships = {{"x", t, {}, {}}}; });
       }},
      {"url",
       [](auto& t) {
         return with(person(), [&](Person& p) { p.contact_points = {{ContactKind::url, t, ""}}; });
       }},
      {"label",
       [](auto& t) {
         return with(person(), [&](Person& p) { p.contact_points = {{ContactKind::url, "x", t}}; });
       }},
      {"tag", [](auto& t) { return with(person(), [&](Person& p) { p.tags = {t}; }); }},
      {"place", [](auto& t) { return with(interaction(), [&](auto& i) { i.place = t; }); }},
      {"kind", [](auto& t) { return with(interaction(), [&](auto& i) { i.kind = t; }); }},
      {"tag", [](auto& t) { return with(interaction(), [&](auto& i) { i.tags = {t}; }); }},
      {"kind", [](auto& t) { return with(fact(), [&](Fact& f) { f.kind = t; }); }},
      {"kind", [](auto& t) { return with(link(), [&](Link& l) { l.kind = t; }); }}};
}

std::vector<LineField> text_fields() {
  return {{"met", [](auto& t) { return with(person(), [&](Person& p) { p.met = t; }); }},
          {"text", [](auto& t) { return with(interaction(), [&](auto& i) { i.text = t; }); }},
          {"text", [](auto& t) { return with(fact(), [&](Fact& f) { f.text = t; }); }},
          {"text", [](auto& t) { return with(follow_up(), [&](FollowUp& f) { f.text = t; }); }}};
}

}  // namespace

TEST_CASE("a line holds a thousand characters, of any width, and not one more",
          "[domain][limits]") {
  for (const LineField& field : line_fields()) {
    CAPTURE(field.name);
    CHECK(field.put(std::string(1000, 'x')) == "fine");
    CHECK(field.put(wide(1000)) == "fine");
    CHECK(field.put(wide(1001)) == std::string{field.name} + ": 1001 characters are too many");
    CHECK(field.put("a\xff") == std::string{field.name} + ": not UTF-8 text");
    CHECK(field.put(std::string("a\0b", 3)) == "fine");  // stored without it
  }
}

TEST_CASE("a text holds a million bytes, and not one more", "[domain][limits]") {
  for (const LineField& field : text_fields()) {
    CAPTURE(field.name);
    CHECK(field.put(std::string(1'000'000, 'x')) == "fine");
    CHECK(field.put(std::string(1'000'001, 'x')) == std::string{field.name} + ": too long");
    CHECK(field.put("\xed\xa0\x80") == std::string{field.name} + ": not UTF-8 text");
  }
}

TEST_CASE("line ends and tabs in a line become blanks, and stay in a text", "[domain][limits]") {
  Person ana{.name = " Ana\r\n\tLim\x1b[0m ", .city = "New\nYork", .met = "one\r\ntwo\rthree "};
  ana.nicknames = {std::string("A\0nn\x7f", 5)};
  ana.tags = {"##deep"};
  const Person kept = checked(ana);
  CHECK(kept.name == "Ana  Lim[0m");
  CHECK(kept.city == "New York");
  CHECK(kept.met == "one\ntwo\nthree");
  CHECK(kept.nicknames.front() == "Ann");
  CHECK(kept.tags.front() == "deep");
  CHECK(checked(kept) == kept);
}

TEST_CASE("what leaves nothing is refused where something is needed", "[domain][limits]") {
  for (const std::string nothing : {"", " ", "\n\t", "\x01", "\u200B", "\u202E"}) {
    CAPTURE(nothing);
    CHECK(verdict(Person{.name = nothing}) == "name: there is nothing in it");
    CHECK(verdict(Fact{.text = nothing}) == "text: there is nothing in it");
    CHECK(verdict(FollowUp{.text = nothing, .due = 2026y / 1 / 1}) ==
          "text: there is nothing in it");
    CHECK(with(interaction(), [&](auto& i) { i.kind = nothing; }) ==
          "kind: there is nothing in it");
    CHECK(with(interaction(), [&](auto& i) { i.text = nothing; }) == "fine");
    CHECK(with(person(), [&](Person& p) {
            p.contact_points = {{ContactKind::handle, nothing, ""}};
          }) == "handle: there is nothing in it");
  }
  CHECK(with(person(), [](Person& p) { p.tags = {"#"}; }) == "tag: there is nothing in it");
}

TEST_CASE("a kind and a tag are one word in every script", "[domain][limits]") {
  for (const std::string two : {"two words", "two\u00A0words", "two\u3000words", "two\nwords"}) {
    CAPTURE(two);
    CHECK(with(interaction(), [&](auto& i) { i.tags = {two}; }) != "fine");
    CHECK(with(link(), [&](auto& l) { l.kind = two; }) != "fine");
  }
  for (const std::string one : {"two-words", "two_words", "日本語", "c++", "a.b"}) {
    CAPTURE(one);
    CHECK(with(interaction(), [&](auto& i) { i.tags = {one}; }) == "fine");
  }
}

TEST_CASE("a day lies in the years 1 to 9999, whichever day it is", "[domain][limits]") {
  struct Case {
    Date day;
    bool is_fine;
  };
  for (const auto& [day, is_fine] : {Case{Date{1y / 1 / 1}, true},
                                     Case{Date{9999y / 12 / 31}, true},
                                     Case{Date{2024y / 2 / 29}, true},
                                     Case{Date{2026y / 2 / 29}, false},
                                     Case{Date{0y / 1 / 1}, false},
                                     Case{Date{10000y / 1 / 1}, false},
                                     Case{Date{}, false}}) {
    CAPTURE(to_string(day));
    const auto expected = [is_ok = is_fine](const std::string& what) {
      return is_ok ? std::string{"fine"} : what + ": not a day of the calendar";
    };
    const Date date = day;
    CHECK(with(interaction(), [&](auto& i) { i.date = date; }) == expected("date"));
    CHECK(with(fact(), [&](auto& f) { f.date = date; }) == expected("date"));
    CHECK(with(follow_up(), [&](auto& f) { f.due = date; }) == expected("due"));
    CHECK(with(follow_up(), [&](auto& f) { f.done_on = date; }) == expected("done on"));
    CHECK(with(person(), [&](auto& p) { p.tracked_since = date; }) == expected("tracked since"));
    CHECK(with(person(), [&](auto& p) { p.snoozed_until = date; }) == expected("snoozed until"));
  }
}

TEST_CASE("a partial date needs its month for a day, and a year or a day for its month",
          "[domain][limits]") {
  const std::vector<std::pair<PartialDate, bool>> dates{{{}, true},
                                                        {{2019, {}, {}}, true},
                                                        {{2019, 5, {}}, true},
                                                        {{{}, 5, 31}, true},
                                                        {{{}, 2, 29}, true},
                                                        {{2024, 2, 29}, true},
                                                        {{2026, 2, 29}, false},
                                                        {{{}, 4, 31}, false},
                                                        {{{}, 5, {}}, false},
                                                        {{{}, {}, 5}, false},
                                                        {{2019, {}, 5}, false},
                                                        {{2019, 13, {}}, false},
                                                        {{2019, 0, {}}, false},
                                                        {{2019, 5, 0}, false},
                                                        {{0, {}, {}}, false},
                                                        {{10000, {}, {}}, false}};
  for (const auto& [date, is_fine] : dates) {
    CAPTURE(to_string(date));
    const auto expected = [is_ok = is_fine](const std::string& what) {
      return is_ok ? std::string{"fine"} : what + ": not a day of the calendar";
    };
    const PartialDate day = date;
    CHECK(with(person(), [&](auto& p) { p.birthday = day; }) == expected("birthday"));
    CHECK(with(person(), [&](auto& p) { p.met_on = day; }) == expected("met on"));
    CHECK(with(link(), [&](auto& l) { l.since = day; }) == expected("since"));
    CHECK(with(person(), [&](auto& p) {
            p.memberships = {{"Acme", "", day, {}}};
          }) == expected("membership from"));
    CHECK(with(person(), [&](auto& p) {
            p.memberships = {{"Acme", "", {}, day}};
          }) == expected("membership to"));
  }
}

TEST_CASE("a time is of the day, a duration is of a minute or more", "[domain][limits]") {
  const auto at = [](std::chrono::minutes time) {
    return with(interaction(), [&](auto& i) { i.time = time; });
  };
  CHECK(at(0min) == "fine");
  CHECK(at(1439min) == "fine");
  CHECK(at(1440min) == "time: not a time of day");
  CHECK(at(-1min) == "time: not a time of day");
  Interaction short_one = interaction();
  short_one.duration = 0min;
  CHECK_FALSE(checked(short_one).duration.has_value());
  short_one.duration = 1min;
  CHECK(checked(short_one).duration == 1min);
}

TEST_CASE("a follow-up comes back after a day or more, and open ones are not done",
          "[domain][limits]") {
  const auto every = [](Span span) { return with(follow_up(), [&](auto& f) { f.every = span; }); };
  CHECK(every({.days = 1}) == "fine");
  CHECK(every({.months = 1200}) == "fine");
  for (const Span span :
       {Span{}, Span{.days = -1}, Span{.months = -1}, Span{.months = 1, .days = -5}}) {
    CHECK(every(span) == "every: less than a day");
  }
  FollowUp open = follow_up();
  open.done_on = 2026y / 1 / 1;
  CHECK_FALSE(checked(open).done_on.has_value());
  CHECK(checked(open).series_start == open.due);
  open.status = FollowUpStatus::done;
  CHECK(checked(open).done_on == 2026y / 1 / 1);
}

TEST_CASE("an e-mail has something on both sides of its sign", "[domain][limits]") {
  const auto email = [](const std::string& value) {
    return with(person(), [&](Person& p) { p.contact_points = {{ContactKind::email, value, ""}}; });
  };
  for (const char* fine : {"a@b", "ana@example.org", "\"a@b\"@c.org", "ana+x@müller.example"}) {
    CHECK(email(fine) == "fine");
  }
  for (const char* bad : {"ana", "@example.org", "ana@", "@", "ana lim@example.org"}) {
    CHECK(email(bad) == std::string{bad} + ": not an e-mail address");
  }
}

TEST_CASE("memberships that last come before those that ended, each group in its order",
          "[domain][person]") {
  Person ana = person();
  const PartialDate ended(2020, {}, {});
  ana.memberships = {
      {"A", "", {}, ended}, {"B", "", {}, {}}, {"C", "", {}, ended}, {"D", "", {}, {}}};
  std::string order;
  for (const Membership& membership : checked(ana).memberships) {
    order += membership.org;
  }
  CHECK(order == "BDAC");
}

TEST_CASE("the score is the sum of its parts, row by row of the rule", "[domain][score]") {
  struct Row {
    Pressing pressing;
    double score;
  };
  const std::vector<Row> rows{
      {{.days_since = 0, .cadence = Cadence{30}}, 0.0},
      {{.days_since = 30, .cadence = Cadence{30}, .circle = Circle::close}, 1.4},
      {{.days_since = 7, .cadence = Cadence{7}, .circle = Circle::inner}, 1.6},
      {{.days_since = 182, .cadence = Cadence{91}, .circle = Circle::friends}, 2.2},
      {{.days_since = 1095, .cadence = Cadence{365}, .circle = Circle::wider}, 3.0},
      {{.days_since = 9999, .cadence = Cadence{1}, .circle = Circle::inner}, 3.6},
      {{.days_since = -30, .cadence = Cadence{30}, .promise_due = true}, 1.0},
      {{.days_since = 15, .cadence = Cadence{30}, .birthday_near = true}, 1.0},
      {{.circle = Circle::close, .event_just_past = true, .success_uncelebrated = true}, 1.4},
      {{.days_since = 999, .promise_due = true, .birthday_near = true}, 1.5}};
  for (const Row& row : rows) {
    CAPTURE(row.pressing.days_since, row.score);
    CHECK(score(row.pressing) == Approx(row.score));
  }
}
