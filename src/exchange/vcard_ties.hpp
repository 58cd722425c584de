// Relations as vCards name them.
#pragma once

#include <string>
#include <string_view>

namespace kith::exchange {

/// The kind of link that a source's word is: partner, family, friend, colleague, else knows.
std::string link_kind_of(std::string_view word);

/// The type of RELATED that a kind of link is written as.
std::string_view related_type_of(std::string_view kind);

/// What names a card: "urn:uuid:" is left out, and a UUID is in small letters.
std::string card_key(std::string_view uid);

}  // namespace kith::exchange
