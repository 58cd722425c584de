// Files that are there as a whole or not at all: written without a name where the system can do
// that, else under one that ends in .tmp, which vdirsyncer passes over.
#include "sync/vdir.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <fstream>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/compile.h>
#include <fmt/format.h>

#include <kith/domain/uid.hpp>
#include <kith/error.hpp>
#include <kith/store/unfinished.hpp>
#include <kith/text/clean.hpp>

namespace kith::sync {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kPrivate = 0600;
constexpr mode_t kPermissions = 07777;
constexpr std::size_t kAtOnce = 64;        // files that are open together
constexpr std::size_t kLongestName = 120;  // bytes, without the ending
constexpr std::size_t kFewFiles = 4;       // which are synced one by one
constexpr std::string_view kLeftover = ".kith-";
constexpr std::string_view kTemporary = ".tmp";

[[noreturn]] void fail(const fs::path& file, int error) {
  throw StoreError(fmt::format("{}: {}", text::printable(file.string()), std::strerror(error)),
                   error == ENOSPC || error == EDQUOT ? "make room, and sync again"
                                                      : "what was written so far is whole; sync "
                                                        "again when this is mended");
}

Stamp stamp_in(const struct stat& status) {
  return {status.st_size,
          std::chrono::seconds{status.st_mtim.tv_sec} +
              std::chrono::nanoseconds{status.st_mtim.tv_nsec},
          status.st_ino};
}

/// A stamp as text, where it needs no memory of its own.
std::string_view write_to(std::array<char, 80>& buffer, const Stamp& stamp) {
  const auto end = fmt::format_to_n(buffer.begin(),
                                    buffer.size(),
                                    FMT_COMPILE("{} {} {}"),
                                    stamp.size,
                                    stamp.changed.count(),
                                    stamp.inode);
  return {buffer.data(), end.size};
}

/// A file that is written and has no name yet.
class Unnamed {
 public:
  Unnamed(const fs::path& folder, mode_t mode) {
    descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kPrivate);
    if (descriptor_ < 0) {
      name_ = folder / fmt::format("{}{}{}", kLeftover, to_string(make_uid({})), kTemporary);
      unfinished_ = std::make_unique<Unfinished>(name_);
      descriptor_ = ::open(name_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, kPrivate);
    }
    if (descriptor_ < 0) {
      fail(folder, errno);
    }
    ::fchmod(descriptor_, mode);  // whatever the umask
  }
  Unnamed(const Unnamed&) = delete;
  Unnamed& operator=(const Unnamed&) = delete;
  ~Unnamed() {
    ::close(descriptor_);
    if (!name_.empty()) {
      ::unlink(name_.c_str());
    }
  }

  int descriptor() const { return descriptor_; }

  void write(std::string_view text, const fs::path& target) const {
    while (!text.empty()) {
      const ssize_t written = ::write(descriptor_, text.data(), text.size());
      if (written < 0 && errno != EINTR) {
        fail(target, errno);
      }
      text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
  }

  /// Takes the name of `target`, in the place of what is there.
  void take_name(const fs::path& target) {
    if (name_.empty()) {
      const std::string unnamed = fmt::format("/proc/self/fd/{}", descriptor_);
      if (::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, target.c_str(), AT_SYMLINK_FOLLOW) == 0) {
        return;
      }
      if (errno != EEXIST) {
        fail(target, errno);
      }
      name_ = target.parent_path() /
              fmt::format("{}{}{}", kLeftover, to_string(make_uid({})), kTemporary);
      unfinished_ = std::make_unique<Unfinished>(name_);
      if (::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, name_.c_str(), AT_SYMLINK_FOLLOW) != 0) {
        fail(target, errno);
      }
    }
    if (::rename(name_.c_str(), target.c_str()) != 0) {
      fail(target, errno);
    }
    name_.clear();
    unfinished_.reset();
  }

 private:
  int descriptor_ = -1;
  fs::path name_{};
  std::unique_ptr<Unfinished> unfinished_{};
};

bool is_safe(std::string_view uid) {
  constexpr std::string_view kSafe =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-+@";
  return !uid.empty() && uid.size() <= kLongestName && uid.front() != '.' && uid.front() != '-' &&
         uid.find_first_not_of(kSafe) == std::string_view::npos;
}

}  // namespace

std::string Stamp::text() const {
  std::array<char, 80> buffer{};
  return std::string(write_to(buffer, *this));
}

bool Stamp::reads(std::string_view text) const {
  std::array<char, 80> buffer{};
  return write_to(buffer, *this) == text;
}

void for_each_name(const fs::path& folder,
                   const std::function<bool(int folder, const char* name)>& visit) {
  const auto failed = [&] {
    throw fs::filesystem_error(
        "read folder", folder, std::error_code(errno, std::generic_category()));
  };
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), &::closedir);
  if (open == nullptr) {
    failed();
  }
  errno = 0;
  while (const dirent* entry = ::readdir(open.get())) {
    if (!visit(::dirfd(open.get()), entry->d_name)) {
      return;
    }
    errno = 0;
  }
  if (errno != 0) {
    failed();
  }
}

