// LinkedIn's Connections.csv. What was seen of it in real files is in docs/manual/import.md.
#include "kith/exchange/linkedin.hpp"

#include <algorithm>
#include <array>
#include <map>
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
  std::string connected_text{};
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
  connection.connected_text = columns.cell(row, "connected on");
  if (!connection.connected_text.empty()) {
    connection.connected = read_file_date(connection.connected_text);
    if (!connection.connected) {
      sink.remark({Remark::Kind::warning,
                   row.line,
                   connection.name,
                   "Connected On is no date: " + connection.connected_text});
    }
  }
  return connection;
}

/// Rows of one URL and name are one person: the last connection stays, the others are said to be
/// repeated. Without a URL, rows of one name and e-mail or day are one.
std::vector<Connection> without_repeats(std::vector<Connection> rows, DocumentSink& sink) {
  std::unordered_map<std::string, std::size_t> seen;
  std::vector<Connection> people;
  for (Connection& row : rows) {
    std::string key = row.key;
    if (key.empty()) {
      key = !row.email.empty() ? text::fold(row.email)
                               : "on " + (row.connected ? to_string(*row.connected) : "");
    }
    const auto [it, is_new] = seen.try_emplace(key + '\n' + row.folded, people.size());
    if (is_new) {
      people.push_back(std::move(row));
      continue;
    }
    Connection& first = people[it->second];
    if (row.connected && (!first.connected || *row.connected >= *first.connected)) {
      if (row.email.empty()) {
        row.email = first.email;
      }
      std::swap(first, row);
    }
    sink.remark({Remark::Kind::repeated,
                 row.line,
                 row.name,
                 "the same " + std::string(row.key.empty() ? "person" : "URL and name") +
                     " as on line " + std::to_string(first.line)});
  }
  return people;
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
  std::vector<Connection> rows;
  std::unordered_map<std::string, std::map<std::string, std::size_t>> names_of_url;
  while (const std::optional<CsvRow> row = reader.next()) {
    if (is_blank_row(*row)) {
      continue;  // a spreadsheet's empty row
    }
    if (std::optional<Connection> connection = read_row(*row, columns, sink)) {
      if (!connection->key.empty()) {
        ++names_of_url[connection->key][connection->folded];
      }
      if (rows.size() == kMostRows) {
        throw DataError(
            "more than 100,000 connections; LinkedIn allows 30,000",
            "is it LinkedIn's Connections.csv? For any other CSV file: kith import csv FILE",
            Position{.line = row->line});
      }
      rows.push_back(std::move(*connection));
    }
  }
  for (const Connection& person : without_repeats(std::move(rows), sink)) {
    const bool shares_url = !person.key.empty() && names_of_url[person.key].size() > 1;
    sink.take(to_document(person, shares_url));
  }
}

}  // namespace kith::exchange
