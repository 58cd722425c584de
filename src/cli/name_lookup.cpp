// Looks names up for the reader of sentences.
#include "cli/name_lookup.hpp"

#include <algorithm>

#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {

namespace {

// Of people who share a given name and a surname there are never so many.
constexpr std::size_t kMostOfOneWord = 2000;

}  // namespace

std::vector<capture::KnownPerson> NameLookup::with_words(
    const std::vector<std::string>& words) const {
  if (words.empty()) {
    return {};
  }
  const NameIndex& names = store_.names();
  if (words.size() == 1) {
    return known(names.with_word(words.front(), kMost));
  }
  std::vector<PersonRef> found = names.with_word(words.front(), kMostOfOneWord);
  for (std::size_t i = 1; i < words.size() && !found.empty(); ++i) {
    const std::vector<PersonRef> others = names.with_word(words[i], kMostOfOneWord);
    std::erase_if(found, [&](const PersonRef& person) {
      return std::ranges::find(others, person.id, &PersonRef::id) == others.end();
    });
  }
  found.resize(std::min(found.size(), kMost));
  return known(found);
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

std::vector<capture::KnownPerson> NameLookup::known(const std::vector<PersonRef>& people) const {
  std::vector<capture::KnownPerson> all;
  for (const PersonRef& ref : people) {
    const Person person = store_.people().get(ref.id);
    all.push_back({.ref = ref, .nicknames = person.nicknames});
  }
  return all;
}

}  // namespace kith::cli
