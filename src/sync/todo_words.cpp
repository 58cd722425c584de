// The words of to-dos, and back.
#include "sync/todo_words.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "exchange/ical_writer.hpp"
#include <kith/store/name_index.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::sync {
namespace {

using exchange::TodoState;
using exchange::write_ical_line;

constexpr std::string_view kOwes = " owes you";

std::string shown(const TodoState& state) {
  std::string word(to_string(state.status));
  return state.ended_on ? word + " on " + to_string(*state.ended_on) : word;
}

/// "a, b and c"
std::string listed(const std::vector<PersonRef>& people) {
  std::string all;
  for (std::size_t i = 0; i < people.size(); ++i) {
    all += (i == 0 ? "" : i + 1 == people.size() ? " and " : ", ") + people[i].name;
  }
  return all;
}

}  // namespace

std::string text_of(const std::string& summary, const std::string& name) {
  const auto colon = summary.find(':');
  if (colon == std::string::npos) {
    return summary;
  }
  std::string before = summary.substr(0, colon);
  if (before.ends_with(kOwes)) {
    before.erase(before.size() - kOwes.size());
  }
  const std::vector<std::string> names = text::words(text::fold(name));
  const std::vector<std::string> words = text::words(text::fold(before));
  const bool is_theirs = !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
    return std::ranges::find(names, word) != names.end();
  });
  return is_theirs ? text::clean_line(summary.substr(colon + 1)) : summary;
}

TodoState state_of(const FollowUp& follow_up, const TodoState& agreed) {
  const std::string text = text::clean_line(follow_up.text);
  const bool is_same_text = text_of(agreed.summary, follow_up.person.name) == text;
  TodoState state{.summary = is_same_text ? agreed.summary
                                          : text::clean_line(exchange::todo_of(follow_up).summary),
                  .due = follow_up.due,
                  .status = follow_up.status};
  const bool has_no_day = agreed.status == FollowUpStatus::done && !agreed.ended_on;
  if (follow_up.status == FollowUpStatus::done && !has_no_day) {
    state.ended_on = follow_up.done_on;
  }
  return state;
}

TodoMerge merged(const TodoState& agreed,
                 const TodoState& here,
                 const TodoState& there,
                 bool there_is_newer) {
  TodoMerge merge;
  const auto decide = [&](bool is_news, bool changed_here, bool is_same, const Clash& clash) {
    if (!is_news || is_same) {
      return false;
    }
    if (!changed_here) {
      return true;
    }
    merge.clashes.push_back(clash);
    merge.clashes.back().there_won = there_is_newer;
    return there_is_newer;
  };
  merge.takes_summary = decide(there.summary != agreed.summary && !there.summary.empty(),
                               here.summary != agreed.summary,
                               here.summary == there.summary,
                               {.field = "wording", .here = here.summary, .there = there.summary});
  merge.takes_due = decide(there.due && there.due != agreed.due,
                           here.due != agreed.due,
                           here.due == there.due,
                           {.field = "due day",
                            .here = here.due ? to_string(*here.due) : std::string(),
                            .there = there.due ? to_string(*there.due) : std::string()});
  const auto status = [](const TodoState& state) {
    return std::pair(state.status, state.ended_on);
  };
  // Ended on both sides is no disagreement: the day of this side stays.
  const bool is_same = here.status == there.status && here.status != agreed.status;
  merge.takes_status = decide(status(there) != status(agreed),
                              status(here) != status(agreed),
                              is_same || status(here) == status(there),
                              {.field = "state", .here = shown(here), .there = shown(there)});
  return merge;
}

std::vector<PersonRef> people_named_in(Store& store, const std::string& summary) {
  const auto named = [&](const std::string& name) {
    const std::string clean = text::clean_line(name);
    NameMatches found = clean.empty() ? NameMatches{} : store.names().find(clean, 2);
    const bool is_clear = found.tier <= MatchTier::exact && found.people.size() == 1;
    return is_clear ? std::move(found.people) : std::vector<PersonRef>{};
  };
  if (const auto colon = summary.find(':'); colon != std::string::npos) {
    return named(summary.substr(0, colon));
  }
  constexpr std::string_view kWith = " with ";
  if (const auto with = summary.find(kWith); with != std::string::npos) {
    return named(summary.substr(with + kWith.size()));
  }
  return {};
}

std::string check_in_uid(const Person& person, Date due) {
  return std::string(kCheckInPrefix) + to_string(person.uid) + "-" + exchange::ical_date(due);
}

std::string check_in_text(const DueEntry& entry) {
  const Person& person = entry.person;
  const int days = person.cadence() ? person.cadence()->days() : 0;
  std::ostringstream out;
  exchange::begin_calendar(out);
  exchange::write_todo(
      out,
      {.uid = check_in_uid(person, entry.due),
       .summary = person.name + ": check in",
       .description = (entry.last_seen ? "last " + to_string(*entry.last_seen) : "not met yet") +
                      ", every " + std::to_string(days) + " days",
       .due = entry.due,
       .categories = {"check-in"},
       .person_uid = to_string(person.uid),
       .changed_at = person.updated_at});
  exchange::end_calendar(out);
  return out.str();
}

std::optional<Date> day_of_start(const exchange::IcalComponent& component, const Clock& clock) {
  const exchange::ContentLine* start = component.find("DTSTART");
  return start == nullptr ? std::nullopt : exchange::day_of(*start, clock);
}

Interaction interaction_of(const exchange::IcalComponent& journal, Date day) {
  Interaction interaction{.date = day};
  const std::string category = text::fold(journal.text("CATEGORIES"));
  if (std::ranges::find(interaction_kinds(), category) != interaction_kinds().end()) {
    interaction.kind = category;
  }
  interaction.text = text::clean_line(journal.text("SUMMARY"));
  if (const std::string more = text::clean_text(journal.text("DESCRIPTION")); !more.empty()) {
    interaction.text += (interaction.text.empty() ? "" : "\n") + more;
  }
  return interaction;
}

std::string journal_text(const Interaction& interaction) {
  std::ostringstream out;
  exchange::begin_calendar(out);
  write_ical_line(out, "BEGIN", "VJOURNAL");
  write_ical_line(out, "UID", to_string(interaction.uid));
  write_ical_line(out, "DTSTAMP", exchange::ical_instant(interaction.updated_at));
  write_ical_line(out, "DTSTART;VALUE=DATE", exchange::ical_date(interaction.date));
  std::string summary = interaction.kind == "other" ? "Together" : interaction.kind;
  summary[0] = static_cast<char>(summary[0] >= 'a' && summary[0] <= 'z' ? summary[0] - 'a' + 'A'
                                                                        : summary[0]);
  write_ical_line(
      out, "SUMMARY", exchange::ical_text(summary + " with " + listed(interaction.people)));
  if (!interaction.text.empty()) {
    write_ical_line(out, "DESCRIPTION", exchange::ical_text(interaction.text));
  }
  write_ical_line(out, "CATEGORIES", exchange::ical_text(interaction.kind));
  write_ical_line(out, "STATUS", "FINAL");
  for (const PersonRef& person : interaction.people) {
    write_ical_line(out, "RELATED-TO", to_string(person.uid));
  }
  write_ical_line(out, "END", "VJOURNAL");
  exchange::end_calendar(out);
  return out.str();
}

}  // namespace kith::sync
