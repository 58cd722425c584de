// A fact: kinds, and what may be stored.
#include "domain/checks.hpp"
#include <kith/domain/fact.hpp>
#include <kith/error.hpp>
#include <kith/text/fold.hpp>

namespace kith {

const std::vector<std::string_view>& fact_kinds() {
  static const std::vector<std::string_view> kinds{
      "hope", "success", "family", "work", "like", "gift", "health", "other"};
  return kinds;
}

std::string_view to_string(HopeStatus status) {
  switch (status) {
    case HopeStatus::open:
      return "open";
    case HopeStatus::fulfilled:
      return "fulfilled";
    case HopeStatus::let_go:
      return "let_go";
  }
  return "open";
}

std::optional<HopeStatus> parse_hope_status(std::string_view word) {
  for (const HopeStatus status : {HopeStatus::open, HopeStatus::fulfilled, HopeStatus::let_go}) {
    if (text::fold(word) == to_string(status)) {
      return status;
    }
  }
  return std::nullopt;
}

bool is_hope(const Fact& fact) { return fact.kind == "hope"; }

bool is_success(const Fact& fact) { return fact.kind == "success"; }

Date day_of(const Fact& fact, const Clock& clock) {
  return fact.date ? *fact.date : clock.day_of(fact.created_at);
}

bool was_ahead(const Fact& fact, const Clock& clock) {
  return fact.date && was_ahead(*fact.date, fact.created_at, clock);
}

bool was_ahead(Date day, Instant noted, const Clock& clock) { return day > clock.day_of(noted); }

Fact checked(Fact fact) {
  fact.kind = checked_word("kind", fact.kind);
  fact.text = checked_words("text", fact.text);
  if (fact.date) {
    require_day("date", *fact.date);
  }
  if (fact.status == HopeStatus::open) {
    fact.done_on.reset();
  } else if (!is_hope(fact)) {
    throw DataError("status: only a hope comes true or is let go", "give the fact the kind hope");
  }
  if (fact.done_on) {
    require_day("done on", *fact.done_on);
  }
  return fact;
}

}  // namespace kith
