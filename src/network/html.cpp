// The map as a page: the template with a title, a still picture where there is room, and the data.
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "network/markup.hpp"
#include "network/page.hpp"
#include "network/page_data.hpp"

namespace kith::network {
namespace {

/// A still picture doubles the size of the page: for those without scripts, of small maps only.
constexpr std::size_t kMostStill = 600;

std::string still(const Map& map, const Network& network, const PictureOptions& options) {
  if (map.dots.size() > kMostStill) {
    return "<p>This picture moves by a script, and scripts are switched off. "
           "<code>kith map --format svg</code> draws one that stands still.</p>";
  }
  std::ostringstream picture;
  write_svg(map, network, options, picture);
  const std::string text = picture.str();
  const std::size_t start = text.find("<svg");
  return start == std::string::npos ? "" : text.substr(start);
}

}  // namespace

void write_html(const Map& map,
                const Network& network,
                const PictureOptions& options,
                std::ostream& out) {
  const Captions says = captions(map, network, options);
  const std::vector<std::pair<std::string, std::string>> fillings{
      {"@@TITLE@@", xml(says.title)},
      {"@@SUMMARY@@", xml(summary(map))},
      {"@@STILL@@", still(map, network, options)},
      {"@@DATA@@", page_data(map, network, options, says)}};
  const std::string all = page();
  std::size_t at = 0;
  for (const auto& [mark, filling] : fillings) {
    // A mark may stand in several places before the next one begins.
    for (std::size_t hit = all.find(mark, at); hit != std::string::npos; hit = all.find(mark, at)) {
      out << all.substr(at, hit - at) << filling;
      at = hit + mark.size();
    }
  }
  out << all.substr(at);
}

}  // namespace kith::network
