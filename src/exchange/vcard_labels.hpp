// What kith calls a label, and vCards a type or X-ABLabel.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/exchange/content_line.hpp>

namespace kith::exchange {

/// "home", "work fax", "mobile", …; empty if the property says nothing of the kind. What the
/// property's group is labelled comes first.
std::string label_of(const ContentLine& line, std::string_view group_label);

/// X-ABLabel's value as a label: `_$!<HomePage>!$_` is "homepage".
std::string plain_group_label(std::string_view value);

/// How much the property is preferred: 1 is most, 101 not at all.
int preference_of(const ContentLine& line);

/// The types that stand for `label`; nothing if no type does, and a group has to be labelled.
std::optional<std::vector<std::string>> types_for(ContactKind kind, std::string_view label);

}  // namespace kith::exchange
