// What single words mean in a date: the words themselves are a table, so another language is data.
#pragma once

#include <string_view>

namespace kith {

/// What a word does in a phrase. What `value` is, stands behind each.
enum class Role {
  none,
  day,             // days from today
  day_part,        // 1 if it names the night or the evening: "last night" was yesterday
  weekday,         // 0 for Monday to 6
  weekend,         //
  month,           // 1 to 12
  season,          //
  unit,            // a Unit
  clock_unit,      // minutes; 0 for seconds
  rhythm,          // months, or negated days: "weekly" is -7
  number,          // itself
  few,             // itself: "a couple of", "a few"
  article,         // 1: "a week ago"
  half,            //
  ordinal,         // itself: "third"
  ordinal_suffix,  //
  direction,       // -1 last, 0 this, 1 next, 2 coming
  edge,            // 0 start, 1 middle, 2 end
  ago,
  hence,
  now,
  the,
  on,
  at,
  in,
  of,
  from,
  after,
  before,
  time,
  about,
  or_,
  and_,
  every,
  other,
  early_or_late,
  holiday,     // its place in the table of holidays
  small_word,  // goes on with the sentence: "the 3rd with Ada", but not "the 3rd floor"
};

enum class Unit { day, week, fortnight, month, quarter, half_year, year };

struct Meaning {
  Role role = Role::none;
  int value = 0;
  /// It is also an everyday word or a name ("sat", "sun", "may"), so it wants company to be a date.
  bool is_ambiguous = false;
};

/// What `folded`, one word folded, means; Role::none if it is no word of dates. One typing mistake
/// in a word of five letters or more is forgiven where that makes no other word or name.
Meaning meaning_of(std::string_view folded);

}  // namespace kith
