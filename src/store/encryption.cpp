// What SQLCipher adds to SQLite: the one file that calls it.
#include "store/encryption.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "store/connection.hpp"
#include <kith/error.hpp>

namespace kith {

namespace fs = std::filesystem;

Key::Key(std::string&& secret) {
  if (secret.empty()) {
    return;
  }
  const auto wiped = [](const std::string* text) {
    const std::unique_ptr<std::string> last(const_cast<std::string*>(text));
    wipe(*last);
  };
  secret_ = std::shared_ptr<const std::string>(new std::string(secret), wiped);
  wipe(secret);
}

void wipe(std::string& text) {
  volatile char* at = text.data();
  for (std::size_t count = text.size(); count > 0; --count) {
    *at++ = '\0';
  }
  text.clear();
}

bool is_plain(const fs::path& file) {
  constexpr std::string_view kMagic{"SQLite format 3\0", 16};
  std::array<char, kMagic.size()> begin{};
  std::ifstream in(file, std::ios::binary);
  in.read(begin.data(), begin.size());
  return in && std::ranges::equal(begin, kMagic);
}

Key key_for(const fs::path& file, const Key& key) { return is_plain(file) ? Key{} : key; }

#ifdef KITH_SQLCIPHER

bool can_encrypt() { return true; }

void unlock(sqlite3* db, const Key& key, const fs::path& called) {
  // It writes of its own accord to stderr, where kith alone speaks.
  sqlite3_exec(db, "PRAGMA cipher_log_level = NONE", nullptr, nullptr, nullptr);
  const std::string& secret = key.secret();
  int code = sqlite3_key_v2(db, "main", secret.data(), static_cast<int>(secret.size()));
  if (code == SQLITE_OK) {
    // Anything else that may be wrong is told by whatever comes next.
    code = sqlite3_exec(db, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    code = (code & 0xff) == SQLITE_NOTADB ? SQLITE_NOTADB : SQLITE_OK;
  }
  if (code != SQLITE_OK) {
    throw StoreError(fmt::format("{}: cannot be read with this key", called.string()),
                     "look at key_command, key_file or what you typed; if the key is right, the "
                     "file is damaged: move it away, and kith restore takes a backup");
  }
}

void encrypt_into(Connection& to, const Bytes& plain) {
  // From the plain side: what is attached or read from memory by an encrypted connection is taken
  // to have its key.
  Connection from(plain, to.file().string());
  const auto number = [&](const char* pragma) {
    Query query(from, pragma);
    query.step();
    return query.integer(0);
  };
  const std::int64_t version = number("PRAGMA user_version");
  const std::int64_t application = number("PRAGMA application_id");
  const std::string file = sqlite3_db_filename(to.handle(), "main");
  Query(from, "ATTACH ?1 AS encrypted KEY ?2").with(file, to.key().secret()).run();
  Query(from, "SELECT sqlcipher_export('encrypted')").run();
  from.execute(
      fmt::format("PRAGMA encrypted.user_version = {}; PRAGMA encrypted.application_id = {}",
                  version,
                  application)
          .c_str());
}

#else

bool can_encrypt() { return false; }

void unlock(sqlite3* /*db*/, const Key& /*key*/, const fs::path& called) {
  throw StoreError(called.string() + ": this kith was built without SQLCipher, and takes no key");
}

void encrypt_into(Connection& /*to*/, const Bytes& /*plain*/) {
  throw StoreError("this kith was built without SQLCipher, and cannot encrypt");
}

#endif

}  // namespace kith
