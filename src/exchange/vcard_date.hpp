// Dates as vCards hold them.
#pragma once

#include <optional>
#include <string_view>

#include <kith/time/date.hpp>

namespace kith::exchange {

/// Reads 19800322, 1980-03-22, 1980-3-22, 1980-03, 1980, --0322, --03-22, --3-22, also with a time
/// or zone behind, and the forms of read_file_date(). A year that stands for none (0000; 1604, as
/// Apple writes it) is left out, and so is `no_year`. Nothing if it is no such date: then it is
/// kept as it stands.
std::optional<PartialDate> read_vcard_date(std::string_view text, std::optional<int> no_year = {});

}  // namespace kith::exchange
