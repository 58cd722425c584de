// Tables of sentences: what each is read as, written so shortly that many fit on a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/known_people.hpp"
#include <kith/capture/capture.hpp>

namespace kith::test {

/// A sentence, and what one part of it is read as.
struct Line {
  std::string_view text{};
  std::string_view wanted{};
};

/// An address book with a name of most kinds.
const KnownPeople& village();

/// Sunday 22 November 2026.
Date reading_day();

capture::Draft read(std::string_view text);
capture::Draft read(std::string_view text, const KnownPeople& people);

/// "Ana Lim, new Marek, unclear Anders / Bo Ek": who was there, and after the stroke who was spoken
/// of; surnames are left out where the village has one of the name.
std::string who(std::string_view text);
std::string who(const capture::Draft& draft);

/// "me 2026-11-27 send the deck (Ana Lim); them …"
std::string to_do(std::string_view text);

std::string fact(std::string_view text);
std::string place(std::string_view text);
std::string kind(std::string_view text);
std::string day(std::string_view text);
/// "15:00", "80 min", "15:00 80 min", or nothing.
std::string time(std::string_view text);
std::string tags(std::string_view text);

/// Checks all lines, saying which sentence failed.
void check_lines(const std::vector<Line>& lines, std::string (*part)(std::string_view));

}  // namespace kith::test
