// How a database is, what was mended, what was saved.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "cli/context.hpp"
#include <kith/store/doctor.hpp>

namespace kith::cli {

struct HealthView {
  std::filesystem::path database{};
  std::vector<Finding> findings{};
  std::optional<Repaired> repaired{};
};

/// True if there is nothing that needs mending.
bool is_sound(const HealthView& view);

struct SalvagedView {
  std::filesystem::path file{};
  Salvaged saved{};
};

/// In text, what was mended, then each finding as it is made: a large file takes its time.
void show_mended(Context& ctx, const Repaired& repaired);
void show_found(Context& ctx, const Finding& finding);
/// All of it in JSON; in text, what is left to say: what to do about it.
void show(Context& ctx, const HealthView& view);
void show(Context& ctx, const SalvagedView& view);

}  // namespace kith::cli
