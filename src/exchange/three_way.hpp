// Three-way update of a person: what the source said last, what it says now, what is there.
#pragma once

#include <map>
#include <string>

#include <kith/domain/person.hpp>
#include <kith/exchange/contact_document.hpp>

namespace kith::exchange {

/// What a source said last, by field.
using Said = std::map<std::string, std::string>;

enum class UpdateMode {
  follow,  ///< the source is known: follow what it says anew, where the user has not written
  fill     ///< a second record of the same person in one file: fill gaps only
};

/// Brings `person` up to what `document` says, given that the source said `said` last; notes in
/// `said` what it says now. A field that the source never spoke of is only filled if it is empty.
/// What a document tells, and its relations, are left to the caller.
void apply(const ContactDocument& document, UpdateMode mode, Person& person, Said& said);

/// Adds `values` (one a line) to what `said` holds under `field`, and returns those that are new.
std::vector<std::string> newly_said(Said& said,
                                    const std::string& field,
                                    const std::vector<std::string>& values);

}  // namespace kith::exchange
