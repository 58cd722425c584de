// Full-text search.
#include <optional>

#include "store/connection.hpp"
#include "store/index_keeper.hpp"
#include <kith/store/text_index.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

/// True if FTS5 would find a token in it: letters or digits of some script.
bool has_token(std::string_view typed) { return !text::words(text::fold(typed)).empty(); }

/// The words that are there and begin with `word`, or nothing if they are more than a few. FTS5
/// tells the next word at one seek; asked for a beginning itself, it gathers all that hold any of
/// them before it gives the first.
std::optional<std::vector<std::string>> words_beginning_with(Connection& db,
                                                             const std::string& word) {
  constexpr std::size_t kFew = 64;
  db.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab(main, search, instance)");
  std::vector<std::string> found;
  std::string from = word;
  while (true) {
    Query next(db, "SELECT term FROM temp.search_word WHERE term >= ?1 LIMIT 1");
    next.with(from);
    if (!next.step() || !next.text(0).starts_with(word)) {
      return found;
    }
    if (found.size() == kFew) {
      return std::nullopt;
    }
    found.push_back(next.text(0));
    from = found.back() + '\x01';  // before all that go on with a letter
  }
}

/// One word as an FTS5 query. Whatever somebody types is data here: inside double quotes FTS5 knows
/// no operators.
std::string as_query(Connection& db, const std::string& word) {
  const std::vector<std::string> parts = text::words(word);
  if (parts.size() == 1 && parts.front() == word && searchable(word) == word) {
    const auto all = words_beginning_with(db, word);
    if (all && !all->empty()) {
      std::string query;
      for (const std::string& one : *all) {
        query += (query.empty() ? "(\"" : " OR \"") + one + '"';
      }
      return query + ')';
    }
  }
  return '"' + searchable(word) + "\"*";
}

/// All words as an FTS5 query, each a phrase of its own and the beginning of a word.
std::string as_query(Connection& db, std::string_view typed) {
  std::string query;
  std::string word;
  const auto finish = [&] {
    if (has_token(word)) {
      query += (query.empty() ? "" : " AND ") + as_query(db, word);
    }
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

/// The people in whose texts an FTS5 query finds something, those added last first.
std::vector<PersonId> matching_people(Connection& db, const std::string& match, std::size_t limit) {
  std::vector<PersonId> people;
  Query query(
      db, "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid < 0 ORDER BY rowid LIMIT ?2");
  query.with(match, limit);
  while (query.step()) {
    people.push_back(PersonId{-query.integer(0)});
  }
  return people;
}

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
  return has_token(words) ? matching_people(db_, as_query(db_, words), limit)
                          : std::vector<PersonId>{};
}

std::vector<Hit> TextIndex::find(std::string_view words, std::size_t limit) const {
  std::vector<Hit> hits;
  if (!has_token(words)) {
    return hits;
  }
  const std::string match = as_query(db_, words);
  for (const PersonId id : matching_people(db_, match, limit)) {
    hits.push_back({HitType::person, raw(id)});
  }
  Query records(
      db_,
      "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid > 0 ORDER BY rowid DESC LIMIT ?2");
  records.with(match, limit - hits.size());
  while (records.step()) {
    const std::int64_t id = records.integer(0);
    hits.push_back({type_of(db_, id), id});
  }
  return hits;
}

}  // namespace kith
