// From a sentence and the options of `kith log` to the records that are to be stored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"
#include <kith/capture/capture.hpp>
#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>

namespace kith::cli {

/// What the options of `kith log` say; it overrules the sentence.
struct LogOptions {
  std::vector<std::string> text{};
  std::optional<std::string> on{};
  std::optional<std::string> time{};
  std::optional<std::string> duration{};
  std::vector<std::string> with{};
  std::optional<std::string> kind{};
  std::optional<std::string> at{};
  std::vector<std::string> tags{};
  bool unanswered = false;
  bool create = false;  ///< --new
  bool dry_run = false;
  bool explain = false;
};

/// A name that fits several people.
struct Unclear {
  std::string text{};
  capture::Role role = capture::Role::participant;
  std::vector<Candidate> candidates{};
};

/// What would be stored. A person of id 0 is one of `new_people`, named.
struct LogPlan {
  Interaction interaction{};
  std::vector<FollowUp> follow_ups{};
  std::vector<Fact> facts{};
  std::vector<PersonRef> new_people{};
  std::vector<std::string> unknown{};  ///< participants that nobody is, and nobody may create
  std::vector<Unclear> ambiguous{};
  std::vector<std::string> moments{};  ///< once stored: what it made come true, a sentence each
  std::vector<capture::Explanation> explanations{};  ///< if asked for; of interaction.text
};

/// Reads `sentence`; where somebody can answer, asks about unclear names. Changes nothing.
/// Throws DataError; NotFoundError or AmbiguousError only for what an option names.
LogPlan plan_log(Context& ctx, std::string_view sentence, const LogOptions& options);

/// Throws AmbiguousError or NotFoundError if the plan cannot be carried out as it is.
void require_clear(Store& store, const LogPlan& plan);

/// Stores the plan, within Store::write(); returns it with ids and uids.
LogPlan carry_out(Store& store, LogPlan plan);

}  // namespace kith::cli
