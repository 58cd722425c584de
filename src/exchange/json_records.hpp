// JSON records back into values: the reading side of records.hpp.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/json_scanner.hpp"
#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/domain/link.hpp>
#include <kith/domain/person.hpp>
#include <kith/store/merge_repo.hpp>
#include <kith/store/origin_repo.hpp>

namespace kith::exchange {

/// Fields that mean nothing to kith, as "people.shoe_size", and how often they came.
using UnknownFields = std::map<std::string, std::size_t>;

/// Counts `name`; of more than a hundred names the rest are counted together.
void note_unknown(UnknownFields& unknown, const std::string& name);

/// A person, and what hangs on a person in a document but is kept elsewhere.
struct ReadPerson {
  Person person{};  ///< without `introduced_by`
  std::optional<PersonRef> introduced_by{};
  std::vector<Origin> origins{};  ///< without their person
};

/// Two people who look alike and are not one.
struct Distinct {
  PersonRef a{};
  PersonRef b{};
};

// Each throws DataError with the line of the field that is missing or wrong. People in what comes
// back have a uid and a name, and no id.
ReadPerson read_person(const ScannedRecord& record, UnknownFields& unknown);
Interaction read_interaction(const ScannedRecord& record, UnknownFields& unknown);
Fact read_fact(const ScannedRecord& record, UnknownFields& unknown);
FollowUp read_follow_up(const ScannedRecord& record, UnknownFields& unknown);
Link read_link(const ScannedRecord& record, UnknownFields& unknown);
KeptMerge read_merge(const ScannedRecord& record, UnknownFields& unknown);
Distinct read_distinct(const ScannedRecord& record, UnknownFields& unknown);

}  // namespace kith::exchange
