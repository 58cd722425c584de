// Questions on a terminal. Ask only where ctx.may_ask(): prompts go to stderr, answers come from
// stdin.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include <kith/error.hpp>

namespace kith::cli {

/// One line of answer; nothing where input ended.
std::optional<std::string> ask(Context& ctx, std::string_view question);

/// One of `keys` (small letters or digits; large ones will do), pressed without Enter; other keys
/// are passed over. Escape is q, where that is among them. Nothing where input ended.
std::optional<char> ask_key(Context& ctx, std::string_view question, std::string_view keys);

/// True for yes; no is the answer of an empty line.
bool ask_yes_no(Context& ctx, std::string_view question);

/// True unless more than three are concerned and somebody is there who says no: "This touches 5
/// people: Ana Lim, Bo Ek, Cy Dahl and 2 more. Go on?" Each of `names` counts once; `what` is what
/// there are many of.
bool agrees_to_many(Context& ctx,
                    std::string_view verb,
                    std::vector<std::string> names,
                    std::string_view what);

/// The place of the chosen one, by one key where there are nine or fewer; nothing if none was
/// chosen.
std::optional<std::size_t> choose(Context& ctx,
                                  std::string_view question,
                                  const std::vector<Candidate>& candidates);

}  // namespace kith::cli
