// Circles: how close a person is; and cadence: how long you want to go without an interaction.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <kith/time/span.hpp>

namespace kith {

enum class Circle { inner, close, friends, wider };

inline constexpr std::array kCircles{Circle::inner, Circle::close, Circle::friends, Circle::wider};

/// inner, close, friend, wider
std::string_view to_string(Circle circle);

/// Reads a circle's word, in either case; nothing if it is none.
std::optional<Circle> parse_circle(std::string_view word);

/// How long to go, at most, without an interaction: a whole number of days, 1 to 36,525.
class Cadence {
 public:
  /// Throws DataError if it is less than a day or more than a hundred years.
  explicit Cadence(int days);
  explicit Cadence(Span span) : Cadence(span.in_days()) {}
  int days() const { return days_; }
  bool operator==(const Cadence&) const = default;

 private:
  int days_;
};

/// A circle's own cadence: inner 7, close 30, friend 91, wider 365 days.
/// Source: contact rates by layer, Dunbar 2018.
Cadence default_cadence(Circle circle);

}  // namespace kith
