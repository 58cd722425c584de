// Columns of people, a row of ties per person, the places they lie in.
#include "network/page_data.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>

namespace kith::network {
namespace {

constexpr std::size_t kLongestName = 120;
constexpr std::size_t kLongestRemark = 200;

/// `[f(0),f(1),…]`
template <typename F>
std::string column(std::size_t size, F&& f) {
  std::string out = "[";
  for (std::size_t i = 0; i < size; ++i) {
    if (i != 0) {
      out += ',';
    }
    out += f(i);
  }
  return out += ']';
}

std::string whole(double value) { return fmt::format("{}", std::lround(value)); }

/// Days since 1970; null if the day is not known.
std::string day(Date date) { return date.ok() ? fmt::format("{}", to_day_number(date)) : "null"; }

std::string day(const std::optional<Date>& date) { return date ? day(*date) : "null"; }

/// Months since the year 0; 0 if the day is not known, so that it counts as always.
std::string month(Date date) {
  return date.ok() ? fmt::format("{}",
                                 static_cast<int>(date.year()) * 12 +
                                     static_cast<int>(static_cast<unsigned>(date.month())) - 1)
                   : "0";
}

/// Words that many people share, each of them once; place 0 is the empty one.
class Words {
 public:
  std::string place(std::string_view word) {
    const std::string said = text::shorten(text::clean_line(word), kLongestRemark);
    const auto [at, is_new] = places_.emplace(said, list_.size());
    if (is_new) {
      list_.push_back(said);
    }
    return fmt::format("{}", at->second);
  }
  std::string all() const {
    return column(list_.size(), [&](std::size_t i) { return json(list_[i]); });
  }

 private:
  std::map<std::string, std::size_t> places_{{"", 0}};
  std::vector<std::string> list_{""};
};

std::string place(const Community& community, const std::string& name) {
  const auto colour = [&](Look look) { return json(hex(community.hue, community.shade, look)); };
  return fmt::format("[{},{},{},{}",
                     json(text::shorten(name, kLongestName)),
                     colour(Look::dark),
                     colour(Look::light),
                     community.people);
}

std::string people(const Map& map, const Network& network, const Captions& says, bool anonymous) {
  const std::size_t n = map.dots.size();
  const auto& dots = map.dots;
  const auto member = [&](std::size_t i) -> const Member& {
    return network.members[map.dots[i].member];
  };
  std::string out = "{\"x\":" + column(n, [&](std::size_t i) { return whole(dots[i].at.x * 10); });
  out += ",\"y\":" + column(n, [&](std::size_t i) { return whole(dots[i].at.y * 10); });
  out += ",\"r\":" + column(n, [&](std::size_t i) { return whole(dots[i].radius * 10); });
  out += ",\"community\":" +
         column(n, [&](std::size_t i) { return fmt::format("{}", dots[i].community); });
  out += ",\"ties\":" + column(n, [&](std::size_t i) { return fmt::format("{}", dots[i].ties); });
  out += ",\"order\":" +
         column(n, [&](std::size_t i) { return fmt::format("{}", dots[i].label_order); });
  out += ",\"bridge\":" + column(n, [&](std::size_t i) { return dots[i].bridge ? "1" : "0"; });
  out += ",\"since\":" + column(n, [&](std::size_t i) { return day(member(i).since); });
  if (!anonymous) {
    Words words;
    out += ",\"name\":" + column(n, [&](std::size_t i) {
             return json(text::shorten(says.people[i], kLongestName));
           });
    out += ",\"last\":" + column(n, [&](std::size_t i) { return day(member(i).last_seen); });
    out += ",\"org\":" + column(n, [&](std::size_t i) { return words.place(member(i).org); });
    out += ",\"city\":" + column(n, [&](std::size_t i) { return words.place(member(i).city); });
    out += ",\"met\":" + column(n, [&](std::size_t i) { return words.place(member(i).met); });
    out += ",\"words\":" + words.all();
  }
  return out += '}';
}

std::string ties(const Map& map) {
  const std::size_t m = map.ties.size();
  const auto& all = map.ties;
  std::string out = "{\"a\":" + column(m, [&](std::size_t i) {
                      return fmt::format("{}", long{all[i].a} - (i == 0 ? 0 : long{all[i - 1].a}));
                    });
  out += ",\"b\":" + column(m, [&](std::size_t i) { return fmt::format("{}", all[i].b); });
  out += ",\"weight\":" + column(m, [&](std::size_t i) {
           return whole(std::clamp(all[i].weight * 100, 1.0, 100'000.0));
         });
  out += ",\"since\":" + column(m, [&](std::size_t i) { return month(all[i].since); });
  out += ",\"grounds\":" +
         column(m, [&](std::size_t i) { return fmt::format("{}", unsigned{all[i].grounds}); });
  return out += '}';
}

}  // namespace

std::string page_data(const Map& map,
                      const Network& network,
                      const PictureOptions& options,
                      const Captions& says) {
  std::string out = "{\"title\":" + json(says.title);
  out += ",\"look\":" + (options.look ? json(*options.look == Look::dark ? "dark" : "light")
                                      : std::string{"null"});
  out += ",\"anonymous\":";
  out += options.anonymous ? "true" : "false";
  out += ",\"advice\":" + json_or_null(advice(map));
  out += ",\"day\":" + day(map.day);
  out += ",\"you\":" + (map.you ? fmt::format("[{},{}]", number(map.you->x), number(map.you->y))
                                : std::string{"null"});
  out += ",\"regions\":" + column(map.regions.size(), [&](std::size_t i) {
           // Those who belong nowhere are no place on the map.
           const bool is_quiet = map.regions[i].hue == kQuietHue;
           return place(map.regions[i], says.regions[i]) + (is_quiet ? ",1]" : ",0]");
         });
  const auto region_of = [&](const Community& community) {
    const auto at = std::ranges::find(map.regions, community.region, &Community::id);
    return at - map.regions.begin();
  };
  out += ",\"communities\":" + column(map.communities.size(), [&](std::size_t i) {
           return place(map.communities[i], says.communities[i]) +
                  fmt::format(",{}]", region_of(map.communities[i]));
         });
  out += ",\n\"people\":" + people(map, network, says, options.anonymous);
  out += ",\n\"ties\":" + ties(map);
  return out += '}';
}

}  // namespace kith::network
