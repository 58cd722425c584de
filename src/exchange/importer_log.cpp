// What happened and what is to be done, as sources tell it; and who is tied to whom.
#include <algorithm>

#include <kith/domain/fact.hpp>
#include <kith/error.hpp>
#include <kith/exchange/importer.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

std::string named(const Who& who) {
  for (const std::string* word : {&who.name, &who.email, &who.phone, &who.url, &who.key}) {
    if (!word->empty()) {
      return *word;
    }
  }
  return {};
}

bool has(const std::vector<PersonRef>& people, PersonId id) {
  return std::any_of(
      people.begin(), people.end(), [id](const PersonRef& person) { return person.id == id; });
}

/// What names a record that its source does not name.
std::string own_key(const InteractionDocument& document) {
  const Interaction& one = document.interaction;
  std::string key = one.kind + "\n" + one.text + "\n" + one.place;
  if (one.time) {
    key += "\n" + time_of_day(*one.time);
  }
  for (const Who& who : document.people) {
    key += "\n" + text::fold(named(who));
  }
  return key;
}

}  // namespace

/// Everybody whom the first thing that is said of them fits.
std::vector<PersonRef> Importer::meant_by(const Who& who) const {
  if (!who.key.empty()) {
    if (const std::optional<Origin> origin = store_.origins().find(source_, who.key)) {
      return {store_.people().ref(origin->person)};
    }
    if (const auto uid = parse_uid(who.key)) {
      if (const auto id = store_.people().id_of(*uid)) {
        return {store_.people().ref(*id)};
      }
    }
  }
  for (const auto& [kind, value] : {std::pair(ContactKind::email, &who.email),
                                    std::pair(ContactKind::phone, &who.phone),
                                    std::pair(ContactKind::url, &who.url)}) {
    if (value->empty()) {
      continue;
    }
    if (std::vector<PersonRef> found = with_contact({.kind = kind, .value = *value});
        found.size() == 1) {
      return found;
    }
  }
  return who.name.empty() ? std::vector<PersonRef>{} : with_name(who.name);
}

std::optional<PersonRef> Importer::known(const Who& who, std::size_t line) {
  const std::vector<PersonRef> found = meant_by(who);
  if (found.size() > 1) {
    remark({Remark::Kind::warning,
            line,
            named(who),
            "more than one person has this name, left out here"});
  }
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

std::optional<PersonRef> Importer::known_or_new(const Who& who, std::size_t line) {
  if (const std::optional<PersonRef> person = known(who, line)) {
    return person;
  }
  if (rules_.strangers == Strangers::leave_out || !meant_by(who).empty()) {
    return std::nullopt;
  }
  ContactDocument document{.line = line, .name = text::clean_line(named(who))};
  if (!who.key.empty()) {
    document.keys.push_back(who.key);
  }
  for (const auto& [kind, value] : {std::pair(ContactKind::email, &who.email),
                                    std::pair(ContactKind::phone, &who.phone),
                                    std::pair(ContactKind::url, &who.url)}) {
    if (!value->empty()) {
      document.contact_points.push_back({.kind = kind, .value = *value});
    }
  }
  if (document.name.empty()) {
    return std::nullopt;
  }
  take(document);
  return known(who, line);
}

void Importer::take(const InteractionDocument& document) {
  Interaction draft = document.interaction;
  if (rules_.since && draft.date < *rules_.since) {
    return;
  }
  draft.uid =
      derived_uid(std::chrono::sys_days{draft.date},
                  source_ + "\n" + (document.key.empty() ? own_key(document) : document.key));
  ImportCount& count = report_.records["interactions"];
  if (store_.interactions().is_known(draft.uid)) {
    ++count.unchanged;
    return;
  }
  try {
    checked(draft);  // before strangers come in for the sake of it
    for (const Who& who : document.people) {
      const std::optional<PersonRef> person = known_or_new(who, document.line);
      if (person && !has(draft.people, person->id)) {
        draft.people.push_back(*person);
      }
    }
    if (draft.people.empty()) {
      ++report_.with_strangers;
      return;
    }
    for (const Who& who : document.mentions) {
      const std::optional<PersonRef> person = known(who, document.line);
      if (person && !has(draft.people, person->id) && !has(draft.mentions, person->id)) {
        draft.mentions.push_back(*person);
      }
    }
    store_.interactions().add(draft);
    ++count.imported;
  } catch (const DataError& error) {
    remark({Remark::Kind::warning, document.line, {}, error.message() + ", left out"});
  }
}

void Importer::take(const FollowUpDocument& document) {
  FollowUp draft = document.follow_up;
  const std::string key =
      document.key.empty() ? draft.text + "\n" + text::fold(named(document.person)) : document.key;
  draft.uid = derived_uid(std::chrono::sys_days{draft.due}, source_ + "\n" + key);
  ImportCount& count = report_.records["follow_ups"];
  if (store_.follow_ups().is_known(draft.uid)) {
    ++count.unchanged;
    return;
  }
  try {
    checked(draft);
    const std::optional<PersonRef> person = known_or_new(document.person, document.line);
    if (!person) {
      ++report_.with_strangers;
      return;
    }
    draft.person = *person;
    store_.follow_ups().add(draft);
    ++count.imported;
  } catch (const DataError& error) {
    remark({Remark::Kind::warning, document.line, {}, error.message() + ", left out"});
  }
}

/// Now that everybody is there: a tie where one person is meant, else a fact, so that nothing is
/// lost.
void Importer::tie_relations() {
  for (const Tie& tie : ties_) {
    const Relation& relation = tie.relation;
    std::vector<PersonRef> others = meant_by({.name = relation.name, .key = relation.key});
    std::erase_if(others, [&](const PersonRef& other) { return other.id == tie.person.id; });
    if (others.size() == 1) {
      const PersonRef& other = others.front();
      const bool is_tied = store_.links().tied(tie.person.id, other.id, relation.kind) ||
                           store_.links().tied(other.id, tie.person.id, relation.kind);
      if (!is_tied) {
        store_.links().add(Link{.a = tie.person, .b = other, .kind = relation.kind});
      }
    } else if (!relation.name.empty()) {
      const bool is_family = relation.kind == "family" || relation.kind == "partner";
      const std::string word = relation.word.empty() ? relation.kind : relation.word;
      store_.facts().add(Fact{.person = tie.person,
                              .kind = is_family ? "family" : "other",
                              .text = word + ": " + relation.name});
    }
  }
  ties_.clear();
}

}  // namespace kith::exchange
