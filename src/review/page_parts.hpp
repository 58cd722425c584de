// Parts of the page of a review.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <kith/review/review.hpp>

namespace kith::review {

/// What moments have in common, with a colour of its own.
enum class Family { meeting, again, promise, together, joy, time };
inline constexpr std::array kFamilies{
    Family::meeting, Family::again, Family::promise, Family::together, Family::joy, Family::time};
Family family_of(MomentKind kind);
/// The class in the page's style: "meeting".
std::string_view class_of(Family family);
/// How the page calls it: "somebody new".
std::string_view words_for(Family family);

/// Text of the data, made safe to stand in the page.
std::string safe(std::string_view text);

/// The moments of the period as dots: each above its day, in a year above its week.
std::string picture_of_period(const Review& review);
/// The network, as it was before the period if `then`, else as it is at its end, new people marked.
std::string picture_of_network(const Review& review, const Surroundings& surroundings, bool then);
/// True if there is anybody in the picture of then.
bool knew_anybody(const Review& review, const Surroundings& surroundings);
/// The colours that picture_of_network() uses, for light and dark.
std::string colours_of_network(const Surroundings& surroundings);

/// All of the page's style but those colours.
std::string_view page_style();

}  // namespace kith::review
