// Names of communities: what their people share and others do not.
#pragma once

#include "network/lasting.hpp"
#include <kith/network/network.hpp>

namespace kith::network {

/// What the quiet ones are called.
inline constexpr const char* kQuietName = "on their own";

/// Names each community that has no given name: by the organisation, city, tag or circle that is
/// most distinctive of it, against everybody for a region and against its region for a community
/// inside; else by the person at its centre, "around Ana". A region that is one community gives it
/// its name; otherwise no two communities of one level have the same name.
void give_names(const Network& network, const WeightedGraph& graph, Lasting& lasting);

}  // namespace kith::network
