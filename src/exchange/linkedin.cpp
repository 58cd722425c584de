// LinkedIn's Connections.csv. What was seen of it in real files is in docs/manual/import.md.
#include "kith/exchange/linkedin.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "exchange/csv_remarks.hpp"
#include "exchange/linkedin_rows.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_date.hpp>
#include <kith/exchange/csv_reader.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kMostRows = 100'000;  // LinkedIn's own limit is 30,000
constexpr std::string_view kMet = "connected on LinkedIn";

/// A row as it stands, with the key its URL gives it.
struct Connection {
  std::size_t line = 0;
  std::string name{};
  std::string folded{};
  std::string url{};
  std::string key{};
  std::string email{};
  std::string org{};
  std::string title{};
  std::optional<Date> connected{};
};

/// The same in a quarter of the memory, while all rows are gathered.
class Packed {
 public:
  explicit Packed(const Connection& connection)
      : line_(static_cast<std::uint32_t>(connection.line)), connected_(connection.connected) {
    const std::array parts{
        &connection.name, &connection.url, &connection.email, &connection.org, &connection.title};
    std::uint32_t size = 0;
    for (std::size_t i = 0; i < kParts; ++i) {
      ends_[i] = size += static_cast<std::uint32_t>(parts[i]->size());
    }
    text_ = std::make_unique<char[]>(size);
    for (std::size_t i = 0; i < kParts; ++i) {
      std::copy(parts[i]->begin(), parts[i]->end(), text_.get() + begin(i));
    }
  }

  Connection unpacked() const {
    Connection connection{.line = line_,
                          .name = part(0),
                          .url = part(1),
                          .email = part(2),
                          .org = part(3),
                          .title = part(4),
                          .connected = connected_};
    connection.folded = text::fold(connection.name);
    connection.key = linkedin_key(connection.url);
    return connection;
  }
  void forget() { text_.reset(); }

  bool shares_url = false;  ///< with somebody of another name

 private:
  static constexpr std::size_t kParts = 5;
  std::size_t begin(std::size_t index) const { return index == 0 ? 0 : ends_[index - 1]; }
  std::string part(std::size_t index) const {
    return {text_.get() + begin(index), text_.get() + ends_[index]};
  }

  std::unique_ptr<char[]> text_{};
  std::array<std::uint32_t, kParts> ends_{};  // a cell has a MiB at most
  std::uint32_t line_;
  std::optional<Date> connected_;
};

