// Where things live: options, then the environment, then the config file.
#include "cli/settings.hpp"

#include <map>

#include "support/catch.hpp"
#include "support/temp_dir.hpp"
#include <kith/error.hpp>

using namespace kith;
using cli::load_settings;

namespace {

cli::Environment with(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](std::string_view name) {
    const auto found = variables.find(std::string{name});
    return found == variables.end() ? std::optional<std::string>{} : found->second;
  };
}

}  // namespace

TEST_CASE("the database is where option, environment, XDG or home say", "[cli][settings]") {
  CHECK(load_settings({.database = "a.db"}, with({{"KITH_DB", "b.db"}, {"HOME", "/h"}})).database ==
        "a.db");
  CHECK(load_settings({}, with({{"KITH_DB", "b.db"}, {"HOME", "/h"}})).database == "b.db");
  CHECK(load_settings({}, with({{"XDG_DATA_HOME", "/d"}, {"HOME", "/h"}})).database ==
        "/d/kith/kith.db");
  CHECK(load_settings({}, with({{"XDG_DATA_HOME", "relative"}, {"HOME", "/h"}})).database ==
        "/h/.local/share/kith/kith.db");
}

TEST_CASE("without a home there is no database, and no failure before one is needed",
          "[cli][settings]") {
  CHECK(load_settings({}, with({})).database.empty());
}

TEST_CASE("the config file is read if it is there", "[cli][settings]") {
  const test::TempDir dir;
  const std::string file = (dir / "config.toml").string();
  const cli::Environment home = with({{"HOME", dir.path().string()}, {"KITH_CONFIG", file}});

  SECTION("all keys") {
    test::write_file(file, "database = '~/x.db'\ncolor = 'never'\npager = 'more'\njson = true\n");
    const cli::Settings settings = load_settings({}, home);
    CHECK(settings.database == dir / "x.db");
    CHECK(settings.color == cli::ColorWhen::never);
    CHECK(settings.pager == "more");
    CHECK(settings.paged);
    CHECK(settings.json);
  }
  SECTION("options win") {
    test::write_file(file, "color = 'never'\npager = false\n");
    const cli::Settings settings = load_settings({.database = "a", .color = "always"}, home);
    CHECK(settings.color == cli::ColorWhen::always);
    CHECK_FALSE(settings.paged);
    CHECK(settings.database == "a");
  }
  SECTION("a wrong key is named with its line") {
    test::write_file(file, "json = true\n\ncolour = 'never'\n");
    try {
      load_settings({}, home);
      FAIL("taken");
    } catch (const DataError& error) {
      CHECK(error.message() == file + ": line 3: colour: unknown key");
      CHECK(error.hint() == "did you mean color?");
      REQUIRE(error.position());
      CHECK(error.position()->line == 3);
    }
  }
  SECTION("a wrong value, and what is no TOML") {
    const std::string wrong =
        GENERATE("json = 1", "color = 'red'", "database = 3", "pager = 3", "=");
    test::write_file(file, wrong + "\n");
    CHECK_THROWS_AS(load_settings({}, home), DataError);
  }
  SECTION("a file that was named has to be there") {
    CHECK_THROWS_AS(load_settings({}, home), NotFoundError);
  }
}
