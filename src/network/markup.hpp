// What the documents of a map share: names made safe to show, escapes, short numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <kith/network/pictures.hpp>

namespace kith::network {

/// Text in XML or HTML, as content or in a quoted attribute. Characters that XML has no way to say
/// are dropped.
std::string xml(std::string_view text);

/// A JSON string with its quotes, which may also stand inside of a script element: '<', '>', '&',
/// U+2028 and U+2029 are escaped. Bytes that are not UTF-8 become U+FFFD.
std::string json(std::string_view text);

/// A JSON string, or null if it is empty.
std::string json_or_null(std::string_view text);

/// At most `decimals` digits after the point, and no more of them than needed: "12", "-0.5".
std::string number(double value, int decimals = 1);

/// "1,630"
std::string count(std::size_t value);

/// "1 person", "3 people"
std::string counted(std::size_t value, std::string_view one, std::string_view many);

/// The strongest ground of a tie: link, introduced, together, organisation.
std::string_view ground_word(const Tie& tie);

/// `date` in ISO form; empty if it is none.
std::string iso(Date date);

/// What a document may say: cleaned, and of an anonymous one nothing that tells who somebody is.
struct Captions {
  std::string title{};
  std::vector<std::string> people{};       ///< by dot; empty ones if anonymous
  std::vector<std::string> regions{};      ///< as Map::regions
  std::vector<std::string> communities{};  ///< as Map::communities
};

/// An anonymous document calls a community that has a word of one of its people's names in its own
/// "Community 3".
Captions captions(const Map& map, const Network& network, const PictureOptions& options);

/// A sentence for a picture that has next to nothing in it: what to do about it. Empty if none is
/// called for.
std::string advice(const Map& map);

/// "412 people · 1,630 ties · 23 Nov 2026"
std::string summary(const Map& map);

}  // namespace kith::network
