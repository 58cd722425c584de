// Dates as vCards hold them.
#include "exchange/vcard_date.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <kith/exchange/csv_date.hpp>
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

constexpr int kNobodysYear = 1604;  // a leap year before the Gregorian calendar was everywhere

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Up to `most` digits from the beginning of `text`, taken off it.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t length = 0;
  int number = 0;
  while (length < text.size() && length < most && is_digit(text[length])) {
    number = number * 10 + (text[length] - '0');
    ++length;
  }
  if (length < least) {
    return std::nullopt;
  }
  text.remove_prefix(length);
  return number;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) {
    return false;
  }
  text.remove_prefix(word.size());
  return true;
}

/// True if what follows a whole date is a time or a zone, or nothing.
bool is_time(std::string_view text) {
  if (text.empty()) {
    return true;
  }
  constexpr std::string_view kOpens = "TtZz +-";
  return kOpens.find(text.front()) != std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || std::string_view("TtZz +-:.,").find(c) != std::string_view::npos;
         });
}

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;
};

std::optional<Parts> read_parts(std::string_view text) {
  Parts parts;
  if (take(text, "--")) {
    const std::optional<int> month = take_number(text, 1, 2);
    take(text, "-");
    const std::optional<int> day = take_number(text, 1, 2);
    if (!month || !day || !is_time(text)) {
      return std::nullopt;
    }
    return Parts{.month = *month, .day = *day};
  }
  const std::optional<int> year = take_number(text, 4, 4);
  if (!year) {
    return std::nullopt;
  }
  parts.year = *year;
  if (text.empty()) {
    return parts;
  }
  for (const std::string_view joint : {"-", "/", ".", ""}) {
    std::string_view rest = text;
    if (!take(rest, joint)) {
      continue;
    }
    const std::size_t least = joint.empty() ? 2 : 1;
    const std::optional<int> month = take_number(rest, least, 2);
    if (!month) {
      continue;
    }
    if (rest.empty()) {
      return Parts{.year = *year, .month = *month};
    }
    if (!take(rest, joint)) {
      continue;
    }
    const std::optional<int> day = take_number(rest, least, 2);
    if (day && is_time(rest)) {
      return Parts{.year = *year, .month = *month, .day = *day};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<PartialDate> read_vcard_date(std::string_view text, std::optional<int> no_year) {
  const std::string clean = text::clean_line(text);
  const std::optional<Parts> parts = read_parts(clean);
  if (!parts) {
    const std::optional<Date> date = read_file_date(clean);
    return date ? std::optional(PartialDate(*date)) : std::nullopt;
  }
  PartialDate date;
  if (parts->year != 0 && parts->year != kNobodysYear && parts->year != no_year) {
    date.year = parts->year;
  }
  if (parts->month != 0) {
    date.month = static_cast<unsigned>(parts->month);
    if (parts->day != 0) {
      date.day = static_cast<unsigned>(parts->day);
    }
  }
  return date.empty() || !date.is_valid() ? std::nullopt : std::optional(date);
}

}  // namespace kith::exchange
