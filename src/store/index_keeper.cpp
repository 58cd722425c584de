// Keeps the name index and the full-text index in step with the data.
#include "store/index_keeper.hpp"

#include <algorithm>
#include <map>

#include "store/changeset.hpp"
#include <kith/error.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

/// A table whose rows are found by their own text: the column numbers are those of the schema.
struct TextTable {
  std::string_view name{};
  std::vector<int> columns{};
  const char* current = nullptr;  ///< the same columns of the row as it is now
};

const std::vector<TextTable>& text_tables() {
  static const std::vector<TextTable> tables{
      {"interaction", {6, 5}, "SELECT text, place FROM interaction WHERE id = ?1"},
      {"fact", {4}, "SELECT text FROM fact WHERE id = ?1"},
      {"follow_up", {3}, "SELECT text FROM follow_up WHERE id = ?1"}};
  return tables;
}

const TextTable* text_table(std::string_view name) {
  const auto found = std::ranges::find(text_tables(), name, &TextTable::name);
  return found == text_tables().end() ? nullptr : &*found;
}

/// Where a changed row of one of a person's tables names its person: the first column in all.
bool is_of_person(std::string_view table) {
  return table == "person" || table == "nickname" || table == "contact_point" ||
         table == "membership" || table == "person_tag";
}

}  // namespace

std::vector<NameKey> keys_of(Connection& db, PersonId person) {
  std::vector<NameKey> keys;
  Query query(db, "SELECT kind, key FROM name_key WHERE person = ?1 ORDER BY kind, key");
  query.with(person);
  while (query.step()) {
    keys.push_back({static_cast<KeyKind>(query.integer(0)), query.text(1)});
  }
  return keys;
}

std::string text_of_person(const Person& person) {
  std::string body = person.name;
  const auto add = [&](std::string_view part) {
    if (!part.empty()) {
      body += ' ';
      body += part;
    }
  };
  std::ranges::for_each(person.nicknames, add);
  for (const Membership& membership : person.memberships) {
    add(membership.org);
    add(membership.title);
  }
  add(person.city);
  std::ranges::for_each(person.tags, add);
  for (const ContactPoint& point : person.contact_points) {
    add(point.value);
  }
  add(person.met);
  return indexed(body);
}

void for_each_text(Connection& db,
                   const std::function<void(std::int64_t row, std::string_view text)>& visit) {
  for (const char* all : {"SELECT id, text || ' ' || place || ' ' FROM interaction ORDER BY id",
                          "SELECT id, text || ' ' FROM fact ORDER BY id",
                          "SELECT id, text || ' ' FROM follow_up ORDER BY id"}) {
    Query query(db, all);
    while (query.step()) {
      visit(query.integer(0), query.text(1));
    }
  }
}

std::string searchable(std::string_view text) {
  return text::segmented(text::fold(text));  // FTS5 itself splits at what is no letter or digit
}

std::string indexed(std::string_view text) {
  std::string body = searchable(text);
  // O'Brien is found by "o'brien" and by "obrien", l'été by "été": the word as it is, and in one.
  std::string joined;
  std::size_t begin = 0;
  while (begin < body.size()) {
    const std::size_t end = std::min(body.find(' ', begin), body.size());
    std::string word = body.substr(begin, end - begin);
    if (std::erase(word, '\'') > 0) {
      joined += ' ' + word;
    }
    begin = end + 1;
  }
  return body + joined;
}

void IndexKeeper::follow(const Bytes& changeset) {
  std::set<PersonId> people;
  struct Edit {
    std::int64_t id = 0;
    std::string before{};
    std::string after{};
  };
  std::vector<Edit> edits;
  for_each_row(db_, changeset, [&](const ChangedRow& row) {
    if (is_of_person(row.table)) {
      const auto id =
          row.kind == ChangedRow::Kind::insert ? row.integer_after(0) : row.integer_before(0);
      people.insert(static_cast<PersonId>(id.value_or(0)));
      return;
    }
    const TextTable* table = text_table(row.table);
    if (table == nullptr) {
      return;
    }
    const auto id =
        row.kind == ChangedRow::Kind::insert ? row.integer_after(0) : row.integer_before(0);
    Edit edit{.id = id.value_or(0)};
    std::vector<std::string> now(table->columns.size());
    if (row.kind != ChangedRow::Kind::remove) {
      Query current(db_, table->current);
      current.with(edit.id);
      if (!current.step()) {
        return;
      }
      for (std::size_t i = 0; i < now.size(); ++i) {
        now[i] = current.text(static_cast<int>(i));
        edit.after += now[i] + ' ';
      }
    }
    if (row.kind != ChangedRow::Kind::insert) {
      for (std::size_t i = 0; i < now.size(); ++i) {
        edit.before += row.text_before(table->columns[i]).value_or(now[i]) + ' ';
      }
    }
    edits.push_back(std::move(edit));
  });
  for (const PersonId person : people) {
    reindex(person);
  }
  for (const Edit& edit : edits) {
    replace_text(edit.id, indexed(edit.before), indexed(edit.after));
  }
}

