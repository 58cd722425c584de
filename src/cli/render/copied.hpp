// What a backup holds, written or put back.
#pragma once

#include <filesystem>
#include <string>

#include "cli/context.hpp"
#include <kith/store/backups.hpp>

namespace kith::cli {

struct CopiedView {
  std::filesystem::path file{};
  BackupContents contents{};
  bool restored = false;
  std::filesystem::path aside{};  ///< where what was there before lies; empty: nothing was there
};

void show(Context& ctx, const CopiedView& view);  // confirms

/// "4 people, 12 interactions".
std::string counted(const BackupContents& contents);

}  // namespace kith::cli
