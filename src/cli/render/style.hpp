// Sober colour: names stand out, details step back; nothing where no colour is wanted.
#pragma once

#include <string>
#include <string_view>

namespace kith::cli {

class Style {
 public:
  explicit Style(bool colored) : colored_(colored) {}
  std::string bold(std::string_view text) const { return wrapped("1", text); }
  std::string dim(std::string_view text) const { return wrapped("2", text); }
  std::string day(std::string_view text) const { return wrapped("36", text); }
  std::string place(std::string_view text) const { return wrapped("32", text); }
  std::string tag(std::string_view text) const { return wrapped("35", text); }
  std::string warm(std::string_view text) const { return wrapped("33", text); }

 private:
  std::string wrapped(std::string_view code, std::string_view text) const {
    if (!colored_ || text.empty()) {
      return std::string{text};
    }
    return "\x1b[" + std::string{code} + "m" + std::string{text} + "\x1b[0m";
  }

  bool colored_;
};

}  // namespace kith::cli
