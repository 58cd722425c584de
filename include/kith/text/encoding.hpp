// Text that is not UTF-8: told from its bytes, and read as UTF-8.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

namespace kith::text {

/// What can be told from the beginning of a file: a mark, or the zeros of UTF-16. Anything else
/// counts as UTF-8; see utf8_from() for what turns out to be none.
enum class Encoding { utf8, utf16_le, utf16_be };

Encoding guess_encoding(std::string_view beginning);

/// A stream as UTF-8, without byte order mark, block by block. What was UTF-16 comes out as UTF-8;
/// half a surrogate pair becomes U+FFFD. Bytes of any other file are handed on as they are.
class Utf8Source {
 public:
  /// `in` outlives this.
  explicit Utf8Source(std::istream& in) : in_(in) {}

  /// Appends another block to `out`. False at the end of the stream, or where reading fails: ask
  /// the stream which.
  bool append_to(std::string& out);

  Encoding encoding() const { return encoding_; }

 private:
  void settle_encoding();
  void decode(std::string& out, bool is_last);

  std::istream& in_;
  Encoding encoding_ = Encoding::utf8;
  bool has_begun_ = false;
  std::string raw_{};  // read, and not yet decoded: of UTF-16, at most half a character
};

/// Windows-1252 as UTF-8, without NULs. The five bytes that it leaves open are what Latin-1 has
/// there.
std::string from_windows_1252(std::string_view bytes);

/// A piece of text that claims to be UTF-8.
struct Utf8Piece {
  std::string text{};        ///< valid, without NULs
  std::size_t repaired = 0;  ///< bytes that were left out (NUL) or replaced by U+FFFD
  bool was_8_bit = false;    ///< it was Windows-1252, which holds Latin-1
};

/// `bytes` as UTF-8. A piece that is none, and has no character of UTF-8 in it, is taken for
/// Windows-1252: that is what spreadsheets and old address books write. In a piece that mixes, and
/// in one that is cut within its last character, bad bytes are replaced.
Utf8Piece utf8_from(std::string_view bytes);

}  // namespace kith::text
