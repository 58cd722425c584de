// Components and their moments.
#include "exchange/ical_component.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kMostKept = 1000;  // properties of one component
constexpr std::size_t kLongestValue = 1'000'000;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

}  // namespace

const ContentLine* Component::find(std::string_view wanted) const {
  const auto it = std::find_if(
      lines.begin(), lines.end(), [&](const ContentLine& one) { return one.name == wanted; });
  return it == lines.end() ? nullptr : &*it;
}

std::string Component::text(std::string_view wanted) const {
  const ContentLine* line = find(wanted);
  return line == nullptr ? std::string() : text::clean_text(unescaped(line->value));
}

std::optional<Moment> parse_moment(std::string_view text, const WallClock& wall_clock) {
  std::string plain;
  for (const char c : text) {
    if (c != '-' && c != ':' && c != ' ') {
      plain += c;
    }
  }
  constexpr std::size_t kDate = 8;
  const std::string_view all(plain);
  if (all.size() < kDate) {
    return std::nullopt;
  }
  const auto date =
      parse_iso_date(fmt::format("{}-{}-{}", all.substr(0, 4), all.substr(4, 2), all.substr(6, 2)));
  if (!date) {
    return std::nullopt;
  }
  Moment moment{.date = *date};
  if (all.size() < kDate + 5 || (all[kDate] != 'T' && all[kDate] != 't')) {
    return moment;
  }
  const auto hour = digits(all.substr(kDate + 1, 2));
  const auto minute = digits(all.substr(kDate + 3, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) {
    return std::nullopt;
  }
  moment.time = std::chrono::hours{*hour} + std::chrono::minutes{*minute};
  if ((all.ends_with('Z') || all.ends_with('z')) && wall_clock) {
    const DayAndTime here = wall_clock(std::chrono::sys_days{*date} + *moment.time);
    moment = {.date = here.first, .time = here.second};
  }
  return moment;
}

std::optional<std::chrono::minutes> parse_ical_duration(std::string_view text) {
  constexpr int kMost = 100'000;
  int total = 0;
  int value = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      value = std::min(value * 10 + (c - '0'), kMost);
      continue;
    }
    total += c == 'W'   ? value * 7 * 24 * 60
             : c == 'D' ? value * 24 * 60
             : c == 'H' ? value * 60
             : c == 'M' ? value
                        : 0;
    total = std::min(total, kMost);
    value = 0;
  }
  return total > 0 ? std::optional(std::chrono::minutes{total}) : std::nullopt;
}

bool for_each_component(std::istream& in, const std::function<void(const Component&)>& take) {
  static const std::set<std::string, std::less<>> kWanted{"UID",
                                                          "DTSTART",
                                                          "DTEND",
                                                          "DURATION",
                                                          "SUMMARY",
                                                          "DESCRIPTION",
                                                          "LOCATION",
                                                          "STATUS",
                                                          "CATEGORIES",
                                                          "RRULE",
                                                          "EXDATE",
                                                          "RDATE",
                                                          "ATTENDEE",
                                                          "ORGANIZER",
                                                          "DUE",
                                                          "COMPLETED",
                                                          "RELATED-TO",
                                                          "RECURRENCE-ID",
                                                          "X-KITH-PERSON"};
  ContentLineReader reader(in);
  ContentLine line;
  std::vector<std::string> open;
  Component component;
  bool is_calendar = false;
  while (reader.next(line)) {
    const std::string value = text::fold(line.value);
    if (line.name == "BEGIN") {
      is_calendar = is_calendar || value == "vcalendar";
      if (value == "vevent" || value == "vtodo" || value == "vjournal") {
        component = {.name = value, .began = line.line};
        open.clear();
      }
      constexpr std::size_t kDeepest = 64;
      if (open.size() < kDeepest) {
        open.push_back(value);
      }
    } else if (line.name == "END") {
      if (!open.empty() && open.back() == component.name) {
        take(component);
        component = {};
      }
      if (!open.empty()) {
        open.pop_back();
      }
    } else if (!open.empty() && open.back() == component.name && kWanted.contains(line.name) &&
               component.lines.size() < kMostKept && line.value.size() <= kLongestValue) {
      component.lines.push_back(line);
    }
  }
  return is_calendar;
}

}  // namespace kith::exchange
