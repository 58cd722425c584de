// LinkedIn's messages.csv: conversations, as what happened on a day.
#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "exchange/csv_names.hpp"
#include "exchange/csv_remarks.hpp"
#include "exchange/linkedin_rows.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_date.hpp>
#include <kith/exchange/linkedin.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kLongestLine = 160;  // columns, of one message
constexpr std::size_t kMostLines = 3;
constexpr int kAnswerWithin = 7;  // days
constexpr std::size_t kMostMessages = 500'000;
constexpr std::size_t kMostKept = 1000;  // bytes of one message

/// What LinkedIn calls those who have closed their account.
constexpr std::string_view kNobody = "linkedin member";

/// Somebody in a conversation.
struct Party {
  std::string id{};  ///< the key of the profile, else the folded name
  std::string name{};
  std::string url{};
};

Party party_of(const std::string& name, const std::string& url) {
  Party party{.id = linkedin_key(url), .name = name, .url = url};
  if (text::fold(name) == kNobody) {
    party.name.clear();
  }
  if (party.id.empty()) {
    party.id = text::fold(party.name);
  }
  return party;
}

std::vector<std::string> split(const std::string& cell, std::string_view marks) {
  std::vector<std::string> parts;
  std::string_view rest = cell;
  while (!rest.empty()) {
    const auto end = std::min(rest.size(), rest.find_first_of(marks));
    if (std::string part = text::clean_line(rest.substr(0, end)); !part.empty()) {
      parts.push_back(std::move(part));
    }
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return parts;
}

/// Names have commas of their own ("Lim, PhD"), so where there are not as many names as pages, the
/// pages count.
std::vector<Party> receivers(const std::string& names, const std::string& urls) {
  const std::vector<std::string> pages = split(urls, ",; ");
  const std::vector<std::string> called = split(names, ",;");
  std::vector<Party> parties;
  if (pages.size() == 1) {
    parties.push_back(party_of(names, pages.front()));
  } else if (!pages.empty()) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      parties.push_back(party_of(called.size() == pages.size() ? called[i] : "", pages[i]));
    }
  } else {
    for (const std::string& name : called) {
      parties.push_back(party_of(name, ""));
    }
  }
  std::erase_if(parties, [](const Party& party) { return party.id.empty(); });
  return parties;
}

struct Message {
  std::size_t line = 0;
  Date date{};
  std::string written_at{};  ///< as it stands: sorts as the time does
  Party from{};
  std::vector<Party> to{};
  std::string about{};
  std::string words{};
};

using Conversations = std::map<std::string, std::vector<Message>>;

/// Who is in every conversation, or in nearly all; nothing where that may be several.
std::string owner_of(const Conversations& conversations) {
  std::map<std::string, std::size_t> counts;
  for (const auto& [id, messages] : conversations) {
    std::set<std::string> parties;
    for (const Message& message : messages) {
      parties.insert(message.from.id);
      for (const Party& party : message.to) {
        parties.insert(party.id);
      }
    }
    for (const std::string& party : parties) {
      counts[party] += party.empty() ? 0 : 1;
    }
  }
  std::string owner;
  std::size_t most = 0;
  for (const auto& [party, count] : counts) {
    owner = count > most ? party : count == most ? std::string() : owner;
    most = std::max(most, count);
  }
  return most * 2 > conversations.size() ? owner : std::string();
}

std::string first_name(const Party& party) {
  const std::string name =
      is_family_first(party.name, false) ? given_first(party.name) : party.name;
  return name.empty() ? "somebody" : name.substr(0, name.find(' '));
}

/// The messages of one conversation on one day.
class Day {
 public:
  Day(const std::vector<Message>& conversation, Date date, const std::string& owner)
      : conversation_(conversation), owner_(owner) {
    for (const Message& message : conversation) {
      if (message.date == date) {
        messages_.push_back(&message);
      }
    }
  }

  InteractionDocument document(const std::string& conversation) const {
    InteractionDocument document{
        .key = "conversation " + conversation,
        .line = messages_.front()->line,
        .interaction = {.date = messages_.front()->date, .kind = "message", .text = text()}};
    document.interaction.unanswered = !is_answered();
    std::set<std::string> seen{owner_};
    for (const Message* message : messages_) {
      add(message->from, seen, document.people);
      for (const Party& party : message->to) {
        add(party, seen, document.people);
      }
    }
    return document;
  }

