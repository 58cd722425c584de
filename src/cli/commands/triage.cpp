// kith triage: gives people a circle, one key each; the most in touch first.
#include "cli/commands/triage.hpp"

#include <algorithm>
#include <limits>
#include <memory>

#include "cli/number_arg.hpp"
#include "cli/process.hpp"
#include "cli/prompt.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include "cli/render/triaged.hpp"
#include <kith/agenda/without_circle.hpp>
#include <kith/store/journal.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::cli {
namespace {

std::optional<Circle> circle_of(char key) {
  switch (key) {
    case 'i':
      return Circle::inner;
    case 'c':
      return Circle::close;
    case 'f':
      return Circle::friends;
    case 'w':
      return Circle::wider;
    default:
      return std::nullopt;
  }
}

class Walk {
 public:
  Walk(Context& ctx, std::vector<WithoutCircle> people)
      : ctx_(ctx), store_(ctx.store()), people_(std::move(people)) {}

  void go() {
    explain_keys(ctx_);
    while (at_ < people_.size()) {
      const TriageLine line = line_of(store_, people_[at_]);
      show_whom(ctx_, line, at_ + 1, people_.size());
      const auto key = ask_key(ctx_, "i c f w n s u q:", "icfwnsuq");
      if (!key || *key == 'q') {
        return;
      }
      take(*key, line.person);
    }
    confirm(ctx_, "That was everybody.");
  }

 private:
  struct Answer {
    std::size_t place = 0;
    std::optional<ChangeId> change{};  // nothing: skipped, or so already
  };

  void take(char key, const Person& person) {
    if (key == 'u') {
      take_back();
    } else if (key == 's') {
      answers_.push_back({at_++, std::nullopt});
    } else if (key == 'n') {
      keep(
          "triage " + person.name + ": no circle",
          [&] { leave_without_circle(store_, person); },
          person.name + "  no circle; not asked about again");
    } else {
      Person changed = person;
      changed.circle = circle_of(key);
      const std::string circle{to_string(*changed.circle)};
      keep(
          "triage " + person.name + ": " + circle,
          [&] { store_.people().update(changed); },
          person.name + "  " + circle);
    }
  }

  // Each answer is a change of its own: what was said stays, whatever comes next.
  template <class Work>
  void keep(const std::string& label, const Work& work, const std::string& said) {
    store_.write(label, work);
    tell(at_, said);
    answers_.push_back({at_++, store_.journal().last_written()});
  }

  void tell(std::size_t place, const std::string& said) {
    present(ctx_, TriagedView{.line = line_of(store_, people_[place]), .said = said});
  }

  void take_back() {
    if (answers_.empty()) {
      confirm(ctx_, "nothing to take back yet");
      return;
    }
    const Answer last = answers_.back();
    answers_.pop_back();
    at_ = last.place;
    if (last.change) {
      store_.journal().undo_change(*last.change);
      tell(at_, "taken back");
    } else {
      confirm(ctx_, "taken back");
    }
  }

  Context& ctx_;
  Store& store_;
  std::vector<WithoutCircle> people_;
  std::size_t at_ = 0;
  std::vector<Answer> answers_{};
};

ExitCode run_triage(const std::optional<std::string>& limit, Context& ctx) {
  const std::size_t most = parse_count("--limit", limit, std::numeric_limits<std::size_t>::max());
  Store& store = ctx.store();
  std::vector<WithoutCircle> people = without_circle(store);
  people.resize(std::min(people.size(), most));
  const bool asks = ctx.may_ask() && ctx.terminal.out_is_terminal && !ctx.settings.json;
  if (people.empty() && !ctx.settings.json) {
    confirm(ctx, "Everybody who is to have a circle has one.");
    return ExitCode::ok;
  }
  if (asks) {
    Walk{ctx, std::move(people)}.go();
    return ExitCode::ok;
  }
  const Pager pager{ctx};
  TriageList list{ctx};
  for (const WithoutCircle& one : people) {
    list.add(line_of(store, one));
    if (!ctx.out.good()) {
      break;
    }
  }
  list.finish();
  return ExitCode::ok;
}

}  // namespace

Action declare_triage(Arguments& args) {
  auto limit = std::make_shared<std::optional<std::string>>();
  args.option("--limit", *limit, "how many people at most", "N");
  args.endless("--limit");
  return [limit](Context& ctx) { return run_triage(*limit, ctx); };
}

}  // namespace kith::cli
