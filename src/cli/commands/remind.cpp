// kith remind: something to do for or with a person, by a day.
#include "cli/commands/remind.hpp"

#include <memory>

#include "cli/person_arg.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/domain/silence.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

struct RemindOptions {
  std::string who{};
  std::vector<std::string> text{};
  std::string on{};
  std::optional<std::string> every{};
  bool from_them = false;
};

// It is kept, but nothing will speak of it: whoever writes it should know.
void say_silent(Context& ctx, const Person& person) {
  ctx.err << "kith: " << text::printable(person.name)
          << ": kith due is silent about them; kith show tells what is open\n";
}

ExitCode run_remind(const RemindOptions& options, Context& ctx) {
  const Date due = parse_date(options.on, ctx.clock.today(), Tense::future);
  const std::optional<Span> every =
      options.every ? std::optional{parse_span(*options.every)} : std::nullopt;
  const Person person = resolve_person(ctx, options.who);
  const FollowUp draft = checked({.person = person.ref(),
                                  .text = joined(options.text),
                                  .due = due,
                                  .every = every,
                                  .series_start = due,
                                  .owed_by = options.from_them ? Owner::them : Owner::me});
  Store& store = ctx.store();
  const FollowUp saved = store.write("remind " + person.name + ": " + draft.text,
                                     [&] { return store.follow_ups().add(draft); });
  present(ctx, FollowUpView{{saved}});
  if (is_aside(person)) {
    say_silent(ctx, person);
  }
  return ExitCode::ok;
}

}  // namespace

Action declare_remind(Arguments& args) {
  auto options = std::make_shared<RemindOptions>();
  args.required("person", options->who, "name, nickname, email, phone or uid");
  args.some("text", options->text, "what it is about");
  args.required("--on", options->on, "day it is due: 2026-12-01, friday, 'in 2 weeks'", "DATE");
  args.option("--every", options->every, "comes back: 2w, monthly, 'every 6 weeks'", "SPAN");
  args.flag("--from-them", options->from_them, "they owe it to you");
  return [options](Context& ctx) { return run_remind(*options, ctx); };
}

}  // namespace kith::cli
