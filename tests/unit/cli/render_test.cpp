// Views as text and as JSON: each record's line, at every width, and the contract's fields.
#include <sstream>

#include <nlohmann/json.hpp>

#include "cli/render/reviewed.hpp"
#include "cli/render/show.hpp"
#include "cli/render/table.hpp"
#include "cli/render/text.hpp"
#include "support/catch.hpp"
#include "support/harness.hpp"
#include <kith/text/width.hpp>

using namespace kith;
using namespace std::chrono_literals;
using cli::Align;
using cli::ExitCode;
using cli::Table;
using cli::TextForm;
using nlohmann::json;

namespace {

const Date kToday{2026y / 3 / 20};
const TextForm kPlain{cli::Style{false}, kToday, std::nullopt};

PersonRef ref(const char* name) { return {PersonId{1}, {}, name}; }

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) {
    all.push_back(line);
  }
  return all;
}

std::vector<std::string> keys(const json& object) {
  std::vector<std::string> all;
  for (const auto& [key, value] : object.items()) {
    all.push_back(key);
  }
  return all;
}

// True if `object` has every one of the keys.
bool has_all(const json& object, std::initializer_list<const char*> wanted) {
  for (const char* key : wanted) {
    if (!object.contains(key)) {
      UNSCOPED_INFO("missing: " << key);
      return false;
    }
  }
  return true;
}

json answer(test::Harness& kith, std::vector<std::string> words) {
  words.emplace_back("--json");
  REQUIRE(kith.run(words) == ExitCode::ok);
  REQUIRE(kith.out().ends_with("\n"));
  return json::parse(kith.out());
}

}  // namespace

// --- lines
// ----------------------------------------------------------------------------------------

TEST_CASE("an interaction's line says when, what, with whom, where, and its number",
          "[cli][text]") {
  Interaction it{.id = InteractionId{12},
                 .date = 2026y / 3 / 1,
                 .kind = "coffee",
                 .people = {ref("Ada"), ref("Charles")},
                 .place = "Blue Bottle",
                 .tags = {"work", "fun"},
                 .text = "the engine"};
  CHECK(cli::line(kPlain, it) ==
        "2026-03-01  coffee  Ada, Charles  at Blue Bottle · the engine · #work #fun  (12)");
  it.time = 15h + 30min;
  it.unanswered = true;
  it.people.clear();
  it.place.clear();
  it.tags.clear();
  CHECK(cli::line(kPlain, it) == "2026-03-01 15:30  coffee  the engine · unanswered  (12)");
}

TEST_CASE("what the sentence says is not told twice", "[cli][text]") {
  Interaction it{.id = InteractionId{12},
                 .date = 2026y / 3 / 1,
                 .kind = "coffee",
                 .people = {{PersonId{1}, {}, "Ada Lovelace"}, {PersonId{2}, {}, "Bo Ek"}},
                 .place = "Café Luz",
                 .text = "Coffee with Ada and Bo at cafe luz"};
  CHECK(cli::line(kPlain, it) ==
        "2026-03-01  coffee  Ada Lovelace, Bo Ek  Coffee with Ada and Bo at cafe luz  (12)");
  CHECK(cli::line_on_card(kPlain, it, PersonId{2}) ==
        "2026-03-01  Coffee with Ada and Bo at cafe luz · with Ada Lovelace  (12)");
  it.text = "the plan, with ada lovelace";
  CHECK(cli::line_on_card(kPlain, it, PersonId{2}) ==
        "2026-03-01  coffee  at Café Luz · the plan, with ada lovelace  (12)");
  it.text.clear();
  CHECK(cli::line_on_card(kPlain, it, PersonId{1}) ==
        "2026-03-01  coffee  at Café Luz · with Bo Ek  (12)");
}

TEST_CASE("a follow-up's line says whose it is and whether it comes back", "[cli][text]") {
  FollowUp one{.person = ref("Ada"), .text = "the paper", .due = 2026y / 4 / 3};
  CHECK(cli::line(kPlain, one) == "2026-04-03  Ada  the paper");
  one.owed_by = Owner::them;
  one.every = Span{.months = 1};
  CHECK(cli::line(kPlain, one) == "2026-04-03  Ada  the paper · they owe you · every month");
}

