// Blocking: each person is put under a few keys, and only those who share a key are compared. (The
// idea is as old as record linkage: Newcombe et al., Automatic Linkage of Vital Records, 1959.)
#include "doubles/candidates.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "store/name_keys.hpp"
#include <kith/domain/given_names.hpp>

namespace kith::doubles {
namespace {

/// More people than this under one key share nothing that tells: a switchboard, a common name.
/// Those of them who are one share a narrower key too (the name and the city, …).
constexpr std::size_t kMostUnderOneKey = 24;

struct Entry {
  std::uint64_t key = 0;
  std::uint32_t person = 0;
  // NOLINTNEXTLINE(modernize-use-nullptr): the check takes a defaulted <=> for a comparison with 0
  auto operator<=>(const Entry&) const = default;
};

std::string in_order(std::vector<std::string> words) {
  std::ranges::sort(words);
  std::string joined;
  for (const std::string& word : words) {
    joined += word + ' ';
  }
  return joined;
}

/// A given name and all it may stand for or be written as.
std::set<std::string> names_meant(const std::string& given) {
  std::set<std::string> all{given};
  for (const std::string& name : long_forms(given)) {
    all.insert(name);
  }
  for (const std::string& name : other_spellings(given)) {
    all.insert(name);
  }
  return all;
}

/// Puts one person under their keys. Two texts of one hash are looked at in vain, and no more.
class Keys {
 public:
  Keys(const Profile& profile, std::uint32_t place, std::vector<Entry>& entries)
      : profile_(profile), place_(place), entries_(entries) {}

  void put_all() {
    put_addresses();
    for (const Name& name : profile_.names) {
      put_name(name);
      put_like(name);
      put_with_birthday(name);
    }
    for (const std::string& nickname : profile_.short_names) {
      const Name& name = profile_.names.front();
      for (const std::string& given : names_meant(nickname)) {
        put("given", given + ' ' + name.family());
      }
    }
  }

 private:
  void put(std::string_view kind, const std::string& key) {
    entries_.push_back({std::hash<std::string>{}(std::string{kind} + '\n' + key), place_});
  }

  void put_addresses() {
    constexpr std::size_t kTellingLocalPart = 6;  // "info" is anybody's
    for (const std::string& email : profile_.emails) {
      put("email", email);
      if (const std::string_view local = local_part_of(email); local.size() >= kTellingLocalPart) {
        put("local", std::string{local});
      }
    }
    for (const std::string& phone : profile_.phones) {
      put("phone", phone);
    }
    for (const std::string& url : profile_.urls) {
      put("url", url);
    }
    for (const std::string& handle : profile_.handles) {
      put("handle", handle);
    }
  }

  void put_name(const Name& name) {
    const std::string words = in_order(name.words);
    put("name", words);
    std::string letters;
    for (const std::string& word : name.words) {
      letters += word;
    }
    put("letters", letters);
    put_narrower("name", words);
    if (name.words.size() < 2) {
      return;
    }
    for (const std::string& given : names_meant(name.given())) {
      put("given", given + ' ' + name.family());
      put_narrower("given", given + ' ' + name.family());
    }
    // One writes two family names, the other one of them.
    for (std::size_t i = 1; i + 1 < name.words.size(); ++i) {
      put("given", name.given() + ' ' + name.words[i]);
    }
    put_narrower("initial", text_of_initial(name) + ' ' + name.family());
    put_narrower("family initial", name.given() + ' ' + first_character(name.family()));
  }

  void put_narrower(std::string_view kind, const std::string& key) {
    const std::string narrow{kind};
    for (const std::string& org : profile_.orgs) {
      put(narrow + " at", key + '\n' + org);
    }
    if (!profile_.city.empty()) {
      put(narrow + " in", key + '\n' + profile_.city);
    }
  }

  /// A letter more, less, other or in another place, in either name.
  void put_like(const Name& name) {
    if (name.words.size() < 2) {
      return;
    }
    for (const std::string& typo : typo_keys(name.given())) {
      put("like given", typo + '\n' + name.family());
    }
    for (const std::string& typo : typo_keys(name.family())) {
      put("like family", name.given() + '\n' + typo);
    }
  }

  void put_with_birthday(const Name& name) {
    const PartialDate& day = profile_.birthday;
    if (!day.month || !day.day) {
      return;
    }
    const std::string key = std::to_string(*day.month) + '-' + std::to_string(*day.day);
    put("born", key + ' ' + name.family());
    put("born", key + ' ' + name.given());
  }

  static std::string first_character(const std::string& word) {
    std::size_t end = 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xc0) == 0x80) {
      ++end;
    }
    return word.substr(0, end);
  }
  static std::string text_of_initial(const Name& name) { return first_character(name.given()); }

  const Profile& profile_;
  std::uint32_t place_;
  std::vector<Entry>& entries_;
};

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(
    const std::vector<Profile>& profiles) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    Keys(profiles[i], static_cast<std::uint32_t>(i), entries).put_all();
  }
  std::ranges::sort(entries);
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (auto begin = entries.begin(); begin != entries.end();) {
    const auto end = std::find_if(
        begin, entries.end(), [&](const Entry& entry) { return entry.key != begin->key; });
    if (static_cast<std::size_t>(end - begin) <= kMostUnderOneKey) {
      for (auto one = begin; one != end; ++one) {
        for (auto other = one + 1; other != end; ++other) {
          pairs.emplace_back(one->person, other->person);
        }
      }
    }
    begin = end;
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace kith::doubles
