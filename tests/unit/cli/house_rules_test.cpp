// What every command owes its users: a page, a story of success and one of failure. The program
// itself is asked which commands there are.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/harness.hpp"
#include "support/temp_dir.hpp"

using namespace kith;

namespace {

const std::filesystem::path kSource{KITH_SOURCE_DIR};

bool has(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

struct Quoted {
  std::filesystem::path file{};
  std::string words{};
};

/// What stands between `opening` and the next quotation mark, in all sources below a folder.
std::vector<Quoted> quoted_after(const std::string& opening, const std::string& folder) {
  std::vector<Quoted> found;
  for (const auto& file : std::filesystem::recursive_directory_iterator(kSource / folder)) {
    if (file.path().extension() != ".cpp") {
      continue;
    }
    const std::string code = test::read_file(file.path());
    for (std::size_t at = code.find(opening); at != std::string::npos;
         at = code.find(opening, at + 1)) {
      const std::size_t begin = at + opening.size();
      found.push_back({file.path(), code.substr(begin, code.find('"', begin) - begin)});
    }
  }
  return found;
}

nlohmann::json commands() {
  test::Harness kith;
  REQUIRE(kith.run({"commands", "--json"}) == cli::ExitCode::ok);
  return nlohmann::json::parse(kith.out()).at("commands");
}

}  // namespace

TEST_CASE("every command has a manual page that names all its options", "[cli][rules]") {
  for (const auto& command : commands()) {
    const std::string name = command.at("name");
    CAPTURE(name);
    const std::string page = test::read_file(kSource / "docs/manual" / (name + ".md"));
    CHECK(page.starts_with("# kith " + name + "\n"));
    CHECK(has(page, "## Exit codes"));
    for (const auto& option : command.at("options")) {
      CAPTURE(option.at("name"));
      CHECK(has(page, option.at("name").get<std::string>()));
    }
  }
}

TEST_CASE("every command has a story of success and one of failure", "[cli][rules]") {
  for (const auto& command : commands()) {
    const std::string name = command.at("name");
    CAPTURE(name);
    const std::string story =
        test::read_file(kSource / "tests/cli/transcripts" / (name + ".transcript"));
    CHECK(has(story, "$ kith " + name));
    CHECK(has(story, "\n> "));
    CHECK(has(story, "\n= "));
  }
}

TEST_CASE("every story and every page is played", "[cli][rules]") {
  const std::string listed = test::read_file(kSource / "tests/cli_tests.cmake");
  const auto list = [&](std::string_view name) {
    const std::size_t begin = listed.find("set(" + std::string(name) + "\n");
    REQUIRE(begin != std::string::npos);
    return listed.substr(begin, listed.find("\n)", begin) + 1 - begin);
  };
  const auto is_in = [](const std::string& names, const std::filesystem::path& file) {
    return has(names, "\n  " + file.stem().string() + "\n");
  };
  // Which of these two is played depends on how kith was built.
  const std::set<std::string> by_build{"locked", "no_key"};
  const std::string stories = list("transcripts");
  const std::string pages = list("pages");
  for (const auto& file : std::filesystem::directory_iterator(kSource / "tests/cli/transcripts")) {
    CAPTURE(file.path());
    CHECK((is_in(stories, file.path()) || by_build.contains(file.path().stem().string())));
  }
  for (const auto& file : std::filesystem::directory_iterator(kSource / "docs/manual")) {
    CAPTURE(file.path());
    CHECK(is_in(pages, file.path()));
  }
}

TEST_CASE("every variable of the environment that kith reads is on its page", "[cli][rules]") {
  const std::string page = test::read_file(kSource / "docs/manual/kith.md");
  const std::vector<Quoted> variables = quoted_after("environment(\"", "src");
  for (const Quoted& variable : variables) {
    CAPTURE(variable.file, variable.words);
    CHECK((variable.words == "HOME" || has(page, variable.words)));
  }
  CHECK(variables.size() >= 10);
}

TEST_CASE("no test's name is two to CMake, whose lists end an item at a semicolon", "[rules]") {
  // ctest would ask for half a name, find no such test, and call that passed.
  const std::vector<Quoted> names = quoted_after("TEST_CASE(\"", "tests");
  for (const Quoted& name : names) {
    CAPTURE(name.file, name.words);
    CHECK_FALSE(has(name.words, ";"));
  }
  CHECK(names.size() > 500);
}