TEST_CASE("a fact's line dates it in words", "[cli][text]") {
  Fact fact{.id = FactId{7}, .person = ref("Ada"), .kind = "hope", .text = "to sail"};
  CHECK(cli::line(kPlain, fact) == "hope  Ada  to sail  (7)");
  fact.date = 2025y / 3 / 1;
  CHECK(cli::line(kPlain, fact) == "hope  Ada  to sail  1 Mar 2025  (7)");
}

TEST_CASE("a tie's line has its direction and its date, however little is known of that",
          "[cli][text]") {
  Link link{.a = ref("Ada"), .b = ref("Charles"), .kind = "introduced"};
  CHECK(cli::line(kPlain, link) == "Ada  introduced  Charles");
  link.since = PartialDate{1833, {}, {}};
  CHECK(cli::line(kPlain, link) == "Ada  introduced  Charles  1833");
}

TEST_CASE("what tells a person from others is short and in one order", "[cli][text]") {
  Person ana{.name = "Ana", .city = "Lisbon", .archived = true};
  ana.memberships = {{.org = "Choir", .title = "Tenor"}};
  ana.nicknames = {"Aninhas", "A."};
  ana.contact_points = {{ContactKind::email, "ana@example.org", "home"}};
  CHECK(cli::distinguishing(ana) == "Tenor at Choir, Lisbon, “Aninhas”, ana@example.org, archived");
  CHECK(cli::distinguishing(Person{.name = "Bo"}).empty());
  Person titled{.name = "Cy"};
  titled.set_title("Tenor");
  CHECK(cli::distinguishing(titled) == "Tenor");
}

TEST_CASE("a cadence of one day is every day", "[cli][text]") {
  CHECK(cli::every(Cadence{1}) == "every day");
  CHECK(cli::every(Cadence{2}) == "every 2 days");
}

TEST_CASE("no line lets data steer the terminal or break in two", "[cli][text][hostile]") {
  const std::string bad = "a\x1b[2J\r\nb\x07\xe2\x80\xae";
  const std::vector<std::string> all{
      cli::line(kPlain,
                Interaction{.date = kToday,
                            .people = {ref(bad.c_str())},
                            .place = bad,
                            .tags = {bad},
                            .text = bad}),
      cli::line(kPlain, FollowUp{.person = ref(bad.c_str()), .text = bad, .due = kToday}),
      cli::line(kPlain, Fact{.person = ref(bad.c_str()), .kind = bad, .text = bad}),
      cli::line(kPlain, Link{.a = ref(bad.c_str()), .b = ref(bad.c_str()), .kind = bad}),
      cli::line(kPlain, cli::PersonView{.person = Person{.name = bad, .city = bad}}),
      cli::line(kPlain, Change{.label = bad})};
  for (const std::string& line : all) {
    CAPTURE(line);
    CHECK(line.find_first_of("\x1b\r\n\x07") == std::string::npos);
    CHECK(line.find("\xe2\x80\xae") == std::string::npos);
  }
}

TEST_CASE("colour marks names and numbers, and is taken off at once", "[cli][text]") {
  const TextForm colored{cli::Style{true}, kToday, 80};
  const std::string line = cli::line(
      colored, Fact{.id = FactId{7}, .person = ref("Ada"), .kind = "like", .text = "tea"});
  CHECK(line == "like  \x1b[1mAda\x1b[0m  tea  \x1b[2m(7)\x1b[0m");
}

// --- tables
// ---------------------------------------------------------------------------------------

