// Hostile bytes as the file of a card or a to-do: what is not changed keeps every byte, and what is
// changed can be read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>

#include "exchange/ical_todo.hpp"
#include "sync/card_file.hpp"
#include <kith/error.hpp>
#include <kith/exchange/ical.hpp>

namespace {

using namespace kith;

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void try_as_card(const std::string& text) {
  const auto read = sync::read_card_file(text);
  const auto* file = std::get_if<sync::CardFile>(&read);
  if (file == nullptr) {
    return;
  }
  require(sync::text_with(*file, file->card) == text);
  exchange::Card changed = file->card;
  changed.lines.push_back(exchange::make_content_line("X-KITH-FUZZ", "1"));
  const auto again = sync::read_card_file(sync::text_with(*file, changed));
  const auto* now = std::get_if<sync::CardFile>(&again);
  require(now == nullptr || now->card.find("X-KITH-FUZZ") != nullptr);
}

void try_as_calendar(const std::string& text) {
  exchange::IcalFile file(text);
  require(file.text() == text);
  const FixedClock clock{Date{std::chrono::year{2026}, std::chrono::March, std::chrono::day{20}}};
  for (std::size_t i = 0; i < file.components().size(); ++i) {
    const exchange::TodoState was = todo_state(file.components()[i], clock);
    exchange::TodoState now = was;
    now.summary = "Ana: another";
    now.status = FollowUpStatus::done;
    now.ended_on = clock.today();
    bring_to(file, i, was, now, clock.now());
    require(file.components().size() > i);
    require(!file.components()[i].is_closed ||
            todo_state(file.components()[i], clock).summary == now.summary);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    try_as_card(text);
    try_as_calendar(text);
  } catch (const Error&) {
    return 0;  // refused, as it may be
  }
  return 0;
}
