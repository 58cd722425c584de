// A friends.md as documents.
#include <algorithm>
#include <map>
#include <set>

#include "exchange/friends_text.hpp"
#include "exchange/line_reader.hpp"
#include <kith/domain/fact.hpp>
#include <kith/error.hpp>
#include <kith/exchange/friends.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/encoding.hpp>
#include <kith/text/fold.hpp>
#include <kith/time/words.hpp>

namespace kith::exchange {
namespace {

constexpr std::string_view kAlias = "a.k.a. ";
constexpr std::size_t kLongestDate = 40;
constexpr std::size_t kMostLines = 1'000'000;

enum class List { none, activities, notes, people, places };

/// An activity or a note.
struct Entry {
  std::size_t line = 0;
  std::string key{};
  Date date{};
  FriendsLine what{};
};

std::optional<List> heading(std::string_view line) {
  if (!line.starts_with("#")) {
    return std::nullopt;
  }
  std::string word = text::fold(line.substr(std::min(line.find_first_not_of('#'), line.size())));
  word.erase(word.find_last_not_of(": ") + 1);
  static const std::map<std::string, List> kLists{{"activities", List::activities},
                                                  {"notes", List::notes},
                                                  {"friends", List::people},
                                                  {"locations", List::places}};
  const auto it = kLists.find(word);
  return it == kLists.end() ? List::none : it->second;
}

/// True if the tag stands in the text as a word of its own: "me@home" has no tag.
bool has_tag(std::string_view text, std::string_view tag) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const std::size_t length = friends_tag_at(text, at);
    if (length > 0 && text.substr(at + 1, length - 1) == tag) {
      return true;
    }
  }
  return false;
}

/// "Name (a.k.a. X a.k.a. Y) [Home] @tag", as far as a line has it; `rest` is what fits nowhere.
ContactDocument parse_person(std::string_view line, std::string& rest) {
  ContactDocument person;
  const auto find = [&](std::string_view what, std::size_t from) {
    return std::min(line.find(what, from), line.size());
  };
  const std::size_t aliases = find(" (" + std::string(kAlias), 0);
  std::size_t tags = line.size();
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '@' && at > 0 && line[at - 1] == ' ' && friends_tag_at(line, at) > 0) {
      tags = at;
      break;
    }
  }
  const std::size_t home = std::min(find(" [", 0), tags);
  const std::size_t name_end = std::min({aliases, home, tags});
  person.name = text::clean_line(with_marks(line.substr(0, name_end)));
  std::size_t at = name_end;
  if (aliases < std::min(home, tags)) {
    const std::size_t close = line.substr(0, std::min(home, tags)).rfind(')');
    const std::size_t end =
        close == std::string_view::npos || close < aliases ? std::min(home, tags) : close;
    std::string_view names =
        line.substr(aliases + 2 + kAlias.size(), end - aliases - 2 - kAlias.size());
    while (!names.empty()) {
      const std::size_t next = std::min(names.find(" " + std::string(kAlias)), names.size());
      person.nicknames.push_back(text::clean_line(with_marks(names.substr(0, next))));
      names.remove_prefix(std::min(names.size(), next + 1 + kAlias.size()));
    }
    at = std::min(end + 1, line.size());
  }
  if (home < tags) {
    rest += trimmed(line.substr(std::min(at, home), home - std::min(at, home)));
    const std::size_t close = line.substr(0, tags).rfind(']');
    const std::size_t end = close == std::string_view::npos || close < home ? tags : close;
    person.city = text::clean_line(with_marks(line.substr(home + 2, end - home - 2)));
    at = std::min(end + 1, line.size());
  }
  rest += trimmed(line.substr(std::min(at, tags), tags - std::min(at, tags)));
  const FriendsLine tail = parse_friends_line(line.substr(tags));
  person.tags = tail.tags;
  rest += tail.text;
  return person;
}

