// Ending what is open, follow-ups and hopes: the same in done and drop.
#include "cli/end_open.hpp"

#include <cstdint>
#include <set>
#include <variant>

#include "cli/follow_up_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

std::int64_t number_of(const Open& one) {
  return std::visit([](const auto& record) { return raw(record.id); }, one);
}

/// What is open, and each but once. Throws ConflictError.
std::vector<Open> named_by(Context& ctx, const std::vector<std::string>& ids) {
  std::vector<Open> open;
  std::set<std::int64_t> numbers;
  for (const std::string& id : ids) {
    open.push_back(resolve_open(ctx, id));
    if (!numbers.insert(number_of(open.back())).second) {
      throw ConflictError(text::printable(id) + ": is named twice", "once is enough");
    }
  }
  return open;
}

struct End {
  Store& store;
  const Ending& ending;
  EndedView& all;

  void operator()(const FollowUp& one) const {
    all.ended.emplace_back(ending.follow_up(store, one));
  }
  void operator()(const Fact& one) const { all.ended.emplace_back(ending.hope(store, one)); }
};

}  // namespace

void declare_open(Arguments& args, std::vector<std::string>& ids) {
  args.some("id",
            ids,
            "number of a follow-up or a hope, or a person who has just one follow-up open",
            "ID|PERSON");
  args.several("id");
}

ExitCode end_open(Context& ctx, const std::vector<std::string>& ids, const Ending& ending) {
  const std::vector<Open> open = named_by(ctx, ids);
  if (!agrees_to_many(ctx, "touches", names_of(open), "people")) {
    confirm(ctx, ending.declined);
    return ExitCode::ok;
  }
  Store& store = ctx.store();
  const std::string label = std::string{ending.command} + " " + what_ends(open);
  const EndedView view = store.write(label, [&] {
    EndedView all;
    for (const Open& one : open) {
      // Read again: another kith may have ended it while somebody was asked here.
      std::visit(End{store, ending, all}, resolve_open(ctx, std::to_string(number_of(one))));
    }
    return all;
  });
  present(ctx, view);
  return ExitCode::ok;
}

}  // namespace kith::cli
