// E-mail addresses for a few letters: who is meant, the likeliest first.
#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include <kith/agenda/addresses.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/text_index.hpp>
#include <kith/text/fold.hpp>

namespace kith {
namespace {

enum class Fit { whole_words, begun_words, organisation };

/// Somebody who fits, and how far in front.
struct Fitting {
  PersonRef person{};
  bool is_aside = false;  ///< archived or former
  Fit fit = Fit::whole_words;
  double warmth = 0;
  std::string folded{};
  std::vector<Address> addresses{};
};

class Search {
 public:
  Search(Store& store, std::string_view text, std::size_t limit)
      : store_(store), folded_(text::fold(text)), limit_(limit), today_(store.clock().today()) {
    if (is_address()) {
      words_ = {folded_};  // one word
    } else {
      words_ = text::words(folded_);
    }
  }

  std::vector<Address> run() {
    if (words_.empty()) {
      everybody();
    } else {
      by_name();
      if (addresses_ < limit_ && !is_address()) {  // no organisation is called like one
        by_organisation();
      }
    }
    std::ranges::sort(fitting_, [](const Fitting& a, const Fitting& b) {
      return std::tie(a.is_aside, a.fit, b.warmth, a.folded, a.person.uid) <
             std::tie(b.is_aside, b.fit, a.warmth, b.folded, b.person.uid);
    });
    std::vector<Address> all;
    for (Fitting& one : fitting_) {
      for (Address& address : one.addresses) {
        if (all.size() < limit_) {
          all.push_back(std::move(address));
        }
      }
    }
    return all;
  }

 private:
  bool is_address() const { return folded_.find('@') != std::string::npos; }

  /// How often of late, and how close: each of the last ten times counts half as much every 90
  /// days.
  double warmth(const Person& person) const {
    constexpr std::size_t kTimes = 10;
    constexpr double kHalfLife = 90;
    double sum = 0;
    for (const Date day : store_.interactions().latest_days(person.id, today_, kTimes)) {
      sum += std::exp2(-days_between(day, today_) / kHalfLife);
    }
    if (person.circle) {
      constexpr double kStep = 0.2;
      sum += kStep * static_cast<double>(static_cast<int>(Circle::wider) -
                                         static_cast<int>(*person.circle));
    }
    return sum;
  }

  bool begins_a_word(const std::string& folded, const std::string& wanted) const {
    const std::vector<std::string> words = text::words(folded);
    return folded.starts_with(wanted) || std::ranges::any_of(words, [&](const std::string& word) {
             return word.starts_with(wanted);
           });
  }

  void add(PersonId id, Fit fit) {
    if (!known_.insert(id).second) {
      return;
    }
    std::vector<ContactPoint> emails = store_.people().emails_of(id);
    if (emails.empty()) {
      return;
    }
    const Person person = store_.people().bare(id);
    if (person.standing == Standing::dead) {
      return;
    }
    const std::vector<Membership> memberships = store_.people().memberships_of(id);
    const auto now = std::ranges::find_if(
        memberships, [](const Membership& one) { return one.to.empty() && !one.org.empty(); });
    const std::string org = now == memberships.end() ? std::string{} : now->org;
    if (fit == Fit::organisation && !fits_by(person, emails, memberships)) {
      return;
    }
    prefer_typed(emails);
    Fitting one{.person = person.ref(),
                .is_aside = person.archived || person.standing == Standing::former,
                .fit = fit,
                .warmth = warmth(person),
                .folded = text::fold(person.name)};
    for (ContactPoint& email : emails) {
      one.addresses.push_back({one.person, std::move(email.value), std::move(email.label), org});
    }
    addresses_ += one.addresses.size();
    fitting_.push_back(std::move(one));
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
  bool fits_by(const Person& person,
               const std::vector<ContactPoint>& emails,
               const std::vector<Membership>& memberships) const {
    std::string all = text::fold(person.name);
    for (const ContactPoint& email : emails) {
      all += ' ' + text::fold(email.value);
    }
    for (const Membership& membership : memberships) {
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
      add(id, Fit::organisation);
    }
  }

  /// Those you were with lately, then by name, until there are enough.
  void everybody() {
    constexpr std::size_t kMostMeetings = 1000;
    std::size_t meetings = 0;
    store_.interactions().for_each({.until = today_}, [&](const Interaction& interaction) {
      for (const PersonRef& person : interaction.people) {
        add(person.id, Fit::whole_words);
      }
      return addresses_ < limit_ && ++meetings < kMostMeetings;
    });
    if (addresses_ < limit_) {
      store_.people().for_each({}, PersonOrder::name, [&](const ListedPerson& listed) {
        add(listed.person.id, Fit::whole_words);
        return addresses_ < limit_;
      });
    }
  }

  Store& store_;
  std::string folded_;
  std::size_t limit_;
  Date today_;
  std::vector<std::string> words_{};
  std::set<PersonId> known_{};
  std::vector<Fitting> fitting_{};
  std::size_t addresses_ = 0;
};

}  // namespace

std::vector<Address> find_addresses(Store& store, std::string_view text, std::size_t limit) {
  return Search(store, text, limit).run();
}

}  // namespace kith
