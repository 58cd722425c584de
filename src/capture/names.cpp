// Decides which words are names. A known name is believed where nothing speaks against it; a word
// that is also something else (will, june, friday) only where names stand: after "with", as the one
// who was called, in front of a verb.
#include "capture/names.hpp"

#include <algorithm>

#include "capture/name_match.hpp"
#include "capture/name_slot.hpp"
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::capture {

namespace {

constexpr std::size_t kLongestUnknownName = 4;

class NameFinder {
 public:
  NameFinder(Sentence& sentence, const People& people)
      : sentence_(sentence), people_(people), matcher_(sentence, people) {}

  void run() {
    for (std::size_t at = 0; at < sentence_.size();) {
      const std::size_t begin = skip_title(at);
      std::optional<NameHit> hit = find(at, begin);
      if (!hit) {
        ++at;
        continue;
      }
      hit->name = name_text(*hit);
      at = std::max(at + 1, hit->range.last);
      sentence_.claim(hit->range, Part::person);
      sentence_.names.push_back(std::move(*hit));
    }
  }

 private:
  std::size_t skip_title(std::size_t at) const {
    std::size_t next = at;
    while (sentence_.is(next, WordClass::title) && sentence_.token(next).part == Part::open) {
      ++next;
      if (sentence_.token(next).is_sign('.')) {
        ++next;
      }
    }
    return next;
  }

  // --- which name -------------------------------------------------------------------------------

  std::optional<NameHit> find(std::size_t at, std::size_t begin) {
    const Token& token = sentence_.token(at);
    if (token.part != Part::open) {
      return std::nullopt;
    }
    if (token.kind == TokenKind::address) {
      return by_address(at, token.folded);
    }
    if (token.kind == TokenKind::at && sentence_.token(at + 1).is_word() &&
        !sentence_.token(at + 1).space_before) {
      return by_handle(at);
    }
    if (!token.is_word()) {
      return std::nullopt;
    }
    if (auto hit = known_name(at)) {
      return hit;
    }
    if (begin > at) {
      auto hit = known_name(begin);
      const bool known = hit.has_value();
      if (!known && sentence_.token(begin).capital) {
        hit = unknown_name(begin);
      }
      if (hit) {
        // "Dr. Rao" is how somebody new is called; "his cousin Adjoa" is not.
        hit->range.first = known || token.capital ? at : begin;
        return hit;
      }
    }
    return unknown_name(at);
  }

  std::optional<NameHit> by_address(std::size_t at, const std::string& address) {
    if (address.starts_with("http")) {
      return std::nullopt;
    }
    NameHit hit{.range = {at, at + 1}, .match = NameMatch::address, .why = "address"};
    for (const KnownPerson& person : people_.with_address(address)) {
      hit.candidates.push_back(person.ref);
    }
    if (hit.candidates.empty()) {
      hit.match = NameMatch::unknown;
    }
    return hit;
  }

  std::optional<NameHit> by_handle(std::size_t at) {
    NameHit hit{.range = {at, at + 2}, .match = NameMatch::address, .why = "handle"};
    for (const KnownPerson& person : people_.with_address("@" + sentence_.token(at + 1).folded)) {
      hit.candidates.push_back(person.ref);
    }
    return hit.candidates.empty() ? std::nullopt : std::optional{hit};
  }

  std::optional<NameHit> known_name(std::size_t at) {
    auto hit = matcher_.exact(at);
    if (hit && !believed(at, *hit)) {
      return std::nullopt;
    }
    if (!hit) {
      hit = weaker(at);
    }
    return hit ? with_surname(std::move(*hit)) : std::nullopt;
  }

  // A short form or a slip of the pen: only where a name is likely, and never for a plain word.
  std::optional<NameHit> weaker(std::size_t at) {
    const Token& token = sentence_.token(at);
    const Slot here = slot(sentence_, at);
    const bool likely = here == Slot::strong || (here == Slot::weak && token.capital) ||
                        (token.capital && !clause_begins(sentence_, at)) || acts(sentence_, at + 1);
    if (is(token, WordClass::function) || sentence_.is(at - 1, WordClass::article)) {
      return std::nullopt;
    }
    // "rang jim": a short form is a name of its own, if it is not a word as well.
    if (likely || (here == Slot::weak && !is(token, WordClass::name_too))) {
      for (auto hit : {matcher_.short_form(at), matcher_.other_spelling(at)}) {
        if (hit && believed(at, *hit)) {
          return hit;
        }
      }
    }
    if (!likely) {
      return std::nullopt;
    }
    const bool plain = is(token, WordClass::calendar) || is(token, WordClass::relation) ||
                       is(token, WordClass::action) || is(token, WordClass::verb) ||
                       is(token, WordClass::encounter) || is(token, WordClass::place_word) ||
                       !kind_of_word(token.folded).empty() || mended(token.folded);
    return plain ? std::nullopt : matcher_.typo(at);
  }

  bool believed(std::size_t at, const NameHit& hit) const {
    const Token& token = sentence_.token(at);
    const std::size_t after = hit.range.last;
    if (hit.range.size() > 1 && (token.capital || hit.match == NameMatch::full)) {
      return true;
    }
    if (is(sentence_.before(at), WordClass::article)) {
      return false;  // a rose, the bill
    }
    const Slot here = slot(sentence_, at);
    if (is(token, WordClass::calendar)) {
      return calendar_word_is_name(at, after, here);
    }
    const bool is_kind = !kind_of_word(token.folded).empty();
    if (is(token, WordClass::function) || is(token, WordClass::verb) ||
        is(token, WordClass::action) || is(token, WordClass::encounter) || is_kind) {
      if (here == Slot::strong) {
        // "Ana, will try again": after a list a small verb goes on about it.
        return token.capital || (!is(token, WordClass::function) && !list_goes_on(sentence_, at));
      }
      if (is_kind || is(token, WordClass::third_person) || is(token, WordClass::first_person)) {
        return false;
      }
      if (sentence_.word(after, "and") && acts(sentence_, after)) {
        return true;  // "will and I"
      }
      return token.capital && (acts(sentence_, after) || hit.possessive || here == Slot::weak ||
                               (!clause_begins(sentence_, at) && !is(token, WordClass::function)));
    }
    if (is(token, WordClass::relation)) {
      return !is(sentence_.before(at), WordClass::possessive) || sentence_.before(at).is("my");
    }
    if (is(token, WordClass::name_too)) {
      return here == Slot::strong || acts(sentence_, after) ||
             (token.capital && !clause_begins(sentence_, at)) ||
             (token.capital && (hit.possessive || sentence_.is(after, WordClass::verb))) ||
             (here == Slot::weak && token.capital);
    }
    if (!token.capital && hit.match == NameMatch::surname) {
      return here != Slot::none || acts(sentence_, after);
    }
    return true;
  }

  // May 3, on Friday, in June: a day, unless it stands where only a person can.
  bool calendar_word_is_name(std::size_t at, std::size_t after, Slot here) const {
    const Token& token = sentence_.token(at);
    const Token& before = sentence_.before(at);
    if (sentence_.token(after).kind == TokenKind::number || before.kind == TokenKind::number ||
        before.is("on") || before.is("in") || before.is("last") || before.is("next") ||
        before.is("this")) {
      return false;
    }
    if (is(before, WordClass::with) || list_goes_on(sentence_, at)) {
      return token.capital || here == Slot::strong;
    }
    const bool weekday = token.folded.ends_with("day");
    if (here == Slot::strong) {
      return token.capital && !weekday;
    }
    return token.capital && acts(sentence_, after) && clause_begins(sentence_, at);
  }

  // A given name with another surname than the one we know is somebody else.
  std::optional<NameHit> with_surname(NameHit hit) {
    if (!sentence_.token(hit.range.last - 1).tail.empty() || hit.match == NameMatch::full ||
        hit.match == NameMatch::address || hit.match == NameMatch::surname) {
      return hit;
    }
    std::size_t at = hit.range.last;
    if (sentence_.token(at).is_sign('.') && text::length(sentence_.token(at - 1).folded) == 1) {
      ++at;
    }
    if (!may_be_surname(at)) {
      return hit;
    }
    const std::string& word = sentence_.token(at).folded;
    std::vector<PersonRef> near;
    for (const PersonRef& person : hit.candidates) {
      const std::string folded = text::fold(person.name);
      const std::vector<std::string> words = text::words(folded);
      if (!words.empty() && plausible_typo(word, words.back())) {
        near.push_back(person);
      }
    }
    if (!near.empty()) {
      hit.candidates = std::move(near);
      hit.range.last = at + 1;
      hit.why += ", surname with a slip";
      hit.possessive = sentence_.is_possessive(at);
      return hit;
    }
    hit.candidates.clear();
    hit.match = NameMatch::unknown;
    hit.why = "nobody has this surname";
    extend_unknown(hit, at);
    return hit;
  }

  bool may_be_surname(std::size_t at) {
    const Token& token = sentence_.token(at);
    if (is(token, WordClass::particle) && sentence_.token(at + 1).capital) {
      return true;
    }
    return token.is_word() && token.capital && !token.caseless && token.part == Part::open &&
           token.space_before && !is(token, WordClass::function) &&
           !is(token, WordClass::calendar) && kind_of_word(token.folded).empty() &&
           !is(token, WordClass::encounter) && !is(token, WordClass::reached) &&
           text::length(token.folded) > 1 && !matcher_.is_given_name(token.folded);
  }

  // Capitalised words that may be somebody new. Whether they are depends on their part in the
  // sentence; a word that merely begins a clause is none unless somebody acts.
  std::optional<NameHit> unknown_name(std::size_t at) {
    const Token& token = sentence_.token(at);
    if (!token.is_word() || token.part != Part::open) {
      return std::nullopt;
    }
    const Slot here = slot(sentence_, at);
    const bool plain = is(token, WordClass::function) || is(token, WordClass::calendar) ||
                       is(token, WordClass::relation) || is(token, WordClass::title) ||
                       !kind_of_word(token.folded).empty() || mended(token.folded) ||
                       is(token, WordClass::encounter) || is(token, WordClass::action);
    if (!token.capital) {
      return lone_small_name(at, here, plain);
    }
    if (plain || (token.caseless && here == Slot::none)) {
      return std::nullopt;
    }
    const bool list = list_goes_on(sentence_, at);
    if (clause_begins(sentence_, at) && here == Slot::none && !list) {
      // "Marek rang", "Marek Nowak and I": at the beginning every word has a capital.
      std::size_t end = at + 1;
      while (end < at + kLongestUnknownName && may_be_surname(end)) {
        ++end;
      }
      if (!acts(sentence_, end)) {
        return std::nullopt;
      }
    }
    NameHit hit{.range = {at, at + 1}, .why = "nobody of this name"};
    hit.possessive = sentence_.is_possessive(at);
    extend_unknown(hit, at + 1);
    return hit;
  }

  // "lunch with marek": one word in small letters, with nothing around it that could make it
  // anything else.
  std::optional<NameHit> lone_small_name(std::size_t at, Slot here, bool plain) {
    const Token& token = sentence_.token(at);
    const bool with = here == Slot::strong && is(sentence_.before(at), WordClass::with);
    // "with ana, marek and bo": between two who are known.
    const Token& next = sentence_.token(at + 1);
    const bool joins = next.is_sign(',') || next.is_sign('&') || next.is("and");
    if (here == Slot::strong && !with && !plain && list_goes_on(sentence_, at) && joins &&
        token.tail.empty() && text::length(token.folded) > 2 && !is(token, WordClass::not_a_name) &&
        !is(token, WordClass::verb) && !is(token, WordClass::about) &&
        !is(token, WordClass::name_too) && known_at(at + 2)) {
      return NameHit{.range = {at, at + 1}, .why = "nobody of this name"};
    }
    // "stopped by Ana's with soup": what one brings, once somebody is named.
    if (!with || !sentence_.names.empty() || is(token, WordClass::not_a_name) || plain ||
        is(token, WordClass::place_word) || is(token, WordClass::name_too) ||
        is(token, WordClass::verb) || !token.tail.empty() || token.folded.ends_with("s") ||
        text::length(token.folded) < 3) {
      return std::nullopt;
    }
    const Token& after = sentence_.token(at + 1);
    const bool alone = at + 1 >= sentence_.size() || after.kind == TokenKind::sign ||
                       after.kind == TokenKind::tag || after.kind == TokenKind::at ||
                       after.is("at") || after.is("on") || after.is("in") || after.is("and") ||
                       after.is("about") || after.is("for") || after.is("last") ||
                       is(after, WordClass::calendar) || after.is("yesterday") ||
                       after.is("today") || after.is("tonight") || after.is("this");
    if (!alone) {
      return std::nullopt;
    }
    return NameHit{.range = {at, at + 1}, .why = "nobody of this name"};
  }

  bool known_at(std::size_t at) {
    const auto hit = matcher_.exact(at);
    return hit && (hit->match >= NameMatch::given || sentence_.token(at).capital) &&
           !is(sentence_.token(at), WordClass::function) &&
           !is(sentence_.token(at), WordClass::name_too);
  }

  void extend_unknown(NameHit& hit, std::size_t at) {
    while (sentence_.token(hit.range.last - 1).tail.empty() &&
           hit.range.size() < kLongestUnknownName + 1) {
      std::size_t end = at;
      while (is(sentence_.token(end), WordClass::particle) && !sentence_.token(end).capital &&
             end < at + 2) {
        ++end;
      }
      const Token& token = sentence_.token(end);
      const bool joined = token.is_word() && !token.space_before && end > 0 &&
                          sentence_.token(end - 1).is_word() && token.part == Part::open;
      const bool initial =
          token.is_word() && token.capital && text::length(token.folded) == 1 && !token.is("i");
      if (!joined && !initial && !may_be_surname(end)) {
        break;
      }
      hit.range.last = end + 1;
      hit.possessive = sentence_.is_possessive(end);
      at = end + 1;
      if (initial && sentence_.token(at).is_sign('.')) {
        ++at;
      }
    }
  }

  std::string name_text(const NameHit& hit) const {
    std::string name = sentence_.written(hit.range);
    const Token& last = sentence_.token(hit.range.last - 1);
    if (!last.tail.empty() && last.is_word()) {
      // Without the apostrophe, in either spelling, and what follows it.
      const auto apostrophe = std::max(name.rfind('\'') + 1, name.rfind("\u2019") + 1);
      if (apostrophe > 1) {
        name.resize(apostrophe - 1);
      }
    }
    return name;
  }

  Sentence& sentence_;
  const People& people_;
  NameMatcher matcher_;
};

}  // namespace

void find_names(Sentence& sentence, const People& people) { NameFinder{sentence, people}.run(); }

}  // namespace kith::capture
