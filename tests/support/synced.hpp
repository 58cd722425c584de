// A house beside a folder: what one side does, and what the other finds.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <sys/stat.h>
#include <utility>
#include <vector>

#include "support/people.hpp"
#include "support/temp_dir.hpp"
#include <kith/store/totals.hpp>
#include <kith/sync/sync.hpp>

namespace kith::test {

/// A house whose people and to-dos are synced with `folder`.
struct SyncedHouse : House {
  using House::House;

  sync::SyncReport sync(sync::SyncOptions options = {}) {
    options.folder = folder.path();
    return sync::synchronise(store, options);
  }

  /// Every file with its content.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
      if (entry.is_regular_file()) {
        all[std::filesystem::relative(entry.path(), folder.path()).string()] =
            read_file(entry.path());
      }
    }
    return all;
  }

  /// Every file's name with what changes when it is written: inode and time.
  std::map<std::string, std::pair<ino_t, std::int64_t>> marks() const {
    std::map<std::string, std::pair<ino_t, std::int64_t>> all;
    for (const auto& [name, content] : files()) {
      struct stat status {};
      ::stat((folder / name).c_str(), &status);
      all[name] = {status.st_ino, status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
    }
    return all;
  }

  /// The only file whose content has `part`.
  std::string file_with(const std::string& part) const {
    std::vector<std::string> found;
    for (const auto& [name, content] : files()) {
      if (content.find(part) != std::string::npos) {
        found.push_back(name);
      }
    }
    if (found.size() != 1) {
      throw std::runtime_error(part + ": in " + std::to_string(found.size()) + " files");
    }
    return found.front();
  }

  std::string content(const std::string& file) const { return read_file(folder / file); }

  /// Writes a file as another program would; `age` is how long ago, as its time tells.
  void put(const std::string& file, const std::string& text, std::chrono::hours age = {}) {
    const auto target = folder / file;
    write_file(folder / (file + ".tmp"), text);
    std::filesystem::rename(folder / (file + ".tmp"), target);
    std::filesystem::last_write_time(target, std::filesystem::file_time_type::clock::now() - age);
  }

  void replace(const std::string& file,
               const std::string& what,
               const std::string& with,
               std::chrono::hours age = {}) {
    std::string text = content(file);
    const auto at = text.find(what);
    if (at == std::string::npos) {
      throw std::runtime_error(what + ": not in " + file + ":\n" + text);
    }
    put(file, text.replace(at, what.size(), with), age);
  }

  void erase(const std::string& file) { std::filesystem::remove(folder / file); }

  Person now(const Person& person) { return store.people().get(person.id); }
  Person only(std::string_view name) {
    const std::vector<PersonRef> found = store.names().with_name(name);
    if (found.size() != 1) {
      throw std::runtime_error(std::string(name) + ": " + std::to_string(found.size()));
    }
    return store.people().get(found.front().id);
  }
  Person update(const Person& person) {
    return store.write("edit", [&] { return store.people().update(person); });
  }
  FollowUp remind(const Person& person, std::string_view text, Date due) {
    return store.write("remind", [&] {
      return store.follow_ups().add(
          FollowUp{.person = person.ref(), .text = std::string(text), .due = due});
    });
  }
  std::vector<std::string> facts(const Person& person) {
    std::vector<std::string> texts;
    for (const Fact& fact : store.facts().of(person.id)) {
      texts.push_back(fact.text);
    }
    return texts;
  }

  TempDir folder{};
};

/// "file: why", in the order of the report.
inline std::vector<std::string> lines_of(const sync::SyncReport& report) {
  std::vector<std::string> lines;
  for (const sync::Note& note : report.notes) {
    lines.push_back((note.name.empty() ? note.file : note.name) + ": " + note.why);
  }
  return lines;
}

inline std::string card(const std::string& uid, const std::string& lines) {
  return "BEGIN:VCARD\nVERSION:3.0\n" + (uid.empty() ? "" : "UID:" + uid + "\n") + lines +
         "END:VCARD\n";
}

}  // namespace kith::test
