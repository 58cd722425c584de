// Hostile settings: they are read, or refused with their line.
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <unistd.h>

#include "cli/settings.hpp"
#include <kith/error.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  static const std::string kFile = "/dev/shm/kith-fuzz-config-" + std::to_string(::getpid());
  std::ofstream(kFile, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  cli::GlobalOptions options;
  options.config = kFile;
  try {
    cli::load_settings(options, [](std::string_view name) {
      return name == "HOME" ? std::optional<std::string>{"/nonexistent"} : std::nullopt;
    });
  } catch (const Error&) {
    // Refused, as it may be.
  }
  return 0;
}
