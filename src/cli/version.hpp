// Which kith this is, and what it stands on.
#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"

namespace kith::cli {

struct Library {
  std::string name{};
  std::string version{};
};

/// The libraries that this kith was built with, SQLite first. Opens nothing.
std::vector<Library> libraries();

// Each told by the one file that knows the library.
std::string options_library_version();
std::string toml_library_version();
std::string json_library_version();

void show_version(Context& ctx);

}  // namespace kith::cli
