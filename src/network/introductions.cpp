// Who introduced whom.
#include "network/introductions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "network/tie_rules.hpp"
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::network {
namespace {

/// Nobody's chain is longer; a file that says so costs no more than this.
constexpr std::size_t kLongest = 1000;

using Pair = std::pair<PersonId, PersonId>;

Pair pair_of(PersonId one, PersonId other) { return std::minmax(one, other); }

/// Puts together what links and logged introductions say.
class Reader {
 public:
  Reader(Store& store, Date today) : store_(store), today_(to_day_number(today)) {}

  void add(const BareLink& link) {
    const Date day = from_day_number(days_of(link, today_).since);
    const bool dated = !link.since.empty();
    if (link.kind == "introduced") {
      brought_.insert(pair_of(link.a, link.b));
      found_.push_back({.by = ref(link.a), .a = ref(link.b), .day = day, .dated = dated});
    } else if (link.via) {
      brought_.insert(pair_of(link.a, link.b));
      found_.push_back(
          {.by = ref(*link.via), .a = ref(link.a), .b = ref(link.b), .day = day, .dated = dated});
    } else {
      tied_.insert(pair_of(link.a, link.b));
    }
  }
  /// After all links.
  void add(const Meeting& introduction) {
    if (introduction.people.size() != 2) {
      return;
    }
    const PersonId a = introduction.people.front();
    const PersonId b = introduction.people.back();
    // The same two once, on the first day.
    if (brought_.contains(pair_of(a, b)) || !tied_.contains(pair_of(a, b))) {
      return;
    }
    const auto [at, is_new] = yours_.emplace(pair_of(a, b), found_.size());
    if (is_new) {
      found_.push_back({.a = ref(a), .b = ref(b), .day = introduction.date});
    } else {
      found_[at->second].day = std::min(found_[at->second].day, introduction.date);
    }
  }

  std::vector<Introduction> finish() {
    std::ranges::sort(found_, [](const Introduction& x, const Introduction& y) {
      const auto key = [](const Introduction& one) {
        return std::tuple(one.day,
                          one.a.uid.bytes,
                          one.b ? one.b->uid.bytes : Uid{}.bytes,
                          one.by ? one.by->uid.bytes : Uid{}.bytes);
      };
      return key(x) < key(y);
    });
    return std::move(found_);
  }

 private:
  const PersonRef& ref(PersonId id) {
    auto known = refs_.find(id);
    if (known == refs_.end()) {
      known = refs_.emplace(id, store_.people().ref(id)).first;
    }
    return known->second;
  }

  Store& store_;
  int today_;
  std::map<PersonId, PersonRef> refs_{};
  std::set<Pair> brought_{};  ///< by somebody else
  std::set<Pair> tied_{};     ///< otherwise
  std::map<Pair, std::size_t> yours_{};
  std::vector<Introduction> found_{};
};

std::optional<Date> first_without_broker(Store& store,
                                         const Introduction& one,
                                         Date today,
                                         InteractionId except = {}) {
  const std::array both{one.a.id, one.b ? one.b->id : one.a.id};
  return store.interactions().first_together(
      both, one.by ? std::optional(one.by->id) : std::nullopt, one.day, today, except);
}

bool is_there(const Interaction& meeting, PersonId id) {
  return std::ranges::find(meeting.people, id, &PersonRef::id) != meeting.people.end();
}

/// Whom each person introduced to you.
std::map<PersonId, std::vector<PersonRef>> introducers_of(
    const std::vector<Introduction>& introductions) {
  std::map<PersonId, std::vector<PersonRef>> all;
  for (const Introduction& one : introductions) {
    if (one.by && !one.b) {
      all[one.a.id].push_back(*one.by);
    }
  }
  return all;
}

}  // namespace

std::vector<Introduction> told_introductions(Store& store, Date today) {
  Reader reader(store, today);
  store.links().for_each_bare([&](const BareLink& link) { reader.add(link); });
  store.interactions().for_each_introduction(today,
                                             [&](const Meeting& meeting) { reader.add(meeting); });
  return reader.finish();
}

std::optional<Date> took_on(Store& store, const Introduction& introduction, Date today) {
  return first_without_broker(store, introduction, today);
}

std::vector<Introduction> read_introductions(Store& store, Date today) {
  std::vector<Introduction> all = told_introductions(store, today);
  for (Introduction& one : all) {
    one.took = took_on(store, one, today);
  }
  return all;
}

std::optional<Introduction> introduction_told_by(const Interaction& interaction) {
  if (interaction.kind != "intro") {
    return std::nullopt;
  }
  const std::vector<std::string> words = text::words(text::fold(interaction.text));
  const auto verb = std::ranges::find_if(words, [](const std::string& word) {
    return word == "introduced" || word == "introduces" || word == "introducing";
  });
  if (verb == words.end()) {
    return std::nullopt;
  }
  const std::vector<PersonRef>& people = interaction.people;
  const auto is_named_before = [&](const PersonRef& person) {
    return std::ranges::any_of(text::words(text::fold(person.name)), [&](const std::string& word) {
      return std::find(words.begin(), verb, word) != verb;
    });
  };
  const bool somebody_did = !people.empty() && is_named_before(people.front());
  const bool to_you = verb + 1 != words.end() && (*(verb + 1) == "me" || *(verb + 1) == "us");
  if (people.size() == 2 && somebody_did && to_you) {
    return Introduction{.by = people[0], .a = people[1], .day = interaction.date};
  }
  if (people.size() == 2 && !somebody_did && !to_you && !is_named_before(people[1])) {
    return Introduction{.a = people[0], .b = people[1], .day = interaction.date};
  }
  if (people.size() == 3 && somebody_did && !to_you) {
    return Introduction{.by = people[0], .a = people[1], .b = people[2], .day = interaction.date};
  }
  return std::nullopt;
}

void tie(LinkRepo& links, const Introduction& introduction) {
  const PartialDate since{introduction.day};
  const PersonRef& a = introduction.a;
  if (!introduction.b) {
    if (!links.tied(introduction.by->id, a.id, "introduced")) {
      links.add({.a = *introduction.by, .b = a, .kind = "introduced", .since = since});
    }
    return;
  }
  const PersonRef& b = *introduction.b;
  bool tied = false;
  for (const Link& link : links.of(a.id)) {
    if (link.a.id != b.id && link.b.id != b.id) {
      continue;
    }
    tied = true;
    if (introduction.by && !link.via && link.kind != "introduced") {
      links.set_via(link.id, introduction.by->id);
      return;
    }
  }
  if (!tied) {
    links.add({.a = a, .b = b, .kind = "knows", .since = since, .via = introduction.by});
  }
}

std::vector<Introduction> taken_by(Store& store, const Interaction& meeting, Date today) {
  if (meeting.kind == "intro" || meeting.unanswered || meeting.date > today) {
    return {};
  }
  Reader reader(store, today);
  std::set<Uid> seen;
  for (const PersonRef& person : meeting.people) {
    for (const Link& link : store.links().of(person.id)) {
      const bool is_to_you = link.kind == "introduced" && link.b.id == person.id;
      const bool is_of_two = is_there(meeting, link.a.id) && is_there(meeting, link.b.id);
      if ((is_to_you || is_of_two) && seen.insert(link.uid).second) {
        reader.add(BareLink{.a = link.a.id,
                            .b = link.b.id,
                            .kind = link.kind,
                            .since = link.since,
                            .via = link.via ? std::optional(link.via->id) : std::nullopt,
                            .made = Date{std::chrono::floor<Days>(link.created_at)}});
      }
    }
  }
  store.interactions().for_each_introduction(today, [&](const Meeting& introduction) {
    if (std::ranges::all_of(introduction.people,
                            [&](PersonId id) { return is_there(meeting, id); })) {
      reader.add(introduction);
    }
  });
  std::vector<Introduction> all = reader.finish();
  std::erase_if(all, [&](const Introduction& one) {
    return one.day >= meeting.date || (one.by && is_there(meeting, one.by->id)) ||
           first_without_broker(store, one, today, meeting.id).has_value();
  });
  for (Introduction& one : all) {
    one.took = meeting.date;
  }
  return all;
}

std::string in_words_when_taken(const Introduction& introduction) {
  const std::string by = introduction.by ? introduction.by->name : "you";
  if (!introduction.b) {
    return "you and " + introduction.a.name + " were in touch on your own, since " + by +
           " introduced you";
  }
  return introduction.a.name + " and " + introduction.b->name + " met again, since " + by +
         " introduced them";
}

std::vector<Broker> brokers(const std::vector<Introduction>& introductions) {
  const auto introducers = introducers_of(introductions);
  std::map<PersonId, Broker> found;
  for (const auto& [person, direct] : introducers) {
    // Everybody upstream of this person, each once.
    std::set<PersonId> seen{person};
    std::vector<PersonRef> open = direct;
    bool is_first = true;
    for (std::size_t step = 0; step < kLongest && !open.empty(); ++step) {
      std::vector<PersonRef> next;
      for (const PersonRef& by : open) {
        if (!seen.insert(by.id).second) {
          continue;
        }
        Broker& broker = found[by.id];
        broker.person = by;
        ++broker.all;
        broker.direct += is_first ? 1 : 0;
        if (const auto further = introducers.find(by.id); further != introducers.end()) {
          next.insert(next.end(), further->second.begin(), further->second.end());
        }
      }
      open = std::move(next);
      is_first = false;
    }
  }
  std::vector<Broker> all;
  all.reserve(found.size());
  for (auto& [id, broker] : found) {
    all.push_back(std::move(broker));
  }
  std::ranges::sort(all, [](const Broker& x, const Broker& y) {
    return std::tuple(y.all, y.direct, std::string_view{x.person.name}, x.person.uid.bytes) <
           std::tuple(x.all, x.direct, std::string_view{y.person.name}, y.person.uid.bytes);
  });
  return all;
}

std::vector<PersonRef> longest_chain(const std::vector<Introduction>& introductions) {
  const auto introducers = introducers_of(introductions);
  std::map<PersonId, std::size_t> lengths;  // of the longest chain that ends in somebody
  std::set<PersonId> open;                  // being looked at: a circle ends there
  // Chains are short: a recursion as deep as the longest one.
  const auto length = [&](const auto& self, PersonId person) -> std::size_t {
    if (const auto known = lengths.find(person); known != lengths.end()) {
      return known->second;
    }
    const auto by = introducers.find(person);
    std::size_t most = 0;
    open.insert(person);
    if (by != introducers.end() && open.size() < kLongest) {
      for (const PersonRef& one : by->second) {
        if (!open.contains(one.id)) {
          most = std::max(most, self(self, one.id));
        }
      }
    }
    open.erase(person);
    return lengths[person] = most + 1;
  };
  const auto better = [&](const PersonRef& x, const PersonRef& y) {
    return std::tuple(length(length, y.id), std::string_view{x.name}, x.uid.bytes) <
           std::tuple(length(length, x.id), std::string_view{y.name}, y.uid.bytes);
  };
  std::optional<PersonRef> last;
  for (const Introduction& one : introductions) {
    if (one.by && !one.b && (!last || better(one.a, *last))) {
      last = one.a;
    }
  }
  std::vector<PersonRef> chain;
  std::set<PersonId> seen;
  while (last && seen.insert(last->id).second) {
    chain.push_back(*last);
    std::optional<PersonRef> next;
    if (const auto by = introducers.find(last->id); by != introducers.end()) {
      for (const PersonRef& one : by->second) {
        if (!seen.contains(one.id) && (!next || better(one, *next))) {
          next = one;
        }
      }
    }
    last = std::move(next);
  }
  std::ranges::reverse(chain);
  return chain;
}

}  // namespace kith::network
