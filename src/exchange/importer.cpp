// What becomes of a document.
#include "kith/exchange/importer.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

#include "exchange/importer_match.hpp"
#include "exchange/three_way.hpp"
#include <kith/domain/fact.hpp>
#include <kith/error.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/newcomers.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;

}  // namespace

void ImportReport::add(Remark remark) {
  if (++remarked[remark.kind] <= kMostKept) {
    remarks.push_back(std::move(remark));
  }
}

void ImportReport::add(PossibleDouble one) {
  if (++doubles <= kMostKept) {
    possible_doubles.push_back(std::move(one));
  }
}

Importer::Importer(Store& store, std::string source, ImportProgress progress)
    : Importer(store, std::move(source), LogRules{}, std::move(progress)) {}

Importer::Importer(Store& store, std::string source, LogRules rules, ImportProgress progress)
    : store_(store),
      source_(std::move(source)),
      rules_(rules),
      progress_(std::move(progress)),
      has_origins_(rules.at_once == 1 || store.origins().has_any(source_)) {}

Importer::~Importer() = default;

void Importer::remark(Remark remark) {
  report_.skipped += remark.kind == Remark::Kind::skipped ? 1 : 0;
  report_.repeated += remark.kind == Remark::Kind::repeated ? 1 : 0;
  if (remark.file.empty()) {
    remark.file = file_;
  }
  report_.add(std::move(remark));
}

void Importer::write_waiting() {
  if (rules_.at_once == 1) {
    return;
  }
  store_.newcomers().flush();
  first_waiting_.reset();
  for (const ToldOf& one : std::exchange(told_, {})) {
    tell(one.person, one.told, one.line);
  }
  store_.settle();
  new_names_.clear();
  new_points_.clear();
  new_keys_.clear();
  new_uids_.clear();
  for (const auto& document : std::exchange(later_, {})) {
    std::visit([this](const auto& one) { take(one); }, document);
  }
}

/// Takes out what the store would refuse, so that the rest of the person comes in.
void Importer::clean(ContactDocument& document) {
  std::erase_if(document.contact_points, [&](const ContactPoint& point) {
    try {
      checked(point);
      return false;
    } catch (const DataError& error) {
      remark({Remark::Kind::warning, document.line, document.name, error.message() + ", left out"});
      return true;
    }
  });
  for (std::string& tag : document.tags) {
    tag = plain_tag(tag);
  }
  std::erase(document.tags, std::string());
  std::erase_if(document.told, [&](const Told& told) {
    try {
      checked(Fact{.kind = told.kind, .text = told.text});
      return false;
    } catch (const DataError&) {
      remark({Remark::Kind::warning, document.line, document.name, "note: too long, left out"});
      return true;
    }
  });
}

void Importer::write_now_and_then() {
  if (++taken_ % rules_.at_once == 0) {
    write_waiting();
  }
}

void Importer::take(const ContactDocument& given) {
  ContactDocument document = given;
  document.name = text::clean_line(document.name);
  if (document.name.empty()) {
    remark({Remark::Kind::skipped, document.line, {}, "no name"});
    return;
  }
  clean(document);
  const bool is_repeated = !document.keys.empty() && is_seen(document.keys.front());
  if (is_waiting(document)) {
    write_waiting();
  }
  write_now_and_then();
  try {
    Match found = match(document);
    if (found.person && is_waiting(*found.person)) {
      write_waiting();
      found = match(document);
    }
    if (!document.keys.empty()) {
      keys_seen_.insert(std::hash<std::string>{}(document.keys.front()));
    }
    if (!found.person) {
      add_new(document, found.like);
    } else {
      update(document, found, is_repeated || claimed_.contains(*found.person));
    }
    for (const std::string& name : document.without_place) {
      ++report_.kept[name];
    }
    for (const std::string& name : document.dropped) {
      ++report_.dropped[name];
    }
  } catch (const DataError& error) {
    // One record that cannot be kept (a name of 20,000 letters) does not stop the others.
    remark({Remark::Kind::skipped, document.line, document.name, error.message()});
  }
  if (progress_ && report_.read() % kProgressEvery == 0) {
    progress_(report_.read());
  }
}

void Importer::add_new(const ContactDocument& document, const std::vector<PersonRef>& like) {
  Person draft{};
  Said said;
  apply(document, UpdateMode::follow, draft, said);
  if (document.uid) {
    draft.uid = *document.uid;
  }
  const Person person = together() ? store_.newcomers().add(draft) : store_.people().add(draft);
  if (together()) {
    first_waiting_ = first_waiting_.value_or(person.id);
    new_uids_.insert(person.uid);
    if (!document.keys.empty()) {
      new_keys_.insert(document.keys.front());
    }
  }
  if (!like.empty()) {
    report_.add({document.line, person.ref(), like});
  }
  keep_the_rest(document, person, std::nullopt, std::move(said), true);
  ++report_.people.imported;
}

