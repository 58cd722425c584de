// What happened and what is to be done, as sources tell it; and who is tied to whom.
#include <algorithm>
#include <utility>

#include "exchange/three_way.hpp"
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

/// "linkedin.com" of any of its pages.
std::string host_of(std::string_view url) {
  const std::string plain = comparable(ContactKind::url, url);
  return plain.substr(0, plain.find('/'));
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
  std::vector<PersonRef> found = who.name.empty() ? std::vector<PersonRef>{} : with_name(who.name);
  // Whoever has another page at the same place is somebody else of that name.
  std::erase_if(found, [&](const PersonRef& person) {
    const std::vector<ContactPoint> pages = store_.people().get(person.id).points(ContactKind::url);
    return !who.url.empty() && std::any_of(pages.begin(), pages.end(), [&](const auto& page) {
      return host_of(page.value) == host_of(who.url);
    });
  });
  return found;
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
  Who known_by = who;
  known_by.key.clear();  // what somebody is called at the source is no name
  ContactDocument document{.line = line, .name = text::clean_line(named(known_by))};
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
  is_alone_ = true;  // to be asked for at once
  take(document);
  is_alone_ = false;
  return known(who, line);
}

/// True if the log has it, in the same words, from elsewhere: by hand, or out of a file that kith
/// wrote.
bool Importer::is_logged(const Interaction& draft) const {
  constexpr std::size_t kMostOfADay = 100;
  const InteractionFilter that_day{
      .person = draft.people.front().id, .since = draft.date, .until = draft.date};
  const std::string text = text::fold(draft.text);
  const std::vector<Interaction> others = store_.interactions().latest(that_day, kMostOfADay);
  return std::any_of(others.begin(), others.end(), [&](const Interaction& other) {
    return !logged_.contains(other.id) && text::fold(other.text) == text &&
           std::is_permutation(other.people.begin(),
                               other.people.end(),
                               draft.people.begin(),
                               draft.people.end(),
                               [](const PersonRef& a, const PersonRef& b) { return a.id == b.id; });
  });
}

template <class Document>
bool Importer::is_put_off(const Document& document) {
  write_now_and_then();
  if (first_waiting_) {
    later_.emplace_back(document);
  }
  return first_waiting_.has_value();
}

void Importer::take(const InteractionDocument& document) {
  if (is_put_off(document)) {
    return;
  }
  Interaction draft = document.interaction;
  if (rules_.since && draft.date < *rules_.since) {
    return;
  }
  draft.uid =
      derived_uid(std::chrono::sys_days{draft.date},
                  source_ + "\n" + (document.key.empty() ? own_key(document) : document.key));
  ImportCount& count = report_.records["interactions"];
  const std::optional<Uid> own = parse_uid(document.key);  // kith's, out of a file that it wrote
  if (store_.interactions().is_known(draft.uid) || (own && store_.interactions().is_known(*own))) {
    ++count.unchanged;
    return;
  }
  const std::size_t strangers_before = report_.people.imported;
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
    if (report_.people.imported == strangers_before && is_logged(draft)) {
      ++count.unchanged;
      return;
    }
    for (const Who& who : document.mentions) {
      const std::optional<PersonRef> person = known(who, document.line);
      if (person && !has(draft.people, person->id) && !has(draft.mentions, person->id)) {
        draft.mentions.push_back(*person);
      }
    }
    logged_.insert(store_.interactions().add(draft).id);
    ++count.imported;
  } catch (const DataError& error) {
    remark({Remark::Kind::warning, document.line, {}, error.message() + ", left out"});
  }
}

void Importer::take(const FollowUpDocument& document) {
  if (is_put_off(document)) {
    return;
  }
  FollowUp draft = document.follow_up;
  if (rules_.since && draft.status != FollowUpStatus::open && draft.due < *rules_.since) {
    return;
  }
  const std::string key =
      document.key.empty() ? draft.text + "\n" + text::fold(named(document.person)) : document.key;
  // A series is named by its first day: the day that is next moves on.
  const Date named_on = draft.series_start.ok() ? draft.series_start : draft.due;
  draft.uid = derived_uid(std::chrono::sys_days{named_on}, source_ + "\n" + key);
  ImportCount& count = report_.records["follow_ups"];
  const std::optional<Uid> own = parse_uid(document.key);  // kith's, out of a file that it wrote
  if (store_.follow_ups().is_known(draft.uid) || (own && store_.follow_ups().is_known(*own))) {
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

/// A tie where one person is meant, else a fact, so that nothing is lost.
void Importer::tie_relation(const Tie& tie) {
  const Relation& relation = tie.relation;
  const std::string word = relation.word.empty() ? relation.kind : relation.word;
  std::vector<PersonRef> others = meant_by({.name = relation.name, .key = relation.key});
  std::erase_if(others, [&](const PersonRef& other) { return other.id == tie.person.id; });
  if (others.size() == 1) {
    const PersonRef& other = others.front();
    const bool is_tied = store_.links().tied(tie.person.id, other.id, relation.kind) ||
                         store_.links().tied(other.id, tie.person.id, relation.kind);
    if (!is_tied) {
      store_.links().add(Link{.a = tie.person, .b = other, .kind = relation.kind});
    }
    return;
  }
  if (relation.name.empty()) {
    remark({Remark::Kind::warning,
            tie.line,
            tie.person.name,
            word + ": of somebody who is not in the file"});
    return;
  }
  const bool is_family = relation.kind == "family" || relation.kind == "partner";
  store_.facts().add(Fact{.person = tie.person,
                          .kind = is_family ? "family" : "other",
                          .text = word + ": " + relation.name});
}

void Importer::tag_groups() {
  for (const GroupDocument& group : std::exchange(groups_, {})) {
    const std::string tag = plain_tag(group.name);
    for (const std::string& member : group.members) {
      std::optional<Origin> origin = store_.origins().find(source_, member);
      if (tag.empty() || !origin || newly_said(origin->said, "tags", {tag}).empty()) {
        continue;
      }
      Person person = store_.people().get(origin->person);
      if (person.add_tag(tag)) {
        store_.people().update(person);
      }
      store_.origins().put(*origin);
    }
  }
}

/// Now that everybody is there.
void Importer::tie_relations() {
  for (const Tie& tie : ties_) {
    try {
      tie_relation(tie);
    } catch (const DataError& error) {
      remark({Remark::Kind::warning, tie.line, tie.person.name, error.message() + ", left out"});
    }
  }
  ties_.clear();
}

}  // namespace kith::exchange
