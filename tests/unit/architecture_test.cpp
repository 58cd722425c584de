// The arrows of the house: no include climbs, and what belongs to one room stays in it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/temp_dir.hpp"

namespace {

namespace fs = std::filesystem;

struct Source {
  fs::path file{};  ///< relative to the repository
  std::string room{};
  std::string text{};
};

// src/store/schema.cpp and include/kith/store/store.hpp are both of the room "store".
std::string room_of(const fs::path& file) {
  const std::string path = file.string();
  static const std::regex inside{"^(src|include/kith)/([a-z_]+)/.*"};
  std::smatch match;
  return std::regex_match(path, match, inside) ? match[2].str() : "error";
}

std::vector<Source> sources() {
  const fs::path root{KITH_SOURCE_DIR};
  std::vector<Source> all;
  for (const char* folder : {"src", "include"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string ending = entry.path().extension().string();
      if (ending == ".cpp" || ending == ".hpp") {
        const fs::path file = fs::relative(entry.path(), root);
        all.push_back({file, room_of(file), kith::test::read_file(entry.path())});
      }
    }
  }
  return all;
}

// Higher floors may include lower ones; rooms of one floor leave each other alone.
const std::map<std::string, int> kFloors{{"error", 0},
                                         {"text", 1},
                                         {"time", 2},
                                         {"domain", 3},
                                         {"store", 4},
                                         {"capture", 5},
                                         {"agenda", 5},
                                         {"network", 5},
                                         {"exchange", 5},
                                         {"demo", 5},
                                         {"doubles", 5},
                                         {"sync", 6},
                                         {"review", 6},
                                         {"cli", 7}};

std::vector<std::string> includes(const std::string& text) {
  static const std::regex line{R"re(#include [<"]([^>"]+)[>"])re"};
  std::vector<std::string> all;
  for (std::sregex_iterator at{text.begin(), text.end(), line}, end; at != end; ++at) {
    all.push_back((*at)[1]);
  }
  return all;
}

// The room that an include leads into; empty for what is not ours.
std::string target(const std::string& include) {
  const std::string path = include.starts_with("kith/") ? include.substr(5) : include;
  const std::string first = path.substr(0, path.find('/'));
  const bool ours = path.find('/') != std::string::npos && kFloors.contains(first);
  return ours ? first : include == "kith/error.hpp" ? "error" : "";
}

std::vector<std::string> users_of(const std::regex& what, const std::string& except_room) {
  std::vector<std::string> users;
  for (const Source& source : sources()) {
    if (source.room != except_room && std::regex_search(source.text, what)) {
      users.push_back(source.file.string());
    }
  }
  return users;
}

const std::vector<std::string> kNobody{};

}  // namespace

TEST_CASE("no include climbs", "[architecture]") {
  for (const Source& source : sources()) {
    CAPTURE(source.file.string());
    REQUIRE(kFloors.contains(source.room));
    for (const std::string& include : includes(source.text)) {
      CAPTURE(include);
      const std::string room = target(include);
      const bool down =
          room.empty() || room == source.room || kFloors.at(room) < kFloors.at(source.room);
      CHECK(down);
    }
  }
}

TEST_CASE("only the store knows the database", "[architecture]") {
  CHECK(users_of(std::regex{R"(#include <(SQLiteCpp|sqlite3))"}, "store") == kNobody);
  CHECK(users_of(std::regex{R"((SELECT|INSERT INTO|DELETE FROM) [a-z_*"'(])"}, "store") == kNobody);
}

TEST_CASE("only the command line knows environment, clock and terminal", "[architecture]") {
  CHECK(users_of(std::regex{R"(\bgetenv\()"}, "cli") == kNobody);
  CHECK(users_of(std::regex{R"(\bisatty\()"}, "cli") == kNobody);
  CHECK(users_of(std::regex{R"(system_clock::now\(|\blocaltime|\bstd::time\()"}, "cli") == kNobody);
  CHECK(users_of(std::regex{R"(std::(cout|cerr|cin)\b)"}, "cli") == kNobody);
}

TEST_CASE("only main reads the environment", "[architecture]") {
  for (const Source& source : sources()) {
    if (source.text.find("getenv(") != std::string::npos) {
      CHECK(source.file.string() == "src/cli/main.cpp");
    }
  }
}

TEST_CASE("heavy headers have one includer each", "[architecture]") {
  std::map<std::string, std::vector<std::string>> users;
  for (const Source& source : sources()) {
    for (const std::string& include : includes(source.text)) {
      users[include].push_back(source.file.string());
    }
  }
  CHECK(users["CLI/CLI.hpp"] == std::vector<std::string>{"src/cli/arguments.cpp"});
  CHECK(users["toml++/toml.h"] == std::vector<std::string>{"src/cli/config_file.cpp"});
  for (const std::string& user : users["nlohmann/json.hpp"]) {
    CAPTURE(user);
    CHECK((user.starts_with("src/cli/render/") || user.starts_with("src/cli/mcp/") ||
           user.starts_with("src/exchange/") || user.starts_with("src/store/")));
    CHECK(user.ends_with(".cpp"));
  }
}

TEST_CASE("no file has grown past what one reads in one sitting", "[architecture]") {
  for (const Source& source : sources()) {
    CAPTURE(source.file.string());
    CHECK(std::ranges::count(source.text, '\n') <= 450);
  }
}

TEST_CASE("every file opens with what it is for", "[architecture]") {
  for (const Source& source : sources()) {
    CAPTURE(source.file.string());
    CHECK(source.text.starts_with("// "));
  }
}
