// Keeps the name index and the full-text index in step with the data, inside the transaction that
// changes it. It reads what changed from the changeset that the journal records, so that every door
// into the data (commands, imports, undo, redo) is covered by this one place.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/connection.hpp"
#include "store/name_keys.hpp"
#include <kith/domain/ids.hpp>

namespace kith {

class Clock;

class IndexKeeper {
 public:
  IndexKeeper(Connection& db, const Clock& clock) : db_(db), clock_(clock) {}

  /// Brings both indexes up to date after `changeset` has been applied to the tables.
  void follow(const Bytes& changeset);

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

  /// Of these people, true for whom the indexes do not know yet.
  void reindex(const std::map<PersonId, bool>& people);
  void gather(PersonId person, bool is_new, Batch& batch);
  void write(Batch& batch);
  void add_word(std::string_view word);
  void drop_word(std::string_view word);
  void replace_text(std::int64_t row, std::string_view before, std::string_view after);

  Connection& db_;
  const Clock& clock_;
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