TEST_CASE("a table fits every terminal that its days fit", "[cli][table]") {
  const std::size_t columns = GENERATE(24u, 30u, 40u, 60u, 80u, 200u, 300u);
  const std::string name = GENERATE(
      std::string{"Ada"},
      std::string(120, 'x'),
      std::string{"王伟王伟王伟王伟王伟王伟王伟王伟王伟王伟"},
      std::string{"Zoe\xcc\x88 O\xcc\x81 Bra\xcc\x81"
                  "daigh the Younger of Ardmore"},
      std::string{
          "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩"
          "‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧"
          "‍👦"});
  CAPTURE(columns, name);
  std::ostringstream out;
  Table table{out,
              {cli::Style{false}, kToday, columns},
              {{"name", Align::left, true, true},
               {"works", Align::left, true},
               {"city", Align::left, true},
               {"last seen"},
               {"tags", Align::left, true}}};
  table.add({name, name, name, "2026-03-20", name});
  table.add({"Bo", "Ek", "", "2026-03-21", "#x"});
  table.finish();
  for (const std::string& line : lines(out.str())) {
    CAPTURE(line);
    CHECK(text::display_width(line) <= columns);
    CHECK_FALSE(line.ends_with(' '));
  }
  CHECK(out.str().find("2026-03-20") != std::string::npos);
  CHECK(out.str().find("2026-03-21") != std::string::npos);
}

TEST_CASE("where cutting is not enough, the last columns go, and the name stays", "[cli][table]") {
  std::ostringstream out;
  Table table{out,
              {cli::Style{false}, kToday, 26},
              {{"name", Align::left, true},
               {"city", Align::left, true},
               {"last seen"},
               {"tags", Align::left, true}}};
  table.add({"Ada Lovelace", "London", "2026-03-20", "#mathematics"});
  table.finish();
  CHECK(out.str() == "name    city    last seen\nAda L…  London  2026-03-20\n");
}

TEST_CASE("a name stays readable for longer than what is told of it", "[cli][table]") {
  std::ostringstream out;
  Table table{out,
              {cli::Style{false}, kToday, 40},
              {{"name", Align::left, true, true}, {"works", Align::left, true}, {"last seen"}}};
  table.add({"Alejandra Saldaña", "marine biologist, Tidal Energy", "2026-03-20"});
  table.finish();
  CHECK(lines(out.str()).back() == "Alejandra Saldaña  marine b…  2026-03-20");
}

TEST_CASE("days line up below each other behind wide and combining letters", "[cli][table]") {
  std::ostringstream out;
  Table table{out, {cli::Style{false}, kToday, 80}, {{"name", Align::left, true}, {"day"}}};
  for (const char* name : {"王伟", "Ada", "Zoe\xcc\x88", "ａｂ", "👩‍👩‍👧‍👦"}) {
    table.add({name, "2026-03-20"});
  }
  table.finish();
  const auto rows = lines(out.str());
  for (const std::string& row : rows) {
    CAPTURE(row);
    const std::size_t day = row.find(row == rows.front() ? "day" : "2026");
    CHECK(text::display_width(row.substr(0, day)) == 6);
  }
}

TEST_CASE("a column that is empty in the first thousand rows does not come back", "[cli][table]") {
  std::ostringstream out;
  Table table{out, {}, {{"name"}, {"late"}}};
  for (int i = 0; i < 1000; ++i) {
    table.add({"x", ""});
  }
  table.add({"y", "z"});
  table.finish();
  CHECK(lines(out.str()).back() == "y");
}

// --- JSON
// -----------------------------------------------------------------------------------------

TEST_CASE("a person's JSON has the contract's fields, absent ones null or empty", "[cli][json]") {
  test::Harness kith;
  kith.person("Ada Lovelace");
  const json ada = answer(kith, {"list"}).at(0);
  CHECK(has_all(ada,
                {"uid",      "name",      "nicknames", "emails",        "phones",    "urls",
                 "handles",  "addresses", "org",       "title",         "city",      "timezone",
                 "birthday", "met",       "met_on",    "introduced_by", "circle",    "cadence_days",
                 "tags",     "last_seen", "archived",  "created_at",    "updated_at"}));
  for (const char* list :
       {"nicknames", "emails", "phones", "urls", "handles", "addresses", "tags"}) {
    CHECK(ada.at(list) == json::array());
  }
  for (const char* absent : {"org",
                             "title",
                             "city",
                             "timezone",
                             "birthday",
                             "met",
                             "met_on",
                             "introduced_by",
                             "circle",
                             "cadence_days",
                             "last_seen"}) {
    CAPTURE(absent);
    CHECK(ada.at(absent).is_null());
  }
  CHECK(ada.at("archived") == false);
  CHECK(ada.at("uid").get<std::string>().at(14) == '7');
}

