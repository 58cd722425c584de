// Finding people by what somebody types.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "store/connection.hpp"
#include "store/name_keys.hpp"
#include <kith/store/name_index.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith {
namespace {

/// So many people are looked at before an answer is given up as too vague: a prefix of one letter
/// fits half of everybody.
constexpr std::size_t kMostLookedAt = 2000;
/// A phone number typed in part has to have this many digits to mean anything.
constexpr std::size_t kShortestPhone = 6;
/// Edits that are forgiven: two in a long word, one in a shorter one, none in one of two characters
/// (Bo is no misspelt Jo).
int forgiven(std::string_view word) {
  const std::size_t characters = text::length(word);
  return text::words(word).empty() || characters < 3 ? 0 : characters > 5 ? 2 : 1;
}

using Ids = std::set<PersonId>;

Ids with_key(Connection& db, KeyKind kind, std::string_view key) {
  Ids ids;
  if (key.empty()) {
    return ids;
  }
  Query query(db, "SELECT person FROM name_key WHERE kind = ?1 AND key = ?2");
  query.with(kind, key);
  while (query.step()) {
    ids.insert(query.id<PersonId>(0));
  }
  return ids;
}

Ids with_key_prefix(Connection& db, KeyKind kind, std::string_view prefix) {
  Ids ids;
  Query query(db,
              "SELECT person FROM name_key WHERE kind = ?1 AND key >= ?2 AND key < ?3 LIMIT ?4");
  query.with(kind, prefix, after_prefix(prefix), kMostLookedAt);
  while (query.step()) {
    ids.insert(query.id<PersonId>(0));
  }
  return ids;
}

std::vector<std::string> words_of(Connection& db, PersonId person) {
  std::vector<std::string> words;
  Query query(db, "SELECT kind, key FROM name_key WHERE person = ?1");
  query.with(person);
  while (query.step()) {
    if (static_cast<KeyKind>(query.integer(0)) == KeyKind::word) {
      words.push_back(query.text(1));
    }
  }
  return words;
}

/// True if each of `wanted` fits a word of its own among `words`.
template <class Fits>
bool all_fit(const std::vector<std::string>& wanted, std::vector<std::string> words, Fits fits) {
  return std::ranges::all_of(wanted, [&](const std::string& want) {
    const auto found =
        std::ranges::find_if(words, [&](const std::string& word) { return fits(want, word); });
    if (found == words.end()) {
      return false;
    }
    words.erase(found);
    return true;
  });
}

template <class Fits>
Ids keep_fitting(Connection& db, Ids ids, const std::vector<std::string>& wanted, Fits fits) {
  if (wanted.size() < 2) {
    return ids;
  }
  Ids kept;
  for (const PersonId id : ids) {
    if (all_fit(wanted, words_of(db, id), fits)) {
      kept.insert(id);
    }
  }
  return kept;
}

const std::string& longest(const std::vector<std::string>& words) {
  return *std::ranges::max_element(words, {}, &std::string::size);
}

bool looks_like_phone(std::string_view who) {
  const bool only_phone = std::ranges::all_of(who, [](char c) {
    return std::string_view{"0123456789+-()./ "}.find(c) != std::string_view::npos;
  });
  return only_phone && std::ranges::count_if(who, [](char c) { return c >= '0' && c <= '9'; }) >= 3;
}

Ids with_phone(Connection& db, std::string_view who) {
  const std::string key = contact_key(ContactKind::phone, who).key;
  Ids ids = with_key(db, KeyKind::phone, key);
  if (key.size() < kShortestPhone) {
    return ids;
  }
  ids.merge(with_key_prefix(db, KeyKind::phone, key));  // typed without its country
  for (std::size_t digits = kShortestPhone; digits < key.size(); ++digits) {
    ids.merge(with_key(db, KeyKind::phone, key.substr(0, digits)));  // stored without its country
  }
  return ids;
}

Ids exact(Connection& db, std::string_view who) {
  const std::string folded = text::fold(who);
  const std::string spelled_out = text::fold_spelled_out(who);
  Ids ids = with_key(db, KeyKind::full, folded);
  ids.merge(with_key(db, KeyKind::alias, folded));
  if (spelled_out != folded) {
    ids.merge(with_key(db, KeyKind::full, spelled_out));
    ids.merge(with_key(db, KeyKind::alias, spelled_out));
  }
  ids.merge(with_key(db, KeyKind::email, contact_key(ContactKind::email, who).key));
  ids.merge(with_key(db, KeyKind::handle, contact_key(ContactKind::handle, who).key));
  if (who.find("://") != std::string_view::npos || who.find('/') != std::string_view::npos) {
    ids.merge(with_key(db, KeyKind::url, contact_key(ContactKind::url, who).key));
  }
  if (looks_like_phone(who)) {
    ids.merge(with_phone(db, who));
  }
  return ids;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    all += word;
  }
  return all;
}

