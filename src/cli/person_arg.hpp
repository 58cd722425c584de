// PERSON to a person: the same in every command.
#pragma once

#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include <kith/domain/person.hpp>

namespace kith::cli {

/// The one person that `who` means; where it is a misspelling that comes near one person alone,
/// says so on stderr. Throws NotFoundError with near names, AmbiguousError with the candidates and
/// what tells them apart; where somebody can answer, asks for a number instead.
Person resolve_person(Context& ctx, std::string_view who);

std::vector<Person> resolve_people(Context& ctx, const std::vector<std::string>& who);

/// Says on stderr that the misspelt name `who` was taken for the person called `name`.
void say_taken_for(Context& ctx, std::string_view who, std::string_view name);

}  // namespace kith::cli
