// The marks of a line, read and written.
#include "exchange/friends_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "exchange/line_reader.hpp"
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

// What has a meaning in the file, and the wide form of it that has none.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kMarks{
    std::pair<std::string_view, std::string_view>{"*", "\xEF\xBC\x8A"},
    {"_", "\xEF\xBC\xBF"},
    {"\\", "\xEF\xBC\xBC"},
    {"@", "\xEF\xBC\xA0"}};

bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// Letters of other scripts count: every byte beyond ASCII does.
bool is_word(char c) {
  return is_ascii_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return out;
}

/// One piece of a line.
struct Piece {
  enum class Kind { text, person, place, tag };
  Kind kind = Kind::text;
  std::string text{};
};

/// What stands between `mark` at `at` and the next `mark`; nothing if it is no marked name.
std::optional<std::string_view> marked(std::string_view line,
                                       std::size_t at,
                                       std::string_view mark) {
  const std::size_t begin = at + mark.size();
  if (!line.substr(at).starts_with(mark)) {
    return std::nullopt;
  }
  const auto end = line.find(mark, begin);
  if (end == std::string_view::npos || end == begin) {
    return std::nullopt;
  }
  const std::string_view name = line.substr(begin, end - begin);
  return trimmed(name) == name ? std::optional(name) : std::nullopt;
}

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  const auto add = [&](Piece::Kind kind, std::string_view text) {
    if (kind == Piece::Kind::text && !pieces.empty() && pieces.back().kind == kind) {
      pieces.back().text += text;
    } else {
      pieces.push_back({kind, std::string(text)});
    }
  };
  for (std::size_t at = 0; at < line.size();) {
    if (const auto person = marked(line, at, "**")) {
      add(Piece::Kind::person, *person);
      at += person->size() + 4;
    } else if (const auto place = marked(line, at, "_")) {
      add(Piece::Kind::place, *place);
      at += place->size() + 2;
    } else if (const std::size_t length = friends_tag_at(line, at); length > 0) {
      add(Piece::Kind::tag, line.substr(at + 1, length - 1));
      at += length;
    } else {
      add(Piece::Kind::text, line.substr(at, 1));
      ++at;
    }
  }
  return pieces;
}

bool is_joint(std::string_view text) {
  const std::string_view word = trimmed(text);
  return word == "," || word == "and" || word == "in" || word == "and in" || word.empty();
}

/// Where what friends_line() put at the end begins; the number of pieces if nothing is there. There
/// a piece of text ends in " (with" or " (about" or " (in", marked names and joints follow, and a
/// closing bracket.
std::size_t added_from(const std::vector<Piece>& pieces) {
  std::size_t end = pieces.size();
  while (end > 0 &&
         (pieces[end - 1].kind == Piece::Kind::tag ||
          (pieces[end - 1].kind == Piece::Kind::text && trimmed(pieces[end - 1].text).empty()))) {
    --end;
  }
  if (end == 0 || pieces[end - 1].kind != Piece::Kind::text ||
      trimmed(pieces[end - 1].text) != ")") {
    return pieces.size();
  }
  for (std::size_t at = end - 1; at > 0; --at) {
    const Piece& piece = pieces[at - 1];
    if (piece.kind == Piece::Kind::tag) {
      break;
    }
    if (piece.kind != Piece::Kind::text || is_joint(piece.text)) {
      continue;
    }
    for (const std::string_view start : {"(with ", "(about ", "(in "}) {
      if (piece.text.ends_with(start) &&
          (piece.text.size() == start.size() ||
           piece.text[piece.text.size() - start.size() - 1] == ' ')) {
        return at - 1;
      }
    }
    break;
  }
  return pieces.size();
}

void note(std::vector<std::string>& list, std::string value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) {
    list.push_back(std::move(value));
  }
}

/// True if `at` is between the marks of a person or place. What is no mark is wide by now.
bool is_marked(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto stars = std::count(before.begin(), before.end(), '*');
  const auto lines = std::count(before.begin(), before.end(), '_');
  return stars % 4 != 0 || lines % 2 != 0;
}

