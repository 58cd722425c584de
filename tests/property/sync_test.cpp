// What holds for every sync, whatever was edited on whichever side: nothing is lost, both sides
// agree, and a second one writes nothing.
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "support/catch.hpp"
#include "support/synced.hpp"
#include <kith/exchange/vcard.hpp>
#include <kith/text/fold.hpp>

namespace {

using namespace kith;
using namespace kith::test;

using Words = std::set<std::string>;

/// What a card or a person should say.
struct Expected {
  Words emails{};
  Words tags{};
  std::string title{};
  std::string extra{};   ///< a line that nobody but the phone knows
  std::string loser{};   ///< a title that had to give way
  bool is_there = true;  ///< has a card, and is not archived
};

class World {
 public:
  explicit World(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }
  std::string fresh(const std::string& stem) { return stem + std::to_string(++number_); }

  void begin() {
    for (int i = 0; i < 4; ++i) {
      add_here();
      add_there();
    }
    house.sync();
  }

  void add_here() {
    const std::string name = fresh("Here ");
    Person draft{.name = name};
    Expected& one = people[name];
    one.title = fresh("Title");
    draft.set_title(one.title);
    add_email(one, draft);
    house.add(draft);
  }

  void add_there() {
    const std::string name = fresh("There ");
    Expected& one = people[name];
    one.extra = "X-" + fresh("EXTRA") + ";A=b:kept \n  as it is\n";
    one.title = fresh("Title");
    const std::string email = fresh("e") + "@example.org";
    one.emails.insert(email);
    house.put(fresh("file") + ".vcf",
              card(fresh("uid"),
                   "FN:" + name + "\nEMAIL:" + email + "\nTITLE:" + one.title + "\n" + one.extra));
  }

  /// Edits somebody on one side or both.
  void edit(const std::string& name, Expected& one) {
    const bool here = chance(2);
    const bool there = !here || chance(2);
    const std::string file = house.file_with("FN:" + name + (has_crlf(name) ? "\r\n" : "\n"));
    const Expected before = one;
    if (here) {
      Person person = house.only(name);
      if (chance(2)) {
        add_email(one, person);
      }
      if (chance(3) && !before.emails.empty()) {
        const std::string gone = *before.emails.begin();
        std::erase_if(person.contact_points,
                      [&](const auto& point) { return point.value == gone; });
        one.emails.erase(gone);
      }
      if (chance(2)) {
        person.add_tag(*one.tags.insert(fresh("tag")).first);
      }
      if (chance(2)) {
        one.title = fresh("Title");
        person.set_title(one.title);
      }
      house.update(person);
    }
    if (there) {
      if (chance(2)) {
        const std::string email = fresh("e") + "@example.org";
        house.replace(file, "END:VCARD", "EMAIL;TYPE=home:" + email + line_end(file) + "END:VCARD");
        one.emails.insert(email);
      }
      if (chance(2)) {
        const std::string title = fresh("Title");
        one.loser = one.title != before.title ? one.title : "";
        house.replace(file, "TITLE:" + before.title, "TITLE:" + title);
        one.title = title;  // the file is newer: the house lives in March
      }
      if (chance(3)) {
        reorder(file);
      }
    }
  }

  void leave(const std::string& name, Expected& one) {
    one.is_there = false;
    if (chance(2)) {
      house.erase(house.file_with("FN:" + name + (has_crlf(name) ? "\r\n" : "\n")));
    } else {
      Person person = house.only(name);
      person.archived = true;
      house.update(person);
    }
  }

  void check() {
    for (const auto& [name, one] : people) {
      CAPTURE(name);
      const Person person = house.only(name);
      CHECK(person.archived == !one.is_there);
      Words emails;
      for (const ContactPoint& point : person.points(ContactKind::email)) {
        emails.insert(point.value);
      }
      CHECK(emails == one.emails);
      CHECK(Words(person.tags.begin(), person.tags.end()) == one.tags);
      CHECK(person.title() == one.title);
      if (!one.loser.empty()) {
        const auto facts = house.facts(person);
        CHECK(std::ranges::any_of(facts, [&loser = one.loser](const std::string& fact) {
          return fact.find(loser) != std::string::npos;
        }));
      }
      if (!one.is_there) {
        continue;
      }
      const std::string text = house.content(house.file_with("FN:" + name + line_end_of(name)));
      std::istringstream in(text);
      const auto document = exchange::document_of(*exchange::CardReader(in).next());
      Words on_card;
      for (const ContactPoint& point : document.contact_points) {
        on_card.insert(point.value);
      }
      CHECK(on_card == one.emails);
      CHECK(Words(document.tags.begin(), document.tags.end()) == one.tags);
      CHECK(document.memberships.at(0).title == one.title);
      CHECK(text.find(one.extra) != std::string::npos);
    }
  }

  SyncedHouse house{};
  std::map<std::string, Expected> people{};

 private:
  static bool has_crlf(const std::string& name) { return name.starts_with("Here"); }
  static std::string line_end_of(const std::string& name) { return has_crlf(name) ? "\r\n" : "\n"; }
  std::string line_end(const std::string& file) const {
    return house.content(file).find("\r\n") != std::string::npos ? "\r\n" : "\n";
  }

  void add_email(Expected& one, Person& person) {
    const std::string email = fresh("e") + "@example.org";
    one.emails.insert(email);
    person.add_point({ContactKind::email, email, ""});
  }

  /// As a server does: properties sorted by name. A property in two lines stays together.
  void reorder(const std::string& file) {
    std::vector<std::string> lines;
    std::istringstream in(house.content(file));
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with(' ')) {
        lines.back() += "\n" + line;
      } else {
        lines.push_back(line);
      }
    }
    std::sort(lines.begin() + 2, lines.end() - 1);
    std::string text;
    for (const std::string& line : lines) {
      text += line + "\n";
    }
    house.put(file, text);
  }

  std::mt19937 random_;
  int number_ = 0;
};

}  // namespace

TEST_CASE("whatever is edited on either side, nothing is lost and both agree", "[property][sync]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 31)));
  CAPTURE(seed);
  World world(seed);
  world.begin();
  world.check();
  for (int round = 0; round < 4; ++round) {
    CAPTURE(round);
    for (auto& [name, one] : world.people) {
      if (one.is_there && world.chance(2)) {
        world.edit(name, one);
      } else if (one.is_there && world.chance(9)) {
        world.leave(name, one);
      }
    }
    if (world.chance(2)) {
      world.add_here();
    }
    if (world.chance(2)) {
      world.add_there();
    }
    world.house.sync({.missing = sync::Missing::remove});
    world.check();
    const auto before = world.house.marks();
    const auto again = world.house.sync();
    CHECK(again.contacts->from_there == sync::Moved{});
    CHECK(again.contacts->to_there == sync::Moved{});
    CHECK(again.notes.empty());
    CHECK(world.house.marks() == before);
  }
}
