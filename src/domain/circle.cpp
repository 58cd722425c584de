// The four circles, and cadences.
#include <fmt/format.h>

#include <kith/domain/circle.hpp>
#include <kith/error.hpp>
#include <kith/text/fold.hpp>

namespace kith {

std::string_view to_string(Circle circle) {
  switch (circle) {
    case Circle::inner:
      return "inner";
    case Circle::close:
      return "close";
    case Circle::friends:
      return "friend";
    case Circle::wider:
      return "wider";
  }
  return "wider";
}

std::optional<Circle> parse_circle(std::string_view word) {
  const std::string folded = text::fold(word);
  for (const Circle circle : kCircles) {
    if (folded == to_string(circle)) {
      return circle;
    }
  }
  return std::nullopt;
}

Cadence::Cadence(int days) : days_(days) {
  constexpr int kHundredYears = 36'525;
  if (days < 1 || days > kHundredYears) {
    throw DataError(fmt::format("{} days: a cadence is from 1 day to 100 years", days),
                    "write it like 30d, 6w, 3m or 1y");
  }
}

Cadence default_cadence(Circle circle) {
  switch (circle) {
    case Circle::inner:
      return Cadence{7};
    case Circle::close:
      return Cadence{30};
    case Circle::friends:
      return Cadence{91};
    case Circle::wider:
      return Cadence{365};
  }
  return Cadence{365};
}

}  // namespace kith
