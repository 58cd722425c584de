// vCard 2.1, 3.0 and 4.0 in and out. What was seen of real programs is in docs/manual/import.md.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/fact.hpp>
#include <kith/domain/link.hpp>
#include <kith/domain/person.hpp>
#include <kith/exchange/card.hpp>
#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/import_report.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::exchange {

/// The word under which origins from vCards are kept.
inline constexpr std::string_view kVcardSource = "vcard";

/// What a card says: of a person, or of a group of people.
struct ReadCard {
  ContactDocument document{};  ///< its name is empty where the card has nothing for one
  std::optional<GroupDocument> group{};
};

ReadCard read_card(const Card& card, const RemarkSink& remark = {});

/// What a card says of a person.
inline ContactDocument document_of(const Card& card) { return read_card(card).document; }

/// Reads every card of a file. Throws DataError if there is something in it, but no card.
void read_vcards(std::istream& in, DocumentSink& sink);

/// The cards below a folder, in a stable order.
std::vector<std::filesystem::path> vcard_files_in(const std::filesystem::path& folder);

/// How much of a person a card tells.
enum class CardDetail {
  portable,   ///< what other programs understand; of facts, notes alone
  everything  ///< also what only kith reads, as X-KITH- properties
};

/// What a card is written from.
struct CardSubject {
  Person person{};
  std::vector<Fact> facts{};
  std::vector<Link> links{};
  /// What other cards are called -> whose they are: so that RELATED finds them.
  std::map<std::string, Uid> known_keys{};
};

/// The note of a person: facts of kind "other" without a date, a paragraph each.
std::string note_of(const std::vector<Fact>& facts);

/// `base` brought up to what is true of the person: properties that still are stay byte for byte,
/// others get the new value (and keep their parameters) or go, and what none of them says is added.
/// Properties of unknown names stay. An empty base makes a new card.
Card patched(const Card& base, const CardSubject& subject, CardVersion version, CardDetail detail);

/// True if `card` says all that patched() would have it say, and nothing that is no longer so.
bool is_up_to_date(const Card& card, const CardSubject& subject, CardDetail detail);

/// Everything about a person that a card is written from.
CardSubject card_subject(Store& store, const Person& person);

/// What was kept from vCards that the person was read from; nothing but lines.
Card kept_card(Store& store, PersonId person);

/// Calls `visit` with the people who fit, by name, and everything of each as a card. Returns how
/// many there were.
std::size_t for_each_card(Store& store,
                          const PersonFilter& filter,
                          CardVersion version,
                          const ImportProgress& progress,
                          const std::function<void(const Person&, const Card&)>& visit);

/// Writes the people who fit, by name. Returns how many there were.
std::size_t write_vcards(std::ostream& out,
                         Store& store,
                         const PersonFilter& filter,
                         CardVersion version,
                         const ImportProgress& progress = {});

/// The same as RFC 7095 has it: a JSON array of cards, of version 4.0.
std::size_t write_jcards(std::ostream& out,
                         Store& store,
                         const PersonFilter& filter,
                         const ImportProgress& progress = {});

}  // namespace kith::exchange
