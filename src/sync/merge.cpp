// Single values by the rule of three; lists as sets, so that additions of both sides stay.
#include "sync/merge.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::sync {
namespace {

using exchange::ContactDocument;

/// A single value of a document and of a person.
struct Scalar {
  std::string_view field{};
  bool silence_is_news = true;
  std::function<std::string(const ContactDocument&)> value{};
  std::function<void(Person&, const ContactDocument&)> set{};
};

Membership current(const ContactDocument& document) {
  const auto it = std::ranges::find_if(document.memberships,
                                       [](const Membership& one) { return one.to.empty(); });
  return it == document.memberships.end() ? Membership{} : *it;
}

const std::vector<Scalar>& scalars() {
  static const std::vector<Scalar> kScalars{
      {"name",
       false,
       [](const ContactDocument& d) { return text::clean_line(d.name); },
       [](Person& p, const ContactDocument& d) { p.name = text::clean_line(d.name); }},
      {"organisation",
       true,
       [](const ContactDocument& d) { return text::clean_line(current(d).org); },
       [](Person& p, const ContactDocument& d) { p.set_org(text::clean_line(current(d).org)); }},
      {"title",
       true,
       [](const ContactDocument& d) { return text::clean_line(current(d).title); },
       [](Person& p, const ContactDocument& d) {
         p.set_title(text::clean_line(current(d).title));
       }},
      {"city",
       true,
       [](const ContactDocument& d) { return text::clean_line(d.city); },
       [](Person& p, const ContactDocument& d) { p.city = text::clean_line(d.city); }},
      {"birthday",
       true,
       [](const ContactDocument& d) { return to_string(d.birthday); },
       [](Person& p, const ContactDocument& d) { p.birthday = d.birthday; }},
      {"timezone",
       false,
       [](const ContactDocument& d) { return text::clean_line(d.timezone); },
       [](Person& p, const ContactDocument& d) { p.timezone = text::clean_line(d.timezone); }},
      {"how you met",
       false,
       [](const ContactDocument& d) { return text::clean_text(d.met); },
       [](Person& p, const ContactDocument& d) { p.met = text::clean_text(d.met); }},
      {"when you met",
       false,
       [](const ContactDocument& d) { return to_string(d.met_on); },
       [](Person& p, const ContactDocument& d) { p.met_on = d.met_on; }},
      {"circle",
       false,
       [](const ContactDocument& d) {
         return d.circle ? std::string(to_string(*d.circle)) : std::string();
       },
       [](Person& p, const ContactDocument& d) { p.circle = d.circle; }},
      {"cadence",
       false,
       [](const ContactDocument& d) {
         return d.cadence ? std::to_string(d.cadence->days()) + " days" : std::string();
       },
       [](Person& p, const ContactDocument& d) { p.own_cadence = d.cadence; }},
      {"standing",
       false,
       [](const ContactDocument& d) {
         return d.standing ? std::string(to_string(*d.standing)) : std::string();
       },
       [](Person& p, const ContactDocument& d) { p.standing = *d.standing; }},
  };
  return kScalars;
}

using Point = std::pair<ContactKind, std::string>;

Point key_of(const ContactPoint& point) {
  return {point.kind, comparable(point.kind, text::clean_line(point.value))};
}

bool can_be_kept(const ContactPoint& point) {
  try {
    checked(Person{.name = "-", .contact_points = {point}});
    return true;
  } catch (const DataError&) {
    return false;
  }
}

const ContactPoint* find(const std::vector<ContactPoint>& points, const Point& key) {
  const auto it =
      std::ranges::find_if(points, [&](const ContactPoint& one) { return key_of(one) == key; });
  return it == points.end() ? nullptr : &*it;
}

void merge_points(Merged& result,
                  const ContactDocument& base,
                  const ContactDocument& here,
                  const ContactDocument& there,
                  bool there_is_newer) {
  Person& person = result.person;
  for (const ContactPoint& was : base.contact_points) {
    if (const Point key = key_of(was); find(there.contact_points, key) == nullptr) {
      std::erase_if(person.contact_points,
                    [&](const ContactPoint& mine) { return key_of(mine) == key; });
    }
  }
  for (const ContactPoint& now : there.contact_points) {
    const Point key = key_of(now);
    const ContactPoint clean{now.kind, text::clean_line(now.value), text::clean_line(now.label)};
    const ContactPoint* was = find(base.contact_points, key);
    if (was == nullptr) {
      if (can_be_kept(clean)) {
        person.add_point(clean);
      }
      continue;
    }
    const auto mine = std::ranges::find_if(
        person.contact_points, [&](const ContactPoint& one) { return key_of(one) == key; });
    if (mine == person.contact_points.end()) {
      continue;  // deleted here
    }
    const ContactPoint* ours = find(here.contact_points, key);
    const bool changed_here = ours != nullptr && ours->label != was->label;
    if (now.label != was->label && (!changed_here || there_is_newer)) {
      mine->label = clean.label;
    }
    if (now.value != was->value && can_be_kept(clean)) {
      mine->value = clean.value;
    }
  }
}

/// What was added to a list there, and what was taken out of it.
template <class Key>
std::pair<std::vector<std::string>, std::vector<std::string>> difference(
    const std::vector<std::string>& before, const std::vector<std::string>& now, const Key& key) {
  std::set<std::string> then;
  std::set<std::string> today;
  for (const std::string& one : before) {
    then.insert(key(one));
  }
  std::vector<std::string> added;
  for (const std::string& one : now) {
    if (const std::string k = key(one); today.insert(k).second && !then.contains(k) && !k.empty()) {
      added.push_back(one);
    }
  }
  std::vector<std::string> gone;
  for (const std::string& one : before) {
    if (!today.contains(key(one))) {
      gone.push_back(one);
    }
  }
  return {added, gone};
}

void merge_words(std::vector<std::string>& mine,
                 const std::vector<std::string>& before,
                 const std::vector<std::string>& now,
                 const std::function<std::string(const std::string&)>& clean,
                 const std::function<void(const std::string&)>& add) {
  const auto key = [&](const std::string& one) { return text::fold(clean(one)); };
  const auto [added, gone] = difference(before, now, key);
  for (const std::string& one : gone) {
    std::erase_if(mine, [&](const std::string& word) { return text::fold(word) == key(one); });
  }
  for (const std::string& one : added) {
    add(clean(one));
  }
}

std::string membership_key(const Membership& one) {
  return text::fold(one.org + " | " + one.title) + to_string(one.from) + "/" + to_string(one.to);
}

/// What they did before comes in, and never goes.
void merge_former_memberships(Person& person,
                              const ContactDocument& base,
                              const ContactDocument& there) {
  const Membership working = current(there);
  for (const Membership& one : there.memberships) {
    const auto same = [&](const Membership& other) {
      return membership_key(other) == membership_key(one);
    };
    if (one != working && std::ranges::none_of(base.memberships, same) &&
        std::ranges::none_of(person.memberships, same)) {
      person.memberships.push_back(one);
    }
  }
}

/// The paragraphs of a card's notes: each is a fact.
std::vector<std::string> told(const ContactDocument& document) {
  std::vector<std::string> paragraphs;
  for (const exchange::Told& one : document.told) {
    if (one.kind != "other" || one.date) {
      continue;
    }
    std::string paragraph;
    std::istringstream in(text::clean_text(one.text));
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) {
        paragraph += (paragraph.empty() ? "" : "\n") + line;
      } else if (!paragraph.empty()) {
        paragraphs.push_back(std::exchange(paragraph, {}));
      }
    }
    if (!paragraph.empty()) {
      paragraphs.push_back(paragraph);
    }
  }
  return paragraphs;
}

