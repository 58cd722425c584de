// PERSON look-up across scripts, spellings, addresses, typos and a crowd.
#include "support/catch.hpp"
#include "support/people.hpp"

using namespace kith;
using namespace kith::test;
using Names = std::vector<std::string>;

namespace {

Names found(House& house, std::string_view who, std::size_t limit = 20) {
  return names(house.store.names().find(who, limit).people);
}

/// A house with one person, and one whom nothing here means.
House with(const Person& person) {
  House house;
  house.add("Quentin Xu");
  house.add(person);
  return house;
}

}  // namespace

TEST_CASE("a name is found as people of any script type it", "[store][names]") {
  struct Case {
    std::string name;
    Names typed;
  };
  const std::vector<Case> cases{
      {"محمد علي", {"محمد علي", "محمد", "علي", "مح", "علي محمد"}},
      {"נועה כהן", {"נועה", "כהן", "נו כה"}},
      {"Фёдор Достоевский", {"федор", "ДОСТОЕВСКИЙ", "Фёдор", "дост", "фд", "Достоевскй"}},
      {"Ελένη Παππά", {"ΕΛΈΝΗ", "παππα", "ελ πα"}},
      {"김지우", {"김지우", "김", "지우", "김지"}},
      {"박 서준", {"서준", "박", "박서", "박 서준"}},
      {"山田太郎", {"山田太郎", "山田", "太郎"}},
      {"林太郎", {"太郎", "林"}},
      {"さくら", {"さくら", "さく"}},
      {"Ｔａｒｏ Ｙａｍａｄａ", {"taro yamada", "YAMADA", "ty"}},
      {"王小明", {"王小明", "小明", "王"}},
      {"Nguyễn Thị Minh Khai",
       {"nguyen", "Nguyễn", "minh khai", "khai minh", "ntmk", "NGUYEN THI"}},
      {"Đặng Văn Lâm", {"dang van lam", "đặng", "Dang"}},
      {"प्रिया शर्मा", {"प्रिया", "शर्मा", "प्रिया शर्मा"}},
      {"Işıl İnci", {"isil", "ISIL", "ışıl", "İNCİ", "inci isil"}},
      {"Þórður Guðmundsson", {"thordur", "Þórður", "gudmundsson", "GUÐMUNDSSON"}},
      {"Zoë Citroën", {"zoe", "ZOË", "citroen"}},
      {"Åse Ødegård", {"ase", "aase", "odegard", "oedegaard", "Ødegård Åse"}},
      {"Łucja Świątek", {"lucja", "swiatek", "ŁUCJA"}},
      {"Jean-Luc Le Goff", {"jean luc", "jean-luc", "luc", "le goff", "jean‑luc le goff", "jllg"}},
      {"Ludwig van der Rohe", {"van der rohe", "rohe", "rohe ludwig", "lvdr", "van rohe"}},
      {"J.R.R. Tolkien", {"jrr tolkien", "J. R. R. Tolkien", "tolkien", "j.r.r."}},
      {"C. S. Lewis", {"cs lewis", "C.S. Lewis", "c s lewis", "lewis cs", "c lewis", "csl"}},
      {"D'Arcy O'Neill", {"darcy", "D’Arcy", "oneill", "o'neill darcy"}},
      {"Mary Ann (Molly) Smith-Jones",
       {"molly", "mary ann", "jones", "smith jones", "smith-jones"}},
      {"Sammy Davis, Jr.", {"sammy davis jr", "davis", "Davis, Sammy"}}};
  for (const Case& one : cases) {
    House house = with(Person{.name = one.name});
    for (const std::string& typed : one.typed) {
      CAPTURE(one.name, typed);
      CHECK(found(house, typed) == Names{one.name});
    }
  }
}

TEST_CASE("a nickname finds as well as a name, in all its words", "[store][names]") {
  Person draft{.name = "Robert Dylan Zimmerman"};
  draft.nicknames = {"Bob", "The Bard of Hibbing", "Älder"};
  House house = with(draft);
  for (const char* who :
       {"bob", "BOB", "bard", "hibbing bard", "the bard", "aelder", "bob zimmerman"}) {
    CAPTURE(who);
    CHECK(found(house, who) == Names{"Robert Dylan Zimmerman"});
  }
  CHECK(found(house, "bobb dylan") == Names{"Robert Dylan Zimmerman"});
  CHECK(found(house, "tbh").empty());  // initials are those of the name
}

