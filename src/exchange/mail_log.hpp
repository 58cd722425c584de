// Mails, as far as a log needs them, put together into conversations.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "exchange/mail_header.hpp"
#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/mail.hpp>

namespace kith::exchange {

/// The headers of one mail that say something to a log, unfolded, as they stand.
struct MailHead {
  std::size_t line = 0;  ///< where in the file it begins
  std::string file{};
  std::map<std::string, std::string> fields{};             ///< by their names in small letters
  std::optional<std::chrono::sys_seconds> otherwise_on{};  ///< where the head itself has no date

  /// True if fields of this name (in small letters) are worth keeping.
  static bool wants(std::string_view name);
  std::string_view field(const std::string& name) const;
};

/// Collects mails, and tells what happened once all of them are there.
class MailLog {
 public:
  MailLog(const MailRules& rules, LogSink& sink);

  void add(const MailHead& head);
  void finish();

 private:
  struct Mail {
    std::uint64_t thread = 0;  // its first ancestor's id, or its own
    std::uint64_t id = 0;
    std::chrono::sys_seconds at{};
    std::size_t from = 0;  // whose address; see people_
    std::vector<std::size_t> to{};
    std::string subject{};
    std::size_t line = 0;
    std::size_t file = 0;
  };
  struct Person {
    MailAddress address{};
    std::size_t mails = 0;
    std::size_t delivered = 0;
  };

  std::size_t person(const MailAddress& address);
  std::uint64_t root(std::uint64_t id);
  void join(std::uint64_t a, std::uint64_t b);
  void settle_me();
  void tell(std::vector<const Mail*>& conversation);
  void tell_day(const std::vector<const Mail*>& conversation, std::size_t begin, std::size_t end);
  bool is_answered(const std::vector<const Mail*>& conversation,
                   std::size_t begin,
                   std::size_t end) const;
  Date day_of(const Mail& mail) const;

  const MailRules& rules_;
  LogSink& sink_;
  std::vector<Mail> mails_{};
  std::vector<Person> people_{};
  std::vector<std::string> files_{};
  std::map<std::string, std::size_t> by_address_{};             // folded
  std::unordered_map<std::uint64_t, std::uint64_t> parents_{};  // of ids, a forest of conversations
  std::unordered_set<std::uint64_t> seen_{};
  std::set<std::size_t> me_{};
  std::size_t bulk_ = 0;
  std::size_t crowds_ = 0;
  std::size_t undated_ = 0;
};

}  // namespace kith::exchange
