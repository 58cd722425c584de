// Invents a network: first people and their groups, then how often you met, then what they told.
#include "demo/demo.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "demo/dice.hpp"
#include "demo/gatherings.hpp"
#include "demo/tables.hpp"
#include <kith/text/fold.hpp>

namespace kith::demo {

namespace {

constexpr int kYear = 365;
constexpr int kHistory = 3 * kYear;  // how far back the log goes for people you see rarely

// How many of a hundred people are in each circle; the rest is not tracked.
struct Layer {
  Circle circle{};
  int percent = 0;
  int history_days = 0;
};
constexpr std::array kLayers{Layer{Circle::inner, 3, kYear},
                             Layer{Circle::close, 7, 2 * kYear},
                             Layer{Circle::friends, 24, kHistory},
                             Layer{Circle::wider, 36, kHistory}};

class Inventor {
 public:
  Inventor(std::uint64_t seed, Date today, Instant now) : dice_(seed), today_(today), now_(now) {}

  Network invent(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      network_.people.push_back(person(i, count));
    }
    group_of_ = small_groups(dice_, places_);
    find_introducers();
    for (std::size_t i = 0; i < count; ++i) {
      meet(i);
    }
    gather_groups();
    for (std::size_t i = 0; i < count; ++i) {
      tell(i);
      promise(i);
    }
    tie();
    std::ranges::stable_sort(network_.interactions, {}, &Interaction::date);
    return std::move(network_);
  }

 private:
  // --- stamps -----------------------------------------------------------------------------------

  Instant instant(Date day) {
    const Instant then{std::chrono::sys_days{day} + std::chrono::hours{dice_.between(8, 20)}};
    return std::min(then, now_);
  }
  template <class Record>
  void stamp(Record& record, Date day) {
    record.created_at = instant(day);
    if constexpr (requires { record.updated_at; }) {
      record.updated_at = record.created_at;
    }
    const std::uint64_t high = dice_.bits();
    record.uid = make_uid(record.created_at, high, dice_.bits());
  }
  PersonRef ref(std::size_t index) const {
    const Person& person = network_.people[index];
    return {PersonId{static_cast<std::int64_t>(index) + 1}, person.uid, person.name};
  }

  // --- people -----------------------------------------------------------------------------------

  Person person(std::size_t index, std::size_t count) {
    const std::size_t group = choose_community();
    const Community& community = communities()[group];
    Person made{.name = new_name()};
    Place place{.community = group};
    met_days_ago_.push_back(dice_.between(200, 9 * kYear));
    const Date met_on = add_days(today_, -met_days_ago_.back());
    stamp(made, met_on);
    made.met = community.met;
    made.met_on = dice_.chance(70) ? PartialDate{met_on}
                                   : PartialDate{static_cast<int>(met_on.year()), {}, {}};
    made.add_tag(community.tag);
    if (dice_.chance(9)) {
      place.second = dice_.below(communities().size());
      made.add_tag(communities()[*place.second].tag);
      if (place.second == group) {
        place.second.reset();
      }
    }
    made.city = community.city;
    if (made.city.empty() && dice_.chance(60)) {
      made.city = dice_.one_of(std::array{"Porto", "Leeds", "Ghent", "Turin", "Lisbon"});
    }
    if (!community.org.empty()) {
      made.memberships.push_back({.org = std::string{community.org},
                                  .title = std::string{dice_.one_of(community.titles)},
                                  .from = PartialDate{static_cast<int>(met_on.year()), {}, {}}});
    }
    add_contact_points(made, index);
    add_birthday(made);
    set_circle(made, index, count);
    place.often = made.circle.has_value();
    places_.push_back(place);
    if (!made.circle && dice_.chance(4)) {
      made.archived = true;
    }
    return made;
  }

  // Somebody whom you knew before `index`, from `start` on; nobody if they all came later.
  std::optional<std::size_t> known_before(std::size_t index, std::size_t start) const {
    for (std::size_t step = 0; step < index; ++step) {
      const std::size_t other = (start + step) % index;
      if (met_days_ago_[other] > met_days_ago_[index]) {
        return other;
      }
    }
    return std::nullopt;
  }

