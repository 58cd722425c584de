// Numbers on the command line.
#include "cli/number_arg.hpp"

#include <charconv>

#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {

std::size_t parse_count(std::string_view what,
                        const std::optional<std::string>& text,
                        std::size_t otherwise) {
  if (!text) {
    return otherwise;
  }
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc{} || end != text->data() + text->size() || value == 0) {
    throw UsageError(std::string{what} + ": " + text::printable(*text) +
                     " is no whole number above 0");
  }
  return value;
}

}  // namespace kith::cli
