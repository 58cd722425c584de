// The map as a picture: paper, glow, ties, dots, labels, a legend beside it. Only what Inkscape,
// librsvg and every browser draw alike: no filters, no scripts, no style sheets.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "network/community_places.hpp"
#include "network/label_places.hpp"
#include "network/markup.hpp"
#include "network/tie_curve.hpp"
#include <kith/text/width.hpp>

namespace kith::network {
namespace {

constexpr std::size_t kTiesInAPath = 60;  // more, and crossings of faint ties would not add up
constexpr std::size_t kMostTooltips = 800;
constexpr std::size_t kMostLabels = 120;
constexpr std::size_t kFew = 80;  // so few are called by larger letters
constexpr std::size_t kMostRegions = 12;
constexpr std::size_t kLongestLabel = 28;
constexpr std::size_t kLongestTitle = 60;
/// How a glow fades: offset and opacity.
constexpr std::array<std::pair<double, double>, 6> kFading{
    {{0, 1}, {0.12, 0.55}, {0.3, 0.28}, {0.55, 0.1}, {0.8, 0.027}, {1, 0}}};
constexpr std::string_view kFont = "system-ui,'Segoe UI',Roboto,'Helvetica Neue',sans-serif";

/// `a` moved towards `b`, both "#rrggbb".
std::string mixed(std::string_view a, std::string_view b, double share) {
  std::string out = "#";
  for (std::size_t at = 1; at < 7; at += 2) {
    const auto part = [&](std::string_view colour) {
      return std::stoi(std::string{colour.substr(at, 2)}, nullptr, 16);
    };
    out += fmt::format("{:02x}", std::lround(part(a) * (1 - share) + part(b) * share));
  }
  return out;
}

class Picture {
 public:
  Picture(const Map& map, const Network& network, const PictureOptions& options, std::ostream& out)
      : map_(map),
        says_(captions(map, network, options)),
        look_(options.look.value_or(Look::dark)),
        where_(map),
        curves_(map, where_),
        out_(out) {
    const double width = std::max(map.most.x - map.least.x, 320.0);
    const double height = std::max(map.most.y - map.least.y, 250.0);
    unit_ = std::max(width, height * 1.2) / 1000;
    const Point middle{(map.least.x + map.most.x) / 2, (map.least.y + map.most.y) / 2};
    page_.least = {middle.x - width / 2 - 290 * unit_, middle.y - height / 2 - 60 * unit_};
    page_.most = {middle.x + width / 2 + 60 * unit_, middle.y + height / 2 + 60 * unit_};
    // The legend needs its height, too.
    const double missing = 640 * unit_ - (page_.most.y - page_.least.y);
    page_.least.y -= std::max(0.0, missing / 2);
    page_.most.y += std::max(0.0, missing / 2);
    middle_ = middle;
  }

  void write() {
    open();
    glow();
    ties();
    dots();
    you();
    frame();
    labels();
    out_ << "</svg>\n";
  }

 private:
  std::string_view colour(const Community& community) const {
    return hex(community.hue, community.shade, look_);
  }
  std::string quiet() const { return mixed(ink(look_), paper(look_), 0.38); }
  bool is_dark() const { return look_ == Look::dark; }

  void open() {
    const double width = page_.most.x - page_.least.x;
    const double height = page_.most.y - page_.least.y;
    const double shown = 1200 / width;
    out_ << fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{} {} {} {}\" width=\"1200\" "
        "height=\"{}\" role=\"img\" font-family=\"{}\" fill=\"{}\">\n<title>{}</title>\n"
        "<desc>{}</desc>\n",
        number(page_.least.x),
        number(page_.least.y),
        number(width),
        number(height),
        number(height * shown, 0),
        kFont,
        ink(look_),
        xml(says_.title),
        xml(summary(map_)));
    const std::string edge = mixed(paper(look_), is_dark() ? "#000000" : "#d8d2c4", 0.35);
    const std::string light = mixed(paper(look_), is_dark() ? "#2a3350" : "#ffffff", 0.4);
    out_ << fmt::format(
        "<defs><radialGradient id=\"paper\" cx=\"58%\" cy=\"48%\" r=\"75%\"><stop offset=\"0\" "
        "stop-color=\"{}\"/><stop offset=\".55\" stop-color=\"{}\"/><stop offset=\"1\" "
        "stop-color=\"{}\"/></radialGradient></defs>\n",
        light,
        paper(look_),
        edge);
    // A little over the edge: where pixels are whole, a picture may be one of them higher.
    out_ << fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"url(#paper)\"/>\n",
        number(page_.least.x - 9),
        number(page_.least.y - 9),
        number(width + 18),
        number(height + 18));
  }

