// The kith document as it is written.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/imports.hpp"

namespace kith::exchange {
namespace {

using test::ImportHouse;
using namespace std::chrono_literals;

TEST_CASE("json export: an empty house is a complete document", "[json][export]") {
  ImportHouse house;
  CHECK(
      house.to_json() ==
      "{\"format\":\"kith\",\"version\":1,\"exported_at\":\"2026-03-20T00:00:00Z\",\n"
      "\"people\":[],\n\"interactions\":[],\n\"facts\":[],\n\"follow_ups\":[],\n\"links\":[]\n}\n");
}

TEST_CASE("json export: a record a line, and the same bytes each time", "[json][export]") {
  ImportHouse house;
  house.log({house.add("Ana Lim"), house.add("Ben Ray")}, 2026y / 3 / 1);
  const std::string text = house.to_json();
  CHECK(text == house.to_json());
  CHECK(std::count(text.begin(), text.end(), '\n') == 12);
  CHECK(nlohmann::json::parse(text).at("people").size() == 2);
}

TEST_CASE("json export: with a filter it speaks of nobody else", "[json][export]") {
  ImportHouse house;
  Person ana{.name = "Ana Lim", .tags = {"climbing"}};
  const Person ben = house.add("Ben Ray");
  ana.introduced_by = ben.ref();
  ana = house.add(ana);
  house.log({ana, ben}, 2026y / 3 / 1, "together");
  house.log({ben}, 2026y / 3 / 2, "alone");
  const nlohmann::json document =
      nlohmann::json::parse(house.to_json(PersonFilter{.tags = {"climbing"}}));
  CHECK(document.at("people").size() == 1);
  CHECK(document.at("people").at(0).at("introduced_by").is_null());
  REQUIRE(document.at("interactions").size() == 1);
  CHECK(document.at("interactions").at(0).at("people").size() == 1);
  CHECK(document.at("links").empty());
  CHECK(document.dump().find("Ben") == std::string::npos);
}

}  // namespace
}  // namespace kith::exchange
