// What can be said of a person on the command line: the options that add and edit share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include <kith/domain/person.hpp>

namespace kith::cli {

struct PersonOptions {
  std::vector<std::string> emails{};
  std::vector<std::string> phones{};
  std::vector<std::string> urls{};
  std::vector<std::string> handles{};
  std::vector<std::string> addresses{};
  std::vector<std::string> nicknames{};
  std::vector<std::string> tags{};
  std::optional<std::string> org{};
  std::optional<std::string> title{};
  std::optional<std::string> city{};
  std::optional<std::string> timezone{};
  std::optional<std::string> birthday{};
  std::optional<std::string> met{};
  std::optional<std::string> met_on{};
  std::optional<std::string> via{};
  std::optional<std::string> circle{};
  std::optional<std::string> every{};
  std::optional<std::string> standing{};

  bool operator==(const PersonOptions&) const = default;
};

void declare_person_options(Arguments& args, PersonOptions& options);

/// Makes `person` what the options say: lists grow, single values are replaced. Throws DataError
/// for what cannot be read, and what resolve_person() throws for --via.
void apply(Context& ctx, const PersonOptions& options, Person& person);

/// Keeps `tracked_since` in step with circle and cadence: the day on which the first was set.
void keep_tracking(Person& person, Date today);

}  // namespace kith::cli
