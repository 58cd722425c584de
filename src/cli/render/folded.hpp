// Lines that fit the terminal: what is too long goes on below itself, broken between words.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace kith::cli {

/// `line` in as many lines as it takes to fit `columns`: the further ones begin under the second
/// column of the first, if that leaves a third of the room, else four blanks in. Colour goes on
/// over a break. A word of ASCII that fits no line stays whole, so that an address can be copied.
std::string folded(std::string_view line, std::size_t columns);

/// As long as it lives, lines on `out` fit `columns`; without a number they stay as they are.
class Folding {
 public:
  Folding(std::ostream& out, std::optional<std::size_t> columns);
  Folding(const Folding&) = delete;
  Folding& operator=(const Folding&) = delete;
  ~Folding();

 private:
  class Buffer;
  std::ostream& out_;
  std::unique_ptr<Buffer> buffer_;  // null: nothing is folded
};

}  // namespace kith::cli
