// A phrase as tokens with their meanings, and the numbers and calendar days written out in it.
// What is relative to today is read in relative.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/lexicon.hpp"
#include "time/tokens.hpp"
#include <kith/time/date.hpp>

namespace kith {

/// Is the text nothing but the phrase, or a sentence that may begin with one? In a sentence a word
/// that may mean something else needs company before it counts as a date.
enum class Scope { whole, sentence };

class Phrase {
 public:
  Phrase(std::string_view text, Scope scope);

  /// The token at `index`; beyond the last one, a token of no kind but Kind::end.
  const Token& token(std::size_t index) const;
  const Meaning& meaning(std::size_t index) const;
  bool is(std::size_t index, Role role) const { return meaning(index).role == role; }
  bool is_whole() const { return scope_ == Scope::whole; }

  /// `index`, or the one after it if a `role` stands there.
  std::size_t skip(std::size_t index, Role role) const {
    return is(index, role) ? index + 1 : index;
  }
  std::size_t skip_sign(std::size_t index, char sign) const {
    return token(index).is_sign(sign) ? index + 1 : index;
  }

  /// True if a phrase may end before token `index`: not in the middle of a word, number or address.
  bool may_end_at(std::size_t index) const;
  /// True if nothing but full stops and commas follows.
  bool ends_at(std::size_t index) const;
  /// True if what follows is no noun that a number before it would count: "the 3rd floor".
  bool nothing_counted_at(std::size_t index) const;

 private:
  std::vector<Token> tokens_;
  std::vector<Meaning> meanings_;
  Scope scope_;
};

struct Number {
  int value = 0;
  std::size_t next = 0;  ///< the token after it
};

/// A count in digits or words: `3`, `three`, `twenty-one`, `a`, `a couple of`, `a few`.
std::optional<Number> read_count(const Phrase& phrase, std::size_t at);

/// A day of the month: `3`, `3rd`, `third`. Not yet checked against any month.
struct DayNumber {
  unsigned value = 0;
  std::size_t next = 0;
  bool is_ordinal = false;
};
std::optional<DayNumber> read_day_number(const Phrase& phrase, std::size_t at);

/// A day as it was written out. A `why` says that it is no readable day.
struct Written {
  std::optional<int> year{};
  unsigned month = 0;
  unsigned day = 0;
  std::size_t next = 0;
  std::string why{};
  std::string hint{};
};

/// `nov 3`, `3rd of november, 2025`, `3-Nov-2025`.
std::optional<Written> read_named_month(const Phrase& phrase, std::size_t at);

/// `2026-11-03`, `2026/11/03`, `20261103`, `3.11.2026`, `3.11.`, `25/12/2026`. In a sentence, a day
/// and month without a year only where `is_introduced`: "3.11." may be a price.
std::optional<Written> read_numbers(const Phrase& phrase, std::size_t at, bool is_introduced);

}  // namespace kith
