// Shows people who may be one, who were made one, and who were taken apart.
#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include <kith/doubles/find.hpp>
#include <kith/doubles/merge.hpp>

namespace kith::cli {

struct MergedView {
  doubles::Merged merged{};
  bool dry_run = false;
};

struct SplitView {
  doubles::Split split{};
  std::vector<std::string>
      still_merged{};  ///< names of others who are still merged into the person
};

/// Two people who may be one: the first would be kept.
struct DoubleView {
  Person kept{};
  Person other{};
  doubles::Pair pair{};
};

/// Many merges at once.
struct AppliedView {
  std::vector<doubles::Merged> merges{};
};

/// Two people who are known to be two.
struct DistinctView {
  Person person{};
  Person other{};
};

void show(Context& ctx, const MergedView& view);    // confirms
void show(Context& ctx, const DistinctView& view);  // confirms
void show(Context& ctx, const SplitView& view);     // confirms
void show(Context& ctx, const AppliedView& view);   // confirms
/// Pairs, likeliest first; an array in JSON.
void show(Context& ctx, const std::vector<DoubleView>& pairs);

/// Two people side by side, and what speaks for and against their being one: for a question about
/// them.
void show_side_by_side(Context& ctx, const DoubleView& view);

}  // namespace kith::cli
