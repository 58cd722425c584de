// From bytes to unfolded properties.
#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "exchange/content_line_parts.hpp"
#include <kith/error.hpp>
#include <kith/exchange/content_line.hpp>

namespace kith::exchange {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::size_t kFoldAt = 74;         // octets: who folds at a length cuts no sooner
constexpr std::size_t kLongestIndent = 64;  // looked at
constexpr std::size_t kLongestHead = 4096;
constexpr int kEnd = -1;

bool is_blank(int c) { return c == ' ' || c == '\t'; }
bool is_line_end(int c) { return c == '\n' || c == '\r'; }

bool starts_with_word(std::string_view text, std::string_view capitals) {
  return text.size() >= capitals.size() &&
         std::equal(capitals.begin(), capitals.end(), text.begin(), [](char wanted, char c) {
           return (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c) == wanted;
         });
}

/// BEGIN and END are never folded.
bool is_boundary(std::string_view text) {
  return starts_with_word(text, "BEGIN:V") || starts_with_word(text, "END:V");
}

bool ends_softly(const std::string& text, std::size_t head_size) {
  const auto last = text.find_last_not_of(" \t");
  return last != std::string::npos && last > head_size && text[last] == '=';
}

}  // namespace

/// Reads another block behind what is there; false at the end of the file.
bool ContentLineReader::fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const bool has_more = source_.append_to(buffer_);
  if (in_.bad()) {
    throw StoreError("the file cannot be read any further");
  }
  return has_more;
}

/// True if that many bytes are left, which are then in the buffer.
bool ContentLineReader::has(std::size_t bytes) {
  while (buffer_.size() - at_ < bytes) {
    if (!fill()) {
      return false;
    }
  }
  return true;
}

int ContentLineReader::peek() {
  return at_ < buffer_.size() || has(1) ? static_cast<unsigned char>(buffer_[at_]) : kEnd;
}

/// CRLF, LF, CR, and the CR CR LF of files that were converted twice.
void ContentLineReader::skip_line_end() {
  if (has(3) && buffer_.compare(at_, 3, "\r\r\n") == 0) {
    at_ += 3;
  } else if (has(2) && buffer_.compare(at_, 2, "\r\n") == 0) {
    at_ += 2;
  } else {
    ++at_;
  }
  ++line_;
}

/// Passes over lines with nothing in them. False at the end of the file.
bool ContentLineReader::skip_blank_lines() {
  for (int c = peek(); c != kEnd; c = peek()) {
    if (!is_line_end(c)) {
      return true;
    }
    skip_line_end();
  }
  return false;
}

/// Takes the rest of the line at hand, and its end. Returns how long it was.
std::size_t ContentLineReader::append_physical_line(std::string& text, bool& is_cut) {
  std::size_t length = 0;
  for (int c = peek(); c != kEnd; c = peek()) {
    const char* const from = buffer_.data() + at_;
    std::size_t size = buffer_.size() - at_;
    if (const void* lf = std::memchr(from, '\n', size); lf != nullptr) {
      size = static_cast<std::size_t>(static_cast<const char*>(lf) - from);
    }
    if (const void* cr = std::memchr(from, '\r', size); cr != nullptr) {
      size = static_cast<std::size_t>(static_cast<const char*>(cr) - from);
    }
    const std::size_t room = kLongestProperty - std::min(kLongestProperty, text.size());
    text.append(from, std::min(size, room));
    is_cut = is_cut || size > room;
    at_ += size;
    length += size;
    if (at_ < buffer_.size()) {
      skip_line_end();
      break;
    }
  }
  return length;
}

/// True if the line at hand goes on in the next one, whose folding blank is then taken.
bool ContentLineReader::is_continued() {
  if (!skip_blank_lines() || !is_blank(peek())) {
    return false;
  }
  has(kLongestIndent);
  const std::string_view rest = std::string_view(buffer_).substr(at_, kLongestIndent);
  const std::size_t blanks = std::min(rest.find_first_not_of(" \t"), rest.size());
  if (is_boundary(text_)) {
    indent_ = starts_with_word(text_, "BEGIN") ? rest.substr(0, blanks) : std::string_view();
    return false;
  }
  if (!indent_.empty() && rest.substr(0, blanks) == indent_) {
    return false;
  }
  at_ += indent_.empty() || !rest.starts_with(indent_) ? 0 : indent_.size();
  return true;
}

/// Takes one property with all lines that belong to it into text_.
void ContentLineReader::unfold(ContentLine& line) {
  text_.clear();
  std::size_t last = append_physical_line(text_, line.is_cut);
  std::optional<bool> is_soft;
  std::size_t head_size = 0;
  const auto breaks_softly = [&] {
    if (!text_.ends_with('=') && !text_.ends_with("= ")) {
      return false;
    }
    if (!is_soft) {  // a head may be folded itself; one without end is none
      head_size = head_length(text_);
      if (head_size < text_.size() || head_size > kLongestHead) {
        is_soft = is_quoted_printable(std::string_view(text_).substr(0, head_size));
      }
    }
    return is_soft.value_or(false) && ends_softly(text_, head_size);
  };
  for (;;) {
    if (breaks_softly()) {
      has(kLongestIndent);
      if (peek() == kEnd || is_boundary(std::string_view(buffer_).substr(at_))) {
        return;
      }
      text_.resize(text_.find_last_not_of(" \t"));
    } else if (is_continued()) {
      if (!keeps_blanks_ || last >= kFoldAt) {
        ++at_;
      }
    } else {
      return;
    }
    last = append_physical_line(text_, line.is_cut);
  }
}

bool ContentLineReader::next(ContentLine& line) {
  for (;;) {
    if (!skip_blank_lines()) {
      return false;
    }
    while (is_blank(peek())) {
      ++at_;
    }
    if (has(kMark.size()) && buffer_.compare(at_, kMark.size(), kMark) == 0) {
      at_ += kMark.size();  // also in the middle, where files were joined
      continue;
    }
    if (!is_line_end(peek()) && peek() != kEnd) {
      break;
    }
  }
  line = {};
  line.line = line_;
  unfold(line);
  if (is_boundary(text_) && starts_with_word(text_, "END")) {
    indent_.clear();
  }
  parse_content_line(std::move(text_), line);
  return true;
}

}  // namespace kith::exchange
