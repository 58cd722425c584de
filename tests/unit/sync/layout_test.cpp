// Which folder is which.
#include "sync/layout.hpp"

#include <string>

#include "support/catch.hpp"
#include "support/synced.hpp"
#include <kith/error.hpp>

namespace {

using namespace kith;
using namespace kith::test;
namespace fs = std::filesystem;

/// "contacts tasks", each relative to the folder; "-" for none, "." for the folder itself.
std::string layout_of(SyncedHouse& house, sync::SyncOptions options = {}) {
  options.folder = house.folder.path();
  const sync::Layout layout = sync::find_layout(house.store, options);
  const auto name = [&](const std::optional<fs::path>& folder) {
    return folder ? fs::relative(*folder, house.folder.path()).string() : "-";
  };
  return name(layout.contacts) + " " + name(layout.tasks);
}

void make(SyncedHouse& house, const std::string& folder, const std::string& file = {}) {
  fs::create_directories(house.folder / folder);
  if (!file.empty()) {
    write_file(house.folder / folder / file, "x");
  }
}

}  // namespace

TEST_CASE("a folder that is empty or holds cards takes both", "[sync][layout]") {
  SyncedHouse house;
  CHECK(layout_of(house) == ". .");
  CHECK(layout_of(house, {.with_tasks = false}) == ". -");
  make(house, ".", "a.vcf");
  CHECK(layout_of(house) == ". .");
  make(house, "contacts");
  CHECK(layout_of(house) == ". .");
}

TEST_CASE("a folder of to-dos alone gets no cards", "[sync][layout]") {
  SyncedHouse house;
  make(house, ".", "t.ics");
  CHECK(layout_of(house) == "- .");
}

TEST_CASE("the folders in a folder are taken by what they hold, then by their names",
          "[sync][layout]") {
  SyncedHouse house;
  SECTION("by name") {
    make(house, "contacts");
    make(house, "calendar");
    make(house, "status");
    CHECK(layout_of(house) == "contacts calendar");
    make(house, "tasks");
    CHECK(layout_of(house) == "contacts tasks");
  }
  SECTION("by content") {
    make(house, "x1", "a.vcf");
    make(house, "x2", "t.ics");
    make(house, "contacts");
    CHECK(layout_of(house) == "x1 x2");
  }
  SECTION("contacts alone") {
    make(house, "contacts");
    CHECK(layout_of(house) == "contacts -");
  }
  SECTION("two address books") {
    make(house, "home", "a.vcf");
    make(house, "work", "b.vcf");
    CHECK_THROWS_AS(layout_of(house), ConflictError);
  }
  SECTION("two calendars") {
    make(house, "contacts", "a.vcf");
    make(house, "family", "t.ics");
    make(house, "work", "t.ics");
    CHECK(layout_of(house) == "contacts -");
    CHECK(layout_of(house, {.tasks = house.folder / "work"}) == "contacts work");
  }
}

TEST_CASE("a folder that was synced and was emptied is still the same", "[sync][layout]") {
  SyncedHouse house;
  house.add("Ana Lim");
  make(house, "contacts");
  make(house, "x2");
  house.sync({.tasks = house.folder / "x2"});
  for (const auto& [name, content] : house.files()) {
    house.erase(name);
  }
  CHECK_THROWS_AS(house.sync(), ConflictError);
}

TEST_CASE("no folder, or a file, is said", "[sync][layout]") {
  SyncedHouse house;
  CHECK_THROWS_AS(sync::find_layout(house.store, {.folder = house.folder / "nowhere"}),
                  NotFoundError);
  write_file(house.folder / "file", "x");
  CHECK_THROWS_AS(sync::find_layout(house.store, {.folder = house.folder / "file"}), DataError);
  CHECK_THROWS_AS(layout_of(house, {.tasks = house.folder / "nowhere"}), NotFoundError);
}
