// Many new people at once.
#include "kith/store/newcomers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <utility>

#include "store/connection.hpp"
#include "store/index_keeper.hpp"
#include "store/recording.hpp"
#include "store/records.hpp"
#include "store/table_rows.hpp"
#include <kith/error.hpp>
#include <kith/store/person_repo.hpp>

namespace kith {
namespace {

template <class Number>
Cell number(Number value) {
  return Cell{static_cast<std::int64_t>(value)};
}

Cell seconds(Instant at) {
  return number(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

Cell day(const std::optional<Date>& date) { return date ? number(to_day_number(*date)) : Cell{}; }

}  // namespace

/// The tables of a person, in the order in which their rows are written: each row after what it
/// belongs to.
struct Newcomers::Tables {
  explicit Tables(Connection& db)
      : person(db, "person", 20),
        nickname(db, "nickname", 3),
        contact_point(db, "contact_point", 5),
        membership(db, "membership", 10),
        person_tag(db, "person_tag", 3),
        origin(db, "origin", 4) {}

  std::array<TableRows*, 6> all() {
    return {&person, &nickname, &contact_point, &membership, &person_tag, &origin};
  }

  void add(const Person& one);
  void add_parts(const Person& one);

  TableRows person;
  TableRows nickname;
  TableRows contact_point;
  TableRows membership;
  TableRows person_tag;
  TableRows origin;
};

void Newcomers::Tables::add(const Person& one) {
  const DateColumns birthday(one.birthday);
  const DateColumns met_on(one.met_on);
  person.add({number(raw(one.id)),
              &one.uid,
              one.name,
              one.city,
              one.timezone,
              cell_of(birthday.year),
              cell_of(birthday.month),
              cell_of(birthday.day),
              one.met,
              cell_of(met_on.year),
              cell_of(met_on.month),
              cell_of(met_on.day),
              one.circle ? Cell{to_string(*one.circle)} : Cell{},
              one.own_cadence ? number(one.own_cadence->days()) : Cell{},
              day(one.tracked_since),
              to_string(one.standing),
              day(one.snoozed_until),
              number(one.archived ? 1 : 0),
              seconds(one.created_at),
              seconds(one.updated_at)});
}

void Newcomers::Tables::add_parts(const Person& one) {
  const Cell id = number(raw(one.id));
  std::int64_t position = 0;
  for (const std::string& name : one.nicknames) {
    nickname.add({id, name, position++});
  }
  position = 0;
  for (const ContactPoint& point : one.contact_points) {
    contact_point.add({id, to_string(point.kind), point.value, point.label, position++});
  }
  position = 0;
  for (const Membership& one_of : one.memberships) {
    const DateColumns from(one_of.from);
    const DateColumns to(one_of.to);
    membership.add({id,
                    position++,
                    one_of.org,
                    one_of.title,
                    cell_of(from.year),
                    cell_of(from.month),
                    cell_of(from.day),
                    cell_of(to.year),
                    cell_of(to.month),
                    cell_of(to.day)});
  }
  position = 0;
  for (const std::string& tag : one.tags) {
    person_tag.add({id, tag, position++});
  }
}

Newcomers::Newcomers(Connection& db, IndexKeeper& keeper, PersonRepo& people)
    : db_(db), keeper_(keeper), repo_(people) {}

Newcomers::~Newcomers() = default;

Person Newcomers::add(const Person& draft) {
  Person person = repo_.ready(draft);
  if (people_.empty()) {
    Query last(db_, "SELECT coalesce(max(id), 0) FROM person");
    last.step();
    last_ = last.id<PersonId>(0);
  }
  last_ = PersonId{raw(last_) + 1};
  person.id = last_;
  return people_.emplace_back(std::move(person));
}

void Newcomers::put(const Origin& origin) { origins_.push_back(origin); }

void Newcomers::flush() {
  if (people_.empty()) {
    return;
  }
  if (!tables_) {
    tables_ = std::make_unique<Tables>(db_);
  }
  recording_->apart([this] {
    for (TableRows* table : tables_->all()) {
      table->take_down(true);
    }
    write_rows();
    Bytes changes;
    for (TableRows* table : tables_->all()) {
      const Bytes of_one = table->changeset();
      changes.insert(changes.end(), of_one.begin(), of_one.end());
    }
    keeper_.add(people_);
    return changes;
  });
  people_.clear();
  origins_.clear();
}

void Newcomers::write_rows() {
  for (const Person& person : people_) {
    tables_->add(person);
  }
  tables_->person.write();
  for (const Person& person : people_) {
    tables_->add_parts(person);
  }
  // In the order of their keys, neighbours are on one page.
  std::ranges::sort(origins_, [](const Origin& a, const Origin& b) {
    return std::tie(a.source, a.key) < std::tie(b.source, b.key);
  });
  constexpr std::size_t kWaiting = 64;
  std::vector<std::string> said;
  said.reserve(kWaiting);  // the rows point into it
  for (const Origin& origin : origins_) {
    tables_->origin.add({origin.source,
                         origin.key,
                         number(raw(origin.person)),
                         said.emplace_back(said_text(origin))});
    if (said.size() == kWaiting) {
      tables_->origin.write();
      said.clear();
    }
  }
  for (TableRows* table : tables_->all()) {
    table->write();
  }
}

void Newcomers::end() {
  recording_ = nullptr;
  people_.clear();
  origins_.clear();
  if (tables_) {
    for (TableRows* table : tables_->all()) {
      table->forget();
    }
  }
}

}  // namespace kith
