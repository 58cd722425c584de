// Components out of content lines.
#include <algorithm>
#include <utility>

#include <kith/exchange/ical.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kDeepest = 8;  // components in components; real files have one

std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& c : capitals) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  const auto last = capitals.find_last_not_of(" \t");
  capitals.erase(last == std::string::npos ? 0 : last + 1);
  return capitals;
}

}  // namespace

const ContentLine* IcalComponent::find(std::string_view wanted) const {
  const auto it = std::find_if(properties.begin(), properties.end(), [&](const ContentLine& one) {
    return one.name == wanted;
  });
  return it == properties.end() ? nullptr : &*it;
}

std::string IcalComponent::text(std::string_view wanted) const {
  const ContentLine* property = find(wanted);
  return property == nullptr ? std::string() : unescaped(property->value);
}

std::optional<IcalComponent> IcalReader::next() {
  std::vector<IcalComponent> open;
  const auto close_last = [&](bool is_closed) {
    IcalComponent done = std::move(open.back());
    done.is_closed = is_closed;
    open.pop_back();
    if (!open.empty()) {
      open.back().components.push_back(std::move(done));
      return std::optional<IcalComponent>{};
    }
    return std::optional(std::move(done));
  };
  ContentLine line;
  while (lines_.next(line)) {
    if (line.name == "BEGIN") {
      const std::string name = in_capitals(line.value);
      if (name == "VCALENDAR") {
        is_calendar_ = true;
      } else if (open.size() < kDeepest) {
        open.push_back({.name = name, .line = line.line});
      }
    } else if (line.name == "END") {
      const std::string name = in_capitals(line.value);
      const bool is_known = std::any_of(
          open.begin(), open.end(), [&](const IcalComponent& one) { return one.name == name; });
      const bool ends_all = name == "VCALENDAR";
      while (!open.empty() && (is_known || ends_all)) {
        const bool is_it = open.back().name == name;
        if (std::optional<IcalComponent> done = close_last(is_it)) {
          return done;
        }
        if (is_it) {
          break;
        }
      }
    } else if (!open.empty()) {
      open.back().properties.push_back(std::move(line));
      line = {};
    }
  }
  while (!open.empty()) {
    if (std::optional<IcalComponent> done = close_last(false)) {
      return done;
    }
  }
  return std::nullopt;
}

}  // namespace kith::exchange
