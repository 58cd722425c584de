// Evidence for and against two people being one, weighed. (Fellegi & Sunter, A Theory for Record
// Linkage, 1969: independent pieces of evidence add up as logarithms of odds.)
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "doubles/candidates.hpp"
#include "doubles/names.hpp"
#include "doubles/profile.hpp"
#include <kith/doubles/find.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/merge_repo.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::doubles {
namespace {

// Weights are logarithms of odds, set by the planted doubles of tests/bench/dedupe.py.
constexpr double kPrior = -3.0;  ///< of two who share something
constexpr double kSameEmail = 6.0;
constexpr double kSamePhone = 4.5;
constexpr double kSamePage = 4.5;
constexpr double kSameHandle = 4.5;
constexpr double kSameLocalPart = 1.5;
constexpr double kSharedByMore = -1.5;  ///< for each doubling of those who share an address
constexpr double kSameBirthday = 4.0;
constexpr double kSameDayOfYear = 3.0;
constexpr double kOtherYear = -1.5;
constexpr double kOtherBirthday = -7.0;
constexpr double kSameTitle = 0.5;
constexpr double kOtherOrg = -0.7;
constexpr double kOtherCity = -0.7;
constexpr double kColleagues = -2.5;  ///< two addresses at one employer
constexpr double kTwoIdentities = -5.0;

/// The first value that two lists share; null if there is none.
const std::string* shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto found = std::ranges::find_if(
      a, [&](const std::string& value) { return std::ranges::find(b, value) != b.end(); });
  return found == a.end() ? nullptr : &*found;
}

class Weighing {
 public:
  Weighing(const Profile& a, const Profile& b, const Frequencies& frequencies)
      : a_(a), b_(b), frequencies_(frequencies) {}

  Pair run() {
    const Likeness names = compare_names(a_, b_, frequencies_);
    const bool share_an_address = addresses();
    // That many are called so says nothing against two who share an address.
    say(names.weight + (share_an_address ? std::max(0.0, names.rarity) : names.rarity),
        names.reason,
        names.doubt);
    employers();
    places();
    birthdays();
    identities();
    Pair pair{.a = a_.person, .b = b_.person, .confidence = 1 / (1 + std::exp(-odds_))};
    std::ranges::stable_sort(reasons_,
                             [](const auto& x, const auto& y) { return x.first > y.first; });
    for (auto& [weight, reason] : reasons_) {
      pair.reasons.push_back(std::move(reason));
    }
    pair.doubts = std::move(doubts_);
    return pair;
  }

 private:
  void say(double weight, std::string reason, std::string doubt = {}) {
    odds_ += weight;
    if (!reason.empty()) {
      reasons_.emplace_back(weight, std::move(reason));
    }
    if (!doubt.empty()) {
      doubts_.push_back(std::move(doubt));
    }
  }

  /// What the sharing of something says that `count` people share.
  static double told_by(double weight, std::size_t count) {
    return count <= 2
               ? weight
               : std::max(0.0, weight + kSharedByMore * std::log2(static_cast<double>(count) / 2));
  }

  bool share(const char* what,
             const std::vector<std::string>& a,
             const std::vector<std::string>& b,
             double weight) {
    const std::string* value = shared(a, b);
    if (value == nullptr) {
      return false;
    }
    say(told_by(weight, frequencies_.address(*value)), fmt::format("the same {}", what));
    return true;
  }

  bool addresses() {
    const bool email = share("e-mail", a_.emails, b_.emails, kSameEmail);
    const bool phone = share("phone number", a_.phones, b_.phones, kSamePhone);
    const bool page = share("page", a_.urls, b_.urls, kSamePage);
    const bool handle = share("handle", a_.handles, b_.handles, kSameHandle);
    if (!email) {
      other_emails();
    }
    return email || phone || page || handle;
  }

  /// ana.lim@ here and there; or two people who have an address at one employer each.
  void other_emails() {
    constexpr std::size_t kTelling = 6;
    bool alike = false;
    std::string_view common;
    for (const std::string& mine : a_.emails) {
      for (const std::string& theirs : b_.emails) {
        const std::string_view domain = domain_of(mine);
        if (domain == domain_of(theirs) && !is_anybodys(domain)) {
          common = domain;
        }
        alike = alike || (local_part_of(mine) == local_part_of(theirs) &&
                          local_part_of(mine).size() >= kTelling);
      }
    }
    if (!common.empty()) {
      say(kColleagues, {}, fmt::format("two addresses at {}", common));
    } else if (alike) {
      say(kSameLocalPart, "e-mail addresses alike");
    }
  }

