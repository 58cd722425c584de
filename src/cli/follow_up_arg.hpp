// ID to a follow-up, or to a hope: the same in done and drop. To snooze, a person is a person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/context.hpp"
#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>

namespace kith::cli {

/// "12", "#12" or "(12)" as a number; nothing if it is none.
std::optional<std::int64_t> parse_id(std::string_view word);

/// The open follow-up that `word` names: by its id, or by a person who has exactly one open. Where
/// the person has several, asks for one if somebody can answer. Throws NotFoundError; ConflictError
/// if it has ended already; AmbiguousError if the person has several and none was chosen.
FollowUp resolve_follow_up(Context& ctx, std::string_view word);

/// What comes to an end one day: a follow-up, or a hope (a fact of that kind).
using Open = std::variant<FollowUp, Fact>;

/// The same for what may be done or dropped: an id may be that of an open hope too.
Open resolve_open(Context& ctx, std::string_view word);

/// "Ada Lovelace: send the paper", of each, with commas between.
std::string what_ends(const std::vector<Open>& open);

/// Whom they are about.
std::vector<std::string> names_of(const std::vector<FollowUp>& follow_ups);
std::vector<std::string> names_of(const std::vector<Open>& open);

}  // namespace kith::cli
