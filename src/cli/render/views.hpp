// What commands show, as data: no colour, no width, no words that only a terminal needs.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/arguments.hpp"
#include <kith/agenda/agenda.hpp>
#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/domain/link.hpp>
#include <kith/domain/person.hpp>
#include <kith/store/journal.hpp>

namespace kith::cli {

/// A person as just stored, or just put away: one line.
struct PersonView {
  Person person{};
  std::optional<Date> last_seen{};
  std::string remark{};  ///< in place of what is notable about the person: "archived"
};

/// A person's card.
struct CardView {
  Person person{};
  std::optional<Date> last_seen{};
  std::vector<Fact> facts{};
  std::vector<FollowUp> follow_ups{};  ///< open ones
  std::vector<Interaction> interactions{};
  std::vector<Link> links{};
  std::map<FactId, Date> celebrated{};  ///< of successes: the day you were in touch about it
};

/// Facts, follow-ups, interactions or ties as just stored or changed: a line each. In JSON one
/// record is an object; several (or where `many` is set) are an array.
template <class Record>
struct RecordsView {
  std::vector<Record> records{};
  bool many = false;
  std::string remark{};  ///< follows each line: "removed"
};
using FactView = RecordsView<Fact>;
using FollowUpView = RecordsView<FollowUp>;
using InteractionView = RecordsView<Interaction>;
using LinkView = RecordsView<Link>;

/// A follow-up that has ended, and the next one of its series.
struct EndedFollowUp {
  FollowUp ended{};
  std::optional<FollowUp> next{};
};
/// Follow-ups and hopes that have ended, in the order in which they were named.
struct EndedView {
  std::vector<std::variant<EndedFollowUp, Fact>> ended{};
};

/// What was put off: follow-ups and people.
struct SnoozedView {
  std::vector<FollowUp> follow_ups{};
  std::vector<PersonView> people{};
};

/// Who is due.
struct DueView {
  std::vector<DueEntry> entries{};
};

/// Changes taken back or made again: `verb` is "undone" or "redone".
struct ChangesView {
  std::string_view verb{};
  std::vector<Change> changes{};
};

/// Changes as they were made, newest first.
struct HistoryView {
  std::vector<Change> changes{};
};

/// A file as just written.
struct ExportedView {
  std::string file{};
  std::string format{};
  std::size_t people = 0;
  std::string title{};  ///< told of it in place of how many people
};

/// What kith can do.
struct CommandsView {
  struct One {
    std::string name{};
    std::string group{};
    std::string summary{};
    std::string usage{};
    std::vector<Declared> takes{};
  };
  std::vector<One> commands{};
  std::vector<Declared> global_options{};
};

}  // namespace kith::cli
