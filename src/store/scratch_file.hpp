// Bytes that wait for the end of a transaction: in a file without a name beside the database.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "store/connection.hpp"

namespace kith {

class ScratchFile {
 public:
  /// Beside `db`'s file once there is something. Of a database that is encrypted, or in memory, and
  /// where no such file can be made, they stay in memory.
  explicit ScratchFile(Connection& db) : db_(db) {}
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile();

  std::size_t size() const { return size_; }
  /// Throws StoreError where the disk is full.
  void append(const Bytes& bytes);
  /// All of it, in pieces, in order.
  void for_each_piece(const std::function<void(const Bytes& piece, std::size_t at)>& visit) const;

 private:
  [[noreturn]] void failed(int error) const;

  Connection& db_;
  int file_ = -1;
  Bytes memory_{};
  std::size_t size_ = 0;
};

}  // namespace kith
