// What a sync did, as text and as JSON.
#pragma once

#include "cli/context.hpp"
#include <kith/sync/sync.hpp>

namespace kith::cli {

struct SyncView {
  bool dry_run = false;
  sync::SyncReport report{};
};

void show(Context& ctx, const SyncView& view);  // confirms

}  // namespace kith::cli