int hex_value(char c) {
  return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
        hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::optional<Connection> read_row(const CsvRow& row,
                                   const LinkedInColumns& columns,
                                   DocumentSink& sink) {
  Connection connection{.line = row.line};
  const std::string given = columns.cell(row, "first name");
  const std::string family = columns.cell(row, "last name");
  connection.name = given + (given.empty() || family.empty() ? "" : " ") + family;
  connection.org = columns.cell(row, "company");
  connection.title = columns.cell(row, "position");
  connection.url = columns.cell(row, "url");
  connection.email = columns.cell(row, "email address");
  if (connection.name.empty()) {
    const bool is_bare = connection.url.empty() && connection.org.empty();
    sink.remark({Remark::Kind::skipped,
                 row.line,
                 {},
                 is_bare ? "no name (LinkedIn leaves closed accounts empty)" : "no name"});
    return std::nullopt;
  }
  connection.folded = text::fold(connection.name);
  connection.key = linkedin_key(connection.url);
  if (const std::string text = columns.cell(row, "connected on"); !text.empty()) {
    connection.connected = read_file_date(text);
    if (!connection.connected) {
      sink.remark(
          {Remark::Kind::warning, row.line, connection.name, "Connected On is no date: " + text});
    }
  }
  return connection;
}

/// What names the person at LinkedIn. A URL that several names share names none of them alone.
std::vector<std::string> keys_of(const Connection& person, bool shares_url) {
  std::vector<std::string> keys;
  if (!person.key.empty()) {
    keys = {person.key, person.key + " | " + person.folded};
    if (shares_url) {
      std::swap(keys[0], keys[1]);
    }
  }
  if (!person.email.empty()) {
    keys.push_back("mailto:" + text::fold(person.email));
  }
  keys.push_back(person.folded + " | " + (person.connected ? to_string(*person.connected) : ""));
  return keys;
}

ContactDocument to_document(const Connection& person, bool shares_url) {
  ContactDocument document;
  document.keys = keys_of(person, shares_url);
  document.key_is_identity = !person.key.empty();
  document.line = person.line;
  document.name = person.name;
  if (!person.email.empty()) {
    document.contact_points.push_back({ContactKind::email, person.email, {}});
  }
  if (!person.url.empty()) {
    document.contact_points.push_back({ContactKind::url, person.url, "linkedin"});
  }
  if (!person.org.empty() || !person.title.empty()) {
    document.memberships.push_back({.org = person.org, .title = person.title});
  }
  document.met = kMet;
  if (person.connected) {
    document.met_on = PartialDate(*person.connected);
  }
  document.final_on = {Field::employment};
  return document;
}

/// All rows of a file, since a later one may be the same person once more, or share the URL of an
/// earlier one. Rows of one URL and name are one person: the last connection stays, the others are
/// said to be repeated. Without a URL, rows of one name and e-mail or day are one.
class Connections {
 public:
  explicit Connections(DocumentSink& sink) : sink_(sink) {}

  void add(Connection row) {
    if (rows_++ == kMostRows) {
      throw DataError(
          "more than 100,000 connections; LinkedIn allows 30,000",
          "is it LinkedIn's Connections.csv? For any other CSV file: kith import csv FILE",
          Position{.line = row.line});
    }
    const std::string is_of = identity(row);
    const auto [begin, end] = by_identity_.equal_range(hash_of(is_of));
    const auto known = std::find_if(begin, end, [&](const auto& one) {
      return identity(people_[one.second].unpacked()) == is_of;
    });
    if (known != end) {
      keep_the_last(people_[known->second], std::move(row));
      return;
    }
    const auto place = static_cast<std::uint32_t>(people_.size());
    by_identity_.emplace(hash_of(is_of), place);
    people_.emplace_back(row);
    note_url(row, place);
  }

  void hand_over() {
    Places().swap(by_identity_);  // the import wants the memory
    Places().swap(by_url_);
    for (Packed& person : people_) {
      sink_.take(to_document(person.unpacked(), person.shares_url));
      person.forget();
    }
  }

 private:
  using Places = std::unordered_multimap<std::size_t, std::uint32_t>;  // by hash

  static std::size_t hash_of(const std::string& text) { return std::hash<std::string>{}(text); }

  static std::string identity(const Connection& row) {
    std::string key = row.key;
    if (key.empty()) {
      key = !row.email.empty() ? text::fold(row.email)
                               : "on " + (row.connected ? to_string(*row.connected) : "");
    }
    return key + '\n' + row.folded;
  }

  void keep_the_last(Packed& kept, Connection row) {
    Connection first = kept.unpacked();
    if (row.connected && (!first.connected || *row.connected >= *first.connected)) {
      if (row.email.empty()) {
        row.email = first.email;
      }
      std::swap(first, row);
      const bool shares_url = kept.shares_url;
      kept = Packed(first);
      kept.shares_url = shares_url;
    }
    sink_.remark({Remark::Kind::repeated,
                  row.line,
                  row.name,
                  "the same " + std::string(row.key.empty() ? "person" : "URL and name") +
                      " as on line " + std::to_string(first.line)});
  }

  /// Whoever has the URL of somebody further up is somebody of another name.
  void note_url(const Connection& row, std::uint32_t place) {
    if (row.key.empty()) {
      return;
    }
    const auto [begin, end] = by_url_.equal_range(hash_of(row.key));
    const auto first = std::find_if(
        begin, end, [&](const auto& one) { return people_[one.second].unpacked().key == row.key; });
    if (first == end) {
      by_url_.emplace(hash_of(row.key), place);
      return;
    }
    people_[first->second].shares_url = true;
    people_[place].shares_url = true;
  }

  DocumentSink& sink_;
  std::deque<Packed> people_{};
  Places by_identity_{};
  Places by_url_{};
  std::size_t rows_ = 0;
};

}  // namespace

std::string linkedin_key(std::string_view url) {
  std::string key = ascii_lower(text::clean_line(url));
  if (const auto scheme = key.find("://"); scheme != std::string::npos) {
    key.erase(0, scheme + 3);
  }
  key.resize(std::min(key.size(), key.find_first_of("?#")));
  key = ascii_lower(text::clean_line(percent_decoded(key)));
  constexpr std::string_view kHost = "linkedin.com";
  const auto host_end = std::min(key.size(), key.find('/'));
  const auto host = key.find(kHost);
  if (host != std::string::npos && host > 0 && host + kHost.size() == host_end &&
      key[host - 1] == '.') {
    key.erase(0, host);  // www., de., uk.: one account behind all of them
  }
  key.resize(key.find_last_not_of('/') + 1);
  return key;
}

void read_connections(CsvReader& reader, const LinkedInColumns& columns, DocumentSink& sink) {
  Connections connections(sink);
  while (const std::optional<CsvRow> row = reader.next()) {
    if (is_blank_row(*row)) {
      continue;  // a spreadsheet's empty row
    }
    if (std::optional<Connection> connection = read_row(*row, columns, sink)) {
      connections.add(std::move(*connection));
    }
  }
  connections.hand_over();
}

}  // namespace kith::exchange
