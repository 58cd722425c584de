// The palette: seen by everybody, on both papers.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "support/catch.hpp"
#include <kith/network/palette.hpp>

using namespace kith::network;

namespace {

using Light = std::array<double, 3>;  // red, green, blue, linear

Light light_of(std::string_view hex_colour) {
  REQUIRE(hex_colour.size() == 7);
  REQUIRE(hex_colour[0] == '#');
  Light light{};
  for (std::size_t i = 0; i < 3; ++i) {
    int value = 0;
    const char* at = hex_colour.data() + 1 + 2 * i;
    REQUIRE(std::from_chars(at, at + 2, value, 16).ptr == at + 2);
    const double share = value / 255.0;
    light[i] = share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  }
  return light;
}

// WCAG 2.2, "contrast ratio".
double contrast(std::string_view one, std::string_view other) {
  const auto luminance = [](const Light& l) {
    return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2];
  };
  const double a = luminance(light_of(one));
  const double b = luminance(light_of(other));
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

using Matrix = std::array<Light, 3>;

// Eyes with all cones, and those that lack one kind: Machado, Oliveira & Fernandes 2009.
const std::array<Matrix, 4> kEyes{{
    {{{{1, 0, 0}}, {{0, 1, 0}}, {{0, 0, 1}}}},
    {{{{0.367322, 0.860646, -0.227968}},
      {{0.280085, 0.672501, 0.047413}},
      {{-0.011820, 0.042940, 0.968881}}}},
    {{{{0.152286, 1.052583, -0.204868}},
      {{0.114503, 0.786281, 0.099216}},
      {{-0.003882, -0.048116, 1.051998}}}},
    {{{{1.255528, -0.076749, -0.178779}},
      {{-0.078411, 0.930809, 0.147602}},
      {{0.004733, 0.691367, 0.303900}}}},
}};

Light times(const Matrix& matrix, const Light& light) {
  Light out{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t i = 0; i < 3; ++i) {
      out[row] += matrix[row][i] * light[i];
    }
  }
  return out;
}

// OKLab, Ottosson 2020.
Light oklab(const Light& light) {
  Light lms = times({{{{0.4122214708, 0.5363325363, 0.0514459929}},
                      {{0.2119034982, 0.6806995451, 0.1073969566}},
                      {{0.0883024619, 0.2817188376, 0.6299787005}}}},
                    light);
  std::ranges::transform(lms, lms.begin(), [](double x) { return std::cbrt(std::max(x, 0.0)); });
  return times({{{{0.2104542553, 0.7936177850, -0.0040720468}},
                 {{1.9779984951, -2.4285922050, 0.4505937099}},
                 {{0.0259040371, 0.7827717662, -0.8086757660}}}},
               lms);
}

double distance(const Matrix& eye, std::string_view one, std::string_view other) {
  const auto seen = [&](std::string_view colour) {
    Light light = times(eye, light_of(colour));
    std::ranges::transform(light, light.begin(), [](double x) { return std::clamp(x, 0.0, 1.0); });
    return oklab(light);
  };
  const Light a = seen(one);
  const Light b = seen(other);
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

}  // namespace

TEST_CASE("every colour of a map stands out from its paper", "[network][palette]") {
  for (const Look look : {Look::dark, Look::light}) {
    for (std::size_t hue = 0; hue < kHues; ++hue) {
      for (std::size_t shade = 0; shade < kShades; ++shade) {
        CAPTURE(hue, shade);
        CHECK(contrast(hex(hue, shade, look), paper(look)) >= 3.0);
      }
    }
    CHECK(contrast(hex(kQuietHue, 0, look), paper(look)) >= 3.0);
    CHECK(contrast(ink(look), paper(look)) >= 7.0);
  }
}

TEST_CASE("no two hues look alike, to eyes of any kind", "[network][palette]") {
  for (const Look look : {Look::dark, Look::light}) {
    for (const Matrix& eye : kEyes) {
      for (std::size_t a = 0; a < kHues; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
          CAPTURE(a, b);
          CHECK(distance(eye, hex(a, 0, look), hex(b, 0, look)) > 0.055);
        }
      }
    }
  }
}

TEST_CASE("a palette that is used up starts again", "[network][palette]") {
  CHECK(hex(kHues + 2, kShades + 1, Look::dark) == hex(2, 1, Look::dark));
  CHECK(hex(kQuietHue, 3, Look::dark) == hex(kQuietHue, 0, Look::dark));
}
