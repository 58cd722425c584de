// A person as the search for doubles sees them.
#include "doubles/profile.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <kith/text/fold.hpp>

namespace kith::doubles {
namespace {

constexpr std::array<std::string_view, 34> kTitles{
    "dr",  "prof", "professor", "mr",  "mrs", "ms",  "miss",  "sir", "dame",
    "rev", "herr", "frau",      "sr",  "sra", "mme", "phd",   "md",  "mba",
    "msc", "bsc",  "ma",        "ba",  "jd",  "esq", "cpa",   "pmp", "dds",
    "dvm", "dipl", "ing",       "hon", "mag", "mx",  "doctor"};
constexpr std::array<std::string_view, 6> kGenerations{"jr", "junior", "ii", "iii", "iv", "senior"};
constexpr std::array<std::string_view, 34> kAnybodys{
    "gmail.com", "googlemail.com", "yahoo.com",   "yahoo.co.uk",  "yahoo.fr",  "yahoo.de",
    "ymail.com", "hotmail.com",    "outlook.com", "live.com",     "msn.com",   "icloud.com",
    "me.com",    "mac.com",        "gmx.de",      "gmx.net",      "gmx.com",   "gmx.at",
    "web.de",    "t-online.de",    "freenet.de",  "mail.ru",      "yandex.ru", "proton.me",
    "pm.me",     "protonmail.com", "aol.com",     "fastmail.com", "posteo.de", "mailbox.org",
    "orange.fr", "free.fr",        "libero.it",   "qq.com"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

Name name_of(std::string_view folded) {
  Name name;
  std::vector<std::string> words = text::words(folded);
  for (std::size_t i = 0; i < words.size(); ++i) {
    // "Sr" before a name is señor, behind it senior.
    if (i > 1 && (has(kGenerations, words[i]) || words[i] == "sr")) {
      name.generation = words[i] == "junior" ? "jr" : words[i] == "senior" ? "sr" : words[i];
    } else if (!has(kTitles, words[i])) {
      name.words.push_back(words[i]);
    }
  }
  if (name.words.empty()) {
    name.words = std::move(words);  // somebody called Prof
  }
  return name;
}

void add_once(std::vector<std::string>& list, std::string value) {
  if (!value.empty() && std::ranges::find(list, value) == list.end()) {
    list.push_back(std::move(value));
  }
}

void add_name(std::vector<Name>& names, std::string_view name) {
  for (const std::string& folded : {text::fold(name), text::fold_spelled_out(name)}) {
    Name one = name_of(folded);
    if (!one.words.empty() && std::ranges::find(names, one) == names.end()) {
      names.push_back(std::move(one));
    }
  }
}

/// The last nine digits: with and without the country it is one number. Empty if there are too few.
std::string phone_end(std::string_view phone) {
  constexpr std::size_t kFewest = 7;
  constexpr std::size_t kDigits = 9;
  const std::string digits = comparable(ContactKind::phone, phone);
  if (digits.size() < kFewest) {
    return {};
  }
  return digits.size() > kDigits ? digits.substr(digits.size() - kDigits) : digits;
}

/// linkedin.com/in/ana: one person has one.
bool is_identity(std::string_view url) {
  return url.find("linkedin.com/in/") != std::string_view::npos;
}

void add_point(Profile& profile, const ContactPoint& point) {
  std::string value = comparable(point.kind, point.value);
  switch (point.kind) {
    case ContactKind::email:
      add_once(profile.emails, comparable_email(point.value));
      break;
    case ContactKind::phone:
      add_once(profile.phones, phone_end(point.value));
      break;
    case ContactKind::url:
      if (is_identity(value)) {
        add_once(profile.identities, value);
      }
      add_once(profile.urls, std::move(value));
      break;
    case ContactKind::handle:
      add_once(profile.handles, std::move(value));
      break;
    case ContactKind::address:
      break;
  }
}

}  // namespace

std::string comparable_email(std::string_view address) {
  std::string email = text::fold(address);
  const std::size_t at = email.rfind('@');
  if (at == std::string::npos) {
    return email;
  }
  std::string local = email.substr(0, at);
  std::string domain = email.substr(at + 1);
  local.erase(std::min(local.find('+'), local.size()));
  if (domain == "gmail.com" || domain == "googlemail.com") {
    std::erase(local, '.');
    domain = "gmail.com";
  }
  return local + '@' + domain;
}

std::string_view domain_of(std::string_view email) {
  return email.substr(std::min(email.rfind('@') + 1, email.size()));
}

std::string_view local_part_of(std::string_view email) { return email.substr(0, email.rfind('@')); }

bool is_anybodys(std::string_view domain) { return has(kAnybodys, domain); }

Profile profile_of(const Person& person) {
  Profile profile{.person = person.ref(), .birthday = person.birthday};
  profile.city = text::fold(person.city);
  add_name(profile.names, person.name);
  for (const std::string& nickname : person.nicknames) {
    const std::string folded = text::fold(nickname);
    if (text::words(folded).size() > 1) {
      add_name(profile.names, nickname);
    } else {
      add_once(profile.short_names, folded);
    }
  }
  if (profile.names.empty()) {
    profile.names.push_back({.words = {text::fold(person.name)}});  // "王伟" and "???" alike
  }
  for (const ContactPoint& point : person.contact_points) {
    add_point(profile, point);
  }
  for (const Membership& membership : person.memberships) {
    if (membership.to.empty()) {
      add_once(profile.now_at, text::fold(membership.org));
      add_once(profile.titles, text::fold(membership.title));
    }
    add_once(profile.orgs, text::fold(membership.org));
  }
  return profile;
}

void Frequencies::add(const Profile& profile) {
  ++people_;
  std::set<std::string> given;  // Müller counts as muller and as mueller, each once
  std::set<std::string> family;
  for (const Name& name : profile.names) {
    given.insert(name.given());
    family.insert(name.family());
  }
  for (const std::string& word : given) {
    ++given_[word];
  }
  for (const std::string& word : family) {
    ++family_[word];
  }
  for (const std::string& org : profile.orgs) {
    ++orgs_[org];
  }
  if (!profile.city.empty()) {
    ++cities_[profile.city];
  }
  for (const auto* list : {&profile.emails, &profile.phones, &profile.urls, &profile.handles}) {
    for (const std::string& value : *list) {
      ++addresses_[value];
    }
  }
}

}  // namespace kith::doubles
