// Who is meant by a document: among those in the store, and those who wait to be written.
#include "exchange/importer_match.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include <kith/store/name_index.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

bool share_a_word(std::string_view a, std::string_view b) {
  const std::vector<std::string> left = text::words(text::fold(a));
  const std::vector<std::string> right = text::words(text::fold(b));
  return std::any_of(left.begin(), left.end(), [&](const std::string& word) {
    return std::find(right.begin(), right.end(), word) != right.end();
  });
}

bool share_an_organisation(const Person& person, const ContactDocument& document) {
  return std::any_of(
      person.memberships.begin(), person.memberships.end(), [&](const Membership& mine) {
        const std::string org = text::fold(mine.org);
        return !org.empty() &&
               std::any_of(document.memberships.begin(),
                           document.memberships.end(),
                           [&](const Membership& theirs) { return text::fold(theirs.org) == org; });
      });
}

bool share_a_nickname(const Person& person, const ContactDocument& document) {
  return std::any_of(
      person.nicknames.begin(), person.nicknames.end(), [&](const std::string& mine) {
        return std::any_of(
            document.nicknames.begin(), document.nicknames.end(), [&](const std::string& theirs) {
              return text::fold(mine) == text::fold(theirs);
            });
      });
}

bool share_a_birthday(const Person& person, const ContactDocument& document) {
  return person.birthday.month && person.birthday.day && person.birthday == document.birthday;
}

std::size_t hash_of(std::string_view name) { return std::hash<std::string>{}(text::fold(name)); }

}  // namespace

bool Importer::is_seen(const std::string& key) const {
  return keys_seen_.contains(std::hash<std::string>{}(key));
}

/// True if this file has not named the person yet, or has by the same name.
bool Importer::is_free(PersonId id, const ContactDocument& document) const {
  const auto claimed = claimed_.find(id);
  return claimed == claimed_.end() ||
         (!document.key_parts_file && claimed->second == hash_of(document.name));
}

std::optional<Origin> Importer::remembered(const ContactDocument& document) const {
  for (std::size_t i = 0; i < document.keys.size(); ++i) {
    if (!has_origins_ && !is_seen(document.keys[i])) {
      continue;  // the source speaks for the first time, and not yet under this key
    }
    std::optional<Origin> origin = store_.origins().find(source_, document.keys[i]);
    if (!origin) {
      continue;
    }
    if (i == 0) {
      return origin;
    }
    const auto name = origin->said.find("name");
    if (name != origin->said.end() && text::fold(name->second) == text::fold(document.name) &&
        !claimed_.contains(origin->person)) {
      return origin;
    }
  }
  return std::nullopt;
}

/// What the source said of somebody when it named them otherwise: keys that are made from what a
/// person has change with it. The names have to agree in a word, as they do where somebody marries.
std::optional<Origin> Importer::said_under_another_key(const ContactDocument& document,
                                                       PersonId person) const {
  std::optional<Origin> found;
  for (const Origin& origin : store_.origins().of(person)) {
    if (origin.source != source_) {
      continue;
    }
    const auto name = origin.said.find("name");
    if (found || name == origin.said.end() || !share_a_word(name->second, document.name)) {
      return std::nullopt;
    }
    found = origin;
  }
  return found;
}

/// The one person who has a contact point of the document's; nobody where several have, unless one
/// of them alone has its name too.
std::optional<PersonId> Importer::by_contact(const ContactDocument& document,
                                             ContactKind kind) const {
  std::vector<PersonRef> found;
  for (const ContactPoint& point : document.contact_points) {
    if (point.kind != kind) {
      continue;
    }
    for (const PersonRef& person : with_contact(point)) {
      // An e-mail address is one person's. Phones are shared by households and offices, and web
      // pages by companies, so there the names have to agree.
      const bool agrees =
          kind == ContactKind::email ||
          (kind == ContactKind::phone && share_a_word(person.name, document.name)) ||
          text::fold(person.name) == text::fold(document.name);
      if (agrees && is_free(person.id, document) &&
          std::find(found.begin(), found.end(), person) == found.end()) {
        found.push_back(person);
      }
    }
  }
  if (found.size() > 1) {
    std::erase_if(found, [&](const PersonRef& person) {
      return text::fold(person.name) != text::fold(document.name);
    });
  }
  return found.size() == 1 ? std::optional(found.front().id) : std::nullopt;
}