/// Those of `ids` of whom `wanted` is a whole name or nickname, written with other signs or none
/// between its letters: "obrien" is O'Brien, and not José O'Brien; "anna lena" is Anna-Lena.
Ids with_whole_name(Connection& db, const Ids& ids, const std::vector<std::string>& wanted) {
  const std::string letters = joined(wanted);
  Ids kept;
  for (const PersonId id : ids) {
    Query query(db, "SELECT kind, key FROM name_key WHERE person = ?1");
    query.with(id);
    while (query.step()) {
      const auto kind = static_cast<KeyKind>(query.integer(0));
      if ((kind == KeyKind::full || kind == KeyKind::alias) &&
          joined(text::words(query.text(1))) == letters) {
        kept.insert(id);
      }
    }
  }
  return kept;
}

/// People who have all the words, as whole words.
Ids with_parts(Connection& db, const std::vector<std::string>& wanted) {
  return keep_fitting(
      db,
      with_key(db, KeyKind::word, longest(wanted)),
      wanted,
      [](const std::string& want, const std::string& word) { return want == word; });
}

Ids with_prefixes(Connection& db, const std::vector<std::string>& wanted) {
  // Of several words, the one that the fewest people have narrows it down; a common one ("ann" of
  // "ann zu") may fit more people than are looked at.
  Ids fewest = with_key_prefix(db, KeyKind::word, wanted.front());
  for (std::size_t i = 1; i < wanted.size(); ++i) {
    Ids ids = with_key_prefix(db, KeyKind::word, wanted[i]);
    if (ids.size() < fewest.size()) {
      fewest = std::move(ids);
    }
  }
  return keep_fitting(
      db, std::move(fewest), wanted, [](const std::string& want, const std::string& word) {
        return word.starts_with(want);
      });
}

bool is_near(const std::string& want, const std::string& word) {
  const int limit = forgiven(want);
  return word.starts_with(want) || (limit > 0 && text::edit_distance(want, word, limit) <= limit);
}

Ids with_typos(Connection& db, const NameIndex& index, const std::vector<std::string>& wanted) {
  Ids ids;
  for (const std::string& want : wanted) {
    for (const std::string& word : index.words_near(want)) {
      for (const PersonId id : with_key(db, KeyKind::word, word)) {
        if (all_fit(wanted, words_of(db, id), is_near)) {
          ids.insert(id);
        }
      }
    }
  }
  return ids;
}

/// The people behind `ids`: those not archived, or all if all of them are; by name, then uid.
std::vector<PersonRef> resolved(Connection& db, const Ids& ids, std::size_t limit) {
  std::vector<PersonRef> active;
  std::vector<PersonRef> archived;
  for (const PersonId id : ids) {
    Query query(db, "SELECT uid, name, archived FROM person WHERE id = ?1");
    query.with(id);
    if (query.step()) {
      (query.boolean(2) ? archived : active).push_back({id, query.uid(0), query.text(1)});
    }
  }
  std::vector<PersonRef>& people = active.empty() ? archived : active;
  std::ranges::sort(people, [](const PersonRef& a, const PersonRef& b) {
    return std::pair(text::fold(a.name), a.uid) < std::pair(text::fold(b.name), b.uid);
  });
  if (people.size() > limit) {
    people.resize(limit);
  }
  return std::move(people);
}

}  // namespace