TEST_CASE("a circle's cadence is in force until a person has their own", "[cli][json]") {
  test::Harness kith;
  kith.run({"add", "Ada", "--circle", "close"});
  CHECK(answer(kith, {"show", "ada"}).at("person").at("cadence_days") == 30);
  kith.run({"edit", "ada", "--every", "2w"});
  CHECK(answer(kith, {"show", "ada"}).at("person").at("cadence_days") == 14);
  kith.run({"edit", "ada", "--remove-every"});
  CHECK(answer(kith, {"show", "ada"}).at("person").at("cadence_days") == 30);
}

TEST_CASE("an interaction's JSON has the contract's fields", "[cli][json]") {
  test::Harness kith;
  kith.person("Ada Lovelace");
  const json logged = answer(kith,
                             {"log",
                              "coffee with Ada",
                              "--time",
                              "15:30",
                              "--for",
                              "90m",
                              "--at",
                              "Kew",
                              "--tag",
                              "work"});
  CHECK(keys(logged) ==
        std::vector<std::string>{
            "ambiguous", "dry_run", "facts", "follow_ups", "interaction", "moments", "new_people"});
  const json it = logged.at("interaction");
  CHECK(has_all(it,
                {"id",
                 "uid",
                 "date",
                 "time",
                 "kind",
                 "people",
                 "mentions",
                 "place",
                 "tags",
                 "text",
                 "duration_minutes"}));
  CHECK(it.at("date") == "2026-03-20");
  CHECK(it.at("time") == "15:30");
  CHECK(it.at("duration_minutes") == 90);
  CHECK(it.at("place") == "Kew");
  CHECK(it.at("tags") == json::array({"work"}));
  CHECK(it.at("people").at(0).at("name") == "Ada Lovelace");
  CHECK(answer(kith, {"timeline"}).at(0) == it);
}

TEST_CASE("a dry run's JSON is that of the run, without what only the store gives", "[cli][json]") {
  test::Harness kith;
  kith.person("Ada Lovelace");
  const std::vector<std::string> words{"log", "coffee with Ada and Marek Nowak #work", "--new"};
  std::vector<std::string> dry = words;
  dry.emplace_back("--dry-run");
  json planned = answer(kith, dry);
  CHECK(planned.at("dry_run") == true);
  CHECK(planned.at("interaction").at("uid").is_null());
  CHECK(kith.store.people().count() == 1);
  json done = answer(kith, words);
  CHECK(done.at("dry_run") == false);
  CHECK(planned.at("new_people").at(0).at("name") == done.at("new_people").at(0).at("name"));
  for (const char* field : {"date", "kind", "place", "tags", "text"}) {
    CHECK(planned.at("interaction").at(field) == done.at("interaction").at(field));
  }
}

TEST_CASE("an unclear name is in the JSON of a dry run with its candidates", "[cli][json]") {
  test::Harness kith;
  kith.person(Person{.name = "Ada Lovelace", .city = "London"});
  kith.person("Ada Byron");
  const json planned = answer(kith, {"log", "tea with Ada", "--dry-run"});
  const json unclear = planned.at("ambiguous").at(0);
  CHECK(unclear.at("text") == "Ada");
  CHECK(unclear.at("candidates").size() == 2);
  CHECK(has_all(unclear.at("candidates").at(0), {"uid", "name"}));
}

