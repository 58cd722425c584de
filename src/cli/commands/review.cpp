// kith review: the moments of a period, and the people behind them.
#include "cli/commands/review.hpp"

#include <memory>
#include <set>

#include <fmt/format.h>

#include "cli/document_file.hpp"
#include "cli/process.hpp"
#include "cli/render/folded.hpp"
#include "cli/render/reviewed.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/store/map_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;
using review::PeriodKind;

constexpr std::size_t kMostByTheWay = 5000;

struct ReviewOptions {
  std::optional<std::string> period{};
  std::optional<std::string> of{};
  std::optional<std::string> format{};
  DocumentOptions document{};
};

PeriodKind kind_of(const ReviewOptions& options) {
  return review::parse_period_kind(options.period.value_or("")).value_or(PeriodKind::week);
}

std::string format_of(const ReviewOptions& options, const Context& ctx) {
  if (options.format) {
    return *options.format;
  }
  const auto& output = options.document.output;
  if (options.document.open || (output && fs::path{*output}.extension() == ".html")) {
    return "html";
  }
  return ctx.settings.json ? "json" : "text";
}

/// A day of the period that is asked for: "2025" is enough for a year, "2025-03" for a month.
Date day_of(const std::string& of, PeriodKind kind, Date today) {
  const PartialDate date = parse_partial_date(of, today);
  if (const auto full = date.full()) {
    return *full;
  }
  const bool is_enough =
      date.year && (kind == PeriodKind::year || (date.month && kind != PeriodKind::week));
  if (!is_enough) {
    return parse_date(of, today);  // says what a whole date is
  }
  return Date{std::chrono::year{*date.year},
              std::chrono::month{date.month.value_or(1)},
              std::chrono::day{1}};
}

/// "2026", "2026-03", "2026-03-16": what a page is called by.
std::string stem_of(const review::Period& period) {
  const std::string day = to_string(period.from);
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  switch (period.kind) {
    case PeriodKind::year:
      return day.substr(0, kYear);
    case PeriodKind::quarter:
      return fmt::format(
          "{}-q{}", day.substr(0, kYear), (static_cast<unsigned>(period.from.month()) + 2) / 3);
    case PeriodKind::month:
      return day.substr(0, kMonth);
    case PeriodKind::week:
      break;
  }
  return day;
}

/// How many people it tells of.
std::size_t people_in(const review::Review& review) {
  std::set<PersonId> all;
  const auto add = [&](const std::vector<PersonRef>& people) {
    for (const PersonRef& one : people) {
      all.insert(one.id);
    }
  };
  for (const review::Moment& one : review.moments) {
    add(one.people);
  }
  add(review.new_people);
  for (const auto* list : {&review.nearer, &review.losing_touch}) {
    for (const review::About& one : *list) {
      all.insert(one.person.id);
    }
  }
  if (review.old_friend) {
    all.insert(review.old_friend->person.id);
  }
  return all.size();
}

ExitCode run_review(const ReviewOptions& options, Context& ctx) {
  const Date today = ctx.clock.today();
  const PeriodKind kind = kind_of(options);
  const review::Period period =
      review::period_of(kind, options.of ? day_of(*options.of, kind, today) : today);
  if (period.from > today) {
    throw DataError(text::printable(*options.of) + ": lies ahead", "a review looks back");
  }
  const std::string format = format_of(options, ctx);
  if (options.document.open && format != "html") {
    throw UsageError("--open: a browser shows html");
  }
  Store& store = ctx.store();
  DocumentFile document{ctx,
                        options.document,
                        {.word = "review",
                         .format = format,
                         .is_for_looking = format == "html",
                         .name = "kith-review-" + stem_of(period)}};
  // Text alone is folded: a document is for programs.
  const bool is_text = !ctx.settings.json && (format == "text" || document.is_file());
  const Folding lines{ctx.out, is_text ? ctx.width() : std::nullopt};
  // Communities need the whole network: too much for a look at a week or for a crowd, unless it is
  // to be drawn.
  network::Network network;
  network::Drawn drawn;
  review::Surroundings surroundings;
  const bool is_long = period.kind == PeriodKind::quarter || period.kind == PeriodKind::year;
  if ((is_long && store.people().count() <= kMostByTheWay) || format == "html") {
    network = network::read_network(store, std::min(period.to, today));
    drawn = network::draw(network, store.maps().memory());
    surroundings = {.network = &network, .map = &drawn.map};
  }
  const review::Review review = review::look_back(store, period, today, surroundings);
  if (format == "html") {
    review::write_page(review, surroundings, document.stream());
  } else if (format == "json") {
    write_review_json(document.stream(), review);
  } else if (document.is_file()) {
    write_review_text(document.stream(), {.today = today}, review);
  } else {
    const Pager pager{ctx};
    write_review_text(ctx.out, text_form(ctx), review);
  }
  document.keep();
  document.tell(people_in(review), review::title_of(period));
  return ExitCode::ok;
}

}  // namespace

Action declare_review(Arguments& args) {
  auto options = std::make_shared<ReviewOptions>();
  args.choice("period",
              options->period,
              {"week", "month", "quarter", "year"},
              "how much to look back on; a week if you do not say");
  args.option("--of", options->of, "a day in it, if not today", "DATE");
  args.choice("--format",
              options->format,
              {"text", "html", "json"},
              "text, or html if the file is called so");
  args.option("--output,-o", options->document.output, "the file; - for standard output", "FILE");
  args.flag("--force", options->document.force, "replace the file if it is there");
  args.flag("--open", options->document.open, "show it as a page in the browser");
  return [options](Context& ctx) { return run_review(*options, ctx); };
}

}  // namespace kith::cli