NameMatches NameIndex::find(std::string_view who, std::size_t limit) const {
  if (const auto uid = parse_uid(who)) {
    Query query(db_, R"sql(
      SELECT id, uid, name FROM person WHERE uid = ?1
      UNION ALL SELECT p.id, p.uid, p.name FROM merged_person m JOIN person p ON p.id = m.person
      WHERE m.uid = ?1)sql");
    query.with(*uid);
    if (query.step()) {
      return {MatchTier::uid, {{query.id<PersonId>(0), query.uid(1), query.text(2)}}};
    }
    return {};
  }
  const auto answer = [&](MatchTier tier, const Ids& ids) {
    return NameMatches{tier, resolved(db_, ids, limit)};
  };
  if (const Ids ids = exact(db_, who); !ids.empty()) {
    return answer(MatchTier::exact, ids);
  }
  const std::vector<std::string> wanted = text::words(text::fold(who));
  // An address or a number that nobody has means nobody; its pieces are no names.
  if (wanted.empty() || who.find('@') != std::string_view::npos || looks_like_phone(who)) {
    return {};
  }
  if (const Ids ids = with_parts(db_, wanted); !ids.empty()) {
    const Ids whole = ids.size() > 1 ? with_whole_name(db_, ids, wanted) : Ids{};
    return whole.empty() ? answer(MatchTier::part, ids) : answer(MatchTier::exact, whole);
  }
  for (const std::vector<std::string>& other :
       {text::words(text::fold_spelled_out(who)), with_initials_joined(wanted)}) {
    if (other != wanted) {
      if (const Ids ids = with_parts(db_, other); !ids.empty()) {
        return answer(MatchTier::part, ids);
      }
    }
  }
  if (const Ids ids = with_prefixes(db_, wanted); !ids.empty()) {
    return answer(MatchTier::prefix, ids);
  }
  if (const Ids ids = with_key(db_, KeyKind::initials, joined(wanted)); !ids.empty()) {
    return answer(MatchTier::initials, ids);
  }
  if (const Ids ids = with_typos(db_, *this, wanted); !ids.empty()) {
    return answer(MatchTier::typo, ids);
  }
  return {};
}

std::vector<PersonRef> NameIndex::with_name(std::string_view name) const {
  return resolved(db_, with_key(db_, KeyKind::full, text::fold(name)), kMostLookedAt);
}

std::vector<PersonRef> NameIndex::with_contact(ContactKind kind, std::string_view value) const {
  const NameKey key = contact_key(kind, value);
  return resolved(
      db_,
      kind == ContactKind::phone ? with_phone(db_, value) : with_key(db_, key.kind, key.key),
      kMostLookedAt);
}

std::vector<PersonRef> NameIndex::with_words(const std::vector<std::string>& words,
                                             std::size_t limit) const {
  if (words.empty()) {
    return {};
  }
  // The rarest word names a few people; each of the others is then one seek a person.
  const auto how_many = [&](const std::string& word) {
    Query query(db_, R"sql(
      SELECT count(*) FROM (SELECT 1 FROM name_key WHERE kind = ?1 AND key = ?2 LIMIT ?3))sql");
    query.with(KeyKind::word, word, kMostLookedAt).step();
    return query.integer(0);
  };
  const auto rarest = std::ranges::min_element(words, {}, how_many);
  Ids ids;
  Query query(db_, "SELECT person FROM name_key WHERE kind = ?1 AND key = ?2");
  query.with(KeyKind::word, *rarest);
  while (ids.size() < limit && query.step()) {
    const auto id = query.id<PersonId>(0);
    const bool has_all = std::ranges::all_of(words, [&](const std::string& word) {
      Query has(db_, "SELECT 1 FROM name_key WHERE kind = ?1 AND key = ?2 AND person = ?3");
      has.with(KeyKind::word, word, id);
      return has.step();
    });
    if (has_all) {
      ids.insert(id);
    }
  }
  return resolved(db_, ids, limit);
}

