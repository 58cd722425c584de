// How a database gets its shape, and whether it has it.
#include "store/schema.hpp"

#include <array>
#include <string>

#include <fmt/format.h>

#include "store/schema_steps.hpp"
#include <kith/error.hpp>

namespace kith {
namespace {

constexpr std::array<const char*, 19> kJournalled{"person",
                                                  "nickname",
                                                  "contact_point",
                                                  "membership",
                                                  "person_tag",
                                                  "interaction",
                                                  "participant",
                                                  "mention",
                                                  "interaction_tag",
                                                  "fact",
                                                  "follow_up",
                                                  "link",
                                                  "setting",
                                                  "origin",
                                                  "community_name",
                                                  "merged_person",
                                                  "distinct_people",
                                                  "removed_record",
                                                  "sync_item"};

int pragma_value(Connection& db, const char* pragma) {
  Query query(db, pragma);
  query.step();
  return static_cast<int>(query.integer(0));
}

}  // namespace

int newest_schema() { return static_cast<int>(kSteps.size()); }

int schema_version(Connection& db) { return pragma_value(db, "PRAGMA user_version"); }

int application_id(Connection& db) { return pragma_value(db, "PRAGMA application_id"); }

void migrate(Connection& db, int to) {
  if (schema_version(db) < 0) {
    throw StoreError(fmt::format("{}: damaged, or no database of kith's", db.file().string()),
                     "leave the file as it is, and go back to a copy of it");
  }
  while (schema_version(db) < to) {
    Transaction transaction(db, "BEGIN IMMEDIATE");
    const int version = schema_version(db);  // another process may have been faster
    if (version < to) {
      db.execute(kSteps[static_cast<std::size_t>(version)]);
      db.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                             kApplicationId,
                             version + 1)
                     .c_str());
    }
    transaction.commit();
  }
  if (schema_version(db) > newest_schema()) {
    throw StoreError(fmt::format("{}: written by a newer kith than this one", db.file().string()),
                     "update kith; the file was left as it is");
  }
}

std::vector<SchemaObject> missing_objects(Connection& db) {
  const auto objects_of = [](Connection& of) {
    std::vector<SchemaObject> objects;
    Query query(of, R"sql(
      SELECT name, type, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'
      ORDER BY type DESC, name)sql");  // triggers and tables before the indexes on them
    while (query.step()) {
      objects.push_back({query.text(0), query.text(1), query.text(2)});
    }
    return objects;
  };
  Connection sound;
  migrate(sound);
  std::vector<SchemaObject> missing = objects_of(sound);
  for (const SchemaObject& there : objects_of(db)) {
    std::erase(missing, there);
  }
  return missing;
}

std::span<const char* const> journalled_tables() { return kJournalled; }

}  // namespace kith
