// The page that `kith map` fills: src/network/page, put together when kith is built.
#pragma once

#include <string>
#include <string_view>

namespace kith::network {

/// The whole page, with @@TITLE@@, @@SUMMARY@@, @@STILL@@ and @@DATA@@ to fill in, in that order.
std::string page();

}  // namespace kith::network
