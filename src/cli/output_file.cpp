// Files without a name until they are complete: O_TMPFILE where the file system has it, else a
// temporary name.
#include "cli/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "cli/fd_buffer.hpp"
#include <kith/error.hpp>
#include <kith/store/unfinished.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kPrivate = 0600;

[[noreturn]] void fail(const fs::path& target, int error) {
  throw StoreError(target.string() + ": cannot be written: " + std::strerror(error),
                   error == ENOSPC || error == EDQUOT ? "make room, or name another place with -o"
                                                      : "name another place with -o");
}

}  // namespace

struct OutputFile::Open {
  explicit Open(int the_descriptor) : descriptor(the_descriptor), buffer(descriptor) {}
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;
  ~Open() {
    ::close(descriptor);
    if (!name.empty()) {
      ::unlink(name.c_str());
    }
  }

  int descriptor;
  FdBuffer buffer;
  std::ostream stream{&buffer};
  fs::path name{};  // of the temporary file; empty if it has none
  std::unique_ptr<Unfinished> unfinished{};
  bool is_special = false;  // a device or pipe, written to directly
};

OutputFile::OutputFile(fs::path target, bool replace)
    : target_(std::move(target)), replace_(replace) {
  if (target_.empty()) {
    throw UsageError("-o: there is nothing in it", "name a file");
  }
  std::error_code failure;
  const fs::file_status status = fs::status(target_, failure);
  if (fs::is_directory(status)) {
    throw ConflictError(target_.string() + ": is a folder", "name a file in it");
  }
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    const int descriptor = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) {
      fail(target_, errno);
    }
    open_ = std::make_unique<Open>(descriptor);
    open_->is_special = true;
    return;
  }
  if (fs::exists(status)) {
    if (!replace_) {
      throw ConflictError(target_.string() + ": is there already",
                          "name another file, or replace it with --force");
    }
    target_ = fs::canonical(target_);  // through a link, the file it leads to is replaced
  }
  const fs::path folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
  int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kPrivate);
  fs::path name;
  if (descriptor < 0) {
    name = target_.string() + ".new-" + std::to_string(::getpid());
    descriptor = ::open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kPrivate);
  }
  if (descriptor < 0) {
    fail(target_, errno);
  }
  ::fchmod(descriptor, kPrivate);  // whatever the umask
  open_ = std::make_unique<Open>(descriptor);
  open_->name = name;
  if (!name.empty()) {
    open_->unfinished = std::make_unique<Unfinished>(name);
  }
}

OutputFile::~OutputFile() = default;

std::ostream& OutputFile::stream() { return open_->stream; }

int OutputFile::descriptor() const { return open_->descriptor; }

void OutputFile::keep() {
  open_->stream.flush();
  if (open_->buffer.error() != 0) {
    fail(target_, open_->buffer.error());
  }
  if (open_->is_special) {
    open_.reset();
    return;
  }
  if (::fsync(open_->descriptor) != 0) {
    fail(target_, errno);
  }
  if (open_->name.empty()) {
    const std::string unnamed = "/proc/self/fd/" + std::to_string(open_->descriptor);
    const fs::path name =
        replace_ ? fs::path(target_.string() + ".new-" + std::to_string(::getpid())) : target_;
    if (::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      if (errno == EEXIST) {
        throw ConflictError(name.string() + ": is there already",
                            "name another file, or replace it with --force");
      }
      fail(target_, errno);
    }
    if (!replace_) {
      open_.reset();
      return;
    }
    open_->name = name;
  }
  if (::rename(open_->name.c_str(), target_.c_str()) != 0) {
    fail(target_, errno);
  }
  open_->name.clear();
  open_.reset();
}

}  // namespace kith::cli
