// Encoded words, addresses, dates.
#include "exchange/mail_header.hpp"

#include <algorithm>
#include <array>

#include "exchange/charset.hpp"
#include "exchange/line_reader.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {
namespace {

int hex(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                : -1;
}

std::string from_q(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '_' ? ' ' : text[i];
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = c >= 'A' && c <= 'Z'   ? c - 'A'
                      : c >= 'a' && c <= 'z' ? c - 'a' + 26
                      : c >= '0' && c <= '9' ? c - '0' + 52
                      : c == '+'             ? 62
                      : c == '/'             ? 63
                                             : -1;
    if (value < 0) {
      continue;
    }
    bits = (bits << 6) | static_cast<unsigned>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>((bits >> count) & 0xFF);
    }
  }
  return out;
}

/// An encoded word, its bytes not yet in UTF-8.
struct EncodedWord {
  std::string charset{};
  std::string bytes{};
  std::size_t length = 0;
};

/// The encoded word that `text` begins with. Blanks in it are against the rules, and common.
std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) {
    return std::nullopt;
  }
  const auto charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() ||
      text[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const auto end = text.find("?=", charset_end + 3);
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  EncodedWord word;
  const std::string_view charset = text.substr(2, charset_end - 2);
  word.charset = std::string(charset.substr(0, std::min(charset.find('*'), charset.size())));
  const std::string_view body = text.substr(charset_end + 3, end - charset_end - 3);
  const char kind = text[charset_end + 1];
  if (kind == 'q' || kind == 'Q') {
    word.bytes = from_q(body);
  } else if (kind == 'b' || kind == 'B') {
    word.bytes = from_base64(body);
  } else {
    return std::nullopt;
  }
  word.length = end + 2;
  return word;
}

std::string plain_text(std::string_view bytes) {
  return text::is_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
}

std::string in_utf8(const EncodedWord& word) {
  if (text::fold(word.charset) == "utf-8" && text::is_utf8(word.bytes)) {
    return word.bytes;
  }
  const auto known = to_utf8(word.bytes, word.charset);
  return known ? *known : plain_text(word.bytes);
}

/// One of the parts that commas and semicolons separate: a name, an address, or both.
class Mailbox {
 public:
  void add_text(std::string_view text) { text_ += text; }
  void add_quoted(const std::string& text) { text_ += text; }
  void add_comment(const std::string& text) { comment_ += text; }
  void add_angle(std::string_view address) { angle_ = std::string(address); }

  void finish(std::vector<MailAddress>& all) {
    MailAddress address;
    if (!angle_.empty()) {
      address.name = decoded_header(trimmed(text_));
      address.email = angle_;
    } else {
      address.email = text_;
      address.name = decoded_header(trimmed(comment_));
    }
    // A route (<@relay:a@b>) has been dead for decades; blanks around @ are a slip.
    if (address.email.starts_with('@') && address.email.find(':') != std::string::npos) {
      address.email.erase(0, address.email.find(':') + 1);
    }
    std::erase(address.email, ' ');
    std::erase(address.email, '\t');
    address.email = text::clean_line(plain_text(address.email));
    address.name = text::clean_line(address.name);
    if (address.name.size() > 1 && address.name.front() == '\'' && address.name.back() == '\'') {
      address.name = address.name.substr(1, address.name.size() - 2);  // Outlook's
    }
    if (text::fold(address.name) == text::fold(address.email)) {
      address.name.clear();
    }
    const auto at = address.email.find('@');
    if (at != std::string::npos && at > 0 && at + 1 < address.email.size()) {
      all.push_back(std::move(address));
    }
    *this = {};
  }

 private:
  std::string text_{};
  std::string comment_{};
  std::string angle_{};
};

constexpr std::array<std::string_view, 12> kMonths{
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

std::optional<unsigned> month_of(std::string_view word) {
  const std::string folded = text::fold(word.substr(0, 3));
  const auto it = std::find(kMonths.begin(), kMonths.end(), folded);
  return it == kMonths.end() ? std::nullopt
                             : std::optional(static_cast<unsigned>(it - kMonths.begin() + 1));
}

std::optional<int> number_of(std::string_view word) {
  constexpr std::size_t kMostDigits = 6;
  if (word.empty() || word.size() > kMostDigits ||
      word.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  return std::stoi(std::string(word));
}

/// "09:30" or "09:30:15" in seconds.
std::optional<std::chrono::seconds> clock_time(std::string_view word) {
  const auto colon = word.find(':');
  if (colon == std::string_view::npos) {
    return std::nullopt;
  }
  const auto hour = number_of(word.substr(0, colon));
  const std::string_view rest = word.substr(colon + 1);
  const auto second_colon = std::min(rest.find(':'), rest.size());
  const auto minute = number_of(rest.substr(0, second_colon));
  const auto second =
      second_colon < rest.size() ? number_of(rest.substr(second_colon + 1, 2)) : std::optional(0);
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
    return std::nullopt;
  }
  return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

/// How far a zone is ahead of UTC; nothing if it is no zone.
std::optional<std::chrono::minutes> zone_of(std::string_view word) {
  if (word.size() == 5 && (word[0] == '+' || word[0] == '-')) {
    const auto hours = number_of(word.substr(1, 2));
    const auto minutes = number_of(word.substr(3, 2));
    if (!hours || !minutes) {
      return std::nullopt;
    }
    const auto ahead = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
    return word[0] == '-' ? -ahead : std::chrono::minutes{ahead};
  }
  struct Named {
    std::string_view name{};
    int hours = 0;
  };
  static constexpr std::array<Named, 16> kZones{Named{"utc", 0},
                                                {"gmt", 0},
                                                {"ut", 0},
                                                {"z", 0},
                                                {"est", -5},
                                                {"edt", -4},
                                                {"cst", -6},
                                                {"cdt", -5},
                                                {"mst", -7},
                                                {"mdt", -6},
                                                {"pst", -8},
                                                {"pdt", -7},
                                                {"cet", 1},
                                                {"cest", 2},
                                                {"bst", 1},
                                                {"jst", 9}};
  const std::string folded = text::fold(word);
  const auto it = std::find_if(
      kZones.begin(), kZones.end(), [&](const Named& zone) { return zone.name == folded; });
  return it == kZones.end() ? std::nullopt
                            : std::optional<std::chrono::minutes>(std::chrono::hours{it->hours});
}

}  // namespace

std::string decoded_header(std::string_view text) {
  std::string out;
  EncodedWord pending;  // words of one charset are put together before they are decoded
  std::size_t plain_from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto word = encoded_word(text.substr(at));
    if (!word) {
      ++at;
      continue;
    }
    const std::string_view between = text.substr(plain_from, at - plain_from);
    const bool is_adjacent = !pending.charset.empty() && trimmed(between).empty();
    if (is_adjacent && pending.charset == word->charset) {
      pending.bytes += word->bytes;
    } else {
      out += pending.charset.empty() ? "" : in_utf8(pending);
      out += is_adjacent ? "" : plain_text(between);
      pending = *word;
    }
    at += word->length;
    plain_from = at;
  }
  out += pending.charset.empty() ? "" : in_utf8(pending);
  out += plain_text(text.substr(plain_from));
  return out;
}

