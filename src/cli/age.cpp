// Encrypted files, through the program age (https://age-encryption.org/v1).
#include "cli/age.hpp"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/fd_buffer.hpp"
#include "cli/spawn.hpp"
#include <kith/error.hpp>

namespace kith::cli {
namespace {

constexpr std::string_view kBinary = "age-encryption.org/v1";
constexpr std::string_view kArmored = "-----BEGIN AGE ENCRYPTED FILE-----";

struct Pipe {
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
      throw StoreError("age: no pipe can be made");
    }
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close(0);
    close(1);
  }
  void close(std::size_t end) {
    if (ends[end] >= 0) {
      ::close(ends[end]);
      ends[end] = -1;
    }
  }
  std::array<int, 2> ends{-1, -1};  // to read from, to write to
};

pid_t start(const std::vector<std::string>& words, int input, int output) {
  const Spawned age = spawn(words, input, output);
  if (age.error != 0) {
    throw NotFoundError(
        age.error == ENOENT ? "age: it is not installed" : "age: it cannot be started",
        "install the package age; without it nothing can be encrypted");
  }
  return age.process;
}

void require_done(pid_t child, const char* refused, const char* hint) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw DataError(refused, hint);
  }
}

}  // namespace

void encrypt(OutputFile& file,
             const std::vector<std::string>& recipients,
             const std::function<void(std::ostream&)>& write) {
  std::vector<std::string> words{"age"};
  for (const std::string& recipient : recipients) {
    words.emplace_back(std::filesystem::is_regular_file(recipient) ? "-R" : "-r");
    words.push_back(recipient);
  }
  if (recipients.empty()) {
    words.emplace_back("-p");
  }
  Pipe pipe;
  const pid_t child = start(words, pipe.ends[0], file.descriptor());
  pipe.close(0);
  {
    FdBuffer buffer{pipe.ends[1]};
    std::ostream out{&buffer};
    write(out);
    out.flush();
  }
  pipe.close(1);
  require_done(child,
               "age: it did not encrypt; nothing was written",
               "name a key with --recipient, or type the passphrase on a terminal");
}

bool is_encrypted(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  std::string begin(kArmored.size(), '\0');
  in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return begin.starts_with(kBinary) || begin.starts_with(kArmored);
}

std::vector<std::uint8_t> decrypted(const std::filesystem::path& file,
                                    const std::vector<std::string>& identities) {
  std::vector<std::string> words{"age", "-d"};
  for (const std::string& identity : identities) {
    words.emplace_back("-i");
    words.push_back(identity);
  }
  words.push_back(std::filesystem::absolute(file).string());
  Pipe pipe;
  const pid_t child = start(words, -1, pipe.ends[1]);
  pipe.close(1);
  std::vector<std::uint8_t> content;
  std::array<std::uint8_t, 1 << 16> chunk{};
  for (;;) {
    const ssize_t count = ::read(pipe.ends[0], chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      break;
    }
    content.insert(content.end(), chunk.begin(), chunk.begin() + count);
  }
  require_done(child,
               "age: it did not decrypt; nothing was changed",
               "name the secret key's file with --identity, or type the passphrase on a terminal");
  return content;
}

}  // namespace kith::cli
