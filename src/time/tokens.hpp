// Text cut into words, numbers and signs, as the readers of dates and times want it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

struct Token {
  enum class Kind {
    word,
    number,  ///< ASCII digits
    sign,    ///< anything else that is no blank
    end      ///< the text ends here
  };
  Kind kind = Kind::end;
  std::string_view text{};  ///< as it was written
  std::string folded{};     ///< of a word; empty if it is too long to be of any interest
  char sign = 0;            ///< of a sign: plain for typographic ones, '?' for any other
  std::size_t end = 0;      ///< where it ends in the text, in bytes
  bool is_glued = false;    ///< no blank stands before it

  bool is_sign(char which) const { return kind == Kind::sign && sign == which; }
  bool is_number() const { return kind == Kind::number; }
  bool is_word() const { return kind == Kind::word; }
  bool is_end() const { return kind == Kind::end; }
};

/// The first `limit` tokens of `text`; the last is Kind::end if that is all of it.
std::vector<Token> tokens(std::string_view text, std::size_t limit);

}  // namespace kith
