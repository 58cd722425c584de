// Which database engine this kith runs on.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <kith/store/engine.hpp>

namespace kith {

std::string sqlite_version() { return sqlite3_libversion(); }

std::string sqlitecpp_version() {
  constexpr int kMajor = 1'000'000;
  constexpr int kMinor = 1'000;
  constexpr int kVersion = SQLITECPP_VERSION_NUMBER;
  return std::to_string(kVersion / kMajor) + "." + std::to_string(kVersion % kMajor / kMinor) +
         "." + std::to_string(kVersion % kMinor);
}

}  // namespace kith
