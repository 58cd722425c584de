// What sources tell beside people: what happened, what is to be done, who is tied to whom.
#include "support/catch.hpp"
#include "support/imports.hpp"

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::lines_of;
using namespace std::chrono_literals;

/// A house with Ana and Ben, and documents as a source would tell them.
struct LogHouse : ImportHouse {
  LogHouse() {
    ana = add(Person{.name = "Ana Lim",
                     .contact_points = {{ContactKind::email, "ana@example.org", ""},
                                        {ContactKind::phone, "+1 555 0100", ""}}});
    ben = add("Ben Ray");
  }

  /// Runs `tell` with an importer, as one import.
  template <class Tell>
  ImportReport import(Tell tell, Importer::LogRules rules = {}) {
    return store.write("import", [&] {
      Importer importer = importer_of("mail", rules);
      tell(importer);
      return importer.finish("file");
    });
  }

  std::vector<Interaction> newest() { return store.interactions().latest({}, 100); }

  Person ana{};
  Person ben{};
};

InteractionDocument coffee(Date day, std::vector<Who> people, std::string key = {}) {
  InteractionDocument document{.key = std::move(key), .line = 7, .people = std::move(people)};
  document.interaction.date = day;
  document.interaction.kind = "coffee";
  document.interaction.text = "coffee and cake";
  return document;
}

FollowUpDocument book(Date due, Who person, std::string key = {}) {
  FollowUpDocument document{.key = std::move(key), .line = 9, .person = std::move(person)};
  document.follow_up.text = "the book";
  document.follow_up.due = due;
  return document;
}

const Who kAna{.name = "ana lim"};
const Who kStranger{.name = "Zed Quux", .email = "zed@example.org"};

TEST_CASE("a log: people are found by key, e-mail, phone or full name", "[importer][log]") {
  LogHouse house;
  house.import([](Importer& importer) {
    ContactDocument eve{.name = "Eve Orr"};
    eve.keys = {"k1"};
    importer.take(eve);
    importer.take(coffee(2026y / 3 / 1, {{.name = "somebody", .email = "ANA@example.org"}}));
    importer.take(coffee(2026y / 3 / 2, {{.phone = "+15550100"}}));
    importer.take(coffee(2026y / 3 / 3, {{.name = "BEN RAY"}, kAna}));
    importer.take(coffee(2026y / 3 / 4, {{.name = "whoever", .key = "k1"}}));
  });
  const auto log = house.newest();
  REQUIRE(log.size() == 4);
  CHECK(test::names(log[0].people) == std::vector<std::string>{"Eve Orr"});
  CHECK(test::names(log[1].people) == std::vector<std::string>{"Ben Ray", "Ana Lim"});
  CHECK(test::names(log[2].people) == std::vector<std::string>{"Ana Lim"});
  CHECK(test::names(log[3].people) == std::vector<std::string>{"Ana Lim"});
}

TEST_CASE("a log: what came in before is unchanged, also with the people in another spelling",
          "[importer][log]") {
  LogHouse house;
  const auto tell = [](Importer& importer) {
    importer.take(coffee(2026y / 3 / 1, {kAna}));
    importer.take(coffee(2026y / 3 / 1, {kAna}, "m1"));
    importer.take(coffee(1954y / 3 / 1, {kAna}, "m1"));
    importer.take(book(2026y / 4 / 1, kAna));
  };
  CHECK(house.import(tell).records.at("interactions") == ImportCount{.imported = 3});
  const ImportReport again = house.import(tell);
  CHECK(again.records.at("interactions") == ImportCount{.unchanged = 3});
  CHECK(again.records.at("follow_ups") == ImportCount{.unchanged = 1});
  CHECK(house.newest().size() == 3);
}

TEST_CASE("a log: what the user logged in the same words is not doubled", "[importer][log]") {
  LogHouse house;
  house.log({house.ana}, 2026y / 3 / 1, "Coffee and cake");
  const auto report = house.import([](Importer& importer) {
    importer.take(coffee(2026y / 3 / 1, {kAna}, "m1"));
    importer.take(coffee(2026y / 3 / 2, {kAna}, "m2"));
    importer.take(coffee(2026y / 3 / 1, {{.name = "Ben Ray"}}, "m3"));
  });
  CHECK(report.records.at("interactions") == ImportCount{.imported = 2, .unchanged = 1});
}

TEST_CASE("a log: two of one import are two, however alike", "[importer][log]") {
  LogHouse house;
  const auto report = house.import([](Importer& importer) {
    importer.take(coffee(2026y / 3 / 1, {kAna}, "m1"));
    importer.take(coffee(2026y / 3 / 1, {kAna}, "m2"));
  });
  CHECK(report.records.at("interactions") == ImportCount{.imported = 2});
}

