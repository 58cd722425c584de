// Hostile bytes as any CSV file: they are read, or refused with an error of kith's own.
// The reader alone, without a store: some hundred times as many attempts a second.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include <kith/error.hpp>
#include <kith/exchange/csv_people.hpp>

namespace {

struct NobodySink : kith::exchange::DocumentSink {
  void take(const kith::exchange::ContactDocument& document) override { people += document.line; }
  void remark(kith::exchange::Remark remark) override { people += remark.line; }
  std::size_t people = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  NobodySink sink;
  try {
    exchange::read_csv_people(
        in, {}, Date{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{20}}, sink);
  } catch (const Error&) {
    return 0;  // refused, as it may be
  }
  return 0;
}