class Reader {
 public:
  Reader(Date today, const KindOf& kind_of, LogSink& sink)
      : today_(today), kind_of_(kind_of), sink_(sink) {}

  void read(std::istream& in) {
    LineReader lines(in);
    List list = List::none;
    bool has_heading = false;
    while (const auto bytes = lines.next()) {
      line_ = lines.number();
      if (line_ > kMostLines) {
        throw DataError("more than 1,000,000 lines: no file of friends has so many");
      }
      const text::Utf8Piece piece = text::utf8_from(*bytes);
      repaired_ += piece.repaired;
      std::string_view line = trimmed(piece.text);
      if (const auto found = heading(line)) {
        list = *found;
        has_heading = has_heading || list != List::none;
        if (list == List::none) {
          skip("a heading that friends does not have: " + std::string(line));
        }
        continue;
      }
      if (line.starts_with("- ")) {
        line = trimmed(line.substr(2));
      }
      if (line.empty() || line == "-") {
        continue;
      }
      take(list, line);
    }
    if (!has_heading) {
      throw DataError("no heading of friends (### Friends:, ### Activities:, …)",
                      "friends keeps its file in ~/friends.md",
                      Position{.line = 1});
    }
    if (repaired_ > 0) {
      sink_.remark({Remark::Kind::warning,
                    0,
                    {},
                    std::to_string(repaired_) + " bytes were not UTF-8 and are replaced"});
    }
    hand_on();
  }

 private:
  void skip(const std::string& why) {
    sink_.remark({Remark::Kind::warning, line_, {}, why + ", left out"});
  }

  void take(List list, std::string_view line) {
    switch (list) {
      case List::none:
        skip("not in a list of friends'");
        break;
      case List::activities:
        activities_.push_back(entry(line));
        break;
      case List::notes:
        notes_.push_back(entry(line));
        break;
      case List::people:
        take_person(line);
        break;
      case List::places:
        places_.emplace_back(
            with_marks(trimmed(line.substr(0, std::min(line.find(" ("), line.size())))));
        break;
    }
  }

  void take_person(std::string_view line) {
    std::string rest;
    ContactDocument person = parse_person(line, rest);
    person.line = line_;
    person.keys = {text::fold(person.name)};
    if (!rest.empty()) {
      sink_.remark({Remark::Kind::warning, line_, person.name, rest + ": left out"});
    }
    people_.push_back(std::move(person));
  }

  Entry entry(std::string_view line) {
    Entry entry{.line = line_, .date = today_};
    const std::size_t colon = line.substr(0, kLongestDate).find(": ");
    bool is_dated = false;
    if (colon != std::string_view::npos) {
      try {
        entry.date = parse_date(line.substr(0, colon), today_);
        is_dated = true;
        line = trimmed(line.substr(colon + 2));
      } catch (const DataError&) {
        is_dated = false;  // "Lunch: with Ana" has none
      }
    }
    if (!is_dated) {
      sink_.remark({Remark::Kind::warning, line_, {}, "no day, taken for today"});
    }
    const std::string name = to_string(entry.date) + "\n" + std::string(line);
    const std::size_t before = seen_[name]++;
    entry.key = name + (before == 0 ? "" : "\n" + std::to_string(before));
    entry.what = parse_friends_line(line);
    return entry;
  }

  /// Whom a marked name means: somebody of the file by name or nickname, else the one whose name
  /// begins with it, else nobody of the file.
  std::optional<std::size_t> person_called(const std::string& name) const {
    const std::string folded = text::fold(name);
    if (const auto it = called_.find(folded); it != called_.end()) {
      return it->second.size() == 1 ? std::optional(*it->second.begin()) : std::nullopt;
    }
    std::set<std::size_t> begun;
    for (auto it = called_.lower_bound(folded + " ");
         it != called_.end() && it->first.starts_with(folded + " ");
         ++it) {
      begun.insert(it->second.begin(), it->second.end());
    }
    return begun.size() == 1 ? std::optional(*begun.begin()) : std::nullopt;
  }

