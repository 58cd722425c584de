// PERSON look-up: what somebody types, and whom it means.
#include "support/catch.hpp"
#include "support/people.hpp"

using namespace kith;
using namespace kith::test;
using Names = std::vector<std::string>;

namespace {

Names found(House& house, std::string_view who) {
  return names(house.store.names().find(who).people);
}

MatchTier tier(House& house, std::string_view who) { return house.store.names().find(who).tier; }

}  // namespace

TEST_CASE("a person is found by every name they have", "[store][names]") {
  House house;
  Person draft{.name = "Spencer Bean"};
  draft.nicknames = {"Beanie", "Old Friend"};
  draft.contact_points = {{ContactKind::email, "Spencer@Example.org", "work"},
                          {ContactKind::phone, "+49 (0)30 123 45 67", ""},
                          {ContactKind::handle, "@spence", ""},
                          {ContactKind::url, "https://www.example.org/spencer/", ""}};
  const Person spencer = house.add(draft);
  house.add("Ada Lovelace");

  for (const char* who : {"Spencer Bean",
                          "SPENCER  bean",
                          "spencer",
                          "bean",
                          "Bean Spencer",
                          "spe",
                          "spe be",
                          "beanie",
                          "old friend",
                          "sb",
                          "spencer@example.org",
                          "spence",
                          "@spence",
                          "030 1234567",
                          "+49 30 1234567",
                          "0049-30-1234567",
                          "1234567",
                          "http://example.org/spencer",
                          "Spencr",
                          "Spnecer Bean",
                          "spencer baen"}) {
    CAPTURE(who);
    CHECK(found(house, who) == Names{"Spencer Bean"});
  }
  CHECK(found(house, to_string(spencer.uid)) == Names{"Spencer Bean"});
}

TEST_CASE("nobody is found where nobody fits", "[store][names]") {
  House house;
  Person draft{.name = "Spencer Bean"};
  draft.contact_points = {{ContactKind::email, "spencer@example.org", ""},
                          {ContactKind::phone, "+1 555 0100", ""}};
  house.add(draft);
  for (const char* who : {"Nobody",
                          "",
                          "   ",
                          "%",
                          "_",
                          "*",
                          "\"",
                          "bean@example.org",
                          "555 0199",
                          "100",
                          "Spencer Beanstalk",
                          "019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e6f"}) {
    CAPTURE(who);
    CHECK(found(house, who).empty());
  }
}

TEST_CASE("an exact match beats a part, a part a prefix, a prefix a typo", "[store][names]") {
  House house;
  house.add("Ana");
  house.add("Ana Lim");
  house.add("Anabel Cruz");
  house.add("Anna Berg");
  CHECK(found(house, "ana") == Names{"Ana"});
  CHECK(found(house, "anab") == Names{"Anabel Cruz"});
  CHECK(tier(house, "ana lim") == MatchTier::exact);
  CHECK(tier(house, "lim") == MatchTier::part);
  CHECK(tier(house, "li") == MatchTier::prefix);
  CHECK(tier(house, "al") == MatchTier::initials);
  CHECK(tier(house, "cruzz") == MatchTier::typo);
}

TEST_CASE("two people who fit are both given, in the order of their names", "[store][names]") {
  House house;
  house.add("Bo Ek");
  house.add("Ana Lim");
  house.add("Ana Berg");
  CHECK(found(house, "ana") == Names{"Ana Berg", "Ana Lim"});
}

TEST_CASE("accents, umlauts and scripts do not stand in the way", "[store][names]") {
  House house;
  house.add("Dieter Müller");
  house.add("Łukasz Żak");
  house.add("王伟");
  house.add("Maeve O'Brien");
  house.add("Ελένη Παππά");
  house.add("Jürgen van der Berg");
  for (const char* who : {"Muller", "mueller", "MÜLLER", "Mu\xcc\x88ller", "Dieter Mueller"}) {
    CAPTURE(who);
    CHECK(found(house, who) == Names{"Dieter Müller"});
  }
  CHECK(found(house, "lukasz zak") == Names{"Łukasz Żak"});
  CHECK(found(house, "王伟") == Names{"王伟"});
  CHECK(found(house, "王") == Names{"王伟"});
  CHECK(found(house, "伟") == Names{"王伟"});
  CHECK(found(house, "obrien") == Names{"Maeve O'Brien"});
  CHECK(found(house, "O’Brien") == Names{"Maeve O'Brien"});
  CHECK(found(house, "ελενη") == Names{"Ελένη Παππά"});
  CHECK(found(house, "van der berg") == Names{"Jürgen van der Berg"});
  CHECK(found(house, "Juergen") == Names{"Jürgen van der Berg"});
}

TEST_CASE("a whole name wins over part of one, whatever signs are between its letters",
          "[store][names]") {
  House house;
  house.add("José O'Brien");
  house.add("O'Brien");
  house.add("Anna-Lena");
  house.add("Anna-Lena Graf");
  CHECK(found(house, "obrien") == Names{"O'Brien"});
  CHECK(house.store.names().find("obrien", 5).tier == MatchTier::exact);
  CHECK(found(house, "jose obrien") == Names{"José O'Brien"});
  CHECK(found(house, "anna lena") == Names{"Anna-Lena"});
  CHECK(found(house, "lena") == Names{"Anna-Lena", "Anna-Lena Graf"});
}

TEST_CASE("an archived person steps back behind those who are not", "[store][names]") {
  House house;
  Person old = house.add("Ana Berg");
  house.add("Ana Lim");
  old.archived = true;
  house.store.write("archive", [&] { return house.store.people().update(old); });
  CHECK(found(house, "ana") == Names{"Ana Lim"});
  CHECK(found(house, "ana berg") == Names{"Ana Berg"});
}

TEST_CASE("names that change or go are found no more", "[store][names]") {
  House house;
  Person ana = house.add("Ana Lim");
  ana.name = "Ana Sousa";
  house.store.write("edit", [&] { return house.store.people().update(ana); });
  CHECK(found(house, "lim").empty());
  CHECK(found(house, "limm").empty());
  CHECK(found(house, "sousa") == Names{"Ana Sousa"});
  house.store.write("rm", [&] { house.store.people().remove(ana.id); });
  CHECK(found(house, "sousa").empty());
  CHECK(house.store.names().words_near("sousa").empty());
  house.store.journal().undo(2);
  CHECK(found(house, "lim") == Names{"Ana Lim"});
}

TEST_CASE("suggestions are the nearest names, nearest first", "[store][names]") {
  House house;
  house.add("Katherine Moss");
  house.add("Karl Moss");
  house.add("Ada Lovelace");
  const Names near = names(house.store.names().suggestions("Catherine Mosse"));
  REQUIRE_FALSE(near.empty());
  CHECK(near.front() == "Katherine Moss");
  CHECK(house.store.names().suggestions("xyzzy").empty());
}

TEST_CASE("completion offers names by the beginning of any of their words", "[store][names]") {
  House house;
  house.add("Ada Lovelace");
  house.add("Spencer Bean");
  house.add("Lois Lane");
  CHECK(house.store.names().completions("lo", 10) == Names{"Ada Lovelace", "Lois Lane"});
  CHECK(house.store.names().completions("lois l", 10) == Names{"Lois Lane"});
  CHECK(house.store.names().completions("", 2).size() == 2);
}