  // One person brought you many, and those brought others: that is how one gets around.
  void find_introducers() {
    const std::size_t count = network_.people.size();
    introducer_.assign(count, std::nullopt);
    const auto early = met_days_ago_.begin() + static_cast<std::ptrdiff_t>(count / 8);
    const auto connector = static_cast<std::size_t>(
        std::max_element(met_days_ago_.begin(), early + 1) - met_days_ago_.begin());
    std::vector<std::size_t> introduced;
    for (std::size_t i = 3; i < count; ++i) {
      if (!dice_.chance(14)) {
        continue;
      }
      const int how = dice_.between(1, 100);
      const std::size_t start = dice_.below(i);
      const std::size_t link = introduced.empty() ? start : dice_.one_of(introduced);
      if (how <= 35 && met_days_ago_[connector] > met_days_ago_[i]) {
        introducer_[i] = connector;
      } else if (how <= 75 && met_days_ago_[link] > met_days_ago_[i]) {
        introducer_[i] = link;
      } else {
        introducer_[i] = known_before(i, start);
      }
      if (introducer_[i]) {
        introduced.push_back(i);
      }
    }
  }

  // `days_ago`, or where somebody was not known yet, a day when all of them were.
  int since_known(int days_ago, const std::vector<std::size_t>& who) const {
    constexpr int kLatest = 40;  // days ago
    int known = kHistory;
    for (const std::size_t index : who) {
      known = std::min(known, met_days_ago_[index]);
    }
    return days_ago <= known ? days_ago : kLatest + days_ago % (known - kLatest + 1);
  }

  std::size_t choose_community() {
    int all = 0;
    for (const Community& community : communities()) {
      all += community.share;
    }
    int at = dice_.between(1, all);
    for (std::size_t i = 0; i < communities().size(); ++i) {
      at -= communities()[i].share;
      if (at <= 0) {
        return i;
      }
    }
    return 0;
  }

  std::string new_name() {
    for (int tries = 0;; ++tries) {
      const Culture& culture = dice_.one_of(cultures());
      std::string name{dice_.one_of(culture.given)};
      if (tries > 20) {  // a large network: some have two given names
        name += " " + std::string{dice_.one_of(culture.given)};
      }
      if (tries > 60) {  // a very large one: some have two family names
        name += " " + std::string{dice_.one_of(dice_.one_of(cultures()).family)};
      }
      name += " " + std::string{dice_.one_of(culture.family)};
      if (names_.insert(name).second) {
        return name;
      }
    }
  }

  // Only what is reserved for examples: example.org (RFC 2606) and 555-0100 to 555-0199.
  void add_contact_points(Person& person, std::size_t index) {
    std::string local;
    for (const std::string& word : text::words(text::fold(person.name))) {
      local += (local.empty() ? "" : ".") + word;
    }
    if (dice_.chance(75)) {
      person.add_point(
          {ContactKind::email, local + "@example.org", dice_.chance(30) ? "work" : ""});
    }
    constexpr std::size_t kNumbers = 100;
    if (index < kNumbers && dice_.chance(60)) {
      const std::string number = std::to_string(index);
      person.add_point(
          {ContactKind::phone, "+1-555-01" + std::string(2 - number.size(), '0') + number, ""});
    }
    if (dice_.chance(15)) {
      person.add_point({ContactKind::url, "https://example.org/" + local, ""});
    }
  }

  void add_birthday(Person& person) {
    if (!dice_.chance(55)) {
      return;
    }
    const Date day = add_days(today_, -dice_.between(20 * kYear, 70 * kYear));
    person.birthday = PartialDate{day};
    if (dice_.chance(35)) {
      person.birthday.year.reset();
    }
  }

  void set_circle(Person& person, std::size_t index, std::size_t count) {
    // By place rather than by chance, so that a small network has its inner circle too.
    std::size_t end = 0;
    for (const Layer& layer : kLayers) {
      end += std::max<std::size_t>(1, count * static_cast<std::size_t>(layer.percent) / 100);
      if (index < end) {
        person.circle = layer.circle;
        person.tracked_since = Date{std::chrono::floor<Days>(person.created_at)};
        break;
      }
    }
    if (person.circle == Circle::friends && dice_.chance(10)) {
      person.own_cadence = Cadence{60};
    }
  }

