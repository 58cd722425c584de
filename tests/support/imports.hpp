// Imports for tests: a house, and files as strings.
#pragma once

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/people.hpp"
#include <kith/exchange/book_csv.hpp>
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/importer.hpp>
#include <kith/exchange/json_export.hpp>
#include <kith/exchange/json_import.hpp>
#include <kith/exchange/linkedin.hpp>
#include <kith/exchange/vcard.hpp>

namespace kith::test {

/// A house that files are brought into.
struct ImportHouse : House {
  using House::House;

  /// New people are written in twos, so that most files are of several pieces; as a file in a
  /// folder that is synced is read, one is.
  exchange::Importer importer_of(std::string_view source, exchange::Importer::LogRules rules = {}) {
    rules.at_once = at_once;
    return {store, std::string(source), rules};
  }
  std::size_t at_once = 2;

  exchange::ImportReport linkedin(const std::string& text) { return linkedin_file(text, {}, {}); }

  /// A file of LinkedIn's archive, by its name.
  exchange::ImportReport linkedin_file(const std::string& text,
                                       const std::string& name,
                                       const exchange::Importer::LogRules& rules) {
    return store.write("import", [&] {
      std::istringstream in(text);
      exchange::Importer importer = importer_of(exchange::kLinkedInSource, rules);
      exchange::read_linkedin(in, importer, name);
      return importer.finish("file");
    });
  }

  exchange::ImportReport csv(const std::string& text, const exchange::ColumnMap& map = {}) {
    return store.write("import", [&] {
      std::istringstream in(text);
      exchange::Importer importer = importer_of(exchange::kCsvSource);
      exchange::read_csv_people(in, map, clock.today(), importer);
      return importer.finish("file");
    });
  }

  exchange::ImportReport google(const std::string& text) {
    return store.write("import", [&] {
      std::istringstream in(text);
      exchange::Importer importer = importer_of(exchange::kGoogleSource);
      exchange::read_google_csv(in, clock.today(), importer);
      return importer.finish("google.csv");
    });
  }

  exchange::ImportReport vcard(const std::string& text) {
    return store.write("import", [&] {
      std::istringstream in(text);
      exchange::Importer importer = importer_of(exchange::kVcardSource);
      exchange::read_vcards(in, importer);
      return importer.finish("file");
    });
  }

  exchange::ImportReport json(const std::string& text) {
    return store.write("import", [&] {
      std::istringstream in(text);
      return exchange::read_kith_json(in, store);
    });
  }

  std::string to_json(const std::optional<PersonFilter>& filter = {}) {
    std::ostringstream out;
    exchange::write_kith_json(out, store, filter);
    return out.str();
  }

  std::string to_vcard(exchange::CardVersion version = exchange::CardVersion::v3_0) {
    std::ostringstream out;
    exchange::write_vcards(out, store, {.archived = PersonFilter::Archived::all}, version);
    return out.str();
  }

  std::string to_csv(const PersonFilter& filter = {.archived = PersonFilter::Archived::all}) {
    std::ostringstream out;
    exchange::write_csv_people(out, store, filter);
    return out.str();
  }

  std::string to_google() {
    std::ostringstream out;
    exchange::write_google_csv(out, store, {.archived = PersonFilter::Archived::all});
    return out.str();
  }

  std::string to_outlook() {
    std::ostringstream out;
    exchange::write_outlook_csv(out, store, {.archived = PersonFilter::Archived::all});
    return out.str();
  }

  /// Everybody by name, each in one line: "name | title at org | met on | e-mails | urls".
  std::vector<std::string> everybody() {
    std::vector<std::string> lines;
    const PersonFilter all{.archived = PersonFilter::Archived::all};
    store.people().for_each(all, PersonOrder::name, [&](const ListedPerson& listed) {
      const Person& person = listed.person;
      std::string line = person.name + " | " + person.title() + " at " + person.org() + " | " +
                         to_string(person.met_on);
      for (const ContactKind kind : {ContactKind::email, ContactKind::url}) {
        line += " |";
        for (const ContactPoint& point : person.points(kind)) {
          line += " " + point.value;
        }
      }
      lines.push_back(line);
      return true;
    });
    return lines;
  }

  /// The only person of that name.
  Person only(std::string_view name) {
    const std::vector<PersonRef> found = store.names().with_name(name);
    if (found.size() != 1) {
      throw std::runtime_error(std::string(name) + ": " + std::to_string(found.size()));
    }
    return store.people().get(found.front().id);
  }
};

/// "8: skipped: Ana Lim: why", in the order of the report.
inline std::vector<std::string> lines_of(const exchange::ImportReport& report) {
  std::vector<std::string> lines;
  for (const exchange::Remark& remark : report.remarks) {
    lines.push_back(std::to_string(remark.line) + ": " + std::string(exchange::word(remark.kind)) +
                    ": " + (remark.name.empty() ? "" : remark.name + ": ") + remark.why);
  }
  return lines;
}

}  // namespace kith::test
