// kith_sample_map FORMAT PEOPLE [TIES] [--anonymous] [--light]: an invented map on stdout, for
// looking at pictures without a database.
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "support/planted_map.hpp"
#include <kith/network/pictures.hpp>

int main(int argc, char** argv) {
  using namespace kith;
  if (argc < 3) {
    std::cerr
        << "kith_sample_map svg|html|dot|graphml|json PEOPLE [TIES] [--anonymous] [--light]\n";
    return 2;
  }
  network::PictureOptions options;
  double ties = 10;
  for (int i = 3; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--anonymous") {
      options.anonymous = true;
    } else if (word == "--light") {
      options.look = network::Look::light;
    } else {
      ties = std::atof(argv[i]);
    }
  }
  const std::string_view format = argv[1];
  const auto made = test::planted_map(static_cast<std::size_t>(std::atol(argv[2])), ties);
  const auto write = format == "svg"       ? network::write_svg
                     : format == "html"    ? network::write_html
                     : format == "dot"     ? network::write_dot
                     : format == "graphml" ? network::write_graphml
                                           : network::write_map_json;
  write(made.map, made.network, options, std::cout);
  return std::cout.good() ? 0 : 1;
}
