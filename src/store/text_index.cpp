// Full-text search.
#include <array>

#include "store/connection.hpp"
#include "store/index_keeper.hpp"
#include <kith/store/text_index.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

/// The words as an FTS5 query: each a phrase of its own and the beginning of a word. Whatever
/// somebody types is data here: inside double quotes FTS5 knows no operators.
std::string as_query(std::string_view typed) {
  std::string query;
  std::string word;
  const auto finish = [&] {
    if (word.empty()) {
      return;
    }
    query += query.empty() ? "\"" : " \"";
    query += searchable(word) + "\"*";
    word.clear();
  };
  for (const char c : text::fold(typed)) {
    if (c == ' ') {
      finish();
    } else if (c != '"' && c != '\0') {
      word += c;
    }
  }
  finish();
  return query;
}

/// True if FTS5 would find a token in it: letters or digits of some script.
bool has_token(std::string_view typed) { return !text::words(text::fold(typed)).empty(); }

HitType type_of(Connection& db, std::int64_t id) {
  Query query(db, R"sql(
    SELECT EXISTS(SELECT 1 FROM interaction WHERE id = ?1), EXISTS(SELECT 1 FROM fact WHERE id = ?1))sql");
  query.with(id).step();
  if (query.boolean(0)) {
    return HitType::interaction;
  }
  return query.boolean(1) ? HitType::fact : HitType::follow_up;
}

}  // namespace

std::string_view to_string(HitType type) {
  switch (type) {
    case HitType::person:
      return "person";
    case HitType::interaction:
      return "interaction";
    case HitType::fact:
      return "fact";
    case HitType::follow_up:
      return "follow_up";
  }
  return "person";
}

std::vector<PersonId> TextIndex::people(std::string_view words, std::size_t limit) const {
  std::vector<PersonId> people;
  if (!has_token(words)) {
    return people;
  }
  Query query(
      db_, "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid < 0 ORDER BY rowid LIMIT ?2");
  query.with(as_query(words), limit);
  while (query.step()) {
    people.push_back(PersonId{-query.integer(0)});
  }
  return people;
}

std::vector<Hit> TextIndex::find(std::string_view words, std::size_t limit) const {
  std::vector<Hit> hits;
  if (!has_token(words)) {
    return hits;
  }
  const std::string query = as_query(words);
  for (const PersonId id : people(words, limit)) {
    hits.push_back({HitType::person, raw(id)});
  }
  Query records(
      db_,
      "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid > 0 ORDER BY rowid DESC LIMIT ?2");
  records.with(query, limit - hits.size());
  while (records.step()) {
    const std::int64_t id = records.integer(0);
    hits.push_back({type_of(db_, id), id});
  }
  return hits;
}

}  // namespace kith
