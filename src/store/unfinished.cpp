// Files that are not whole yet. A signal's handler is handed nothing and may not allocate, so the
// names stand in memory of the process: the one place where that is right.
#include <array>
#include <atomic>
#include <cstring>
#include <string>
#include <unistd.h>

#include <kith/store/unfinished.hpp>

namespace kith {
namespace {

constexpr std::size_t kRoom = 4;
constexpr std::size_t kLongest = 4096;
constexpr std::array kEndings{"", "-journal", "-wal", "-shm"};

struct Name {
  std::atomic<bool> is_taken{false};
  std::atomic<bool> is_there{false};
  std::array<std::array<char, kLongest>, kEndings.size()> files{};
};

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): see above
std::array<Name, kRoom> names;

}  // namespace

Unfinished::Unfinished(const std::filesystem::path& file) : place_(kRoom) {
  const std::string path = std::filesystem::absolute(file).string();
  if (path.size() + std::strlen(kEndings[1]) >= kLongest) {
    return;
  }
  for (std::size_t place = 0; place < kRoom; ++place) {
    Name& name = names[place];
    if (name.is_taken.exchange(true)) {
      continue;
    }
    for (std::size_t i = 0; i < kEndings.size(); ++i) {
      const std::string whole = path + kEndings[i];
      name.files[i][whole.copy(name.files[i].data(), kLongest - 1)] = '\0';
    }
    name.is_there = true;
    place_ = place;
    return;
  }
}

Unfinished::~Unfinished() {
  if (place_ < kRoom) {
    names[place_].is_there = false;
    names[place_].is_taken = false;
  }
}

void remove_unfinished() noexcept {
  for (const Name& name : names) {
    if (name.is_there) {
      for (const auto& file : name.files) {
        ::unlink(file.data());
      }
    }
  }
}

}  // namespace kith
