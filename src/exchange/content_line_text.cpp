// Properties as text: escaped, parted, folded.
#include <algorithm>

#include <kith/exchange/content_line.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kFold = 75;

}  // namespace

std::string to_text(const ContentLine& line) {
  return line.name.empty() ? line.value : line.head + ':' + line.value;
}

void write_folded(std::string& out, std::string_view text) {
  std::size_t room = kFold;
  while (text.size() > room) {
    std::size_t end = room;
    while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
      --end;
    }
    out.append(text, 0, end);
    out += "\r\n ";
    text.remove_prefix(end);
    room = kFold - 1;
  }
  out += text;
  out += "\r\n";
}

std::string unescaped(std::string_view value) {
  if (value.find('\\') == std::string_view::npos) {
    return std::string(value);
  }
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char next = value[i] == '\\' && i + 1 < value.size() ? value[i + 1] : '\0';
    switch (next) {
      case 'n':
      case 'N':
        out += '\n';
        ++i;
        break;
      case '\\':
      case ';':
      case ',':
      case ':':
      case '"':
        out += next;
        ++i;
        break;
      default:
        out += value[i];
    }
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == ',' || c == ';') {
      out += '\\';
      out += c;
    } else if (c == '\n' || c == '\r') {
      out += "\\n";
      i += c == '\r' && i + 1 < text.size() && text[i + 1] == '\n' ? 1 : 0;
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string_view> split_value(std::string_view value, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\') {
      ++i;
    } else if (value[i] == separator) {
      parts.push_back(value.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  parts.push_back(value.substr(begin));
  return parts;
}

}  // namespace kith::exchange
