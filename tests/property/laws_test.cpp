// Laws of dates, spans, folding, edit distance and uids, each against a plain account of it.
#include <algorithm>
#include <random>

#include "support/catch.hpp"
#include <kith/domain/uid.hpp>
#include <kith/error.hpp>
#include <kith/text/fold.hpp>
#include <kith/time/date.hpp>
#include <kith/time/span.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

using Random = std::mt19937;

int between(Random& random, int first, int last) {
  return std::uniform_int_distribution<int>{first, last}(random);
}

Date random_day(Random& random) {
  return from_day_number(between(random, -300'000, 300'000));  // the years 1148 to 2791
}

unsigned day_of(Date date) { return static_cast<unsigned>(date.day()); }

int month_number(Date date) {
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

/// The textbook table: insert, delete, replace, swap of neighbours (no letter touched twice).
int plain_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<int>(i + j);
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

/// A short word over three letters of one, two and three bytes.
std::u32string random_word(Random& random) {
  std::u32string word;
  for (int i = between(random, 0, 8); i > 0; --i) {
    word += U"aж王"[between(random, 0, 2)];
  }
  return word;
}

std::string utf8(std::u32string_view word) {
  std::string bytes;
  for (const char32_t c : word) {
    bytes += c == U'a' ? "a" : c == U'ж' ? "ж" : "王";
  }
  return bytes;
}

/// A few letters of scripts that have cases, as (small, capital).
const std::vector<std::pair<std::string, std::string>> kCases{
    {"a", "A"},   {"z", "Z"},  {"é", "É"}, {"ü", "Ü"}, {"ñ", "Ñ"}, {"ł", "Ł"},
    {"ø", "Ø"},   {"þ", "Þ"},  {"ж", "Ж"}, {"ё", "Ё"}, {"й", "Й"}, {"ω", "Ω"},
    {"ά", "Ά"},   {"σ", "Σ"},  {"ő", "Ő"}, {"ß", "ẞ"}, {"ǆ", "Ǆ"}, {"ա", "Ա"},
    {"ა", "Ა"}, {"ﬀ", "FF"}, {"1", "1"}, {"'", "’"}, {"-", "–"}};

}  // namespace

TEST_CASE("months move a day to the same day, or to the last of a shorter month",
          "[property][date]") {
  Random random{1};
  for (int i = 0; i < 20'000; ++i) {
    const Date day = random_day(random);
    const int months = between(random, -2400, 2400);
    CAPTURE(to_string(day), months);
    const Date moved = add_months(day, months);
    REQUIRE(month_number(moved) == month_number(day) + months);
    const Date month_end =
        Date{std::chrono::sys_days{moved.year() / moved.month() / std::chrono::last}};
    REQUIRE(day_of(moved) == std::min(day_of(day), day_of(month_end)));
    const Date back = add_months(moved, -months);
    REQUIRE(day_of(back) <= day_of(day));
    REQUIRE(day_of(day) - day_of(back) <= 3);
    REQUIRE((day_of(day) > 28 || back == day));
  }
}

TEST_CASE("days add up, and a later day stays later", "[property][date]") {
  Random random{2};
  for (int i = 0; i < 20'000; ++i) {
    const Date a = random_day(random);
    const Date b = random_day(random);
    const int m = between(random, -3000, 3000);
    const int n = between(random, -3000, 3000);
    CAPTURE(to_string(a), to_string(b), m, n);
    REQUIRE(add_days(a, days_between(a, b)) == b);
    REQUIRE(add_days(add_days(a, m), n) == add_days(a, m + n));
    REQUIRE((a < b) == (add_days(a, n) < add_days(b, n)));
    if (a <= b) {
      REQUIRE(add_months(a, m) <= add_months(b, m));
    }
    const int past_monday = days_between(monday_of(a), a);
    REQUIRE((past_monday >= 0 && past_monday < 7));
    REQUIRE(monday_of(add_days(a, 7)) == add_days(monday_of(a), 7));
  }
}

TEST_CASE("a series goes on strictly, on the day that it began on", "[property][series]") {
  Random random{3};
  for (int i = 0; i < 3000; ++i) {
    const Date start = random_day(random);
    const int count = between(random, 1, 30);
    const bool monthly = i % 2 == 0;
    const Span span = monthly ? Span{.months = count} : Span{.days = count};
    CAPTURE(to_string(start), to_string(span));
    Date last = next_in_series(start, span, add_days(start, -1));
    REQUIRE(last == start);
    for (int step = 1; step <= 12; ++step) {
      const Date next = next_in_series(start, span, last);
      REQUIRE(next > last);
      REQUIRE(next == (monthly ? add_months(start, step * count) : add_days(start, step * count)));
      REQUIRE(next_in_series(start, span, add_days(next, -1)) == next);
      last = next;
    }
  }
}

TEST_CASE("an anniversary is kept each year, on its day or the last of February",
          "[property][date]") {
  Random random{4};
  for (int i = 0; i < 20'000; ++i) {
    const Date born = random_day(random);
    const Date from = random_day(random);
    const auto month = static_cast<unsigned>(born.month());
    CAPTURE(to_string(born), to_string(from));
    const Date next = next_anniversary(month, day_of(born), from);
    const int wait = days_between(from, next);
    REQUIRE((wait >= 0 && wait <= 366));
    REQUIRE(next.month() == born.month());
    REQUIRE((next.day() == born.day() ||
             (month == 2 && day_of(born) == 29 && day_of(next) == 28 && !next.year().is_leap())));
    REQUIRE(next_anniversary(month, day_of(born), next) == next);
    REQUIRE(next_anniversary(month, day_of(born), add_days(next, 1)).year() ==
            next.year() + std::chrono::years{1});
  }
}

