// What a search found: each record with a piece of its text around the first word that fits.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/context.hpp"
#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::cli {

using FoundRecord = std::variant<ListedPerson, Interaction, Fact, FollowUp>;

/// About `columns` of `text` around the first word that begins with one of `words` (folded), with
/// "…" where something was left out; nothing if none does.
std::string snippet(std::string_view text,
                    const std::vector<std::string>& words,
                    std::size_t columns = 60);

class FoundList {
 public:
  /// `query` is what was looked for.
  FoundList(Context& ctx, std::string_view query);
  ~FoundList();
  void add(const FoundRecord& record);
  void finish();

 private:
  struct Form;
  std::unique_ptr<Form> form_;
};

}  // namespace kith::cli
