// Hostile bytes as a file of vCards: they are read, or refused with an error of kith's own; and
// what is read can be written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include <kith/error.hpp>
#include <kith/exchange/vcard.hpp>

namespace {

struct NobodySink : kith::exchange::DocumentSink {
  void take(const kith::exchange::ContactDocument& document) override { people += document.line; }
  void remark(kith::exchange::Remark remark) override { people += remark.line; }
  std::size_t people = 0;
};

/// A card that is written must come back as one card that says the same.
void check_round_trip(const kith::exchange::Card& card) {
  using namespace kith;
  const exchange::CardSubject nobody{.person = {.name = "Ana Lim"}};
  const exchange::CardVersion version = card.version == exchange::CardVersion::v2_1
                                            ? exchange::CardVersion::v3_0
                                            : card.version;
  const exchange::Card now =
      exchange::patched(card, nobody, version, exchange::CardDetail::portable);
  std::istringstream in(exchange::to_text(now));
  exchange::CardReader reader(in);
  if (!reader.next()) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::istringstream in(text);
  NobodySink sink;
  try {
    exchange::read_vcards(in, sink);
  } catch (const Error&) {
    return 0;  // refused, as it may be
  }
  std::istringstream again(text);
  exchange::CardReader reader(again);
  while (const auto card = reader.next()) {
    check_round_trip(*card);
  }
  return 0;
}