  /// What a trait says that `count` of all people have.
  double rarity(std::size_t count, double least, double most) const {
    return std::clamp(
        std::log(static_cast<double>(frequencies_.people() + 20) / static_cast<double>(count + 8)),
        least,
        most);
  }

  void employers() {
    if (const std::string* org = shared(a_.orgs, b_.orgs)) {
      constexpr double kLeast = 0.5;
      constexpr double kMost = 4.0;
      say(rarity(frequencies_.org(*org), kLeast, kMost), "the same organisation");
      if (shared(a_.titles, b_.titles) != nullptr) {
        say(kSameTitle, "the same title");
      }
    } else if (!a_.now_at.empty() && !b_.now_at.empty()) {
      say(kOtherOrg, {}, "different organisations");
    }
  }

  void places() {
    if (a_.city.empty() || b_.city.empty()) {
      return;
    }
    if (a_.city == b_.city) {
      constexpr double kLeast = 0.3;
      constexpr double kMost = 1.5;
      say(rarity(frequencies_.city(a_.city), kLeast, kMost), "the same city");
    } else {
      say(kOtherCity, {}, "different cities");
    }
  }

  void birthdays() {
    const PartialDate& mine = a_.birthday;
    const PartialDate& theirs = b_.birthday;
    if (!mine.month || !theirs.month || !mine.day || !theirs.day) {
      return;
    }
    if (mine.month != theirs.month || mine.day != theirs.day) {
      say(kOtherBirthday, {}, "different birthdays");
    } else if (mine.year && theirs.year && mine.year != theirs.year) {
      say(kOtherYear, {}, "born in different years");
    } else {
      say(mine.year && theirs.year ? kSameBirthday : kSameDayOfYear, "the same birthday");
    }
  }

  void identities() {
    if (!a_.identities.empty() && !b_.identities.empty() &&
        shared(a_.identities, b_.identities) == nullptr) {
      say(kTwoIdentities, {}, "two LinkedIn profiles");
    }
  }

  const Profile& a_;
  const Profile& b_;
  const Frequencies& frequencies_;
  double odds_ = kPrior;
  std::vector<std::pair<double, std::string>> reasons_{};
  std::vector<std::string> doubts_{};
};

/// Everybody, with what names them at sources that know each person once.
std::vector<Profile> read_profiles(Store& store) {
  std::vector<Profile> profiles;
  std::map<PersonId, std::size_t> places;
  store.people().for_each_whole([&](const Person& person) {
    places[person.id] = profiles.size();
    profiles.push_back(profile_of(person));
  });
  store.origins().for_each_key("linkedin", [&](std::string_view key, PersonId person) {
    if (const auto place = places.find(person); place != places.end()) {
      profiles[place->second].identities.push_back(comparable(ContactKind::url, key));
    }
  });
  return profiles;
}

}  // namespace

bool are_certainly_two(Store& store, PersonId a, PersonId b) {
  if (store.merges().are_distinct(a, b) || store.interactions().together(a, b)) {
    return true;
  }
  const std::vector<Link> links = store.links().of(a);
  return std::ranges::any_of(links,
                             [&](const Link& link) { return link.a.id == b || link.b.id == b; });
}

std::vector<Pair> find(Store& store, double least) {
  const std::vector<Profile> profiles = read_profiles(store);
  Frequencies frequencies;
  for (const Profile& profile : profiles) {
    frequencies.add(profile);
  }
  std::vector<Pair> pairs;
  for (const auto& [one, other] : candidates(profiles)) {
    Pair pair = Weighing(profiles[one], profiles[other], frequencies).run();
    if (pair.confidence >= least && !are_certainly_two(store, pair.a.id, pair.b.id)) {
      pairs.push_back(std::move(pair));
    }
  }
  std::ranges::sort(pairs, [](const Pair& x, const Pair& y) {
    return std::tuple(-x.confidence, x.a.id, x.b.id) < std::tuple(-y.confidence, y.a.id, y.b.id);
  });
  return pairs;
}

}  // namespace kith::doubles
