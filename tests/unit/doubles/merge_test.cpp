// Two people made one, and taken apart again.
#include "support/catch.hpp"
#include "support/documents.hpp"
#include <kith/doubles/merge.hpp>
#include <kith/error.hpp>
#include <kith/store/merge_repo.hpp>

using namespace kith;
using namespace kith::test;

namespace {

/// Robert, and Bob who is the same man.
struct TwoBobs : ImportHouse {
  doubles::Merged merge(const Person& kept, const Person& other) {
    return store.write("merge", [&] { return doubles::merge(store, kept.id, other.id); });
  }
  doubles::Split split(const Person& other) {
    return store.write("split", [&] { return doubles::split(store, other.uid); });
  }
  Link tie(const Person& a, const Person& b, std::string_view kind, const Person* via = nullptr) {
    Link draft{.a = a.ref(), .b = b.ref(), .kind = std::string(kind)};
    if (via != nullptr) {
      draft.via = via->ref();
    }
    return store.write("link", [&] { return store.links().add(draft); });
  }
  /// "Ana Lim friend Bo Ek (via Cy Fox)", in the order in which they were made.
  std::vector<std::string> ties() {
    std::vector<std::string> all;
    store.links().for_each_bare([&](const BareLink& link) {
      all.push_back(store.people().ref(link.a).name + " " + link.kind + " " +
                    store.people().ref(link.b).name +
                    (link.via ? " (via " + store.people().ref(*link.via).name + ")" : ""));
    });
    return all;
  }

