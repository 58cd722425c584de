// Hostile bytes as a kith document: they are read, or refused with an error of kith's own.
// Scanner and records alone, without a store: some hundred times as many attempts a second.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "exchange/json_records.hpp"
#include <kith/error.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  exchange::UnknownFields unknown;
  const exchange::DocumentVisitor visitor{
      .field = [](const std::string&, const nlohmann::json&, const Position&) {},
      .begin = [](const std::string& name) { return name != "other"; },
      .record =
          [&](const std::string& name, const exchange::ScannedRecord& record) {
            if (name == "people") {
              exchange::read_person(record, unknown);
            } else if (name == "interactions") {
              exchange::read_interaction(record, unknown);
            } else if (name == "facts") {
              exchange::read_fact(record, unknown);
            } else if (name == "follow_ups") {
              exchange::read_follow_up(record, unknown);
            } else {
              exchange::read_link(record, unknown);
            }
          },
      .end = [](const std::string&) {}};
  try {
    exchange::scan_document(in, visitor);
  } catch (const Error&) {
    return 0;  // refused, as it may be
  }
  return 0;
}
