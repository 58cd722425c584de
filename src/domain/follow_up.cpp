// A follow-up: its words, how a series goes on, and what may be stored.
#include <algorithm>

#include "domain/checks.hpp"
#include <kith/domain/follow_up.hpp>
#include <kith/error.hpp>
#include <kith/text/fold.hpp>

namespace kith {

std::string_view to_string(Owner owner) { return owner == Owner::me ? "me" : "them"; }

std::optional<Owner> parse_owner(std::string_view word) {
  for (const Owner owner : {Owner::me, Owner::them}) {
    if (text::fold(word) == to_string(owner)) {
      return owner;
    }
  }
  return std::nullopt;
}

std::string_view to_string(FollowUpStatus status) {
  switch (status) {
    case FollowUpStatus::open:
      return "open";
    case FollowUpStatus::done:
      return "done";
    case FollowUpStatus::dropped:
      return "dropped";
  }
  return "open";
}

std::optional<FollowUpStatus> parse_follow_up_status(std::string_view word) {
  for (const FollowUpStatus status :
       {FollowUpStatus::open, FollowUpStatus::done, FollowUpStatus::dropped}) {
    if (text::fold(word) == to_string(status)) {
      return status;
    }
  }
  return std::nullopt;
}

std::optional<FollowUp> successor(const FollowUp& done, Date done_on) {
  if (!done.every) {
    return std::nullopt;
  }
  FollowUp next = done;
  next.id = {};
  next.uid = {};
  next.created_at = {};
  next.updated_at = {};
  next.status = FollowUpStatus::open;
  next.done_on.reset();
  next.due = next_in_series(done.series_start, *done.every, std::max(done.due, done_on));
  return next;
}

bool kept_on_time(const FollowUp& follow_up) {
  return follow_up.status == FollowUpStatus::done && follow_up.done_on &&
         *follow_up.done_on <= follow_up.due;
}

FollowUp checked(FollowUp follow_up) {
  follow_up.text = checked_words("text", follow_up.text);
  require_day("due", follow_up.due);
  if (follow_up.done_on) {
    require_day("done on", *follow_up.done_on);
  }
  const auto goes_on = [](Span every) {
    return every.months >= 0 && every.days >= 0 && every.in_days() >= 1;
  };
  if (follow_up.every && !goes_on(*follow_up.every)) {
    throw DataError("every: less than a day", "write it like 2w, 1m or 1y");
  }
  if (follow_up.series_start.ok()) {
    require_day("series start", follow_up.series_start);
  } else {
    follow_up.series_start = follow_up.due;
  }
  if (follow_up.status == FollowUpStatus::open) {
    follow_up.done_on.reset();
  }
  return follow_up;
}

}  // namespace kith