TEST_CASE("a follow-up's JSON goes from open to done, and the next of its series is with it",
          "[cli][json]") {
  test::Harness kith;
  kith.person("Ada Lovelace");
  const json made = answer(
      kith, {"remind", "ada", "the paper", "--on", "2026-03-25", "--every", "10d", "--from-them"});
  CHECK(has_all(
      made, {"id", "uid", "person", "text", "due", "every_days", "owed_by", "status", "done_on"}));
  CHECK(made.at("owed_by") == "them");
  CHECK(made.at("every_days") == 10);
  CHECK(made.at("status") == "open");
  CHECK(made.at("done_on").is_null());
  const json done = answer(kith, {"done", "1"});
  CHECK(done.at("status") == "done");
  CHECK(done.at("done_on") == "2026-03-20");
  CHECK(done.at("next").at("due") == "2026-04-04");
  const json dropped = answer(kith, {"drop", "2"});
  CHECK(dropped.at("status") == "dropped");
  CHECK(dropped.at("next").is_null());
}

TEST_CASE("what a search found says what it is and whom it is about", "[cli][json][find]") {
  test::Harness kith;
  kith.person(Person{.name = "Ada Lovelace", .city = "Engineville"});
  kith.run({"note", "ada", "loves engines"});
  kith.run({"remind", "ada", "bring the engine", "--on", "tomorrow"});
  kith.run({"log", "coffee with Ada: engine talk"});
  std::vector<std::string> types;
  for (const json& hit : answer(kith, {"find", "engine"})) {
    CHECK(keys(hit) == std::vector<std::string>{"person", "record", "snippet", "type"});
    CHECK(hit.at("person").at("name") == "Ada Lovelace");
    CHECK_FALSE(hit.at("snippet").get<std::string>().empty());
    types.push_back(hit.at("type"));
  }
  std::ranges::sort(types);
  CHECK(types == std::vector<std::string>{"fact", "follow_up", "interaction", "person"});
}

TEST_CASE("a card's JSON has all that the card shows", "[cli][json]") {
  test::Harness kith;
  kith.person("Ada Lovelace");
  kith.person("Charles Babbage");
  kith.run({"note", "ada", "likes tea", "--kind", "like"});
  kith.run({"remind", "ada", "the paper", "--on", "tomorrow"});
  kith.run({"link", "ada", "charles", "--as", "friend", "--since", "1833"});
  for (int i = 1; i <= 7; ++i) {
    kith.run({"log", "coffee with Ada", "--on", std::to_string(i) + " days ago"});
  }
  const json card = answer(kith, {"show", "ada"});
  CHECK(card.at("facts").at(0).at("kind") == "like");
  CHECK(card.at("follow_ups").at(0).at("text") == "the paper");
  CHECK(card.at("interactions").size() == 5);
  CHECK(card.at("interactions").at(0).at("date") == "2026-03-19");
  CHECK(card.at("links").at(0).at("kind") == "friend");
  CHECK(card.at("person").at("last_seen") == "2026-03-19");
}

TEST_CASE("what a long review leaves out can be asked for, of the past too", "[cli][review]") {
  using review::PeriodKind;
  const auto [kind, day, words] = GENERATE(table<PeriodKind, Date, std::string>(
      {{PeriodKind::year, kToday, "kith review year --format json"},
       {PeriodKind::year, 2025y / 12 / 31, "kith review year --of 2025 --format json"},
       {PeriodKind::quarter, 2025y / 12 / 31, "kith review quarter --of 2025-10 --format json"},
       {PeriodKind::month, 2026y / 2 / 28, "kith review month --of 2026-02 --format json"},
       {PeriodKind::week, 2026y / 3 / 12, "kith review week --of 2026-03-09 --format json"}}));
  review::Review past{.period = review::period_of(kind, day)};
  for (int i = 0; i < 41; ++i) {
    past.moments.push_back(
        {.date = past.period.from, .people = {ref("Ana Lim")}, .text = "You met Ana Lim."});
  }
  std::ostringstream out;
  cli::write_review_text(out, kPlain, past);
  CHECK(out.str().find(" more: " + words + " has all of them\n") != std::string::npos);
}
