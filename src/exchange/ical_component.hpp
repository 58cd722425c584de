// The components of a calendar, with the properties that say something to a log.
#pragma once

#include <chrono>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/content_line.hpp>
#include <kith/exchange/mail.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {

struct Component {
  std::string name{};     ///< vevent, vtodo, vjournal
  std::size_t began = 0;  ///< on which line of the file
  std::vector<ContentLine> lines{};

  /// The first property of that name; nullptr if there is none.
  const ContentLine* find(std::string_view wanted) const;
  /// Its value as text; empty if there is none.
  std::string text(std::string_view wanted) const;
};

/// Hands on a calendar's events, to-dos and journals, one by one, without what is nested in them.
/// False if there was no calendar. Throws StoreError where reading fails.
bool for_each_component(std::istream& in, const std::function<void(const Component&)>& take);

/// A day, with the time of it unless it is all day long.
struct Moment {
  Date date{};
  std::optional<std::chrono::minutes> time{};
};

/// Reads 20260301, 20260301T0930 and 20260301T093000Z (the last by `wall_clock`), also with - and :
/// in them.
std::optional<Moment> parse_moment(std::string_view text, const WallClock& wall_clock);

/// Reads PT1H30M, P1D; nothing for none, and for no time at all.
std::optional<std::chrono::minutes> parse_ical_duration(std::string_view text);

}  // namespace kith::exchange
