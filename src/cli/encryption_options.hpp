// --encrypt and --recipient: the same wherever a file is written.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.hpp"

namespace kith::cli {

struct EncryptionOptions {
  bool encrypt = false;
  std::vector<std::string> recipients{};
};

inline void declare_encryption(Arguments& args, EncryptionOptions& options) {
  args.flag("--encrypt", options.encrypt, "through age; asks for a passphrase unless --recipient");
  args.many(
      "--recipient", options.recipients, "encrypt for this key, or the keys in this file", "KEY");
}

/// Naming somebody to encrypt for is wish enough.
inline bool wants_encryption(const EncryptionOptions& options) {
  return options.encrypt || !options.recipients.empty();
}

}  // namespace kith::cli
