// A file that is there completely or not at all.
#pragma once

#include <filesystem>
#include <memory>
#include <ostream>

namespace kith::cli {

/// Writes beside `target` where nobody sees it, and takes the name at the end: whatever stops the
/// program, no half of a file is left. The file is private (0600). A device or pipe is written to
/// directly.
class OutputFile {
 public:
  /// Throws ConflictError if there is such a file and `replace` is not set, or if it is a folder;
  /// StoreError if nothing can be written there.
  OutputFile(std::filesystem::path target, bool replace);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  std::ostream& stream();
  /// For another program to write to, in place of stream().
  int descriptor() const;
  /// Makes the file what was written. Throws StoreError: the disk is full, …
  void keep();

 private:
  struct Open;
  std::filesystem::path target_;
  bool replace_;
  std::unique_ptr<Open> open_;
};

}  // namespace kith::cli
