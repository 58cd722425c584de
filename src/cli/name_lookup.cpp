// Looks names up for the reader of sentences.
#include "cli/name_lookup.hpp"

#include <algorithm>

#include <kith/store/interaction_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {

std::vector<capture::KnownPerson> NameLookup::with_words(
    const std::vector<std::string>& words) const {
  return known(store_.names().with_words(words, kMost));
}

std::vector<std::string> NameLookup::words_near(std::string_view word) const {
  return store_.names().words_near(word);
}

std::vector<capture::KnownPerson> NameLookup::with_address(std::string_view address) const {
  const bool email = address.find('@', 1) != std::string_view::npos;
  std::vector<PersonRef> people =
      store_.names().with_contact(email ? ContactKind::email : ContactKind::handle, address);
  if (people.empty() && !email) {
    people = store_.names().with_contact(ContactKind::handle, address.substr(1));
  }
  return known(people);
}

capture::Known NameLookup::known_of(const PersonRef& ref) const {
  const auto [found, is_new] = read_.try_emplace(ref.id);
  if (is_new) {
    const Person person = store_.people().get(ref.id);
    found->second = {.org = person.org(), .city = person.city, .tags = person.tags};
  }
  return found->second;
}

bool NameLookup::seen_together(const PersonRef& a, const PersonRef& b) const {
  return store_.interactions().together(a.id, b.id);
}

std::vector<capture::KnownPerson> NameLookup::known(const std::vector<PersonRef>& people) const {
  std::vector<capture::KnownPerson> all;
  for (const PersonRef& ref : people) {
    all.push_back({.ref = ref, .nicknames = store_.people().nicknames_of(ref.id)});
  }
  return all;
}

}  // namespace kith::cli