void Importer::update(const ContactDocument& document, const Match& found, bool is_repeated) {
  const Person before = store_.people().get(*found.person);
  Person person = before;
  Said said = found.origin ? found.origin->said : Said{};
  apply(document, is_repeated ? UpdateMode::fill : UpdateMode::follow, person, said);
  const bool has_changed = person != before;
  if (has_changed) {
    person = store_.people().update(person);
  }
  const bool has_notes = keep_the_rest(document, person, found.origin, std::move(said), false);
  if (is_repeated) {
    remark({Remark::Kind::repeated,
            document.line,
            document.name,
            "the same person as further up in the file"});
  } else if (has_changed || has_notes) {
    ++report_.people.updated;
  } else {
    ++report_.people.unchanged;
  }
}

void Importer::tell(const PersonRef& person, const Told& told, std::size_t line) {
  try {
    store_.facts().add(
        Fact{.person = person, .kind = told.kind, .text = told.text, .date = told.date});
  } catch (const DataError& error) {
    remark({Remark::Kind::warning, line, person.name, error.message() + ", left out"});
  }
}

/// Notes, introductions, and the memory of what the source said. True if a note was added.
bool Importer::keep_the_rest(const ContactDocument& document,
                             const Person& person,
                             const std::optional<Origin>& old,
                             std::map<std::string, std::string> said,
                             bool is_new) {
  claimed_.try_emplace(person.id, std::hash<std::string>{}(folded(document.name)));
  if (is_new) {
    new_names_[folded(person.name)].push_back(person.ref());
    for (const ContactPoint& point : person.contact_points) {
      new_points_[point.kind][comparable(point.kind, point.value)].push_back(person.ref());
    }
  }
  const bool waits = is_new && together();
  bool has_news = false;
  for (const Told& told : document.told) {
    if (!newly_said(said, "notes", {told.text}).empty()) {
      if (waits) {
        told_.push_back({person.ref(), told, document.line});
      } else {
        tell(person.ref(), told, document.line);
      }
      has_news = true;
    }
  }
  for (const Relation& relation : document.relations) {
    const std::string id = relation.word + " " + relation.name + " " + relation.key;
    if (!newly_said(said, "relations", {id}).empty()) {
      ties_.push_back({person.ref(), relation, document.line});
      has_news = true;
    }
  }
  if (!document.kept.empty() || said.contains("kept")) {
    std::string kept;
    for (const std::string& line : document.kept) {
      kept += (kept.empty() ? "" : "\n") + line;
    }
    has_news = has_news || said["kept"] != kept;
    said["kept"] = kept;
  }
  if (!document.introduced_by.empty() &&
      !newly_said(said, "introduced_by", {document.introduced_by}).empty()) {
    introductions_.push_back({person.id, document.introduced_by, document.line});
  }
  if (!document.keys.empty()) {
    const Origin now{.source = source_,
                     .key = document.keys.front(),
                     .person = person.id,
                     .said = std::move(said)};
    if (waits) {
      store_.newcomers().put(now);
    } else if (!old || *old != now) {
      store_.origins().put(now);
    }
  }
  return has_news;
}

void Importer::tie_introductions() {
  for (const Introduction& introduction : introductions_) {
    Person person = store_.people().get(introduction.person);
    if (person.introduced_by) {
      continue;
    }
    std::vector<PersonRef> by = with_name(introduction.by);
    std::erase_if(by, [&](const PersonRef& other) { return other.id == person.id; });
    if (by.size() == 1) {
      person.introduced_by = by.front();
      store_.people().update(person);
      continue;
    }
    remark({Remark::Kind::warning,
            introduction.line,
            person.name,
            "introduced by " + introduction.by +
                (by.empty() ? ": no such person" : ": more than one person has this name")});
  }
  introductions_.clear();
}

ImportReport Importer::finish(std::string file) {
  write_waiting();
  tie_introductions();
  tie_relations();
  tag_groups();
  claimed_.clear();
  keys_seen_.clear();
  has_origins_ = true;  // the next file speaks of those of this one
  ImportReport report = std::exchange(report_, {});
  report.file = std::move(file);
  std::stable_sort(
      report.remarks.begin(), report.remarks.end(), [](const Remark& a, const Remark& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
      });
  file_.clear();
  return report;
}

}  // namespace kith::exchange
