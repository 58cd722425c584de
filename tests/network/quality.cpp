// kith_map_quality [--write FOLDER] [PEOPLE...]: how well the map finds and draws planted
// communities, and how fast. With --write, leaves the graphs for compare.py to give to others.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "network/bridges.hpp"
#include "network/communities.hpp"
#include "network/invented.hpp"
#include "network/planted.hpp"
#include <kith/network/map.hpp>

using namespace kith;
using namespace kith::network;

namespace {

constexpr double kTiesEach = 20;

class Timer {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void write(const std::filesystem::path& folder,
           const test::Planted& planted,
           const WeightedGraph& graph,
           const Map& map) {
  const std::size_t people = planted.community.size();
  const std::string name = std::to_string(people);
  // The weights that we work with, so that modularities can be compared.
  std::ofstream ties{folder / (name + ".ties")};
  ties << people << '\n';
  for (Node node = 0; node < people; ++node) {
    for (const Graph::Neighbour& neighbour : graph.of(node)) {
      if (node < neighbour.node) {
        ties << node << ' ' << neighbour.node << ' ' << neighbour.weight << '\n';
      }
    }
  }
  std::ofstream planted_ones{folder / (name + ".planted")};
  std::ofstream places{folder / (name + ".places")};
  for (Node node = 0; node < people; ++node) {
    planted_ones << planted.community[node] << ' ' << planted.region[node] << '\n';
    places << map.dots[node].at.x << ' ' << map.dots[node].at.y << '\n';
  }
}

void report(std::size_t people, const std::filesystem::path& folder) {
  const test::Planted planted = test::planted(people, kTiesEach, 1);
  const Network network = test::network_of(planted);
  const Graph plain{people, network.ties};
  const WeightedGraph graph{plain};
  const Timer finding;
  const Levels levels = communities_of(graph);
  const double found = finding.seconds();
  const Timer joining;
  const double most = std::ranges::max(betweenness(plain));
  const double joined = joining.seconds();
  const Timer drawing;
  const Drawn drawn = draw(network, {});
  const double drew = drawing.seconds();
  const Timer redrawing;
  const bool is_same = draw(network, drawn.memory).map.dots == drawn.map.dots;
  const double redrew = redrawing.seconds();
  std::printf("%zu people, %zu ties, planted: %u communities, %u regions\n",
              people,
              network.ties.size(),
              numbered(planted.community).count,
              numbered(planted.region).count);
  std::printf("  regions      %4u  NMI %.3f  modularity %.4f\n",
              levels.regions.count,
              test::nmi(levels.regions.of, planted.region),
              modularity(graph, levels.regions));
  std::printf("  communities  %4u  NMI %.3f  modularity %.4f  surprise %.4f\n",
              levels.communities.count,
              test::nmi(levels.communities.of, planted.community),
              modularity(graph, levels.communities),
              surprise(graph, levels.communities));
  std::printf("  purity       %.3f  of the 10 nearest dots\n",
              test::purity(drawn.map, planted.community));
  std::printf(
      "  seconds      communities %.3f, betweenness %.3f (most %.3f), whole map %.3f, "
      "again %.3f%s\n",
      found,
      joined,
      most,
      drew,
      redrew,
      is_same ? "" : " BUT NOT THE SAME");
  if (!folder.empty()) {
    write(folder, planted, graph, drawn.map);
  }
}

}  // namespace

int main(int count, char** words) {
  std::vector<std::size_t> sizes;
  std::filesystem::path folder;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--write" && i + 1 < count) {
      folder = words[++i];
    } else {
      sizes.push_back(std::strtoull(word.c_str(), nullptr, 10));
    }
  }
  if (sizes.empty()) {
    sizes = {500, 5'000, 30'000};
  }
  for (const std::size_t people : sizes) {
    report(people, folder);
  }
}
