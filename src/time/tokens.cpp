// Cutting text into words, numbers and signs.
#include "time/tokens.hpp"

#include "text/code_points.hpp"
#include <kith/text/fold.hpp>

namespace kith {
namespace {

constexpr std::size_t kLongestWord = 40;

Token::Kind kind_of(char32_t c) {
  if (c >= U'0' && c <= U'9') {
    return Token::Kind::number;
  }
  return text::is_letter(c) || text::is_digit(c) || text::is_mark(c) ? Token::Kind::word
                                                                     : Token::Kind::sign;
}

char plain_sign(text::CodePoint c, std::string_view bytes) {
  if (c.value < 0x80) {
    return static_cast<char>(c.value);
  }
  const std::string folded = text::fold(bytes);
  return folded == "'" || folded == "-" || folded == "." || folded == "," ? folded.front() : '?';
}

}  // namespace

std::vector<Token> tokens(std::string_view text, std::size_t limit) {
  std::vector<Token> out;
  bool is_glued = false;
  std::size_t at = 0;
  while (at < text.size() && out.size() < limit) {
    const text::CodePoint first = text::decode(text, at);
    if (text::is_space(first.value)) {
      is_glued = false;
      at += first.length;
      continue;
    }
    Token token{.kind = kind_of(first.value), .is_glued = is_glued};
    const std::size_t begin = at;
    at += first.length;
    while (token.kind != Token::Kind::sign && at < text.size()) {
      const text::CodePoint next = text::decode(text, at);
      if (text::is_space(next.value) || kind_of(next.value) != token.kind) {
        break;
      }
      at += next.length;
    }
    token.text = text.substr(begin, at - begin);
    token.end = at;
    if (token.is_word() && token.text.size() <= kLongestWord) {
      token.folded = text::fold(token.text);
    } else if (token.kind == Token::Kind::sign) {
      token.sign = plain_sign(first, token.text);
    }
    out.push_back(std::move(token));
    is_glued = true;
  }
  if (at >= text.size() && out.size() < limit) {
    out.push_back({.kind = Token::Kind::end, .end = text.size(), .is_glued = is_glued});
  }
  return out;
}

}  // namespace kith
