// A calendar as a log: meetings, journals and to-dos with people.
#pragma once

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/friends.hpp>
#include <kith/exchange/mail.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {

struct IcsRules {
  Date today{};
  std::vector<std::string> me{};  ///< your own addresses
  WallClock wall_clock{};
  KindOf kind_of{};
};

/// Reads iCalendar (RFC 5545): events up to today with those who organized or were invited and did
/// not decline, as interactions of the kind their title tells, else meeting; each day of a
/// repeating one; journals likewise; to-dos as follow-ups of those they are about. What has nobody
/// in it, was cancelled, or has more than 25 people is passed over, and counted in a remark. Times
/// with a zone are days and hours of that zone, those in UTC yours.
void read_ics(std::istream& in, const IcsRules& rules, LogSink& sink);

/// The .ics files in a folder and those below, by name: a vdir.
std::vector<std::filesystem::path> ics_files_in(const std::filesystem::path& folder);

}  // namespace kith::exchange