  /// Soft light around each dot, of the colour of its community.
  void glow() {
    const double reach = is_dark() ? 5.5 : 5;
    out_ << "<defs>\n";
    for (std::size_t i = 0; i < map_.communities.size(); ++i) {
      const std::string_view light = colour(map_.communities[i]);
      out_ << "<radialGradient id=\"g" << i << "\">";
      for (const auto& [at, opacity] : kFading) {
        out_ << fmt::format(R"(<stop offset="{}" stop-color="{}" stop-opacity="{}"/>)",
                            at,
                            light,
                            number(opacity * (is_dark() ? 0.3 : 0.16), 3));
      }
      out_ << "</radialGradient>\n";
    }
    out_ << "</defs>\n";
    for (std::size_t i = 0; i < where_.members().size(); ++i) {
      out_ << "<g fill=\"url(#g" << i << ")\">\n";
      for (const std::size_t dot : where_.members()[i]) {
        circle(map_.dots[dot].at, map_.dots[dot].radius * reach, "");
      }
      out_ << "</g>\n";
    }
  }

  void circle(Point at, double radius, std::string_view attributes) {
    out_ << "<circle cx=\"" << number(at.x) << "\" cy=\"" << number(at.y) << "\" r=\""
         << number(radius) << '"' << attributes << "/>\n";
  }

  int decimals() const { return unit_ > 1.5 ? 0 : 1; }

  /// Faint ones first; in the colour of the region that both are in, else in none.
  void ties() {
    std::vector<double> weights;
    for (const Tie& tie : map_.ties) {
      weights.push_back(tie.weight);
    }
    std::ranges::sort(weights);
    const auto quantile = [&](double share) {
      return weights.empty() ? 0
                             : weights[static_cast<std::size_t>(
                                   share * static_cast<double>(weights.size() - 1))];
    };
    const std::array<double, 2> strong{quantile(0.7), quantile(0.95)};
    std::map<std::pair<int, std::size_t>, std::vector<const Tie*>> groups;
    for (const Tie& tie : map_.ties) {
      const std::size_t region = map_.dots[tie.a].region;
      const bool is_inside = region == map_.dots[tie.b].region;
      const int strength = (tie.weight > strong[0] ? 1 : 0) + (tie.weight > strong[1] ? 1 : 0);
      groups[{strength, is_inside ? region + 1 : 0}].push_back(&tie);
    }
    const double crowd =
        std::min(1.0, std::pow(900.0 / (static_cast<double>(map_.ties.size()) + 1), 0.36));
    out_ << "<g fill=\"none\" stroke-linecap=\"round\">\n";
    for (const auto& [key, group] : groups) {
      const auto [strength, region] = key;
      const std::array<double, 3> alpha{0.34, 0.5, 0.75};
      const std::array<double, 3> width{0.8, 1.0, 1.5};
      const auto step = static_cast<std::size_t>(strength);
      out_ << fmt::format("<g stroke=\"{}\" stroke-width=\"{}\" stroke-opacity=\"{}\">\n",
                          region == 0 ? std::string{is_dark() ? "#b9c3d8" : "#8a90a0"}
                                      : std::string{colour(map_.regions[region - 1])},
                          number(width[step] * std::clamp(std::sqrt(unit_), 0.7, 1.8), 2),
                          number(alpha[step] * crowd * (region == 0 ? 0.45 : 1), 3));
      Path path{decimals()};
      for (std::size_t i = 0; i < group.size(); ++i) {
        path.add(curves_.of(*group[i]));
        if ((i + 1) % kTiesInAPath == 0 || i + 1 == group.size()) {
          out_ << "<path d=\"" << path.take() << "\"/>\n";
        }
      }
      out_ << "</g>\n";
    }
    out_ << "</g>\n";
  }

