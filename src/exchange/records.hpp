// Records as JSON, exactly as the contract names their fields: what `--json` shows and `export
// json` writes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/domain/link.hpp>
#include <kith/domain/person.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::exchange {

nlohmann::ordered_json to_json(const PersonRef& person);  ///< {uid, name}
nlohmann::ordered_json to_json(const Person& person, std::optional<Date> last_seen);
nlohmann::ordered_json to_json(const Interaction& interaction);
nlohmann::ordered_json to_json(const Fact& fact);
nlohmann::ordered_json to_json(const FollowUp& follow_up);
nlohmann::ordered_json to_json(const Link& link);

/// What to_json() makes of each, in their order: people, interactions, facts, follow-ups or links.
template <class Record>
nlohmann::ordered_json array_of(const std::vector<Record>& records);

/// Adds the same as text in one line, for as many records as there are: what dumped() makes of it.
void append_json(std::string& out, const Interaction& interaction);
void append_json(std::string& out, const Fact& fact);
void append_json(std::string& out, const FollowUp& follow_up);
void append_json(std::string& out, const Link& link);
/// A person as the kith document has them: with what each source said, under `origins`.
void append_json(std::string& out, const ListedPerson& listed, const std::vector<Origin>& origins);

/// `value` as text; bytes that are not UTF-8 become U+FFFD. `indent` < 0: in one line.
std::string dumped(const nlohmann::ordered_json& value, int indent = 2);

}  // namespace kith::exchange
