// The names of properties, and what they are about.
#pragma once

#include <string_view>

namespace kith::exchange {

enum class Subject {
  full_name,
  name,
  nickname,
  organisation,
  title,
  role,
  email,
  phone,
  url,
  page,
  handle,
  social,
  address,
  address_label,
  birthday,
  anniversary,
  labelled_day,
  death,
  tags,
  note,
  related,
  relateds,  ///< several, with commas between
  labelled_name,
  timezone,
  picture,
  uid,
  kind,
  member,
  producer,
  nothing,
  label
};

struct Meaning {
  Subject subject = Subject::nothing;
  std::string_view word{};  ///< service, label or relation
};

/// Nothing for a property that kith does not know.
const Meaning* meaning_of(std::string_view property);

/// True for what only describes the other properties of its group: X-ABLabel, X-ABADR.
bool is_companion(std::string_view property);

}  // namespace kith::exchange
