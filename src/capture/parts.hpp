// Kind, place, tags, and whether anybody answered.
#pragma once

#include "capture/sentence.hpp"

namespace kith::capture {

std::vector<Read<std::string>> find_tags(Sentence& sentence);

/// The place; names that turn out to belong to it ("at Cafe Rosa") are taken off sentence.names.
/// To be asked before clauses are found.
std::optional<Read<std::string>> find_place(Sentence& sentence);

/// Drops a place that only belongs to a remark or to something to do.
bool is_place_of_event(const Sentence& sentence, TextSpan place);

/// The kind; "other" without a span if nothing says it.
Read<std::string> find_kind(const Sentence& sentence);

bool is_unanswered(const Sentence& sentence);

/// True if token `at` comes after "about", "that" and the like within its clause: told, not done.
bool is_told(const Sentence& sentence, std::size_t at);

}  // namespace kith::capture