  Person robert = add({.name = "Robert Smith"});
  Person bob = add({.name = "Bob Smith"});
  Person zoe = add({.name = "Zoe Ek"});
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a merge keeps the names, addresses, tags and places of both", "[doubles][merge]") {
  TwoBobs house;
  const Person kept = house.add({.name = "Ana Lim",
                                 .nicknames = {"Anni"},
                                 .contact_points = {{ContactKind::email, "ana@acme.example", ""}},
                                 .memberships = {{.org = "Acme"}},
                                 .tags = {"climbing"}});
  const Person other =
      house.add({.name = "Ana M. Lim",
                 .nicknames = {"anni", "Ana Lim", "A."},
                 .contact_points = {{ContactKind::email, "ANA@acme.example", "work"},
                                    {ContactKind::phone, "+1 555 0100", "home"}},
                 .memberships = {{.org = "ACME", .title = "CTO"}, {.org = "Choir"}},
                 .city = "Bern",
                 .tags = {"Climbing", "choir"}});
  const Person person = house.merge(kept, other).person;
  CHECK(person.uid == kept.uid);
  CHECK(person.name == "Ana Lim");
  CHECK(person.nicknames == Texts{"Anni", "Ana M. Lim", "A."});
  CHECK(person.contact_points ==
        std::vector<ContactPoint>{{ContactKind::email, "ana@acme.example", "work"},
                                  {ContactKind::phone, "+1 555 0100", "home"}});
  CHECK(person.memberships ==
        std::vector<Membership>{{.org = "Acme", .title = "CTO"}, {.org = "Choir"}});
  CHECK(person.city == "Bern");
  CHECK(person.tags == Texts{"climbing", "choir"});
  CHECK(house.store.people().count() == 4);
}

TEST_CASE("of two days only one can be right: the other becomes a fact, and is said",
          "[doubles][merge]") {
  TwoBobs house;
  house.robert.birthday = PartialDate({}, 5, 3);
  house.robert.city = "Oslo";
  house.bob.birthday = PartialDate({1980}, 5, 3);
  house.bob.city = "Paris";
  house.store.write("edit", [&] {
    house.store.people().update(house.robert);
    house.store.people().update(house.bob);
  });
  const doubles::Merged merged = house.merge(house.robert, house.bob);
  CHECK(merged.person.birthday == PartialDate({1980}, 5, 3));  // the same day, with its year
  CHECK(merged.person.city == "Oslo");
  CHECK(merged.left_over == Texts{"city: Paris"});
  const std::vector<Fact> facts = house.store.facts().of(house.robert.id);
  REQUIRE(facts.size() == 1);
  CHECK(facts.front().text == "city: Paris (said of Bob Smith)");
}

TEST_CASE("the closer circle, the shorter cadence, the earlier beginning", "[doubles][merge]") {
  TwoBobs house;
  house.robert.circle = Circle::wider;
  house.robert.own_cadence = Cadence{90};
  house.bob.circle = Circle::inner;
  house.bob.own_cadence = Cadence{14};
  house.bob.tracked_since = 2020y / 1 / 1;
  house.bob.snoozed_until = 2026y / 5 / 1;
  house.store.write("edit", [&] {
    house.store.people().update(house.robert);
    house.store.people().update(house.bob);
  });
  const Person person = house.merge(house.robert, house.bob).person;
  CHECK(person.circle == Circle::inner);
  CHECK(person.own_cadence == Cadence{14});
  CHECK(person.tracked_since == 2020y / 1 / 1);
  CHECK(person.snoozed_until == 2026y / 5 / 1);
}

TEST_CASE("who is dead stays dead, whoever is kept", "[doubles][merge]") {
  TwoBobs house;
  house.bob.standing = Standing::dead;
  house.bob.archived = true;
  house.store.write("edit", [&] { house.store.people().update(house.bob); });
  const Person person = house.merge(house.robert, house.bob).person;
  CHECK(person.standing == Standing::dead);
  CHECK_FALSE(person.archived);
}

TEST_CASE("both in one interaction are there once afterwards, and both again after a split",
          "[doubles][merge]") {
  TwoBobs house;
  const Interaction lunch = house.log({house.bob, house.zoe, house.robert}, 2026y / 3 / 1);
  const Interaction walk = house.log({house.zoe, house.bob}, 2026y / 3 / 2);
  Interaction call{.date = 2026y / 3 / 3,
                   .kind = "call",
                   .people = {house.bob.ref()},
                   .mentions = {house.robert.ref(), house.zoe.ref()}};
  call = house.log(call);
  CHECK(house.merge(house.robert, house.bob).moved.interactions == 3);
  const auto people = [&](const Interaction& one) {
    return names(house.store.interactions().find(one.id)->people);
  };
  CHECK(people(lunch) == Texts{"Zoe Ek", "Robert Smith"});
  CHECK(people(walk) == Texts{"Zoe Ek", "Robert Smith"});
  CHECK(people(call) == Texts{"Robert Smith"});
  CHECK(names(house.store.interactions().find(call.id)->mentions) == Texts{"Zoe Ek"});
  CHECK(house.split(house.bob).moved.interactions == 3);
  CHECK(people(lunch) == Texts{"Bob Smith", "Zoe Ek", "Robert Smith"});
  CHECK(people(walk) == Texts{"Zoe Ek", "Bob Smith"});
  CHECK(people(call) == Texts{"Bob Smith"});
  CHECK(names(house.store.interactions().find(call.id)->mentions) ==
        Texts{"Robert Smith", "Zoe Ek"});
}

TEST_CASE("ties go over without a tie to oneself, without doubles, and come back",
          "[doubles][merge]") {
  TwoBobs house;
  const Person cy = house.add("Cy Fox");
  const Person di = house.add("Di Orr");
  house.tie(house.robert, house.bob, "friend");
  house.tie(house.zoe, house.robert, "friend");
  house.tie(house.bob, house.zoe, "friend", &cy);  // the same tie, with somebody who made it
  house.tie(house.bob, cy, "colleague", &house.robert);
  house.tie(cy, di, "knows", &house.bob);
  house.tie(house.robert, di, "family", &house.bob);
  house.tie(house.zoe, house.robert, "introduced");
  house.tie(di, house.bob, "introduced");
  const Texts before = house.ties();
  const doubles::Merged merged = house.merge(house.robert, house.bob);
  CHECK(house.ties() == Texts{"Zoe Ek friend Robert Smith (via Cy Fox)",
                              "Cy Fox knows Di Orr (via Robert Smith)",
                              "Robert Smith family Di Orr",
                              "Zoe Ek introduced Robert Smith",
                              "Robert Smith colleague Cy Fox"});
  CHECK(merged.left_over == Texts{"introduced by Di Orr"});
  CHECK(merged.moved.links == 4);
  CHECK(house.split(house.bob).moved.links == 4);
  Texts after = house.ties();
  Texts wanted = before;
  std::ranges::sort(after);
  std::ranges::sort(wanted);
  CHECK(after == wanted);
  CHECK(house.store.facts().of(house.robert.id).empty());
}

TEST_CASE("the uid of who was merged finds who they are", "[doubles][merge]") {
  TwoBobs house;
  house.merge(house.robert, house.bob);
  CHECK(house.store.people().find(house.bob.uid)->uid == house.robert.uid);
  const NameMatches found = house.store.names().find(to_string(house.bob.uid));
  REQUIRE(found.people.size() == 1);
  CHECK(found.people.front() == house.robert.ref());
  CHECK(names(house.store.names().find("bob smith").people) == Texts{"Robert Smith"});
}

TEST_CASE("the source of who was merged finds who they are", "[doubles][merge]") {
  TwoBobs house;
  const std::string file =
      "First Name,Last Name,URL,Company,Position,Connected On\n"
      "Bobby,Smyth,https://linkedin.com/in/bobby,Acme,CTO,04 Mar 2023\n";
  house.linkedin(file);
  house.merge(house.robert, house.only("Bobby Smyth"));
  const exchange::ImportReport again = house.linkedin(file);
  CHECK(again.people.unchanged == 1);
  CHECK(house.store.people().count() == 3);
  const exchange::ImportReport news = house.linkedin(
      "First Name,Last Name,URL,Company,Position,Connected On\n"
      "Bobby,Smyth,https://linkedin.com/in/bobby,Beta,CEO,04 Mar 2023\n");
  CHECK(news.people.updated == 1);
  CHECK(house.only("Robert Smith").org() == "Beta");
}

TEST_CASE("a document about who was merged is about who they are", "[doubles][merge]") {
  TwoBobs house;
  house.log({house.robert, house.bob}, 2026y / 3 / 1);
  house.tie(house.robert, house.bob, "friend");
  house.tie(house.bob, house.zoe, "friend", &house.robert);
  house.store.write(
      "note", [&] { house.store.facts().add({.person = house.bob.ref(), .text = "likes tea"}); });
  const std::string document = house.to_json();
  house.merge(house.robert, house.bob);
  const std::string merged = house.to_json();
  house.json(document);
  CHECK(house.to_json() == merged);  // nothing of it is new

  house.json("{\"format\":\"kith\",\"version\":1,\"people\":[" +
             ref(to_string(house.bob.uid), "Bob Smith") + "],\"facts\":[{\"uid\":\"" + kRecordUid +
             "\",\"person\":" + ref(to_string(house.bob.uid), "Bob Smith") +
             ",\"text\":\"sails\"}]}");
  CHECK(house.store.facts().of(house.robert.id).size() == 2);
  CHECK(house.store.people().count() == 2);
}

TEST_CASE("what a merge did goes out with everything, and can be taken apart elsewhere",
          "[doubles][merge]") {
  TwoBobs house;
  house.log({house.bob}, 2026y / 3 / 1);
  const Person cy = house.add("Cy Fox");
  house.store.write("two", [&] { house.store.merges().mark_distinct(cy.id, house.zoe.id); });
  house.merge(house.robert, house.bob);
  const std::string document = house.to_json();
  ImportHouse elsewhere;
  elsewhere.json(document);
  CHECK(elsewhere.to_json() == document);
  elsewhere.store.write("split", [&] { return doubles::split(elsewhere.store, house.bob.uid); });
  CHECK(elsewhere.store.people().find(house.bob.uid)->name == "Bob Smith");
  CHECK(elsewhere.store.merges().are_distinct(elsewhere.only("Cy Fox").id,
                                              elsewhere.only("Zoe Ek").id));
}

TEST_CASE("what is written after a merge stays where it was written", "[doubles][split]") {
  TwoBobs house;
  house.bob.city = "Paris";
  house.bob.add_point({ContactKind::email, "bob@example.org", ""});
  house.bob.add_point({ContactKind::email, "old@example.org", ""});
  house.store.write("edit", [&] { house.store.people().update(house.bob); });
  house.store.write("note", [&] {
    house.store.facts().add({.person = house.bob.ref(), .text = "likes tea"});
    house.store.facts().add({.person = house.bob.ref(), .text = "has a dog"});
  });
  Person person = house.merge(house.robert, house.bob).person;
  person.city = "Lyon";
  person.add_point({ContactKind::phone, "+1 555 0100", ""});
  std::erase_if(person.contact_points,
                [](const ContactPoint& point) { return point.value == "old@example.org"; });
  house.store.write("edit", [&] { house.store.people().update(person); });
  house.log({person}, 2026y / 3 / 2);
  house.store.write(
      "rm", [&] { house.store.facts().remove(house.store.facts().of(person.id).back().id); });
  const doubles::Split split = house.split(house.bob);
  CHECK(split.person.city == "Lyon");
  CHECK(split.person.contact_points ==
        std::vector<ContactPoint>{{ContactKind::phone, "+1 555 0100", ""}});
  CHECK(split.person.nicknames.empty());
  CHECK(split.other.uid == house.bob.uid);
  CHECK(split.other.city == "Paris");
  // What was taken away since does not come back.
  CHECK(split.other.contact_points ==
        std::vector<ContactPoint>{{ContactKind::email, "bob@example.org", ""}});
  CHECK(house.store.facts().of(split.other.id).size() == 1);
  CHECK(house.store.facts().of(split.person.id).empty());
  CHECK(house.store.people().last_seen(split.person.id, 2026y / 3 / 20) == 2026y / 3 / 2);
  CHECK_FALSE(house.store.people().last_seen(split.other.id, 2026y / 3 / 20));
}

TEST_CASE("who was merged into somebody who was merged is found, and comes back too",
          "[doubles][split]") {
  TwoBobs house;
  const Person bobby = house.add("Bobby Smith");
  house.store.write("note",
                    [&] { house.store.facts().add({.person = bobby.ref(), .text = "sails"}); });
  house.merge(house.bob, bobby);
  house.merge(house.robert, house.bob);
  CHECK(house.store.people().find(bobby.uid)->uid == house.robert.uid);
  const std::vector<MergedPerson> merged = house.store.merges().into(house.robert.id);
  REQUIRE(merged.size() == 2);
  CHECK(merged.front().uid == house.bob.uid);  // the last one first
  SECTION("in turn") {
    house.split(house.bob);
    CHECK(house.store.people().find(bobby.uid)->uid == house.bob.uid);
    house.split(bobby);
  }
  SECTION("or not") {
    house.split(bobby);
    house.split(house.bob);
  }
  const Person back = house.only("Bobby Smith");
  CHECK(back.uid == bobby.uid);
  CHECK(house.store.facts().of(back.id).size() == 1);
  CHECK(house.only("Bob Smith").uid == house.bob.uid);
  CHECK(house.only("Robert Smith").nicknames.empty());
}

TEST_CASE("who was taken apart is not taken for one again", "[doubles][split]") {
  TwoBobs house;
  house.store.write("two", [&] { house.store.merges().mark_distinct(house.bob.id, house.zoe.id); });
  house.merge(house.robert, house.bob);
  CHECK(house.store.merges().are_distinct(house.robert.id, house.zoe.id));
  const doubles::Split split = house.split(house.bob);
  CHECK(house.store.merges().are_distinct(split.person.id, split.other.id));
  CHECK(house.store.merges().are_distinct(split.other.id, house.zoe.id));
  CHECK_FALSE(house.store.merges().are_distinct(split.person.id, house.zoe.id));
}

TEST_CASE("one person cannot be merged, and nobody split who was not merged", "[doubles]") {
  TwoBobs house;
  CHECK_THROWS_AS(house.merge(house.bob, house.bob), ConflictError);
  CHECK_THROWS_AS(house.split(house.bob), NotFoundError);
}

TEST_CASE("a merge is one change, and so is a split", "[doubles]") {
  TwoBobs house;
  house.log({house.bob, house.robert}, 2026y / 3 / 1);
  house.tie(house.bob, house.zoe, "friend");
  const std::string before = house.to_json();
  house.merge(house.robert, house.bob);
  const std::string merged = house.to_json();
  house.split(house.bob);
  house.store.journal().undo(1);
  CHECK(house.to_json() == merged);
  house.store.journal().undo(1);
  CHECK(house.to_json() == before);
  house.store.journal().redo(1);
  CHECK(house.to_json() == merged);
}
