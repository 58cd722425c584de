// What an import or an export did, as text and as JSON.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include <kith/exchange/import_report.hpp>

namespace kith::cli {

struct ImportView {
  std::string format{};
  bool dry_run = false;
  std::vector<exchange::ImportReport> files{};
};

/// A file that was written.
struct ExportView {
  std::string file{};
  std::string format{};
  std::size_t people = 0;
};

void show(Context& ctx, const ImportView& view);  // confirms
void show(Context& ctx, const ExportView& view);  // confirms

}  // namespace kith::cli
