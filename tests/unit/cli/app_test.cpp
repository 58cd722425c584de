// The front door: words to a command, errors to numbers.
#include "cli/command_table.hpp"
#include "cli/exit_code.hpp"
#include "support/catch.hpp"
#include "support/harness.hpp"

using namespace kith;
using cli::ExitCode;

namespace {

bool has(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

}  // namespace

TEST_CASE("every kind of error has its own exit code", "[cli][exit]") {
  CHECK(cli::exit_code(ErrorKind::usage) == ExitCode::usage);
  CHECK(cli::exit_code(ErrorKind::not_found) == ExitCode::not_found);
  CHECK(cli::exit_code(ErrorKind::ambiguous) == ExitCode::ambiguous);
  CHECK(cli::exit_code(ErrorKind::bad_input) == ExitCode::bad_input);
  CHECK(cli::exit_code(ErrorKind::conflict) == ExitCode::conflict);
  CHECK(cli::exit_code(ErrorKind::store) == ExitCode::store);
  CHECK(static_cast<int>(ExitCode::interrupted) == 130);
}

TEST_CASE("remind names the day it cannot read, and stores nothing", "[cli][remind]") {
  test::Harness kith;
  kith.person("Ada Lovelace");
  CHECK(kith.run({"remind", "ada", "send the paper", "--on", "2026-02-30"}) == ExitCode::bad_input);
  CHECK(has(kith.err(), "kith: 2026-02-30: not a day of the calendar\n"));
  CHECK(kith.out().empty());
  CHECK(kith.store.follow_ups().due_by(Date{std::chrono::year{2030} / 1 / 1}).empty());
}

TEST_CASE("global options are taken before and after the command", "[cli][app]") {
  test::Harness kith;
  kith.person("Ada Lovelace");
  CHECK(kith.run({"--json", "list"}) == ExitCode::ok);
  const std::string before = kith.out();
  CHECK(kith.run({"list", "--json"}) == ExitCode::ok);
  CHECK(kith.out() == before);
  CHECK(kith.run({"--color", "never", "-q", "list", "--db=x"}) == ExitCode::ok);
  CHECK(kith.out() == "Ada Lovelace\n");
}

TEST_CASE("a command may be shortened as long as one alone begins so", "[cli][app]") {
  CHECK(cli::find_command("rem").name == "remind");
  CHECK(cli::find_command("undo").name == "undo");
  CHECK_THROWS_AS(cli::find_command("un"), UsageError);
  CHECK_THROWS_AS(cli::find_command(""), UsageError);
  CHECK_THROWS_AS(cli::find_command("complete-n"), UsageError);
}

TEST_CASE("an unknown word gets the nearest commands", "[cli][app]") {
  test::Harness kith;
  CHECK(kith.run({"remnid"}) == ExitCode::usage);
  CHECK(kith.err() == "kith: remnid: no such command\nhint: did you mean remind?\n");
  CHECK(kith.run({"--jsn", "list"}) == ExitCode::usage);
  CHECK(kith.err() == "kith: --jsn: unknown option\nhint: did you mean --json?\n");
}

TEST_CASE("help wins over what else is wrong, and touches no database", "[cli][app]") {
  test::Harness kith;
  CHECK(kith.run({"remind", "--help"}) == ExitCode::ok);
  CHECK(has(kith.out(), "kith remind PERSON TEXT… --on DATE"));
  CHECK(kith.run({"-h"}) == ExitCode::ok);
  CHECK(has(kith.out(), "Options that every command takes"));
  CHECK_FALSE(has(kith.out(), "complete-names"));
  CHECK(kith.run({"--version"}) == ExitCode::ok);
  CHECK(kith.out().starts_with("kith "));
}

TEST_CASE("with --json an error is one object with its facts", "[cli][json]") {
  test::Harness kith;
  kith.person(Person{.name = "Ada Lovelace", .city = "London"});
  kith.person("Ada Byron");
  CHECK(kith.run({"show", "ada", "--json"}) == ExitCode::ambiguous);
  CHECK(kith.out().empty());
  CHECK(has(kith.err(), "\"code\": 4"));
  CHECK(has(kith.err(), "\"kind\": \"ambiguous\""));
  CHECK(has(kith.err(), "\"message\": \"ada: 2 people fit\""));
  CHECK(has(kith.err(), "\"detail\": \"London\""));
}

TEST_CASE("quiet commands say nothing on success, and answer questions all the same", "[cli]") {
  test::Harness kith;
  CHECK(kith.run({"add", "Ada Lovelace", "-q"}) == ExitCode::ok);
  CHECK(kith.out().empty());
  CHECK(kith.run({"list", "-q"}) == ExitCode::ok);
  CHECK(kith.out() == "Ada Lovelace\n");
}

TEST_CASE("where somebody can answer, an unclear person is chosen by number", "[cli][person]") {
  test::Harness kith{.input = "7\n2\n", .on_terminal = true};
  kith.person("Ada Byron");
  kith.person("Ada Lovelace");
  CHECK(kith.run({"archive", "ada"}) == ExitCode::ok);
  CHECK(kith.out() == "Ada Lovelace  archived\n");
  CHECK(has(kith.err(), "  1  Ada Byron\n  2  Ada Lovelace\n"));

  SECTION("and --yes never asks") {
    kith.person("Ada King");
    CHECK(kith.run({"archive", "ada", "--yes"}) == ExitCode::ambiguous);
  }
}

TEST_CASE("a typo that one person's name comes near is taken, and never in silence",
          "[cli][person]") {
  test::Harness kith;
  kith.person("Charles Babbage");
  CHECK(kith.run({"archive", "Charles Babage"}) == ExitCode::ok);
  CHECK(kith.err() == "kith: Charles Babage: taken for Charles Babbage\n");
  CHECK(kith.run({"show", "Xerxes"}) == ExitCode::not_found);
}

TEST_CASE("what comes from data cannot steer the terminal", "[cli][hostile]") {
  test::Harness kith;
  CHECK(kith.run({"show", "\x1b]0;owned\x07\x1b[2J"}) == ExitCode::not_found);
  CHECK_FALSE(has(kith.err(), "\x1b"));
  CHECK(kith.run({"add", "Mal\xe2\x80\xaelory\x1b[31m"}) == ExitCode::ok);
  CHECK_FALSE(has(kith.out(), "\x1b"));
  CHECK_FALSE(has(kith.out(), "\xe2\x80\xae"));
}

TEST_CASE("a very long name is refused in one line", "[cli][hostile]") {
  test::Harness kith;
  CHECK(kith.run({"add", std::string(10'000, 'x')}) == ExitCode::bad_input);
  CHECK(kith.store.people().count() == 0);
}

TEST_CASE("a failed command changes nothing", "[cli][done]") {
  test::Harness kith;
  const Person ada = kith.person("Ada Lovelace");
  CHECK(kith.run({"remind", "ada", "send the paper", "--on", "tomorrow"}) == ExitCode::ok);
  CHECK(kith.run({"done", "1", "99"}) == ExitCode::not_found);
  CHECK(kith.run({"done", "1", "1"}) == ExitCode::conflict);
  CHECK(kith.store.follow_ups().of(ada.id).at(0).status == FollowUpStatus::open);
}

TEST_CASE("tracking begins with the first circle or cadence, and ends with the last",
          "[cli][edit]") {
  test::Harness kith;
  const Person ada = kith.person("Ada Lovelace");
  CHECK(kith.run({"edit", "ada", "--circle", "close"}) == ExitCode::ok);
  CHECK(kith.store.people().get(ada.id).tracked_since == kith.today);
  CHECK(kith.run({"edit", "ada", "--remove-circle"}) == ExitCode::ok);
  CHECK_FALSE(kith.store.people().get(ada.id).tracked_since);
}
