// E-mail addresses for a few letters: who is meant, the likeliest first.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

#include <kith/agenda/addresses.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/text_index.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

enum class Fit { whole_words, begun_words, organisation };

/// Somebody who fits, and how far in front. Their addresses are looked up when they come to be
/// shown.
struct Fitting {
  PersonRef person{};
  bool is_aside = false;  ///< archived or former
  Fit fit = Fit::whole_words;
  double warmth = 0;
  std::optional<std::vector<Address>> addresses{};
};

bool ranks_before(const Fitting& a, const Fitting& b) {
  return std::tie(a.is_aside, a.fit, b.warmth) < std::tie(b.is_aside, b.fit, a.warmth);
}

class Search {
 public:
  Search(Store& store, std::string_view text, std::size_t limit)
      : store_(store),
        folded_(text::fold(text)),
        limit_(limit),
        today_(store.clock().today()),
        unanswered_(store.interactions().has_unanswered() ? Unanswered::some : Unanswered::none) {
    if (is_address()) {
      words_ = {folded_};  // one word
    } else {
      words_ = text::words(folded_);
    }
  }

  std::vector<Address> run() {
    if (words_.empty()) {
      everybody();
      return first();
    }
    by_name();
    std::vector<Address> found = first();
    if (found.size() < limit_ && !is_address()) {  // no organisation is called like one
      by_organisation();
      found = first();
    }
    return found;
  }

 private:
  bool is_address() const { return folded_.find('@') != std::string::npos; }

  /// How often of late, and how close: each of the last ten times counts half as much every 90
  /// days.
  double warmth(PersonId person, std::optional<Circle> circle) const {
    constexpr std::size_t kTimes = 10;
    constexpr double kHalfLife = 90;
    double sum = 0;
    for (const Date day : store_.interactions().latest_days(person, today_, kTimes, unanswered_)) {
      sum += std::exp2(-days_between(day, today_) / kHalfLife);
    }
    if (circle) {
      constexpr double kStep = 0.2;
      sum +=
          kStep * static_cast<double>(static_cast<int>(Circle::wider) - static_cast<int>(*circle));
    }
    return sum;
  }

  bool begins_a_word(const std::string& folded, const std::string& wanted) const {
    const std::vector<std::string> words = text::words(folded);
    return folded.starts_with(wanted) || std::ranges::any_of(words, [&](const std::string& word) {
             return word.starts_with(wanted);
           });
  }

  /// Nothing for who was looked at before, and for the dead.
  Fitting* add(PersonId id, Fit fit) {
    if (!seen_.insert(id).second) {
      return nullptr;
    }
    const Person one = store_.people().bare(id);
    if (one.standing == Standing::dead) {
      return nullptr;
    }
    fitting_.push_back({.person = one.ref(),
                        .is_aside = one.archived || one.standing == Standing::former,
                        .fit = fit,
                        .warmth = warmth(id, one.circle)});
    return &fitting_.back();
  }

  const std::vector<Address>& addresses(Fitting& one) const {
    if (!one.addresses) {
      one.addresses.emplace();
      std::vector<ContactPoint> emails = store_.people().emails_of(one.person.id);
      if (!emails.empty()) {
        prefer_typed(emails);
        const std::string org = org_of(store_.people().memberships_of(one.person.id));
        for (ContactPoint& email : emails) {
          one.addresses->push_back(
              {one.person, std::move(email.value), std::move(email.label), org});
        }
      }
    }
    return *one.addresses;
  }

  static std::string org_of(const std::vector<Membership>& memberships) {
    const auto now = std::ranges::find_if(
        memberships, [](const Membership& one) { return one.to.empty() && !one.org.empty(); });
    return now == memberships.end() ? std::string{} : now->org;
  }

  template <class Iterator>
  static void sort_by_name(Iterator begin, Iterator end) {
    if (end - begin < 2) {
      return;
    }
    std::vector<std::pair<std::string, Fitting>> named;
    for (auto one = begin; one != end; ++one) {
      named.emplace_back(text::fold(one->person.name), std::move(*one));
    }
    std::ranges::sort(named, [](const auto& a, const auto& b) {
      return std::tie(a.first, a.second.person.uid) < std::tie(b.first, b.second.person.uid);
    });
    std::transform(
        named.begin(), named.end(), begin, [](auto& one) { return std::move(one.second); });
  }

  /// The addresses of those who are furthest in front.
  std::vector<Address> first() {
    std::ranges::sort(fitting_, ranks_before);
    std::vector<Address> all;
    for (auto begin = fitting_.begin(); begin != fitting_.end() && all.size() < limit_;) {
      const auto behind = [&](const Fitting& other) { return ranks_before(*begin, other); };
      const auto end = std::find_if(begin, fitting_.end(), behind);
      sort_by_name(begin, end);
      for (; begin != end && all.size() < limit_; ++begin) {
        std::ranges::copy(addresses(*begin), std::back_inserter(all));
      }
    }
    all.resize(std::min(all.size(), limit_));
    return all;
  }

  /// Of somebody's addresses, the one that was begun.
  void prefer_typed(std::vector<ContactPoint>& emails) const {
    if (folded_.empty()) {
      return;
    }
    std::stable_partition(emails.begin(), emails.end(), [&](const ContactPoint& email) {
      return text::fold(email.value).starts_with(folded_);
    });
  }

  /// The full-text index knows cities and notes too: each word has to be of the name, an address or
  /// an organisation.
  bool fits_by(Fitting& one) const {
    std::string all = text::fold(one.person.name);
    for (const Address& address : addresses(one)) {
      all += ' ' + text::fold(address.email);
    }
    for (const Membership& membership : store_.people().memberships_of(one.person.id)) {
      all += ' ' + text::fold(membership.org);
    }
    return std::ranges::all_of(words_,
                               [&](const std::string& word) { return begins_a_word(all, word); });
  }

  void by_name() {
    for (const BegunName& begun : store_.names().beginning_with(words_)) {
      add(begun.person, begun.is_whole ? Fit::whole_words : Fit::begun_words);
    }
  }

  void by_organisation() {
    for (const PersonId id : store_.texts().people(folded_, limit_)) {
      if (Fitting* one = add(id, Fit::organisation); one != nullptr && !fits_by(*one)) {
        fitting_.pop_back();
      }
    }
  }

  /// Those you were with lately, then by name, until there are enough.
  void everybody() {
    constexpr std::size_t kMostMeetings = 1000;
    std::size_t meetings = 0;
    std::size_t found = 0;
    const auto take = [&](PersonId person) {
      if (Fitting* one = add(person, Fit::whole_words)) {
        found += addresses(*one).size();
      }
    };
    store_.interactions().for_each({.until = today_}, [&](const Interaction& interaction) {
      for (const PersonRef& person : interaction.people) {
        take(person.id);
      }
      return found < limit_ && ++meetings < kMostMeetings;
    });
    if (found < limit_) {
      store_.people().for_each({}, PersonOrder::name, [&](const ListedPerson& listed) {
        take(listed.person.id);
        return found < limit_;
      });
    }
  }

  Store& store_;
  std::string folded_;
  std::size_t limit_;
  Date today_;
  Unanswered unanswered_;
  std::vector<std::string> words_{};
  std::unordered_set<PersonId> seen_{};
  std::vector<Fitting> fitting_{};
};

}  // namespace

std::vector<Address> find_addresses(Store& store, std::string_view text, std::size_t limit) {
  return store.read([&] { return Search(store, text, limit).run(); });
}

}  // namespace kith
