// Sentences of a review.
#include "review/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "agenda/why.hpp"
#include <kith/review/review.hpp>

namespace kith::review {

std::string span_words(Date from, Date to) { return agenda::how_long(from, to); }

std::string listed(const std::vector<PersonRef>& people, std::size_t most) {
  const std::size_t named = people.size() > most ? most : people.size();
  const std::size_t more = people.size() - named;
  std::string all;
  for (std::size_t i = 0; i < named; ++i) {
    const bool is_last = i + 1 == named && more == 0;
    all += i == 0 ? "" : is_last ? " and " : ", ";
    all += people[i].name;
  }
  return more == 0 ? all : fmt::format("{} and {} more", all, more);
}

std::string rhythm_words(std::size_t days, int in_days) {
  constexpr int kWeek = 7;
  constexpr int kMonth = 30;
  const int every = std::max(1, in_days / static_cast<int>(std::max<std::size_t>(days, 1)));
  const auto counted = [](int count, std::string_view unit) {
    return count == 1 ? fmt::format("about once a {}", unit)
                      : fmt::format("about every {} {}s", count, unit);
  };
  if (every < kWeek) {
    return every == 1 ? "almost every day" : fmt::format("about every {} days", every);
  }
  if (every < 2 * kMonth) {
    return counted((every + kWeek / 2) / kWeek, "week");
  }
  return counted((every + kMonth / 2) / kMonth, "month");
}

bool is_from_afar(std::string_view kind) {
  constexpr std::array<std::string_view, 6> kAfar{
      "call", "video", "message", "email", "letter", "gift"};
  return std::ranges::find(kAfar, kind) != kAfar.end();
}

std::string ordinal(std::size_t number) {
  const std::size_t tens = number % 100;
  const bool is_teen = tens >= 11 && tens <= 13;
  const std::string_view ending = is_teen            ? "th"
                                  : number % 10 == 1 ? "st"
                                  : number % 10 == 2 ? "nd"
                                  : number % 10 == 3 ? "rd"
                                                     : "th";
  return fmt::format("{}{}", number, ending);
}

std::string_view to_string(MomentKind kind) {
  switch (kind) {
    case MomentKind::first_meeting:
      return "first_meeting";
    case MomentKind::second_meeting:
      return "second_meeting";
    case MomentKind::reconnection:
      return "reconnection";
    case MomentKind::promise_kept:
      return "promise_kept";
    case MomentKind::promise_kept_for_you:
      return "promise_kept_for_you";
    case MomentKind::introduction_made:
      return "introduction_made";
    case MomentKind::introduction_received:
      return "introduction_received";
    case MomentKind::introduction_took:
      return "introduction_took";
    case MomentKind::chain:
      return "chain";
    case MomentKind::trace_back:
      return "trace_back";
    case MomentKind::success_celebrated:
      return "success_celebrated";
    case MomentKind::hope_fulfilled:
      return "hope_fulfilled";
    case MomentKind::asked_how_it_went:
      return "asked_how_it_went";
    case MomentKind::round_number:
      return "round_number";
    case MomentKind::anniversary:
      return "anniversary";
    case MomentKind::friendship_hours:
      return "friendship_hours";
    case MomentKind::new_circle:
      return "new_circle";
    case MomentKind::circles_joined:
      return "circles_joined";
  }
  return "first_meeting";
}

}  // namespace kith::review
