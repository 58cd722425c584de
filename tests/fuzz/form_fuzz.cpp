// Hostile text out of an editor: it is read or refused; and once written by kith, a form is read
// and written the same for ever.
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
    const auto again = [&](const Person& person) {
      return checked(cli::read_form(cli::write_form(person), person, today, nobody));
    };
    const Person after = again(checked(cli::read_form(form, before, today, nobody)));
    if (again(after) != after) {
      std::abort();
    }
  } catch (const Error&) {
    // Refused with a line, as it may be.
  }
  return 0;
}
