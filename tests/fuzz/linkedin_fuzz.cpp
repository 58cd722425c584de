// Hostile bytes as a LinkedIn export.
// Whatever they are, they are read or refused with an error of kith's own.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "support/imports.hpp"
#include <kith/error.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  static test::House house;
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  try {
    house.store.rehearse([&] {
      exchange::Importer importer(house.store, "linkedin");
      exchange::read_linkedin(in, importer);
      importer.finish("fuzz");
    });
  } catch (const Error&) {
    return 0;  // refused, as it may be
  }
  return 0;
}
