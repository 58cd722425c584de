// Three-way: what changed here, what changed there, field by field.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <kith/domain/fact.hpp>
#include <kith/domain/person.hpp>
#include <kith/exchange/contact_document.hpp>
#include <kith/sync/sync.hpp>

namespace kith::sync {

struct Merged {
  Person person{};  ///< with what changed there
  std::vector<Clash> clashes{};
  std::vector<std::string> new_notes{};   ///< written there
  std::vector<std::string> gone_notes{};  ///< deleted there
  std::vector<exchange::Relation> new_relations{};
};

/// Brings into `person` what changed between `base`, the card that both sides agreed on, and
/// `there`. `here` is what the card would say if only this side had changed. A field that changed
/// on both sides is decided by `there_is_newer`. Of what clients drop in silence (circle, cadence,
/// how you met, ties) silence is no news.
Merged merged(const Person& person,
              const exchange::ContactDocument& base,
              const exchange::ContactDocument& here,
              const exchange::ContactDocument& there,
              bool there_is_newer);

/// True if `there` says anything of a person that `base` did not, or no longer says what it did.
bool has_news(const exchange::ContactDocument& base, const exchange::ContactDocument& there);

/// What lost, as a fact. It has a day, so that it stays here: such facts do not travel.
Fact clash_fact(const PersonRef& person, const Clash& clash, Date today);

/// `person` as `card` would spell them: what says the same is spelled the card's way, and what kith
/// could not keep of the card is still there. So that nothing is rewritten that did not change.
Person in_the_words_of(const exchange::ContactDocument& card, const Person& person);

/// What a source said last, as a document: the base of a person who was imported before.
exchange::ContactDocument remembered(const std::map<std::string, std::string>& said);

}  // namespace kith::sync
