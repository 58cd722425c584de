// Curves and short paths.
#include "network/tie_curve.hpp"

#include <cctype>
#include <cmath>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

namespace kith::network {
namespace {

constexpr double kBow = 0.16;
constexpr double kStream = 0.72;

/// A point between two, `share` of the way.
Point between(Point a, Point b, double share) {
  return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

}  // namespace

Curve TieCurves::of(const Tie& tie) const {
  const Dot& a = map_.dots[tie.a];
  const Dot& b = map_.dots[tie.b];
  if (a.community == b.community) {
    // The quadratic curve of the page, raised to a cubic one.
    const double bow = (tie.a + tie.b) % 2 == 1 ? kBow : -kBow;
    const Point side{(a.at.x + b.at.x) / 2 - (b.at.y - a.at.y) * bow,
                     (a.at.y + b.at.y) / 2 + (b.at.x - a.at.x) * bow};
    return {a.at, between(a.at, side, 2.0 / 3), between(b.at, side, 2.0 / 3), b.at};
  }
  const Point from = places_.middle(a.community);
  const Point to = places_.middle(b.community);
  const double bow = a.community < b.community ? kBow : -kBow;
  const Point side{-(to.y - from.y) * bow, (to.x - from.x) * bow};
  const auto handle = [&](double share) {
    const Point own = between(a.at, b.at, share);
    const Point stream = between(from, to, share);
    return between(own, {stream.x + side.x, stream.y + side.y}, kStream);
  };
  return {a.at, handle(1.0 / 3), handle(2.0 / 3), b.at};
}

Path::Step Path::rounded(Point point) const {
  const double scale = decimals_ == 0 ? 1 : 10;
  return {std::lround(point.x * scale), std::lround(point.y * scale)};
}

void Path::put_number(long value) {
  const std::size_t start = text_.size();
  if (decimals_ == 0 || value % 10 == 0) {
    text_ += fmt::format_int(decimals_ == 0 ? value : value / 10).c_str();
  } else {
    // ".5" rather than "0.5": most of a picture is numbers.
    if (value < 0) {
      text_ += '-';
    }
    if (std::abs(value) >= 10) {
      text_ += fmt::format_int(std::abs(value) / 10).c_str();
    }
    text_ += '.';
    text_ += static_cast<char>('0' + std::abs(value) % 10);
  }
  // A sign ends the number before it; a letter does, too.
  const bool is_ended = start == 0 || text_[start] == '-' ||
                        std::isalpha(static_cast<unsigned char>(text_[start - 1])) != 0;
  if (!is_ended) {
    text_.insert(start, 1, ' ');
  }
}

void Path::put(char command, Step to) {
  if (command != ' ') {
    text_ += command;
  }
  put_number(to.x - at_.x);
  put_number(to.y - at_.y);
}

void Path::add(const Curve& curve) {
  const Step from = rounded(curve.from);
  put('m', from);
  at_ = from;
  put('c', rounded(curve.near_from));
  put(' ', rounded(curve.near_to));
  put(' ', rounded(curve.to));
  at_ = rounded(curve.to);
}

void Path::add(Point dot) {
  put('m', rounded(dot));
  at_ = rounded(dot);
  text_ += "h0";
}

std::string Path::take() {
  at_ = {};
  return std::exchange(text_, {});
}

}  // namespace kith::network