TEST_CASE("a log: what was deleted does not come back", "[importer][log]") {
  LogHouse house;
  const auto tell = [](Importer& importer) {
    importer.take(coffee(2026y / 3 / 1, {kAna}, "m1"));
    importer.take(book(2026y / 4 / 1, kAna, "f1"));
  };
  house.import(tell);
  const InteractionId interaction = house.newest().at(0).id;
  const FollowUpId follow_up = house.store.follow_ups().of(house.ana.id).at(0).id;
  house.store.write("rm", [&] {
    house.store.interactions().remove(interaction);
    house.store.follow_ups().remove(follow_up);
  });
  const ImportReport again = house.import(tell);
  CHECK(again.records.at("interactions") == ImportCount{.unchanged = 1});
  CHECK(again.records.at("follow_ups") == ImportCount{.unchanged = 1});
  CHECK(house.newest().empty());
  CHECK(house.store.follow_ups().of(house.ana.id).empty());
}

TEST_CASE("a log: strangers stay outside, and what happened with nobody else", "[importer][log]") {
  LogHouse house;
  const auto report = house.import([](Importer& importer) {
    importer.take(coffee(2026y / 3 / 1, {kStranger, kAna}));
    importer.take(coffee(2026y / 3 / 2, {kStranger}));
    importer.take(coffee(2026y / 3 / 3, {}));
    importer.take(book(2026y / 4 / 1, kStranger));
  });
  CHECK(report.records.at("interactions") == ImportCount{.imported = 1});
  CHECK(report.with_strangers == 3);
  CHECK(house.store.people().count() == 2);
  CHECK(test::names(house.newest().at(0).people) == std::vector<std::string>{"Ana Lim"});
}

TEST_CASE("a log: strangers come in once where they are wanted", "[importer][log]") {
  LogHouse house;
  const auto tell = [](Importer& importer) {
    importer.take(coffee(2026y / 3 / 1, {kStranger, kAna}));
    importer.take(coffee(2026y / 3 / 2, {{.name = "Z. Quux", .email = "zed@example.org"}}));
    importer.take(book(2026y / 4 / 1, {.email = "new@example.org"}));
  };
  const Importer::LogRules rules{.strangers = Importer::Strangers::add};
  const auto report = house.import(tell, rules);
  CHECK(report.people == ImportCount{.imported = 2});
  CHECK(report.with_strangers == 0);
  CHECK(test::names(house.newest().at(0).people) == std::vector<std::string>{"Zed Quux"});
  CHECK(house.only("Zed Quux").points(ContactKind::email).size() == 1);
  CHECK(house.store.follow_ups().of(house.only("new@example.org").id).size() == 1);
  house.import(tell, rules);
  CHECK(house.store.people().count() == 4);
}

TEST_CASE("a log: a name that several have is said and left out", "[importer][log]") {
  LogHouse house;
  house.add("Ana Lim");
  const auto report = house.import(
      [](Importer& importer) {
        importer.take(coffee(2026y / 3 / 1, {kAna, {.name = "Ben Ray"}}));
        importer.take(coffee(2026y / 3 / 2, {{.name = "Ana Lim", .email = "ana@example.org"}}));
      },
      {.strangers = Importer::Strangers::add});
  CHECK(lines_of(report) ==
        std::vector<std::string>{
            "7: warning: ana lim: more than one person has this name, left out here"});
  CHECK(house.store.people().count() == 3);
  REQUIRE(house.newest().size() == 2);
  CHECK(test::names(house.newest()[1].people) == std::vector<std::string>{"Ben Ray"});
  CHECK(house.newest()[0].people.at(0).id == house.ana.id);
}

TEST_CASE("a log: mentions are people you know, and never those who were there",
          "[importer][log]") {
  LogHouse house;
  house.import(
      [](Importer& importer) {
        InteractionDocument document = coffee(2026y / 3 / 1, {kAna});
        document.mentions = {{.name = "Ben Ray"}, kAna, kStranger, {.name = "Ben Ray"}};
        importer.take(document);
      },
      {.strangers = Importer::Strangers::add});
  CHECK(test::names(house.newest().at(0).mentions) == std::vector<std::string>{"Ben Ray"});
  CHECK(house.store.people().count() == 2);
}