  void dots() {
    const bool has_tooltips = map_.dots.size() <= kMostTooltips;
    for (std::size_t c = 0; c < where_.members().size(); ++c) {
      out_ << "<g fill=\"" << colour(map_.communities[c]) << "\">\n";
      for (const std::size_t i : where_.members()[c]) {
        const std::string& name = says_.people[i];
        if (has_tooltips && !name.empty()) {
          out_ << "<g><title>" << xml(text::shorten(name, kLongestTitle)) << "</title>";
          circle(map_.dots[i].at, map_.dots[i].radius, "");
          out_ << "</g>\n";
        } else {
          circle(map_.dots[i].at, map_.dots[i].radius, "");
        }
      }
      out_ << "</g>\n";
    }
    const double ring = std::max(1.0, unit_);
    out_ << fmt::format(
        "<g fill=\"none\" stroke=\"{}\" stroke-width=\"{}\">\n", ink(look_), number(1.1 * ring, 2));
    for (const Dot& dot : map_.dots) {
      if (dot.bridge) {
        circle(dot.at, dot.radius + 2 * ring, "");
        taken_.take(box_around(dot.at, 2 * dot.radius, 2 * dot.radius));
      }
    }
    out_ << "</g>\n";
  }

  void you() {
    if (map_.you) {
      out_ << fmt::format(
          "<g stroke=\"{}\" stroke-width=\"{}\">\n", ink(look_), number(1.5 * unit_, 2));
      circle(*map_.you, 4 * unit_, "");
      circle(*map_.you, 9 * unit_, " fill=\"none\"");
      out_ << "</g>\n";
    }
  }