std::string quoted(const std::string& value) {
  return value.empty() ? "nothing" : "“" + value + "”";
}

}  // namespace

Fact clash_fact(const PersonRef& person, const Clash& clash, Date today) {
  return {.person = person,
          .text = fmt::format("sync: {} was {} here and {} there; kept {}",
                              clash.field,
                              quoted(clash.here),
                              quoted(clash.there),
                              clash.there_won ? "theirs" : "ours"),
          .date = today};
}

Merged merged(const Person& person,
              const ContactDocument& base,
              const ContactDocument& here,
              const ContactDocument& there,
              bool there_is_newer) {
  Merged result{.person = person};
  for (const Scalar& scalar : scalars()) {
    const std::string was = scalar.value(base);
    const std::string ours = scalar.value(here);
    const std::string theirs = scalar.value(there);
    if (theirs == was || theirs == ours || (theirs.empty() && !scalar.silence_is_news)) {
      continue;
    }
    const bool clashes = ours != was;
    // Nobody ever wrote there what is missing: a gap is filled, whoever is newer.
    const bool takes_theirs = !clashes || ours.empty() || (there_is_newer && !theirs.empty());
    if (clashes && !(was.empty() && (ours.empty() || theirs.empty()))) {
      result.clashes.push_back(
          {person.name, std::string(scalar.field), ours, theirs, takes_theirs});
    }
    if (takes_theirs) {
      scalar.set(result.person, there);
    }
  }
  merge_points(result, base, here, there, there_is_newer);
  const auto clean = [](const std::string& one) { return text::clean_line(one); };
  merge_words(
      result.person.nicknames, base.nicknames, there.nicknames, clean, [&](const std::string& one) {
        result.person.add_nickname(one);
      });
  merge_words(
      result.person.tags, base.tags, there.tags, exchange::plain_tag, [&](const std::string& one) {
        result.person.add_tag(one);
      });
  merge_former_memberships(result.person, base, there);
  std::tie(result.new_notes, result.gone_notes) = difference(told(base), told(there), clean);
  for (const exchange::Relation& relation : there.relations) {
    if (std::ranges::find(base.relations, relation) == base.relations.end()) {
      result.new_relations.push_back(relation);
    }
  }
  return result;
}

