// Lines of a stream.
#include "exchange/line_reader.hpp"

#include <streambuf>

#include <kith/error.hpp>

namespace kith::exchange {

std::optional<std::string_view> LineReader::next() {
  using Traits = std::streambuf::traits_type;
  std::streambuf& buffer = *in_.rdbuf();
  line_.clear();
  was_cut_ = false;
  int c = Traits::eof();
  bool has_any = false;
  try {
    for (c = buffer.sbumpc(); c != Traits::eof() && c != '\n' && c != '\r'; c = buffer.sbumpc()) {
      has_any = true;
      if (line_.size() < longest_) {
        line_ += static_cast<char>(c);
      } else {
        was_cut_ = true;
      }
    }
    if (c == '\r' && buffer.sgetc() == '\n') {
      buffer.sbumpc();
    }
  } catch (const std::ios_base::failure&) {
    in_.setstate(std::ios_base::badbit);
    throw StoreError("the file cannot be read any further");
  }
  if (c == Traits::eof() && !has_any) {
    return std::nullopt;
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (++number_ == 1 && line_.starts_with(kByteOrderMark)) {
    line_.erase(0, kByteOrderMark.size());
  }
  return line_;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

}  // namespace kith::exchange
