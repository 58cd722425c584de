// The small pictures of a review's page.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "network/markup.hpp"
#include "review/page_parts.hpp"
#include <kith/network/palette.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>

namespace kith::review {
namespace {

using network::number;

constexpr std::size_t kMostTies = 4000;  // more are a blot in so small a picture
constexpr std::size_t kMostDots = 3000;
constexpr std::size_t kMostNames = 14;

// --- the period ---------------------------------------------------------------------------------

constexpr double kWide = 1000;
constexpr double kSide = 14;

class Strip {
 public:
  explicit Strip(const Review& review) : review_(review) {
    const int days = days_between(review.period.from, review.period.to) + 1;
    constexpr int kByDay = 92;
    bin_days_ = days > kByDay ? 7 : 1;
    bins_ = static_cast<std::size_t>((days + bin_days_ - 1) / bin_days_);
    step_ = (kWide - 2 * kSide) / static_cast<double>(bins_);
  }

  std::string draw() {
    std::vector<std::vector<const Moment*>> stacks(bins_);
    std::size_t highest = 1;
    // A dot a moment, as long as they can be told apart.
    constexpr std::size_t kMost = 900;
    const std::vector<Moment> moments = most_telling(review_, kMost);
    for (const Moment& one : moments) {
      std::vector<const Moment*>& stack = stacks[bin_of(one.date)];
      stack.push_back(&one);
      highest = std::max(highest, stack.size());
    }
    constexpr double kTallest = 260;
    constexpr double kLargest = 9;
    const double radius =
        std::min({kLargest, step_ * 0.42, kTallest / (2.3 * static_cast<double>(highest))});
    const double height = radius * 2.3 * static_cast<double>(highest) + 46;
    const double floor = height - 30;
    std::string out = fmt::format(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\"><title>{}</title>\n<path class=\"axis\" "
        "d=\"M{} {}H{}\"/>\n",
        number(kWide),
        number(height),
        safe("The moments of " + name_of(review_.period)),
        number(kSide),
        number(floor),
        number(kWide - kSide));
    labels(out, floor);
    for (std::size_t bin = 0; bin < bins_; ++bin) {
      std::ranges::stable_sort(stacks[bin], {}, [](const Moment* one) {
        return static_cast<int>(family_of(one->kind));
      });
      for (std::size_t i = 0; i < stacks[bin].size(); ++i) {
        const Moment& one = *stacks[bin][i];
        out += fmt::format(
            "<circle class=\"dot {}\" cx=\"{}\" cy=\"{}\" r=\"{}\"><title>{}</title></circle>\n",
            class_of(family_of(one.kind)),
            number(middle(bin)),
            number(floor - radius * 1.5 - 2.3 * radius * static_cast<double>(i), 2),
            number(radius, 2),
            safe(friendly(one.date, review_.period.from) + ": " + one.text));
      }
    }
    return out + "</svg>\n";
  }

