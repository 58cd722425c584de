// What the page of a map knows, as JSON to be embedded.
#pragma once

#include <string>

#include "network/markup.hpp"

namespace kith::network {

/// Columns rather than records, numbers for repeated words, days since 1970 and months since year
/// 0: 5,000 people and 25,000 ties in well under a megabyte. src/network/page/data.js reads it.
std::string page_data(const Map& map,
                      const Network& network,
                      const PictureOptions& options,
                      const Captions& says);

}  // namespace kith::network