  Who who(const std::string& name) const {
    const auto person = person_called(name);
    return person ? Who{.name = people_[*person].name, .key = people_[*person].keys.front()}
                  : Who{.name = name};
  }

  void hand_on() {
    for (std::size_t i = 0; i < people_.size(); ++i) {
      called_[text::fold(people_[i].name)].insert(i);
    }
    const std::map<std::string, std::set<std::size_t>> names = called_;
    for (std::size_t i = 0; i < people_.size(); ++i) {
      for (const std::string& nickname : people_[i].nicknames) {
        if (const std::string folded = text::fold(nickname); !names.contains(folded)) {
          called_[folded].insert(i);
        }
      }
    }
    for (const Entry& note : notes_) {
      take_note(note);
    }
    for (const ContactDocument& person : people_) {
      sink_.take(person);
    }
    // The newest is on top: from below, so that what was typed later comes later.
    for (auto activity = activities_.rbegin(); activity != activities_.rend(); ++activity) {
      take_activity(*activity);
    }
    say_unused_places();
  }

  void take_note(const Entry& note) {
    Told told{.text = note.what.text, .date = note.date};
    for (const std::string& tag : note.what.tags) {
      const auto& kinds = fact_kinds();
      if (told.kind == "other" && std::find(kinds.begin(), kinds.end(), tag) != kinds.end()) {
        told.kind = tag;
      } else if (!has_tag(told.text, tag)) {
        told.text += " @" + tag;  // a fact has no tags: they stay words
      }
    }
    bool is_about_somebody = false;
    for (const std::string& name : note.what.people) {
      if (const auto person = person_called(name)) {
        people_[*person].told.push_back(told);
        is_about_somebody = true;
      }
    }
    if (!is_about_somebody) {
      sink_.remark({Remark::Kind::warning,
                    note.line,
                    {},
                    "a note about nobody in the file, left out: " + note.what.text});
    }
  }

  void take_activity(const Entry& activity) {
    InteractionDocument document{.key = activity.key, .line = activity.line};
    document.interaction.date = activity.date;
    document.interaction.text = activity.what.text;
    document.interaction.kind = kind_of_ ? kind_of_(activity.what.text) : "other";
    document.interaction.tags = activity.what.tags;
    if (!activity.what.places.empty()) {
      document.interaction.place = activity.what.places.front();
    }
    for (const std::string& name : activity.what.people) {
      document.people.push_back(who(name));
    }
    sink_.take(document);
  }

  /// A place is kept with the people who live there and with what happened there.
  void say_unused_places() {
    std::set<std::string> used;
    for (const ContactDocument& person : people_) {
      used.insert(text::fold(person.city));
    }
    for (const std::vector<Entry>* list : {&activities_, &notes_}) {
      for (const Entry& one : *list) {
        for (const std::string& place : one.what.places) {
          used.insert(text::fold(place));
        }
      }
    }
    std::string unused;
    for (const std::string& place : places_) {
      if (!used.contains(text::fold(place))) {
        unused += (unused.empty() ? "" : ", ") + place;
      }
    }
    if (!unused.empty()) {
      sink_.remark({Remark::Kind::warning,
                    0,
                    {},
                    "places where nobody lives and nothing happened, left out: " + unused});
    }
  }

  Date today_;
  const KindOf& kind_of_;
  LogSink& sink_;
  std::size_t line_ = 0;
  std::size_t repaired_ = 0;
  std::vector<ContactDocument> people_{};
  std::vector<Entry> activities_{};
  std::vector<Entry> notes_{};
  std::vector<std::string> places_{};
  std::map<std::string, std::size_t> seen_{};
  std::map<std::string, std::set<std::size_t>> called_{};  // folded name or nickname -> people_
};

}  // namespace

void read_friends(std::istream& in, Date today, const KindOf& kind_of, LogSink& sink) {
  Reader(today, kind_of, sink).read(in);
}

}  // namespace kith::exchange
