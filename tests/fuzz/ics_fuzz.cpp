// Hostile bytes as a calendar: read, or refused with an error of kith's own.
// The reader alone, without a store: some hundred times as many attempts a second.
#include "fuzz/nobody.hpp"
#include <kith/exchange/ics.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  return fuzz::try_bytes("", data, size, [](std::istream& in, exchange::LogSink& sink) {
    exchange::read_ics(in, {.today = fuzz::kToday}, sink);
  });
}
