// The formats, in the order of the manual.
#include "cli/export_formats.hpp"

#include <algorithm>

#include <kith/exchange/abook.hpp>
#include <kith/exchange/address_book.hpp>
#include <kith/exchange/book_csv.hpp>
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/friends.hpp>
#include <kith/exchange/ics_export.hpp>
#include <kith/exchange/jscontact.hpp>

namespace kith::cli {

PersonFilter ExportRequest::people() const {
  return filter.value_or(PersonFilter{.archived = PersonFilter::Archived::all});
}

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> kFormats{
      {.word = "json",
       .summary = "everything, the default",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_kith_json(
                 out, store, request.filter, request.progress, request.detail);
           },
       .can_redact = true},
      {.word = "vcard",
       .summary = "people, for phones, mail programs and servers",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_vcards(
                 out, store, request.people(), request.card_version, request.progress);
           },
       .write_files =
           [](Store& store, const ExportRequest& request, const auto& file) {
             return exchange::for_each_card(store,
                                            request.people(),
                                            request.card_version,
                                            request.progress,
                                            [&](const Person& person, const exchange::Card& card) {
                                              file(to_string(person.uid) + ".vcf",
                                                   exchange::to_text(card));
                                            });
           }},
      {.word = "jcard",
       .summary = "the same as JSON (RFC 7095)",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_jcards(out, store, request.people(), request.progress);
           }},
      {.word = "csv",
       .summary = "people, for a spreadsheet",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_csv_people(out, store, request.people(), request.progress);
           }},
      {.word = "google",
       .summary = "people, for Google Contacts",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_google_csv(out, store, request.people(), request.progress);
           }},
      {.word = "outlook",
       .summary = "people, for Outlook",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_outlook_csv(out, store, request.people(), request.progress);
           }},
      {.word = "jscontact",
       .summary = "people, as JSON (RFC 9553)",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_jscontact(out, store, request.people(), request.progress);
           }},
      {.word = "ics",
       .summary = "birthdays, follow-ups and check-ins, for a calendar",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_ics(out, store, request.people(), request.progress);
           }},
      {.word = "html",
       .summary = "an address book to print",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_address_book(out, store, request.people(), request.progress);
           }},
      {.word = "friends",
       .summary = "for the friends program",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_friends(
                 out, store, request.people(), request.complain, request.progress);
           }},
      {.word = "abook",
       .summary = "for abook",
       .write =
           [](std::ostream& out, Store& store, const ExportRequest& request) {
             return exchange::write_abook(out, store, request.people(), request.progress);
           }},
  };
  return kFormats;
}

const ExportFormat* find_export_format(std::string_view word) {
  const auto it = std::ranges::find(export_formats(), word, &ExportFormat::word);
  return it == export_formats().end() ? nullptr : &*it;
}

std::string export_format_words(std::string_view last_joint) {
  std::string words;
  for (const ExportFormat& format : export_formats()) {
    if (!words.empty()) {
      words += &format == &export_formats().back() ? " " + std::string(last_joint) + " " : ", ";
    }
    words += format.word;
  }
  return words;
}

}  // namespace kith::cli
