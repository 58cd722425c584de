// An interaction: kinds, times of day, and what may be stored.
#include <algorithm>

#include <fmt/format.h>

#include "domain/checks.hpp"
#include <kith/domain/interaction.hpp>
#include <kith/error.hpp>

namespace kith {
namespace {

// In a draft, people who are not stored yet all have the same id.
bool is_same(const PersonRef& a, const PersonRef& b) {
  return a.id == b.id && (raw(a.id) != 0 || a.name == b.name);
}

/// Each person once, in the order given; nobody is both there and only spoken of.
void settle_people(Interaction& interaction) {
  std::vector<PersonRef> people;
  for (PersonRef& person : interaction.people) {
    const bool known =
        std::ranges::any_of(people, [&](const PersonRef& other) { return is_same(other, person); });
    if (!known) {
      people.push_back(std::move(person));
    }
  }
  std::vector<PersonRef> mentions;
  for (PersonRef& person : interaction.mentions) {
    const auto is_them = [&](const PersonRef& other) { return is_same(other, person); };
    if (!std::ranges::any_of(people, is_them) && !std::ranges::any_of(mentions, is_them)) {
      mentions.push_back(std::move(person));
    }
  }
  interaction.people = std::move(people);
  interaction.mentions = std::move(mentions);
}

}  // namespace

const std::vector<std::string_view>& interaction_kinds() {
  static const std::vector<std::string_view> kKinds{"coffee",
                                                    "breakfast",
                                                    "lunch",
                                                    "dinner",
                                                    "drinks",
                                                    "call",
                                                    "video",
                                                    "message",
                                                    "email",
                                                    "meeting",
                                                    "walk",
                                                    "visit",
                                                    "party",
                                                    "event",
                                                    "gift",
                                                    "letter",
                                                    "intro",
                                                    "other"};
  return kKinds;
}

std::string time_of_day(std::chrono::minutes since_midnight) {
  const auto minutes = since_midnight.count();
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::optional<std::chrono::minutes> parse_time_of_day(std::string_view text) {
  const auto digit = [&](std::size_t at) {
    return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -100;
  };
  if (text.size() != 5 || text[2] != ':') {
    return std::nullopt;
  }
  const int hour = digit(0) * 10 + digit(1);
  const int minute = digit(3) * 10 + digit(4);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
    return std::nullopt;
  }
  return std::chrono::minutes{hour * 60 + minute};
}

Interaction checked(Interaction interaction) {
  require_day("date", interaction.date);
  if (interaction.time && (interaction.time->count() < 0 || *interaction.time >= Days{1})) {
    throw DataError("time: not a time of day", "write it like 09:30");
  }
  if (interaction.duration && interaction.duration->count() <= 0) {
    interaction.duration.reset();
  }
  interaction.kind = checked_word("kind", interaction.kind);
  interaction.place = checked_line("place", interaction.place);
  interaction.text = checked_text("text", interaction.text);
  std::vector<std::string> tags;
  for (const std::string& tag : interaction.tags) {
    std::string word = checked_word("tag", tag);
    if (std::ranges::find(tags, word) == tags.end()) {
      tags.push_back(std::move(word));
    }
  }
  interaction.tags = std::move(tags);
  settle_people(interaction);
  return interaction;
}

}  // namespace kith
