// kith unlink: takes a tie away.
#include "cli/commands/unlink.hpp"

#include <algorithm>
#include <memory>

#include "cli/kind_arg.hpp"
#include "cli/person_arg.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/domain/link.hpp>
#include <kith/error.hpp>
#include <kith/store/link_repo.hpp>

namespace kith::cli {
namespace {

struct UnlinkOptions {
  std::string a{};
  std::string b{};
  std::optional<std::string> as{};
};

ExitCode run_unlink(const UnlinkOptions& options, Context& ctx) {
  const std::string kind = options.as ? parse_kind("tie", *options.as, link_kinds()) : "";
  const Person a = resolve_person(ctx, options.a);
  const Person b = resolve_person(ctx, options.b);
  Store& store = ctx.store();
  LinkView view{.many = true};
  for (Link& link : store.links().of(a.id)) {
    const bool between = link.a.id == b.id || link.b.id == b.id;
    if (between && (kind.empty() || link.kind == kind)) {
      view.records.push_back(std::move(link));
    }
  }
  if (view.records.empty()) {
    throw NotFoundError(a.name + " and " + b.name + ": no such tie between them");
  }
  store.write("unlink " + a.name + " and " + b.name,
              [&] { store.links().remove_between(a.id, b.id, kind); });
  view.remark = "untied";
  present(ctx, view);
  return ExitCode::ok;
}

}  // namespace

Action declare_unlink(Arguments& args) {
  auto options = std::make_shared<UnlinkOptions>();
  args.required("a", options->a, "a person", "PERSON");
  args.required("b", options->b, "the other", "PERSON");
  args.option("--as", options->as, "only the tie of this kind", "KIND");
  const auto& kinds = link_kinds();
  args.known("--as", {kinds.begin(), kinds.end()});
  return [options](Context& ctx) { return run_unlink(*options, ctx); };
}

}  // namespace kith::cli
