// How often you are in touch: when in the year and in the week, how much your rhythms ask for
// beside what comes about, which other rhythms would fit, and how the layers of people fill.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include <kith/domain/circle.hpp>
#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith {

struct MonthCount {
  std::chrono::year_month month{};
  std::size_t interactions = 0;
};

/// A rhythm that would fit what you do.
struct RhythmOffer {
  PersonRef person{};
  std::optional<Cadence> now{};     ///< the one in force; nothing: none yet
  std::optional<int> about_days{};  ///< how often you are in touch; nothing: not within a year
  Span every{};                     ///< what is offered
};

/// How many people a layer holds, those of the nearer layers among them.
/// Sources: the layers of 5, 15, 50 and 150 and their rates, Dunbar 2018; that the nearest take
/// most of the time there is, Saramäki et al. 2014.
struct LayerCount {
  Circle circle{};
  std::size_t many_have = 0;  ///< 5, 15, 50, 150
  std::size_t chosen = 0;     ///< in this circle or a nearer one
  std::size_t seen = 0;       ///< seen as often as that in the last half-year (wider: year)
};

struct Rhythms {
  Date since{};                           ///< the first day of the first month
  std::vector<MonthCount> months{};       ///< twelve, the present one last
  std::array<std::size_t, 7> weekdays{};  ///< of the same time, Monday first
  double asked_a_week = 0;                ///< the sum of 7/c over all who have a rhythm
  double made_a_week = 0;                 ///< how many of these come about, lately
  std::vector<RhythmOffer> looser{};      ///< where more is asked than comes about
  std::vector<RhythmOffer> fitting{};     ///< for people whom you see often, without a rhythm
  std::array<LayerCount, 4> layers{};

  /// True if nearly all that is asked comes about.
  bool are_kept() const { return made_a_week >= 0.8 * asked_a_week; }
};

/// Reads the last year of the log, of which only what counts (both took part) matters. The
/// archived, the former and the dead are left out of everything but the counts by month and
/// weekday; nothing is offered for the paused and those who rest, and their rhythms ask for
/// nothing.
Rhythms read_rhythms(Store& store);

/// The layer that somebody is in by the days on which you were in touch (day numbers, ascending):
/// as often in the last 26 weeks as the circle's cadence asks, or once in the last year for the
/// wider one; nothing if not even that.
std::optional<Circle> layer_by_rate(const std::vector<int>& days, int today);

}  // namespace kith
