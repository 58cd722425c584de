// FILTER: which people a list, an export or a map is about; the same options in each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include <kith/store/person_repo.hpp>

namespace kith::cli {

struct FilterOptions {
  std::optional<std::string> circle{};
  std::vector<std::string> tags{};
  std::optional<std::string> org{};
  std::optional<std::string> city{};
  std::optional<std::string> not_since{};
  bool no_cadence = false;
  bool archived = false;
};

void declare_filter(Arguments& args, FilterOptions& options);

/// Throws DataError for a date that cannot be read.
PersonFilter read_filter(const FilterOptions& options, Date today);

}  // namespace kith::cli
