// kith merge: two people who are one.
#include "cli/commands/merge.hpp"

#include <memory>

#include "cli/person_arg.hpp"
#include "cli/prompt.hpp"
#include "cli/render/doubles.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {
namespace {

struct MergeOptions {
  std::string kept{};
  std::string other{};
  bool dry_run = false;
};

struct Two {
  Person kept{};
  Person other{};
};

/// Two people of one name are named by saying it twice.
std::optional<Two> namesakes(Store& store, const MergeOptions& options) {
  if (text::fold(options.kept) != text::fold(options.other)) {
    return std::nullopt;
  }
  const std::vector<PersonRef> found = store.names().find(options.kept, 3).people;
  if (found.size() != 2) {
    return std::nullopt;
  }
  Two two{store.people().get(found.front().id), store.people().get(found.back().id)};
  if (!doubles::is_fuller(store, two.kept, two.other)) {
    std::swap(two.kept, two.other);
  }
  return two;
}

Two both(Context& ctx, const MergeOptions& options) {
  if (const std::optional<Two> two = namesakes(ctx.store(), options)) {
    return *two;
  }
  Two two{resolve_person(ctx, options.kept), resolve_person(ctx, options.other)};
  if (two.kept.id == two.other.id) {
    throw ConflictError(two.kept.name + ": one person already",
                        "kith split " + two.kept.name + " takes apart who was merged");
  }
  return two;
}

ExitCode run_merge(const MergeOptions& options, Context& ctx) {
  const Two two = both(ctx, options);
  Store& store = ctx.store();
  const auto work = [&] { return doubles::merge(store, two.kept.id, two.other.id); };
  if (options.dry_run) {
    show(ctx, MergedView{store.rehearse(work), true});
    return ExitCode::ok;
  }
  if (ctx.may_ask()) {
    show_side_by_side(ctx, {.kept = two.kept, .other = two.other});
    if (!ask_yes_no(ctx, "Make them one person, " + two.kept.name + "?")) {
      confirm(ctx, "nothing merged");
      return ExitCode::ok;
    }
  }
  present(ctx, MergedView{store.write("merge " + two.other.name + " into " + two.kept.name, work)});
  return ExitCode::ok;
}

}  // namespace

Action declare_merge(Arguments& args) {
  auto options = std::make_shared<MergeOptions>();
  args.required("a", options->kept, "who stays: name, nickname, email, phone or uid", "PERSON");
  args.required("b", options->other, "who becomes a part of them", "PERSON");
  args.flag("--dry-run", options->dry_run, "say what would happen, and change nothing");
  return [options](Context& ctx) { return run_merge(*options, ctx); };
}

}  // namespace kith::cli
