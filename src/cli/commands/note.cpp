// kith note: a fact about a person.
#include "cli/commands/note.hpp"

#include <memory>

#include "cli/kind_arg.hpp"
#include "cli/person_arg.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/domain/fact.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

struct NoteOptions {
  std::string who{};
  std::vector<std::string> text{};
  std::optional<std::string> kind{};
  std::optional<std::string> on{};
};

ExitCode run_note(const NoteOptions& options, Context& ctx) {
  Fact draft{.text = joined(options.text)};
  if (options.kind) {
    draft.kind = parse_kind("fact", *options.kind, fact_kinds());
  }
  if (options.on) {
    draft.date = parse_date(*options.on, ctx.clock.today());
  }
  const Person person = resolve_person(ctx, options.who);
  draft.person = person.ref();
  draft = checked(draft);
  Store& store = ctx.store();
  const Fact saved = store.write("note " + person.name + ": " + draft.text,
                                 [&] { return store.facts().add(draft); });
  present(ctx, FactView{{saved}});
  return ExitCode::ok;
}

}  // namespace

Action declare_note(Arguments& args) {
  auto options = std::make_shared<NoteOptions>();
  args.required("person", options->who, "name, nickname, email, phone or uid");
  args.some("text", options->text, "what is worth remembering");
  args.option("--kind",
              options->kind,
              "hope, success, family, work, like, gift, health, other, or a word of yours");
  args.option("--on", options->on, "when it happened or will happen", "DATE");
  const auto& kinds = fact_kinds();
  args.known("--kind", {kinds.begin(), kinds.end()});
  return [options](Context& ctx) { return run_note(*options, ctx); };
}

}  // namespace kith::cli
