// The kith document, read as a stream.
#include "kith/exchange/json_import.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>
#include <variant>

#include <nlohmann/json.hpp>

#include "exchange/json_records.hpp"
#include "exchange/json_scanner.hpp"
#include <kith/domain/unite.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/merge_repo.hpp>
#include <kith/store/newcomers.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;
constexpr std::size_t kAtOnce = 1024;
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMostWaiting = std::size_t{64} << 20;  // bytes

/// True if `there` was changed after `here`; documents keep whole seconds.
bool is_later(Instant there, Instant here) {
  return std::chrono::floor<std::chrono::seconds>(there) >
         std::chrono::floor<std::chrono::seconds>(here);
}

/// What hangs on people, as read.
struct Dependent {
  std::variant<Interaction, Fact, FollowUp, Link, KeptMerge, Distinct> record{};
  Position at{};
};

class Restorer {
 public:
  Restorer(Store& store, const ImportProgress& progress) : store_(store), progress_(progress) {}

  ImportReport run(std::istream& in) {
    const DocumentVisitor visitor{
        .field = [this](const std::string& name,
                        const nlohmann::json& value,
                        const Position& at) { take_field(name, value, at); },
        .begin = [this](const std::string& name) { return wants(name); },
        .record = [this](const std::string& name,
                         const ScannedRecord& record) { take(name, record); },
        .end = [this](const std::string& name) { finish_list(name); }};
    scan_document(in, visitor);
    finish_list("people");
    if (!is_kith_) {
      throw DataError(R"(not a kith document: it has no "format":"kith")",
                      "kith export json writes one",
                      Position{.line = 1});
    }
    if (!has_version_) {
      throw DataError("the document does not say its version",
                      "kith export json writes \"version\":1",
                      Position{.line = 1});
    }
    tie_introductions();
    say_unknown();
    return std::move(report_);
  }

 private:
  bool wants(const std::string& name) {
    const bool is_known = name == "people" || name == "interactions" || name == "facts" ||
                          name == "follow_ups" || name == "links" || name == "merged_people" ||
                          name == "distinct_people";
    if (!is_known) {
      note_unknown(unknown_, name);
    }
    return is_known;
  }

  void take_field(const std::string& name, const nlohmann::json& value, const Position& at) {
    if (name == "format") {
      is_kith_ = value.is_string() && value.get<std::string>() == "kith";
      if (!is_kith_) {
        refuse(
            at, "the format is " + value.dump() + ", not \"kith\"", "kith export json writes one");
      }
    } else if (name == "version") {
      has_version_ = value.is_number_integer();
      if (!has_version_ || value.get<std::int64_t>() != kVersion) {
        refuse(at,
               "version " + value.dump() + " of the document is not known here",
               "this kith reads version 1; a newer kith may read it");
      }
    } else if (name != "exported_at" && wants(name)) {
      refuse(at, name + ": not a list");
    }
  }

  void take(const std::string& name, const ScannedRecord& record) {
    if (name == "people") {
      restore(read_person(record, unknown_), record.at);
      if (progress_ && report_.people.sum() % kProgressEvery == 0) {
        progress_(report_.people.sum());
      }
      return;
    }
    Dependent dependent{.at = record.at};
    if (name == "interactions") {
      dependent.record = read_interaction(record, unknown_);
    } else if (name == "facts") {
      dependent.record = read_fact(record, unknown_);
    } else if (name == "follow_ups") {
      dependent.record = read_follow_up(record, unknown_);
    } else if (name == "links") {
      dependent.record = read_link(record, unknown_);
    } else if (name == "merged_people") {
      dependent.record = read_merge(record, unknown_);
    } else {
      dependent.record = read_distinct(record, unknown_);
    }
    if (has_people_) {
      restore(dependent);
    } else {
      waiting_bytes_ += record.bytes + sizeof(Dependent);
      if (waiting_bytes_ > kMostWaiting) {
        refuse(record.at,
               "more than 64 MiB of records before the people they are about",
               "put the list of people first, as kith export json does");
      }
      waiting_.push_back(std::move(dependent));
    }
  }

