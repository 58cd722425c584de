// Tells participants from mentions by the clause a name is in and the words before it.
#include "capture/roles.hpp"

#include <algorithm>
#include <array>

#include "capture/clauses.hpp"
#include "capture/take_in.hpp"
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
    take_in(sentence_, pronouns_, people_);
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
      if (is_contact_pronoun(sentence_, at, mood == Mood::with)) {
        pronouns_.push_back(at);
      }
      if (is(token, WordClass::with) && !of_others) {
        mood = Mood::with;
      } else if (token.is("without")) {
        mood = Mood::about;
      } else if (token.is("by") && sentence_.is(at - 1, WordClass::reached)) {
        mood = Mood::open;  // "stopped by Ana's"
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
    const Token& before = sentence_.before(at);
    if (token.is("say") && before.is("to")) {
      return true;  // "texted to say Paul is ill"
    }
    if (token.is("but") && (before.is("everyone") || before.is("everybody") || before.is("all") ||
                            before.is("nobody"))) {
      return true;  // "everyone but Paul"
    }
    return is(token, WordClass::subordinate) && !(token.is("heard") && after.is("from")) &&
           !is_greeting(sentence_, at);
  }

  // "with Ana and her sister for lunch": what follows a list is no longer part of it.
  static bool ends_list(const Token& token) {
    return token.is_word() && !token.is("and") && !is(token, WordClass::article) &&
           !is(token, WordClass::possessive) && !is(token, WordClass::relation) &&
           !is(token, WordClass::title) && !token.is("me") && !token.is("old") &&
           !token.is("new") && !token.is("my");
  }

  // In words, where a name stands.
  std::string_view reason(const NameHit& hit, const Clause& clause, Mood mood) const {
    if (mood == Mood::with) {
      return "named after \"with\"";
    }
    if (mood == Mood::about) {
      return "comes after \"about\" or the like";
    }
    if (hit.possessive) {
      return "a possessive";
    }
    switch (clause.role) {
      case ClauseRole::event:
        return "named where it says what happened";
      case ClauseRole::narration:
        return "named where the account goes on";
      case ClauseRole::remark:
        return "named in what was said about somebody";
      case ClauseRole::follow_up:
        return "named in what is to do";
    }
    return "";
  }

  void place(const NameHit& hit, const Clause& clause, Mood mood) {
    if (is_name_of_a_work(hit)) {
      return;
    }
    reason_ = reason(hit, clause, mood);
    const bool known = !hit.candidates.empty();
    switch (clause.role) {
      case ClauseRole::event:
        if (mood == Mood::about || is_not_met(sentence_, hit.range.first) ||
            stayed_away(sentence_, hit) || is_in_relative_clause(hit, mood) ||
            is_mention_by_possessive(hit) || is_by_relation(hit, mood)) {
          add(hit, Role::mention);
        } else if (known || took_part(hit, mood)) {
          add(hit, Role::participant);
        }
        return;
      case ClauseRole::narration:
        add(hit,
            (mood != Mood::about && took_part(hit, mood) && !is_mention_by_possessive(hit) &&
             !is_not_met(sentence_, hit.range.first)) ||
                    was_there_too(hit, clause)
                ? Role::participant
                : Role::mention);
        return;
      case ClauseRole::remark:
        if (was_introduced_to_me(sentence_, hit.range.first)) {
          add(hit, Role::participant);
          return;
        }
        add(hit, was_there_too(hit, clause) ? Role::participant : Role::mention);
        return;
      case ClauseRole::follow_up:
        // "told Ana I'd send it": she was told.
        add(hit,
            sentence_.word(hit.range.first - 1, "told") ||
                    sentence_.word(hit.range.first - 1, "promised")
                ? Role::participant
                : Role::mention);
        return;
    }
  }

  // "…, Liv came with me", "Bo joined later", "Ana was there too"; not "Bo joined Google".
  bool was_there_too(const NameHit& hit, const Clause& clause) const {
    std::size_t at = clause.range.first;
    while (at < hit.range.first &&
           (is_filler(sentence_.token(at)) || sentence_.name_at(at) != nullptr ||
            sentence_.token(at).is_sign('&'))) {
      ++at;
    }
    if (at != hit.range.first || hit.possessive) {
      return false;
    }
    std::size_t verb = hit.range.last;
    while (sentence_.name_at(verb) != nullptr || sentence_.word(verb, "and") ||
           sentence_.word(verb, "also") || sentence_.token(verb).is_sign('&')) {
      ++verb;  // "Ana and Bo joined"
    }
    const Token& next = sentence_.token(verb + 1);
    if (sentence_.word(verb, "brought") && !next.is("up") && !next.is("in")) {
      return true;  // "Ximena brought wine"
    }
    if (sentence_.word(verb, "was") || sentence_.word(verb, "were")) {
      return next.is("there") || next.is("also") || next.is("with");
    }
    if (sentence_.word(verb, "too") || sentence_.word(verb, "as") ||
        sentence_.word(verb, "there")) {
      return true;
    }
    constexpr std::string_view kAway[] = {
        "up", "back", "from", "out", "off", "first", "in", "into"};
    if (sentence_.word(verb, "dialled") || sentence_.word(verb, "dialed")) {
      return next.is("in");
    }
    return sentence_.is(verb, WordClass::presence) && !next.capital &&
           std::ranges::find(kAway, next.folded) == std::ranges::end(kAway) &&
           !is(next, WordClass::article) && !is(next, WordClass::possessive);
  }

  // "met Bo's sister": Bo was not there; "Bo's birthday party": Bo was.
  bool is_mention_by_possessive(const NameHit& hit) const {
    if (!hit.possessive) {
      return false;
    }
    const Token& next = sentence_.token(hit.range.last);
    const bool nothing_owned = !next.is_word() || is(next, WordClass::with) ||
                               next.part == Part::date || next.part == Part::time ||
                               is(next, WordClass::function);
    if (nothing_owned && goes_there(sentence_.before(hit.range.first))) {
      return false;  // "stopped by Mrs Pham's with soup"
    }
    for (std::size_t at = hit.range.last; at < hit.range.last + 3; ++at) {
      const Token& token = sentence_.token(at);
      if (is(token, WordClass::stage) && (is_only_person(hit) || ends_pair(hit))) {
        return false;  // "Bo's band played at Tvornica"
      }
      if (!kind_of_word(token.folded).empty() || token.part == Part::date) {
        return is_owner_elsewhere(hit, at);
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

  // "Dvorak concert with Ana": whose music it was.
  bool is_name_of_a_work(const NameHit& hit) const {
    constexpr std::string_view kWorks[] = {"concert",
                                           "exhibition",
                                           "exhibit",
                                           "film",
                                           "movie",
                                           "opera",
                                           "symphony",
                                           "retrospective",
                                           "musical",
                                           "biopic",
                                           "documentary",
                                           "museum",
                                           "tribute"};
    return hit.match == NameMatch::surname && !hit.possessive &&
           std::ranges::find(kWorks, sentence_.token(hit.range.last).folded) !=
               std::ranges::end(kWorks);
  }

  // "gave Ana the book Bo lent me": about the book.
  bool is_in_relative_clause(const NameHit& hit, Mood mood) const {
    const std::size_t at = hit.range.first;
    const Token& before = sentence_.before(at);
    return at >= 2 && mood == Mood::open && before.is_word() && before.part == Part::open &&
           kind_of_word(before.folded).empty() && sentence_.is(at - 2, WordClass::article) &&
           (sentence_.word(hit.range.last + 1, "me") || sentence_.word(hit.range.last + 1, "us"));
  }

  // "Bo's assistant emailed", "forwarded me Bo's email": somebody else did, or it was another time.
  bool is_owner_elsewhere(const NameHit& hit, std::size_t kind) const {
    const std::string& word = sentence_.token(kind).folded;
    if (kind > hit.range.last && (word.ends_with("ed") || word == "rang" || word == "wrote")) {
      return true;
    }
    const std::string_view what = kind_of_word(word);
    return (what == "email" || what == "message" || what == "letter") && !is_only_person(hit) &&
           sentence_.before(hit.range.first).is_word();
  }

  static bool goes_there(const Token& before) {
    return before.is("by") || before.is("round") || before.is("over") || before.is("to") ||
           before.is("visited") || before.is("into");
  }

  // "Art and Ana's opening", with nobody else.
  bool ends_pair(const NameHit& hit) const {
    const std::size_t first = hit.range.first;
    return sentence_.names.size() == 2 && first >= 2 && sentence_.name_at(first - 2) != nullptr &&
           (sentence_.word(first - 1, "and") || sentence_.token(first - 1).is_sign('&'));
  }

  bool is_only_person(const NameHit& hit) const {
    return std::ranges::none_of(sentence_.names, [&](const NameHit& other) {
      return &other != &hit && !other.candidates.empty();
    });
  }

  // "a friend of Bo", "introduced by Bo".
  bool is_by_relation(const NameHit& hit, Mood mood) const {
    const Token& before = sentence_.before(hit.range.first);
    if (before.is("by") && sentence_.is(hit.range.first - 2, WordClass::reached)) {
      return false;  // "dropped by Ana's"
    }
    return mood != Mood::with &&
           (before.is("of") || before.is("by") || before.is("like") || before.is("via") ||
            before.is("through") ||
            (before.is("to") && sentence_.word(hit.range.first - 2, "thanks")));
  }

  // A name stands where only somebody who was there can: with X, met X, X rang, an email from X.
  bool took_part(const NameHit& hit, Mood mood) const {
    const bool family = hit.candidates.empty() && sentence_.word(hit.range.first - 1, "the");
    if (looks_like_abbreviation(hit) || family) {
      return false;  // HR, the Okafors, the Board
    }
    if (mood == Mood::with) {
      return true;
    }
    std::size_t at = hit.range.first;
    const Token* before = &sentence_.before(at);
    while (at > 0 && (is(*before, WordClass::relation) || is(*before, WordClass::possessive) ||
                      is(*before, WordClass::article) || before->is("new") || before->is("old") ||
                      is(*before, WordClass::title) ||
                      (before->tail == "s" && before->part == Part::person))) {
      --at;
      before = &sentence_.before(at);
    }
    const bool seen = before->is("see") || before->is("saw") || before->is("watched");
    if (seen && hit.candidates.empty() && !is_only_person(hit)) {
      return false;  // "Rosa and I saw Dune"
    }
    if (is(*before, WordClass::encounter) || !kind_of_word(before->folded).empty()) {
      return true;
    }
    const Token& further = sentence_.token(at >= 2 ? at - 2 : sentence_.size());
    if (was_introduced_to_me(sentence_, hit.range.first)) {
      return true;
    }
    // "sent Bo a postcard from Lisbon".
    if (hit.candidates.empty() && somebody_took_part() && before->is("from")) {
      return false;
    }
    // "drove to Leeds": where, not whom.
    if (hit.candidates.empty() && before->is("to") &&
        (further.is("drove") || further.is("ran") || further.is("walked") || further.is("took") ||
         further.is("drive"))) {
      return false;
    }
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
    const bool naming = after.is("called") && sentence_.token(hit.range.last + 1).capital;
    return (is(after, WordClass::reached) && !naming) ||  // "someone from Acme called Petra"
           (after.is("and") &&
            (sentence_.word(hit.range.last + 1, "i") || sentence_.word(hit.range.last + 1, "me")));
  }

  bool somebody_took_part() const { return anybody_took_part(people_); }

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
      // "with him and Jan"
      const Token& other = sentence_.token(previous);
      return other.is("me") || other.is("i") || other.is("him") || other.is("her");
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
                         .why = hit.why,
                         .role_why = std::string{reason_},
                         .misspelt = hit.misspelt});
      return;
    }
    if (role < found->role) {
      found->role = role;
      found->role_why = reason_;
    }
    if (hit.candidates.size() == 1) {
      found->candidates = hit.candidates;  // "Ana … Ana Lim" says which
    }
  }

  const Sentence& sentence_;
  std::vector<Who> people_{};
  std::string_view reason_{};
  std::vector<std::size_t> pronouns_{};  // tokens of those who were there
};

}  // namespace

std::vector<Who> assign_roles(const Sentence& sentence) { return RoleFinder{sentence}.run(); }

}  // namespace kith::capture
