// ID to a follow-up: the same in done, snooze and drop.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include <kith/domain/follow_up.hpp>

namespace kith::cli {

/// "12", "#12" or "(12)" as a number; nothing if it is none.
std::optional<std::int64_t> parse_id(std::string_view word);

/// The open follow-up that `word` names: by its id, or by a person who has exactly one open. Where
/// the person has several, asks for one if somebody can answer. Throws NotFoundError; ConflictError
/// if it has ended already; AmbiguousError if the person has several and none was chosen.
FollowUp resolve_follow_up(Context& ctx, std::string_view word);

/// Whom they are about.
std::vector<std::string> names_of(const std::vector<FollowUp>& follow_ups);

}  // namespace kith::cli
