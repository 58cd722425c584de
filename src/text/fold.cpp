// Folding names and text to the one form in which they are compared.
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/code_points.hpp"
#include <kith/text/fold.hpp>

namespace kith::text {
namespace {

enum class Umlauts { dropped, spelled_out };

constexpr char32_t kDiaeresis = 0x308;
constexpr char32_t kRing = 0x30A;

/// Letters that no decomposition makes plain; asked for after case folding, so lower case only.
struct Plain {
  char32_t letter;
  std::u32string_view spelling;
  std::u32string_view spelled_out;
};
constexpr std::array kPlain{
    Plain{U'ł', U"l", U"l"},
    Plain{U'đ', U"d", U"d"},
    Plain{U'ø', U"o", U"oe"},
    Plain{U'æ', U"ae", U"ae"},
    Plain{U'œ', U"oe", U"oe"},
    Plain{U'ð', U"d", U"d"},
    Plain{U'þ', U"th", U"th"},
    Plain{U'ı', U"i", U"i"},
    Plain{U'ħ', U"h", U"h"},
    Plain{U'ŧ', U"t", U"t"},
    Plain{U'ŋ', U"n", U"n"},
    Plain{U'ß', U"ss", U"ss"},
};

/// Typographic apostrophes and dashes as a keyboard has them. Asked before decomposing, which would
/// make a blank and a mark of an acute accent that stands alone, and after it, since it takes the
/// like of ŉ and ‴ apart.
char32_t plain_sign(char32_t c) {
  switch (c) {
    case 0x00B4:  // acute accent
    case 0x02B9:  // modifier prime
    case 0x02BB:  // modifier turned comma
    case 0x02BC:  // modifier apostrophe
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:  // prime
      return U'\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:  // minus
    case 0xFE58:
      return U'-';
    default:
      return c;
  }
}

/// Letters of the scripts in which people leave out marks when they type; asked for after case
/// folding and decomposing.
bool loses_its_marks(char32_t c) {
  if (c < 0x80) {
    return c >= 'a' && c <= 'z';
  }
  const bool in_block = (c >= 0xDF && c <= 0x2AF) ||     // Latin
                        (c >= 0x370 && c <= 0x52F) ||    // Greek, Cyrillic
                        (c >= 0x1C80 && c <= 0x1C8F) ||  // Cyrillic
                        (c >= 0x1D00 && c <= 0x1DBF) ||  // phonetic
                        (c >= 0x1E00 && c <= 0x1FFF) ||  // Latin, Greek
                        (c >= 0x2C60 && c <= 0x2C7F) ||  // Latin
                        (c >= 0xA640 && c <= 0xA69F) ||  // Cyrillic
                        (c >= 0xA720 && c <= 0xA7FF) || (c >= 0xAB30 && c <= 0xAB6F);  // Latin
  return in_block && is_letter(c);
}

/// White space as one blank, none at either end, while characters are added one by one.
class Squeezed {
 public:
  void add(char32_t c) {
    if (is_space(c) || (c < 0x20) || c == 0x7F) {
      blank_pending_ = !out_.empty();
      return;
    }
    if (std::exchange(blank_pending_, false)) {
      out_.push_back(U' ');
    }
    out_.push_back(c);
  }
  void add(std::u32string_view characters) {
    for (const char32_t c : characters) {
      add(c);
    }
  }
  const std::u32string& text() const { return out_; }

 private:
  std::u32string out_{};
  bool blank_pending_ = false;
};

/// Most names are ASCII, and an import folds hundreds of thousands of them.
std::string fold_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank_pending = false;
  for (const char c : text) {
    if (c <= ' ' || c == 0x7F) {
      blank_pending = !out.empty();
      continue;
    }
    if (std::exchange(blank_pending, false)) {
      out.push_back(' ');
    }
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
  }
  return out;
}

std::string fold(std::string_view text, Umlauts umlauts) {
  if (is_ascii(text)) {
    return fold_ascii(text);
  }
  std::u32string characters = code_points(text);
  std::ranges::transform(characters, characters.begin(), plain_sign);
  const std::u32string parts = decomposed(
      characters,
      UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);

  Squeezed out;
  char32_t base = 0;  // the letter whose marks are being dropped, if any
  for (const char32_t part : parts) {
    const char32_t c = plain_sign(part);
    if (base != 0 && is_mark(c)) {
      if (umlauts == Umlauts::spelled_out) {
        if (c == kDiaeresis && (base == U'a' || base == U'o' || base == U'u')) {
          out.add(U'e');
        } else if (c == kRing && base == U'a') {
          out.add(U'a');
        }
      }
      continue;
    }
    base = loses_its_marks(c) ? c : 0;
    const auto* plain = c < 0x80 ? kPlain.end() : std::ranges::find(kPlain, c, &Plain::letter);
    if (plain == kPlain.end()) {
      out.add(c);
    } else {
      out.add(umlauts == Umlauts::spelled_out ? plain->spelled_out : plain->spelling);
    }
  }
  return encode(composed(out.text()));
}

/// Scripts written without blanks between words.
bool is_unspaced(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) ||    // Thai, Lao
         (c >= 0x1000 && c <= 0x109F) ||    // Burmese
         (c >= 0x1780 && c <= 0x17FF) ||    // Khmer
         (c >= 0x3005 && c <= 0x3007) ||    // Han iteration mark, closing mark, zero
         (c >= 0x3041 && c <= 0x312F) ||    // Kana, Bopomofo
         (c >= 0x31F0 && c <= 0x31FF) ||    // Kana
         (c >= 0x3400 && c <= 0x4DBF) ||    // Han
         (c >= 0x4E00 && c <= 0x9FFF) ||    // Han
         (c >= 0xF900 && c <= 0xFAFF) ||    // Han
         (c >= 0x1B000 && c <= 0x1B16F) ||  // Kana
         (c >= 0x20000 && c <= 0x3FFFF);    // Han
}

