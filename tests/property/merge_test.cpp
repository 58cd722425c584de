// What holds for any two people: made one and taken apart, they are what they were.
#include <random>
#include <regex>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/doubles/merge.hpp>
#include <kith/store/merge_repo.hpp>

using namespace kith;
using namespace kith::test;

namespace {

/// A small world in which everybody has a bit of everything, out of a seed.
class World : public ImportHouse {
 public:
  explicit World(unsigned seed) : random_(seed) {
    for (int i = 0; i < 6; ++i) {
      people.push_back(add(invented(i)));
    }
    for (int i = 0; i < 12; ++i) {
      log(meeting());
      hang_something_on(any());
    }
    for (int i = 0; i < 14; ++i) {
      tie();
    }
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }
  const Person& any() { return people[below(people.size())]; }

  Person invented(int number) {
    Person person{.name = word() + " " + word() + " " + std::to_string(number)};
    for (std::size_t i = below(3); i > 0; --i) {
      person.add_nickname(word());
      person.add_tag("t" + std::to_string(below(4)));
      person.add_point(
          {kContactKinds[below(4)],
           "x" + std::to_string(below(6)) + "@example.org/555" + std::to_string(below(4)),
           below(2) == 0 ? "home" : ""});
      person.memberships.push_back(
          {.org = "Org " + std::to_string(below(3)), .title = below(2) == 0 ? "" : word()});
    }
    person.city = below(2) == 0 ? "" : word();
    person.met = below(2) == 0 ? "" : word();
    person.birthday = below(2) == 0 ? PartialDate{} : PartialDate({}, 1 + below(3), 5);
    if (below(2) == 0) {
      person.circle = kCircles[below(4)];
      person.own_cadence = Cadence{static_cast<int>(1 + below(50))};
    }
    person.archived = below(4) == 0;
    return person;
  }

  Interaction meeting() {
    Interaction draft{.date = add_days(2026y / 3 / 1, -static_cast<int>(below(500)))};
    for (std::size_t i = 1 + below(4); i > 0; --i) {
      (below(3) == 0 ? draft.mentions : draft.people).push_back(any().ref());
    }
    return draft;
  }

  void hang_something_on(const Person& person) {
    store.write("hang", [&] {
      store.facts().add({.person = person.ref(), .text = word()});
      store.follow_ups().add({.person = person.ref(), .text = word(), .due = 2026y / 4 / 1});
      store.origins().put({"csv", std::to_string(below(1000)), person.id, {{"name", word()}}});
    });
  }

  void tie() {
    const Person& a = any();
    const Person& b = any();
    const std::string kind = std::vector<std::string>{"friend", "introduced", "family"}[below(3)];
    if (a.id == b.id || store.links().tied(a.id, b.id, kind) ||
        (kind == "introduced" && store.people().get(b.id).introduced_by)) {
      return;
    }
    Link draft{.a = a.ref(), .b = b.ref(), .kind = kind};
    const Person& via = any();
    if (below(2) == 0 && via.id != a.id && via.id != b.id) {
      draft.via = via.ref();
    }
    if (below(2) == 0) {
      draft.since = PartialDate({2019}, {}, {});
    }
    store.write("tie", [&] { return store.links().add(draft); });
  }

  /// Everything, but for when it was written and for who is known to be two people.
  std::string all() {
    static const std::regex kStamps{R"re("(updated|exported)_at":"[^"]*")re"};
    std::string text = std::regex_replace(to_json(), kStamps, "");
    if (const auto at = text.find(",\n\"distinct_people\""); at != std::string::npos) {
      text.erase(at, text.find("\n]", at) + 2 - at);
    }
    return text;
  }

  std::vector<Person> people{};

 private:
  std::string word() {
    static const std::vector<std::string> kWords{
        "Ana", "Bo", "Zoë", "O'Neill", "王伟", "\"Q\"", "x"};
    return kWords[below(kWords.size())];
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("merging and splitting leaves everything as it was", "[property][merge]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 40)));
  CAPTURE(seed);
  World world(seed);
  const std::string before = world.all();
  const Person kept = world.people[0];
  const Person other = world.people[1];
  world.store.write("merge", [&] { return doubles::merge(world.store, kept.id, other.id); });
  const std::string merged = world.all();
  CHECK(merged != before);
  world.store.write("split", [&] { return doubles::split(world.store, other.uid); });
  CHECK(world.all() == before);
  world.store.journal().undo(1);
  CHECK(world.all() == merged);
}

TEST_CASE("chains of merges come apart in any order, and nobody and nothing is lost",
          "[property][merge]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(50, 70)));
  CAPTURE(seed);
  World world(seed);
  const auto counts = [&] {
    const auto totals = world.store.people().count();
    return std::pair(totals, world.store.interactions().latest({}, 1000).size());
  };
  const auto before = counts();
  std::vector<Uid> merged;
  for (int i = 0; i < 4; ++i) {
    const Person& a = world.any();
    const Person& b = world.any();
    const auto now_a = world.store.people().id_of(a.uid);
    const auto now_b = world.store.people().id_of(b.uid);
    if (now_a != now_b) {
      merged.push_back(world.store.people().ref(*now_b).uid);
      world.store.write("merge", [&] { return doubles::merge(world.store, *now_a, *now_b); });
    }
  }
  std::shuffle(merged.begin(), merged.end(), std::mt19937{seed});
  for (const Uid& uid : merged) {
    world.store.write("split", [&] { return doubles::split(world.store, uid); });
  }
  CHECK(counts() == before);
  for (const Person& person : world.people) {
    CHECK(world.store.people().find(person.uid)->name == person.name);
    CHECK(world.store.people().find(person.uid)->uid == person.uid);
  }
}

TEST_CASE("what is written between a merge and a split stays", "[property][merge]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(100, 120)));
  CAPTURE(seed);
  World world(seed);
  const Person other = world.people[1];
  Person kept =
      world.store
          .write("merge", [&] { return doubles::merge(world.store, world.people[0].id, other.id); })
          .person;
  kept.city = "Ultima Thule";
  kept.add_nickname("Newcomer");
  kept.add_tag("fresh");
  kept.birthday = PartialDate({1999}, 9, 9);
  world.store.write("edit", [&] { world.store.people().update(kept); });
  const Interaction since = world.log({kept}, 2026y / 3 / 19);
  const doubles::Split split =
      world.store.write("split", [&] { return doubles::split(world.store, other.uid); });
  CHECK(split.person.city == "Ultima Thule");
  CHECK(split.person.birthday == PartialDate({1999}, 9, 9));
  CHECK(split.person.nicknames.back() == "Newcomer");
  CHECK(split.person.tags.back() == "fresh");
  CHECK(split.other.city == other.city);
  CHECK(split.other.birthday == other.birthday);
  CHECK(split.other.nicknames == other.nicknames);
  CHECK(split.other.tags == other.tags);
  CHECK(names(world.store.interactions().find(since.id)->people) ==
        std::vector<std::string>{split.person.name});
}