  void finish_list(const std::string& name) {
    if (name != "people") {
      return;
    }
    has_people_ = true;
    write_people();
    for (const Dependent& dependent : std::exchange(waiting_, {})) {
      restore(dependent);
    }
  }

  /// Runs `work`, and says where in the document what it refused stands.
  template <class Work>
  static void placed(const Position& at, Work work) {
    try {
      work();
    } catch (const DataError& error) {
      if (error.position()) {
        throw;
      }
      refuse(at, error.message(), error.hint());
    }
  }

  void restore(ReadPerson read, const Position& at) {
    placed(at, [&] {
      Person& person = read.person;
      if (waiting_uids_.size() == kAtOnce || waiting_uids_.contains(person.uid)) {
        write_people();
      }
      const std::optional<Person> known = store_.people().find(person.uid);
      if (!known) {
        add_new(std::move(read), at);
        return;
      }
      if (known->uid != person.uid) {
        bring_news(*known, person);
        return;
      } else if (is_later(person.updated_at, known->updated_at)) {
        person.id = known->id;
        person.introduced_by = known->introduced_by;
        person = store_.people().update(person);
        ++report_.people.updated;
      } else {
        ++report_.people.unchanged;
        return;
      }
      for (Origin& origin : read.origins) {
        origin.person = person.id;
        store_.origins().put(origin);
      }
      if (read.introduced_by) {
        introductions_.push_back({person.ref(), *read.introduced_by, at});
      }
    });
  }

  void add_new(ReadPerson read, const Position& at) {
    const bool is_taken =
        std::any_of(read.origins.begin(), read.origins.end(), [&](const Origin& origin) {
          return waiting_origins_.contains({origin.source, origin.key}) ||
                 store_.origins().find(origin.source, origin.key).has_value();
        });
    if (is_taken) {
      write_people();
    }
    const Person person =
        is_taken ? store_.people().add(read.person) : store_.newcomers().add(read.person);
    ++report_.people.imported;
    for (Origin& origin : read.origins) {
      origin.person = person.id;
      if (!is_taken && waiting_origins_.emplace(origin.source, origin.key).second) {
        store_.newcomers().put(origin);
      } else {
        write_people();  // the last one counts
        store_.origins().put(origin);
      }
    }
    if (!is_taken) {
      waiting_uids_.insert(person.uid);
    }
    if (read.introduced_by) {
      introductions_.push_back({person.ref(), *read.introduced_by, at});
    }
  }

  /// New people wait for each other; nothing can hang on them before.
  void write_people() {
    store_.settle();
    waiting_uids_.clear();
    waiting_origins_.clear();
  }

  /// Of somebody who was merged into another: what the other lacks, if it was written later.
  void bring_news(const Person& known, const Person& merged) {
    const Person united =
        is_later(merged.updated_at, known.updated_at) ? kith::united(known, merged).person : known;
    if (united == known) {
      ++report_.people.unchanged;
    } else {
      store_.people().update(united);
      ++report_.people.updated;
    }
  }

  void resolve(PersonRef& person, const Position& at) const {
    const std::optional<PersonId> id = store_.people().id_of(person.uid);
    if (!id) {
      refuse(at,
             "it is about " + (person.name.empty() ? to_string(person.uid) : person.name) +
                 ", who is neither in the file nor in the database",
             "export the people with it, or take the record out");
    }
    person.id = *id;
  }

  void restore(const Dependent& dependent) {
    if (++restored_ % kAtOnce == 0) {
      store_.settle();
    }
    placed(dependent.at, [&] {
      std::visit([&](const auto& record) { restore(record, dependent.at); }, dependent.record);
    });
  }

  void restore(Interaction interaction, const Position& at) {
    for (PersonRef& person : interaction.people) {
      resolve(person, at);
    }
    for (PersonRef& person : interaction.mentions) {
      resolve(person, at);
    }
    add_unless_there(store_.interactions(), interaction, "interactions");
  }

