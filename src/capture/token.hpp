// A sentence as words and signs, each with its place in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <kith/capture/capture.hpp>

namespace kith::capture {

enum class TokenKind { word, number, tag, address, at, sign };

/// What a token was read as; what one reader has taken, the next ones leave alone.
enum class Part { open, date, time, duration, place, tag, person, kind, follow_up };

struct Token {
  TokenKind kind = TokenKind::sign;
  TextSpan span{};
  std::string folded{};   ///< without a possessive 's and without the tail of a contraction
  std::string tail{};     ///< "s", "ll", "d", "ve", "re", "m" of Ana's, she'll, …
  bool capital = false;   ///< begins with a capital, or with a letter of a script without case
  bool caseless = false;  ///< of a script without case
  bool shouted = false;   ///< of a text IN CAPITALS THROUGHOUT; `capital` is false then
  bool space_before = false;
  bool line_before = false;  ///< first of its line
  Part part = Part::open;

  bool is_word() const { return kind == TokenKind::word; }
  bool is(std::string_view what) const { return folded == what; }
  bool is_sign(char c) const {
    return kind == TokenKind::sign && folded.size() == 1 && folded[0] == c;
  }
};

using Tokens = std::vector<Token>;

/// Splits `text`. "w/" is one word, a hyphen within a name none at all, "3pm" and "1:1" are
/// numbers.
Tokens tokenize(std::string_view text);

}  // namespace kith::capture
