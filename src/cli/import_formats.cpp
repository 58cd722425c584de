// The formats, in the order of the manual.
#include "cli/import_formats.hpp"

#include <algorithm>

#include "cli/system_clock.hpp"
#include <kith/capture/capture.hpp>
#include <kith/error.hpp>
#include <kith/exchange/abook.hpp>
#include <kith/exchange/book_csv.hpp>
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/friends.hpp>
#include <kith/exchange/ics.hpp>
#include <kith/exchange/linkedin.hpp>
#include <kith/exchange/mail.hpp>
#include <kith/exchange/monica.hpp>
#include <kith/exchange/vcard.hpp>

namespace kith::cli {
namespace {

/// Reading a sentence for its kind alone asks for nobody.
class Nobody : public capture::People {
 public:
  std::vector<capture::KnownPerson> with_words(const std::vector<std::string>&) const override {
    return {};
  }
  std::vector<std::string> words_near(std::string_view) const override { return {}; }
  std::vector<capture::KnownPerson> with_address(std::string_view) const override { return {}; }
};

exchange::KindOf kind_reader(Date today) {
  return [today](std::string_view sentence) -> std::string {
    try {
      return capture::read_sentence(sentence, today, Nobody{}).kind.value;
    } catch (const DataError&) {
      return "other";  // empty, endless, or with a day that no calendar has
    }
  };
}

exchange::MailRules mail_rules(const ImportRequest& request) {
  return {.me = request.me, .wall_clock = local_day_and_time};
}

}  // namespace

const std::vector<ImportFormat>& import_formats() {
  static const std::vector<ImportFormat> kFormats{
      {.word = "json", .summary = "what kith export json wrote"},
      {.word = exchange::kVcardSource,
       .summary = "vCards 2.1, 3.0 and 4.0; of a folder, every .vcf file",
       .read = [](std::istream& in,
                  const ImportRequest&,
                  exchange::LogSink& sink) { exchange::read_vcards(in, sink); },
       .files_in = exchange::vcard_files_in},
      {.word = "csv",
       .summary = "any CSV file with a row of column names",
       .read =
           [](std::istream& in, const ImportRequest& request, exchange::LogSink& sink) {
             exchange::read_csv_people(
                 in, exchange::parse_column_map(request.map), request.today, sink);
           }},
      {.word = "google",
       .summary = "Google Contacts' CSV, of any year",
       .read = [](std::istream& in,
                  const ImportRequest& request,
                  exchange::LogSink& sink) { exchange::read_google_csv(in, request.today, sink); }},
      {.word = "linkedin",
       .summary = "LinkedIn's connections, messages, recommendations and invitations",
       .read = [](std::istream& in,
                  const ImportRequest& request,
                  exchange::LogSink& sink) { exchange::read_linkedin(in, sink, request.file); },
       .files_in = exchange::linkedin_files_in,
       .tells_a_log = true},
      {.word = "friends",
       .summary = "the friends.md of the friends program",
       .read =
           [](std::istream& in, const ImportRequest& request, exchange::LogSink& sink) {
             exchange::read_friends(in, request.today, kind_reader(request.today), sink);
           },
       .tells_a_log = true},
      {.word = "monica",
       .summary = "Monica 4's export to JSON",
       .read =
           [](std::istream& in, const ImportRequest& request, exchange::LogSink& sink) {
             exchange::read_monica(in, request.today, kind_reader(request.today), sink);
           },
       .tells_a_log = true},
      {.word = "abook",
       .summary = "abook's addressbook",
       .read = [](std::istream& in,
                  const ImportRequest&,
                  exchange::LogSink& sink) { exchange::read_abook(in, sink); }},
      {.word = "mbox",
       .summary = "a mailbox file: mails with people you know",
       .read = [](std::istream& in,
                  const ImportRequest& request,
                  exchange::LogSink& sink) { exchange::read_mbox(in, mail_rules(request), sink); },
       .tells_a_log = true,
       .asks_who = true},
      {.word = "maildir",
       .summary = "a folder of mails, or one mail",
       .read = [](std::istream& in,
                  const ImportRequest& request,
                  exchange::LogSink& sink) { exchange::read_mail(in, mail_rules(request), sink); },
       .read_folder =
           [](const std::filesystem::path& folder,
              const ImportRequest& request,
              exchange::LogSink& sink) {
             exchange::read_maildir(folder, mail_rules(request), sink);
           },
       .tells_a_log = true,
       .asks_who = true},
      {.word = "ics",
       .summary = "a calendar, or a folder of them: meetings with people you know",
       .read =
           [](std::istream& in, const ImportRequest& request, exchange::LogSink& sink) {
             exchange::read_ics(in,
                                {.today = request.today,
                                 .me = request.me,
                                 .wall_clock = local_day_and_time,
                                 .kind_of = kind_reader(request.today)},
                                sink);
           },
       .files_in = exchange::ics_files_in,
       .tells_a_log = true,
       .asks_who = true},
  };
  return kFormats;
}

const ImportFormat* find_import_format(std::string_view word) {
  const auto it = std::ranges::find(import_formats(), word, &ImportFormat::word);
  return it == import_formats().end() ? nullptr : &*it;
}

std::string import_format_words(std::string_view last_joint) {
  std::string words;
  for (const ImportFormat& format : import_formats()) {
    if (!words.empty()) {
      words += &format == &import_formats().back() ? " " + std::string(last_joint) + " " : ", ";
    }
    words += format.word;
  }
  return words;
}

}  // namespace kith::cli
