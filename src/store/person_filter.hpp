// Which people a list is about.
#pragma once

#include <kith/store/person_repo.hpp>

namespace kith {

/// True if somebody is one of those whom `filter` asks for.
bool fits(const PersonFilter& filter, const ListedPerson& listed);

}  // namespace kith
