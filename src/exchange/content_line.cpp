// A content line taken apart and put together.
#include "kith/exchange/content_line.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/charset.hpp"
#include "exchange/content_line_parts.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/encoding.hpp>

namespace kith::exchange {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(), upper);
  return capitals;
}

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return upper(x) == upper(y);
         });
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '/';
}

/// Where the first of `wanted` is that is neither in quotes nor after a backslash. A quote opens
/// where a parameter's value may begin, and nowhere else.
std::size_t find_unquoted(std::string_view text, std::string_view wanted) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      quoted = c != '"';
    } else if (wanted.find(c) != std::string_view::npos) {
      if (c != ';' || i == 0 || text[i - 1] != '\\') {
        return i;
      }
    } else if (c == '"' && i > 0 && (text[i - 1] == '=' || text[i - 1] == ',')) {
      quoted = true;
    }
  }
  return std::string_view::npos;
}

/// Undoes RFC 6868.
std::string without_carets(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char next = value[i] == '^' && i + 1 < value.size() ? value[i + 1] : '\0';
    if (next == 'n' || next == '\'' || next == '^') {
      out += next == 'n' ? '\n' : next == '\'' ? '"' : '^';
      ++i;
    } else {
      out += value[i];
    }
  }
  return out;
}

std::string with_carets(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\n') {
      out += "^n";
    } else if (c == '"') {
      out += "^'";
    } else if (c == '^') {
      out += "^^";
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') {
      out += c;
    }
  }
  return out;
}

/// What a bare parameter of vCard 2.1 is a value of.
std::string_view name_of_bare(std::string_view capitals) {
  constexpr std::array<std::string_view, 7> kEncodings{
      "QUOTED-PRINTABLE", "BASE64", "7BIT", "8BIT", "B", "Q", "QP"};
  constexpr std::array<std::string_view, 4> kValues{"INLINE", "CONTENT-ID", "CID", "URL"};
  if (std::find(kEncodings.begin(), kEncodings.end(), capitals) != kEncodings.end()) {
    return "ENCODING";
  }
  return std::find(kValues.begin(), kValues.end(), capitals) != kValues.end() ? "VALUE" : "TYPE";
}

void add_parameter(ContentLine& line, std::string_view name, std::string value) {
  const auto known = std::find_if(line.parameters.begin(),
                                  line.parameters.end(),
                                  [&](const Parameter& one) { return one.name == name; });
  if (known != line.parameters.end()) {
    known->values.push_back(std::move(value));
  } else {
    line.parameters.push_back({std::string(name), {std::move(value)}});
  }
}

void read_parameter(ContentLine& line, std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) {
    if (const std::string_view bare = trimmed(text); !bare.empty()) {
      add_parameter(line, name_of_bare(in_capitals(bare)), std::string(bare));
    }
    return;
  }
  const std::string name = in_capitals(trimmed(text.substr(0, equals)));
  std::string_view rest = text.substr(equals);  // with the '=', after which a quote may open
  do {
    rest.remove_prefix(1);
    const std::size_t end =
        rest.starts_with('"')
            ? std::min(rest.find(',', std::min(rest.find('"', 1), rest.size())), rest.size())
            : std::min(rest.find(','), rest.size());
    std::string_view value = trimmed(rest.substr(0, end));
    if (value.size() > 1 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    add_parameter(
        line,
        name,
        value.find('^') == std::string_view::npos ? std::string(value) : without_carets(value));
    rest.remove_prefix(end);
  } while (!rest.empty());
}

/// Group, name and parameters out of the head. False if it is none.
bool read_head(ContentLine& line) {
  std::string_view rest = line.head;
  const std::string_view full = trimmed(rest.substr(0, rest.find(';')));
  if (full.empty() || !std::all_of(full.begin(), full.end(), is_name_character)) {
    return false;
  }
  const auto dot = full.rfind('.');
  line.group = full.substr(0, dot == std::string_view::npos ? 0 : dot);
  line.name = in_capitals(dot == std::string_view::npos ? full : full.substr(dot + 1));
  rest.remove_prefix(std::min(rest.find(';'), rest.size()));
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(find_unquoted(rest, ";"), rest.size());
    read_parameter(line, rest.substr(0, end));
    rest.remove_prefix(end);
  }
  return !line.name.empty();
}

int hex_value(char c) {
  const char u = upper(c);
  return u >= '0' && u <= '9' ? u - '0' : u >= 'A' && u <= 'F' ? u - 'A' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
        hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else if (text[i] != '=' || i + 1 < text.size()) {
      out += text[i];
    }
  }
  return out;
}

/// Line ends as they are escaped.
std::string with_escaped_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' || text[i] == '\n') {
      out += "\\n";
      i += text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n' ? 1 : 0;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Into UTF-8, by the charset that is named if there is need.