 private:
  std::size_t bin_of(Date date) const {
    const int days = std::max(0, days_between(review_.period.from, date));
    return std::min(bins_ - 1, static_cast<std::size_t>(days / bin_days_));
  }
  double middle(std::size_t bin) const { return kSide + step_ * (static_cast<double>(bin) + 0.5); }
  void label(std::string& out, double x, double floor, std::string_view words) const {
    out += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"15\">{}</text>\n",
                       number(x),
                       number(floor + 22),
                       words);
  }
  void labels(std::string& out, double floor) const {
    if (review_.period.kind == PeriodKind::week) {
      constexpr std::array<std::string_view, 7> kDays{
          "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
      for (std::size_t bin = 0; bin < bins_; ++bin) {
        label(out, middle(bin) - 13, floor, kDays.at(bin));
      }
      return;
    }
    if (review_.period.kind == PeriodKind::month) {
      for (std::size_t bin = 0; bin < bins_; bin += 7) {
        label(out, middle(bin) - 4, floor, std::to_string(bin + 1));
      }
      return;
    }
    for (Date month = review_.period.from; month <= review_.period.to;
         month = add_months(month, 1)) {
      const double share = static_cast<double>(days_between(review_.period.from, month)) /
                           (days_between(review_.period.from, review_.period.to) + 1);
      label(out,
            kSide + share * (kWide - 2 * kSide),
            floor,
            friendly(PartialDate{{}, static_cast<unsigned>(month.month()), {}}));
    }
  }

  const Review& review_;
  int bin_days_ = 1;
  std::size_t bins_ = 1;
  double step_ = 1;
};

// --- the network --------------------------------------------------------------------------------

std::string class_of(const network::Community& one) {
  return one.hue == network::kQuietHue
             ? "quiet"
             : fmt::format("h{}s{}", one.hue % network::kHues, one.shade % network::kShades);
}

class Net {
 public:
  Net(const Review& review, const Surroundings& surroundings, bool then)
      : review_(review), network_(*surroundings.network), map_(*surroundings.map), then_(then) {
    for (const PersonRef& person : review.new_people) {
      new_.insert(person.id);
    }
    // Of a crowd, those with the most ties, and who is new.
    std::vector<std::size_t> ties;
    for (const network::Dot& one : map_.dots) {
      ties.push_back(one.ties);
    }
    if (ties.size() > kMostDots) {
      std::ranges::nth_element(
          ties, ties.begin() + static_cast<std::ptrdiff_t>(kMostDots), std::greater<>{});
      least_ties_ = ties[kMostDots] + 1;
    }
  }

  std::string draw() {
    const double width = std::max(map_.most.x - map_.least.x, 60.0);
    const double height = std::max(map_.most.y - map_.least.y, 60.0);
    const double size = std::max(width, height);
    unit_ = size / 480;
    const double margin = 24 * unit_;
    std::string out = fmt::format("<svg viewBox=\"{} {} {} {}\" role=\"img\"><title>{}</title>\n",
                                  number((map_.least.x + map_.most.x) / 2 - size / 2 - margin),
                                  number((map_.least.y + map_.most.y) / 2 - height / 2 - margin),
                                  number(size + 2 * margin),
                                  number(height + 2 * margin),
                                  then_ ? "Whom you knew before" : "Whom you know now");
    ties(out);
    for (std::size_t i = 0; i < map_.dots.size(); ++i) {
      if (is_there(i)) {
        dot(out, i);
      }
    }
    names(out);
    return out + "</svg>\n";
  }

  bool has_anybody() const {
    for (std::size_t i = 0; i < map_.dots.size(); ++i) {
      if (is_there(i)) {
        return true;
      }
    }
    return false;
  }

 private:
  const network::Member& member(std::size_t dot) const {
    return network_.members[map_.dots[dot].member];
  }
  bool is_new(std::size_t dot) const { return new_.contains(member(dot).person.id); }
  bool is_there(std::size_t dot) const {
    if (map_.dots[dot].ties < least_ties_ && !is_new(dot)) {
      return false;
    }
    return !then_ || (member(dot).since < review_.period.from && !is_new(dot));
  }

  void ties(std::string& out) const {
    std::vector<const network::Tie*> drawn;
    for (const network::Tie& tie : map_.ties) {
      if (is_there(tie.a) && is_there(tie.b) && (!then_ || tie.since < review_.period.from)) {
        drawn.push_back(&tie);
      }
    }
    if (drawn.size() > kMostTies) {
      std::ranges::stable_sort(drawn, [](const network::Tie* a, const network::Tie* b) {
        return a->weight > b->weight;
      });
      drawn.resize(kMostTies);
    }
    std::string path;
    for (const network::Tie* tie : drawn) {
      const network::Point& a = map_.dots[tie->a].at;
      const network::Point& b = map_.dots[tie->b].at;
      path += fmt::format("M{} {}L{} {}", number(a.x), number(a.y), number(b.x), number(b.y));
    }
    // The more there are, the fainter each: they add up to about the same grey.
    constexpr double kMany = 600;
    const double opacity =
        0.26 * std::sqrt(std::min(
                   1.0, kMany / static_cast<double>(std::max<std::size_t>(drawn.size(), 1))));
    out += fmt::format("<path class=\"ties\" stroke-width=\"{}\" opacity=\"{}\" d=\"{}\"/>\n",
                       number(unit_ * 0.9, 2),
                       number(opacity, 3),
                       path);
  }

