// Folders by what they hold, by what was synced before, and by their names.
#include "sync/layout.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "sync/vdir.hpp"
#include <kith/error.hpp>
#include <kith/store/sync_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::sync {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kContactNames{
    "contacts", "addressbook", "addresses", "people", "cards", "default"};
constexpr std::array<std::string_view, 7> kTaskNames{
    "tasks", "todos", "todo", "reminders", "calendar", "cal", "kith"};

struct Seen {
  fs::path folder{};
  bool has_cards = false;
  bool has_tasks = false;
  bool is_known = false;  // was synced before
};

Seen look_at(Store& store, const fs::path& folder) {
  Seen seen{.folder = folder};
  for_each_name(folder, [&](int /*folder*/, std::string_view name) {
    if (!name.starts_with('.')) {
      seen.has_cards = seen.has_cards || name.ends_with(".vcf");
      seen.has_tasks = seen.has_tasks || name.ends_with(".ics");
    }
    return !seen.has_cards || !seen.has_tasks;
  });
  const std::string key = fs::canonical(folder).string();
  seen.is_known = store.syncs().knows(key);
  seen.has_cards = seen.has_cards || store.syncs().has(key, SyncedThings::contacts);
  seen.has_tasks = seen.has_tasks || store.syncs().has(key, SyncedThings::others);
  return seen;
}

void require_folder(const fs::path& folder) {
  std::error_code failure;
  const fs::file_status status = fs::status(folder, failure);
  if (status.type() == fs::file_type::not_found) {
    throw NotFoundError(text::printable(folder.string()) + ": no such folder",
                        "make it first: mkdir -p " + text::printable(folder.string()));
  }
  if (failure) {
    throw StoreError(text::printable(folder.string()) + ": " + failure.message());
  }
  if (!fs::is_directory(status)) {
    throw DataError(text::printable(folder.string()) + ": is a file, not a folder",
                    "a file of people comes in with kith import vcard");
  }
}

/// The one of `candidates` that is meant: what was synced before, the first by name, the only one.
template <std::size_t N>
std::optional<fs::path> choose(const std::vector<Seen>& candidates,
                               const std::array<std::string_view, N>& names,
                               bool must_be_clear) {
  for (const Seen& seen : candidates) {
    if (seen.is_known) {
      return seen.folder;
    }
  }
  for (const std::string_view name : names) {
    for (const Seen& seen : candidates) {
      if (text::fold(seen.folder.filename().string()) == name) {
        return seen.folder;
      }
    }
  }
  if (candidates.size() > 1 && must_be_clear) {
    throw ConflictError(
        text::printable(candidates.front().folder.parent_path().string()) +
            ": holds more than one address book",
        "name one of them, e.g. kith sync " + text::printable(candidates.front().folder.string()));
  }
  return candidates.size() == 1 ? std::optional(candidates.front().folder) : std::nullopt;
}

template <std::size_t N>
bool is_named(const Seen& seen, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, text::fold(seen.folder.filename().string())) != names.end();
}

Layout by_subfolders(const std::vector<Seen>& folders) {
  std::vector<Seen> cards;
  std::vector<Seen> tasks;
  for (const Seen& seen : folders) {
    const bool is_empty = !seen.has_cards && !seen.has_tasks;
    if (seen.has_cards || (is_empty && is_named(seen, kContactNames))) {
      cards.push_back(seen);
    }
    if (seen.has_tasks || (is_empty && is_named(seen, kTaskNames))) {
      tasks.push_back(seen);
    }
  }
  // A folder that holds cards comes before one that is only called so.
  if (std::ranges::any_of(cards, &Seen::has_cards)) {
    std::erase_if(cards, [](const Seen& seen) { return !seen.has_cards; });
  }
  return {choose(cards, kContactNames, true), choose(tasks, kTaskNames, false)};
}

}  // namespace

Layout find_layout(Store& store, const SyncOptions& options) {
  require_folder(options.folder);
  if (options.tasks) {
    require_folder(*options.tasks);
  }
  Layout layout;
  try {
    const Seen itself = look_at(store, options.folder);
    std::vector<Seen> folders;
    if (!itself.has_cards && !itself.has_tasks) {
      for (const auto& entry : fs::directory_iterator(options.folder)) {
        if (entry.is_directory() && !entry.path().filename().string().starts_with('.')) {
          folders.push_back(look_at(store, entry.path()));
        }
      }
      std::ranges::sort(folders, {}, &Seen::folder);
      layout = by_subfolders(folders);
    }
    if (!layout.contacts && !layout.tasks) {
      const bool is_calendar = itself.has_tasks && !itself.has_cards;
      layout.contacts = is_calendar ? std::nullopt : std::optional(options.folder);
      layout.tasks = options.folder;
    }
  } catch (const fs::filesystem_error& error) {
    throw StoreError(text::printable(options.folder.string()) +
                     ": cannot be read: " + error.code().message());
  }
  if (options.tasks) {
    layout.tasks = options.tasks;
  }
  if (!options.with_tasks) {
    layout.tasks.reset();
  }
  return layout;
}

}  // namespace kith::sync
