// From heads of mails to interactions.
#include "exchange/mail_log.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <kith/error.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kMostPeople = 25;
constexpr std::size_t kMostMails = 2'000'000;
constexpr std::chrono::days kAnsweredWithin{30};
constexpr std::size_t kMostReferences = 100;

constexpr std::array<std::string_view, 20> kWanted{"from",
                                                   "to",
                                                   "cc",
                                                   "bcc",
                                                   "date",
                                                   "subject",
                                                   "message-id",
                                                   "in-reply-to",
                                                   "references",
                                                   "list-id",
                                                   "list-unsubscribe",
                                                   "list-post",
                                                   "precedence",
                                                   "auto-submitted",
                                                   "x-mozilla-draft-info",
                                                   "x-spam-flag",
                                                   "x-gmail-labels",
                                                   "delivered-to",
                                                   "x-original-to",
                                                   "envelope-to"};

/// FNV-1a: ids are compared, and never shown.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t value = 0xcbf2'9ce4'8422'2325;
  for (const char c : text) {
    value = (value ^ static_cast<unsigned char>(c)) * 0x0000'0100'0000'01b3;
  }
  return value;
}

bool is_robot(const std::string& email) {
  const std::string local = email.substr(0, email.find('@'));
  static constexpr std::array<std::string_view, 12> kRobots{"noreply",
                                                            "no-reply",
                                                            "no_reply",
                                                            "no.reply",
                                                            "donotreply",
                                                            "do-not-reply",
                                                            "do_not_reply",
                                                            "mailer-daemon",
                                                            "postmaster",
                                                            "bounce",
                                                            "notifications",
                                                            "newsletter"};
  return std::any_of(kRobots.begin(), kRobots.end(), [&](std::string_view robot) {
    return local.starts_with(robot) || local.ends_with(robot);
  });
}

bool is_bulk(const MailHead& head, const std::string& from) {
  for (const char* mark : {"list-id", "list-unsubscribe", "list-post", "x-mozilla-draft-info"}) {
    if (!head.field(mark).empty()) {
      return true;
    }
  }
  const std::string precedence = text::fold(head.field("precedence"));
  const std::string automatic = text::fold(head.field("auto-submitted"));
  const std::string labels = text::fold(decoded_header(head.field("x-gmail-labels")));
  return precedence == "bulk" || precedence == "list" || precedence == "junk" ||
         (!automatic.empty() && automatic != "no") ||
         text::fold(head.field("x-spam-flag")) == "yes" ||
         labels.find("spam") != std::string::npos || labels.find("trash") != std::string::npos ||
         labels.find("drafts") != std::string::npos || is_robot(from);
}

}  // namespace

bool MailHead::wants(std::string_view name) {
  return std::find(kWanted.begin(), kWanted.end(), name) != kWanted.end();
}

std::string_view MailHead::field(const std::string& name) const {
  const auto it = fields.find(name);
  return it == fields.end() ? std::string_view() : std::string_view(it->second);
}

MailLog::MailLog(const MailRules& rules, LogSink& sink) : rules_(rules), sink_(sink) {
  for (const std::string& address : rules.me) {
    me_.insert(person({.name = {}, .email = address}));
  }
}

std::size_t MailLog::person(const MailAddress& address) {
  const auto [it, is_new] = by_address_.try_emplace(text::fold(address.email), people_.size());
  if (is_new) {
    people_.push_back({.address = address});
  } else if (people_[it->second].address.name.empty()) {
    people_[it->second].address.name = address.name;
  }
  return it->second;
}

std::uint64_t MailLog::root(std::uint64_t id) {
  while (true) {
    const auto it = parents_.try_emplace(id, id).first;
    if (it->second == id) {
      return id;
    }
    const auto above = parents_.find(it->second);
    if (above != parents_.end()) {
      it->second = above->second;  // a shorter way for the next one
    }
    id = it->second;
  }
}

void MailLog::join(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t under = root(b);
  parents_[under] = root(a);
}

void MailLog::add(const MailHead& head) {
  const std::vector<MailAddress> from = parse_addresses(head.field("from"));
  if (from.empty()) {
    return;  // nobody wrote it: a file's own bookkeeping
  }
  if (is_bulk(head, text::fold(from.front().email))) {
    ++bulk_;
    return;
  }
  std::vector<MailAddress> to;
  for (const char* field : {"to", "cc", "bcc"}) {
    const std::vector<MailAddress> more = parse_addresses(head.field(field));
    to.insert(to.end(), more.begin(), more.end());
  }
  if (to.size() > kMostPeople) {
    ++crowds_;
    return;
  }
  auto at = parse_mail_date(head.field("date"));
  if (!at) {
    at = head.otherwise_on;
  }
  if (!at) {
    ++undated_;
    return;
  }
  Mail mail{.at = *at, .line = head.line};
  mail.subject = bare_subject(decoded_header(head.field("subject")));
  const auto own = message_ids(head.field("message-id"));
  const std::string name =
      own.empty()
          ? fmt::format("{} {} {}", at->time_since_epoch().count(), from[0].email, mail.subject)
          : std::string(own.front());
  mail.id = hash_of(name);
  if (!seen_.insert(mail.id).second) {
    return;  // the same mail in another folder
  }
  std::vector<std::string_view> above = message_ids(head.field("references"));
  const auto direct = message_ids(head.field("in-reply-to"));
  above.insert(above.end(), direct.begin(), direct.end());
  mail.thread = above.empty() ? mail.id : hash_of(above.front());
  above.resize(std::min(above.size(), kMostReferences));
  for (const std::string_view id : above) {
    join(hash_of(id), mail.id);
  }
  mail.from = person(from.front());
  std::set<std::size_t> everybody{mail.from};
  for (const MailAddress& address : to) {
    const std::size_t one = person(address);
    if (everybody.insert(one).second) {
      mail.to.push_back(one);
    }
  }
  for (const std::size_t one : everybody) {
    ++people_[one].mails;
  }
  for (const char* field : {"delivered-to", "x-original-to", "envelope-to"}) {
    for (const MailAddress& address : parse_addresses(head.field(field))) {
      ++people_[person(address)].delivered;
    }
  }
  if (mails_.size() >= kMostMails) {
    throw DataError("more than 2,000,000 mails", "bring them in folder by folder");
  }
  if (files_.empty() || files_.back() != head.file) {
    files_.push_back(head.file);
  }
  mail.file = files_.size() - 1;
  mails_.push_back(std::move(mail));
}

