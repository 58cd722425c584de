// Encrypted files, through the program age: nothing of them is on the disk in plain at any moment.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/output_file.hpp"

namespace kith::cli {

/// Encrypts what `write` writes into `file`, for each of `recipients` (a key of age or ssh, or a
/// file of such keys); where there are none, with a passphrase that age asks for on the terminal.
/// Throws NotFoundError if there is no age here, DataError if it refuses.
void encrypt(OutputFile& file,
             const std::vector<std::string>& recipients,
             const std::function<void(std::ostream&)>& write);

/// True if `file` begins as age's files do.
bool is_encrypted(const std::filesystem::path& file);

/// What an encrypted file holds. `identities` are files of secret keys; without one, age asks for
/// the passphrase on the terminal. Throws NotFoundError if there is no age here, DataError if it
/// refuses.
std::vector<std::uint8_t> decrypted(const std::filesystem::path& file,
                                    const std::vector<std::string>& identities);

}  // namespace kith::cli