std::vector<BegunName> NameIndex::beginning_with(const std::vector<std::string>& words) const {
  if (words.empty()) {
    return {};
  }
  Ids whole = with_parts(db_, words);
  Ids begun = with_prefixes(db_, words);
  if (words.size() == 1) {
    whole.merge(with_key(db_, KeyKind::email, words.front()));
    begun.merge(with_key_prefix(db_, KeyKind::email, words.front()));
  }
  std::vector<BegunName> found;
  found.reserve(begun.size());
  for (const PersonId id : whole) {
    found.push_back({id, true});
  }
  for (const PersonId id : begun) {
    if (!whole.contains(id)) {
      found.push_back({id, false});
    }
  }
  return found;
}

std::vector<std::string> NameIndex::words_near(std::string_view word) const {
  std::vector<std::pair<int, std::string>> near;
  const int limit = forgiven(word);
  for (const std::string& typo : typo_keys(word)) {
    Query query(db_, "SELECT word FROM name_typo WHERE key = ?1");
    query.with(typo);
    while (query.step()) {
      std::string found = query.text(0);
      if (const int edits = text::edit_distance(word, found, limit); edits <= limit) {
        near.emplace_back(edits, std::move(found));
      }
    }
  }
  std::ranges::sort(near);
  near.erase(std::unique(near.begin(), near.end()), near.end());
  std::vector<std::string> words;
  std::ranges::transform(
      near, std::back_inserter(words), [](const auto& pair) { return pair.second; });
  return words;
}

std::vector<PersonRef> NameIndex::suggestions(std::string_view who, std::size_t limit) const {
  Ids ids;
  for (const std::string& word : text::words(text::fold(who))) {
    ids.merge(with_key(db_, KeyKind::word, word));
    for (const std::string& near : words_near(word)) {
      ids.merge(with_key(db_, KeyKind::word, near));
    }
    if (word.size() > 3 && ids.size() < limit) {
      ids.merge(with_key_prefix(db_, KeyKind::word, word.substr(0, 3)));
    }
  }
  // Nearest name first, by edits over the whole of it.
  std::vector<PersonRef> people = resolved(db_, ids, kMostLookedAt);
  const std::string folded = text::fold(who);
  std::ranges::stable_sort(people, {}, [&](const PersonRef& person) {
    constexpr int kFarOff = 20;
    return text::edit_distance(folded, text::fold(person.name), kFarOff);
  });
  if (people.size() > limit) {
    people.resize(limit);
  }
  return people;
}

// A key press waits for it: one query, and one more of the archived where nobody else fits; each
// looks at no more of a kind than is asked for.
std::vector<std::string> NameIndex::completions(std::string_view prefix, std::size_t limit) const {
  const std::string folded = text::fold(prefix);
  const bool one_word = folded.find(' ') == std::string::npos;
  std::vector<std::tuple<std::string, Uid, std::string>> found;
  for (const bool archived : {false, true}) {
    Query query(db_, R"sql(
      WITH hit(person) AS (
        SELECT person FROM (
          SELECT person FROM name_key CROSS JOIN person p ON p.id = person
          WHERE kind = ?1 AND key >= ?4 AND key < ?5 AND p.archived = ?6 ORDER BY key LIMIT ?7)
        UNION SELECT person FROM (
          SELECT person FROM name_key CROSS JOIN person p ON p.id = person
          WHERE kind = ?2 AND key >= ?4 AND key < ?5 AND p.archived = ?6 ORDER BY key LIMIT ?7)
        UNION SELECT person FROM (
          SELECT person FROM name_key CROSS JOIN person p ON p.id = person
          WHERE kind = ?3 AND key >= ?4 AND key < ?5 AND p.archived = ?6 ORDER BY key LIMIT ?7))
      SELECT p.uid, p.name FROM hit JOIN person p ON p.id = hit.person)sql");
    query.with(KeyKind::full,
               KeyKind::alias,
               one_word ? std::optional(KeyKind::word) : std::nullopt,  // a word has no blank in it
               folded,
               after_prefix(folded),
               archived,
               limit);
    while (query.step()) {
      found.emplace_back(text::fold(query.text(1)), query.uid(0), query.text(1));
    }
    if (!found.empty()) {
      break;
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (auto& [folded_name, uid, name] : found) {
    if (names.size() < limit) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace kith
