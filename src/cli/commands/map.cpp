// kith map: the picture of everybody you know.
#include "cli/commands/map.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <sstream>

#include "cli/document_file.hpp"
#include "cli/number_arg.hpp"
#include "cli/person_filter.hpp"
#include "cli/process.hpp"
#include "cli/render/mapped.hpp"
#include "cli/render/present.hpp"
#include "cli/render/show.hpp"
#include <kith/error.hpp>
#include <kith/network/pictures.hpp>
#include <kith/store/map_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSize = 2400;  // pixels across: sharp on a large screen
constexpr std::size_t kMostPixels = 20'000;

struct MapCommand {
  std::optional<std::string> format{};
  DocumentOptions document{};
  FilterOptions filter{};
  bool anonymous = false;
  bool you = false;
  std::optional<std::string> look{};
  std::optional<std::string> size{};
  std::optional<std::string> cluster{};
  std::vector<std::string> name{};
};

/// The network, and the map that was drawn of it.
struct Drawing {
  network::Network network{};
  network::Drawn drawn{};
  bool is_new = false;  ///< it differs from what was remembered
};

/// A picture is for looking at: where a terminal waits for text, it goes into a file.
bool is_picture(std::string_view format) {
  return format == "html" || format == "svg" || format == "png";
}

/// Places of those who fit a filter; nothing if there is none.
std::optional<std::vector<network::Node>> chosen(Store& store,
                                                 const PersonFilter& filter,
                                                 const network::Network& network) {
  if (filter == PersonFilter{}) {
    return std::nullopt;
  }
  std::set<PersonId> fitting;
  store.people().for_each(filter, PersonOrder::uid, [&](const ListedPerson& listed) {
    fitting.insert(listed.person.id);
    return true;
  });
  std::vector<network::Node> nodes;
  for (std::size_t i = 0; i < network.members.size(); ++i) {
    if (fitting.contains(network.members[i].person.id)) {
      nodes.push_back(static_cast<network::Node>(i));
    }
  }
  return nodes;
}

Drawing draw(Context& ctx, const MapCommand& options) {
  Store& store = ctx.store();
  store.read_in_place();
  Drawing drawing{.network = network::read_network(store, ctx.clock.today())};
  const PersonFilter filter = read_filter(options.filter, ctx.clock.today());
  const MapMemory last = store.maps().memory();
  drawing.drawn = network::draw(
      drawing.network, last, {.only = chosen(store, filter, drawing.network), .you = options.you});
  drawing.is_new = drawing.drawn.memory.fingerprint != last.fingerprint;
  return drawing;
}

/// The next map begins from this one; where nothing can be written, it begins from an older one.
void remember(Store& store, const Drawing& drawing) {
  if (!drawing.is_new) {
    return;
  }
  try {
    store.write("map", [&] { store.maps().remember(drawing.drawn.memory); });
  } catch (const StoreError&) {
    // Read only, or in use: the picture is what was asked for.
  }
}

void write_png(std::ostream& out, const std::string& svg, std::size_t size) {
  const auto png = filtered(
      "command -v rsvg-convert >/dev/null || exit 127; exec rsvg-convert "
      "--unlimited --format=png --width=" +
          std::to_string(size),
      svg);
  if (!png) {
    throw StoreError("rsvg-convert: is not installed, or failed",
                     "install librsvg2-bin, or take --format svg");
  }
  out.write(png->data(), static_cast<std::streamsize>(png->size()));
}

void write(std::ostream& out,
           const std::string& format,
           const MapCommand& options,
           const Drawing& drawing,
           Context& ctx) {
  const network::Map& map = drawing.drawn.map;
  const network::PictureOptions picture{.look = !options.look ? std::nullopt
                                                : *options.look == "light"
                                                    ? std::optional(network::Look::light)
                                                    : std::optional(network::Look::dark),
                                        .anonymous = options.anonymous};
  if (format == "html") {
    network::write_html(map, drawing.network, picture, out);
  } else if (format == "svg") {
    network::write_svg(map, drawing.network, picture, out);
  } else if (format == "dot") {
    network::write_dot(map, drawing.network, picture, out);
  } else if (format == "graphml") {
    network::write_graphml(map, drawing.network, picture, out);
  } else if (format == "json") {
    network::write_map_json(map, drawing.network, picture, out);
  } else if (format == "text") {
    write_map_text(out, ctx, map, drawing.network, options.anonymous);
  } else {
    std::ostringstream svg;
    network::write_svg(map, drawing.network, picture, svg);
    write_png(out, svg.str(), parse_count("--size", options.size, kSize));
  }
}

/// An empty picture is right, and no help: this is.
void say_what_is_missing(Context& ctx, const Drawing& drawing) {
  if (ctx.settings.quiet) {
    return;
  }
  if (drawing.network.members.empty()) {
    ctx.err << "kith: nobody is here yet: kith add brings somebody in, kith demo a whole network\n";
  } else if (drawing.drawn.map.dots.empty()) {
    ctx.err << "kith: nobody fits\n";
  } else if (drawing.network.ties.empty()) {
    ctx.err << "kith: nobody is tied to anybody yet: log what you did with two people or more, or "
               "tie them with kith link\n";
  }
}

