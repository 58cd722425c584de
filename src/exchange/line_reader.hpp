// A text file line by line, whatever ends its lines and however long they are.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

/// Reads lines ended by LF, CRLF or CR. Of a line longer than `longest` bytes the rest is passed
/// over, so that memory does not grow with the file. A byte order mark is no part of the first one.
class LineReader {
 public:
  explicit LineReader(std::istream& in, std::size_t longest = std::size_t{1} << 20)
      : in_(in), longest_(longest) {}

  /// The next line, without its end; nothing at the end of the file. The view is good until the
  /// next call. Throws StoreError where reading fails.
  std::optional<std::string_view> next();
  /// Which line next() gave last, from 1.
  std::size_t number() const { return number_; }
  /// True if that line was longer than it may be.
  bool was_cut() const { return was_cut_; }

 private:
  std::istream& in_;
  std::size_t longest_;
  std::string line_{};
  std::size_t number_ = 0;
  bool was_cut_ = false;
};

/// `text` without blanks at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace kith::exchange
