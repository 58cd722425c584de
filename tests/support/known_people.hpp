// An address book for tests of the sentence reader: a look-up without a store.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include <kith/capture/people.hpp>
#include <kith/text/fold.hpp>

namespace kith::test {

class KnownPeople : public capture::People {
 public:
  /// "Ana Lim" or "Edith Halloran=Grandma": a name, and a nickname.
  KnownPeople(std::initializer_list<std::string_view> names) {
    for (const std::string_view entry : names) {
      const auto mark = entry.find('=');
      capture::KnownPerson person;
      person.ref.id = PersonId{static_cast<std::int64_t>(people_.size()) + 1};
      person.ref.uid.bytes[15] = static_cast<std::uint8_t>(people_.size() + 1);
      person.ref.name = std::string{entry.substr(0, mark)};
      if (mark != std::string_view::npos) {
        person.nicknames.emplace_back(entry.substr(mark + 1));
      }
      people_.push_back(person);
    }
  }

  std::vector<capture::KnownPerson> with_words(
      const std::vector<std::string>& words) const override {
    std::vector<capture::KnownPerson> found;
    for (const capture::KnownPerson& person : people_) {
      const std::vector<std::string> own = words_of(person);
      const bool all = std::ranges::all_of(words, [&](const std::string& word) {
        return std::ranges::find(own, word) != own.end();
      });
      if (all && found.size() < kMost) {
        found.push_back(person);
      }
    }
    return found;
  }

  std::vector<std::string> words_near(std::string_view word) const override {
    std::vector<std::string> near;
    for (const capture::KnownPerson& person : people_) {
      for (const std::string& own : words_of(person)) {
        if (text::edit_distance(word, own, 2) <= 2) {
          near.push_back(own);
        }
      }
    }
    return near;
  }

  std::vector<capture::KnownPerson> with_address(std::string_view address) const override {
    std::vector<capture::KnownPerson> found;
    for (const capture::KnownPerson& person : people_) {
      if (std::ranges::find(person.nicknames, address) != person.nicknames.end()) {
        found.push_back(person);
      }
    }
    return found;
  }

 private:
  static std::vector<std::string> words_of(const capture::KnownPerson& person) {
    std::vector<std::string> words;
    const auto add = [&](const std::string& name) {
      for (const std::string& folded : {text::fold(name), text::fold_spelled_out(name)}) {
        const std::vector<std::string> more = text::words(folded);
        words.insert(words.end(), more.begin(), more.end());
      }
    };
    add(person.ref.name);
    for (const std::string& nickname : person.nicknames) {
      add(nickname);
    }
    return words;
  }

  std::vector<capture::KnownPerson> people_{};
};

}  // namespace kith::test
