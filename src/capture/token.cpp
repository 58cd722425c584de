// Splits a sentence into words and signs. Everything that is not ASCII and not a letter, digit or
// mark (emoji, typographic signs) is a sign.
#include "capture/token.hpp"

#include <algorithm>
#include <array>

#include <utf8proc.h>

#include "text/code_points.hpp"
#include <kith/text/fold.hpp>

namespace kith::capture {

namespace {

constexpr std::array<std::string_view, 6> kTails{"s", "ll", "d", "ve", "re", "m"};

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x02BC; }

bool is_caseless(char32_t c) {
  return utf8proc_category(static_cast<int>(c)) == UTF8PROC_CATEGORY_LO;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  Tokens run() {
    while (at_ < text_.size()) {
      const text::CodePoint c = text::decode(text_, at_);
      if (text::is_space(c.value)) {
        space_ = true;
        line_ = line_ || c.value == U'\n';
        at_ += c.length;
      } else if (!address() && !tag() && !with_slash() && !hyphen() && !word()) {
        push(c.value == U'@' ? TokenKind::at : TokenKind::sign, at_ + c.length);
      }
    }
    if (is_shouted()) {
      for (Token& token : tokens_) {
        token.capital = token.caseless;
        token.shouted = !token.caseless;
      }
    }
    return std::move(tokens_);
  }

 private:
  // IN CAPITALS THROUGHOUT: they say nothing about what is a name.
  bool is_shouted() const {
    constexpr std::ptrdiff_t kTooShortToTell = 3;
    for (std::size_t at = 0; at < text_.size(); at += text::decode(text_, at).length) {
      if (utf8proc_islower(static_cast<int>(text::decode(text_, at).value)) != 0) {
        return false;
      }
    }
    return std::ranges::count_if(tokens_, &Token::is_word) >= kTooShortToTell;
  }

  char32_t peek(std::size_t at) const {
    return at < text_.size() ? text::decode(text_, at).value : U'\0';
  }
  bool in_word(char32_t c) const {
    return text::is_letter(c) || text::is_digit(c) || text::is_mark(c);
  }

  void push(TokenKind kind, std::size_t end) {
    Token token{.kind = kind, .span = {at_, end}};
    token.folded = text::fold(text_.substr(at_, end - at_));
    token.space_before = space_;
    token.line_before = line_ || tokens_.empty();
    space_ = false;
    line_ = false;
    at_ = end;
    tokens_.push_back(std::move(token));
  }

  // name@host.example, https://…
  bool address() {
    if (!tokens_.empty() && !space_ && tokens_.back().kind == TokenKind::at) {
      return false;
    }
    std::size_t end = at_;
    bool at_sign = false;
    bool dot_after = false;
    while (end < text_.size()) {
      const char c = text_[end];
      const bool alnum = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (c == '@' && !at_sign && end > at_) {
        at_sign = true;
      } else if (c == '.' && at_sign) {
        dot_after = true;
      } else if (!alnum && c != '.' && c != '_' && c != '%' && c != '+' && c != '-') {
        break;
      }
      ++end;
    }
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("http://") || rest.starts_with("https://")) {
      end = std::min(text_.find_first_of(" \t\n", at_), text_.size());
    } else if (!at_sign || !dot_after) {
      return false;
    }
    while (end > at_ && (text_[end - 1] == '.' || text_[end - 1] == ',')) {
      --end;
    }
    push(TokenKind::address, end);
    return true;
  }

  bool tag() {
    if (text_[at_] != '#') {
      return false;
    }
    std::size_t end = at_ + 1;
    bool letter = false;
    for (char32_t c = peek(end); in_word(c) || c == U'_' || c == U'-'; c = peek(end)) {
      letter = letter || text::is_letter(c);
      end += text::decode(text_, end).length;
    }
    while (end > at_ && text_[end - 1] == '-') {
      --end;
    }
    if (!letter) {
      return false;  // "#1" is a number
    }
    push(TokenKind::tag, end);
    return true;
  }

  bool with_slash() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("w. ") && space_) {
      push(TokenKind::word, at_ + 2);  // "skype w. Bo"; a capital is an initial
      tokens_.back().folded = "with";
      return true;
    }
    if (!rest.starts_with("w/") && !rest.starts_with("W/")) {
      return false;
    }
    const bool without = rest.substr(2, 2) == "o ";
    push(TokenKind::word, at_ + (without ? 3 : 2));
    tokens_.back().folded = without ? "without" : "with";
    return true;
  }

  // Within a name the hyphen only joins two words; with blanks around it, it is a dash.
  bool hyphen() {
    if (text_[at_] != '-' || space_ || tokens_.empty() || !tokens_.back().is_word() ||
        !text::is_letter(peek(at_ + 1))) {
      return false;
    }
    ++at_;
    return true;
  }

  bool word() {
    const char32_t first = peek(at_);
    if (!in_word(first)) {
      return false;
    }
    std::size_t end = at_;
    std::size_t apostrophe = std::string_view::npos;
    bool digits = false;
    while (end < text_.size()) {
      const text::CodePoint c = text::decode(text_, end);
      const char32_t next = peek(end + c.length);
      if (in_word(c.value)) {
        digits = digits || text::is_digit(c.value);
      } else if (is_apostrophe(c.value) && text::is_letter(next)) {
        apostrophe = end;
      } else if (!joins_digits(c.value, end, next)) {
        break;
      }
      end += c.length;
    }
    const bool number = text::is_digit(first);
    const std::size_t begin = at_;
    push(number ? TokenKind::number : TokenKind::word, end);
    Token& token = tokens_.back();
    token.caseless = is_caseless(first);
    token.capital = token.caseless || utf8proc_isupper(static_cast<int>(first)) != 0;
    if (apostrophe != std::string_view::npos) {
      split_tail(token, begin, apostrophe);
    } else if (end < text_.size() && is_apostrophe(peek(end)) && token.folded.ends_with("s") &&
               !number) {
      // "James' party": the sign goes, the name stays whole.
      at_ = end + text::decode(text_, end).length;
      token.tail = "s";
    }
    return true;
  }

  // 15:30, 2.5h, 2026-11-22, 1/2
  bool joins_digits(char32_t c, std::size_t at, char32_t next) const {
    const bool joiner = c == U':' || c == U'.' || c == U'-' || c == U'/';
    return joiner && at > at_ && text_[at - 1] >= '0' && text_[at - 1] <= '9' &&
           text::is_digit(next);
  }

  void split_tail(Token& token, std::size_t begin, std::size_t apostrophe) {
    const std::size_t length = text::decode(text_, apostrophe).length;
    const std::string tail =
        text::fold(text_.substr(apostrophe + length, token.span.end - apostrophe - length));
    if (std::ranges::find(kTails, tail) != kTails.end()) {
      token.tail = tail;
      token.folded = text::fold(text_.substr(begin, apostrophe - begin));
    }
    std::erase(token.folded, '\'');  // o'brien -> obrien, don't -> dont
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool space_ = false;
  bool line_ = false;
  Tokens tokens_{};
};

}  // namespace

Tokens tokenize(std::string_view text) { return Tokenizer{text}.run(); }

}  // namespace kith::capture