TEST_CASE("a phone number is found in every spelling that reaches it", "[store][names][phone]") {
  struct Pair {
    const char* kept;
    const char* typed;
    bool is_same;
  };
  const std::vector<Pair> pairs{{"+49 (0)30 1234567", "+49 30 1234567", true},
                                {"+49 30 1234567", "0049 30 1234567", true},
                                {"+49 30 1234567", "030 1234567", true},
                                {"+49 30 1234567", "030/123 45 67", true},
                                {"030-1234567", "+49301234567", true},
                                {"030.123.45.67", "(030) 1234567", true},
                                {"+1 (555) 010-0199", "1-555-010-0199", true},
                                {"+1 (555) 010-0199", "5550100199", true},
                                {"+1 555 010 0199", "555.010.0199", true},
                                {"0100199", "+1 555 010 0199", true},
                                {"+44 20 7946 0018", "020 7946 0018", true},
                                {"+44 20 7946 0018", "7946 0018", true},
                                {"+33 1 99 00 12 34", "01 99 00 12 34", true},
                                {"０３-１２３４-５６７８", "03 1234 5678", true},
                                {"+81 3 1234 5678", "０３-１２３４-５６７８", true},
                                {"112", "112", true},
                                {"0112", "112", true},
                                {"+49 30 1234567", "+49 30 1234568", false},
                                {"+49 30 1234567", "+49 40 1234567", false},
                                {"+49 30 1234567", "34567", false},
                                {"+49 30 1234567", "+49 30 123456", false},
                                {"+49 30 1234567", "49", false},
                                {"+49 30 1234567", "+43 30 1234567", false},
                                {"+49 30 1234567", "012345679", false},
                                {"112", "1123", false},
                                {"12345", "0012345678", false},
                                {"5551234", "1234", false}};
  for (const Pair& pair : pairs) {
    CAPTURE(pair.kept, pair.typed);
    Person draft{.name = "Ana Lim"};
    draft.contact_points = {{ContactKind::phone, pair.kept, ""}};
    House house = with(draft);
    const Names expected = pair.is_same ? Names{"Ana Lim"} : Names{};
    CHECK(names(house.store.names().with_contact(ContactKind::phone, pair.typed)) == expected);
  }
}

TEST_CASE("an address means whoever has it, in any case, and nobody else", "[store][names]") {
  Person draft{.name = "Ana Lim"};
  draft.contact_points = {{ContactKind::email, "Ana.Lim+News@Example.ORG", "work"},
                          {ContactKind::handle, "@ana_lim@social.example", ""},
                          {ContactKind::url, "https://www.Example.org/~ana/?tab=1", ""},
                          {ContactKind::address, "Rua 1, Lisbon", ""}};
  House house = with(draft);
  for (const char* who : {"ana.lim+news@example.org",
                          "ANA.LIM+NEWS@EXAMPLE.ORG",
                          " ana.lim+news@example.org ",
                          "@ana_lim@social.example",
                          "ana_lim@social.example",
                          "example.org/~ana",
                          "http://example.org/~ana/#top"}) {
    CAPTURE(who);
    CHECK(found(house, who) == Names{"Ana Lim"});
  }
  for (const char* who : {"ana.lim@example.org",
                          "ana@lim",
                          "lim@",
                          "example.org",
                          "https://example.org/~anabel",
                          "Rua 1, Lisbon",
                          "@ana_li"}) {
    CAPTURE(who);
    CHECK(found(house, who).empty());
  }
  CHECK(names(house.store.names().with_contact(ContactKind::email, "ana.LIM+news@example.org")) ==
        Names{"Ana Lim"});
  CHECK(house.store.names().with_contact(ContactKind::handle, "ana.lim+news@example.org").empty());
  CHECK(house.store.names().with_contact(ContactKind::address, "Rua 1, Lisbon").empty());
}

TEST_CASE("a typo is forgiven where it cannot be another name", "[store][names][typo]") {
  House house;
  for (const char* name :
       {"Katherine Moss", "Michael Schumacher", "Anna Berg", "Bo Ek", "Олег Ким"}) {
    house.add(name);
  }
  const std::vector<std::pair<std::string, std::string>> misspelt{
      {"Kathrine", "Katherine Moss"},
      {"Katharine Moss", "Katherine Moss"},
      {"Catherine", "Katherine Moss"},
      {"Katherien", "Katherine Moss"},
      {"Kathrine Mos", "Katherine Moss"},
      {"Micheal", "Michael Schumacher"},
      {"Schumaker", ""},  // two edits that share no letter left out
      {"Shumacher", "Michael Schumacher"},
      {"Schumachre", "Michael Schumacher"},
      {"michael shumacher", "Michael Schumacher"},
      {"Annna", "Anna Berg"},
      {"Anna Breg", "Anna Berg"},
      {"Олгег", "Олег Ким"},
      {"Олге Ким", "Олег Ким"},
      {"Олге Кац", ""},  // two letters of three are another name
      {"Annna Bo", ""},
      {"Annna Cerk", ""},
      {"Ob", ""},
      {"Bu Ek", ""},
      {"Mosley", ""},
      {"Schumannn", ""},
      {"Mike", ""},
      {"zzzz", ""}};
  for (const auto& [typed, name] : misspelt) {
    CAPTURE(typed);
    CHECK(found(house, typed) == (name.empty() ? Names{} : Names{name}));
  }
  CHECK(house.store.names().words_near("micheal") == Names{"michael"});
  CHECK(house.store.names().words_near("ann").empty());
  CHECK(house.store.names().words_near("").empty());
}

