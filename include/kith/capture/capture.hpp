// A plain sentence to the draft of an interaction: "coffee with Ana yesterday at Blue Bottle".
// Pure and deterministic: text, today and a look-up of names in, a draft out.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/capture/people.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/person.hpp>
#include <kith/time/date.hpp>

namespace kith::capture {

/// Bytes [begin, end) of the sentence; empty where a value was not read but assumed.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin == end; }
  bool operator==(const TextSpan&) const = default;
};

/// A value and the words that it was read from.
template <class Value>
struct Read {
  Value value{};
  TextSpan span{};
  bool operator==(const Read&) const = default;
};

enum class Role {
  participant,  ///< was there
  mention       ///< was spoken of
};

/// Somebody whom the sentence names.
struct Who {
  Role role = Role::participant;
  std::string text{};  ///< the name as it was written
  TextSpan span{};
  std::vector<PersonRef> candidates{};  ///< one: known; none: new; several: ambiguous
  std::string why{};                    ///< "full name", "short for Thomas", "typo of Spencer", …
  std::string role_why{};               ///< why somebody was there, or was only spoken of
  bool misspelt = false;                ///< known by a name that is a slip away from `text`

  bool known() const { return candidates.size() == 1; }
  bool is_new() const { return candidates.empty(); }
  bool ambiguous() const { return candidates.size() > 1; }
};

struct DraftFollowUp {
  std::string text{};
  Date due{};
  Owner owed_by = Owner::me;
  std::optional<std::size_t> who{};  ///< index into Draft::people; nothing: nobody is named
  TextSpan span{};
};

struct DraftFact {
  std::string kind = "other";
  std::string text{};
  std::optional<Date> date{};
  std::optional<std::size_t> who{};  ///< as in DraftFollowUp
  TextSpan span{};
};

/// What a sentence says. Everything is an offer: the caller decides about new and ambiguous people.
struct Draft {
  std::string text{};  ///< the sentence, cleaned; spans count its bytes
  Read<Date> date{};   ///< today if the sentence does not say
  std::optional<Read<std::chrono::minutes>> time{};
  std::optional<Read<std::chrono::minutes>> duration{};
  Read<std::string> kind{};   ///< "other" if the sentence does not say
  std::vector<Who> people{};  ///< each once, in the order of the sentence
  std::optional<Read<std::string>> place{};
  std::vector<Read<std::string>> tags{};
  std::vector<DraftFollowUp> follow_ups{};
  std::vector<DraftFact> facts{};
  bool unanswered = false;  ///< "left a voicemail": only one side took part
};

/// The longest sentence read, in bytes.
inline constexpr std::size_t kLongestSentence = 20'000;

/// Reads `sentence`. Never fails for what it does not understand; that stays in the text.
/// Throws DataError if it is empty, longer than kLongestSentence, or names a day that no calendar
/// has (2026-02-30, `on 31 april`).
Draft read_sentence(std::string_view sentence, Date today, const People& people);

/// Why a part of a sentence was read as it was.
struct Explanation {
  std::string part{};  ///< date, time, duration, kind, person, place, tag, follow_up, fact
  TextSpan span{};     ///< empty where nothing says it and a value was assumed
  std::string read_as{};
  std::string why{};
};

/// All parts of a draft, in the order of the sentence; what was assumed comes first.
std::vector<Explanation> explain(const Draft& draft);

}  // namespace kith::capture