std::optional<PersonId> Importer::by_name(const ContactDocument& document,
                                          const std::vector<PersonRef>& namesakes) const {
  std::vector<PersonId> found;
  for (const PersonRef& ref : namesakes) {
    if (claimed_.contains(ref.id)) {
      continue;
    }
    const Person person = store_.people().get(ref.id);
    if (!share_an_organisation(person, document) && !share_a_birthday(person, document) &&
        !share_a_nickname(person, document)) {
      continue;
    }
    const std::vector<Origin> origins = store_.origins().of(ref.id);
    if (document.key_is_identity &&
        std::any_of(origins.begin(), origins.end(), [&](const Origin& origin) {
          return origin.source == source_;
        })) {
      continue;  // somebody else of the same name: the source knows them by another key
    }
    found.push_back(ref.id);
  }
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

Importer::Match Importer::match(const ContactDocument& document) const {
  Match match;
  match.origin = remembered(document);
  if (document.uid) {
    match.person = store_.people().id_of(*document.uid);
  }
  if (!match.person && match.origin) {
    match.person = match.origin->person;
  }
  for (const ContactKind kind : {ContactKind::email, ContactKind::phone, ContactKind::url}) {
    if (!match.person && !document.uid) {
      match.person = by_contact(document, kind);
    }
  }
  std::vector<PersonRef> namesakes;
  if (!match.person) {
    namesakes = with_name(document.name);
    if (!document.uid) {
      match.person = by_name(document, namesakes);
    }
  }
  if (!match.person) {
    match.like = std::move(namesakes);
  }
  if (match.origin && match.origin->person != *match.person) {
    match.origin.reset();
  }
  const bool is_written = match.person && !is_waiting(*match.person);
  if (is_written && !match.origin && !document.key_is_identity && !document.uid) {
    match.origin = said_under_another_key(document, *match.person);
  }
  return match;
}

std::optional<PersonId> Importer::whom(const ContactDocument& document) const {
  return match(document).person;
}

void Importer::claim(PersonId person, std::string_view name) {
  claimed_.try_emplace(person, hash_of(name));
}
/// True if somebody who is not written yet goes by one of the document's keys, or by its uid.
bool Importer::is_waiting(const ContactDocument& document) const {
  return (document.uid && new_uids_.contains(*document.uid)) ||
         std::any_of(document.keys.begin(), document.keys.end(), [&](const std::string& key) {
           return new_keys_.contains(key);
         });
}

bool Importer::is_waiting(PersonId person) const {
  return first_waiting_ && person >= *first_waiting_;
}
/// A name in a row is asked for several times.
const std::string& Importer::folded(const std::string& name) const {
  if (name != last_name_) {
    last_folded_ = text::fold(name);
    last_name_ = name;
  }
  return last_folded_;
}

std::vector<PersonRef> Importer::with_name(const std::string& name) const {
  std::vector<PersonRef> people = store_.names().with_name(name);
  if (const auto it = new_names_.find(folded(name)); it != new_names_.end()) {
    people.insert(people.end(), it->second.begin(), it->second.end());
  }
  return people;
}

std::vector<PersonRef> Importer::with_contact(const ContactPoint& point) const {
  std::vector<PersonRef> people = store_.names().with_contact(point.kind, point.value);
  const auto of_kind = new_points_.find(point.kind);
  if (of_kind == new_points_.end()) {
    return people;
  }
  const auto it = of_kind->second.find(comparable(point.kind, point.value));
  if (it != of_kind->second.end()) {
    people.insert(people.end(), it->second.begin(), it->second.end());
  }
  return people;
}

}  // namespace kith::exchange
