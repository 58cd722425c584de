// Puts reasons into words. Kind ones: a line invites to a call, it does not count failures.
#include "agenda/why.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/compile.h>
#include <fmt/format.h>

namespace kith::agenda {

namespace {

constexpr std::size_t kFollowUpsTold = 3;  // a line that tells more is no longer one

struct Part {
  DueReason reason = DueReason::check_in;
  Date due{};
  std::string words{};
};

std::string days(int count) {
  return count == 1 ? "1 day" : fmt::format(FMT_COMPILE("{} days"), count);
}

std::string cadence_words(Cadence cadence) {
  return cadence.days() == 1 ? "you like every day"
                             : fmt::format(FMT_COMPILE("you like every {}"), cadence.days());
}

// The name somebody is called by in a sentence; the whole one where its first word may be a title.
std::string given_name(const std::string& name) {
  const auto blank = name.find(' ');
  if (blank == std::string::npos || name[blank - 1] == '.') {
    return name;
  }
  return name.substr(0, blank);
}

std::string check_in_words(const Situation& now, Cadence cadence) {
  const int since = std::max(days_between(*now.counted_from, now.today), 0);
  if (now.last_seen) {
    const std::string ago = since == 0 ? "in touch today" : days(since);
    return ago + ", " + cadence_words(cadence);
  }
  if (since == 0) {
    return fmt::format("not in touch yet, {}", cadence_words(cadence));
  }
  return fmt::format(
      "not in touch since you added them {} ago, {}", days(since), cadence_words(cadence));
}

std::string old_friend_words(const Situation& now) {
  const std::string span = how_long(*now.counted_from, now.today);
  return now.last_seen ? fmt::format("an old friend: {}", span)
                       : fmt::format("not in touch since you added them {} ago", span);
}

std::string birthday_words(const Person& person, Date day, Date today) {
  const int ahead = days_between(today, day);
  std::string words = ahead == 0   ? "birthday today"
                      : ahead == 1 ? "birthday tomorrow"
                                   : fmt::format(FMT_COMPILE("birthday in {} days"), ahead);
  if (person.birthday.year) {
    const int age = static_cast<int>(day.year()) - *person.birthday.year;
    if (age > 0) {
      words += fmt::format(FMT_COMPILE(", turns {}"), age);
    }
  }
  return words;
}

void add_follow_ups(std::vector<Part>& parts,
                    const std::vector<FollowUp>& follow_ups,
                    const std::string& who,
                    Date today) {
  const std::size_t told = std::min(follow_ups.size(), kFollowUpsTold);
  for (std::size_t i = 0; i < told; ++i) {
    const FollowUp& one = follow_ups[i];
    parts.push_back({.reason = DueReason::follow_up,
                     .due = one.due,
                     .words = fmt::format(
                         FMT_COMPILE("{}: {} (due {})"), who, one.text, friendly(one.due, today))});
  }
}

void add_occasions(std::vector<Part>& parts, const Person& person, const Situation& now) {
  if (now.birthday && person.birthday.month && person.birthday.day) {
    const Date day = next_anniversary(*person.birthday.month, *person.birthday.day, now.today);
    parts.push_back({.reason = DueReason::occasion,
                     .due = day,
                     .words = birthday_words(person, day, now.today)});
  }
  if (now.event) {
    parts.push_back(
        {.reason = DueReason::occasion,
         .due = now.event->day,
         .words = fmt::format(
             "ask how it went: {} ({})", now.event->text, friendly(now.event->day, now.today))});
  }
  if (now.success) {
    parts.push_back({.reason = DueReason::occasion,
                     .due = now.success->day,
                     .words = fmt::format("congratulate: {}", now.success->text)});
  }
}

}  // namespace

std::string how_long(Date from, Date to) {
  int months = 0;
  while (add_months(from, months + 12) <= to) {
    months += 12;
  }
  while (add_months(from, months + 1) <= to) {
    ++months;
  }
  const auto counted = [](int count, std::string_view unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
  };
  if (months == 0) {
    return counted(days_between(from, to), "day");
  }
  const int years = months / 12;
  const int rest = months % 12;
  if (years == 0) {
    return counted(rest, "month");
  }
  return rest == 0 ? counted(years, "year")
                   : fmt::format("{} and {}", counted(years, "year"), counted(rest, "month"));
}

void explain(DueEntry& entry, const Situation& now) {
  std::vector<Part> parts;
  const std::optional<Cadence> cadence = entry.person.cadence();
  const bool has_rhythm = cadence && now.counted_from;
  const Date next = has_rhythm ? add_days(*now.counted_from, cadence->days()) : now.today;
  if (has_rhythm && now.check_in && !now.old_friend) {
    parts.push_back({.due = next, .words = check_in_words(now, *cadence)});
  }
  add_follow_ups(parts, now.promises, "you promised", now.today);
  add_follow_ups(parts, now.owed, given_name(entry.person.name) + " owes you", now.today);
  add_occasions(parts, entry.person, now);
  if (has_rhythm && now.old_friend) {
    parts.push_back({.due = next, .words = old_friend_words(now)});
  }
  if (parts.empty()) {
    return;
  }
  entry.reason = parts.front().reason;
  entry.due = parts.front().due;
  entry.days_late = days_between(entry.due, now.today);
  if (!now.promises.empty()) {
    entry.follow_up = now.promises.front();
  } else if (!now.owed.empty()) {
    entry.follow_up = now.owed.front();
  }
  for (const Part& part : parts) {
    entry.why += entry.why.empty() ? "" : " · ";
    entry.why += part.words;
  }
}

}  // namespace kith::agenda
