// What the words around a place in a sentence say about whether a name stands there.
#pragma once

#include "capture/sentence.hpp"

namespace kith::capture {

/// How much the words before a place ask for a name.
enum class Slot { none, weak, strong };

Slot slot(const Sentence& sentence, std::size_t at);

/// True if a clause begins at token `at`, so that a capital says nothing.
bool clause_begins(const Sentence& sentence, std::size_t at);

/// A list of names goes on at token `at`: "Ana, Bo", "Ana and Bo", "Ana/Bo", "me and Bo".
bool list_goes_on(const Sentence& sentence, std::size_t at);

/// True if a list of names may end before token `after`: what follows is no verb.
bool list_may_end(const Sentence& sentence, std::size_t after);

/// "call grace tomorrow": a name from `at` to `after`, where an order says whom to call or see.
bool is_called(const Sentence& sentence, std::size_t at, std::size_t after);

/// "Will called", "Sunday rang", "June and me": what comes after a name does what only somebody
/// can do.
bool acts(const Sentence& sentence, std::size_t after);

/// May 3, on Friday, in June: false, for a day, unless it stands where only a person can.
bool calendar_word_is_name(const Sentence& sentence, std::size_t at, std::size_t after);

}  // namespace kith::capture