const std::vector<std::string>& formats() {
  static const std::vector<std::string> kFormats{
      "html", "svg", "png", "dot", "graphml", "json", "text"};
  return kFormats;
}

/// The format that is asked for, or that the file's name ends in.
std::string format_of(const MapCommand& options, const Context& ctx) {
  if (options.format) {
    return *options.format;
  }
  if (options.document.output) {
    const std::string ending = text::fold(fs::path{*options.document.output}.extension().string());
    const auto named = std::ranges::find_if(
        formats(), [&](const std::string& format) { return ending == '.' + format; });
    if (named != formats().end()) {
      return *named;
    }
  }
  return ctx.settings.json ? "json" : "html";
}

/// The one that is meant, by its id or its present name.
network::Community find_cluster(const network::Map& map, const std::string& words) {
  std::vector<network::Community> fitting;
  for (const auto* level : {&map.regions, &map.communities}) {
    for (const network::Community& one : *level) {
      const bool is_id = std::to_string(one.id) == words;
      if (one.id != 0 && (is_id || text::fold(one.name) == text::fold(words))) {
        fitting.push_back(one);
      }
    }
    if (!fitting.empty()) {
      break;  // a region is often called like a community in it, and it is the one that is seen
    }
  }
  if (fitting.empty()) {
    throw NotFoundError(text::printable(words) + ": no such community",
                        "kith map --format text lists them");
  }
  if (fitting.size() > 1) {
    std::vector<Candidate> candidates;
    candidates.reserve(fitting.size());
    for (const network::Community& one : fitting) {
      candidates.push_back({.name = one.name, .detail = "community " + std::to_string(one.id)});
    }
    throw AmbiguousError(text::printable(words) + ": " + std::to_string(fitting.size()) +
                             " communities are called so",
                         "say which by its number",
                         std::move(candidates));
  }
  return fitting.front();
}

/// A community that is all of its region bears one name with it.
std::vector<int> one_and_the_same(const network::Map& map, const network::Community& cluster) {
  std::vector<int> inside;
  for (const network::Community& one : map.communities) {
    if (one.region == cluster.region) {
      inside.push_back(one.id);
    }
  }
  if (inside.size() == 1 && inside.front() != cluster.region) {
    return {inside.front(), cluster.region};
  }
  return {cluster.id};
}

ExitCode name_cluster(const MapCommand& options, Context& ctx) {
  const std::string name = text::clean_line(joined(options.name));
  if (options.name.empty()) {
    throw UsageError("map: --name: what to call it?", "kith map --name CLUSTER \"Climbing\"");
  }
  const Drawing drawing = draw(ctx, {});
  const network::Community cluster = find_cluster(drawing.drawn.map, *options.cluster);
  Store& store = ctx.store();
  store.write("map --name " + (name.empty() ? *options.cluster : name), [&] {
    if (drawing.is_new) {
      store.maps().remember(drawing.drawn.memory);
    }
    for (const int id : one_and_the_same(drawing.drawn.map, cluster)) {
      store.maps().name(id, name);
    }
  });
  const network::Map after = draw(ctx, {}).drawn.map;
  const network::Community named = find_cluster(after, std::to_string(cluster.id));
  present(ctx, NamedView{.id = named.id, .name = named.name, .people = named.people});
  return ExitCode::ok;
}

ExitCode run_map(const MapCommand& options, Context& ctx) {
  if (options.cluster) {
    return name_cluster(options, ctx);
  }
  if (!options.name.empty()) {
    throw UsageError("map: " + text::printable(options.name.front()) + ": one word too many",
                     "kith map --help");
  }
  const std::string format = format_of(options, ctx);
  if (parse_count("--size", options.size, kSize) > kMostPixels) {
    throw UsageError("--size: at most 20000");
  }
  if (options.document.open && !is_picture(format)) {
    throw UsageError("--open: a browser shows html, svg and png");
  }
  ctx.store();  // a database that cannot be used is said before a file is begun
  DocumentFile document{
      ctx,
      options.document,
      {.word = "map", .format = format, .is_for_looking = is_picture(format), .name = "kith-map"}};
  const Drawing drawing = draw(ctx, options);
  write(document.stream(), format, options, drawing, ctx);
  document.keep();
  remember(ctx.store(), drawing);
  say_what_is_missing(ctx, drawing);
  document.tell(drawing.drawn.map.dots.size());
  return ExitCode::ok;
}

}  // namespace

Action declare_map(Arguments& args) {
  auto options = std::make_shared<MapCommand>();
  args.choice("--format", options->format, formats(), "html, or what the file's name ends in");
  args.option("--output,-o", options->document.output, "the file; - for standard output", "FILE");
  args.flag("--force", options->document.force, "replace the file if it is there");
  args.flag("--open", options->document.open, "show it in the browser");
  args.flag("--anonymous", options->anonymous, "leave names out");
  args.flag("--you", options->you, "draw you in the middle");
  args.choice("--look", options->look, {"dark", "light"}, "dark if you do not say");
  args.option("--size", options->size, "of a png: pixels across; 2400 if you do not say", "N");
  args.option("--name", options->cluster, "gives a cluster a name for good", "CLUSTER");
  args.many("name", options->name, "the cluster's name; '' for one of its own again");
  declare_filter(args, options->filter);
  return [options](Context& ctx) { return run_map(*options, ctx); };
}

}  // namespace kith::cli
