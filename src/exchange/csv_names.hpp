// Names and ties as columns of other programs have them.
#pragma once

#include <string>
#include <string_view>

#include <kith/exchange/contact_document.hpp>

namespace kith::exchange {

/// True for "Lim, Ana" and not for "Ana Lim, PhD" or "Acme, Inc.": a name written family first.
/// `is_usual` says that most names of the column have a comma.
bool is_family_first(std::string_view name, bool is_usual);
/// "Lim, Ana" -> "Ana Lim".
std::string given_first(std::string_view name);

/// `name` parted for programs that want it so, where a person may part it otherwise. Given and
/// family name, written one after the other, are the name again.
NameParts parted_name(std::string_view name);

/// True for Mr, Frau, Mme: how somebody is addressed, and no part of the name. Not for Dr or Prof.
bool is_salutation(std::string_view word);
/// True for a salutation or a degree that stands before a name.
bool is_name_prefix(std::string_view word);

/// True for what stands in the last row of a table: "Total", "Summe: 37".
bool is_total(std::string_view name);

/// A tie by the word that names it: "spouse" is a partner, "mother" family, "manager" a colleague.
Relation relation_of(std::string_view word, std::string_view name);

}  // namespace kith::exchange
