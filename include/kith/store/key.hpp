// The key of an encrypted database.
#pragma once

#include <memory>
#include <string>

namespace kith {

/// True if this kith was built with SQLCipher, and can keep a database encrypted.
bool can_encrypt();

/// What an encrypted database is opened with: a passphrase, or a raw key as SQLCipher writes one
/// (x'…' around 64 hexadecimal digits). Copies share one place in memory, which is wiped when the
/// last of them goes. One that is not set means a plain database.
class Key {
 public:
  Key() = default;
  /// Wipes `secret`. Not set if there is nothing in it.
  explicit Key(std::string&& secret);

  bool is_set() const { return secret_ != nullptr; }
  /// Only if it is set.
  const std::string& secret() const { return *secret_; }

 private:
  std::shared_ptr<const std::string> secret_{};
};

/// Overwrites what the string holds, in a way that no compiler leaves out.
void wipe(std::string& text);

}  // namespace kith
