// From bytes to a card and back, so that what did not change stays what it was.
#include "sync/card_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include <kith/exchange/vcard.hpp>
#include <kith/text/clean.hpp>

namespace kith::sync {
namespace {

using exchange::Card;
using exchange::ContentLine;

constexpr std::array<std::string_view, 4> kLarge{"PHOTO", "LOGO", "SOUND", "KEY"};
constexpr std::size_t kLong = 512;  // bytes; a link to a picture is shorter

/// The lines of a file with their ends.
std::vector<std::string_view> physical_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    const std::size_t length = end == std::string_view::npos          ? text.size()
                               : text.substr(end).starts_with("\r\n") ? end + 2
                                                                      : end + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

bool begins_with(std::string_view line, std::string_view capitals) {
  return line.size() >= capitals.size() &&
         std::equal(capitals.begin(), capitals.end(), line.begin(), [](char wanted, char c) {
           return wanted == (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
         });
}

/// What frames a card and is none of its properties.
bool is_frame(std::string_view line, std::size_t depth) {
  return depth <= 1 && (begins_with(line, "BEGIN:VCARD") || begins_with(line, "END:VCARD") ||
                        begins_with(line, "VERSION:") || begins_with(line, "VERSION;"));
}

/// The bytes of a file in pieces: each property with its folded lines, and what frames them.
struct Piece {
  std::size_t line = 0;  // of the property; 0 for the frame
  std::string bytes{};
};

std::vector<Piece> pieces_of(const CardFile& file) {
  std::map<std::size_t, const ContentLine*> begins;
  for (const ContentLine& one : file.card.lines) {
    begins.emplace(one.line, &one);
  }
  std::vector<Piece> pieces;
  std::size_t depth = 0;
  std::size_t number = 0;
  for (const std::string_view line : physical_lines(file.text)) {
    ++number;
    if (begins.contains(number)) {
      pieces.push_back({number, std::string(line)});
      continue;
    }
    if (begins_with(line, "BEGIN:VCARD")) {
      ++depth;
    }
    if (pieces.empty() || is_frame(line, depth)) {
      pieces.push_back({0, std::string(line)});
    } else {
      pieces.back().bytes += line;  // folded, or the card of an agent
    }
    if (begins_with(line, "END:VCARD") && depth > 0) {
      --depth;
    }
  }
  return pieces;
}

std::string_view line_end(std::string_view text) {
  const std::size_t end = text.find_first_of("\r\n");
  return end == std::string_view::npos          ? "\r\n"
         : text.substr(end).starts_with("\r\n") ? "\r\n"
         : text[end] == '\r'                    ? "\r"
                                                : "\n";
}

std::string written(const ContentLine& line, std::string_view end) {
  std::string folded;
  exchange::write_folded(folded, to_text(line));
  std::string out;
  for (const char c : folded) {
    if (c == '\n') {
      out += end;
    } else if (c != '\r') {
      out += c;
    }
  }
  return out;
}

std::optional<Instant> revised_at(const Card& card) {
  const ContentLine* revised = card.find("REV");
  if (revised == nullptr) {
    return std::nullopt;
  }
  std::string value = text::clean_line(revised->value);
  if (value.size() >= 15 && value[8] == 'T') {  // 20261201T093000Z
    value = value.substr(0, 4) + "-" + value.substr(4, 2) + "-" + value.substr(6, 2) + "T" +
            value.substr(9, 2) + ":" + value.substr(11, 2) + ":" + value.substr(13);
  }
  if (value.ends_with('Z') || value.find('+') != std::string::npos) {
    return parse_instant(value);
  }
  return parse_instant(value + "Z");
}

}  // namespace

std::variant<CardFile, std::string> read_card_file(std::string text) {
  CardFile file{.text = std::move(text)};
  std::istringstream in(file.text);
  exchange::CardReader reader(in);
  std::optional<Card> card = reader.next();
  if (!card) {
    return file.text.empty() ? "empty" : "no card in it";
  }
  if (reader.next()) {
    return "more than one card in it (kith import vcard reads them)";
  }
  file.card = std::move(*card);
  exchange::ReadCard read = exchange::read_card(file.card);
  if (read.group) {
    return "a group, not a person";
  }
  file.document = std::move(read.document);
  if (text::clean_line(file.document.name).empty()) {
    return "no name in it";
  }
  if (const ContentLine* uid = file.card.find("UID")) {
    file.uid = text::clean_line(exchange::unescaped(uid->value));
  }
  file.revised = revised_at(file.card);
  return file;
}

std::string text_with(const CardFile& file, const Card& changed) {
  if (changed.lines == file.card.lines) {
    return file.text;
  }
  if (!text::is_utf8(file.text) || file.text.find('\0') != std::string::npos) {
    return to_text(changed);  // no piece of it could stand beside UTF-8
  }
  const std::vector<Piece> pieces = pieces_of(file);
  std::map<std::size_t, const ContentLine*> were;
  for (const ContentLine& one : file.card.lines) {
    were.emplace(one.line, &one);
  }
  // Each old property that stays is an anchor; new ones follow the property that they follow in the
  // changed card. The frame stays where it is.
  std::map<std::size_t, std::string> after;  // line of the anchor (0: the first) -> new bytes
  std::map<std::size_t, std::string> stays;
  const std::string_view end = line_end(file.text);
  std::size_t anchor = 0;
  for (const ContentLine& one : changed.lines) {
    const auto was = were.find(one.line);
    if (was != were.end() && !stays.contains(one.line)) {
      anchor = one.line;
      stays[anchor] = *was->second == one ? std::string() : written(one, end);
    } else {
      after[anchor] += written(one, end);
    }
  }
  std::string out;
  const auto add_new = [&](const std::string& lines) {
    if (!lines.empty() && !out.empty() && out.back() != '\n' && out.back() != '\r') {
      out += end;  // a file that was cut off in the middle of its last line
    }
    out += lines;
  };
  bool has_begun = false;
  for (const Piece& piece : pieces) {
    if (piece.line == 0) {
      if (begins_with(piece.bytes, "END:VCARD") && !has_begun) {
        add_new(after[0]);
        has_begun = true;
      }
      out += piece.bytes;
      continue;
    }
    if (!has_begun) {
      add_new(after[0]);
      has_begun = true;
    }
    if (const auto kept = stays.find(piece.line); kept != stays.end()) {
      out += kept->second.empty() ? piece.bytes : kept->second;
      add_new(after[piece.line]);
    }
  }
  return out;
}

std::string text_to_remember(const std::string& text) {
  std::istringstream in(text);
  exchange::CardReader reader(in);
  std::optional<Card> card = reader.next();
  if (!card || text.size() < kLong) {
    return text;
  }
  std::erase_if(card->lines, [](const ContentLine& line) {
    return line.value.size() >= kLong && std::ranges::find(kLarge, line.name) != kLarge.end();
  });
  return card->lines.empty() ? text : to_text(*card);
}

}  // namespace kith::sync
