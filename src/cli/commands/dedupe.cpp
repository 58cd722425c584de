// kith dedupe: people who may be the same person.
#include "cli/commands/dedupe.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <memory>

#include "cli/number_arg.hpp"
#include "cli/process.hpp"
#include "cli/prompt.hpp"
#include "cli/render/doubles.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/store/merge_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {
namespace {

using doubles::Merged;
using doubles::Pair;

struct DedupeOptions {
  std::optional<std::string> apply{};
  std::optional<std::string> limit{};
};

/// "0.9" or "90%".
double parse_confidence(const std::string& word) {
  const bool in_percent = word.ends_with('%');
  const std::string digits = in_percent ? word.substr(0, word.size() - 1) : word;
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  value = in_percent ? value / 100 : value;
  if (error != std::errc{} || end != digits.data() + digits.size() ||
      !(value >= doubles::kLikely) || value > 1) {
    throw UsageError("--apply: " + text::printable(word) + " is no confidence from 0.5 to 1",
                     "kith dedupe --apply 0.95");
  }
  return value;
}

/// Who people have become, as one merge follows another.
class Became {
 public:
  PersonId now(PersonId id) const {
    for (auto at = became_.find(id); at != became_.end(); at = became_.find(id)) {
      id = at->second;
    }
    return id;
  }
  void merge(PersonId kept, PersonId other) { became_[other] = kept; }

 private:
  std::map<PersonId, PersonId> became_{};
};

DoubleView view_of(Store& store, const Pair& pair, const Became& became = {}) {
  DoubleView view{.kept = store.people().get(became.now(pair.a.id)),
                  .other = store.people().get(became.now(pair.b.id)),
                  .pair = pair};
  if (!doubles::is_fuller(store, view.kept, view.other)) {
    std::swap(view.kept, view.other);
  }
  return view;
}

/// True if there is nothing left to decide: they are one by now, or certainly two.
bool is_settled(Store& store, const Pair& pair, const Became& became) {
  const PersonId a = became.now(pair.a.id);
  const PersonId b = became.now(pair.b.id);
  return a == b || doubles::are_certainly_two(store, a, b);
}

ExitCode merge_all(Context& ctx, const std::vector<Pair>& pairs) {
  constexpr std::size_t kAsksAbove = 3;
  Store& store = ctx.store();
  if (ctx.may_ask() && pairs.size() > kAsksAbove) {
    std::vector<DoubleView> views;
    for (const Pair& pair : pairs) {
      views.push_back(view_of(store, pair));
    }
    show(ctx, views);
    if (!ask_yes_no(ctx, "Merge all " + std::to_string(pairs.size()) + " pairs?")) {
      confirm(ctx, "nobody merged");
      return ExitCode::ok;
    }
  }
  AppliedView view;
  if (!pairs.empty()) {
    view.merges = store.write(
        "dedupe " + std::to_string(pairs.size()) + (pairs.size() == 1 ? " pair" : " pairs"), [&] {
          std::vector<Merged> merges;
          Became became;
          for (const Pair& pair : pairs) {
            if (!is_settled(store, pair, became)) {
              const DoubleView two = view_of(store, pair, became);
              merges.push_back(doubles::merge(store, two.kept.id, two.other.id));
              became.merge(two.kept.id, two.other.id);
            }
          }
          return merges;
        });
  }
  present(ctx, view);
  return ExitCode::ok;
}

enum class Answer { merge, distinct, skip, quit };

Answer ask_about(Context& ctx, std::size_t place, std::size_t of) {
  const auto key = ask_key(ctx,
                           std::to_string(place) + " of " + std::to_string(of) +
                               ": m merge, n not the same, s skip, q quit:",
                           "mnsq");
  return !key          ? Answer::quit
         : *key == 'm' ? Answer::merge
         : *key == 'n' ? Answer::distinct
         : *key == 's' ? Answer::skip
                       : Answer::quit;
}

/// One pair after the other; what was decided stays, whatever comes next.
ExitCode go_through(Context& ctx, const std::vector<Pair>& pairs) {
  Store& store = ctx.store();
  Became became;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (is_settled(store, pairs[i], became)) {
      continue;
    }
    const DoubleView two = view_of(store, pairs[i], became);
    show_side_by_side(ctx, two);
    switch (ask_about(ctx, i + 1, pairs.size())) {
      case Answer::merge:
        present(ctx,
                MergedView{store.write("merge " + two.other.name + " into " + two.kept.name, [&] {
                  return doubles::merge(store, two.kept.id, two.other.id);
                })});
        became.merge(two.kept.id, two.other.id);
        break;
      case Answer::distinct:
        store.write("dedupe " + two.kept.name + " and " + two.other.name + " are two",
                    [&] { store.merges().mark_distinct(two.kept.id, two.other.id); });
        present(ctx, DistinctView{two.kept, two.other});
        break;
      case Answer::skip:
        break;
      case Answer::quit:
        return ExitCode::ok;
    }
  }
  return ExitCode::ok;
}

ExitCode run_dedupe(const DedupeOptions& options, Context& ctx) {
  const double least = options.apply ? parse_confidence(*options.apply) : doubles::kLikely;
  const std::size_t limit =
      parse_count("--limit", options.limit, std::numeric_limits<std::size_t>::max());
  Store& store = ctx.store();
  std::vector<Pair> pairs = doubles::find(store, least);
  pairs.resize(std::min(pairs.size(), limit));
  if (options.apply) {
    return merge_all(ctx, pairs);
  }
  if (ctx.may_ask() && ctx.terminal.out_is_terminal && !ctx.settings.json) {
    if (pairs.empty()) {
      confirm(ctx, "nobody seems to be there twice");
    }
    return go_through(ctx, pairs);
  }
  std::vector<DoubleView> views;
  for (const Pair& pair : pairs) {
    views.push_back(view_of(store, pair));
  }
  const Pager pager{ctx};
  show(ctx, views);
  return ExitCode::ok;
}

}  // namespace

Action declare_dedupe(Arguments& args) {
  auto options = std::make_shared<DedupeOptions>();
  args.option("--apply",
              options->apply,
              "merge all pairs of at least this confidence: 0.95 or 95%",
              "CONFIDENCE");
  args.option("--limit", options->limit, "how many pairs at most", "N");
  args.endless("--limit");
  return [options](Context& ctx) { return run_dedupe(*options, ctx); };
}

}  // namespace kith::cli
