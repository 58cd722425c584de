// A calendar file (RFC 5545) that can be changed property by property and stays byte for byte what
// it was everywhere else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/content_line.hpp>

namespace kith::exchange {

/// A component of a calendar: an event, a to-do, a journal entry; without its alarms.
struct IcalComponent {
  std::string name{};  ///< "VTODO", in capitals
  std::vector<ContentLine> properties{};
  bool is_closed = false;  ///< its END is there

  /// The first property of that name (in capitals); nullptr if there is none.
  const ContentLine* find(std::string_view wanted) const;
  /// That property's value without escapes; empty if there is none.
  std::string text(std::string_view wanted) const;
};

class IcalFile {
 public:
  explicit IcalFile(std::string_view text);

  /// The components of the calendar but for time zones, in order. None: the file is something else.
  const std::vector<IcalComponent>& components() const { return components_; }

  /// Puts `property` in the place of the first of its name in component `index`, or at its end.
  void set(std::size_t index, const ContentLine& property);
  /// Takes every property of that name out of component `index`.
  void unset(std::size_t index, std::string_view name);

  std::string text() const;

 private:
  struct Line {
    std::string bytes{};  // with its folding and end
    ContentLine parsed{};
  };
  struct Span {
    std::size_t begin = 0;  // the line after BEGIN
    std::size_t end = 0;    // the line of END
  };
  static Line parsed(std::string bytes);
  void read();
  std::vector<std::size_t> lines_of(std::size_t index, std::string_view name) const;

  std::vector<Line> lines_{};  // logical ones
  std::vector<IcalComponent> components_{};
  std::vector<Span> spans_{};
};

}  // namespace kith::exchange
