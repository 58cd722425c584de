// The settings, as they are in force.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/config_file.hpp"
#include "cli/context.hpp"

namespace kith::cli {

struct ConfiguredView {
  struct One {
    std::string key{};
    ConfigValue value{};                ///< none: as `otherwise` says
    std::string otherwise{};            ///< what holds where nothing is said, in words
    std::optional<std::size_t> line{};  ///< of the file, where it says so
    std::string variable{};             ///< of the environment, where that says so
    std::string meaning{};
    std::string wanted{};
  };
  std::filesystem::path file{};
  std::vector<One> keys{};
  bool of_one = false;   ///< one key was asked for, or set
  bool changed = false;  ///< it was set: a line that confirms
};

void show(Context& ctx, const ConfiguredView& view);

}  // namespace kith::cli
