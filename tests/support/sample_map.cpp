// kith_sample_map FORMAT PEOPLE [TIES] [--anonymous] [--light] [--hostile]: an invented map on
// stdout, for looking at pictures without a database.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "support/planted_map.hpp"
#include <kith/network/pictures.hpp>

namespace {

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

}  // namespace

int main(int argc, char** argv) {
  using namespace kith;
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
  auto made = test::planted_map(static_cast<std::size_t>(std::atol(argv[2])), ties);
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
