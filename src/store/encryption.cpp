// What SQLCipher adds to SQLite: the one file that calls it.
#include "store/encryption.hpp"

#include <algorithm>
#include <array>
#include <fstream>
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
  to.execute("ATTACH ':memory:' AS plain KEY ''");
  // SQLite only reads it.
  auto* bytes = const_cast<unsigned char*>(plain.data());
  const auto size = static_cast<sqlite3_int64>(plain.size());
  const int code = sqlite3_deserialize(
      to.handle(), "plain", bytes, size, size, SQLITE_DESERIALIZE_READONLY);
  if (code != SQLITE_OK) {
    to.fail(code, sqlite3_errstr(code));
  }
  const auto number = [&](const char* pragma) {
    Query query(to, pragma);
    query.step();
    return query.integer(0);
  };
  const std::int64_t version = number("PRAGMA plain.user_version");
  const std::int64_t application = number("PRAGMA plain.application_id");
  Query(to, "SELECT sqlcipher_export('main', 'plain')").run();
  to.execute(fmt::format("PRAGMA main.user_version = {}; PRAGMA main.application_id = {}",
                         version,
                         application)
                 .c_str());
  to.forget_statements();
  to.execute("DETACH plain");
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
