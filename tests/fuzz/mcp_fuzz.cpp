// Hostile messages: each line is answered or not, the answer is JSON, and nothing falls over.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "cli/mcp/server.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith::cli::mcp;
  constexpr std::size_t kLongest = 4096;
  Server server{Tools{true,
                      [](const std::vector<std::string>& words) {
                        return Outcome{.succeeded = words.size() % 2 == 0, .output = "[1]"};
                      }},
                "0"};
  server.answer(
      R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"x"}})");
  std::istringstream in{std::string{reinterpret_cast<const char*>(data), size}};
  std::string line;
  for (Line how = read_line(in, kLongest, line); how != Line::end;
       how = read_line(in, kLongest, line)) {
    const auto answer = how == Line::too_long ? server.too_long() : server.answer(line);
    if (answer && nlohmann::json::parse(*answer, nullptr, false).is_discarded()) {
      std::abort();
    }
  }
  return 0;
}
