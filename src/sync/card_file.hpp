// A file with one card in it: read, and changed line by line.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include <kith/exchange/card.hpp>
#include <kith/exchange/contact_document.hpp>
#include <kith/time/clock.hpp>

namespace kith::sync {

struct CardFile {
  std::string text{};  ///< as it is on the disk
  exchange::Card card{};
  exchange::ContactDocument document{};
  std::string uid{};                 ///< empty if it has none
  std::optional<Instant> revised{};  ///< REV
};

/// The card of a file, or why it is left alone: no card, several, a group.
std::variant<CardFile, std::string> read_card_file(std::string text);

/// The text of the file with `changed` in the place of its card. Lines that are the same in both
/// keep their bytes, folding and place; the line ends are those of the file.
std::string text_with(const CardFile& file, const exchange::Card& changed);

/// The text of `card` as it is remembered: without photos and sounds, which are large and which
/// kith has no use for.
std::string text_to_remember(const std::string& text);

}  // namespace kith::sync
