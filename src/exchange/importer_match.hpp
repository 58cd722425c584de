// Whom a document means, as the importer has found it.
#pragma once

#include <optional>
#include <vector>

#include <kith/exchange/importer.hpp>
#include <kith/store/origin_repo.hpp>

namespace kith::exchange {

/// The person a document means, and how they were found.
struct Importer::Match {
  std::optional<PersonId> person{};
  std::optional<Origin> origin{};
  std::vector<PersonRef> like{};  // people who may be meant, where nobody certainly is
};

}  // namespace kith::exchange