TEST_CASE("a span's days are about what the calendar makes of it", "[property][span]") {
  Random random{5};
  for (int i = 0; i < 5000; ++i) {
    const Date day = random_day(random);
    const Span span = i % 2 == 0 ? Span{.months = between(random, 1, 1200)}
                                 : Span{.days = between(random, 1, 36'525)};
    CAPTURE(to_string(day), to_string(span));
    // February's shortness, the month's end, and 1900 or 2100 without a leap day.
    REQUIRE(std::abs(days_between(day, day + span) - span.in_days()) <= 5);
  }
}

TEST_CASE("capitals fold as small letters do, and decoration as the bare letter",
          "[property][fold]") {
  Random random{6};
  for (int i = 0; i < 20'000; ++i) {
    std::string small;
    std::string capital;
    for (int j = between(random, 1, 8); j > 0; --j) {
      const auto& [lower, upper] =
          kCases[static_cast<std::size_t>(between(random, 0, static_cast<int>(kCases.size()) - 1))];
      small += lower;
      capital += upper;
    }
    CAPTURE(small, capital);
    REQUIRE(text::fold(small) == text::fold(capital));
    REQUIRE(text::fold_spelled_out(small) == text::fold_spelled_out(capital));
    // Words fold one by one.
    REQUIRE(text::fold(small + " \t" + capital) == text::fold(small) + ' ' + text::fold(capital));
    const std::vector<std::string> both = text::words(text::fold(small + ' ' + capital));
    const std::vector<std::string> one = text::words(text::fold(small));
    REQUIRE(both.size() == 2 * one.size());
    REQUIRE(std::equal(one.begin(), one.end(), both.begin()));
    // Marks on Latin, Greek and Cyrillic letters come and go.
    REQUIRE(text::fold("e\u0301" + small) == text::fold("e" + small));
  }
}

TEST_CASE("edit distance is the textbook's, in characters, up to its limit",
          "[property][edit_distance]") {
  Random random{7};
  for (int i = 0; i < 20'000; ++i) {
    const std::u32string a = random_word(random);
    const std::u32string b = random_word(random);
    const std::u32string c = random_word(random);
    const int plain = plain_distance(a, b);
    const int limit = between(random, 0, 9);
    CAPTURE(utf8(a), utf8(b), limit);
    REQUIRE(text::edit_distance(utf8(a), utf8(b), limit) == std::min(plain, limit + 1));
    REQUIRE(text::edit_distance(utf8(b), utf8(a), 99) == plain);
    REQUIRE(text::edit_distance(utf8(a), utf8(a), limit) == 0);
    const auto longer = static_cast<int>(std::max(a.size(), b.size()));
    const auto shorter = static_cast<int>(std::min(a.size(), b.size()));
    REQUIRE((plain >= longer - shorter && plain <= longer));
    // What is put in front of both changes nothing; what is put between is at most a detour.
    REQUIRE(text::edit_distance(utf8(c + a), utf8(c + b), 99) <= plain);
    // A swap counts one here, so that the triangle may be short by the swaps: twice is enough.
    REQUIRE(plain <= 2 * (plain_distance(a, c) + plain_distance(c, b)));
  }
}

TEST_CASE("uids sort by their time, then by the order in which they were made", "[property][uid]") {
  Random random{8};
  Instant now{1'700'000'000'000ms};
  Uid last = make_uid(now);
  for (int i = 0; i < 20'000; ++i) {
    if (between(random, 0, 3) == 0) {
      now += std::chrono::milliseconds{between(random, 1, 100'000)};
    }
    const Uid next = make_uid(now);
    CAPTURE(to_string(last), to_string(next));
    REQUIRE(last < next);
    REQUIRE(to_string(last) < to_string(next));  // as text and as bytes alike
    REQUIRE(parse_uid(to_string(next)) == next);
    last = next;
  }
}

TEST_CASE("a uid of any bytes reads back, and no other text is one", "[property][uid]") {
  Random random{9};
  for (int i = 0; i < 5000; ++i) {
    Uid uid;
    for (std::uint8_t& byte : uid.bytes) {
      byte = static_cast<std::uint8_t>(between(random, 0, 255));
    }
    std::string text = to_string(uid);
    REQUIRE(parse_uid(text) == uid);
    const auto at = static_cast<std::size_t>(between(random, 0, 35));
    const char wrong = "gG -\0\xff/:@`"[between(random, 0, 9)];
    if (text[at] != wrong) {
      text[at] = wrong;
      CAPTURE(text);
      REQUIRE_FALSE(parse_uid(text).has_value());
    }
    REQUIRE_FALSE(parse_uid(to_string(uid) + "0").has_value());
    const Uid made = make_uid(
        Instant{std::chrono::milliseconds{between(random, 0, 2'000'000'000)}}, random(), random());
    REQUIRE(to_string(made)[14] == '7');
    REQUIRE((made.bytes[8] & 0xc0) == 0x80);
  }
}