void decode_charset(ContentLine& line, std::string& text) {
  const std::string_view charset = line.parameter("CHARSET");
  const bool is_seven_bit = is_ascii(text);
  const bool is_shifted =
      is_seven_bit && (text.find('\x1B') != std::string::npos || same_word(charset, "UTF-7"));
  const bool has_zeros = text.find('\0') != std::string::npos;
  if (!has_zeros && !is_shifted && (is_seven_bit || text::is_utf8(text))) {
    return;  // whatever it says: hardly any other text looks like UTF-8
  }
  if (!charset.empty()) {
    if (std::optional<std::string> decoded = to_utf8(text, charset)) {
      text = std::move(*decoded);
      return;
    }
  }
  text::Utf8Piece piece = text::utf8_from(text);
  text = std::move(piece.text);
  line.is_guessed = piece.was_8_bit;
}

/// The head anew, without what described the encoding.
void rewrite_head(ContentLine& line) {
  std::erase_if(line.parameters, [](const Parameter& one) {
    return one.name == "ENCODING" || one.name == "CHARSET";
  });
  line.head = make_content_line(line.name, {}, line.parameters, line.group).head;
}

std::string parameter_text(const Parameter& parameter) {
  std::string text = ";" + parameter.name;
  char joint = '=';
  for (const std::string& value : parameter.values) {
    const bool needs_quotes = value.find_first_of(":;,") != std::string::npos;
    text += joint + std::string(needs_quotes ? "\"" : "") + with_carets(value) +
            (needs_quotes ? "\"" : "");
    joint = ',';
  }
  return text;
}

}  // namespace

std::size_t head_length(std::string_view text) {
  std::size_t colon = find_unquoted(text, ":");
  if (colon == std::string_view::npos) {
    colon = text.find(':');  // a quote that is never closed
  }
  return std::min(colon, text.size());
}

bool is_quoted_printable(std::string_view head) {
  const std::string capitals = in_capitals(head);
  return capitals.find("QUOTED-PRINTABLE") != std::string::npos;
}

void parse_content_line(std::string text, ContentLine& line) {
  const std::size_t head_size = head_length(text);
  line.head = text.substr(0, head_size);
  if (head_size == text.size() || !read_head(line)) {
    line.head.clear();
    line.name.clear();
    line.group.clear();
    line.parameters.clear();
    decode_charset(line, text);
    line.value = std::move(text);
    return;
  }
  text.erase(0, head_size + 1);
  line.value = std::move(text);
  bool is_decoded = false;
  if (line.has("ENCODING", "QUOTED-PRINTABLE") || line.has("ENCODING", "Q") ||
      line.has("ENCODING", "QP")) {
    line.value = from_quoted_printable(line.value);
    is_decoded = true;
  }
  decode_charset(line, line.value);
  if (!is_ascii(line.head) && !text::is_utf8(line.head)) {
    line.head = text::utf8_from(line.head).text;
    line.parameters.clear();
    read_head(line);
  }
  if (is_decoded) {
    line.value = with_escaped_ends(line.value);
  }
  if (is_decoded || line.parameters.end() !=
                        std::find_if(line.parameters.begin(),
                                     line.parameters.end(),
                                     [](const Parameter& one) { return one.name == "CHARSET"; })) {
    rewrite_head(line);
  }
}

std::string_view ContentLine::parameter(std::string_view wanted) const {
  for (const Parameter& one : parameters) {
    if (one.name == wanted && !one.values.empty()) {
      return one.values.front();
    }
  }
  return {};
}

std::vector<std::string> ContentLine::all_of(std::string_view wanted) const {
  std::vector<std::string> all;
  for (const Parameter& one : parameters) {
    if (one.name != wanted) {
      continue;
    }
    for (std::string_view list : one.values) {
      while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        if (const std::string_view one_value = trimmed(list.substr(0, end)); !one_value.empty()) {
          all.emplace_back(one_value);
        }
        list.remove_prefix(std::min(end + 1, list.size()));
      }
    }
  }
  return all;
}

bool ContentLine::has(std::string_view wanted, std::string_view wanted_value) const {
  for (const Parameter& one : parameters) {
    if (one.name != wanted) {
      continue;
    }
    for (std::string_view list : one.values) {
      while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        if (same_word(trimmed(list.substr(0, end)), wanted_value)) {
          return true;
        }
        list.remove_prefix(std::min(end + 1, list.size()));
      }
    }
  }
  return false;
}

ContentLine read_content_line(std::string_view text) {
  ContentLine line;
  parse_content_line(std::string(text), line);
  return line;
}

ContentLine make_content_line(std::string_view name,
                              std::string value,
                              std::vector<Parameter> parameters,
                              std::string_view group) {
  ContentLine line{.group = std::string(group),
                   .name = in_capitals(name),
                   .parameters = std::move(parameters),
                   .value = std::move(value)};
  line.head = (group.empty() ? "" : std::string(group) + ".") + std::string(name);
  for (const Parameter& parameter : line.parameters) {
    line.head += parameter_text(parameter);
  }
  return line;
}

}  // namespace kith::exchange