void IndexKeeper::rebuild() {
  db_.execute(R"sql(
    DELETE FROM name_key;
    DELETE FROM name_typo;
    DELETE FROM search_person;
    INSERT INTO search(search) VALUES('delete-all');
    UPDATE person SET circle = circle;  -- the triggers make each person's rhythm anew
    DELETE FROM rhythm WHERE person NOT IN (SELECT id FROM person))sql");
  std::vector<PersonId> people;
  Query query(db_, "SELECT id FROM person ORDER BY id");
  while (query.step()) {
    people.push_back(query.id<PersonId>(0));
  }
  std::ranges::for_each(people, [this](PersonId person) { reindex(person); });
  for_each_text(db_, [this](std::int64_t row, std::string_view text) {
    replace_text(row, {}, indexed(text));
  });
}

void IndexKeeper::replace_text(std::int64_t row, std::string_view before, std::string_view after) {
  if (before == after) {
    return;
  }
  if (!before.empty()) {
    Query(db_, "INSERT INTO search(search, rowid, body) VALUES('delete', ?1, ?2)")
        .with(row, before)
        .run();
  }
  if (!after.empty()) {
    Query(db_, "INSERT INTO search(rowid, body) VALUES(?1, ?2)").with(row, after).run();
  }
}

void IndexKeeper::reindex(PersonId id) {
  std::vector<NameKey> wanted;
  std::string body;
  {
    Query exists(db_, "SELECT 1 FROM person WHERE id = ?1");
    exists.with(id);
    if (exists.step()) {
      const Person person = PersonRepo(db_, clock_).get(id);
      wanted = name_keys(person);
      body = text_of_person(person);
    }
  }
  const std::vector<NameKey> present = keys_of(db_, id);
  for (const NameKey& key : present) {
    if (!std::ranges::binary_search(wanted, key)) {
      Query(db_, "DELETE FROM name_key WHERE kind = ?1 AND key = ?2 AND person = ?3")
          .with(key.kind, key.key, id)
          .run();
      if (key.kind == KeyKind::word) {
        drop_word(key.key);
      }
    }
  }
  for (const NameKey& key : wanted) {
    if (std::ranges::binary_search(present, key)) {
      continue;
    }
    if (key.kind == KeyKind::word) {
      Query known(db_, "SELECT 1 FROM name_key WHERE kind = ?1 AND key = ?2 LIMIT 1");
      known.with(key.kind, key.key);
      if (!known.step()) {
        for (const std::string& typo : typo_keys(key.key)) {
          Query(db_, "INSERT OR IGNORE INTO name_typo(key, word) VALUES(?1, ?2)")
              .with(typo, key.key)
              .run();
        }
      }
    }
    Query(db_, "INSERT INTO name_key(kind, key, person) VALUES(?1, ?2, ?3)")
        .with(key.kind, key.key, id)
        .run();
  }
  std::string before;
  {
    Query query(db_, "SELECT body FROM search_person WHERE person = ?1");
    query.with(id);
    if (query.step()) {
      before = query.text(0);
    }
  }
  if (before == body) {
    return;
  }
  replace_text(-raw(id), before, body);  // people are the negative rows of the full-text index
  if (body.empty()) {
    Query(db_, "DELETE FROM search_person WHERE person = ?1").with(id).run();
  } else {
    Query(db_, R"sql(
      INSERT INTO search_person(person, body) VALUES(?1, ?2)
      ON CONFLICT(person) DO UPDATE SET body = excluded.body)sql")
        .with(id, body)
        .run();
  }
}

void IndexKeeper::drop_word(std::string_view word) {
  Query others(db_, "SELECT 1 FROM name_key WHERE kind = ?1 AND key = ?2 LIMIT 1");
  others.with(KeyKind::word, word);
  if (others.step()) {
    return;
  }
  for (const std::string& typo : typo_keys(word)) {
    Query(db_, "DELETE FROM name_typo WHERE key = ?1 AND word = ?2").with(typo, word).run();
  }
}

}  // namespace kith
