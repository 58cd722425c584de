// What holds for reading: days written into a sentence come back, and strangers do not matter.
#include <chrono>

#include <fmt/format.h>

#include "support/catch.hpp"
#include "support/reading.hpp"

using namespace kith;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kMonths[] = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kLongMonths[] = {"January",
                                            "February",
                                            "March",
                                            "April",
                                            "May",
                                            "June",
                                            "July",
                                            "August",
                                            "September",
                                            "October",
                                            "November",
                                            "December"};
constexpr std::string_view kWeekdays[] = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

Date plus(Date day, int days) { return Date{std::chrono::sys_days{day} + std::chrono::days{days}}; }

std::string ordinal(unsigned day) {
  const std::string_view ending = day % 10 == 1 && day != 11   ? "st"
                                  : day % 10 == 2 && day != 12 ? "nd"
                                  : day % 10 == 3 && day != 13 ? "rd"
                                                               : "th";
  return fmt::format("{}{}", day, ending);
}

// Phrases that say `day`, seen from `today`, some days later.
std::vector<std::string> phrases(Date day, Date today) {
  const auto year = static_cast<int>(day.year());
  const auto month = static_cast<unsigned>(day.month());
  const auto number = static_cast<unsigned>(day.day());
  const auto ago = (std::chrono::sys_days{today} - std::chrono::sys_days{day}).count();
  const auto weekday = kWeekdays[std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding()];
  std::vector<std::string> all{
      fmt::format("{:04}-{:02}-{:02}", year, month, number),
      fmt::format("on {} {} {}", number, kMonths[month - 1], year),
      fmt::format("on {} {}, {}", kLongMonths[month - 1], ordinal(number), year),
      fmt::format("on the {} of {} {}", ordinal(number), kLongMonths[month - 1], year),
      fmt::format("{}.{}.{}", number, month, year),
      fmt::format("{} days ago", ago),
  };
  if (ago < 360) {
    all.push_back(fmt::format("on {} {}", number, kMonths[month - 1]));
    all.push_back(fmt::format("on {} {}", kLongMonths[month - 1], ordinal(number)));
    all.push_back(fmt::format("on {} {} {}", weekday, number, kMonths[month - 1]));
    if (number > 12) {
      all.push_back(fmt::format("on {}/{}", number, month));
      all.push_back(fmt::format("on {}/{}", month, number));
    }
  }
  if (ago >= 1 && ago <= 6) {
    all.push_back(fmt::format("on {}", weekday));
    all.push_back(fmt::format("last {}", weekday));
    all.push_back(fmt::format("on {}", weekday.substr(0, 3)));
  }
  if (ago == 1) {
    all.emplace_back("yesterday");
  }
  return all;
}

}  // namespace

TEST_CASE("a day written into a sentence reads back, over ten years", "[property][capture]") {
  const int start = GENERATE(range(0, 3650, 61));
  const Date today = plus(2023y / 1 / 1, start);
  for (const int ago : {1, 3, 6, 20, 45, 200, 350}) {
    const Date day = plus(today, -ago);
    for (const std::string& phrase : phrases(day, today)) {
      for (const std::string& text : {phrase + " lunch with Ana",
                                      phrase + ": lunch with Ana",
                                      "lunch with Ana " + phrase,
                                      "lunch " + phrase + " with Ana",
                                      "lunch with Ana " + phrase + ", she moves on friday"}) {
        const auto draft = capture::read_sentence(text, today, test::village());
        CAPTURE(to_string(today), text);
        CHECK(draft.date.value == day);
        CHECK(test::who(draft) == "Ana Lim");
        CHECK(draft.kind.value == "lunch");
      }
    }
  }
}

TEST_CASE("a day ahead written into a promise reads back, over ten years", "[property][capture]") {
  const int start = GENERATE(range(0, 3650, 61));
  const Date today = plus(2023y / 1 / 1, start);
  for (const int ahead : {1, 5, 30, 100, 300}) {
    const Date due = plus(today, ahead);
    const auto month = static_cast<unsigned>(due.month());
    const auto number = static_cast<unsigned>(due.day());
    for (const std::string& phrase :
         {fmt::format("by {} {}", number, kMonths[month - 1]),
          fmt::format("by {} {}", kLongMonths[month - 1], ordinal(number)),
          fmt::format("on {}", to_string(due)),
          fmt::format("in {} days", ahead)}) {
      const std::string text = "lunch with Ana, send her the deck " + phrase;
      const auto draft = capture::read_sentence(text, today, test::village());
      CAPTURE(to_string(today), text);
      REQUIRE(draft.follow_ups.size() == 1);
      CHECK(draft.follow_ups[0].due == due);
      CHECK(draft.follow_ups[0].text == "send her the deck");
      CHECK(draft.date.value == today);
    }
  }
}

TEST_CASE("people whom a sentence does not name never change what it says", "[property][capture]") {
  const test::KnownPeople few{"Ana Lim", "Bo Ek"};
  const test::KnownPeople many{"Ana Lim",
                               "Bo Ek",
                               "Zubin Contractor",
                               "Ottilie Brandauer",
                               "Kwame Boateng",
                               "Yerlan Abenov",
                               "İpek Şahin",
                               "Þórdís Jónsdóttir",
                               "Xolani Dlamini",
                               "Njeri Kamau",
                               "Vusi Khumalo",
                               "Hiroshi Tanabe"};
  for (const std::string_view text :
       {"coffee with Ana and Bo yesterday at Blue Bottle",
        "lunch with Ana, talked about Bo, send her the deck by friday",
        "Bo's birthday party in Lisbon on the 10th #fun",
        "met Marek Nowak through Ana",
        "called bo, he'll send me the keys by monday",
        "walk with ana, bo joined us later, 2h"}) {
    CAPTURE(text);
    const auto small = test::read(text, few);
    const auto large = test::read(text, many);
    CHECK(test::who(small) == test::who(large));
    CHECK(small.date == large.date);
    CHECK(small.kind == large.kind);
    CHECK(small.place == large.place);
    CHECK(small.follow_ups.size() == large.follow_ups.size());
  }
}
