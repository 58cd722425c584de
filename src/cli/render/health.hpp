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

void show(Context& ctx, const HealthView& view);
void show(Context& ctx, const SalvagedView& view);

}  // namespace kith::cli
