// A friends.md of what is in the store.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "exchange/friends_text.hpp"
#include <kith/exchange/friends.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;

/// `text` without the characters that end a name in the file.
std::string plain(std::string_view text, std::string_view forbidden) {
  std::string out;
  for (const char c : text) {
    out += forbidden.find(c) == std::string_view::npos ? c : ' ';
  }
  std::string spaced = text::clean_line(without_marks(out));
  for (auto at = spaced.find("  "); at != std::string::npos; at = spaced.find("  ", at)) {
    spaced.erase(at, 1);
  }
  return spaced;
}

/// `text` without each `what` in it.
std::string without(std::string text, std::string_view what) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) {
    text.erase(at, what.size());
  }
  return text;
}

/// A tag as friends has them: letters and digits, single : and - inside.
std::string tag_of(std::string_view tag) {
  std::string out;
  for (const char c : "@" + std::string(tag)) {
    const std::string longer = out + c;
    const bool is_joint = c == ':' || c == '-';
    if (out.empty() || friends_tag_at(longer, 0) == longer.size()) {
      out = longer;
    } else if (!out.ends_with('-') && out.size() > 1 && !is_joint) {
      out += '-';
    } else if (is_joint && out.size() > 1 && !out.ends_with('-') && !out.ends_with(':')) {
      out += c;
    }
  }
  while (out.ends_with('-') || out.ends_with(':')) {
    out.pop_back();
  }
  return out.size() > 1 ? out.substr(1) : std::string();
}

class Writer {
 public:
  Writer(std::ostream& out, Store& store, const Complaint& complain)
      : out_(out), store_(store), complain_(complain) {}

  std::size_t write(const PersonFilter& filter, const ImportProgress& progress) {
    collect(filter, progress);
    out_ << "### Activities:\n";
    write_activities();
    out_ << "\n### Notes:\n";
    write_notes();
    out_ << "\n### Friends:\n";
    for (const std::string& line : people_) {
      out_ << "- " << line << '\n';
    }
    out_ << "\n### Locations:\n";
    for (const auto& [folded, place] : places_) {
      out_ << "- " << without_marks(place) << '\n';
    }
    return people_.size();
  }

 private:
  void complain(const std::string& what) {
    if (complain_) {
      complain_(what);
    }
  }

  /// The name under which a person stands in the file: no two have the same.
  std::string free_name(const Person& person) {
    // A name ends at the first bracket or @ there, and blanks part the marks from it.
    std::string name = plain(person.name, "()[]@");
    if (name.empty()) {
      name = "somebody";
    }
    const std::string wanted = name;
    for (int next = 2; !taken_.insert(text::fold(name)).second; ++next) {
      name = wanted + " " + std::to_string(next);
    }
    if (name != without_marks(person.name)) {
      complain(person.name + ": written as " + name +
               (name == wanted ? ", since names have no ( [ @ there"
                               : ", since somebody else has that name"));
    }
    return name;
  }

  void collect(const PersonFilter& filter, const ImportProgress& progress) {
    store_.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
      const Person& person = listed.person;
      const std::string name = free_name(person);
      names_[person.id] = with_marks(name);
      std::string line = name;
      std::string nicknames;
      for (const std::string& nickname : person.nicknames) {
        if (const std::string safe = plain(without(nickname, "a.k.a."), "()[]@"); !safe.empty()) {
          nicknames += (nicknames.empty() ? "a.k.a. " : " a.k.a. ") + safe;
        }
      }
      if (!nicknames.empty()) {
        line += " (" + nicknames + ")";
      }
      if (const std::string city = plain(person.city, "()[]@"); !city.empty()) {
        line += " [" + city + "]";
        places_.try_emplace(text::fold(city), with_marks(city));
      }
      for (const std::string& tag : person.tags) {
        if (const std::string safe = tag_of(tag); !safe.empty()) {
          line += " @" + safe;
        } else {
          complain(person.name + ": tag " + tag + ": has no letter or digit, left out");
        }
      }
      people_.push_back(line);
      if (progress && people_.size() % kProgressEvery == 0) {
        progress(people_.size());
      }
      return true;
    });
    // By the name that is written, which is not always the one by which they came.
    std::sort(people_.begin(), people_.end(), [](const std::string& a, const std::string& b) {
      const std::string left = text::fold(a);
      const std::string right = text::fold(b);
      return std::tie(left, a) < std::tie(right, b);
    });
  }

  static std::vector<std::string> tags_of(const std::vector<std::string>& tags) {
    std::vector<std::string> safe;
    for (const std::string& tag : tags) {
      if (std::string one = tag_of(tag); !one.empty()) {
        safe.push_back(std::move(one));
      }
    }
    return safe;
  }

  /// Takes the tags at the end of `text` away from it: words of a fact that were tags of a note.
  static std::vector<std::string> take_last_tags(std::string& text) {
    std::vector<std::string> tags;
    for (auto at = text.rfind(" @"); at != std::string::npos; at = text.rfind(" @")) {
      if (friends_tag_at(text, at + 1) != text.size() - at - 1) {
        break;
      }
      const std::vector<std::string> tag = parse_friends_line(text.substr(at + 1)).tags;
      tags.insert(tags.begin(), tag.begin(), tag.end());
      text.resize(at);
    }
    return tags;
  }

  void write_activities() {
    store_.interactions().for_each({}, [&](const Interaction& one) {
      FriendsLine what{.text = one.text.empty() ? one.kind : one.text, .tags = tags_of(one.tags)};
      for (const PersonRef& person : one.people) {
        if (const auto it = names_.find(person.id); it != names_.end()) {
          what.people.push_back(it->second);
        }
      }
      if (what.people.empty()) {
        return true;  // of people who are not asked for
      }
      if (const std::string place = plain(one.place, "()[]"); !place.empty()) {
        what.places.push_back(with_marks(place));
        places_.try_emplace(text::fold(place), with_marks(place));
      }
      out_ << "- " << to_string(one.date) << ": " << friends_line(what, "with") << '\n';
      return out_.good();
    });
  }

  void write_notes() {
    struct Note {
      Date date{};
      std::string line{};
    };
    std::vector<Note> notes;
    store_.facts().for_each_by_uid([&](const Fact& fact) {
      const auto it = names_.find(fact.person.id);
      if (it == names_.end()) {
        return;
      }
      FriendsLine what{.text = fact.text, .people = {it->second}};
      what.tags = take_last_tags(what.text);
      if (fact.kind != "other") {
        const std::vector<std::string> kind = tags_of({fact.kind});
        what.tags.insert(what.tags.end(), kind.begin(), kind.end());
      }
      const Date date = day_of(fact, store_.clock());
      notes.push_back({date, "- " + to_string(date) + ": " + friends_line(what, "about")});
    });
    std::sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) {
      return a.date != b.date ? a.date > b.date : a.line < b.line;
    });
    for (const Note& note : notes) {
      out_ << note.line << '\n';
    }
  }

  std::ostream& out_;
  Store& store_;
  const Complaint& complain_;
  std::set<std::string> taken_{};
  std::map<PersonId, std::string> names_{};  // as read_friends() will understand them
  std::vector<std::string> people_{};
  std::map<std::string, std::string> places_{};  // folded -> as it is written
};

}  // namespace

std::size_t write_friends(std::ostream& out,
                          Store& store,
                          const PersonFilter& filter,
                          const Complaint& complain,
                          const ImportProgress& progress) {
  return Writer(out, store, complain).write(filter, progress);
}

}  // namespace kith::exchange
