// vCards of invented people: kith, vCard, kith keeps what docs/formats.md says; a card that still
// holds stays as it stands.
#include <algorithm>
#include <sstream>
#include <tuple>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/inventor.hpp"
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using test::ImportHouse;
using test::Inventor;

/// Notes, days and ties beyond those that every house has.
void add_notes(ImportHouse& house, Inventor& inventor) {
  std::vector<PersonRef> people;
  house.store.people().for_each(
      {.archived = PersonFilter::Archived::all}, PersonOrder::uid, [&](const ListedPerson& listed) {
        people.push_back(listed.person.ref());
        return true;
      });
  const auto add = [&](const PersonRef& person,
                       const std::string& kind,
                       const std::string& text,
                       std::optional<Date> date = {}) {
    house.store.facts().add({.person = person, .kind = kind, .text = text, .date = date});
  };
  house.store.write("notes", [&] {
    for (const PersonRef& person : people) {
      for (std::size_t i = inventor.below(3); i > 0; --i) {
        add(person, "other", "note " + std::to_string(i) + inventor.text(30));
      }
      if (inventor.chance(3)) {
        add(person, "other", "day" + inventor.text(9), house.clock.today());
      }
      if (inventor.chance(3)) {
        add(person, "anniversary", "anniversary", 2011y / 1 / 13);
      }
      if (inventor.chance(3)) {
        add(person, "family", "child: Kim " + std::to_string(raw(person.id)));
      }
      const PersonRef& other = people[inventor.below(people.size())];
      const std::string kind =
          std::vector<std::string>{"partner", "family", "colleague", "knows"}[inventor.below(4)];
      if (other.id != person.id && !house.store.links().tied(person.id, other.id, kind) &&
          !house.store.links().tied(other.id, person.id, kind)) {
        house.store.links().add({.a = person, .b = other, .kind = kind});
      }
    }
  });
}

/// What of a person a vCard holds, a line each.
std::vector<std::string> kept(ImportHouse& house, const Person& person) {
  std::vector<std::string> lines{
      to_string(person.uid), person.name, person.city, person.timezone, person.met};
  lines.push_back(to_string(person.birthday) + " " + to_string(person.met_on));
  lines.push_back(person.introduced_by ? person.introduced_by->name : "nobody");
  lines.push_back(person.circle ? std::string(to_string(*person.circle)) : "no circle");
  lines.push_back(person.own_cadence ? std::to_string(person.own_cadence->days()) : "no cadence");
  lines.push_back(std::string(to_string(person.standing)) + (person.archived ? " archived" : ""));
  for (const std::string& nickname : person.nicknames) {
    lines.push_back("nickname " + nickname);
  }
  for (const std::string& tag : person.tags) {
    lines.push_back("tag " + tag);
  }
  for (const ContactKind kind : kContactKinds) {
    for (const ContactPoint& point : person.points(kind)) {
      const bool is_handle = kind == ContactKind::handle;  // a service is in small letters
      lines.push_back(std::string(to_string(kind)) + " " + point.value + " " +
                      (is_handle ? text::fold(point.label) : point.label));
    }
  }
  for (const Membership& one : person.memberships) {
    lines.push_back("at " + one.org + " as " + one.title + " " + to_string(one.from) + "/" +
                    to_string(one.to));
  }
  std::vector<std::string> facts;
  for (const Fact& fact : house.store.facts().of(person.id)) {
    facts.push_back("fact " + fact.kind + " " + fact.text + " " +
                    (fact.date ? to_string(*fact.date) : ""));
  }
  for (const Link& link : house.store.links().of(person.id)) {
    const bool has_direction = link.kind == "introduced";
    const PersonRef& other = link.a.id == person.id ? link.b : link.a;
    facts.push_back("link " + link.kind + (has_direction && link.a.id == person.id ? " to " : " ") +
                    other.name);
  }
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());  // told twice, kept once
  lines.insert(lines.end(), facts.begin(), facts.end());
  return lines;
}

TEST_CASE("vcard: kith, vCard, kith keeps all that a card holds", "[property][vcard]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(0, 25)));
  const CardVersion version = GENERATE(CardVersion::v3_0, CardVersion::v4_0);
  CAPTURE(seed, word(version));
  Inventor inventor(seed);
  ImportHouse house;
  test::furnish(house, inventor, 40);
  add_notes(house, inventor);
  const std::string text = house.to_vcard(version);

  ImportHouse other;
  const ImportReport report = other.vcard(text);
  CHECK(report.people == ImportCount{.imported = 40});
  CHECK(report.remarks == std::vector<Remark>{});
  CHECK(report.kept.empty());
  house.store.people().for_each(
      {.archived = PersonFilter::Archived::all}, PersonOrder::uid, [&](const ListedPerson& listed) {
        const std::optional<Person> back = other.store.people().find(listed.person.uid);
        REQUIRE(back);
        CAPTURE(listed.person.name);
        CHECK(kept(other, *back) == kept(house, listed.person));
        return true;
      });

  const ImportReport again = other.vcard(text);
  CHECK(again.people == ImportCount{.unchanged = 40});
}

TEST_CASE("vcard: a card of kith's needs no change", "[property][vcard]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(0, 10)));
  const CardVersion version = GENERATE(CardVersion::v3_0, CardVersion::v4_0);
  const CardDetail detail = GENERATE(CardDetail::portable, CardDetail::everything);
  CAPTURE(seed, word(version));
  Inventor inventor(seed);
  ImportHouse house;
  test::furnish(house, inventor, 30);
  add_notes(house, inventor);
  house.store.people().for_each(
      {.archived = PersonFilter::Archived::all}, PersonOrder::uid, [&](const ListedPerson& listed) {
        const CardSubject subject = card_subject(house.store, listed.person);
        std::istringstream in(to_text(patched({}, subject, version, detail)));
        const std::optional<Card> card = CardReader(in).next();
        REQUIRE(card);
        CHECK(is_up_to_date(*card, subject, detail));
        CHECK(to_text(patched(*card, subject, version, detail)) == in.str());
        return true;
      });
}

}  // namespace
}  // namespace kith::exchange
