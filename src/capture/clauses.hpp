// What each part of a sentence is for: what happened, what was said, what is to do.
#pragma once

#include "capture/sentence.hpp"

namespace kith::capture {

/// Fills sentence.clauses. Names and dates must have been found.
void find_clauses(Sentence& sentence);

/// And, then, so, but, also: words that a clause may begin with.
bool is_filler(const Token& token);

/// How a clause that is to be done begins: the token of its verb, who owes it, and whether words
/// like "remind me to" leave no doubt. Nothing if it is no such clause.
struct PromiseOpening {
  std::size_t verb = 0;
  Owner owed_by = Owner::me;
  bool strong = false;
  bool by_others = false;  ///< says what they will do, or asked me to do
};
std::optional<PromiseOpening> promise_opening(const Sentence& sentence, TokenRange range);

/// The day a clause is to be done by: its first date phrase that lies ahead (or is today).
const DatePhrase* day_ahead(const Sentence& sentence, TokenRange range);

/// "she told me over dinner", "he said grace before lunch": a kind, though it comes after what was
/// said.
bool is_over_a_meal(const Sentence& sentence, std::size_t at);

/// "he told me on the phone", "told us over dinner", where `told` is the token of "told": how we
/// were in touch.
bool is_told_by_phone(const Sentence& sentence, std::size_t told);

/// True if token `at` is a pronoun that only somebody who was there can have: "lunch with her",
/// "called him", "she rang"; not "with her mother". `with`: the token stands in a list after
/// "with".
bool is_contact_pronoun(const Sentence& sentence, std::size_t at, bool with);

/// "Emeka introduced me to Thandiwe", "… to her cousin Tiago": the name at `at` is of somebody who
/// was there too.
bool was_introduced_to_me(const Sentence& sentence, std::size_t at);

/// "said hello to Ana", "waved goodbye to Bo" at `at`, a word that else begins what was told.
bool is_greeting(const Sentence& sentence, std::size_t at);

/// "left Gene a voicemail", where `at` is the word after "left".
bool is_left_message(const Sentence& sentence, std::size_t at);

/// "didn't see Ana", "missed Bo", "hope to meet Bo": the name at `at` is of somebody whom the
/// verb before it says was not met, or not yet.
bool is_not_met(const Sentence& sentence, std::size_t at);

/// "Bo cancelled", "Bo didn't show up", "Bo stood me up": named, but not there.
bool stayed_away(const Sentence& sentence, const NameHit& hit);

/// "Bo's birthday is on dec 3": about a day, not of it.
bool tells_of_occasion(const Sentence& sentence, TokenRange range);

/// True if the clause speaks of others: she, his, Ana + verb.
bool tells_of_others(const Sentence& sentence, TokenRange range);

}  // namespace kith::capture
