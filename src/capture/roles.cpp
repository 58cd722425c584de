// Tells participants from mentions by the clause a name is in and the words before it.
#include "capture/roles.hpp"

#include <algorithm>
#include <cctype>

#include <kith/text/fold.hpp>

namespace kith::capture {

namespace {

class RoleFinder {
 public:
  explicit RoleFinder(const Sentence& sentence) : sentence_(sentence) {}

  std::vector<Who> run() {
    for (const Clause& clause : sentence_.clauses) {
      read(clause);
    }
    return std::move(people_);
  }

 private:
  enum class Mood { open, with, about };

  void read(const Clause& clause) {
    Mood mood = Mood::open;
    const bool of_others = clause.role == ClauseRole::remark;
    for (std::size_t at = clause.range.first; at < clause.range.last; ++at) {
      const NameHit* hit = sentence_.name_at(at);
      if (hit != nullptr) {
        if (hit->range.first >= clause.range.first) {
          place(*hit, clause, mood);
        }
        at = hit->range.last - 1;
        continue;
      }
      const Token& token = sentence_.token(at);
      if (token.part != Part::open && token.part != Part::kind) {
        continue;
      }
      if (is(token, WordClass::with) && !of_others) {
        mood = Mood::with;
      } else if (token.is("without")) {
        mood = Mood::about;
      } else if (is(token, WordClass::about) || tells(at)) {
        mood = Mood::about;
      } else if (mood == Mood::with && ends_list(token)) {
        mood = Mood::open;
      }
    }
  }

  // What follows is told. But "told Ana" and "heard from Ana" name who was there.
  bool tells(std::size_t at) const {
    const Token& token = sentence_.token(at);
    const Token& after = sentence_.token(at + 1);
    if (token.is("told")) {
      return is(after, WordClass::first_person);
    }
    return is(token, WordClass::subordinate) && !(token.is("heard") && after.is("from"));
  }

  // "with Ana and her sister for lunch": what follows a list is no longer part of it.
  static bool ends_list(const Token& token) {
    return token.is_word() && !token.is("and") && !is(token, WordClass::article) &&
           !is(token, WordClass::possessive) && !is(token, WordClass::relation) &&
           !is(token, WordClass::title) && !token.is("me") && !token.is("old") &&
           !token.is("new") && !token.is("my");
  }

  void place(const NameHit& hit, const Clause& clause, Mood mood) {
    const bool known = !hit.candidates.empty();
    switch (clause.role) {
      case ClauseRole::event:
        if (mood == Mood::about || is_mention_by_possessive(hit) || is_by_relation(hit, mood)) {
          add(hit, Role::mention);
        } else if (known || took_part(hit, mood)) {
          add(hit, Role::participant);
        }
        return;
      case ClauseRole::narration:
        add(hit,
            mood != Mood::about && took_part(hit, mood) && !is_mention_by_possessive(hit)
                ? Role::participant
                : Role::mention);
        return;
      case ClauseRole::remark:
        add(hit, Role::mention);
        return;
      case ClauseRole::follow_up:
        add(hit, Role::mention);
        return;
    }
  }

  // "met Bo's sister": Bo was not there; "Bo's birthday party": Bo was.
  bool is_mention_by_possessive(const NameHit& hit) const {
    if (!hit.possessive) {
      return false;
    }
    for (std::size_t at = hit.range.last; at < hit.range.last + 3; ++at) {
      const Token& token = sentence_.token(at);
      if (!kind_of_word(token.folded).empty() || token.part == Part::date) {
        return false;
      }
      if (is(token, WordClass::relation)) {
        return true;
      }
    }
    return sentence_.token(hit.range.first).part != Part::place ||
           std::ranges::any_of(sentence_.names, [&](const NameHit& other) {
             return &other != &hit && !other.candidates.empty();
           });
  }

  // "a friend of Bo", "introduced by Bo".
  bool is_by_relation(const NameHit& hit, Mood mood) const {
    const Token& before = sentence_.before(hit.range.first);
    return mood != Mood::with && (before.is("of") || before.is("by") || before.is("like"));
  }

