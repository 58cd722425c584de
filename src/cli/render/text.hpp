// Records as lines for people. All text that comes from data is made harmless here.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/context.hpp"
#include "cli/render/style.hpp"
#include "cli/render/views.hpp"

namespace kith::cli {

/// What a line of text depends on, beside the data.
struct TextForm {
  Style style{false};
  Date today{};
  std::optional<std::size_t> width{};  ///< columns; nothing: as long as it takes
};

TextForm text_form(const Context& ctx);

std::string line(const TextForm& form, const PersonView& view);
/// "2026-03-20  coffee  Ada Lovelace  at Blue Bottle · her new job  (12)"; where it was is left out
/// if the sentence says so.
std::string line(const TextForm& form, const Interaction& interaction);
/// The same on the card of `whose`, whose name is not on each line, nor is a kind that the sentence
/// begins with.
std::string line_on_card(const TextForm& form, const Interaction& interaction, PersonId whose);
/// "hope  Ada Lovelace  wants to sail to Norway  (13)".
std::string line(const TextForm& form, const Fact& fact);
/// "2026-04-03  Ada Lovelace  send the paper".
std::string line(const TextForm& form, const FollowUp& follow_up);
/// "Ada Lovelace  colleague of  Charles Babbage".
std::string line(const TextForm& form, const Link& link);
/// "Ana Lim · 61 days, you like every 30".
std::string line(const TextForm& form, const DueEntry& entry);
/// "log coffee with Ana  (3)".
std::string line(const TextForm& form, const Change& change);

/// Names below each other, with what is told of each in one column beside them.
class NameColumn {
 public:
  /// Of records that each have a `person`. A long name sticks out, so that it moves no others.
  template <class Records>
  NameColumn(const Records& records, const Style& style) : style_(style) {
    for (const auto& one : records) {
      take_in(one.person.name);
    }
  }
  std::string cell(const PersonRef& person) const;

 private:
  void take_in(std::string_view name);

  const Style& style_;
  std::size_t width_ = 0;
};

void write_card(std::ostream& out, const TextForm& form, const CardView& card);

/// "every 30 days".
std::string every(Cadence cadence);

/// Title and organisation, as far as they are known: "Baker at Crumb" where " at " is `between`.
/// Not yet made harmless, since a table does that.
std::string works(const Person& person, std::string_view between);

/// "friends, every 30 days, paused", with what is `between`; of the former and the dead just that.
std::string rhythm_of(const Person& person, std::string_view between);

/// "came true 20 Mar", "let go 20 Mar"; nothing of an open hope and of any other fact.
std::string what_became(const Fact& fact, Date today);

/// What tells a person from others of the name: "Acme, Lisbon".
std::string distinguishing(const Person& person);

}  // namespace kith::cli
