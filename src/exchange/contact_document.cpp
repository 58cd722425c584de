// Names out of parts.
#include "kith/exchange/contact_document.hpp"

#include <algorithm>

#include <kith/text/clean.hpp>

namespace kith::exchange {

std::string NameParts::display() const {
  std::string name;
  for (const std::string* part : {&prefix, &given, &middle, &family}) {
    const std::string clean = text::clean_line(*part);
    if (clean.empty()) {
      continue;
    }
    name += (name.empty() ? "" : " ") + clean;
  }
  if (const std::string clean = text::clean_line(suffix); !clean.empty()) {
    name += (name.empty() ? "" : ", ") + clean;
  }
  return name;
}

std::string plain_tag(std::string_view text) {
  std::string tag = text::clean_line(text);
  tag = text::clean_line(tag.substr(tag.starts_with('#') ? 1 : 0));
  std::replace(tag.begin(), tag.end(), ' ', '-');
  return tag;
}

std::string_view word(Remark::Kind kind) {
  switch (kind) {
    case Remark::Kind::skipped:
      return "skipped";
    case Remark::Kind::repeated:
      return "repeated";
    case Remark::Kind::warning:
      break;
  }
  return "warning";
}

}  // namespace kith::exchange
