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

capture::Known NameLookup::known_of(const PersonRef& person) const {
  const auto found = read_.find(person.id);
  return found == read_.end() ? capture::Known{} : found->second;
}

bool NameLookup::seen_together(const PersonRef& a, const PersonRef& b) const {
  return store_.interactions().together(a.id, b.id);
}

std::vector<capture::KnownPerson> NameLookup::known(const std::vector<PersonRef>& people) const {
  std::vector<capture::KnownPerson> all;
  for (const PersonRef& ref : people) {
    const Person person = store_.people().get(ref.id);
    all.push_back({.ref = ref, .nicknames = person.nicknames});
    read_[ref.id] = {.org = person.org(), .city = person.city, .tags = person.tags};
  }
  return all;
}

}  // namespace kith::cli