  // --- interactions -----------------------------------------------------------------------------

  // The days on which you met somebody of a circle: about as often as you like to, sometimes late,
  // and with some the tie has gone quiet.
  void meet(std::size_t index) {
    const Person& person = network_.people[index];
    int back = std::min(met_days_ago_[index], kHistory);
    int gap = 2 * kYear;
    if (const auto cadence = person.cadence()) {
      gap = cadence->days();
      for (const Layer& layer : kLayers) {
        back = layer.circle == person.circle ? std::min(back, layer.history_days) : back;
      }
    }
    int quiet_since = 0;
    if (person.circle && *person.circle >= Circle::friends && dice_.chance(12)) {
      quiet_since = std::min(back, dice_.between(400, 900));
    }
    for (int ago = back; ago > quiet_since;) {
      interaction(ago, {index});
      ago -= std::max(2, gap * dice_.between(60, 150) / 100);
    }
  }

  void interaction(int days_ago, const std::vector<std::size_t>& who) {
    interaction(days_ago, who, places_[who.front()].community, false);
  }
  void interaction(int days_ago, const std::vector<std::size_t>& who, std::size_t at, bool party) {
    const Community& community = communities()[at];
    const Date day = add_days(today_, -days_ago);
    Interaction made{.date = day,
                     .kind = party ? "party" : std::string{dice_.one_of(community.kinds)}};
    for (const std::size_t index : who) {
      made.people.push_back(ref(index));
    }
    std::string names;
    for (std::size_t i = 0; i < who.size(); ++i) {
      const std::string& name = network_.people[who[i]].name;
      names += i == 0 ? "" : i + 1 == who.size() ? " and " : ", ";
      names += name.substr(0, name.find(' '));
    }
    made.text = made.kind + " with " + names;
    const bool away = made.kind == "call" || made.kind == "video" || made.kind == "email" ||
                      made.kind == "message" || made.kind == "letter";
    if (!away) {
      made.place = dice_.one_of(community.places);
      made.text += " at " + made.place;
    }
    made.text += ", talked about " + std::string{dice_.one_of(community.topics)};
    made.tags.emplace_back(community.tag);
    if (dice_.chance(25)) {
      made.duration = std::chrono::minutes{15 * dice_.between(1, 12)};
    }
    made.unanswered = made.kind == "message" && who.size() == 1 && dice_.chance(20);
    stamp(made, day);
    network_.interactions.push_back(std::move(made));
  }

  void gather_groups() {
    for (const Gathering& one : gatherings(dice_, places_, group_of_, communities().size())) {
      const int ago = dice_.between(40, kHistory);
      interaction(since_known(ago, one.who), one.who, one.community, one.party);
    }
  }

  // --- what they told, what is promised ---------------------------------------------------------

  void tell(std::size_t index) {
    const int facts = dice_.between(0, network_.people[index].circle ? 2 : 1);
    for (int n = 0; n < facts; ++n) {
      const News& told = dice_.one_of(news());
      Fact fact{
          .person = ref(index), .kind = std::string{told.kind}, .text = std::string{told.text}};
      stamp(fact, add_days(today_, -dice_.between(5, std::min(met_days_ago_[index], kHistory))));
      network_.facts.push_back(std::move(fact));
    }
    if (network_.people[index].circle && dice_.chance(5)) {
      const News& told = dice_.one_of(events());
      Fact fact{
          .person = ref(index), .kind = std::string{told.kind}, .text = std::string{told.text}};
      fact.date = add_days(today_, dice_.between(-6, 30));
      stamp(fact, add_days(today_, -dice_.between(10, 40)));
      network_.facts.push_back(std::move(fact));
    }
  }