  void text(Point at, double font, std::string_view attributes, std::string_view what) {
    out_ << fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}>{}</text>\n",
                        number(at.x),
                        number(at.y),
                        number(font),
                        attributes,
                        xml(what));
  }

  /// Title, legend, the sentence that helps, who drew it.
  void frame() {
    const double left = page_.least.x + 40 * unit_;
    const std::string faint = fmt::format(" fill=\"{}\"", quiet());
    const auto take = [&](double y, double font, const std::string& what) {
      const double width = text_width(what, font);
      taken_.take(box_around({left + width / 2, y - font / 3}, width, font * 1.4));
    };
    double y = page_.least.y + 62 * unit_;
    const std::string title = text::shorten(says_.title, kLongestTitle);
    text({left, y}, 27 * unit_, " font-weight=\"600\"", title);
    take(y, 27 * unit_, title);
    y += 24 * unit_;
    text({left, y}, 13 * unit_, faint, summary(map_));
    take(y, 13 * unit_, summary(map_));
    y += 40 * unit_;
    const std::size_t shown =
        map_.regions.size() <= kMostRegions + 1 ? map_.regions.size() : kMostRegions;
    for (std::size_t i = 0; i < shown; ++i) {
      const std::string name = text::shorten(says_.regions[i], 20);
      circle({left + 5 * unit_, y - 4.6 * unit_},
             5 * unit_,
             fmt::format(" fill=\"{}\"", colour(map_.regions[i])));
      text({left + 19 * unit_, y}, 14 * unit_, "", name);
      text({left + 212 * unit_, y},
           12.5 * unit_,
           faint + " text-anchor=\"end\"",
           count(map_.regions[i].people));
      taken_.take(box_around({left + 110 * unit_, y - 5 * unit_}, 220 * unit_, 20 * unit_));
      y += 24 * unit_;
    }
    if (shown < map_.regions.size()) {
      text({left + 19 * unit_, y},
           12.5 * unit_,
           faint,
           fmt::format("and {} smaller", map_.regions.size() - shown));
    }
    text({left, page_.most.y - 34 * unit_}, 11 * unit_, faint, "drawn by kith");
    const std::string help = advice(map_);
    if (!help.empty()) {
      sentence(help, faint + " text-anchor=\"middle\"");
    }
  }

  /// In lines, beneath the middle.
  void sentence(const std::string& what, const std::string& attributes) {
    Point at{middle_.x, middle_.y + 70 * unit_};
    std::string line;
    const auto flush = [&] {
      text(at, 15 * unit_, attributes, line);
      at.y += 22 * unit_;
      line.clear();
    };
    for (std::size_t from = 0; from < what.size();) {
      const std::size_t to = std::min(what.find(' ', from), what.size());
      if (line.size() + (to - from) > 48) {
        flush();
      }
      line += (line.empty() ? "" : " ") + what.substr(from, to - from);
      from = to + 1;
    }
    flush();
  }

  /// Regions first, then people, the most central first; whoever finds no room has none.
  void labels() {
    out_ << fmt::format(
        "<g text-anchor=\"middle\" stroke=\"{}\" stroke-linejoin=\"round\" paint-order=\"stroke\">\n",
        paper(look_));
    region_labels();
    std::vector<std::size_t> order(map_.dots.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::ranges::sort(order, {}, [&](std::size_t i) { return map_.dots[i].label_order; });
    const double font = (map_.dots.size() < kFew ? 13 : 10.5) * unit_;
    const std::size_t most = std::min(kMostLabels, 25 + map_.dots.size() / 8);
    std::size_t put = 0;
    out_ << fmt::format("<g stroke-width=\"{}\">\n", number(2.6 * unit_, 2));
    for (const std::size_t i : order) {
      if (says_.people[i].empty() || put == most) {
        break;
      }
      const bool is_alone = map_.dots[i].ties == 0 && !map_.ties.empty();
      put += !is_alone && person_label(i, font) ? 1 : 0;
    }
    out_ << "</g>\n</g>\n";
  }

  void region_labels() {
    if (map_.regions.size() < 2) {
      return;
    }
    out_ << fmt::format("<g font-weight=\"600\" stroke-width=\"{}\">\n", number(4.5 * unit_, 2));
    for (std::size_t r = 0; r < map_.regions.size(); ++r) {
      const auto core = where_.core(r);
      // Those who belong nowhere are no place, and very small regions not worth one of many names.
      if (!core || map_.regions[r].hue == kQuietHue ||
          map_.regions[r].people * 125 < map_.dots.size()) {
        continue;
      }
      const Point middle = where_.middle(*core);
      const double font = 18 * unit_;
      const double up = where_.spread(*core) * 1.5 + font * 0.7;
      std::array<Point, 3> middles{{{middle.x, middle.y - up}, middle, {middle.x, middle.y + up}}};
      if (where_.spread(*core) > 55 * unit_) {
        std::swap(middles[0], middles[1]);  // above those who lie far apart is nobody
      }
      const std::string name = text::shorten(says_.regions[r], kLongestLabel);
      const auto at = taken_.put(middles, text_width(name, font), font * 1.5);
      if (at && is_on_page(*at, text_width(name, font))) {
        const std::string tint = mixed(colour(map_.regions[r]), ink(look_), 0.55);
        text({at->x, at->y + font * 0.35}, font, fmt::format(" fill=\"{}\"", tint), name);
      }
    }
    out_ << "</g>\n";
  }

  bool is_on_page(Point at, double width) const {
    return at.x - width / 2 > page_.least.x && at.x + width / 2 < page_.most.x &&
           at.y > page_.least.y && at.y < page_.most.y - 10 * unit_;
  }

  bool person_label(std::size_t i, double font) {
    const Dot& dot = map_.dots[i];
    const std::string name = text::shorten(says_.people[i], kLongestLabel);
    const double width = text_width(name, font);
    const double off = dot.radius + 2.5 * unit_;
    const double side = off + width / 2;
    std::vector<Point> middles{{dot.at.x, dot.at.y + off + font * 0.6},
                               {dot.at.x + side, dot.at.y},
                               {dot.at.x - side, dot.at.y},
                               {dot.at.x, dot.at.y - off - font * 0.6}};
    std::erase_if(middles, [&](Point at) { return !is_on_page(at, width); });
    const auto at = taken_.put(middles, width + 8 * unit_, font * 1.5);
    if (at) {
      // Beside its dot it begins or ends there, however wide it turns out to be.
      const bool is_right = at->x > dot.at.x;
      const bool is_beside = is_right || at->x < dot.at.x;
      const double x = !is_beside ? at->x : is_right ? dot.at.x + off : dot.at.x - off;
      const std::string_view anchor = !is_beside ? ""
                                      : is_right ? " text-anchor=\"start\""
                                                 : " text-anchor=\"end\"";
      text({x, at->y + font * 0.35}, font, anchor, name);
      taken_.take(box_around(dot.at, 2 * dot.radius, 2 * dot.radius));
    }
    return at.has_value();
  }

  const Map& map_;
  Captions says_;
  Look look_;
  CommunityPlaces where_;
  TieCurves curves_;
  std::ostream& out_;
  double unit_ = 1;  ///< a thousandth of the picture's width: what text is measured in
  Box page_{};
  Point middle_{};
  LabelPlaces taken_{60};
};

}  // namespace

void write_svg(const Map& map,
               const Network& network,
               const PictureOptions& options,
               std::ostream& out) {
  Picture{map, network, options, out}.write();
}

}  // namespace kith::network