/// Who "you" are where nobody said: every address that mails were delivered to, else the one
/// address that more mails have than any other.
void MailLog::settle_me() {
  if (!me_.empty()) {
    return;
  }
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (people_[i].delivered > 0 && people_[i].mails > 0) {
      me_.insert(i);
    }
  }
  if (me_.empty() && !people_.empty()) {
    const auto most =
        std::max_element(people_.begin(), people_.end(), [](const Person& a, const Person& b) {
          return a.mails < b.mails;
        });
    const auto as_many = std::count_if(people_.begin(), people_.end(), [&](const Person& other) {
      return other.mails == most->mails;
    });
    if (as_many == 1) {
      me_.insert(static_cast<std::size_t>(most - people_.begin()));
    }
  }
  std::string names;
  for (const std::size_t one : me_) {
    names += (names.empty() ? "" : ", ") + people_[one].address.email;
  }
  if (!names.empty()) {
    sink_.remark({Remark::Kind::warning,
                  0,
                  {},
                  "taken for your own address: " + names + " (--me ADDRESS says otherwise)"});
  }
}

Date MailLog::day_of(const Mail& mail) const {
  return rules_.wall_clock ? rules_.wall_clock(mail.at).first
                           : Date{std::chrono::floor<std::chrono::days>(mail.at)};
}

bool MailLog::is_answered(const std::vector<const Mail*>& conversation,
                          std::size_t begin,
                          std::size_t end) const {
  // Two sides: you and the others; of a mailbox that is not yours, any two people.
  const auto side = [&](const Mail& mail) {
    return me_.empty() ? mail.from : static_cast<std::size_t>(me_.contains(mail.from));
  };
  const std::size_t first_side = side(*conversation[begin]);
  const auto from = conversation[begin]->at - kAnsweredWithin;
  const auto until = conversation[end - 1]->at + kAnsweredWithin;
  return std::any_of(conversation.begin(), conversation.end(), [&](const Mail* other) {
    return other->at >= from && other->at <= until && side(*other) != first_side;
  });
}

void MailLog::tell_day(const std::vector<const Mail*>& conversation,
                       std::size_t begin,
                       std::size_t end) {
  const Mail& first = *conversation[begin];
  InteractionDocument document{.key = fmt::format("{:016x}", conversation.front()->thread),
                               .line = first.line};
  document.interaction.date = day_of(first);
  document.interaction.kind = "email";
  document.interaction.text = first.subject;
  document.interaction.unanswered = !is_answered(conversation, begin, end);
  std::set<std::size_t> named(me_);
  for (std::size_t i = begin; i < end; ++i) {
    std::vector<std::size_t> people{conversation[i]->from};
    people.insert(people.end(), conversation[i]->to.begin(), conversation[i]->to.end());
    for (const std::size_t one : people) {
      if (named.insert(one).second) {
        const MailAddress& address = people_[one].address;
        document.people.push_back({.name = address.name, .email = address.email});
      }
    }
  }
  if (!document.people.empty()) {
    sink_.take(document);
  }
}

/// One interaction for each day on which there was mail.
void MailLog::tell(std::vector<const Mail*>& conversation) {
  std::sort(conversation.begin(), conversation.end(), [](const Mail* a, const Mail* b) {
    return std::tie(a->at, a->id) < std::tie(b->at, b->id);
  });
  for (std::size_t begin = 0; begin < conversation.size();) {
    std::size_t end = begin + 1;
    while (end < conversation.size() &&
           day_of(*conversation[end]) == day_of(*conversation[begin])) {
      ++end;
    }
    tell_day(conversation, begin, end);
    begin = end;
  }
}

void MailLog::finish() {
  settle_me();
  std::unordered_map<std::uint64_t, std::size_t> places;
  std::vector<std::vector<const Mail*>> conversations;
  for (const Mail& mail : mails_) {
    const auto [it, is_new] = places.try_emplace(root(mail.id), conversations.size());
    if (is_new) {
      conversations.emplace_back();
    }
    conversations[it->second].push_back(&mail);
  }
  for (std::vector<const Mail*>& conversation : conversations) {
    tell(conversation);
  }
  const auto say = [&](std::size_t count, const char* what) {
    if (count > 0) {
      sink_.remark({Remark::Kind::warning, 0, {}, fmt::format("{}: {}", what, count)});
    }
  };
  say(bulk_, "passed over, mails of lists, programs and newsletters, drafts and junk");
  say(crowds_, "passed over, mails to more than 25 people");
  say(undated_, "passed over, mails without a date that can be read");
}

}  // namespace kith::exchange
