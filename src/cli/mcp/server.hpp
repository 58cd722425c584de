// The Model Context Protocol: messages of JSON-RPC 2.0, a line each.
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "cli/mcp/tools.hpp"

namespace kith::cli::mcp {

class Server {
 public:
  /// `version` is kith's.
  Server(Tools tools, std::string version);

  /// The answer to one line, without an end of line; nothing where none is due. Whatever comes in
  /// is answered: an error is an answer.
  std::optional<std::string> answer(std::string_view line);
  /// The answer to a line that is too long to be read.
  std::string too_long() const;

 private:
  std::optional<nlohmann::ordered_json> answer_to(const nlohmann::ordered_json& message);
  nlohmann::ordered_json respond(const std::string& method, const nlohmann::ordered_json& params);
  nlohmann::ordered_json initialize(const nlohmann::ordered_json& params);

  Tools tools_;
  std::string version_;
  std::string protocol_{};  // empty: nothing is agreed on yet
};

/// How a line came in.
enum class Line { read, too_long, end };

/// Reads the next line into `line`; one of more than `most` bytes is read to its end, and dropped.
Line read_line(std::istream& in, std::size_t most, std::string& line);

}  // namespace kith::cli::mcp
