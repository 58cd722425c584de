// A calendar that is changed line by line.
#include <algorithm>
#include <sstream>

#include <kith/exchange/ical.hpp>

namespace kith::exchange {
namespace {

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

bool is_property(const std::string& line, std::string_view name) {
  return read_content_line(unfolded(line)).name == name;
}

}  // namespace

IcalFile::IcalFile(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = begin;
    do {
      end = std::min(text.find('\n', end), text.size() - 1) + 1;
    } while (end < text.size() && (text[end] == ' ' || text[end] == '\t'));
    lines_.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  read();
}

void IcalFile::read() {
  components_.clear();
  spans_.clear();
  std::istringstream in(text());
  IcalReader reader(in);
  while (std::optional<IcalComponent> component = reader.next()) {
    if (component->name != "VTIMEZONE") {
      components_.push_back(std::move(*component));
    }
  }
  std::size_t depth = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const ContentLine line = read_content_line(unfolded(lines_[i]));
    const bool is_calendar = line.value.starts_with("VCALENDAR");
    if (line.name == "BEGIN" && !is_calendar && depth++ == 0 &&
        !line.value.starts_with("VTIMEZONE")) {
      spans_.push_back({i + 1, lines_.size()});
    } else if (line.name == "END" && !is_calendar && depth > 0 && --depth == 0 &&
               !spans_.empty() && !line.value.starts_with("VTIMEZONE")) {
      spans_.back().end = i;
    }
  }
}

/// The lines of a component itself, not of its alarms.
std::vector<std::size_t> IcalFile::lines_of(std::size_t index, std::string_view name) const {
  std::vector<std::size_t> found;
  if (index >= spans_.size()) {
    return found;
  }
  std::size_t depth = 0;
  for (std::size_t i = spans_[index].begin; i < spans_[index].end; ++i) {
    if (is_property(lines_[i], "BEGIN")) {
      if (depth++ == 0 && name == "BEGIN") {
        found.push_back(i);
      }
    } else if (is_property(lines_[i], "END") && depth > 0) {
      --depth;
    } else if (depth == 0 && is_property(lines_[i], name)) {
      found.push_back(i);
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
  const bool has_crlf = !lines_.empty() && lines_.front().ends_with("\r\n");
  if (!has_crlf) {
    std::erase(written, '\r');
  }
  const std::vector<std::size_t> there = lines_of(index, property.name);
  if (there.empty()) {
    const std::vector<std::size_t> alarms = lines_of(index, "BEGIN");  // come after all properties
    const std::size_t place = alarms.empty() ? spans_[index].end : alarms.front();
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(place), std::move(written));
  } else {
    lines_[there.front()] = std::move(written);
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
  for (const std::string& line : lines_) {
    all += line;
  }
  return all;
}

}  // namespace kith::exchange
