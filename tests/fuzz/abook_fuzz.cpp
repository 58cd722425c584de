// Hostile bytes as abook's address book: read, or refused with an error of kith's own.
// The reader alone, without a store: some hundred times as many attempts a second.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include <kith/error.hpp>
#include <kith/exchange/abook.hpp>

namespace {

struct NobodySink : kith::exchange::LogSink {
  void take(const kith::exchange::ContactDocument& document) override { seen += document.line; }
  void take(const kith::exchange::InteractionDocument& document) override { seen += document.line; }
  void take(const kith::exchange::FollowUpDocument& document) override { seen += document.line; }
  void remark(kith::exchange::Remark remark) override { seen += remark.line; }
  std::size_t seen = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  using namespace std::chrono_literals;
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  NobodySink sink;
  try {
    exchange::read_abook(in, sink);
  } catch (const Error&) {
    return 0;  // refused, as it may be
  }
  return 0;
}
