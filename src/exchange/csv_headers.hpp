// The names by which programs call their columns, as tables.
#pragma once

#include <span>
#include <string_view>

namespace kith::exchange {

/// The language of a column's name; `any` for English, which every program may write.
enum class Language { any, german, french, spanish, italian, dutch, portuguese, nordic, polish };

/// A whole header: folded, words parted by one blank, "e mail" as "email", without numbers and
/// without a final "value", "label" or "type".
struct Header {
  std::string_view header{};
  std::string_view field{};
  std::string_view label = {};
  Language language = Language::any;
};

std::span<const Header> english_headers();
std::span<const Header> headers_abroad();

/// What one word adds to a header that no table has as a whole: "Private E-Mail 2".
struct HeaderWord {
  enum class Role {
    kind,     ///< email, phone, url, handle, address
    part,     ///< of an address: street, city, …
    label,    ///< home, work
    implies,  ///< a label that is a kind by itself: mobile is a phone
    filler    ///< adds nothing
  };
  std::string_view word{};
  Role role = Role::filler;
  std::string_view means = {};  ///< the kind, part or label
  Language language = Language::any;
  std::string_view kind = {};  ///< what `implies` implies
};

/// nullptr if the word is none of them. Of a word of several languages, the one of `language`.
const HeaderWord* find_header_word(std::string_view word, Language language);

}  // namespace kith::exchange
