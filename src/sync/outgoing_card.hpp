// The card of a person, as it goes out.
#pragma once

#include <string>

#include <kith/domain/person.hpp>
#include <kith/exchange/card.hpp>
#include <kith/exchange/contact_document.hpp>
#include <kith/store/store.hpp>

namespace kith::sync {

/// `base` brought up to what is true of the person. What `spelled`, a document of the same card,
/// says in other words stays as it is, and so does what kith could not keep. The same as `base`
/// where nothing else but who wrote it would change.
exchange::Card card_for(Store& store,
                        const exchange::Card& base,
                        const exchange::ContactDocument& spelled,
                        const Person& person);

/// A card for somebody who has none in the folder, with what was kept of one they were read from.
exchange::Card new_card_for(Store& store, const Person& person, exchange::CardVersion version);

/// Reads a card that was remembered; an empty one if there is none.
exchange::Card card_in(const std::string& text);

}  // namespace kith::sync
