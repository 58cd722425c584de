// The head of a mail (RFC 5322, RFC 2047), as programs really write it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// Somebody who writes or is written to.
struct MailAddress {
  std::string name{};   ///< decoded; may be empty
  std::string email{};  ///< as it stands
  bool operator==(const MailAddress&) const = default;
};

/// `text` of a header in UTF-8: encoded words (=?utf-8?q?Zo=C3=AB?=) undone, characters that are
/// cut between two of them put together; other bytes are UTF-8, else windows-1252.
std::string decoded_header(std::string_view text);

/// Everybody in a From, To or Cc: quoted names, comments, groups, lists. What has no @ is left out.
std::vector<MailAddress> parse_addresses(std::string_view text);

/// Reads `Tue, 3 Mar 2026 09:30:00 +0100 (CET)`, also without weekday, seconds or zone (then UTC),
/// with two-digit years and zones by name; and the form of ctime (`Tue Mar  3 09:30:00 2026`), as
/// the lines between the mails of a mailbox have it.
std::optional<std::chrono::sys_seconds> parse_mail_date(std::string_view text);

/// A subject without its "Re:", "Fwd:", "AW:", "[list]" stays.
std::string bare_subject(std::string_view subject);

/// The ids between < and >, in order.
std::vector<std::string_view> message_ids(std::string_view text);

}  // namespace kith::exchange