std::vector<MailAddress> parse_addresses(std::string_view text) {
  std::vector<MailAddress> all;
  Mailbox mailbox;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      std::string quoted;
      for (++at; at < text.size() && text[at] != '"'; ++at) {
        at += text[at] == '\\' && at + 1 < text.size() ? 1 : 0;
        quoted += text[at];
      }
      mailbox.add_quoted(quoted);
    } else if (c == '(') {
      std::string comment;
      int depth = 1;
      for (++at; at < text.size(); ++at) {
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        if (depth == 0) {
          break;
        }
        at += text[at] == '\\' && at + 1 < text.size() ? 1 : 0;
        comment += text[at];
      }
      mailbox.add_comment(comment);
    } else if (c == '<') {
      const auto end = std::min(text.find('>', at), text.size());
      mailbox.add_angle(trimmed(text.substr(at + 1, end - at - 1)));
      at = end;
    } else if (c == ',' || c == ';') {
      mailbox.finish(all);
    } else if (c == ':') {
      mailbox = {};  // the name of a group
    } else {
      mailbox.add_text(text.substr(at, 1));
    }
  }
  mailbox.finish(all);
  return all;
}

std::optional<std::chrono::sys_seconds> parse_mail_date(std::string_view text) {
  std::optional<int> day;
  std::optional<unsigned> month;
  std::optional<int> year;
  std::optional<std::chrono::seconds> time;
  std::chrono::minutes ahead{0};
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(" \t,-", at);
    if (begin == std::string_view::npos || text[begin] == '(') {
      break;
    }
    // A blank ends a word; "-" does too in 3-Mar-2026, but not where it begins a zone.
    const bool is_zone = begin > 0 && text[begin - 1] == '-' && time.has_value();
    const std::size_t from = is_zone ? begin - 1 : begin;
    std::size_t end = text.find_first_of(time ? " \t,(" : " \t,(-", begin);
    end = std::min(end, text.size());
    const std::string_view word = text.substr(from, end - from);
    at = end;
    if (!time && word.find(':') != std::string_view::npos) {
      time = clock_time(word);
      if (!time) {
        return std::nullopt;
      }
    } else if (const auto number = number_of(word)) {
      (day ? year : day) = number;
    } else if (const auto named = month_of(word); named && !month) {
      month = named;
    } else if (const auto zone = zone_of(word); zone && time) {
      ahead = *zone;
    }
  }
  if (!day || !month || !year || !time) {
    return std::nullopt;
  }
  constexpr int kCentury = 100;
  constexpr int kTurn = 50;  // RFC 5322: 00 to 49 are of this century
  if (*year < kCentury) {
    *year += *year < kTurn ? 2000 : 1900;
  }
  const Date date{std::chrono::year{*year},
                  std::chrono::month{*month},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  constexpr int kLastYear = 9999;
  if (!date.ok() || *year < 1 || *year > kLastYear) {
    return std::nullopt;
  }
  return std::chrono::sys_days{date} + *time - ahead;
}

std::string bare_subject(std::string_view subject) {
  static constexpr std::array<std::string_view, 12> kMarks{
      "re", "fw", "fwd", "aw", "wg", "sv", "vs", "antw", "r", "rif", "tr", "odp"};
  std::string text = text::clean_line(subject);
  while (true) {
    const auto colon = text.find(':');
    constexpr std::size_t kLongestMark = 8;
    if (colon == std::string::npos || colon > kLongestMark) {
      return text;
    }
    std::string mark = text::fold(text.substr(0, colon));
    mark.resize(std::min(mark.size(), mark.find_first_of("[(")));  // Re[2]:
    if (std::find(kMarks.begin(), kMarks.end(), trimmed(mark)) == kMarks.end()) {
      return text;
    }
    text = text::clean_line(text.substr(colon + 1));
  }
}

std::vector<std::string_view> message_ids(std::string_view text) {
  std::vector<std::string_view> ids;
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const auto end = text.find('>', at);
    if (end == std::string_view::npos) {
      break;
    }
    ids.push_back(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return ids;
}

}  // namespace kith::exchange
