// What an import did, as text and as JSON.
#pragma once

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

void show(Context& ctx, const ImportView& view);  // confirms

}  // namespace kith::cli