 private:
  void add(const Party& party, std::set<std::string>& seen, std::vector<Who>& people) const {
    if (!party.id.empty() && seen.insert(party.id).second) {
      people.push_back(
          {.name = party.name, .url = party.url, .key = party.url.empty() ? "" : party.id});
    }
  }

  std::string text() const {
    std::string text;
    for (const Message* message : messages_) {
      if (text.empty()) {
        text = message->about;
      }
    }
    std::size_t told = 0;
    for (const Message* message : messages_) {
      if (told < kMostLines && !message->words.empty()) {
        text += (text.empty() ? "" : "\n") + first_name(message->from) + ": " +
                text::shorten(message->words, kLongestLine);
        ++told;
      }
    }
    if (messages_.size() > told && told > 0) {
      text += "\n… " + std::to_string(messages_.size() - told) + " more";
    }
    return text.empty() ? "messages on LinkedIn" : text;
  }

  /// Both sides wrote within a week: an answer often comes on another day.
  bool is_answered() const {
    std::set<std::string> sides;
    for (const Message& message : conversation_) {
      if (std::abs(days_between(message.date, messages_.front()->date)) <= kAnswerWithin) {
        sides.insert(owner_.empty() || message.from.id == owner_ ? message.from.id : "them");
      }
    }
    return sides.size() > 1;
  }

  const std::vector<Message>& conversation_;
  const std::string& owner_;
  std::vector<const Message*> messages_{};
};

std::optional<Message> read_message(const CsvRow& row,
                                    const LinkedInColumns& columns,
                                    LogSink& sink) {
  const std::string folder = text::fold(columns.cell(row, "folder"));
  const std::string draft = text::fold(columns.cell(row, "is message draft"));
  if (folder == "spam" || draft == "yes" || draft == "true") {
    return std::nullopt;
  }
  Message message{.line = row.line, .written_at = columns.cell(row, "date")};
  const std::optional<Date> date = read_file_date(message.written_at);
  message.from = party_of(columns.cell(row, "from"), columns.cell(row, "sender profile url"));
  if (!date) {
    sink.remark({Remark::Kind::warning,
                 row.line,
                 message.from.name,
                 "a message without a day, left out: " + message.written_at});
    return std::nullopt;
  }
  message.date = *date;
  message.to = receivers(columns.cell(row, "to"), columns.cell(row, "recipient profile urls"));
  const std::string subject = columns.cell(row, "subject");
  message.about = subject.empty() ? columns.cell(row, "conversation title") : subject;
  // As much as is shown, and not within a character: the text is made valid again where it is cut.
  message.words = without_markup(columns.text(row, "content").substr(0, kMostKept));
  return message;
}

}  // namespace

void read_messages(CsvReader& reader, const LinkedInColumns& columns, LogSink& sink) {
  Conversations conversations;
  std::size_t count = 0;
  while (const std::optional<CsvRow> row = reader.next()) {
    if (is_blank_row(*row)) {
      continue;
    }
    if (++count > kMostMessages) {
      throw DataError("more than 500,000 messages",
                      "is it LinkedIn's messages.csv?",
                      Position{.line = row->line});
    }
    if (std::optional<Message> message = read_message(*row, columns, sink)) {
      conversations[columns.cell(*row, "conversation id")].push_back(std::move(*message));
    }
  }
  const std::string owner = owner_of(conversations);
  if (owner.empty() && !conversations.empty()) {
    sink.remark({Remark::Kind::warning,
                 0,
                 {},
                 "whose messages these are cannot be told: nobody alone is in all of them"});
  }
  for (auto& [id, messages] : conversations) {
    // LinkedIn writes the newest first.
    std::ranges::stable_sort(messages, {}, [](const Message& message) {
      return std::pair(std::chrono::sys_days{message.date}, message.written_at);
    });
    std::optional<Date> last;
    for (const Message& message : messages) {
      if (message.date != last) {
        last = message.date;
        const InteractionDocument document = Day(messages, message.date, owner).document(id);
        if (!document.people.empty()) {
          sink.take(document);
        }
      }
    }
  }
}

}  // namespace kith::exchange
