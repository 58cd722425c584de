// Hostile sentences: whatever the bytes, reading them ends, and every span lies within the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "support/known_people.hpp"
#include <kith/capture/capture.hpp>
#include <kith/error.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  static const test::KnownPeople kPeople{
      "Ana Lim", "Bo Ek=Bobo", "Will Castor", "Jean-Baptiste de Clercq", "王伟", "Dieter Müller"};
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  try {
    const Date today{std::chrono::year{2026} / 11 / 22};
    const capture::Draft draft = capture::read_sentence(text, today, kPeople);
    const auto check = [&](capture::TextSpan span) {
      if (span.begin > span.end || span.end > draft.text.size()) {
        std::abort();
      }
    };
    check(draft.date.span);
    check(draft.kind.span);
    if (draft.place) {
      check(draft.place->span);
    }
    for (const capture::Who& who : draft.people) {
      check(who.span);
    }
    for (const capture::DraftFollowUp& follow_up : draft.follow_ups) {
      check(follow_up.span);
    }
  } catch (const DataError&) {
    // Empty or too long: said, not crashed.
  }
  return 0;
}
