// People as a list shows them: what it leaves out is not read.
#include <algorithm>
#include <utility>

#include "store/connection.hpp"
#include "store/person_filter.hpp"
#include <kith/text/fold.hpp>

namespace kith {

bool fits(const PersonFilter& filter, const ListedPerson& listed) {
  const Person& person = listed.person;
  const auto has = [](std::string_view text, std::string_view part) {
    return text::fold(text).find(text::fold(part)) != std::string::npos;
  };
  if (filter.archived != PersonFilter::Archived::all &&
      person.archived != (filter.archived == PersonFilter::Archived::only)) {
    return false;
  }
  if (filter.circle && person.circle != filter.circle) {
    return false;
  }
  // Whom one might be in touch with again: that is nobody's question about the former and the dead.
  if ((filter.without_cadence || filter.not_since) && is_gone(person.standing)) {
    return false;
  }
  if (filter.without_cadence && person.cadence()) {
    return false;
  }
  if (filter.not_since && listed.last_seen && *listed.last_seen >= *filter.not_since) {
    return false;
  }
  if (!filter.city.empty() && !has(person.city, filter.city)) {
    return false;
  }
  if (!filter.org.empty() && std::ranges::none_of(person.memberships, [&](const Membership& m) {
        return m.to.empty() && has(m.org, filter.org);
      })) {
    return false;
  }
  return std::ranges::all_of(filter.tags, [&](const std::string& wanted) {
    const std::string_view bare =
        wanted.starts_with('#') ? std::string_view{wanted}.substr(1) : std::string_view{wanted};
    return std::ranges::any_of(
        person.tags, [&](const std::string& tag) { return text::fold(tag) == text::fold(bare); });
  });
}

namespace {

// ?1 is today; ?2 says whether to leave out the archived (0), all others (1) or nobody (NULL).
#define KITH_LISTED_COLUMNS                                                                      \
  "p.id, p.uid, p.name, p.city, p.circle, p.cadence_days, p.standing, p.archived,"               \
  " (SELECT d.date FROM participant d WHERE d.person = p.id AND d.date <= ?1"                    \
  "    AND NOT EXISTS(SELECT 1 FROM interaction WHERE id + 0 = +d.interaction AND unanswered = " \
  "1) ORDER BY d.date DESC LIMIT 1) AS seen"
#define KITH_LISTED_ONES " (?2 IS NULL OR p.archived = ?2)"

// Those of one name are put in the order of their uids here: SQLite would set up a sorter for each.
constexpr const char* kByName = "SELECT " KITH_LISTED_COLUMNS
                                ", k.key FROM name_key k CROSS JOIN person p ON p.id = k.person"
                                " WHERE k.kind = 0 AND" KITH_LISTED_ONES " ORDER BY k.key";
constexpr const char* kByLastSeen =
    "SELECT " KITH_LISTED_COLUMNS ", NULL FROM person p WHERE" KITH_LISTED_ONES
    " ORDER BY seen DESC NULLS LAST, p.uid";
constexpr const char* kByCreated =
    "SELECT " KITH_LISTED_COLUMNS ", NULL FROM person p WHERE" KITH_LISTED_ONES
    " ORDER BY p.created_at DESC, p.id DESC";
constexpr const char* kByUid =
    "SELECT " KITH_LISTED_COLUMNS ", NULL FROM person p WHERE" KITH_LISTED_ONES " ORDER BY p.uid";

constexpr InEachOrder kStatements{
    .name = kByName, .last_seen = kByLastSeen, .created = kByCreated, .uid = kByUid};

ListedPerson read_row(const Query& row) {
  ListedPerson listed;
  Person& person = listed.person;
  person.id = row.id<PersonId>(0);
  person.uid = row.uid(1);
  person.name = row.view(2);
  person.city = row.view(3);
  person.circle = parse_circle(row.view(4));
  if (!row.is_null(5)) {
    person.own_cadence = Cadence{static_cast<int>(row.integer(5))};
  }
  person.standing = parse_standing(row.view(6)).value_or(Standing::active);
  person.archived = row.boolean(7);
  listed.last_seen = row.maybe_date(8);
  return listed;
}

/// Memberships and tags, in their order, by one statement.
void read_parts(Connection& db, Person& person) {
  Query row(db, R"sql(
    SELECT position, NULL, org, title, from_year, from_month, from_day, to_year, to_month, to_day
    FROM membership WHERE person = ?1
    UNION ALL SELECT position, tag, 0, 0, 0, 0, 0, 0, 0, 0 FROM person_tag WHERE person = ?1)sql");
  row.with(person.id);
  std::vector<std::pair<std::int64_t, std::string>> tags;
  while (row.step()) {
    if (row.is_null(1)) {
      person.memberships.push_back({.org = row.text(2),
                                    .title = row.text(3),
                                    .from = row.partial_date(4),
                                    .to = row.partial_date(7)});
    } else {
      tags.emplace_back(row.integer(0), row.text(1));
    }
  }
  std::ranges::stable_sort(tags, {}, [](const auto& one) { return one.first; });
  for (auto& [position, tag] : tags) {
    person.tags.push_back(std::move(tag));
  }
}

}  // namespace

void PersonRepo::for_each_listed(const PersonFilter& filter,
                                 PersonOrder order,
                                 const std::function<bool(const ListedPerson&)>& visit) const {
  Query query(db_, kStatements[order]);
  query.with(clock_.today(),
             filter.archived == PersonFilter::Archived::all
                 ? std::nullopt
                 : std::optional(filter.archived == PersonFilter::Archived::only));
  std::string name;
  std::vector<ListedPerson> namesakes;
  const auto give = [&] {
    if (namesakes.size() > 1) {
      std::ranges::sort(namesakes, {}, [](const ListedPerson& one) { return one.person.uid; });
    }
    for (ListedPerson& one : namesakes) {
      read_parts(db_, one.person);
      if (fits(filter, one) && !visit(one)) {
        return false;
      }
    }
    namesakes.clear();
    return true;
  };
  while (query.step()) {
    const bool is_by_name = !query.is_null(9);
    const std::string_view key = query.view(9);
    if (!namesakes.empty() && !(is_by_name && key == name) && !give()) {
      return;
    }
    name = key;
    namesakes.push_back(read_row(query));
  }
  give();
}

}  // namespace kith
