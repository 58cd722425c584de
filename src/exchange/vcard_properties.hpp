// What one property of a card says, so that a whole card can be read, and a single property be
// compared with what is known.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/card.hpp>
#include <kith/exchange/contact_document.hpp>

namespace kith::exchange {

/// What becomes of a property.
enum class Fate {
  placed,         ///< all of it has a place
  richer,         ///< what matters of it has; the rest is kept
  without_place,  ///< it is kept
  dropped,        ///< neither: pictures, sounds
  passed_over     ///< it says nothing of a person: when the card was written, and by what
};

/// Organisation or title, and the group that ties the two together.
struct Employment {
  std::string group{};
  std::string text{};
};

/// What properties say, gathered.
struct Findings {
  ContactDocument document{};      ///< but for the name, the memberships and what is kept
  std::vector<int> preferences{};  ///< of the document's contact points
  std::vector<std::string> full_names{};
  NameParts parts{};
  std::string uid{};
  std::vector<Employment> organisations{};
  std::vector<Employment> titles{};
  std::string city{};
  int city_rank = 10000;  ///< where it is from: least for a city alone, then the home, then others
  std::vector<std::string> members{};
  std::vector<Told> facts{};  ///< as kith wrote them; they are in a NOTE, too
  bool is_group = false;
  bool is_kiths = false;                  ///< kith wrote the card
  std::vector<std::string> unreadable{};  ///< "BDAY is no date: …"
};

class PropertyReader {
 public:
  /// Looks through `card`, which outlives the reader, for what its properties say of each other.
  explicit PropertyReader(const Card& card);

  /// Adds what `line`, one of the card's, says.
  Fate read(const ContentLine& line, Findings& findings) const;

  /// What the group of the property is labelled; empty if it has none.
  std::string_view group_label(const ContentLine& line) const;

 private:
  const Card& card_;
  std::map<std::string_view, std::string_view> labels_{};  // by group
  std::optional<int> no_year_{};
  bool is_kiths_ = false;
};

// The parts of PropertyReader, by subject. `label` is what label_of() says.

Fate read_email(const ContentLine& line, const std::string& label, Findings& findings);
Fate read_phone(const ContentLine& line, const std::string& label, Findings& findings);
Fate read_url(const ContentLine& line, const std::string& label, Findings& findings);
Fate read_handle(const ContentLine& line, std::string_view service, Findings& findings);
Fate read_address(const ContentLine& line, const std::string& label, Findings& findings);
Fate read_address_label(const ContentLine& line, const std::string& label, Findings& findings);
Fate read_related(const ContentLine& line, std::string_view word, Findings& findings);
/// X-KITH-…: what kith itself wrote.
Fate read_kiths_own(const ContentLine& line, Findings& findings);

}  // namespace kith::exchange
