// kith_sample_map FORMAT PEOPLE [TIES] [--anonymous] [--light] [--hostile]: the map of an invented
// network on stdout, for looking at pictures without a database.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "network/invented.hpp"
#include "network/planted.hpp"
#include "support/planted_map.hpp"
#include <kith/network/pictures.hpp>

namespace {

using namespace kith;

const std::array<std::string, 8> kHostile{"<img src=x onerror=alert(1)>",
                                          "</script><script>alert(1)</script>",
                                          "\"quoted\" & 'single' \\ back\\n",
                                          "]]> --> <!-- {{ }} @@DATA@@",
                                          "a\xE2\x80\xAE"
                                          "dlrow",
                                          "line\xE2\x80\xA8"
                                          "break\x01\x1B[31m",
                                          "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 שלום 王伟",
                                          std::string(300, 'w')};

constexpr std::size_t kFewestToDraw = 50;  // fewer are no communities to be found

test::PlantedMap sample(std::size_t people, double ties) {
  test::PlantedMap made = test::planted_map(people, ties);
  if (people < kFewestToDraw) {
    return made;
  }
  const std::vector<network::Member> who = std::move(made.network.members);
  const test::Planted planted = test::planted(people, ties, 1);
  made.network = test::network_of(planted);
  made.network.day = made.map.day;
  for (std::size_t i = 0; i < people; ++i) {
    network::Member& member = made.network.members[i];
    member.person.name = who[i].person.name;
    member.met = who[i].met;
    member.last_seen = who[i].last_seen;
    // Communities were met one after the other.
    member.since = add_days(who[i].since, -static_cast<int>(planted.region[i] * 997 % 4000) / 2);
  }
  for (std::size_t i = 0; i < made.network.ties.size(); ++i) {
    network::Tie& tie = made.network.ties[i];
    tie.since = std::max(made.network.members[tie.a].since, made.network.members[tie.b].since);
    tie.grounds = static_cast<std::uint8_t>(1U << (i % 4));
  }
  made.map = network::draw(made.network, {}).map;
  return made;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr
        << "kith_sample_map svg|html|dot|graphml|json PEOPLE [TIES] [--anonymous] [--light] [--hostile]\n";
    return 2;
  }
  network::PictureOptions options;
  double ties = 10;
  bool hostile = false;
  for (int i = 3; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--anonymous") {
      options.anonymous = true;
    } else if (word == "--hostile") {
      hostile = true;
    } else if (word == "--light") {
      options.look = network::Look::light;
    } else {
      ties = std::atof(argv[i]);
    }
  }
  const std::string_view format = argv[1];
  auto made = sample(static_cast<std::size_t>(std::atol(argv[2])), ties);
  for (std::size_t i = 0; hostile && i < std::min(made.map.dots.size(), kHostile.size()); ++i) {
    test::rename(made, i, kHostile[i]);
  }
  const auto write = format == "svg"       ? network::write_svg
                     : format == "html"    ? network::write_html
                     : format == "dot"     ? network::write_dot
                     : format == "graphml" ? network::write_graphml
                                           : network::write_map_json;
  write(made.map, made.network, options, std::cout);
  return std::cout.good() ? 0 : 1;
}