TEST_CASE("a word that two people share is found until the last of them goes",
          "[store][names][typo]") {
  House house;
  const Person one = house.add("Ana Sousa");
  const Person two = house.add("Rui Sousa");
  house.store.write("rm", [&] { house.store.people().remove(one.id); });
  CHECK(found(house, "souza") == Names{"Rui Sousa"});
  house.store.write("rm", [&] { house.store.people().remove(two.id); });
  CHECK(found(house, "souza").empty());
  house.store.journal().undo(2);
  CHECK(found(house, "souza") == Names{"Ana Sousa", "Rui Sousa"});
}

TEST_CASE("signs that mean something to SQL mean nothing here", "[store][names]") {
  House house;
  house.add("100% Cotton");
  house.add("Under_Score");
  house.add("Robert'); DROP TABLE person;--");
  CHECK(found(house, "100%") == Names{"100% Cotton"});
  CHECK(found(house, "under_score") == Names{"Under_Score"});
  CHECK(found(house, "robert'); drop table person;--") == Names{"Robert'); DROP TABLE person;--"});
  for (const char* who : {"%", "_", "%o%", "' OR 1=1 --", "\\", "*", "\xff", "\x01"}) {
    CAPTURE(who);
    CHECK(found(house, who).empty());
  }
  CHECK(house.store.names().completions("%", 9).empty());
  CHECK(house.store.names().with_name("%").empty());
}

TEST_CASE("a limit cuts the answer, not its order", "[store][names]") {
  House house;
  for (const char* name : {"Ana Zorn", "Ana Berg", "Ana Lim", "Ana Berg"}) {
    house.add(name);
  }
  CHECK(found(house, "ana", 2) == Names{"Ana Berg", "Ana Berg"});
  CHECK(found(house, "ana", 0).empty());
  CHECK(house.store.names().find("ana", 0).tier == MatchTier::part);
  CHECK(house.store.names().with_words({"ana"}, 3).size() == 3);
  CHECK(house.store.names().with_words({"ana", "berg"}, 9).size() == 2);
  CHECK(names(house.store.names().with_words({"zorn", "ana"}, 9)) == Names{"Ana Zorn"});
  CHECK(house.store.names().with_words({"ana", "xu"}, 9).empty());
  CHECK(house.store.names().with_words({}, 9).empty());
  CHECK(house.store.names().with_words({"ana"}, 0).empty());
  CHECK(house.store.names().with_name("ANA BERG").size() == 2);
  CHECK(house.store.names().suggestions("Anna Zorm", 1).front().name == "Ana Zorn");
  CHECK(house.store.names().completions("ana", 1) == Names{"Ana Berg"});
}

TEST_CASE("of people with one name, the older record comes first", "[store][names]") {
  House house;
  const Person first = house.add("Ana Berg");
  const Person second = house.add("ana berg");
  const std::vector<PersonRef> people = house.store.names().find("Ana Berg").people;
  REQUIRE(people.size() == 2);
  CHECK(people[0].uid == first.uid);
  CHECK(people[1].uid == second.uid);
}

TEST_CASE("a name of signs and pictures alone can be found, one nobody can see is refused",
          "[store][names]") {
  House house;
  house.add("🎂");
  house.add("C3-PO");
  CHECK(found(house, "🎂") == Names{"🎂"});
  CHECK(found(house, "c3po").empty());
  CHECK(found(house, "c3 po") == Names{"C3-PO"});
  CHECK_THROWS(house.add("\u200D"));
}

TEST_CASE("in a crowd of thousands, each of many words still finds its one", "[store][names]") {
  House house;
  house.store.write("import", [&] {
    for (int i = 0; i < 5000; ++i) {
      house.store.people().add(
          Person{.name = "Anne" + std::to_string(i) + " Sm" + std::to_string(i % 7)});
    }
    house.store.people().add(Person{.name = "Annelie Zugspitz"});
    house.store.people().add(Person{.name = "Anton Lone"});
  });
  CHECK(house.store.people().count() == 5002);
  CHECK(found(house, "Anne4999 Sm1") == Names{"Anne4999 Sm1"});
  CHECK(found(house, "anne zu") == Names{"Annelie Zugspitz"});
  CHECK(found(house, "anto") == Names{"Anton Lone"});
  CHECK(found(house, "zugspizt") == Names{"Annelie Zugspitz"});
  CHECK(found(house, "sm3", 10).size() == 10);
  CHECK(found(house, "anne", 30).size() == 30);
  CHECK(house.store.names().completions("anne49", 500).size() == 111);
}
