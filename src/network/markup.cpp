// Escapes, numbers and captions.
#include "network/markup.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::network {
namespace {

constexpr std::array<std::pair<Ground, std::string_view>, 4> kGroundWords{
    {{Ground::link, "link"},
     {Ground::introduction, "introduced"},
     {Ground::together, "together"},
     {Ground::organisation, "organisation"}}};

/// True if the character of three bytes at `at` is the one named.
bool is_three_bytes(std::string_view text, std::size_t at, std::string_view bytes) {
  return text.substr(at, 3) == bytes;
}

/// Valid UTF-8, whatever came in.
std::string valid(std::string_view text) {
  return text::is_utf8(text) ? std::string{text} : text::clean_text(text);
}

/// The words of people's names, folded: what an anonymous picture may not say.
class NameWords {
 public:
  void add(std::string_view name) {
    for (std::string& word : text::words(text::fold(name))) {
      words_.insert(std::move(word));
    }
  }
  bool has_one_of(std::string_view text) const {
    const auto said = text::words(text::fold(text));
    return std::ranges::any_of(said, [&](const std::string& word) {
      // "Anas Freunde", "Ana's": a name may have an ending.
      return words_.contains(word) ||
             (word.ends_with('s') && words_.contains(word.substr(0, word.size() - 1)));
    });
  }

 private:
  std::set<std::string, std::less<>> words_{};
};

std::string plain_name(std::string_view level, int id) { return fmt::format("{} {}", level, id); }

/// What each of `places` is called.
std::vector<std::string> names_of(const std::vector<Community>& places,
                                  const std::vector<NameWords>& people,
                                  std::string_view level,
                                  bool anonymous) {
  std::vector<std::string> names;
  names.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::string name = text::clean_line(places[i].name);
    if (name.empty() || (anonymous && people[i].has_one_of(name))) {
      name = plain_name(level, places[i].id);
    }
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

std::string xml(std::string_view given) {
  const std::string text = valid(given);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_three_bytes(text, i, "\xEF\xBF\xBE") || is_three_bytes(text, i, "\xEF\xBF\xBF")) {
      i += 2;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\'') {
      out += "&#39;";
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      out += c;
    }
  }
  return out;
}

std::string json(std::string_view given) {
  const std::string line = valid(given);
  std::string out = "\"";
  out.reserve(line.size() + 2);
  for (const char c : line) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '&') {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return text::harmless_json(out += '"');
}

std::string json_or_null(std::string_view text) { return text.empty() ? "null" : json(text); }

std::string number(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  const double rounded = std::round(value * scale) / scale;
  std::string text = fmt::format("{:.{}f}", rounded == 0 ? 0.0 : rounded, decimals);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
      text.pop_back();
    }
  }
  return text;
}

std::string count(std::size_t value) {
  std::string digits = fmt::format("{}", value);
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, 1, ',');
  }
  return digits;
}

std::string counted(std::size_t value, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count(value), value == 1 ? one : many);
}

std::string_view ground_word(const Tie& tie) {
  for (const auto& [ground, word] : kGroundWords) {
    if ((tie.grounds & static_cast<std::uint8_t>(ground)) != 0) {
      return word;
    }
  }
  return kGroundWords.back().second;
}

std::string iso(Date date) { return date.ok() ? to_string(date) : ""; }

Captions captions(const Map& map, const Network& network, const PictureOptions& options) {
  Captions all;
  all.title = text::clean_line(options.title);
  if (all.title.empty()) {
    all.title = "The people I know";
  }
  std::vector<NameWords> in_region(map.regions.size());
  std::vector<NameWords> in_community(map.communities.size());
  all.people.resize(map.dots.size());
  for (std::size_t i = 0; i < map.dots.size(); ++i) {
    const Dot& dot = map.dots[i];
    const std::string& name = network.members[dot.member].person.name;
    if (options.anonymous) {
      in_region[dot.region].add(name);
      in_community[dot.community].add(name);
    } else {
      all.people[i] = text::clean_line(name);
    }
  }
  all.regions = names_of(map.regions, in_region, "Region", options.anonymous);
  all.communities = names_of(map.communities, in_community, "Community", options.anonymous);
  return all;
}

std::string advice(const Map& map) {
  if (map.dots.empty()) {
    return "Nobody is in this picture yet. Add people with `kith add`, or bring them in with "
           "`kith import`.";
  }
  if (map.dots.size() == 1) {
    return "One person so far. A picture grows with the people you log: `kith log coffee with "
           "Ana`.";
  }
  if (map.ties.empty()) {
    return "Nobody is tied to anybody yet. Log what people did together, or say who knows whom "
           "with `kith link`.";
  }
  return "";
}

std::string summary(const Map& map) {
  // Of very many ties only the strongest are drawn; a dot counts them all.
  std::size_t ends = 0;
  for (const Dot& dot : map.dots) {
    ends += dot.ties;
  }
  std::string text =
      counted(map.dots.size(), "person", "people") + " · " + counted(ends / 2, "tie", "ties");
  if (map.day.ok()) {
    std::string day = friendly(PartialDate{map.day});
    for (std::size_t at = day.find(' '); at != std::string::npos; at = day.find(' ', at)) {
      day.replace(at, 1, "\u00A0");  // a day is not broken over two lines
    }
    text += " · " + day;
  }
  return text;
}

}  // namespace kith::network