bool has_news(const ContactDocument& base, const ContactDocument& there) {
  const auto points = [](const ContactDocument& document) {
    std::set<std::tuple<ContactKind, std::string, std::string>> all;
    for (const ContactPoint& one : document.contact_points) {
      all.emplace(one.kind, one.value, one.label);
    }
    return all;
  };
  const auto words = [](const std::vector<std::string>& list) {
    return std::set<std::string>(list.begin(), list.end());
  };
  return points(base) != points(there) || words(base.nicknames) != words(there.nicknames) ||
         words(base.tags) != words(there.tags) || words(told(base)) != words(told(there)) ||
         base.relations.size() != there.relations.size() ||
         std::ranges::any_of(scalars(), [&](const Scalar& scalar) {
           return scalar.value(base) != scalar.value(there);
         });
}

Person in_the_words_of(const ContactDocument& card, const Person& person) {
  Person spelled = person;
  for (const ContactPoint& point : card.contact_points) {
    const Point key = key_of(point);
    const auto mine = std::ranges::find_if(
        spelled.contact_points, [&](const ContactPoint& one) { return key_of(one) == key; });
    if (mine != spelled.contact_points.end()) {
      mine->value = point.value;
      if (mine->label == text::clean_line(point.label)) {
        mine->label = point.label;
      }
    } else if (!can_be_kept({point.kind, text::clean_line(point.value), {}})) {
      spelled.contact_points.push_back(point);
    }
  }
  for (const std::string& tag : card.tags) {
    for (std::string& mine : spelled.tags) {
      if (text::fold(mine) == text::fold(exchange::plain_tag(tag))) {
        mine = tag;
      }
    }
  }
  for (const std::string& nickname : card.nicknames) {
    for (std::string& mine : spelled.nicknames) {
      if (mine == text::clean_line(nickname)) {
        mine = nickname;
      }
    }
  }
  const Membership working = current(card);
  if (spelled.name == text::clean_line(card.name)) {
    spelled.name = card.name;
  }
  if (spelled.org() == text::clean_line(working.org)) {
    spelled.set_org(working.org);
  }
  if (spelled.title() == text::clean_line(working.title)) {
    spelled.set_title(working.title);
  }
  if (spelled.city == text::clean_line(card.city)) {
    spelled.city = card.city;
  }
  return spelled;
}

ContactDocument remembered(const std::map<std::string, std::string>& said) {
  ContactDocument document;
  const auto value = [&](const std::string& field) {
    const auto it = said.find(field);
    return it == said.end() ? std::string() : it->second;
  };
  const auto lines = [&](const std::string& field) {
    std::vector<std::string> found;
    std::istringstream in(value(field));
    for (std::string line; std::getline(in, line);) {
      found.push_back(line);
    }
    return found;
  };
  document.name = value("name");
  if (const std::string job = value("employment"); !job.empty()) {
    const auto joint = job.find('\n');
    document.memberships.push_back(
        {.org = job.substr(0, joint),
         .title = joint == std::string::npos ? std::string() : job.substr(joint + 1)});
  }
  document.city = value("city");
  for (const ContactKind kind : kContactKinds) {
    for (const std::string& line : lines(std::string(to_string(kind)))) {
      document.contact_points.push_back({kind, line, {}});
    }
  }
  document.nicknames = lines("nicknames");
  document.tags = lines("tags");
  for (const std::string& line : lines("notes")) {
    document.told.push_back({.text = line});
  }
  return document;
}

}  // namespace kith::sync
