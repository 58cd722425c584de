// Decides which words are names. A known name is believed where nothing speaks against it; a word
// that is also something else (will, june, friday) only where names stand: after "with", as the one
// who was called, in front of a verb.
#include "capture/names.hpp"

#include <algorithm>

#include "capture/name_match.hpp"
#include "capture/name_slot.hpp"
#include "capture/new_names.hpp"
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::capture {

namespace {

constexpr std::size_t kLongestUnknownName = 4;

class NameFinder {
 public:
  NameFinder(Sentence& sentence, const People& people)
      : sentence_(sentence), matcher_(sentence, people) {}

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
      return matcher_.by_address(at);
    }
    if (token.kind == TokenKind::at && sentence_.token(at + 1).is_word() &&
        !sentence_.token(at + 1).space_before) {
      return matcher_.by_handle(at);
    }
    if (!token.is_word()) {
      return std::nullopt;
    }
    if (auto hit = by_initial(at)) {
      return hit;
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
    const bool is_word_too = is(token, WordClass::name_too);
    if (likely || (!is_word_too && (here == Slot::weak || opens_account(at)))) {
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

  // "Ben over for dinner", "liz is back": the subject of a clause.
  bool opens_account(std::size_t at) {
    const Token& next = sentence_.token(at + 1);
    if (clause_begins(sentence_, at) && (next.is("and") || next.is_sign('&')) &&
        sentence_.token(at).capital && sentence_.token(at + 2).capital && known_at(at + 2)) {
      return true;  // "Tom and Ana's anniversary dinner"
    }
    return clause_begins(sentence_, at) && !is(sentence_.token(at), WordClass::verb) &&
           !is(sentence_.token(at), WordClass::action) &&
           (is(next, WordClass::verb) || is(next, WordClass::presence) || next.is("over") ||
            next.is("round") || next.is("here"));
  }

  bool believed(std::size_t at, const NameHit& hit) {
    const Token& token = sentence_.token(at);
    const std::size_t after = hit.range.last;
    if (hit.range.size() > 1 && (token.capital || hit.match == NameMatch::full)) {
      return true;
    }
    if (is(sentence_.before(at), WordClass::article)) {
      return false;  // a rose, the bill
    }
    const Slot here = slot(sentence_, at);
    if (heads_list(at, after)) {
      return true;
    }
    if (is(token, WordClass::calendar)) {
      return calendar_word_is_name(sentence_, at, after);
    }
    const bool is_kind = !kind_of_word(token.folded).empty();
    if (is(token, WordClass::function) || is(token, WordClass::verb) ||
        is(token, WordClass::action) || is(token, WordClass::encounter) || is_kind) {
      if (here == Slot::strong) {
        // "Ana, will try again": after a list a small verb goes on about it.
        return token.capital || list_may_end(sentence_, after) ||
               (!is(token, WordClass::function) && !list_goes_on(sentence_, at));
      }
      if (is_kind || is(token, WordClass::third_person) || is(token, WordClass::first_person)) {
        return false;
      }
      if (acts(sentence_, after) &&
          (sentence_.word(after, "and") ||
           (sentence_.token(after).folded.ends_with("ed") && clause_begins(sentence_, at)))) {
        return true;  // "will and I", "will called"
      }
      // "Will will be late": two verbs in a row.
      if (token.capital && is(token, WordClass::name_too) && sentence_.is(after, WordClass::verb)) {
        return true;
      }
      return token.capital && (acts(sentence_, after) || hit.possessive || here == Slot::weak ||
                               (!clause_begins(sentence_, at) && !is(token, WordClass::function)));
    }
    if (is(token, WordClass::relation)) {
      return !is(sentence_.before(at), WordClass::possessive) || sentence_.before(at).is("my");
    }
    if (is(token, WordClass::name_too)) {
      if (!token.capital && sentence_.before(at).is_sign(',') && !list_may_end(sentence_, after)) {
        return false;  // "lunch with Ana, hope she gets well"
      }
      return here == Slot::strong || acts(sentence_, after) || is_called(sentence_, at, after) ||
             (token.capital && !clause_begins(sentence_, at)) ||
             (token.capital && (hit.possessive || sentence_.is(after, WordClass::verb))) ||
             (here == Slot::weak && token.capital);
    }
    if (!token.capital && hit.match == NameMatch::surname) {
      return here != Slot::none || acts(sentence_, after);
    }
    return true;
  }

  // "Mark, Will and Grace came", "mark and grace came over": words of a list vouch for each other.
  bool heads_list(std::size_t at, std::size_t after) {
    const Token& joiner = sentence_.token(after);
    const bool joins = joiner.is_sign(',') || joiner.is_sign('&') || joiner.is("and");
    if (!joins || !clause_begins(sentence_, at) ||
        (is(sentence_.token(after + 1), WordClass::calendar) &&
         !(sentence_.token(after + 1).capital && sentence_.token(after + 1).tail == "s"))) {
      return false;
    }
    const auto next = matcher_.exact(after + 1);
    const Token& other = sentence_.token(after + 1);
    if (!next || next->match < NameMatch::given || is(other, WordClass::article)) {
      return false;
    }
    return (sentence_.token(at).capital && other.capital) || acts(sentence_, next->range.last);
  }

  // "T. Achebe", "T Achebe": the one of this surname whose name begins so.
  std::optional<NameHit> by_initial(std::size_t at) {
    const Token& token = sentence_.token(at);
    const bool dot = sentence_.token(at + 1).is_sign('.');
    if (!token.is_word() || !token.capital || text::length(token.folded) != 1 || token.is("i") ||
        (token.is("a") && !dot)) {
      return std::nullopt;
    }
    auto hit = matcher_.exact(at + (dot ? 2U : 1U));
    if (!hit || hit->match != NameMatch::surname) {
      return std::nullopt;
    }
    std::erase_if(hit->candidates, [&](const PersonRef& person) {
      return !text::fold(person.name).starts_with(token.folded);
    });
    if (hit->candidates.empty()) {
      return std::nullopt;
    }
    hit->range.first = at;
    hit->why = "initial and surname";
    return hit;
  }

  // A given name with another surname than the one we know is somebody else.
  std::optional<NameHit> with_surname(NameHit hit) {
    const Token& joined = sentence_.token(hit.range.last);
    if (joined.is_word() && joined.capital && !joined.caseless && !joined.space_before &&
        hit.match != NameMatch::address && sentence_.token(hit.range.last - 1).tail.empty()) {
      // "Thomas Achebe-Jones" is not Thomas Achebe.
      hit.candidates.clear();
      hit.match = NameMatch::unknown;
      hit.why = "nobody of this name";
      extend_unknown(hit, hit.range.last);
      return hit;
    }
    if (!sentence_.token(hit.range.last - 1).tail.empty() || hit.match == NameMatch::full ||
        hit.match == NameMatch::address || hit.match == NameMatch::surname) {
      return hit;
    }
    std::size_t at = hit.range.last;
    if (sentence_.token(at).is_sign('.') && text::length(sentence_.token(at - 1).folded) == 1) {
      ++at;
    }
    const bool small = may_be_small_surname(hit);
    if (!small && !may_be_surname(at)) {
      return hit;
    }
    const std::string& word = sentence_.token(at).folded;
    std::vector<PersonRef> near;
    for (const PersonRef& person : hit.candidates) {
      const std::string folded = text::fold(person.name);
      const std::vector<std::string> words = text::words(folded);
      if (std::ranges::find(words, word) != words.end()) {
        hit.candidates = {PersonRef{person}};  // "Annie Lim": a nickname, and the surname
        hit.range.last = at + 1;
        hit.possessive = sentence_.is_possessive(at);
        return hit;
      }
      if (!words.empty() && plausible_typo(word, words.back())) {
        near.push_back(person);
      }
    }
    if (!near.empty()) {
      hit.candidates = std::move(near);
      hit.range.last = at + 1;
      hit.why += ", surname with a slip";
      hit.misspelt = true;
      hit.possessive = sentence_.is_possessive(at);
      return hit;
    }
    hit.candidates.clear();
    hit.match = NameMatch::unknown;
    hit.why = "nobody has this surname";
    if (small) {
      hit.range.last = at + 1;
    } else {
      extend_unknown(hit, at);
    }
    return hit;
  }

  // "bumped into ana holm at aldi": a word that is no other, and then the name ends.
  bool may_be_small_surname(const NameHit& hit) const {
    const std::size_t at = hit.range.last;
    return hit.range.size() == 1 && !sentence_.token(hit.range.first).capital &&
           slot(sentence_, hit.range.first) == Slot::strong &&
           may_be_small_name(sentence_, at, true) && ends_small_name(sentence_, at + 1);
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
    if (is_name_of_plain_words(sentence_, at)) {
      NameHit hit{.range = {at, at + 2}, .why = "nobody of this name"};
      hit.possessive = sentence_.is_possessive(at + 1);
      extend_unknown(hit, at + 2);
      return hit;
    }
    const bool slip = mended(token.folded) && !(token.capital && here == Slot::strong);
    const bool plain = is(token, WordClass::function) || is(token, WordClass::calendar) ||
                       is(token, WordClass::relation) || is(token, WordClass::title) ||
                       !kind_of_word(token.folded).empty() || slip ||
                       is(token, WordClass::encounter) || is(token, WordClass::action);
    if (!token.capital) {
      return lone_small_name(at, here, plain);
    }
    if (plain || (token.caseless && here == Slot::none)) {
      return std::nullopt;
    }
    const bool list = list_goes_on(sentence_, at);
    if (clause_begins(sentence_, at) && here == Slot::none && !list) {
      if (is_adverb(token.folded)) {
        return std::nullopt;  // "Finally met Ana"
      }
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

  // "lunch with marek", "with ana, marek and bo".
  std::optional<NameHit> lone_small_name(std::size_t at, Slot here, bool plain) {
    const Token& token = sentence_.token(at);
    const bool with = is(sentence_.before(at), WordClass::with);
    // "with ana, marek and bo": between two who are known.
    const Token& next = sentence_.token(at + 1);
    const bool joins = next.is_sign(',') || next.is_sign('&') || next.is("and");
    if (here == Slot::strong && !with && !plain && list_goes_on(sentence_, at) && joins &&
        token.tail.empty() && text::length(token.folded) > 2 && !is(token, WordClass::not_a_name) &&
        !is(token, WordClass::verb) && !is(token, WordClass::about) &&
        !is(token, WordClass::name_too) && known_at(at + 2)) {
      return NameHit{.range = {at, at + 1}, .why = "nobody of this name"};
    }
    const auto range = plain ? std::nullopt : small_name(sentence_, at, here);
    if (!range) {
      return std::nullopt;
    }
    return NameHit{.range = *range, .why = "nobody of this name"};
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
  NameMatcher matcher_;
};

}  // namespace

void find_names(Sentence& sentence, const People& people) { NameFinder{sentence, people}.run(); }

}  // namespace kith::capture
