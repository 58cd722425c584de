// Colours of a map for all eyes: a hue for each region, shades of it for the communities inside.
//
// The hues start from Okabe & Ito, "Color Universal Design" (2008), and Paul Tol, "Colour Schemes"
// (SRON/EPS/TN/09-002, 2021); their lightness and strength were then moved, apart for a dark and a
// light look, until they lie as far from each other as they can for eyes with all cones and for
// those that lack one kind (simulated after Machado, Oliveira & Fernandes 2009, distances in OKLab,
// Ottosson 2020). Every dot has a contrast of 3:1 or more against its paper (WCAG 2.2, 1.4.11).
#pragma once

#include <cstddef>
#include <string_view>

namespace kith::network {

enum class Look { dark, light };

/// How many hues and shades differ; the places after that start again from the first.
inline constexpr std::size_t kHues = 10;
inline constexpr std::size_t kShades = 4;
/// In the place of a hue: the grey of those who belong to no community.
inline constexpr std::size_t kQuietHue = 1'000'000;

/// The colour of a dot, as "#rrggbb". The most distinct hues come first; shade 0 is the hue itself.
std::string_view hex(std::size_t hue, std::size_t shade, Look look);

/// What dots lie on.
std::string_view paper(Look look);

/// Text on the paper, and the ring of a bridge: a contrast of 7:1 or more.
std::string_view ink(Look look);

}  // namespace kith::network
