// The shape of the database, and how an older one gets it. The only DDL.
#pragma once

#include "store/connection.hpp"

namespace kith {

/// The mark of kith's databases: "kith" in ASCII.
inline constexpr int kApplicationId = 0x6b697468;

/// The newest shape this program knows.
int newest_schema();

/// What PRAGMA user_version says: 0 for a new database.
int schema_version(Connection& db);
int application_id(Connection& db);

/// Brings `db` to the shape of `to`: each step in a transaction together with its version.
/// Throws StoreError if it is newer than this program, and leaves it untouched.
void migrate(Connection& db, int to = newest_schema());

/// A table, index or trigger, and how it is made.
struct SchemaObject {
  std::string name{};
  std::string kind{};  ///< table, index, trigger
  std::string sql{};
  bool operator==(const SchemaObject&) const = default;
};

/// What the newest shape has and `db` has not, or has in another form.
std::vector<SchemaObject> missing_objects(Connection& db);

/// The tables whose changes the journal records, parents first.
std::span<const char* const> journalled_tables();

}  // namespace kith
