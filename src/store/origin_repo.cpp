// Where a person came from, and what that source said last.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "store/connection.hpp"
#include "store/records.hpp"
#include <kith/store/origin_repo.hpp>

namespace kith {
namespace {

Origin read_row(const Query& row) {
  return {.source = row.text(0),
          .key = row.text(1),
          .person = row.id<PersonId>(2),
          .said = nlohmann::json::parse(row.text(3)).get<std::map<std::string, std::string>>()};
}

/// Plain letters and signs stand in JSON as they are.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
}

void append_json(std::string& out, const std::string& text) {
  if (is_plain(text)) {
    out += '"';
    out += text;
    out += '"';
    return;
  }
  // A source may have said anything: bytes that are no text become U+FFFD.
  constexpr auto kReplace = nlohmann::json::error_handler_t::replace;
  out += nlohmann::json(text).dump(-1, ' ', false, kReplace);
}

}  // namespace

std::string said_text(const Origin& origin) {
  std::string text;
  for (const auto& [field, value] : origin.said) {
    text += text.empty() ? '{' : ',';
    append_json(text, field);
    text += ':';
    append_json(text, value);
  }
  return text.empty() ? "{}" : text + '}';
}

std::optional<Origin> OriginRepo::find(std::string_view source, std::string_view key) const {
  Query query(db_, R"sql(
    SELECT source, key, person, said FROM origin WHERE source = ?1 AND key = ?2)sql");
  query.with(source, key);
  return query.step() ? std::optional(read_row(query)) : std::nullopt;
}

bool OriginRepo::has_any(std::string_view source) const {
  Query query(db_, "SELECT 1 FROM origin WHERE source = ?1 LIMIT 1");
  query.with(source);
  return query.step();
}

void OriginRepo::put(const Origin& origin) {
  Query(db_, R"sql(
    INSERT INTO origin(source, key, person, said) VALUES(?1, ?2, ?3, ?4)
    ON CONFLICT(source, key) DO UPDATE SET person = excluded.person, said = excluded.said
    WHERE person <> excluded.person OR said <> excluded.said)sql")
      .with(origin.source, origin.key, origin.person, said_text(origin))
      .run();
}

std::vector<Origin> OriginRepo::of(PersonId person) const {
  std::vector<Origin> origins;
  Query query(db_, R"sql(
    SELECT source, key, person, said FROM origin WHERE person = ?1 ORDER BY source, key)sql");
  query.with(person);
  while (query.step()) {
    origins.push_back(read_row(query));
  }
  return origins;
}

void OriginRepo::for_each_key(
    std::string_view source,
    const std::function<void(std::string_view key, PersonId)>& visit) const {
  Query query(db_, "SELECT key, person FROM origin WHERE source = ?1 ORDER BY key");
  query.with(source);
  while (query.step()) {
    visit(query.text(0), query.id<PersonId>(1));
  }
}

}  // namespace kith
