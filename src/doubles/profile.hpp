// A person as the search for doubles sees them: everything folded, once.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <kith/domain/person.hpp>

namespace kith::doubles {

/// A name in folded words, without titles.
struct Name {
  std::vector<std::string> words{};
  std::string generation{};  ///< jr, sr, iii; empty if nothing is said
  bool operator==(const Name&) const = default;

  const std::string& given() const { return words.front(); }
  const std::string& family() const { return words.back(); }
};

struct Profile {
  PersonRef person{};
  std::vector<Name> names{};               ///< the display name first, then others; each has a word
  std::vector<std::string> short_names{};  ///< nicknames of one word
  std::vector<std::string> emails{};
  std::vector<std::string> phones{};  ///< the last nine digits
  std::vector<std::string> urls{};
  std::vector<std::string> handles{};
  std::vector<std::string> orgs{};    ///< current ones first
  std::vector<std::string> now_at{};  ///< current ones only
  std::vector<std::string> titles{};
  std::string city{};
  PartialDate birthday{};
  std::vector<std::string> identities{};  ///< what names them where one person has one name
};

Profile profile_of(const Person& person);

/// How an e-mail address is compared: ana.lim+news@googlemail.com is analim@gmail.com.
std::string comparable_email(std::string_view address);
std::string_view domain_of(std::string_view email);
std::string_view local_part_of(std::string_view email);
/// True for gmail.com, gmx.de: a domain that says nothing of whom one works for.
bool is_anybodys(std::string_view domain);

/// How often words are borne: what many share says little.
class Frequencies {
 public:
  void add(const Profile& profile);
  std::size_t people() const { return people_; }
  std::size_t given(const std::string& word) const { return count(given_, word); }
  std::size_t family(const std::string& word) const { return count(family_, word); }
  std::size_t org(const std::string& org) const { return count(orgs_, org); }
  std::size_t city(const std::string& city) const { return count(cities_, city); }
  /// People with this e-mail, phone, url or handle.
  std::size_t address(const std::string& value) const { return count(addresses_, value); }

 private:
  using Counts = std::unordered_map<std::string, std::size_t>;
  static std::size_t count(const Counts& counts, const std::string& word) {
    const auto found = counts.find(word);
    return found == counts.end() ? 0 : found->second;
  }

  std::size_t people_ = 0;
  Counts given_{};
  Counts family_{};
  Counts orgs_{};
  Counts cities_{};
  Counts addresses_{};
};

}  // namespace kith::doubles
