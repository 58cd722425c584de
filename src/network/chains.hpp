// Chains of people: "I know a guy who knows a guy". Pure: ties are asked for one person at a time,
// so that the cost grows with the search, not with the log.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <kith/domain/ids.hpp>
#include <kith/domain/uid.hpp>

namespace kith::network {

/// From one person to another.
struct Step {
  PersonId to{};
  Uid uid{};          ///< of `to`: what decides between equals
  double weight = 0;  ///< as of a Tie: above 0
};

class TieSource {
 public:
  TieSource() = default;
  TieSource(const TieSource&) = delete;
  TieSource& operator=(const TieSource&) = delete;
  virtual ~TieSource() = default;

  /// To whom a chain may go on; each once. The same both ways, with the same weight.
  virtual std::vector<Step> ties_of(PersonId person) = 0;
  /// How strongly you are tied to somebody yourself; nothing if you never met.
  virtual std::optional<double> yours(PersonId person) = 0;
};

struct Chain {
  std::vector<PersonId> people{};  ///< up to the one looked for; you are not among them
  std::size_t hops = 0;
  std::int64_t cost = 0;  ///< the lower, the warmer
  bool operator==(const Chain&) const = default;
};

/// What a hop over a tie costs: less for a stronger one. A whole number, so that equal chains cost
/// the same whichever end they were found from.
std::int64_t cost_of(double weight);

/// The chains of the fewest hops from `from` (nothing: from you) to `to`, and where there is room
/// in `limit`, those of one hop more: fewest hops first, then the warmest, then by the uids along
/// the chain. Empty if there is none of at most `most_hops` hops, and if `from` is `to`.
std::vector<Chain> find_chains(TieSource& source,
                               std::optional<PersonId> from,
                               PersonId to,
                               std::size_t limit,
                               std::size_t most_hops = SIZE_MAX);

}  // namespace kith::network
