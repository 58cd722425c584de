// E-mail addresses for a few letters, as mail programs ask for them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith {

struct Address {
  PersonRef person{};
  std::string email{};
  std::string label{};
  std::string org{};
  bool operator==(const Address&) const = default;
};

/// The addresses of people of whom a name, a nickname, an e-mail address or an organisation has
/// words that begin with those of `text`, compared folded; of everybody if there is nothing in it.
/// Whole words before begun ones, names before organisations; then those you are most in touch with
/// first, by how often of late and by circle. The archived and the former come last, the dead not
/// at all. At most `limit`; the work grows with the answer, not with the number of people.
std::vector<Address> find_addresses(Store& store, std::string_view text, std::size_t limit);

}  // namespace kith
