// Values in the cells of other programs: several in one, and what stands for none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/person.hpp>

namespace kith::exchange {

/// True for what programs write where there is nothing: "-", "N/A", "#N/A", "null". "None" is a
/// placeholder too, unless it may be a name.
bool is_placeholder(std::string_view line, bool may_be_name);

/// The addresses in a cell: "a@x.org; b@y.org", "Ana <mailto:a@x.org>". What has no '@' comes out
/// as it stands, so that it can be said.
std::vector<std::string> emails_in(std::string_view cell);

/// The numbers in a cell, parted by semicolons, strokes, line ends, or commas where each side is a
/// number of its own; "mobile: +41 79 1" has a label.
std::vector<ContactPoint> phones_in(std::string_view cell);

/// The web pages in a cell, parted by blanks, semicolons or line ends.
std::vector<std::string> urls_in(std::string_view cell);

/// What a cell of no known kind holds: an e-mail address, a phone number, a page, else nothing.
/// Yahoo has columns "Home" and "Work".
std::vector<ContactPoint> points_in(std::string_view cell);

/// A label as kith writes it: Google's "* Work" and "Mobile" are work and mobile; others stay.
std::string plain_label(std::string_view label);

/// True if Google marks this label as that of the main value.
bool is_main_label(std::string_view label);

}  // namespace kith::exchange
