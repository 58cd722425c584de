// Other programs: the pager, and the editor.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace kith::cli {

/// As long as it lives, what goes to `ctx.out` goes through the user's pager: on a terminal, for
/// text, unless they want none. It comes back when the reader has read enough.
class Pager {
 public:
  explicit Pager(Context& ctx);
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  ~Pager();

 private:
  struct Running;
  Context& ctx_;
  std::unique_ptr<Running> running_;  // null: no pager
};

/// What sh's `script` makes of `input`, which it reads from its stdin. Nothing if it could not be
/// run or ended in failure; what it says of that goes to our own stderr.
std::optional<std::string> filtered(const std::string& script, const std::string& input);

/// Opens a file with $BROWSER, else xdg-open. False if that failed.
bool open_in_browser(Context& ctx, const std::filesystem::path& file);

/// A private file that the user's editor is opened on, gone with the object unless kept.
class EditedFile {
 public:
  /// Throws StoreError if no file can be made.
  EditedFile(Context& ctx, const std::string& name, const std::string& text);
  EditedFile(const EditedFile&) = delete;
  EditedFile& operator=(const EditedFile&) = delete;
  ~EditedFile();

  /// Opens $VISUAL or $EDITOR and waits for it. Throws UsageError if there is none, DataError if it
  /// ends in failure.
  void edit();
  std::string text() const;
  /// Leaves the text for the user, where path() then says.
  void keep();
  const std::filesystem::path& path() const { return path_; }

 private:
  Context& ctx_;
  std::filesystem::path path_;
  bool kept_ = false;
};

}  // namespace kith::cli