  void restore(Fact fact, const Position& at) {
    resolve(fact.person, at);
    update_or_add(store_.facts(), fact, "facts");
  }

  void restore(FollowUp follow_up, const Position& at) {
    resolve(follow_up.person, at);
    update_or_add(store_.follow_ups(), follow_up, "follow_ups");
  }

  void restore(Link link, const Position& at) {
    if (link.a.uid == link.b.uid) {
      refuse(at, "links: a person is tied to themselves");
    }
    resolve(link.a, at);
    resolve(link.b, at);
    if (link.via) {
      resolve(*link.via, at);
    }
    ImportCount& count = report_.records["links"];
    if (link.via && (link.via->id == link.a.id || link.via->id == link.b.id)) {
      link.via.reset();  // of two who turned out to be one
    }
    if (link.a.id == link.b.id || store_.links().has(link.uid) ||
        store_.links().tied(link.a.id, link.b.id, link.kind)) {
      ++count.unchanged;
      return;
    }
    store_.links().add(link);
    ++count.imported;
  }

  void restore(KeptMerge merge, const Position& at) {
    resolve(merge.person, at);
    if (!store_.people().id_of(merge.uid)) {
      store_.merges().add(merge);
    }
  }

  void restore(Distinct distinct, const Position& at) {
    resolve(distinct.a, at);
    resolve(distinct.b, at);
    if (distinct.a.id != distinct.b.id) {
      store_.merges().mark_distinct(distinct.a.id, distinct.b.id);
    }
  }

  template <class Repo, class Record>
  void add_unless_there(Repo& repo, const Record& record, const char* section) {
    ImportCount& count = report_.records[section];
    if (repo.has(record.uid)) {
      ++count.unchanged;
      return;
    }
    repo.add(record);
    ++count.imported;
  }

  /// Of one that is there and was written later elsewhere: what became of it since.
  template <class Repo, class Record>
  void update_or_add(Repo& repo, Record record, const char* section) {
    ImportCount& count = report_.records[section];
    const std::optional<Record> known = repo.find(record.uid);
    if (!known) {
      repo.add(record);
      ++count.imported;
    } else if (known->person.id == record.person.id &&
               is_later(record.updated_at, known->updated_at)) {
      record.id = known->id;
      repo.update(record);
      ++count.updated;
    } else {
      ++count.unchanged;
    }
  }

  /// Who introduced whom is a link, and comes with the links; where a document has no such link (it
  /// was made by hand), the person's own field makes it.
  void tie_introductions() {
    for (Introduction& introduction : introductions_) {
      resolve(introduction.by, introduction.at);
      Person person = store_.people().get(introduction.person.id);
      if (person.introduced_by || person.id == introduction.by.id) {
        continue;
      }
      store_.links().add({.a = introduction.by, .b = introduction.person, .kind = "introduced"});
    }
  }

  void say_unknown() {
    for (const auto& [name, count] : unknown_) {
      report_.add({Remark::Kind::warning,
                   0,
                   {},
                   name + ": not known here, left out" +
                       (count > 1 ? " (" + std::to_string(count) + " times)" : "")});
    }
  }

  struct Introduction {
    PersonRef person{};
    PersonRef by{};
    Position at{};
  };

  Store& store_;
  const ImportProgress& progress_;
  ImportReport report_{};
  UnknownFields unknown_{};
  std::set<Uid> waiting_uids_{};  // of new people
  std::set<std::pair<std::string, std::string>> waiting_origins_{};
  std::size_t restored_ = 0;
  std::vector<Dependent> waiting_{};
  std::size_t waiting_bytes_ = 0;
  std::vector<Introduction> introductions_{};
  bool has_people_ = false;
  bool is_kith_ = false;
  bool has_version_ = false;
};

}  // namespace

ImportReport read_kith_json(std::istream& in, Store& store, const ImportProgress& progress) {
  return Restorer(store, progress).run(in);
}

}  // namespace kith::exchange
