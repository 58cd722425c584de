// kith query: e-mail addresses for mail programs.
#include "cli/commands/query.hpp"

#include <memory>

#include "cli/number_arg.hpp"
#include "cli/render/addresses.hpp"

namespace kith::cli {
namespace {

struct QueryOptions {
  std::vector<std::string> text{};
  std::optional<std::string> format{};
  std::optional<std::string> limit{};
};

ExitCode run_query(const QueryOptions& options, Context& ctx) {
  constexpr std::size_t kMost = 200;
  const std::size_t limit = parse_count("--limit", options.limit, kMost);
  const std::string text = joined(options.text);
  AddressesView view{.query = text, .addresses = find_addresses(ctx.store(), text, limit)};
  if (options.format == "aerc") {
    view.format = AddressFormat::aerc;
  } else if (options.format == "tsv") {
    view.format = AddressFormat::tsv;
  }
  show(ctx, view);
  // Mail programs take the exit code for the answer; a JSON list may be empty.
  return view.addresses.empty() && !ctx.settings.json ? ExitCode::not_found : ExitCode::ok;
}

}  // namespace

Action declare_query(Arguments& args) {
  auto options = std::make_shared<QueryOptions>();
  args.many("text",
            options->text,
            "words, or their beginnings, of a name, an address or an organisation");
  args.choice(
      "--format", options->format, {"mutt", "aerc", "tsv"}, "for whom: mutt if you do not say");
  args.option("--limit", options->limit, "how many addresses at most; 200 if you do not say", "N");
  return [options](Context& ctx) { return run_query(*options, ctx); };
}

}  // namespace kith::cli