  // A name stands where only somebody who was there can: with X, met X, X rang, an email from X.
  bool took_part(const NameHit& hit, Mood mood) const {
    if (looks_like_abbreviation(hit)) {
      return false;
    }
    if (mood == Mood::with) {
      return true;
    }
    std::size_t at = hit.range.first;
    const Token* before = &sentence_.before(at);
    while (at > 0 && (is(*before, WordClass::relation) || is(*before, WordClass::possessive) ||
                      is(*before, WordClass::article) || before->is("new") || before->is("old") ||
                      is(*before, WordClass::title))) {
      --at;
      before = &sentence_.before(at);
    }
    if (is(*before, WordClass::encounter) || !kind_of_word(before->folded).empty()) {
      return true;
    }
    const Token& further = sentence_.token(at >= 2 ? at - 2 : sentence_.size());
    const bool after_preposition = before->is("from") || before->is("to") || before->is("into") ||
                                   before->is("up") || before->is("by") || before->is("round") ||
                                   before->is("on") || before->is("over");
    if (after_preposition &&
        (is(further, WordClass::encounter) || !kind_of_word(further.folded).empty() ||
         further.is("heard") || further.is("catch") || further.is("next") || further.is("up"))) {
      return true;
    }
    if (before->is_sign(':') && !kind_of_word(further.folded).empty()) {
      return true;
    }
    if (joined_to_participant(at)) {
      return true;
    }
    const Token& after = sentence_.token(hit.range.last);
    return is(after, WordClass::reached) ||
           (after.is("and") &&
            (sentence_.word(hit.range.last + 1, "i") || sentence_.word(hit.range.last + 1, "me")));
  }

  // The next of a list whose first one took part.
  bool joined_to_participant(std::size_t at) const {
    const Token& joiner = sentence_.before(at);
    const bool joins = joiner.is("and") || joiner.is_sign(',') || joiner.is_sign('&') ||
                       joiner.is_sign('/') || joiner.is_sign('+') || joiner.is("n");
    if (!joins || at < 2) {
      return false;
    }
    std::size_t previous = at - 2;
    if (joiner.is("and") && sentence_.token(previous).is_sign(',') && previous > 0) {
      --previous;
    }
    const NameHit* name = sentence_.name_at(previous);
    if (name == nullptr) {
      return sentence_.word(previous, "me") || sentence_.word(previous, "i");
    }
    return std::ranges::any_of(people_, [&](const Who& who) {
      return who.role == Role::participant && who.span == sentence_.span(name->range);
    });
  }

  // HR, IT, BBC: no person, unless we know one who is called that.
  static bool looks_like_abbreviation(const NameHit& hit) {
    return hit.candidates.empty() && hit.name.size() <= 4 &&
           std::ranges::all_of(hit.name, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  void add(const NameHit& hit, Role role) {
    if (hit.candidates.empty() && role == Role::mention) {
      return;
    }
    const auto same = [&](const Who& who) {
      if (hit.candidates.empty() || who.candidates.empty()) {
        return hit.candidates.empty() && who.candidates.empty() &&
               text::fold(who.text) == text::fold(hit.name);
      }
      return who.candidates == hit.candidates ||
             // "Ana Lim … Ana": the second is the first, whoever else is called Ana.
             std::ranges::find(hit.candidates, who.candidates.front()) != hit.candidates.end();
    };
    const auto found = std::ranges::find_if(people_, same);
    if (found == people_.end()) {
      people_.push_back({.role = role,
                         .text = hit.name,
                         .span = sentence_.span(hit.range),
                         .candidates = hit.candidates,
                         .why = hit.why});
      return;
    }
    found->role = std::min(found->role, role);
    if (hit.candidates.size() == 1) {
      found->candidates = hit.candidates;  // "Ana … Ana Lim" says which
    }
  }

  const Sentence& sentence_;
  std::vector<Who> people_{};
};

}  // namespace

std::vector<Who> assign_roles(const Sentence& sentence) { return RoleFinder{sentence}.run(); }

}  // namespace kith::capture
