// kith review: the moments of a period, and the people behind them.
#include "cli/commands/review.hpp"

#include <memory>

#include <fmt/format.h>

#include "cli/output_file.hpp"
#include "cli/process.hpp"
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
  std::optional<std::string> output{};
  bool force = false;
  bool open = false;
};

PeriodKind kind_of(const ReviewOptions& options) {
  return review::parse_period_kind(options.period.value_or("")).value_or(PeriodKind::week);
}

std::string format_of(const ReviewOptions& options, const Context& ctx) {
  if (options.format) {
    return *options.format;
  }
  if (options.open || (options.output && fs::path{*options.output}.extension() == ".html")) {
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

/// A page is for looking at: where a terminal waits for text, it goes into a file.
std::optional<fs::path> target_of(const ReviewOptions& options,
                                  const std::string& format,
                                  const review::Period& period,
                                  const Context& ctx) {
  if (options.output) {
    return *options.output == "-" ? std::nullopt : std::optional<fs::path>{*options.output};
  }
  if (options.open) {
    // Beside the database, where only you can read it: kith's own, replaced each time.
    return ctx.settings.database.string() + ".review." + format;
  }
  return format == "html" && ctx.terminal.out_is_terminal
             ? std::optional<fs::path>{"kith-review-" + stem_of(period) + ".html"}
             : std::nullopt;
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
  if (options.open && format != "html") {
    throw UsageError("--open: a browser shows html");
  }
  Store& store = ctx.store();
  const std::optional<fs::path> target = target_of(options, format, period, ctx);
  std::unique_ptr<OutputFile> file;
  if (target) {
    file =
        std::make_unique<OutputFile>(*target, options.force || (options.open && !options.output));
  }
  store.read_in_place();
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
  std::ostream& out = file ? file->stream() : ctx.out;
  if (format == "html") {
    review::write_page(review, surroundings, out);
  } else if (format == "json") {
    write_review_json(out, review);
  } else if (file) {
    write_review_text(out, {.today = today}, review);
  } else {
    const Pager pager{ctx};
    write_review_text(ctx.out, text_form(ctx), review);
  }
  if (file) {
    file->keep();
    confirm(ctx, target->string() + ": your " + review::name_of(period));
  }
  if (options.open && target && !open_in_browser(ctx, *target)) {
    ctx.err << "kith: " << text::printable(target->string())
            << ": no browser opened it; open it yourself\n";
  }
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
  args.option("--output,-o", options->output, "the file; - for standard output", "FILE");
  args.flag("--force", options->force, "replace the file if it is there");
  args.flag("--open", options->open, "show it as a page in the browser");
  return [options](Context& ctx) { return run_review(*options, ctx); };
}

}  // namespace kith::cli
