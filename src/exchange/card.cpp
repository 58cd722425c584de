// Cards out of content lines, and back.
#include "kith/exchange/card.hpp"

#include <algorithm>
#include <utility>

#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kLongestCard = std::size_t{64} << 20;
constexpr std::size_t kMostLines = 5'000;  // but for the members of a group
constexpr std::size_t kDeepestCard = 16;

bool is_word(std::string_view text, std::string_view capitals) {
  const auto first = text.find_first_not_of(" \t");
  const auto last = text.find_last_not_of(" \t");
  return first != std::string_view::npos && last - first + 1 == capitals.size() &&
         std::equal(capitals.begin(),
                    capitals.end(),
                    text.begin() + static_cast<std::ptrdiff_t>(first),
                    [](char wanted, char c) {
                      return (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c) ==
                             wanted;
                    });
}

bool opens_card(const ContentLine& line) {
  return line.name == "BEGIN" && is_word(line.value, "VCARD");
}

bool closes_card(const ContentLine& line) {
  return line.name == "END" && is_word(line.value, "VCARD");
}

/// What may begin a card whose BEGIN is missing.
bool belongs_in_card(const ContentLine& line) {
  return line.name == "VERSION" || line.name == "N" || line.name == "FN" || line.name == "TEL" ||
         line.name == "EMAIL" || line.name == "ORG" || line.name == "UID";
}

bool is_base64(const ContentLine& line) {
  return line.has("ENCODING", "BASE64") || line.has("ENCODING", "B") ||
         line.value.starts_with("data:");
}

bool looks_like_base64(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '=' || c == ' ' || c == '\t';
  });
}

}  // namespace

std::string_view word(CardVersion version) {
  return version == CardVersion::v2_1 ? "2.1" : version == CardVersion::v3_0 ? "3.0" : "4.0";
}

std::optional<CardVersion> parse_card_version(std::string_view text) {
  for (const CardVersion version : {CardVersion::v2_1, CardVersion::v3_0, CardVersion::v4_0}) {
    if (text == word(version)) {
      return version;
    }
  }
  return std::nullopt;
}

const ContentLine* Card::find(std::string_view name) const {
  const auto it = std::find_if(
      lines.begin(), lines.end(), [&](const ContentLine& one) { return one.name == name; });
  return it == lines.end() ? nullptr : &*it;
}

CardReader::CardReader(std::istream& in, RemarkSink remark)
    : reader_(in), remark_(std::move(remark)) {}

void CardReader::say(std::size_t line, std::string why) {
  if (remark_) {
    remark_({Remark::Kind::warning, line, {}, std::move(why)});
  }
}

/// True if `line` begins a card.
bool CardReader::begins(Card& card, const ContentLine& line) {
  if (line.name == "BEGIN" && !opens_card(line)) {
    foreign_ = line.value;
  } else if (line.name == "END" && line.value == foreign_) {
    foreign_.clear();
  }
  if (!opens_card(line) && (!foreign_.empty() || !belongs_in_card(line))) {
    if (!has_said_stray_ && line.name != "END") {
      say(line.line, "not in a card, left out");
    }
    has_said_stray_ = true;
    return false;
  }
  foreign_.clear();
  card = {};
  card.line = line.line;
  size_ = 0;
  has_seen_cards_ = true;
  has_said_stray_ = false;
  reader_.keep_folding_blanks(false);
  if (!opens_card(line)) {
    say(line.line, "a card without BEGIN:VCARD");
    take(card, line);
  }
  return true;
}

/// What a program wrote without folding it, or what is no property at all.
void CardReader::take_stray(Card& card, const ContentLine& line) {
  if (!card.lines.empty()) {
    ContentLine& last = card.lines.back();
    if (is_base64(last) && looks_like_base64(line.value)) {
      last.value += line.value;
      return;
    }
    if (last.name == "NOTE") {
      last.value += "\\n" + escaped(line.value);
      return;
    }
  }
  say(line.line, "not a property, left out: " + text::clean_line(line.value.substr(0, 60)));
}

void CardReader::take(Card& card, ContentLine line) {
  size_ += line.value.size() + line.head.size();
  if (line.name.empty()) {
    take_stray(card, line);
  } else if (line.name == "VERSION") {
    const std::string version = text::clean_line(line.value);
    card.version = version.starts_with('4')   ? CardVersion::v4_0
                   : version.starts_with('3') ? CardVersion::v3_0
                                              : CardVersion::v2_1;
    reader_.keep_folding_blanks(card.version == CardVersion::v2_1);
  } else if (line.is_cut || size_ > kLongestCard ||
             (card.lines.size() >= kMostLines && !line.name.ends_with("MEMBER"))) {
    say(line.line, line.name + ": far too long, left out");
  } else {
    if (line.name == "AGENT" && (line.value.empty() || is_word(line.value, "BEGIN:VCARD"))) {
      const bool has_begun = !line.value.empty();
      ContentLine inner;
      if (has_begun || (reader_.next(inner) && opens_card(inner))) {
        line.value = escaped("BEGIN:VCARD\n" + nested_card());
      } else if (!has_begun) {
        pending_ = std::move(inner);
      }
    }
    card.lines.push_back(std::move(line));
  }
}

/// The lines of a card within a card, up to its END.
std::string CardReader::nested_card() {
  std::string text;
  std::size_t depth = 1;
  ContentLine line;
  while (depth > 0 && reader_.next(line)) {
    depth += opens_card(line) ? 1 : 0;
    depth -= closes_card(line) ? 1 : 0;
    size_ += line.value.size() + line.head.size();
    if (size_ <= kLongestCard && depth < kDeepestCard) {
      text += to_text(line) + (depth > 0 ? "\n" : "");
    }
  }
  return text;
}

std::optional<Card> CardReader::next() {
  Card card;
  bool is_open = false;
  ContentLine line;
  for (;;) {
    if (pending_) {
      line = *std::exchange(pending_, std::nullopt);
    } else if (!reader_.next(line)) {
      break;
    }
    has_seen_lines_ = true;
    if (!is_open) {
      is_open = begins(card, line);
    } else if (closes_card(line)) {
      return card;
    } else if (opens_card(line)) {
      say(card.line, "a card without END:VCARD");
      pending_ = std::move(line);
      return card;
    } else {
      take(card, std::move(line));
    }
  }
  if (is_open) {
    say(card.line, "a card without END:VCARD");
    return card;
  }
  return std::nullopt;
}

std::string to_text(const Card& card) {
  std::string text = "BEGIN:VCARD\r\nVERSION:" + std::string(word(card.version)) + "\r\n";
  for (const ContentLine& line : card.lines) {
    write_folded(text, to_text(line));
  }
  return text + "END:VCARD\r\n";
}

}  // namespace kith::exchange
