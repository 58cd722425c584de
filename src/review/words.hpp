// Sentences of a review.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/time/date.hpp>

namespace kith::review {

/// "2 years and 3 months", "12 days".
std::string span_words(Date from, Date to);

/// "Ana Lim, Bo Ek and Cy Dahl"; of more than `most`, "… and 3 more".
std::string listed(const std::vector<PersonRef>& people, std::size_t most = 8);

/// "about every 2 weeks": so many days in so many.
std::string rhythm_words(std::size_t days, int in_days);

/// True for what does not bring two into one room: calls, letters, messages.
bool is_from_afar(std::string_view kind);

/// "1st", "22nd", "50th"
std::string ordinal(std::size_t number);

}  // namespace kith::review