  void dot(std::string& out, std::size_t at) const {
    const network::Dot& one = map_.dots[at];
    const bool fresh = !then_ && is_new(at);
    out += fmt::format(
        "<circle class=\"{}{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"{}><title>{}</title></circle>\n",
        class_of(map_.communities[one.community]),
        fresh ? " new" : "",
        number(one.at.x),
        number(one.at.y),
        number(std::max(one.radius * 0.75, 2.2 * unit_)),
        fresh ? fmt::format(" stroke-width=\"{}\"", number(1.8 * unit_, 2)) : "",
        safe(member(at).person.name));
  }

  /// New people by name, where there is room: none above another.
  void names(std::string& out) const {
    if (then_) {
      return;
    }
    const double size = 13 * unit_;
    const double left = (map_.least.x + map_.most.x) / 2;
    struct Box {
      double x = 0;
      double y = 0;
      double end = 0;
    };
    std::vector<Box> taken;
    for (std::size_t i = 0; i < map_.dots.size() && taken.size() < kMostNames; ++i) {
      if (!is_new(i)) {
        continue;
      }
      const network::Dot& one = map_.dots[i];
      const std::string name = text::shorten(text::clean_line(member(i).person.name), 22);
      const double wide = static_cast<double>(text::display_width(name)) * size * 0.56;
      const bool to_left = one.at.x > left;
      const double gap = one.radius + 4 * unit_;
      const Box box{to_left ? one.at.x - gap - wide : one.at.x + gap,
                    one.at.y,
                    to_left ? one.at.x - gap : one.at.x + gap + wide};
      const bool is_free = std::ranges::none_of(taken, [&](const Box& other) {
        return std::abs(other.y - box.y) < size * 1.15 && other.x < box.end && box.x < other.end;
      });
      if (!is_free) {
        continue;
      }
      taken.push_back(box);
      out += fmt::format(
          "<text class=\"name\" x=\"{}\" y=\"{}\" font-size=\"{}\" stroke-width=\"{}\"{}>{}</text>\n",
          number(to_left ? box.end : box.x),
          number(one.at.y + size * 0.35),
          number(size),
          number(3 * unit_),
          to_left ? " text-anchor=\"end\"" : "",
          safe(name));
    }
  }

  const Review& review_;
  const network::Network& network_;
  const network::Map& map_;
  bool then_;
  std::size_t least_ties_ = 0;
  double unit_ = 1;
  std::set<PersonId> new_{};
};

}  // namespace

std::string picture_of_period(const Review& review) { return Strip{review}.draw(); }

std::string picture_of_network(const Review& review, const Surroundings& surroundings, bool then) {
  return Net{review, surroundings, then}.draw();
}

bool knew_anybody(const Review& review, const Surroundings& surroundings) {
  return Net{review, surroundings, true}.has_anybody();
}

std::string colours_of_network(const Surroundings& surroundings) {
  std::map<std::string, const network::Community*> used;
  for (const network::Community& one : surroundings.map->communities) {
    used.emplace(class_of(one), &one);
  }
  std::string light;
  std::string dark;
  for (const auto& [name, community] : used) {
    const auto rule = [&, &name_ = name, &one = *community](network::Look look) {
      return fmt::format(
          "svg .{}{{fill:{}}}\n",
          name_,
          name_ == "quiet" ? std::string_view{"#8b8a86"} : network::hex(one.hue, one.shade, look));
    };
    light += rule(network::Look::light);
    dark += rule(network::Look::dark);
  }
  return fmt::format("{}@media screen and (prefers-color-scheme: dark){{\n{}}}\n", light, dark);
}

}  // namespace kith::review