  void promise(std::size_t index) {
    if (!network_.people[index].circle) {
      return;
    }
    if (dice_.chance(30)) {
      // Promised at most 40 days before it was due, and by somebody you knew.
      const int ago = dice_.between(30, 400);
      const Date due = add_days(today_, -std::min(ago, met_days_ago_[index] - 40));
      FollowUp kept = follow_up(index, due, dice_.chance(80));
      kept.status = dice_.chance(85) ? FollowUpStatus::done : FollowUpStatus::dropped;
      kept.done_on = add_days(due, dice_.between(-3, 9));
      network_.follow_ups.push_back(std::move(kept));
    }
    if (dice_.chance(6)) {
      // One throw a line: the order in which arguments are evaluated is the compiler's choice.
      const Date due = add_days(today_, dice_.between(-8, 25));
      network_.follow_ups.push_back(follow_up(index, due, dice_.chance(75)));
    }
  }

  FollowUp follow_up(std::size_t index, Date due, bool mine) {
    FollowUp made{.person = ref(index),
                  .text = std::string{mine ? dice_.one_of(promises()) : dice_.one_of(debts())},
                  .due = due,
                  .series_start = due,
                  .owed_by = mine ? Owner::me : Owner::them};
    stamp(made, add_days(due, -dice_.between(7, 40)));
    return made;
  }

  // --- ties -------------------------------------------------------------------------------------

  void tie() {
    const std::size_t count = network_.people.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (introducer_[i]) {
        add_introduction(*introducer_[i], i);
      }
    }
    std::set<std::pair<std::size_t, std::size_t>> tied;
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a + 1; b < count && b < a + 40; ++b) {
        const bool is_near = group_of_[a] == group_of_[b];
        if (places_[a].community != places_[b].community || !dice_.chance(is_near ? 22 : 4)) {
          continue;
        }
        const Community& community = communities()[places_[a].community];
        const std::string_view kind = community.tag == "family" ? "family"
                                      : !community.org.empty()  ? "colleague"
                                                                : "friend";
        add_link(a, b, dice_.chance(8) ? "partner" : kind);
        tied.insert({a, b});
      }
    }
    // You brought people of different groups together; most of them met again.
    for (std::size_t n = 0; n < count / 15; ++n) {
      const std::size_t a = dice_.below(count);
      const std::size_t b = dice_.below(count);
      if (a == b || places_[a].community == places_[b].community ||
          !tied.insert({std::min(a, b), std::max(a, b)}).second) {
        continue;
      }
      const int ago = since_known(dice_.between(60, kHistory), {a, b});
      add_event(ago, {a, b}, "introduced " + name(a) + " to " + name(b));
      add_link(a, b, "knows");
      if (dice_.chance(55)) {
        interaction(dice_.between(1, ago - 1), {a, b});
      }
    }
  }

  const std::string& name(std::size_t index) const { return network_.people[index].name; }

  // `by` introduced somebody to you on the day you met them.
  void add_introduction(std::size_t by, std::size_t person) {
    add_event(met_days_ago_[person], {by, person}, name(by) + " introduced you to " + name(person));
    add_link(by, person, "introduced");
    network_.links.back().since = PartialDate{add_days(today_, -met_days_ago_[person])};
  }

  void add_event(int days_ago, const std::vector<std::size_t>& who, std::string text) {
    const Date day = add_days(today_, -days_ago);
    Interaction made{.date = day, .kind = "intro", .text = std::move(text)};
    for (const std::size_t index : who) {
      made.people.push_back(ref(index));
    }
    stamp(made, day);
    network_.interactions.push_back(std::move(made));
  }

  void add_link(std::size_t a, std::size_t b, std::string_view kind) {
    Link link{.a = ref(a), .b = ref(b), .kind = std::string{kind}};
    stamp(link, add_days(today_, -std::min(met_days_ago_[a], met_days_ago_[b])));
    network_.links.push_back(std::move(link));
  }

  Dice dice_;
  Date today_;
  Instant now_;
  Network network_{};
  std::vector<Place> places_{};
  std::vector<std::size_t> group_of_{};  // person -> small group
  std::vector<int> met_days_ago_{};
  std::vector<std::optional<std::size_t>> introducer_{};
  std::set<std::string> names_{};
};

}  // namespace

Network invent(std::size_t people, std::uint64_t seed, Date today, Instant now) {
  return Inventor{seed, today, now}.invent(std::max<std::size_t>(people, 1));
}

}  // namespace kith::demo
