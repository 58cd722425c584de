// Contact points: how they are written down, and when two are the same.
#include <algorithm>
#include <cctype>

#include "domain/checks.hpp"
#include <kith/domain/person.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

bool is_label(std::string_view text) { return std::ranges::all_of(text, is_label_character); }

std::string digits_of(std::string_view phone) {
  std::string digits;
  for (const char c : phone) {
    if (c >= '0' && c <= '9') {
      digits += c;
    }
  }
  return digits;
}

/// +49 30 1, 0049 30 1 and 49301 are one number; so are 030 1 and 30 1. The country code cannot be
/// known without a table of countries: NameIndex compares from the end.
std::string comparable_phone(std::string_view typed) {
  const std::string phone = text::fold(typed);  // ０３ and 03 are the same digits
  std::string digits = digits_of(phone);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  // "+44 (0)20 7946": a trunk zero in brackets is not dialled from abroad.
  if (const auto trunk = phone.find("(0)"); trunk != std::string_view::npos) {
    const std::string before = digits_of(phone.substr(0, trunk));
    const std::string after = digits_of(phone.substr(trunk + 3));
    digits = before + after;
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  }
  return digits;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const int lower = std::tolower(static_cast<unsigned char>(c));
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view url) {
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    if (url[i] == '%' && i + 2 < url.size() && hex_digit(url[i + 1]) >= 0 &&
        hex_digit(url[i + 2]) >= 0) {
      out += static_cast<char>(hex_digit(url[i + 1]) << 4 | hex_digit(url[i + 2]));
      i += 2;
    } else {
      out += url[i];
    }
  }
  return out;
}

std::string comparable_url(std::string_view url) {
  const bool is_encoded = url.find('%') != std::string_view::npos;
  std::string plain = is_encoded ? text::fold(percent_decoded(url)) : text::fold(url);
  if (const auto scheme = plain.find("://"); scheme != std::string::npos) {
    plain.erase(0, scheme + 3);
  }
  if (plain.starts_with("www.")) {
    plain.erase(0, 4);
  }
  plain.erase(std::min(plain.find_first_of("?#"), plain.size()));
  while (plain.ends_with('/')) {
    plain.pop_back();
  }
  return plain;
}

}  // namespace

bool is_label_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == ' ' || c == '-' || c == '_' || byte >= 0x80;
}

std::string_view to_string(ContactKind kind) {
  switch (kind) {
    case ContactKind::email:
      return "email";
    case ContactKind::phone:
      return "phone";
    case ContactKind::url:
      return "url";
    case ContactKind::handle:
      return "handle";
    case ContactKind::address:
      return "address";
  }
  return "address";
}

std::optional<ContactKind> parse_contact_kind(std::string_view word) {
  for (const ContactKind kind : kContactKinds) {
    if (text::fold(word) == to_string(kind)) {
      return kind;
    }
  }
  return std::nullopt;
}

ContactPoint parse_contact_point(ContactKind kind, std::string_view text) {
  const auto equals = text.find('=');
  if (equals != std::string_view::npos && is_label(text.substr(0, equals))) {
    return {.kind = kind,
            .value = std::string{text.substr(equals + 1)},
            .label = text::clean_line(text.substr(0, equals))};
  }
  return {.kind = kind, .value = std::string{text}};
}

std::string to_string(const ContactPoint& point) {
  if (!point.label.empty()) {
    return point.label + '=' + point.value;
  }
  const auto equals = point.value.find('=');
  const bool looks_labelled =
      equals != std::string::npos && is_label(std::string_view{point.value}.substr(0, equals));
  return looks_labelled ? '=' + point.value : point.value;
}

std::string comparable(ContactKind kind, std::string_view value) {
  switch (kind) {
    case ContactKind::phone:
      return comparable_phone(value);
    case ContactKind::url:
      return comparable_url(value);
    case ContactKind::handle: {
      std::string handle = text::fold(value);
      if (handle.starts_with('@')) {
        handle.erase(0, 1);
      }
      return handle;
    }
    case ContactKind::email:
    case ContactKind::address:
      break;
  }
  return text::fold(value);
}

bool same_value(ContactKind kind, std::string_view a, std::string_view b) {
  return comparable(kind, a) == comparable(kind, b);
}

}  // namespace kith
