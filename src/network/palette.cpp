// The colours themselves: worked out once, by the rules that palette.hpp names, and written down.
#include <array>

#include <kith/network/palette.hpp>

namespace kith::network {

namespace {

using Shades = std::array<std::string_view, kShades>;
using Hues = std::array<Shades, kHues>;

constexpr Hues kDark{{
    {{"#8fcafe", "#baddfd", "#73b6ee", "#62a4dc"}},  // blue
    {{"#db450f", "#ec633a", "#fe764e", "#fe9475"}},  // vermilion
    {{"#098ac5", "#109fe2", "#13b1fb", "#5ac0fd"}},  // sky
    {{"#ad9e00", "#c1b235", "#978a0c", "#d2c44b"}},  // olive
    {{"#fe8ab5", "#fdafca", "#e37aa1", "#fecbdb"}},  // rose
    {{"#9b8eff", "#afa8ff", "#8876f2", "#c1befe"}},  // indigo
    {{"#bb5d9a", "#cd75ad", "#df86be", "#f095ce"}},  // wine
    {{"#13be76", "#49d28d", "#07a767", "#5fe49e"}},  // green
    {{"#fac952", "#fee2a4", "#e1b54a", "#cfa435"}},  // orange
    {{"#55ffca", "#39e9b5", "#0cd6a4", "#16c496"}},  // teal
}};

constexpr Hues kLight{{
    {{"#358bf2", "#2977d4", "#1366c1", "#0458ac"}},  // blue
    {{"#cb6a52", "#b05944", "#9e4934", "#8e3b26"}},  // vermilion
    {{"#0b6496", "#0877b3", "#07517b", "#2788c5"}},  // sky
    {{"#705f06", "#867203", "#5c4d04", "#998200"}},  // olive
    {{"#7b146f", "#8d327f", "#640159", "#9e4390"}},  // rose
    {{"#6229a9", "#7244b8", "#4f188e", "#8255ca"}},  // indigo
    {{"#974267", "#a9597a", "#7f3355", "#bb698a"}},  // wine
    {{"#065831", "#036d3e", "#024425", "#1c7e4c"}},  // green
    {{"#a36a0a", "#bd7c07", "#8b5905", "#764c04"}},  // orange
    {{"#12897f", "#079f94", "#0a746c", "#02625b"}},  // teal
}};

}  // namespace

std::string_view hex(std::size_t hue, std::size_t shade, Look look) {
  if (hue == kQuietHue) {
    return look == Look::dark ? "#868d9b" : "#7c8290";
  }
  const Hues& hues = look == Look::dark ? kDark : kLight;
  return hues[hue % kHues][shade % kShades];
}

std::string_view paper(Look look) { return look == Look::dark ? "#14161c" : "#ffffff"; }

std::string_view ink(Look look) { return look == Look::dark ? "#f2f3f5" : "#16181d"; }

}  // namespace kith::network
