// Cards that change only where they have to.
#include "sync/outgoing_card.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <vector>

#include "sync/merge.hpp"
#include <kith/domain/fact.hpp>
#include <kith/error.hpp>
#include <kith/exchange/vcard.hpp>
#include <kith/store/origin_repo.hpp>

namespace kith::sync {
namespace {

using exchange::Card;
using exchange::ContactDocument;

/// What only tells who wrote the card last is no reason to write it, and is not added to a card of
/// somebody else's; nor are the parts of a name that it does without.
Card without_frame(const Card& base, Card card) {
  if (base.lines.empty()) {
    return card;
  }
  for (const std::string_view name : {"PRODID", "UID", "REV", "N"}) {
    if (base.find(name) == nullptr) {
      std::erase_if(card.lines,
                    [&](const exchange::ContentLine& line) { return line.name == name; });
    }
  }
  const auto without_revision = [](Card one) {
    std::erase_if(one.lines, [](const exchange::ContentLine& line) { return line.name == "REV"; });
    return one;
  };
  return without_revision(card) == without_revision(base) ? base : card;
}

/// A note that is too long for a fact stays on the card.
void keep_what_is_too_long(const ContactDocument& card, std::vector<Fact>& facts) {
  for (const exchange::Told& told : card.told) {
    if (told.kind != "other" || told.date) {
      continue;
    }
    try {
      checked(Fact{.text = told.text});
    } catch (const DataError&) {
      facts.push_back(Fact{.text = told.text});
    }
  }
}

/// The UID of a card that the person was read from, so that it is the same card again; nothing if
/// there was none.
std::string uid_of_old(Store& store, PersonId person) {
  for (const Origin& origin : store.origins().of(person)) {
    // A card without UID is remembered by its name and first address, which have a blank between.
    if (origin.source == exchange::kVcardSource && origin.key.find(' ') == std::string::npos) {
      return origin.key;
    }
  }
  return {};
}

/// A uid that kith makes is written without the urn:uuid: that few programs expect.
void set_uid(Card& card, const std::string& uid) {
  for (exchange::ContentLine& line : card.lines) {
    if (line.name == "UID") {
      line.value = exchange::escaped(uid);
    }
  }
}

}  // namespace

Card card_for(Store& store,
              const Card& base,
              const ContactDocument& spelled,
              const Person& person) {
  exchange::CardSubject subject = exchange::card_subject(store, person);
  subject.person = in_the_words_of(spelled, person);
  keep_what_is_too_long(spelled, subject.facts);
  return without_frame(
      base, exchange::patched(base, subject, base.version, exchange::CardDetail::portable));
}

Card new_card_for(Store& store, const Person& person, exchange::CardVersion version) {
  Card card = exchange::patched(exchange::kept_card(store, person.id),
                                exchange::card_subject(store, person),
                                version,
                                exchange::CardDetail::portable);
  card.version = version;
  const std::string old = uid_of_old(store, person.id);
  set_uid(card, old.empty() ? to_string(person.uid) : old);
  return card;
}

Card card_in(const std::string& text) {
  std::istringstream in(text);
  return exchange::CardReader(in).next().value_or(Card{});
}

}  // namespace kith::sync
