// One sync: what changed there comes in, what changed here goes out, in one transaction.
#include "kith/sync/sync.hpp"

#include <memory>

#include <fmt/format.h>

#include "sync/contacts.hpp"
#include "sync/layout.hpp"
#include "sync/tasks.hpp"
#include <kith/text/clean.hpp>

namespace kith::sync {
namespace {

constexpr std::size_t kInLabel = 3;  // clashes that history tells of in full

/// What history shows: the folder, and what had to give way.
std::string label_of(const SyncOptions& options, const SyncReport& report) {
  std::string label = "sync " + options.folder.string();
  for (std::size_t i = 0; i < report.clashes.size() && i < kInLabel; ++i) {
    const Clash& clash = report.clashes[i];
    label += fmt::format("{} {}, {}: {}, not {}",
                         i == 0 ? ":" : ";",
                         clash.name,
                         clash.field,
                         clash.there_won ? clash.there : clash.here,
                         clash.there_won ? clash.here : clash.there);
  }
  if (report.clashes.size() > kInLabel) {
    label += fmt::format("; and {} more", report.clashes.size() - kInLabel);
  }
  return text::clean_line(label);
}

}  // namespace

SyncReport synchronise(Store& store, const SyncOptions& options) {
  SyncReport report;
  const auto work = [&] {
    const Layout layout = find_layout(store, options);
    std::unique_ptr<ContactSync> contacts;
    std::unique_ptr<TaskSync> tasks;
    if (layout.contacts) {
      contacts = std::make_unique<ContactSync>(store, options, *layout.contacts);
      contacts->take_in(report);
    }
    if (layout.tasks) {
      tasks = std::make_unique<TaskSync>(store, options, *layout.tasks, contacts.get());
      tasks->take_in(report);
    }
    if (contacts) {
      contacts->plan_out(report);
    }
    if (tasks) {
      tasks->plan_out(report);
    }
    // The files come before the end of the transaction: if this is cut short, the next sync finds
    // on both sides what it was about to agree on.
    if (contacts) {
      contacts->finish(report);
    }
    if (tasks) {
      tasks->finish(report);
    }
  };
  if (options.dry_run) {
    store.rehearse(work);
  } else {
    store.write([&] { return label_of(options, report); }, work);
  }
  return report;
}

}  // namespace kith::sync
