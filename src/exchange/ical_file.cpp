// A calendar that is changed line by line.
#include <algorithm>

#include <kith/exchange/ical.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::string_view kTimeZone = "vtimezone";

std::string unfolded(std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\r' || line[i] == '\n') {
      i += line[i] == '\r' && i + 1 < line.size() && line[i + 1] == '\n' ? 1 : 0;
      ++i;  // the blank that begins a continued line
    } else {
      text += line[i];
    }
  }
  return text;
}

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
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

IcalFile::IcalFile(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = begin;
    do {
      end = std::min(text.find('\n', end), text.size() - 1) + 1;
    } while (end < text.size() && (text[end] == ' ' || text[end] == '\t'));
    lines_.push_back(parsed(std::string(text.substr(begin, end - begin))));
    begin = end;
  }
  read();
}

IcalFile::Line IcalFile::parsed(std::string bytes) {
  ContentLine line = read_content_line(unfolded(bytes));
  return {std::move(bytes), std::move(line)};
}

void IcalFile::read() {
  components_.clear();
  spans_.clear();
  bool is_calendar = false;
  std::size_t depth = 0;
  bool is_wanted = false;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const ContentLine& line = lines_[i].parsed;
    const bool begins = line.name == "BEGIN";
    const std::string what = begins || line.name == "END" ? text::fold(line.value) : std::string();
    if (what == "vcalendar") {
      is_calendar = begins;
      depth = 0;  // whatever was not ended before
    } else if (begins && is_calendar) {
      if (depth++ == 0) {
        is_wanted = what != kTimeZone;
        if (is_wanted) {
          components_.push_back({.name = in_capitals(what)});
          spans_.push_back({i + 1, lines_.size()});
        }
      }
    } else if (!what.empty() && depth > 0) {
      if (--depth == 0 && is_wanted) {
        components_.back().is_closed = in_capitals(what) == components_.back().name;
        spans_.back().end = i;
      }
    } else if (depth == 1 && is_wanted) {
      components_.back().properties.push_back(line);
    }
  }
}

/// The lines of a component itself, not of its alarms; of these, the first of BEGIN.
std::vector<std::size_t> IcalFile::lines_of(std::size_t index, std::string_view name) const {
  std::vector<std::size_t> found;
  if (index >= spans_.size()) {
    return found;
  }
  std::size_t depth = 0;
  for (std::size_t i = spans_[index].begin; i < spans_[index].end; ++i) {
    const std::string& here = lines_[i].parsed.name;
    if (depth == 0 && here == name) {
      found.push_back(i);
    }
    if (here == "BEGIN") {
      ++depth;
    } else if (here == "END" && depth > 0) {
      --depth;
    }
  }
  return found;
}

void IcalFile::set(std::size_t index, const ContentLine& property) {
  if (index >= spans_.size()) {
    return;
  }
  std::string written;
  write_folded(written, to_text(property));
  if (!lines_.front().bytes.ends_with("\r\n")) {
    std::erase(written, '\r');
  }
  const std::vector<std::size_t> there = lines_of(index, property.name);
  if (there.empty()) {
    const std::vector<std::size_t> alarms = lines_of(index, "BEGIN");  // come after all properties
    const std::size_t place = alarms.empty() ? spans_[index].end : alarms.front();
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(place), parsed(std::move(written)));
  } else {
    lines_[there.front()] = parsed(std::move(written));
  }
  read();
}

void IcalFile::unset(std::size_t index, std::string_view name) {
  const std::vector<std::size_t> there = lines_of(index, name);
  for (auto it = there.rbegin(); it != there.rend(); ++it) {
    lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(*it));
  }
  read();
}

std::string IcalFile::text() const {
  std::string all;
  for (const Line& line : lines_) {
    all += line.bytes;
  }
  return all;
}

}  // namespace kith::exchange
