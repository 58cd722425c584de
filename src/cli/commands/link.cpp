// kith link: a tie between two people.
#include "cli/commands/link.hpp"

#include <memory>

#include "cli/kind_arg.hpp"
#include "cli/person_arg.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/domain/link.hpp>
#include <kith/error.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

struct LinkOptions {
  std::string a{};
  std::string b{};
  std::string as{};
  std::optional<std::string> since{};
};

ExitCode run_link(const LinkOptions& options, Context& ctx) {
  Link draft{.kind = parse_kind("tie", options.as, link_kinds())};
  if (options.since) {
    draft.since = parse_partial_date(*options.since, ctx.clock.today());
  }
  draft.a = resolve_person(ctx, options.a).ref();
  draft.b = resolve_person(ctx, options.b).ref();
  draft = checked(draft);
  Store& store = ctx.store();
  const Link saved =
      store.write("link " + draft.a.name + " and " + draft.b.name + " as " + draft.kind,
                  [&] { return store.links().add(draft); });
  present(ctx, LinkView{{saved}});
  return ExitCode::ok;
}

}  // namespace

Action declare_link(Arguments& args) {
  auto options = std::make_shared<LinkOptions>();
  args.required("a", options->a, "a person; for 'introduced' the one who introduced", "PERSON");
  args.required("b", options->b, "the other; for 'introduced' the one you met", "PERSON");
  args.required("--as",
                options->as,
                "introduced, family, partner, friend, colleague, knows, or a word of yours",
                "KIND");
  args.option("--since", options->since, "since when: 2019, 'may 2019', 2019-05-03", "DATE");
  const auto& kinds = link_kinds();
  args.known("--as", {kinds.begin(), kinds.end()});
  return [options](Context& ctx) { return run_link(*options, ctx); };
}

}  // namespace kith::cli