Vdir::Vdir(fs::path folder, std::string ending)
    : folder_(std::move(folder)), ending_(std::move(ending)) {
  try {
    key_ = fs::canonical(folder_).string();
    for_each_name(folder_, [&](int folder_number, const char* found) {
      const std::string_view name = found;
      struct stat status {};
      if (!name.starts_with('.') && name.ends_with(ending_) && name.size() > ending_.size() &&
          ::fstatat(folder_number, found, &status, 0) == 0 && S_ISREG(status.st_mode)) {
        files_.push_back({std::string(name), stamp_in(status)});
      }
      return true;
    });
    std::ranges::sort(files_, {}, &FileName::name);
  } catch (const fs::filesystem_error& error) {
    throw StoreError(fmt::format(
        "{}: cannot be read: {}", text::printable(folder_.string()), error.code().message()));
  }
}

std::optional<std::string> Vdir::read(const std::string& name) const {
  std::ifstream in(folder_ / name, std::ios::binary);
  if (!in) {
    return std::nullopt;
  }
  std::string text;
  std::array<char, 16384> block{};
  while (in.read(block.data(), block.size()) || in.gcount() > 0) {
    text.append(block.data(), static_cast<std::size_t>(in.gcount()));
    if (text.size() > kLargestItem) {
      return std::nullopt;
    }
  }
  return in.bad() ? std::nullopt : std::optional(std::move(text));
}

std::optional<Stamp> Vdir::stamp_of(std::string_view name) const {
  const auto found = std::ranges::lower_bound(files_, name, {}, &FileName::name);
  return found != files_.end() && found->name == name ? std::optional(found->stamp) : std::nullopt;
}

std::optional<Stamp> Vdir::stamp_now(const std::string& name) const {
  struct stat status {};
  return ::stat((folder_ / name).c_str(), &status) == 0 ? std::optional(stamp_in(status))
                                                        : std::nullopt;
}

std::string Vdir::stamp_after(const std::string& name, bool is_written) const {
  const std::optional<Stamp> before = stamp_of(name);
  const std::optional<Stamp> stamp = is_written || !before ? stamp_now(name) : before;
  return stamp ? stamp->text() : std::string();
}

bool Vdir::is_untouched(const std::string& name) const { return stamp_now(name) == stamp_of(name); }

std::string Vdir::new_name(std::string_view uid) const {
  const std::string name =
      (is_safe(uid) ? std::string(uid) : to_string(derived_uid({}, uid))) + ending_;
  if (!planned_.contains(name) && !fs::exists(fs::symlink_status(folder_ / name))) {
    return name;
  }
  return to_string(make_uid({})) + ending_;
}

void Vdir::write(std::string name, std::string text) {
  planned_.insert(name);
  to_write_.push_back({std::move(name), std::move(text)});
}

void Vdir::remove(std::string name) { to_remove_.push_back(std::move(name)); }

/// What a kill left behind.
void Vdir::take_leftovers_away() const {
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kLeftover) && name.ends_with(kTemporary)) {
      ::unlink(entry.path().c_str());
    }
  }
}

void Vdir::write_some(std::size_t begin, std::size_t end, std::vector<std::string>& left_alone) {
  std::vector<std::unique_ptr<Unnamed>> files;
  for (std::size_t i = begin; i < end; ++i) {
    const fs::path target = folder_ / to_write_[i].name;
    struct stat status {};
    const bool is_there = ::stat(target.c_str(), &status) == 0;
    files.push_back(
        std::make_unique<Unnamed>(folder_, is_there ? status.st_mode & kPermissions : kPrivate));
    files.back()->write(to_write_[i].text, target);
    if (end - begin <= kFewFiles && ::fsync(files.back()->descriptor()) != 0) {
      fail(target, errno);
    }
  }
  // Of many files, one call for all is a hundred times as fast as one for each.
  if (end - begin > kFewFiles && ::syncfs(files.front()->descriptor()) != 0) {
    fail(folder_, errno);
  }
  for (std::size_t i = begin; i < end; ++i) {
    const std::string& name = to_write_[i].name;
    if (is_untouched(name)) {
      fs::path target = folder_ / name;
      if (fs::is_symlink(fs::symlink_status(target))) {
        target = fs::canonical(target);  // what the link leads to is replaced, not the link
      }
      files[i - begin]->take_name(target);
    } else {
      left_alone.push_back(name);
    }
  }
}

std::vector<std::string> Vdir::flush() {
  std::vector<std::string> left_alone;
  if (to_write_.empty() && to_remove_.empty()) {
    return left_alone;
  }
  take_leftovers_away();
  for (std::size_t begin = 0; begin < to_write_.size(); begin += kAtOnce) {
    write_some(begin, std::min(begin + kAtOnce, to_write_.size()), left_alone);
  }
  for (const std::string& name : to_remove_) {
    if (!is_untouched(name)) {
      left_alone.push_back(name);
    } else if (::unlink((folder_ / name).c_str()) != 0 && errno != ENOENT) {
      fail(folder_ / name, errno);
    }
  }
  const int descriptor = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    ::fsync(descriptor);
    ::close(descriptor);
  }
  to_write_.clear();
  to_remove_.clear();
  planned_.clear();
  return left_alone;
}

}  // namespace kith::sync