/// The distance in the band of the table that can stay within the limit: linear in the length.
template <typename Characters>
int distance_within(const Characters& a, const Characters& b, int limit) {
  const int rows = static_cast<int>(a.size());
  const int columns = static_cast<int>(b.size());
  const int too_far = limit + 1;
  if (std::abs(rows - columns) > limit) {
    return too_far;
  }
  const auto at = [](int index) { return static_cast<std::size_t>(index); };
  std::vector<int> before(at(columns + 1), too_far);
  std::vector<int> above(at(columns + 1), too_far);
  std::vector<int> row(at(columns + 1), too_far);
  for (int j = 0; j <= std::min(columns, limit); ++j) {
    above[at(j)] = j;
  }
  for (int i = 1; i <= rows; ++i) {
    const int first = std::max(0, i - limit);
    const int last = static_cast<int>(std::min<long>(columns, static_cast<long>(i) + limit));
    int least = too_far;
    for (int j = first; j <= last; ++j) {
      int best = too_far;
      if (j == 0) {
        best = i;
      } else {
        const bool same = a[at(i - 1)] == b[at(j - 1)];
        best = above[at(j - 1)] + (same ? 0 : 1);
        best = std::min(best, above[at(j)] + 1);
        best = std::min(best, (j > first ? row[at(j - 1)] : too_far) + 1);
        if (i > 1 && j > 1 && a[at(i - 1)] == b[at(j - 2)] && a[at(i - 2)] == b[at(j - 1)]) {
          best = std::min(best, before[at(j - 2)] + 1);
        }
      }
      row[at(j)] = std::min(best, too_far);
      least = std::min(least, row[at(j)]);
    }
    if (last < columns) {
      row[at(last + 1)] = too_far;  // the next row looks one further to the right
    }
    if (least > limit) {
      return too_far;
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[at(columns)];
}

}  // namespace

std::string fold(std::string_view text) { return fold(text, Umlauts::dropped); }

std::string fold_spelled_out(std::string_view text) { return fold(text, Umlauts::spelled_out); }

std::vector<std::string> words(std::string_view folded) {
  std::vector<std::string> out;
  std::string word;
  const auto is_part_of_word = [](char32_t c) { return is_letter(c) || is_digit(c) || is_mark(c); };
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode(folded, at);
    const std::size_t next = at + c.length;
    if (is_part_of_word(c.value)) {
      word.append(folded.substr(at, c.length));
    } else {
      const bool joins = (c.value == U'\'' || c.value == U'.') && !word.empty() &&
                         next < folded.size() && is_part_of_word(decode(folded, next).value);
      if (!joins && !word.empty()) {
        out.push_back(std::exchange(word, {}));
      }
    }
    at = next;
  }
  if (!word.empty()) {
    out.push_back(std::move(word));
  }
  return out;
}

std::string segmented(std::string_view folded) {
  if (is_ascii(folded)) {
    return std::string{folded};
  }
  std::string out;
  out.reserve(folded.size() * 2);
  bool after_unspaced = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = decode(folded, at);
    const bool stays_with_previous = is_mark(c.value);
    const bool unspaced = is_unspaced(c.value);
    if (!stays_with_previous) {
      const bool is_blank_there = out.empty() || out.back() == ' ' || c.value == U' ';
      if ((unspaced || after_unspaced) && !is_blank_there) {
        out.push_back(' ');
      }
      after_unspaced = unspaced;
    }
    append(out, c.value);
    at += c.length;
  }
  return out;
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
  limit = std::clamp(limit, 0, 1'000'000);
  if (is_ascii(a) && is_ascii(b)) {
    return distance_within(a, b, limit);
  }
  return distance_within(code_points(a), code_points(b), limit);
}

}  // namespace kith::text
