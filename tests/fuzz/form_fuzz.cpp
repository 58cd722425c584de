// Hostile text out of an editor: it is read or refused, and what was read is written and read the
// same again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "cli/person_form.hpp"
#include <kith/error.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  const std::string_view form{reinterpret_cast<const char*>(data), size};
  const Date today{std::chrono::year{2026} / 3 / 20};
  const auto nobody = [](std::string_view who) -> PersonRef {
    throw NotFoundError(std::string(who) + ": no such person");
  };
  const Person before{.name = "Ana Lim", .city = "Lisbon"};
  try {
    const Person after = checked(cli::read_form(form, before, today, nobody));
    if (checked(cli::read_form(cli::write_form(after), after, today, nobody)) != after) {
      std::abort();
    }
  } catch (const Error&) {
    // Refused with a line, as it may be.
  }
  return 0;
}
