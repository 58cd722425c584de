// A file that nobody can name, and that is gone when the process is.
#include "store/scratch_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include <sqlite3.h>

namespace kith {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18;

/// A nameless file in the folder of `db`'s file, or -1.
int nameless_file(Connection& db) {
  const char* file = sqlite3_db_filename(db.handle(), "main");
  if (db.key().is_set() || file == nullptr || *file == '\0') {
    return -1;  // no plain text beside an encrypted database
  }
  constexpr mode_t kPrivate = 0600;
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  return ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, kPrivate);
}

}  // namespace

ScratchFile::~ScratchFile() {
  if (file_ >= 0) {
    ::close(file_);
  }
}

void ScratchFile::append(const Bytes& bytes) {
  if (size_ == 0) {
    file_ = nameless_file(db_);
  }
  if (file_ < 0) {
    memory_.insert(memory_.end(), bytes.begin(), bytes.end());
  }
  for (std::size_t done = 0; file_ >= 0 && done < bytes.size();) {
    const ssize_t wrote =
        ::pwrite(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(size_ + done));
    if (wrote < 0 && errno != EINTR) {
      failed(errno);
    }
    done += static_cast<std::size_t>(std::max<ssize_t>(wrote, 0));
  }
  size_ += bytes.size();
}

void ScratchFile::for_each_piece(
    const std::function<void(const Bytes& piece, std::size_t at)>& visit) const {
  Bytes piece;
  for (std::size_t at = 0; at < size_; at += piece.size()) {
    piece.resize(std::min(kPiece, size_ - at));
    if (file_ < 0) {
      std::copy_n(memory_.begin() + static_cast<std::ptrdiff_t>(at), piece.size(), piece.begin());
    } else {
      ssize_t got = 0;
      do {
        got = ::pread(file_, piece.data(), piece.size(), static_cast<off_t>(at));
      } while (got < 0 && errno == EINTR);
      if (got <= 0) {
        failed(got < 0 ? errno : EIO);
      }
      piece.resize(static_cast<std::size_t>(got));
    }
    visit(piece, at);
  }
}

void ScratchFile::failed(int error) const {
  db_.fail(error == ENOSPC || error == EDQUOT ? SQLITE_FULL : SQLITE_IOERR, std::strerror(error));
}

}  // namespace kith
