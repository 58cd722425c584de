// Hostile bytes as a file of vCards: they are read, or refused with an error of kith's own; and
// what is read can be written and read again.
#include <cstdlib>

#include "fuzz/nobody.hpp"
#include <kith/exchange/vcard.hpp>

namespace {

/// A card that is written must come back as one card that says the same.
void check_round_trip(const kith::exchange::Card& card) {
  using namespace kith;
  const exchange::CardSubject nobody{.person = {.name = "Ana Lim"}};
  const exchange::CardVersion version =
      card.version == exchange::CardVersion::v2_1 ? exchange::CardVersion::v3_0 : card.version;
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
  fuzz::try_bytes("", data, size, [](std::istream& in, exchange::LogSink& sink) {
    exchange::read_vcards(in, sink);
  });
  return fuzz::try_bytes("", data, size, [](std::istream& in, exchange::LogSink&) {
    exchange::CardReader reader(in);
    while (const auto card = reader.next()) {
      check_round_trip(*card);
    }
  });
}
