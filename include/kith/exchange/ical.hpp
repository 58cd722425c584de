// iCalendar (RFC 5545), read: components with their properties, and a file that can be changed
// property by property and stays byte for byte what it was everywhere else.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/content_line.hpp>

namespace kith::exchange {

/// A component of a calendar: an event, a to-do, a journal entry.
struct IcalComponent {
  std::string name{};  ///< "VTODO", in capitals
  std::size_t line = 0;
  std::vector<ContentLine> properties{};
  std::vector<IcalComponent> components{};  ///< alarms and the like
  bool is_closed = false;                   ///< its END is there

  /// The first property of that name (in capitals); nothing if there is none.
  const ContentLine* find(std::string_view wanted) const;
  /// That property's value without escapes; empty if there is none.
  std::string text(std::string_view wanted) const;
};

/// Reads the components of a calendar one by one, of several calendars in a file one after the
/// other. What stands outside of any component is passed over.
class IcalReader {
 public:
  /// Reads from `in`, which outlives the reader.
  explicit IcalReader(std::istream& in) : lines_(in) {}

  /// The next component; nothing at the end. Throws StoreError where reading fails.
  std::optional<IcalComponent> next();
  /// True once a BEGIN:VCALENDAR was seen: otherwise the file is something else.
  bool is_calendar() const { return is_calendar_; }

 private:
  ContentLineReader lines_;
  bool is_calendar_ = false;
};

/// A calendar of a few components, to be changed. A property that is not touched keeps its bytes,
/// its folding and its place.
class IcalFile {
 public:
  explicit IcalFile(std::string_view text);

  /// The components of the calendar but for time zones, in order.
  const std::vector<IcalComponent>& components() const { return components_; }

  /// Puts `property` in the place of the first of its name in component `index`, or at its end.
  void set(std::size_t index, const ContentLine& property);
  /// Takes every property of that name out of component `index`.
  void unset(std::size_t index, std::string_view name);

  std::string text() const;

 private:
  struct Span {
    std::size_t begin = 0;  // the line after BEGIN
    std::size_t end = 0;    // the line of END
  };
  void read();
  std::vector<std::size_t> lines_of(std::size_t index, std::string_view name) const;

  std::vector<std::string> lines_{};  // logical lines, with their folding and ends
  std::vector<IcalComponent> components_{};
  std::vector<Span> spans_{};
};

}  // namespace kith::exchange