/// `text` with `name` marked by `mark`, if it stands in it as words of its own and unmarked.
bool mark_in_place(std::string& text, const std::string& name, std::string_view mark) {
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const auto is_bound = [](char c) { return !is_word(c) && c != '*' && c != '_' && c != '@'; };
    if (!is_marked(text, at) && (at == 0 || is_bound(text[at - 1])) &&
        (end == text.size() || is_bound(text[end]))) {
      text.insert(end, mark);
      text.insert(at, mark);
      return true;
    }
  }
  return false;
}

}  // namespace

std::size_t friends_tag_at(std::string_view text, std::size_t at) {
  if (text[at] != '@' || (at > 0 && is_word(text[at - 1]))) {
    return 0;
  }
  std::size_t end = at + 1;
  while (end < text.size() &&
         (is_word(text[end]) ||
          ((text[end] == ':' || text[end] == '-') && end > at + 1 && is_word(text[end - 1]) &&
           end + 1 < text.size() && is_word(text[end + 1])))) {
    ++end;
  }
  return end == at + 1 ? 0 : end - at;
}

std::string without_marks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto it = std::find_if(
        kMarks.begin(), kMarks.end(), [c](const auto& mark) { return mark.first.front() == c; });
    out += it == kMarks.end() ? std::string(1, c == '\n' ? ' ' : c) : std::string(it->second);
  }
  return out;
}

std::string with_marks(std::string_view text) {
  std::string out(text);
  for (const auto& [mark, wide] : kMarks) {
    for (auto at = out.find(wide); at != std::string::npos; at = out.find(wide, at + 1)) {
      out.replace(at, wide.size(), mark);
    }
  }
  return out;
}

FriendsLine parse_friends_line(std::string_view line) {
  const std::vector<Piece> pieces = pieces_of(line);
  const std::size_t added = added_from(pieces);
  // Tags behind the last word are no part of the sentence; others are words of it.
  std::size_t tags_from = pieces.size();
  while (tags_from > 0 && (pieces[tags_from - 1].kind == Piece::Kind::tag ||
                           trimmed(pieces[tags_from - 1].text).empty())) {
    --tags_from;
  }
  FriendsLine result;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const bool is_in_text = i < added && i < tags_from;
    switch (piece.kind) {
      case Piece::Kind::text:
        if (is_in_text) {
          result.text += piece.text;
        } else if (i == added) {
          result.text += piece.text.substr(0, piece.text.rfind('('));
        }
        break;
      case Piece::Kind::person:
        note(result.people, with_marks(piece.text));
        result.text += is_in_text ? piece.text : "";
        break;
      case Piece::Kind::place:
        note(result.places, with_marks(piece.text));
        result.text += is_in_text ? piece.text : "";
        break;
      case Piece::Kind::tag:
        note(result.tags, lower(piece.text));
        result.text += is_in_text ? "@" + piece.text : "";
        break;
    }
  }
  result.text = text::clean_line(with_marks(result.text));
  return result;
}

std::string friends_line(const FriendsLine& what, std::string_view joint) {
  std::string line = text::clean_line(without_marks(what.text));
  std::vector<std::string> people;
  for (const std::string& name : what.people) {
    const std::string safe = without_marks(name);
    if (!mark_in_place(line, safe, "**")) {
      people.push_back("**" + safe + "**");
    }
  }
  std::vector<std::string> places;
  for (const std::string& name : what.places) {
    const std::string safe = without_marks(name);
    if (!mark_in_place(line, safe, "_")) {
      places.push_back("_" + safe + "_");
    }
  }
  if (!people.empty() || !places.empty()) {
    line += line.empty() ? "(" : " (";
    for (std::size_t i = 0; i < people.size(); ++i) {
      line += i == 0 ? std::string(joint) + " " : i + 1 == people.size() ? " and " : ", ";
      line += people[i];
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
      line += i == 0 ? (people.empty() ? "in " : " in ") : " and ";
      line += places[i];
    }
    line += ")";
  }
  for (const std::string& tag : what.tags) {
    line += " @" + tag;
  }
  return line;
}

}  // namespace kith::exchange
