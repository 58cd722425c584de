// A document for looking at: where it goes, and the browser that it is opened in.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/context.hpp"
#include "cli/output_file.hpp"
#include "cli/render/views.hpp"

namespace kith::cli {

/// What the command line says of it.
struct DocumentOptions {
  std::optional<std::string> output{};  ///< "-" for stdout
  bool force = false;
  bool open = false;
};

/// What a document is.
struct DocumentKind {
  std::string_view word{};      ///< "map"
  std::string format{};         ///< "html"
  bool is_for_looking = false;  ///< where a terminal waits for text, it goes into a file
  std::string name{};           ///< that file's, less its ending
};

/// A document goes to a file, which is there completely or not at all, or to stdout.
class DocumentFile {
 public:
  /// Throws what OutputFile() throws.
  DocumentFile(Context& ctx, const DocumentOptions& options, const DocumentKind& kind);

  /// True if it goes to a file: then tell() says so.
  bool is_file() const { return file_ != nullptr; }
  std::ostream& stream() { return file_ ? file_->stream() : ctx_.out; }
  /// Makes the file what was written; for stdout nothing. Throws StoreError.
  void keep();
  /// Says which file there is now, with so many people in it, and opens it where that was asked
  /// for.
  void tell(std::size_t people, const std::string& title = {});

 private:
  Context& ctx_;
  std::string format_;
  bool opens_;
  std::optional<std::filesystem::path> target_;
  std::unique_ptr<OutputFile> file_{};
};

}  // namespace kith::cli