TEST_CASE("a log: nothing before the day that was asked for, but what is still open",
          "[importer][log]") {
  LogHouse house;
  const auto report = house.import(
      [](Importer& importer) {
        importer.take(coffee(2026y / 2 / 28, {kAna}));
        importer.take(coffee(2026y / 3 / 1, {kAna}));
        importer.take(book(2026y / 2 / 1, kAna, "open"));
        FollowUpDocument done = book(2026y / 2 / 2, kAna, "done");
        done.follow_up.status = FollowUpStatus::done;
        done.follow_up.done_on = 2026y / 2 / 2;
        importer.take(done);
      },
      {.since = 2026y / 3 / 1});
  CHECK(report.records.at("interactions") == ImportCount{.imported = 1});
  CHECK(report.records.at("follow_ups") == ImportCount{.imported = 1});
}

TEST_CASE("a log: what the store would refuse is said, and brings no stranger", "[importer][log]") {
  LogHouse house;
  const auto report = house.import(
      [](Importer& importer) {
        InteractionDocument endless = coffee(2026y / 3 / 1, {kStranger});
        endless.interaction.text = std::string(1'000'001, 'x');
        importer.take(endless);
        FollowUpDocument empty = book(2026y / 4 / 1, kStranger);
        empty.follow_up.text = " ";
        importer.take(empty);
      },
      {.strangers = Importer::Strangers::add});
  CHECK(lines_of(report).size() == 2);
  CHECK(house.store.people().count() == 2);
  CHECK(house.newest().empty());
}

/// Ana as a source knows her, tied to somebody.
ContactDocument tied(Relation relation) {
  ContactDocument document{.name = "Ana Lim"};
  document.keys = {"a"};
  document.contact_points = {{ContactKind::email, "ana@example.org", ""}};
  document.relations = {std::move(relation)};
  return document;
}

TEST_CASE("relations: a tie where one person is meant, once", "[importer][log]") {
  LogHouse house;
  const auto tell = [](Importer& importer) {
    importer.take(tied({.kind = "partner", .word = "spouse", .name = "ben ray"}));
  };
  house.import(tell);
  house.import(tell);
  const auto links = house.store.links().of(house.ana.id);
  REQUIRE(links.size() == 1);
  CHECK(links[0].kind == "partner");
  house.store.write("unlink",
                    [&] { house.store.links().remove_between(house.ana.id, house.ben.id); });
  house.import(tell);
  CHECK(house.store.links().of(house.ana.id).empty());
}

TEST_CASE("relations: both sides of one tie are one link", "[importer][log]") {
  LogHouse house;
  house.import([](Importer& importer) {
    importer.take(tied({.kind = "partner", .word = "husband", .name = "Ben Ray"}));
    ContactDocument ben{.name = "Ben"};
    ben.keys = {"b"};
    ben.relations = {{.kind = "partner", .word = "wife", .name = "Ana Lim", .key = "a"}};
    importer.take(ben);
    ContactDocument eve{.name = "Eve"};
    eve.keys = {"e"};
    eve.relations = {{.kind = "friend", .word = "friend", .key = "b"}};
    importer.take(eve);
  });
  CHECK(house.store.links().of(house.ana.id).size() == 2);  // Ben Ray, and the source's own Ben
  CHECK(house.store.links().of(house.only("Eve").id).size() == 1);
}

TEST_CASE("relations: who is not known, or not certainly, becomes a fact", "[importer][log]") {
  LogHouse house;
  house.add("Sam Lee");
  house.add("Sam Lee");
  const auto tell = [](Importer& importer) {
    ContactDocument document = tied({.kind = "family", .word = "mother", .name = "Rosa"});
    document.relations.push_back({.kind = "colleague", .word = "manager", .name = "Sam Lee"});
    document.relations.push_back({.kind = "knows", .name = "Ana Lim"});  // herself
    document.relations.push_back({.kind = "friend", .word = "friend", .key = "gone"});
    importer.take(document);
  };
  const ImportReport report = house.import(tell);
  house.import(tell);
  std::vector<std::string> facts;
  for (const Fact& fact : house.store.facts().of(house.ana.id)) {
    facts.push_back(fact.kind + " | " + fact.text);
  }
  CHECK(facts == std::vector<std::string>{"family | mother: Rosa",
                                          "other | manager: Sam Lee",
                                          "other | knows: Ana Lim"});
  CHECK(lines_of(report) == std::vector<std::string>{
                                "0: warning: Ana Lim: friend: of somebody who is not in the file"});
  CHECK(house.store.links().of(house.ana.id).empty());
}

TEST_CASE("relations: one that cannot be kept does not stop the rest", "[importer][log]") {
  LogHouse house;
  const ImportReport report = house.import([](Importer& importer) {
    importer.take(tied({.word = "friend", .name = std::string(1'000'001, 'x')}));
    importer.take(coffee(2026y / 3 / 1, {kAna}));
  });
  CHECK(report.remarks.size() == 1);
  CHECK(house.newest().size() == 1);
}

}  // namespace
}  // namespace kith::exchange
