// What a card has to say of a person, piece by piece, so that each can be compared with what a
// property says, and written where none says it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/vcard.hpp>

namespace kith::exchange {

class PropertyReader;

/// One thing that a card says, or is to say.
struct Wish {
  std::string subject{};             ///< "name", "email", "tag", …
  std::string value{};               ///< in a form that is equal for what is the same
  std::string label{};               ///< of a contact point
  std::string text{};                ///< as it is written, unescaped: of names, tags and notes
  std::vector<ContentLine> lines{};  ///< the properties that say it; empty where one says several
  bool is_said = false;
};

/// All that a card has to say, in the order in which it is written.
std::vector<Wish> wishes_of(const CardSubject& subject, CardVersion version, CardDetail detail);

/// What `line`, of the card that `reader` is for, says.
std::vector<Wish> said_by(const PropertyReader& reader, const ContentLine& line);

/// "spouse: Jenny", as an import notes somebody whom nobody knows; empty if the fact is none.
struct NamedRelation {
  std::string word{};
  std::string name{};
};
NamedRelation relation_in(const Fact& fact);

/// True if the fact is a part of note_of().
bool is_note(const Fact& fact);

/// The property that says when somebody was born.
ContentLine birthday_line(const PartialDate& birthday, CardVersion version);

}  // namespace kith::exchange
