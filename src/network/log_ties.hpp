// The ties of one person at a time, from the store, by the same rules as the whole network.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "network/chains.hpp"
#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith::network {

/// Nobody leads to the archived, the former and the dead, or through them, unless they are asked
/// for.
class LogTies : public TieSource {
 public:
  /// `asked_for` are the ends of the chain.
  LogTies(Store& store, Date today, const std::vector<PersonId>& asked_for);

  std::vector<Step> ties_of(PersonId person) override;
  std::optional<double> yours(PersonId person) override;

  /// The people of organisations whose names have `part` in them, as long as they belong to it: by
  /// uid, without the archived, the former and the dead.
  std::vector<PersonId> people_at(std::string_view part);

 private:
  struct Known {
    Uid uid{};
    bool leads_on = true;
    bool is_archived = false;
  };
  using Weights = std::unordered_map<PersonId, double>;

  const Known& known(PersonId person);
  std::vector<Step> read_ties(PersonId person);
  void add_meetings(PersonId person, Weights& weights);
  void add_links(PersonId person, Weights& weights);
  void add_organisations(PersonId person, Weights& weights);
  void read_organisations();
  std::vector<PersonId> by_uid(std::vector<PersonId> people);

  Store& store_;
  Date today_;
  std::unordered_set<PersonId> asked_for_{};
  std::unordered_map<PersonId, Known> known_{};
  std::unordered_map<PersonId, std::vector<Step>> ties_{};
  std::unordered_map<PersonId, std::optional<double>> yours_{};
  // Read on the first need: who wrote which organisation.
  bool organisations_read_ = false;
  std::unordered_map<std::string, std::size_t> spellings_{};  ///< as written -> number of the group
  std::unordered_map<std::string, std::size_t> numbers_{};    ///< folded -> number of the group
  std::vector<std::vector<PersonId>> groups_{};
  std::unordered_map<PersonId, std::vector<std::size_t>> groups_of_{};
};

}  // namespace kith::network
