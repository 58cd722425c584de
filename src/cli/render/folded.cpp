// Lines that fit the terminal: what is too long goes on below itself, broken between words.
#include "cli/render/folded.hpp"

#include <algorithm>
#include <streambuf>
#include <utility>
#include <vector>

#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kHanging = 4;
constexpr std::size_t kNarrowest = 30;  // on less there is nothing to gain

// How long the colour at `at` is ("\x1b[1m"); 0 if there is none.
std::size_t color_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "\x1b[") {
    return 0;
  }
  const std::size_t end = text.find_first_not_of("0123456789;", at + 2);
  return end == std::string_view::npos || text[end] != 'm' ? 0 : end + 1 - at;
}

std::size_t width_of(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t color = color_at(text, at);
    if (color == 0) {
      plain += text[at];
    }
    at += color == 0 ? 1 : color;
  }
  return text::display_width(plain);
}

struct Word {
  std::size_t blanks = 0;  // before it
  std::string_view text{};
  std::size_t width = 0;
};

std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = std::min(line.find_first_not_of(' ', at), line.size());
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    if (begin < end) {
      const std::string_view text = line.substr(begin, end - begin);
      words.push_back({.blanks = begin - at, .text = text, .width = width_of(text)});
    }
    at = end;
  }
  return words;
}

// Where further lines begin: under the second column of the first.
std::size_t indent_of(const std::vector<Word>& words, std::size_t columns) {
  std::size_t column = 0;
  for (const Word& word : words) {
    column += word.blanks;
    if (&word != &words.front() && word.blanks >= 2) {
      return column <= columns * 2 / 3 ? column : words.front().blanks + kHanging;
    }
    column += word.width;
  }
  return std::min(words.front().blanks + kHanging, columns / 2);
}

// How much of a word that fits no line goes on this one, in whole characters; scripts that write
// without blanks have nothing but such words.
std::size_t fitting(std::string_view word, std::size_t room) {
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  std::size_t fits = 0;
  for (std::size_t end = 1; end <= word.size(); ++end) {
    if (end < word.size() && continues(word[end])) {
      continue;
    }
    if (width_of(word.substr(0, end)) > room) {
      break;
    }
    fits = end;
  }
  return fits;
}

bool is_ascii(std::string_view word) {
  return std::all_of(
      word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// How much of a name in hyphens goes on this line, with the hyphen it is parted at; 0 where it is
// anything else, which is to be copied in one piece: a page, an address, a uid, a path.
std::size_t up_to_hyphen(std::string_view word, std::size_t room) {
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t color = color_at(word, at);
    const char c = word[at];
    if (color == 0 && c != '-' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
      return 0;
    }
    at += color == 0 ? 1 : color;
  }
  const std::size_t hyphen = word.substr(0, fitting(word, room)).rfind('-');
  return hyphen == std::string_view::npos ? 0 : hyphen + 1;
}

}  // namespace

std::string folded(std::string_view line, std::size_t columns) {
  if (line.size() <= columns || columns < kNarrowest || width_of(line) <= columns) {
    return std::string{line};
  }
  const std::vector<Word> words = words_of(line);
  if (words.empty()) {
    return {};
  }
  const std::size_t indent = indent_of(words, columns);
  std::string lines;
  std::size_t column = 0;
  bool fresh = true;  // nothing but blanks is on this line
  const auto break_line = [&] {
    lines += '\n' + std::string(indent, ' ');
    column = indent;
    fresh = true;
  };
  for (const Word& word : words) {
    std::string_view rest = word.text;
    std::size_t width = word.width;
    const bool first = &word == &words.front();
    if (!first && column + word.blanks + width > columns && !fresh) {
      break_line();
    } else if (first || !fresh) {
      lines += std::string(word.blanks, ' ');
      column += word.blanks;
    }
    while (column + width > columns) {
      const std::size_t room = columns - std::min(column, columns);
      const std::size_t taken = is_ascii(rest) ? up_to_hyphen(rest, room) : fitting(rest, room);
      if (taken == 0) {
        break;
      }
      lines += rest.substr(0, taken);
      rest.remove_prefix(taken);
      width = width_of(rest);
      break_line();
    }
    lines += rest;
    column += width;
    fresh = false;
  }
  return lines;
}

class Folding::Buffer : public std::streambuf {
 public:
  Buffer(std::streambuf* target, std::size_t columns) : target_(target), columns_(columns) {}
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() override = default;

  std::streambuf* target() const { return target_; }

  /// Passes on what has no end of line yet.
  bool drain() {
    const std::string rest = std::exchange(line_, {});
    return pass(folded(rest, columns_));
  }

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) {
      return traits_type::not_eof(c);
    }
    const char byte = traits_type::to_char_type(c);
    return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    const std::string_view piece{text, static_cast<std::size_t>(size)};
    for (std::size_t at = 0; at < piece.size();) {
      const std::size_t end = piece.find('\n', at);
      line_ += piece.substr(at, end - at);
      if (end == std::string_view::npos) {
        break;
      }
      if (!drain() || !pass("\n")) {
        return 0;
      }
      at = end + 1;
    }
    return size;
  }
  int sync() override { return drain() ? target_->pubsync() : -1; }

 private:
  bool pass(std::string_view text) {
    const auto size = static_cast<std::streamsize>(text.size());
    return target_->sputn(text.data(), size) == size;
  }

  std::streambuf* target_;
  std::size_t columns_;
  std::string line_{};
};

Folding::Folding(std::ostream& out, std::optional<std::size_t> columns) : out_(out) {
  if (columns) {
    buffer_ = std::make_unique<Buffer>(out.rdbuf(), *columns);
    out_.rdbuf(buffer_.get());
  }
}

Folding::~Folding() {
  if (buffer_) {
    buffer_->drain();
    const std::ios::iostate state = out_.rdstate();
    out_.rdbuf(buffer_->target());  // clears what had gone wrong
    out_.setstate(state);
  }
}

}  // namespace kith::cli
