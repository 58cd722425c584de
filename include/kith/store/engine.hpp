// Which database engine this kith runs on.
#pragma once

#include <string>

namespace kith {

/// "3.40.1": of the SQLite that is linked, found out without opening anything.
std::string sqlite_version();

/// "3.2.1": of the C++ face that kith was built with.
std::string sqlitecpp_version();

}  // namespace kith
