// Mailboxes as a log: who wrote to whom, on which day, about what.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <istream>
#include <string>
#include <utility>
#include <vector>

#include <kith/exchange/contact_document.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {

/// A day, and the minutes since its midnight.
using DayAndTime = std::pair<Date, std::chrono::minutes>;
/// What the clock on the wall shows at an instant. Handed in: only the command line knows where the
/// user is.
using WallClock = std::function<DayAndTime(std::chrono::sys_seconds)>;

struct MailRules {
  /// Your own addresses; none: where mails were delivered to, else the one that most mails have.
  std::vector<std::string> me{};
  WallClock wall_clock{};
};

/// Reads a mailbox file (mbox in any of its kinds): an interaction of kind email for each
/// conversation and day, with everybody who wrote or was written to but you. Where one side alone
/// wrote within thirty days before and after, it is unanswered. Mails of lists, programs and
/// newsletters, drafts, and mails to more than 25 people are passed over, and counted in a remark.
/// Memory grows with the number of mails, not with their size.
void read_mbox(std::istream& in, const MailRules& rules, LogSink& sink);

/// The same of a Maildir and the folders in it, but for those that hold what was thrown away.
void read_maildir(const std::filesystem::path& folder, const MailRules& rules, LogSink& sink);

/// The same of a single mail.
void read_mail(std::istream& in, const MailRules& rules, LogSink& sink);

}  // namespace kith::exchange
