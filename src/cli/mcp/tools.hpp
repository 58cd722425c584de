// What an assistant may do with kith: some of its commands, each as a tool with a schema of its
// own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/arguments.hpp"

namespace kith::cli::mcp {

/// What a command line came to.
struct Outcome {
  bool succeeded = false;
  std::string output{};   ///< stdout: a JSON document
  std::string remarks{};  ///< stderr
};

/// Runs the words of a command line, "--json" among them.
using Runner = std::function<Outcome(const std::vector<std::string>& words)>;

class Tools {
 public:
  Tools(bool may_write, Runner run);

  /// As tools/list wants them.
  nlohmann::ordered_json list() const;
  /// What is wrong with asking for the tool `name`; nothing if it is there.
  std::optional<std::string> refusal(std::string_view name) const;
  /// Runs a tool that is there. What fails is told in the result, so that the assistant can mend
  /// it.
  nlohmann::ordered_json call(std::string_view name, const nlohmann::ordered_json& arguments) const;

 private:
  bool may_write_;
  Runner run_;
};

}  // namespace kith::cli::mcp
