// Which people a list is about, and in which order they come.
#pragma once

#include <kith/store/person_repo.hpp>

namespace kith {

/// True if somebody is one of those whom `filter` asks for.
bool fits(const PersonFilter& filter, const ListedPerson& listed);

/// The statement of a list for each order.
struct InEachOrder {
  const char* name;
  const char* last_seen;
  const char* created;
  const char* uid;

  const char* operator[](PersonOrder order) const {
    switch (order) {
      case PersonOrder::name:
        return name;
      case PersonOrder::last_seen:
        return last_seen;
      case PersonOrder::created:
        return created;
      case PersonOrder::uid:
        return uid;
    }
    return name;
  }
};

}  // namespace kith
