// The memory SQLite takes: small blocks out of large pieces, used again and again.
#pragma once

struct sqlite3_mem_methods;

namespace kith {

/// For SQLITE_CONFIG_MALLOC, before SQLite is used for the first time. One thread at a time: it
/// locks nothing.
const sqlite3_mem_methods& pooled_memory();

}  // namespace kith
