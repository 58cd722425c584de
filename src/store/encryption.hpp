// What SQLCipher adds to SQLite; without it, every key is refused. See docs/adr/0009.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include <kith/store/key.hpp>

struct sqlite3;

namespace kith {

class Connection;

/// True if there is a file that begins as a database does that is not encrypted.
bool is_plain(const std::filesystem::path& file);

/// For what may be either: `key`, or none if `file` is plain.
Key key_for(const std::filesystem::path& file, const Key& key);

/// Hands the key to SQLite, before anything else is done with `db`, and sees whether it fits;
/// errors call the file `called`. A file with nothing in it is encrypted from its first page on.
/// Throws StoreError: it does not fit, or this kith cannot encrypt.
void unlock(sqlite3* db, const Key& key, const std::filesystem::path& called);

/// Fills the empty, encrypted database `to` with what a plain one holds: SQLite copies no page of
/// a plain database to an encrypted one. Throws StoreError.
void encrypt_into(Connection& to, const std::vector<std::uint8_t>& plain);

}  // namespace kith
