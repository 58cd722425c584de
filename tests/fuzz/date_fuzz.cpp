// Hostile dates and spans: whatever the bytes, reading them ends, a match lies within the text, and
// what was read is a day that exists.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <kith/error.hpp>
#include <kith/time/words.hpp>

namespace {

template <class Read>
void refused_or_read(Read read) {
  try {
    read();
  } catch (const kith::DataError&) {
    // Said, not crashed.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const Date today{std::chrono::year{2024} / 2 / 29};  // the day that most arithmetic forgets
  for (const Tense tense : {Tense::past, Tense::future}) {
    refused_or_read([&] {
      if (!parse_date(text, today, tense).ok()) {
        std::abort();
      }
    });
    if (const auto match = match_date(text, today, tense)) {
      if (match->length > size || match->length == 0 || !match->date.ok()) {
        std::abort();
      }
    }
  }
  refused_or_read([&] { parse_partial_date(text, today); });
  refused_or_read([&] { parse_span(text); });
  if (const auto match = match_time(text); match && match->length > size) {
    std::abort();
  }
  if (const auto match = match_duration(text); match && match->length > size) {
    std::abort();
  }
  if (match_impossible_date(text, today) > size) {
    std::abort();
  }
  return 0;
}
