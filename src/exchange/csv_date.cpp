// Dates out of files. Words such as "yesterday" mean nothing in a file, and `05/14/23` is no date
// that a person would type, so this is not time/words.
#include "kith/exchange/csv_date.hpp"

#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace kith::exchange {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Runs of digits and runs of letters, up to a time of day.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  char before = ' ';
  for (const char c : text) {
    const bool is_letter = std::isalpha(static_cast<unsigned char>(c)) != 0;
    if (c == ':') {
      if (!parts.empty()) {
        parts.pop_back();  // the hour
      }
      break;
    }
    if (is_digit(c) || is_letter) {
      const bool goes_on =
          is_digit(c) ? is_digit(before) : std::isalpha(static_cast<unsigned char>(before)) != 0;
      if (!goes_on) {
        parts.emplace_back();
      }
      parts.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    before = c;
  }
  if (parts.size() == 4 && parts[3] == "t") {
    parts.pop_back();  // 2023-03-04T09:30
  }
  return parts;
}

std::optional<unsigned> month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"january",
                                                     "february",
                                                     "march",
                                                     "april",
                                                     "may",
                                                     "june",
                                                     "july",
                                                     "august",
                                                     "september",
                                                     "october",
                                                     "november",
                                                     "december"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word.size() >= 3 && (kMonths.at(i).starts_with(word) || (word == "sept" && i == 8))) {
      return static_cast<unsigned>(i + 1);
    }
  }
  return std::nullopt;
}

bool is_number(const std::string& part) { return is_digit(part.front()) && part.size() <= 4; }

std::optional<Date> checked_date(const std::string& year, unsigned month, const std::string& day) {
  if (!is_number(year) || !is_number(day) || day.size() > 2 || year.size() == 3) {
    return std::nullopt;
  }
  int y = std::stoi(year);
  if (year.size() <= 2) {
    y += y < 69 ? 2000 : 1900;
  }
  const Date date{std::chrono::year{y},
                  std::chrono::month{month},
                  std::chrono::day{static_cast<unsigned>(std::stoi(day))}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<Date> read_file_date(std::string_view text) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != 3) {
    return std::nullopt;
  }
  if (const auto month = month_of(parts[1])) {
    return parts[0].size() == 4 ? checked_date(parts[0], *month, parts[2])
                                : checked_date(parts[2], *month, parts[0]);
  }
  if (const auto month = month_of(parts[0])) {
    return checked_date(parts[2], *month, parts[1]);
  }
  for (const std::string& part : parts) {
    if (!is_number(part)) {
      return std::nullopt;
    }
  }
  const auto number = [&](std::size_t i) { return static_cast<unsigned>(std::stoul(parts[i])); };
  if (parts[0].size() == 4) {
    return checked_date(parts[0], number(1), parts[2]);
  }
  // 14.05.23 is written day first wherever dots are used; with slashes the month is first unless
  // there is no such month.
  const bool day_first = text.find('.') != std::string_view::npos || number(0) > 12;
  return day_first ? checked_date(parts[2], number(1), parts[0])
                   : checked_date(parts[2], number(0), parts[1]);
}

}  // namespace kith::exchange
