// Names in parts, and whole.
#pragma once

#include <string_view>

#include <kith/exchange/contact_document.hpp>

namespace kith::exchange {

/// The parts that a whole name most likely has: the last word is the family's, with the particles
/// before it (de, van der, al-); a single word is given; a name in Han or Hangul begins with the
/// family's.
NameParts parts_of_name(std::string_view name);

/// True if given and family name, as far as there are any, are in `name`.
bool fits_name(const NameParts& parts, std::string_view name);

}  // namespace kith::exchange
