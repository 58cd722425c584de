// The full-text index against the texts it was made from, word by word. A second index would take
// as much memory as the first; instead, each word at its place is a number, and what the index
// holds has to come to the same sum as what is written. FTS5 checks its own indexes in that way.
#include "store/doctor_search.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sqlite3.h>

#include "store/connection.hpp"
#include "store/index_keeper.hpp"
#include <kith/error.hpp>
#include <kith/store/person_repo.hpp>

namespace kith {
namespace {

/// A word at a place of a record, as a number that hardly another shares.
std::uint64_t number_of(std::uint64_t word, std::int64_t record, std::int64_t at) {
  // The mixing of splitmix64 (Steele, Lea, Flood 2014).
  std::uint64_t mixed = word + static_cast<std::uint64_t>(record) * 0x9e3779b97f4a7c15 +
                        static_cast<std::uint64_t>(at) * 0xd1b54a32d192ed03;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

/// FTS5's own splitting into words, with the options of the index.
class Words {
 public:
  explicit Words(Connection& db) {
    fts5_api* api = nullptr;
    sqlite3_stmt* asked = nullptr;
    sqlite3_prepare_v2(db.handle(), "SELECT fts5(?1)", -1, &asked, nullptr);
    const Statement owner(asked);
    sqlite3_bind_pointer(asked, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(asked);
    void* context = nullptr;
    std::array<const char*, 2> options{"remove_diacritics", "0"};
    Fts5Tokenizer* made = nullptr;
    if (api == nullptr || api->xFindTokenizer(api, "unicode61", &context, &methods_) != SQLITE_OK ||
        methods_.xCreate(context, options.data(), options.size(), &made) != SQLITE_OK) {
      db.fail(SQLITE_NOMEM, {});
    }
    tokenizer_ = {made, methods_.xDelete};
  }

  /// Calls `visit` with each word's own number and its place.
  template <class Visit>
  void of(std::string_view text, const Visit& visit) const {
    struct Call {
      const Visit& visit;
      std::int64_t at = 0;
    } call{visit};
    const auto take =
        [](void* context, int /*flags*/, const char* word, int size, int /*from*/, int /*to*/) {
          auto& known = *static_cast<Call*>(context);
          known.visit(std::hash<std::string_view>{}({word, static_cast<std::size_t>(size)}),
                      known.at++);
          return SQLITE_OK;
        };
    methods_.xTokenize(tokenizer_.get(),
                       &call,
                       FTS5_TOKENIZE_DOCUMENT,
                       text.data(),
                       static_cast<int>(text.size()),
                       take);
  }

 private:
  fts5_tokenizer methods_{};
  std::unique_ptr<Fts5Tokenizer, void (*)(Fts5Tokenizer*)> tokenizer_{nullptr, nullptr};
};

/// Calls `visit` with the record and the number of each word that is written somewhere.
template <class Visit>
void for_each_written(Connection& db, const Clock& clock, const Visit& visit) {
  const Words words(db);
  const auto take = [&](std::int64_t record, std::string_view body) {
    words.of(body, [&](std::uint64_t word, std::int64_t at) {
      visit(record, number_of(word, record, at));
    });
  };
  PersonRepo(db, clock).for_each(
      {.archived = PersonFilter::Archived::all}, PersonOrder::uid, [&](const ListedPerson& one) {
        take(-raw(one.person.id), text_of_person(one.person));
        return true;
      });
  for_each_text(db, [&](std::int64_t row, std::string_view text) { take(row, indexed(text)); });
}

/// The same of what the index holds.
template <class Visit>
void for_each_kept(Connection& db, const Visit& visit) {
  db.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.kept_word USING fts5vocab(main, search, instance)");
  Query kept(db, "SELECT term, doc, offset FROM temp.kept_word");
  std::string last;
  std::uint64_t word = std::hash<std::string_view>{}(last);
  while (kept.step()) {
    if (const std::string_view term = kept.view(0); term != last) {
      last = term;
      word = std::hash<std::string_view>{}(last);
    }
    const std::int64_t record = kept.integer(1);
    visit(record, number_of(word, record, kept.integer(2)));
  }
}

/// What each person's row in the index was made of: without it, that row could not be taken out.
std::size_t count_wrong_texts(Connection& db, const Clock& clock) {
  std::size_t wrong = 0;
  Query strays(db,
               "SELECT count(*) FROM search_person WHERE person NOT IN (SELECT id FROM person)");
  strays.step();
  wrong += static_cast<std::size_t>(strays.integer(0));
  PersonRepo(db, clock).for_each(
      {.archived = PersonFilter::Archived::all}, PersonOrder::uid, [&](const ListedPerson& one) {
        const std::string body = text_of_person(one.person);
        Query source(db, "SELECT body FROM search_person WHERE person = ?1");
        source.with(one.person.id);
        const bool is_there = source.step();
        wrong += is_there == !body.empty() && (!is_there || source.view(0) == body) ? 0U : 1U;
        return true;
      });
  return wrong;
}

}  // namespace

std::size_t count_lost_records(Connection& db, const Clock& clock) {
  // Records by their last bits: where a group's sum is not the same, its records are looked at one
  // by one.
  constexpr std::size_t kGroups = std::size_t{1} << 16;
  const auto group = [](std::int64_t record) {
    return static_cast<std::uint64_t>(record) % kGroups;
  };
  std::vector<std::uint64_t> sums(kGroups);
  for_each_written(
      db, clock, [&](std::int64_t record, std::uint64_t number) { sums[group(record)] += number; });
  for_each_kept(db,
                [&](std::int64_t record, std::uint64_t number) { sums[group(record)] -= number; });
  std::size_t differing = 0;
  if (std::ranges::any_of(sums, [](std::uint64_t sum) { return sum != 0; })) {
    std::unordered_map<std::int64_t, std::uint64_t> records;
    const auto is_looked_at = [&](std::int64_t record) { return sums[group(record)] != 0; };
    for_each_written(db, clock, [&](std::int64_t record, std::uint64_t number) {
      if (is_looked_at(record)) {
        records[record] += number;
      }
    });
    for_each_kept(db, [&](std::int64_t record, std::uint64_t number) {
      if (is_looked_at(record)) {
        records[record] -= number;
      }
    });
    differing = static_cast<std::size_t>(
        std::ranges::count_if(records, [](const auto& one) { return one.second != 0; }));
  }
  return std::max(differing, count_wrong_texts(db, clock));
}

}  // namespace kith
