// Invented people with every kind of text in them, out of a seed.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "support/imports.hpp"
#include <kith/text/clean.hpp>

namespace kith::test {

/// Text and people out of a seed: the same each run.
class Inventor {
 public:
  explicit Inventor(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  std::string text(std::size_t longest) {
    static const std::vector<std::string> kPieces{
        "a",  "B", "7", " ",    ",",  ";",  "\"", "'",  "=",    "+",           "-",     "@",
        "\\", ":", "/", "\n",   "\t", "\r", "é",  "ß",  "王",   "🍵",           " ::: ", "\xCC\x81",
        "{",  "}", "[", "\"\"", "#",  "%",  "|",  "''", "null", "\xE2\x80\x94"};
    std::string text;
    for (std::size_t i = below(longest + 1); i > 0; --i) {
      text += kPieces[below(kPieces.size())];
    }
    return text;
  }

  std::string word() {
    static const std::vector<std::string> kWords{"Ana",
                                                 "Ben",
                                                 "Zoë",
                                                 "Łukasz",
                                                 "Lim",
                                                 "O'Neill",
                                                 "王伟",
                                                 "de la Cruz",
                                                 "=1+1",
                                                 "-",
                                                 "\"Q\"",
                                                 "@x"};
    return kWords[below(kWords.size())];
  }

  PartialDate date() {
    switch (below(4)) {
      case 0:
        return {};
      case 1:
        return {{static_cast<int>(1950 + below(80))}, {}, {}};
      case 2:
        return {{}, {static_cast<unsigned>(1 + below(12))}, {static_cast<unsigned>(1 + below(28))}};
      default:
        return {{static_cast<int>(1950 + below(80))},
                {static_cast<unsigned>(1 + below(12))},
                {static_cast<unsigned>(1 + below(28))}};
    }
  }

  Person person(std::size_t number) {
    Person person;
    person.name = word() + " " + word() + " " + std::to_string(number);
    for (std::size_t i = below(3); i > 0; --i) {
      person.add_nickname(text::clean_line(word() + text(4)));
    }
    for (const ContactKind kind : kContactKinds) {
      for (std::size_t i = below(4); i > 0; --i) {
        const std::string tail = std::to_string(number) + std::to_string(i);
        const std::string value = kind == ContactKind::email   ? "e" + tail + "@example.org"
                                  : kind == ContactKind::phone ? "+1 555 " + tail
                                                               : word() + tail;
        person.add_point({kind, value, chance(2) ? "" : "label " + word()});
      }
    }
    for (std::size_t i = below(3); i > 0; --i) {
      person.memberships.push_back({word() + std::to_string(i),
                                    chance(2) ? word() : "",
                                    date(),
                                    i == 1 ? PartialDate{} : date()});
    }
    person.city = chance(2) ? word() : "";
    person.timezone = chance(2) ? "Europe/Zurich" : "";
    person.birthday = date();
    person.met = text(20);
    person.met_on = date();
    if (chance(2)) {
      person.circle = kCircles[below(kCircles.size())];
    }
    if (chance(2)) {
      person.own_cadence = Cadence(static_cast<int>(1 + below(400)));
    }
    for (std::size_t i = below(3); i > 0; --i) {
      person.add_tag("t" + std::to_string(below(5)) + (chance(2) ? ";x" : ""));
    }
    person.standing = chance(3) ? Standing::paused : Standing::active;
    person.archived = chance(4);
    return person;
  }

 private:
  std::mt19937 random_;
};

/// A house full of invented people, and of what hangs on them.
inline void furnish(ImportHouse& house, Inventor& inventor, std::size_t count) {
  house.store.write("furnish", [&] {
    std::vector<PersonRef> people;
    for (std::size_t i = 0; i < count; ++i) {
      Person person = inventor.person(i);
      if (!people.empty() && inventor.chance(3)) {
        person.introduced_by = people[inventor.below(people.size())];
      }
      people.push_back(house.store.people().add(person).ref());
    }
    for (std::size_t i = 0; i < 2 * count; ++i) {
      const PersonRef& who = people[inventor.below(people.size())];
      const PersonRef& other = people[inventor.below(people.size())];
      const Date day = add_days(house.clock.today(), -static_cast<int>(inventor.below(900)));
      Interaction interaction{
          .date = day, .kind = "call", .people = {who}, .text = "x" + inventor.text(30)};
      if (inventor.chance(2)) {
        interaction.time = std::chrono::minutes{inventor.below(1440)};
        interaction.duration = std::chrono::minutes{1 + inventor.below(300)};
      }
      if (other.id != who.id) {
        interaction.mentions.push_back(other);
      }
      house.store.interactions().add(interaction);
      house.store.facts().add({.person = who, .kind = "hope", .text = "x" + inventor.text(30)});
      FollowUp follow_up{
          .person = who, .text = "x" + inventor.text(9), .due = day, .series_start = day};
      if (inventor.chance(2)) {
        follow_up.every = inventor.chance(2) ? Span{.months = 1} : Span{.days = 14};
      }
      house.store.follow_ups().add(follow_up);
      if (other.id != who.id && !house.store.links().tied(who.id, other.id, "friend")) {
        house.store.links().add({.a = who, .b = other, .kind = "friend", .since = inventor.date()});
      }
    }
  });
}

}  // namespace kith::test
