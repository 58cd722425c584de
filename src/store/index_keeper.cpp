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

// OR FAIL: a row that cannot be written ends the transaction anyway, so SQLite need not keep the
// pages as they were before the statement.
IndexKeeper::IndexKeeper(Connection& db, const Clock& clock)
    : db_(db),
      clock_(clock),
      new_keys_(db, "name_key", 3, "OR FAIL"),
      new_typos_(db, "name_typo", 2, "OR IGNORE"),
      new_bodies_(db, "search_person", 2, "OR FAIL") {}

void IndexKeeper::follow(const Bytes& changeset) {
  std::map<PersonId, bool> people;  // true for those who were added
  struct Edit {
    std::int64_t id = 0;
    std::string before{};
    std::string after{};
  };
  std::vector<Edit> edits;
  for_each_row(db_, changeset, [&](const ChangedRow& row) {
    if (is_of_person(row.table)) {
      const bool is_insert = row.kind == ChangedRow::Kind::insert;
      const auto id = is_insert ? row.integer_after(0) : row.integer_before(0);
      bool& is_new = people[static_cast<PersonId>(id.value_or(0))];
      is_new = is_new || (is_insert && row.table == "person");
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
  reindex(people);
  std::ranges::sort(edits, {}, &Edit::id);
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
    DELETE FROM rhythm;
    INSERT INTO rhythm SELECT * FROM rhythm_now)sql");
  std::map<PersonId, bool> people;
  Query query(db_, "SELECT id FROM person ORDER BY id");
  while (query.step()) {
    people.emplace_hint(people.end(), query.id<PersonId>(0), true);
  }
  reindex(people);
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

void IndexKeeper::reindex(const std::map<PersonId, bool>& people) {
  // People are the negative rows of the full-text index, and FTS5 writes its buffer out whenever a
  // row comes that is before the last one: the latest person goes first. So many at once, because
  // keys that go in sorted find their neighbours' pages in memory.
  constexpr std::size_t kAtOnce = 4096;
  Batch batch;
  for (auto it = people.rbegin(); it != people.rend(); ++it) {
    gather(it->first, it->second, batch);
    if (batch.texts.size() == kAtOnce) {
      write(batch);
      batch = {};
    }
  }
  write(batch);
}

void IndexKeeper::gather(PersonId id, bool is_new, Batch& batch) {
  std::vector<NameKey> wanted;
  Batch::Text text{.person = id};
  {
    Query exists(db_, "SELECT 1 FROM person WHERE id = ?1");
    exists.with(id);
    if (exists.step()) {
      const Person person = PersonRepo(db_, clock_).get(id);
      wanted = name_keys(person);
      text.after = text_of_person(person);
    }
  }
  std::vector<NameKey> present;
  if (!is_new) {
    present = keys_of(db_, id);
    Query query(db_, "SELECT body FROM search_person WHERE person = ?1");
    query.with(id);
    if (query.step()) {
      text.before = query.text(0);
    }
  }
  batch.texts.push_back(std::move(text));
  for (const NameKey& key : present) {
    if (!std::ranges::binary_search(wanted, key)) {
      batch.gone.emplace_back(key, id);
    }
  }
  for (NameKey& key : wanted) {
    if (!std::ranges::binary_search(present, key)) {
      batch.added.emplace_back(std::move(key), id);
    }
  }
}

void IndexKeeper::take(const Person& person, Batch& batch) {
  batch.texts.push_back({.person = person.id, .after = text_of_person(person)});
  for (NameKey& key : name_keys(person)) {
    batch.added.emplace_back(std::move(key), person.id);
  }
}

void IndexKeeper::add(const std::vector<Person>& people) {
  if (!people.empty() && !texts_from_) {
    texts_from_ = people.front().id;
  }
  Batch batch;
  for (const Person& person : people) {
    take(person, batch);
  }
  write_keys(batch);
  for (const Batch::Text& text : batch.texts) {
    new_bodies_.add({raw(text.person), text.after});
  }
  new_bodies_.write();
}

void IndexKeeper::finish() {
  if (!texts_from_) {
    return;
  }
  Query(db_, R"sql(
    INSERT INTO search(rowid, body)
    SELECT -person, body FROM search_person WHERE person >= ?1 ORDER BY person DESC)sql")
      .with(*texts_from_)
      .run();
  texts_from_.reset();
}

void IndexKeeper::forget() {
  texts_from_.reset();
  for (TableRows* rows : {&new_keys_, &new_typos_, &new_bodies_}) {
    rows->forget();
  }
}

void IndexKeeper::write_keys(Batch& batch) {
  std::ranges::sort(batch.gone);
  for (const auto& [key, person] : batch.gone) {
    Query(db_, "DELETE FROM name_key WHERE kind = ?1 AND key = ?2 AND person = ?3")
        .with(key.kind, key.key, person)
        .run();
    if (key.kind == KeyKind::word) {
      drop_word(key.key);
    }
  }
  std::ranges::sort(batch.added);
  std::vector<Typo> typos;
  const NameKey* last = nullptr;
  for (const auto& [key, person] : batch.added) {
    if (key.kind == KeyKind::word && (last == nullptr || *last != key)) {
      add_word(key.key, typos);
    }
    last = &key;
  }
  std::ranges::sort(typos);
  for (const auto& [typo, word] : typos) {
    new_typos_.add({typo, word});
  }
  new_typos_.write();
  for (const auto& [key, person] : batch.added) {
    new_keys_.add({static_cast<std::int64_t>(key.kind), key.key, raw(person)});
  }
  new_keys_.write();
}

void IndexKeeper::write(Batch& batch) {
  write_keys(batch);
  for (const Batch::Text& text : batch.texts) {
    if (!texts_from_ || text.person < *texts_from_) {
      replace_text(-raw(text.person), text.before, text.after);
    }
  }
  std::ranges::sort(batch.texts, {}, &Batch::Text::person);
  for (const Batch::Text& text : batch.texts) {
    if (text.before == text.after) {
      continue;
    }
    if (text.after.empty()) {
      Query(db_, "DELETE FROM search_person WHERE person = ?1").with(text.person).run();
    } else {
      Query(db_, R"sql(
        INSERT INTO search_person(person, body) VALUES(?1, ?2)
        ON CONFLICT(person) DO UPDATE SET body = excluded.body)sql")
          .with(text.person, text.after)
          .run();
    }
  }
}

void IndexKeeper::add_word(std::string_view word, std::vector<Typo>& typos) {
  Query known(db_, "SELECT 1 FROM name_key WHERE kind = ?1 AND key = ?2 LIMIT 1");
  known.with(KeyKind::word, word);
  if (known.step()) {
    return;
  }
  for (std::string& typo : typo_keys(word)) {
    typos.emplace_back(std::move(typo), word);
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
