// Keeps the name index and the full-text index in step with the data, inside the transaction that
// changes it. It reads what changed from the changeset that the journal records, so that every door
// into the data (commands, imports, undo, redo) is covered by this one place.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/connection.hpp"
#include "store/name_keys.hpp"
#include "store/table_rows.hpp"
#include <kith/domain/ids.hpp>

namespace kith {

class Clock;

class IndexKeeper {
 public:
  IndexKeeper(Connection& db, const Clock& clock);

  /// Brings both indexes up to date after `changeset` has been applied to the tables.
  void follow(const Bytes& changeset);

  /// Takes in people who have just been stored, by id, and of whom the indexes know nothing. Their
  /// texts go into the full-text index with finish().
  void add(const std::vector<Person>& people);

  /// Ends a write: fills the full-text index in one go.
  void finish();
  /// Ends a write that was rolled back.
  void forget();

  /// Makes both indexes and the rhythms anew from the tables.
  void rebuild();

 private:
  /// What is to be written for some people: keys that go and come, and their texts.
  struct Batch {
    struct Text {
      PersonId person{};
      std::string before{};
      std::string after{};
    };
    std::vector<std::pair<NameKey, PersonId>> gone{};
    std::vector<std::pair<NameKey, PersonId>> added{};
    std::vector<Text> texts{};
  };

  /// A misspelling, and the word it is one of.
  using Typo = std::pair<std::string, std::string_view>;

  /// Of these people, true for whom the indexes do not know yet.
  void reindex(const std::map<PersonId, bool>& people);
  void gather(PersonId person, bool is_new, Batch& batch);
  static void take(const Person& person, Batch& batch);
  void write(Batch& batch);
  void write_keys(Batch& batch);
  void add_word(std::string_view word, std::vector<Typo>& typos);
  void drop_word(std::string_view word);
  void replace_text(std::int64_t row, std::string_view before, std::string_view after);

  Connection& db_;
  const Clock& clock_;
  TableRows new_keys_;
  TableRows new_typos_;
  TableRows new_bodies_;
  std::optional<PersonId> texts_from_{};  // whose texts wait for finish(), and all after them
};

/// The keys under which a person is found now, sorted.
std::vector<NameKey> keys_of(Connection& db, PersonId person);
/// What the full-text index holds of a person.
std::string text_of_person(const Person& person);
/// The text of each interaction, fact and follow-up, as the full-text index is given it.
void for_each_text(Connection& db,
                   const std::function<void(std::int64_t row, std::string_view text)>& visit);

/// `text` as queries are put to the full-text index.
std::string searchable(std::string_view text);
/// `text` as the full-text index holds it: searchable(), and words with an apostrophe once more
/// without it.
std::string indexed(std::string_view text);

}  // namespace kith
