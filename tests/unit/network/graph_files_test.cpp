// The map for other programs: JSON, GraphML, graphviz.
#include <set>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/planted_map.hpp"
#include "support/xml.hpp"
#include <kith/network/pictures.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

test::PlantedMap two() {
  auto planted = test::planted_map(2, 0);
  test::rename(planted, 0, "Ana \"Anni\" Lim\\n");
  test::rename(planted, 1, "Ben & Ray");
  network::Member& ana = planted.network.members[0];
  ana.org = "Acme";
  ana.city = "";
  ana.since = 2019y / 5 / 3;
  ana.last_seen.reset();
  planted.map.dots[0].at = {-1.25, 2.5};
  planted.map.ties = {{.a = 0,
                       .b = 1,
                       .weight = 0.125,
                       .grounds = 4 | 8,
                       .since = 2020y / 1 / 2,
                       .last = 2021y / 3 / 4}};
  return planted;
}

template <typename Write>
std::string written(Write write, const test::PlantedMap& planted, bool anonymous = false) {
  std::ostringstream out;
  write(planted.map, planted.network, {.anonymous = anonymous}, out);
  return out.str();
}

bool has(std::string_view text, std::string_view piece) {
  return text.find(piece) != std::string_view::npos;
}

}  // namespace

TEST_CASE("map json tells of people, ties, communities and regions", "[network][json]") {
  const auto json = nlohmann::json::parse(written(network::write_map_json, two()));
  const auto& ana = json.at("nodes").at(0);
  CHECK(ana.at("uid") == "00000000-0000-0000-0000-000000000000");
  CHECK(ana.at("name") == "Ana \"Anni\" Lim\\n");
  CHECK(ana.at("org") == "Acme");
  CHECK(ana.at("city").is_null());
  CHECK(ana.at("since") == "2019-05-03");
  CHECK(ana.at("last_seen").is_null());
  CHECK(ana.at("x") == -1.25);
  const auto& edge = json.at("edges").at(0);
  CHECK(edge.at("a") == ana.at("uid"));
  CHECK(edge.at("b") == json.at("nodes").at(1).at("uid"));
  CHECK(edge.at("kind") == "together");
  CHECK(edge.at("weight") == 0.125);
  CHECK(edge.at("last") == "2021-03-04");
  CHECK(json.at("you").is_null());
}

TEST_CASE("map json names communities by ids that are there", "[network][json]") {
  const auto json = nlohmann::json::parse(written(network::write_map_json, test::planted_map(300)));
  std::set<int> communities;
  std::set<int> regions;
  for (const auto& region : json.at("regions")) {
    regions.insert(region.at("id").get<int>());
    CHECK_FALSE(region.contains("region"));
  }
  std::size_t people = 0;
  for (const auto& community : json.at("communities")) {
    communities.insert(community.at("id").get<int>());
    CHECK(regions.contains(community.at("region").get<int>()));
    CHECK(community.at("color").get<std::string>().size() == 7);
    people += community.at("people").get<std::size_t>();
  }
  CHECK(people == 300);
  for (const auto& node : json.at("nodes")) {
    CHECK(communities.contains(node.at("community").get<int>()));
    CHECK(regions.contains(node.at("region").get<int>()));
  }
}

TEST_CASE("anonymous json keeps uids and says no more of people", "[network][json]") {
  const auto json = nlohmann::json::parse(written(network::write_map_json, two(), true));
  CHECK(json.at("nodes").at(0).at("name").is_null());
  CHECK(json.at("nodes").at(0).at("org").is_null());
  CHECK(json.at("nodes").at(0).at("uid").is_string());
}

TEST_CASE("json of nobody is a document", "[network][json]") {
  const auto json = nlohmann::json::parse(written(network::write_map_json, test::planted_map(0)));
  CHECK(json.at("nodes").empty());
  CHECK(json.at("edges").empty());
}

TEST_CASE("dot quotes names and turns the picture the right way up", "[network][dot]") {
  const std::string dot = written(network::write_dot, two());
  CHECK(has(dot, R"([label="Ana \"Anni\" Lim\\n", )"));
  CHECK(has(dot, "pos=\"-1.25,-2.5!\""));
  CHECK(has(dot,
            "\"00000000-0000-0000-0000-000000000000\" -- "
            "\"00000000-0000-0000-0000-000000000001\" [weight=0.125, kind=\"together\", "
            "since=\"2020-01-02\"]"));
}

TEST_CASE("graphml has typed keys and says nothing where nothing is known", "[network][graphml]") {
  const std::string graphml = written(network::write_graphml, two());
  CHECK(test::xml_fault(graphml) == "");
  CHECK(has(graphml, R"(<key id="weight" for="edge" attr.name="weight" attr.type="double"/>)"));
  CHECK(has(graphml, R"(<data key="name">Ben &amp; Ray</data>)"));
  CHECK(has(graphml, R"(<data key="kind">together</data>)"));
  CHECK(test::occurrences(graphml, "<node ") == 2);
  const std::string first = graphml.substr(graphml.find("<node id=\"n0\""), 400);
  CHECK_FALSE(has(first.substr(0, first.find("</node>")), "key=\"city\""));
}
