// A week, month, quarter or year of the calendar.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <kith/time/date.hpp>

namespace kith::review {

enum class PeriodKind { week, month, quarter, year };

inline constexpr std::array kPeriodKinds{
    PeriodKind::week, PeriodKind::month, PeriodKind::quarter, PeriodKind::year};

/// week, month, quarter, year
std::string_view to_string(PeriodKind kind);
std::optional<PeriodKind> parse_period_kind(std::string_view word);

struct Period {
  PeriodKind kind = PeriodKind::week;
  Date from{};
  Date to{};  ///< its last day, which may lie ahead
  bool operator==(const Period&) const = default;
};

/// The one that `day` lies in; weeks begin on Monday. Throws DataError if a part of it lies outside
/// the years 1 to 9999.
Period period_of(PeriodKind kind, Date day);

/// "16 to 22 March 2026", "30 March to 5 April 2026", "March 2026", "January to March 2026",
/// "2026".
std::string name_of(const Period& period);

/// What a review of it is headed by: "Your week, 16 to 22 March 2026", "Your March 2026".
std::string title_of(const Period& period);

}  // namespace kith::review
