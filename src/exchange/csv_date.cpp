// Dates out of files. Words such as "yesterday" mean nothing in a file, and `05/14/23` is no date
// that a person would type, so this is not time/words.
#include "kith/exchange/csv_date.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// What says no more than the numbers beside it: "15 de junio de 1988", "June 15th".
bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 20> kFillers{
      "de",     "del",       "of",       "the",      "st",     "nd",     "rd",
      "th",     "er",        "den",      "der",      "le",     "monday", "tuesday",
      "friday", "wednesday", "thursday", "saturday", "sunday", "do"};
  constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  return std::ranges::find(kFillers, word) != kFillers.end() ||
         std::ranges::find(kDays, word) != kDays.end();
}

/// Runs of digits and runs of letters, up to a time of day.
std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  char before = ' ';
  for (const char c : text::fold(text)) {
    if (c == ':') {
      if (!parts.empty()) {
        parts.pop_back();  // the hour
      }
      break;
    }
    if (is_digit(c) || is_letter(c)) {
      const bool goes_on = is_digit(c) ? is_digit(before) : is_letter(before);
      if (!goes_on) {
        parts.emplace_back();
      }
      parts.back() += c;
    }
    before = c;
  }
  if (parts.size() == 4 && parts[3] == "t") {
    parts.pop_back();  // 2023-03-04T09:30
  }
  if (parts.size() > 2) {
    std::erase_if(parts, [](const std::string& part) { return is_filler(part); });
  }
  if (parts.size() == 1 && parts[0].size() == 8 && is_digit(parts[0][0])) {
    const std::string all = parts[0];
    parts = {all.substr(0, 4), all.substr(4, 2), all.substr(6)};  // 20230304
  }
  return parts;
}

/// The month that a folded word of three letters or more names, in any of the languages.
std::optional<unsigned> month_of(std::string_view word) {
  using Month = std::pair<std::string_view, unsigned>;
  // As much of a name as tells it from the others; what follows must be letters of that name, which
  // is not checked: nothing else stands between a day and a year.
  constexpr std::array kMonths{
      Month{"jan", 1},   Month{"ene", 1},  Month{"gen", 1},   Month{"feb", 2},  Month{"fev", 2},
      Month{"fbr", 2},   Month{"mar", 3},  Month{"maerz", 3}, Month{"mrz", 3},  Month{"mrt", 3},
      Month{"maart", 3}, Month{"apr", 4},  Month{"abr", 4},   Month{"avr", 4},  Month{"may", 5},
      Month{"mai", 5},   Month{"maj", 5},  Month{"mei", 5},   Month{"mag", 5},  Month{"jun", 6},
      Month{"juin", 6},  Month{"giu", 6},  Month{"jul", 7},   Month{"juil", 7}, Month{"lug", 7},
      Month{"aug", 8},   Month{"aou", 8},  Month{"ago", 8},   Month{"sep", 9},  Month{"set", 9},
      Month{"oct", 10},  Month{"okt", 10}, Month{"ott", 10},  Month{"out", 10}, Month{"nov", 11},
      Month{"dec", 12},  Month{"dez", 12}, Month{"dic", 12}};
  const Month* best = nullptr;
  for (const Month& month : kMonths) {
    if (word.size() >= 3 && word.size() <= 10 && word.starts_with(month.first) &&
        (best == nullptr || month.first.size() > best->first.size())) {
      best = &month;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(best->second);
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

unsigned number(const std::string& part) { return static_cast<unsigned>(std::stoul(part)); }

bool all_numbers(const std::vector<std::string>& parts) {
  return std::ranges::all_of(parts, is_number);
}

/// Whether the first of two small numbers is the day.
bool is_day_first(std::string_view text, unsigned first, unsigned second, DateOrder order) {
  if (first > 12 || second > 12) {
    return first > 12;
  }
  if (order != DateOrder::open) {
    return order == DateOrder::day_first;
  }
  // 14.05.23 is written day first wherever dots are used; with slashes the month is first.
  return text.find('.') != std::string_view::npos;
}

std::optional<PartialDate> day_of_year(unsigned month, unsigned day) {
  const PartialDate date({}, month, day);
  return date.is_valid() ? std::optional(date) : std::nullopt;
}

/// A day without a year, in two parts.
std::optional<PartialDate> short_day(std::string_view text,
                                     const std::vector<std::string>& parts,
                                     DateOrder order) {
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    const std::string& other = parts[1 - i];
    if (const auto month = month_of(parts[i])) {
      return is_number(other) && other.size() <= 2 ? day_of_year(*month, number(other))
                                                   : std::nullopt;
    }
  }
  if (!all_numbers(parts) || parts[0].size() > 2) {
    return std::nullopt;
  }
  if (parts[1].size() == 4) {
    const PartialDate month(std::stoi(parts[1]), number(parts[0]), {});  // 06/1988
    return month.is_valid() ? std::optional(month) : std::nullopt;
  }
  if (parts[1].size() > 2) {
    return std::nullopt;
  }
  const unsigned first = number(parts[0]);
  const unsigned second = number(parts[1]);
  // --05-14 and 05-14: what is left of an ISO date.
  const bool is_iso = text.find('-') != std::string_view::npos && first <= 12;
  return !is_iso && is_day_first(text, first, second, order) ? day_of_year(second, first)
                                                             : day_of_year(first, second);
}

}  // namespace

std::optional<Date> read_file_date(std::string_view text, DateOrder order) {
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
  if (!all_numbers(parts)) {
    return std::nullopt;
  }
  if (parts[0].size() == 4) {
    return checked_date(parts[0], number(parts[1]), parts[2]);
  }
  return is_day_first(text, number(parts[0]), number(parts[1]), order)
             ? checked_date(parts[2], number(parts[1]), parts[0])
             : checked_date(parts[2], number(parts[0]), parts[1]);
}

std::optional<PartialDate> read_file_day(std::string_view text, DateOrder order) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() == 3 && all_numbers(parts) && parts[0].size() == 4 && number(parts[0]) <= 1) {
    return day_of_year(number(parts[1]), number(parts[2]));  // 0000-05-14
  }
  if (const std::optional<Date> date = read_file_date(text, order)) {
    if (date->year() == std::chrono::year{1604}) {
      return day_of_year(static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day()));
    }
    return PartialDate(*date);
  }
  if (parts.size() == 2) {
    return short_day(text, parts, order);
  }
  // A spreadsheet that lost the form of its column counts days from the end of 1899. Of five
  // digits, it can be nothing else: 1927 to 2173.
  if (text.size() == 5 && std::ranges::all_of(text, is_digit)) {
    constexpr int kFirstDay = -25569;
    return PartialDate(from_day_number(kFirstDay + std::stoi(std::string(text))));
  }
  return std::nullopt;
}

DateOrder order_told_by(std::string_view text) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != 3 || !all_numbers(parts) || parts[0].size() > 2 || parts[1].size() > 2) {
    return DateOrder::open;
  }
  const bool first = number(parts[0]) > 12;
  const bool second = number(parts[1]) > 12;
  return first == second ? DateOrder::open : first ? DateOrder::day_first : DateOrder::month_first;
}

bool is_no_date(std::string_view text) {
  const std::vector<std::string> parts = parts_of(text);
  if (parts.size() != 3 || !all_numbers(parts)) {
    return false;
  }
  const bool is_outlooks = std::ranges::find(parts, "4501") != parts.end();
  return is_outlooks || (number(parts[0]) == 0 && number(parts[1]) == 0 && number(parts[2]) == 0);
}

}  // namespace kith::exchange
