// What Google's and Outlook's CSV can hold comes back, whoever it is.
#include <random>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/error.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;

class Inventor {
 public:
  explicit Inventor(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  std::string word() {
    static const std::vector<std::string> kWords{
        "Ana",     "Ben",  "Zoë",   "Łukasz", "Lim",  "O'Neill", "王伟",  "van",      "de la Cruz",
        "=1+1",    "+cmd", "\"Q\"", "@x",     "-x",   "Dr.",     "PhD",   "a;b",      "c, d",
        "'quoted", "null", "N/A",   "Mr",     "x\\y", "(Anni)",  "Total", "é\xCC\x81"};
    return kWords[below(kWords.size())];
  }

  std::optional<Date> date() {
    if (chance(2)) {
      return std::nullopt;
    }
    return Date{std::chrono::year{static_cast<int>(1950 + below(70))},
                std::chrono::month{static_cast<unsigned>(1 + below(12))},
                std::chrono::day{static_cast<unsigned>(1 + below(28))}};
  }

  /// A person whom both formats can hold: `labels` are those of phones.
  Person person(std::size_t number, const std::vector<std::string>& labels) {
    const std::string id = std::to_string(number);
    Person person{.name = word() + " " + word() + " n" + id};
    for (std::size_t i = below(3); i > 0; --i) {
      person.add_nickname(word() + " " + std::to_string(i));
    }
    for (const std::string& label : labels) {
      if (chance(2)) {
        person.add_point({ContactKind::phone,
                          "+1 555 01" + id + std::to_string(person.contact_points.size() + 10),
                          label});
      }
    }
    if (chance(2)) {
      person.add_point({ContactKind::address, "Way " + id + ", 3000 " + word(), "home"});
    }
    person.set_org(chance(2) ? word() + " " + id : "");
    person.set_title(chance(2) ? word() : "");
    person.city = chance(2) ? word() : "";
    if (const auto birthday = date()) {
      person.birthday = PartialDate(*birthday);
    }
    for (std::size_t i = below(3); i > 0; --i) {
      person.add_tag("t" + std::to_string(below(5)) + (chance(2) ? ";x" : ""));
    }
    return person;
  }

 private:
  std::mt19937 random_;
};

/// Everybody by name, without what a house gives its own.
std::vector<Person> everybody(ImportHouse& house) {
  std::vector<Person> all;
  house.store.people().for_each({}, PersonOrder::name, [&](const ListedPerson& listed) {
    Person person = listed.person;
    person.id = {};
    person.uid = {};
    person.created_at = {};
    person.updated_at = {};
    all.push_back(std::move(person));
    return true;
  });
  return all;
}

TEST_CASE("google: people go out and come back the same people", "[property][csv][google]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(0, 40)));
  CAPTURE(seed);
  Inventor inventor(seed);
  ImportHouse house;
  for (std::size_t i = 0; i < 12; ++i) {
    Person person = inventor.person(i, {"home", "work", "", "boat: 2", "Ütterli"});
    const std::string id = std::to_string(i);
    for (std::size_t j = inventor.below(4); j > 0; --j) {
      person.add_point({ContactKind::email,
                        "e" + id + std::to_string(j) + "@example.org",
                        inventor.chance(2) ? "" : "label " + id});
      person.add_point({ContactKind::url, "https://example.org/" + id + std::to_string(j), ""});
      person.add_point({ContactKind::handle,
                        "@h" + id + std::to_string(j),
                        inventor.chance(2) ? "" : inventor.word()});
    }
    if (inventor.chance(3)) {
      person.birthday = PartialDate({}, 2, 29);
    }
    std::stable_sort(person.contact_points.begin(),
                     person.contact_points.end(),
                     [](const auto& a, const auto& b) { return a.kind < b.kind; });
    house.add(person);
  }
  const std::string csv = house.to_google();
  ImportHouse other;
  const ImportReport report = other.google(csv);
  CHECK(report.people == ImportCount{.imported = 12});
  CHECK(test::lines_of(report).empty());
  CHECK(other.to_google() == csv);
  CHECK(other.google(csv).people == ImportCount{.unchanged = 12});
  for (const Person& person : everybody(house)) {
    const Person back = other.only(person.name);
    CHECK(back.name == person.name);
    CHECK(back.nicknames == person.nicknames);
    CHECK(back.memberships == person.memberships);
    CHECK(back.city == person.city);
    CHECK(back.birthday == person.birthday);
    CHECK(back.tags == person.tags);
    for (const ContactKind kind : kContactKinds) {
      CHECK(back.points(kind) == person.points(kind));
    }
  }
}

TEST_CASE("outlook: people go out and come back the same people", "[property][csv][outlook]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(0, 40)));
  CAPTURE(seed);
  Inventor inventor(seed);
  ImportHouse house;
  for (std::size_t i = 0; i < 12; ++i) {
    Person person = inventor.person(i, {"home", "work", "mobile", ""});
    for (std::size_t j = inventor.below(4); j > 0; --j) {
      person.add_point({ContactKind::email, "e" + std::to_string(i * 10 + j) + "@example.org", ""});
    }
    house.add(person);
  }
  const std::string csv = house.to_outlook();
  ImportHouse other;
  const ImportReport report = other.csv(csv);
  CHECK(report.people == ImportCount{.imported = 12});
  CHECK(test::lines_of(report).empty());
  CHECK(other.to_outlook() == csv);
  CHECK(other.csv(csv).people == ImportCount{.unchanged = 12});
  for (const Person& person : everybody(house)) {
    const Person back = other.only(person.name);
    CHECK(back.memberships == person.memberships);
    CHECK(back.birthday == person.birthday);
    CHECK(back.city == person.city);
    CHECK(back.tags == person.tags);
    CHECK(back.nicknames == person.nicknames);
    CHECK(back.points(ContactKind::email) == person.points(ContactKind::email));
    CHECK(back.points(ContactKind::address) == person.points(ContactKind::address));
    CHECK(back.points(ContactKind::phone).size() == person.points(ContactKind::phone).size());
  }
}

TEST_CASE("csv: any kind of file with one byte lost or doubled is read or refused",
          "[property][csv]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(0, 60)));
  CAPTURE(seed);
  Inventor inventor(seed);
  ImportHouse house;
  for (std::size_t i = 0; i < 3; ++i) {
    house.add(inventor.person(i, {"home", ""}));
  }
  std::string text = inventor.chance(2) ? house.to_google() : house.to_outlook();
  const std::size_t at = inventor.below(text.size());
  inventor.chance(2) ? text.erase(at, 1) : text.insert(at, 1, text[at]);
  ImportHouse other;
  try {
    other.csv(text);
    const std::string once = other.to_json();
    const ImportReport again = other.csv(text);
    CHECK(again.people.imported == 0);
    CHECK(again.people.updated == 0);
    CHECK(other.to_json() == once);
  } catch (const DataError&) {
    CHECK(other.store.people().count() == 0);
  }
}

}  // namespace
}  // namespace kith::exchange
