// The doctor's examination: one function a check, each reading what it judges and nothing else.
#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <unistd.h>

#include <fmt/format.h>

#include "store/changeset.hpp"
#include "store/connection.hpp"
#include "store/database_file.hpp"
#include "store/index_keeper.hpp"
#include "store/name_keys.hpp"
#include "store/replaced.hpp"
#include "store/schema.hpp"
#include <kith/error.hpp>
#include <kith/store/backups.hpp>
#include <kith/store/doctor.hpp>
#include <kith/store/person_repo.hpp>

namespace kith {

namespace fs = std::filesystem;

namespace {

using Findings = std::vector<Finding>;

std::string counted(std::size_t count, const char* one, const char* many) {
  return count == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", count, many);
}

Findings check_file(const fs::path& file) {
  Findings found;
  for (const fs::path& one : open_to_others(file)) {
    found.push_back({"file", Health::broken, one.string() + ": others may read it"});
  }
  if (found.empty()) {
    found.push_back({"file", Health::sound, "yours alone"});
  }
  return found;
}

Findings check_pages(Connection& db) {
  Query query(db, "PRAGMA integrity_check(5)");
  Findings found;
  while (query.step()) {
    const std::string said = query.text(0);
    if (said == "ok") {
      return {{"pages", Health::sound, "every page can be read"}};
    }
    found.push_back({"pages", Health::damaged, said});
  }
  return found;
}

Findings check_shape(Connection& db) {
  Findings found;
  for (const SchemaObject& object : missing_objects(db)) {
    found.push_back({"shape",
                     object.kind == "table" ? Health::damaged : Health::broken,
                     fmt::format("{}: missing or changed", object.name)});
  }
  if (found.empty()) {
    found.push_back({"shape", Health::sound, fmt::format("version {}", schema_version(db))});
  }
  return found;
}

Findings check_ties(Connection& db) {
  std::map<std::string, std::size_t> lost;
  Query query(db, "PRAGMA foreign_key_check");
  while (query.step()) {
    ++lost[query.text(0)];
  }
  Findings found;
  for (const auto& [table, count] : lost) {
    found.push_back({"ties",
                     Health::broken,
                     fmt::format("{}: {} to somebody or something that is not there",
                                 table,
                                 counted(count, "row belongs", "rows belong"))});
  }
  if (found.empty()) {
    found.push_back({"ties", Health::sound, "everything belongs to somebody who is there"});
  }
  return found;
}

/// A word where it stands.
struct Place {
  std::string word{};
  std::int64_t row = 0;
  std::int64_t at = 0;
  auto operator<=>(const Place&) const = default;
};

std::optional<Place> next_place(Query& places) {
  return places.step() ? std::optional<Place>{{.word = places.text(0),
                                               .row = places.integer(1),
                                               .at = places.integer(2)}}
                       : std::nullopt;
}

/// In how many records the two indexes differ. Both give their places in one order: by word, row
/// and place.
std::size_t differing_records(Connection& db) {
  std::set<std::int64_t> differing;
  Query fresh(db, "SELECT term, doc, offset FROM temp.fresh_words");
  Query kept(db, "SELECT term, doc, offset FROM temp.kept_words");
  auto a = next_place(fresh);
  auto b = next_place(kept);
  while (a || b) {
    const bool a_first = a && (!b || *a < *b);
    const bool b_first = b && (!a || *b < *a);
    if (a_first || b_first) {
      differing.insert(a_first ? a->row : b->row);
    }
    if (!b_first) {
      a = next_place(fresh);
    }
    if (!a_first) {
      b = next_place(kept);
    }
  }
  return differing.size();
}

/// Compares the full-text index with a fresh one of the same texts, word by word.
Findings check_search(Connection& db, const Clock& clock) {
  std::size_t wrong = 0;
  const Transaction nothing_is_kept(db, "BEGIN");
  db.execute(R"sql(
    CREATE VIRTUAL TABLE temp.fresh USING fts5(body, content='',
      tokenize='unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab('temp', 'fresh', 'instance');
    CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab('main', 'search', 'instance'))sql");
  const auto put = [&](std::int64_t row, std::string_view body) {
    Query(db, "INSERT INTO temp.fresh(rowid, body) VALUES(?1, ?2)").with(row, body).run();
  };
  // What each person's row in the index was made of: without it, that row could not be taken out.
  Query strays(db,
               "SELECT count(*) FROM search_person WHERE person NOT IN (SELECT id FROM person)");
  strays.step();
  wrong += static_cast<std::size_t>(strays.integer(0));
  PersonRepo people(db, clock);
  people.for_each(
      {.archived = PersonFilter::Archived::all}, PersonOrder::uid, [&](const ListedPerson& listed) {
        const std::string body = text_of_person(listed.person);
        put(-raw(listed.person.id), body);
        Query source(db, "SELECT count(*) FROM search_person WHERE person = ?1 AND body = ?2");
        source.with(listed.person.id, body).step();
        wrong += source.integer(0) == (body.empty() ? 0 : 1) ? 0U : 1U;
        return true;
      });
  for_each_text(db, [&](std::int64_t row, std::string_view text) { put(row, indexed(text)); });
  const std::size_t count = std::max(wrong, differing_records(db));
  return {count == 0 ? Finding{"search", Health::sound, "everything that is noted can be found"}
                     : Finding{"search",
                               Health::broken,
                               counted(count, "record is", "records are") +
                                   " not found by what is written there"}};
}

Findings check_names(Connection& db, const Clock& clock) {
  std::size_t wrong = 0;
  std::set<std::string> words;
  PersonRepo people(db, clock);
  std::vector<PersonId> ids;
  people.for_each(
      {.archived = PersonFilter::Archived::all}, PersonOrder::uid, [&](const ListedPerson& listed) {
        const std::vector<NameKey> wanted = name_keys(listed.person);
        for (const NameKey& key : wanted) {
          if (key.kind == KeyKind::word) {
            words.insert(key.key);
          }
        }
        wrong += wanted == keys_of(db, listed.person.id) ? 0U : 1U;
        return true;
      });
  Query strays(db, R"sql(
    SELECT (SELECT count(DISTINCT person) FROM name_key WHERE person NOT IN (SELECT id FROM person)) +
      (SELECT count(*) FROM name_typo WHERE word NOT IN
        (SELECT key FROM name_key WHERE kind = ?1)))sql");
  strays.with(KeyKind::word).step();
  wrong += static_cast<std::size_t>(strays.integer(0));
  for (const std::string& word : words) {
    Query known(db, "SELECT count(*) FROM name_typo WHERE word = ?1 AND key = ?1");
    known.with(word).step();
    wrong += known.integer(0) == (typo_keys(word).empty() ? 0 : 1) ? 0U : 1U;
  }
  return {wrong == 0
              ? Finding{"names", Health::sound, "everybody is found by their names"}
              : Finding{"names",
                        Health::broken,
                        counted(wrong, "name is", "names are") + " not found as they are written"}};
}

Findings check_rhythms(Connection& db) {
  Query query(db, R"sql(
    WITH wanted AS (
      SELECT coalesce(circle, '') AS circle, coalesce(cadence_days, 0) AS cadence,
        coalesce((SELECT p.date FROM participant p CROSS JOIN interaction i ON i.id = p.interaction
                  WHERE p.person = person.id AND i.unanswered = 0 ORDER BY p.date DESC LIMIT 1),
                 tracked_since, created_at / 86400) AS last, id AS person
      FROM person WHERE archived = 0 AND standing = 'active'
        AND (circle IS NOT NULL OR cadence_days IS NOT NULL)),
    kept AS (SELECT circle, cadence, last, person FROM rhythm)
    SELECT count(DISTINCT person) FROM (
      SELECT * FROM (SELECT * FROM wanted EXCEPT SELECT * FROM kept)
      UNION ALL SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM wanted)))sql");
  query.step();
  const auto wrong = static_cast<std::size_t>(query.integer(0));
  return {wrong == 0
              ? Finding{"rhythms", Health::sound, "everybody falls due on the right day"}
              : Finding{"rhythms",
                        Health::broken,
                        counted(wrong, "person falls", "people fall") + " due on a wrong day"}};
}

/// Takes every change back, newest first, and keeps nothing of it.
Findings check_history(Connection& db) {
  const Transaction nothing_is_kept(db, "BEGIN");
  std::vector<std::int64_t> ids;
  {
    Query query(db, "SELECT id FROM change WHERE undone IS NULL ORDER BY id DESC LIMIT 1000");
    while (query.step()) {
      ids.push_back(query.integer(0));
    }
  }
  std::size_t taken_back = 0;
  for (const std::int64_t id : ids) {
    Bytes changes;
    {
      Query query(db, "SELECT changes FROM change WHERE id = ?1");
      query.with(id).step();
      changes = query.blob(0);
    }
    if (replaced_database(changes)) {
      break;  // what came before has its own history
    }
    if (!kith::apply(db, inverted(db, one_changeset(db, std::move(changes))))) {
      return {{"history",
               Health::odd,
               fmt::format("{} can be taken back; change {} cannot, since the data were changed "
                           "without kith",
                           counted(taken_back, "change", "changes"),
                           id)}};
    }
    ++taken_back;
  }
  return {
      {"history", Health::sound, counted(taken_back, "change", "changes") + " can be taken back"}};
}

Findings check_days(Connection& db, const Clock& clock) {
  Findings found;
  const auto note = [&](const char* sql, std::int64_t bound, const char* one, const char* many) {
    Query query(db, sql);
    query.with(bound).step();
    if (const auto count = static_cast<std::size_t>(query.integer(0)); count > 0) {
      found.push_back({"days", Health::odd, counted(count, one, many)});
    }
  };
  const std::int64_t today = to_day_number(clock.today());
  constexpr std::int64_t kCentury = 36'525;
  note("SELECT count(*) FROM interaction WHERE date > ?1 + 366",
       today,
       "interaction lies more than a year ahead",
       "interactions lie more than a year ahead");
  note("SELECT count(*) FROM interaction WHERE date < ?1",
       today - kCentury,
       "interaction is older than a hundred years",
       "interactions are older than a hundred years");
  const std::int64_t now =
      std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
  constexpr std::int64_t kDay = 86'400;
  note("SELECT count(*) FROM change WHERE at > ?1",
       now + kDay,
       "change was made in the future: is the clock right?",
       "changes were made in the future: is the clock right?");
  if (found.empty()) {
    found.push_back({"days", Health::sound, "all of them can be"});
  }
  return found;
}

Findings check_uids(Connection& db) {
  Query query(db, R"sql(
    SELECT count(*) - count(DISTINCT uid), sum(uid = zeroblob(16)) FROM (
      SELECT uid FROM person UNION ALL SELECT uid FROM interaction UNION ALL SELECT uid FROM fact
      UNION ALL SELECT uid FROM follow_up UNION ALL SELECT uid FROM link))sql");
  query.step();
  const auto wrong = static_cast<std::size_t>(query.integer(0) + query.integer(1));
  return {wrong == 0
              ? Finding{"uids", Health::sound, "no two records share one"}
              : Finding{"uids",
                        Health::odd,
                        counted(wrong, "record shares", "records share") + " a uid with another"}};
}

/// People who share an e-mail or a phone may be one person.
Findings check_doubles(Connection& db) {
  Findings found;
  Query query(db, R"sql(
    SELECT group_concat(p.name, ', ') FROM name_key k JOIN person p ON p.id = k.person
    WHERE k.kind IN (?1, ?2) GROUP BY k.kind, k.key HAVING count(*) > 1
    ORDER BY min(p.name), min(p.id) LIMIT 5)sql");
  query.with(KeyKind::email, KeyKind::phone);
  while (query.step()) {
    found.push_back(
        {"doubles", Health::odd, query.text(0) + ": one person? They share an address"});
  }
  if (found.empty()) {
    found.push_back({"doubles", Health::sound, "nobody seems to be there twice"});
  }
  return found;
}

}  // namespace

std::string_view to_string(Health health) {
  switch (health) {
    case Health::sound:
      return "sound";
    case Health::odd:
      return "odd";
    case Health::broken:
      return "broken";
    case Health::damaged:
      return "damaged";
  }
  return "sound";
}

std::vector<Finding> examine(const fs::path& file,
                             const Key& key,
                             const Clock& clock,
                             const std::function<void(const Finding&)>& tell) {
  if (!fs::exists(file)) {
    throw NotFoundError(file.string() + ": no such file");
  }
  Findings all;
  const auto add = [&](Findings found) {
    for (Finding& finding : found) {
      if (tell) {
        tell(finding);
      }
      all.push_back(std::move(finding));
    }
  };
  add(check_file(file));
  const auto is_damaged = [&] {
    return std::ranges::any_of(
        all, [](const Finding& finding) { return finding.health == Health::damaged; });
  };
  try {
    {
      Connection db(file, Access::read_only, key);
      set_up(db);
      require_kith(db);
      add(check_pages(db));
      if (!is_damaged()) {
        add(check_shape(db));
      }
      if (is_damaged()) {
        return all;
      }
      add(check_ties(db));
      add(check_search(db, clock));
      add(check_names(db, clock));
      add(check_rhythms(db));
      add(check_days(db, clock));
      add(check_uids(db));
      add(check_doubles(db));
    }
    if (::access(file.c_str(), W_OK) == 0) {
      Connection db(
          file, Access::read_write, key);  // undoing needs to write, though nothing is kept
      set_up(db);
      add(check_history(db));
    }
  } catch (const DamagedError& error) {
    add({{"pages", Health::damaged, error.message()}});
  }
  return all;
}

}  // namespace kith
