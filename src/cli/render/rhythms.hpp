// How often you are in touch, as small bars and a few lines, and as JSON.
#pragma once

#include <ostream>

#include <nlohmann/json_fwd.hpp>

#include "cli/render/text.hpp"
#include <kith/agenda/rhythms.hpp>

namespace kith::cli {

/// Nothing of what there is nothing to say about: no bars without an interaction, no layers without
/// anybody in them.
void write_rhythms(std::ostream& out, const TextForm& form, const Rhythms& rhythms);

/// Adds the fields `months`, `weekdays`, `budget` and `layers`.
void add_rhythms(nlohmann::ordered_json& json, const Rhythms& rhythms);

}  // namespace kith::cli
