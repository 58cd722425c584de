// Whether so much has gone that it was no deletion.
#pragma once

#include <cstddef>
#include <string>

#include <kith/sync/sync.hpp>

namespace kith::sync {

/// So many may go at once without a question.
inline constexpr std::size_t kFew = 3;

/// Throws ConflictError if `gone` of `all` are so many that it is no matter of one or two: all of
/// them, if they are `least` or more, or over half.
void require_plausible(
    std::size_t gone, std::size_t all, std::size_t least, const std::string& what, Missing missing);

}  // namespace kith::sync
