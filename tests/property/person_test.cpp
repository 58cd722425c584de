// What holds for any person: what is stored comes back, addresses compare well, and a slip of the
// finger still finds its name.
#include <random>
#include <set>

#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/text/fold.hpp>

using namespace kith;
using namespace kith::test;

namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class Value>
  const Value& of(const std::vector<Value>& values) {
    return values[below(values.size())];
  }
  std::string letters(std::size_t least, std::size_t most, std::string_view alphabet) {
    std::string word;
    for (std::size_t i = least + below(most - least + 1); i > 0; --i) {
      word += alphabet[below(alphabet.size())];
    }
    return word;
  }
  /// A line in some script, with signs that mean something elsewhere. Never empty, clean already.
  std::string line() {
    static const std::vector<std::string> pieces{
        "Ana", "Müller", "O'Brien", "王伟",  "محمد",    "김",    "Łódź", "d’Été", "\"quoted\"",
        "a=b", "50%",    "x_y",     "#hash", "--05-03", "{}",    "🎂",    "NULL",  "a,b;c",
        "\\n", "Ωμέγα",  "Ёж",      "<b>",   "1e9",     "प्रिया", "ß",    "ﬁ",     "2026-01-01"};
    std::string text = of(pieces);
    for (std::size_t i = below(4); i > 0; --i) {
      text += ' ' + of(pieces);
    }
    return text;
  }
  std::string maybe_line() { return one_in(3) ? std::string{} : line(); }
  Date day() { return from_day_number(static_cast<int>(below(3'652'058)) - 719'162); }
  std::optional<Date> maybe_day() { return one_in(2) ? std::optional(day()) : std::nullopt; }
  PartialDate partial_day() {
    const PartialDate full{day()};
    switch (below(5)) {
      case 0:
        return {};
      case 1:
        return {full.year, {}, {}};
      case 2:
        return {full.year, full.month, {}};
      case 3:
        return {{}, full.month, full.day};
      default:
        return full;
    }
  }

 private:
  std::mt19937 random_;
};

ContactPoint random_point(Dice& dice) {
  const ContactKind kind = kContactKinds[dice.below(kContactKinds.size())];
  std::string value = kind == ContactKind::email   ? dice.letters(1, 8, "abc.+=") + "@example.org"
                      : kind == ContactKind::phone ? "+" + dice.letters(3, 12, "123456789")
                                                   : dice.line();
  return {kind, std::move(value), dice.one_in(2) ? dice.letters(1, 6, "abcXYZ019_-") : ""};
}

Person random_person(Dice& dice, const std::vector<Person>& known) {
  Person person{.name = dice.line()};
  for (std::size_t i = dice.below(3); i > 0; --i) {
    person.add_nickname(dice.line());
    person.add_tag(dice.letters(1, 9, "abcdefg-_"));
    person.add_point(random_point(dice));
    const bool lasts = dice.one_in(2);
    person.memberships.push_back({dice.line(),
                                  dice.maybe_line(),
                                  dice.partial_day(),
                                  lasts ? PartialDate{} : PartialDate{dice.day()}});
  }
  std::stable_partition(person.memberships.begin(),
                        person.memberships.end(),
                        [](const Membership& m) { return m.to.empty(); });
  person.city = dice.maybe_line();
  person.timezone = dice.maybe_line();
  person.birthday = dice.partial_day();
  person.met = dice.one_in(2) ? dice.line() + "\n\n" + dice.line() : "";
  person.met_on = dice.partial_day();
  if (!known.empty() && dice.one_in(2)) {
    person.introduced_by = dice.of(known).ref();
  }
  if (dice.one_in(2)) {
    person.circle = kCircles[dice.below(kCircles.size())];
  }
  if (dice.one_in(2)) {
    person.own_cadence = Cadence{static_cast<int>(1 + dice.below(36'525))};
  }
  person.tracked_since = dice.day();
  person.standing =
      dice.of<Standing>({Standing::active, Standing::paused, Standing::former, Standing::dead});
  person.snoozed_until = dice.maybe_day();
  person.archived = dice.one_in(4);
  person.created_at = Instant{std::chrono::seconds{1 + dice.below(2'000'000'000)}};
  person.updated_at = person.created_at + std::chrono::seconds{dice.below(1'000'000)};
  return person;
}

}  // namespace

TEST_CASE("any person comes back as stored, and as changed into any other", "[property][person]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 5)));
  CAPTURE(seed);
  Dice dice(seed);
  House house;
  std::vector<Person> known;
  for (int i = 0; i < 60; ++i) {
    const Person draft = random_person(dice, known);
    const Person added = house.add(draft);
    Person expected = draft;
    expected.id = added.id;
    expected.uid = added.uid;
    REQUIRE(added == expected);
    REQUIRE(house.store.people().get(added.id) == expected);

    Person other = random_person(dice, known);
    other.id = added.id;
    other.uid = added.uid;
    if (other.updated_at == added.updated_at) {
      other.updated_at += std::chrono::seconds{1};
    }
    REQUIRE(house.store.write("edit", [&] { return house.store.people().update(other); }) == other);
    REQUIRE(house.store.people().find(added.uid) == other);
    house.store.journal().undo(1);
    REQUIRE(house.store.people().get(added.id) == expected);
    known.push_back(added);
  }
}

TEST_CASE("everybody is found by their name, nicknames and addresses", "[property][names]") {
  Dice dice(7);
  House house;
  std::vector<Person> people;
  for (int i = 0; i < 80; ++i) {
    Person draft = random_person(dice, {});
    draft.archived = false;
    people.push_back(house.add(draft));
  }
  const auto finds = [&](const Person& person, const std::vector<PersonRef>& found) {
    return std::ranges::find(found, person.uid, &PersonRef::uid) != found.end();
  };
  for (const Person& person : people) {
    CAPTURE(person.name);
    REQUIRE(finds(person, house.store.names().find(person.name, 99).people));
    REQUIRE(finds(person, house.store.names().with_name(person.name)));
    for (const std::string& nickname : person.nicknames) {
      CAPTURE(nickname);
      REQUIRE(finds(person, house.store.names().find(nickname, 99).people));
    }
    for (const ContactPoint& point : person.contact_points) {
      if (point.kind != ContactKind::address && !comparable(point.kind, point.value).empty()) {
        CAPTURE(point.value);
        REQUIRE(finds(person, house.store.names().with_contact(point.kind, point.value)));
      }
    }
  }
}

TEST_CASE("an address's form for comparing is its own form", "[property][contact]") {
  Dice dice(11);
  for (int i = 0; i < 20'000; ++i) {
    const std::string phone = dice.letters(0, 16, "0123456789+-()./ x");
    CAPTURE(phone);
    const std::string form = comparable(ContactKind::phone, phone);
    REQUIRE(comparable(ContactKind::phone, form) == form);
    REQUIRE(form.find_first_not_of("0123456789") == std::string::npos);
    REQUIRE((form.empty() || form.front() != '0'));
    REQUIRE(same_value(ContactKind::phone, phone, "00" + form));
    const std::string line = dice.line();
    CAPTURE(line);
    for (const ContactKind kind : {ContactKind::email, ContactKind::address}) {
      REQUIRE(comparable(kind, comparable(kind, line)) == comparable(kind, line));
    }
  }
}

TEST_CASE("a contact point reads back from how it is written, whatever is in it",
          "[property][contact]") {
  Dice dice(13);
  for (int i = 0; i < 20'000; ++i) {
    Person person{.name = "Ana"};
    ContactPoint draft{ContactKind::url,
                       dice.letters(1, 10, "ab=@:/. _-?é\xc3\xa9"),
                       dice.letters(0, 6, "ab= ()/-_")};
    draft.value = "x" + text::fold(draft.value);  // well formed
    if (dice.one_in(3)) {
      draft.value.insert(0, "=");
    }
    person.contact_points = {draft};
    const ContactPoint point = checked(person).contact_points.front();
    CAPTURE(point.label, point.value, to_string(point));
    REQUIRE(parse_contact_point(point.kind, to_string(point)) == point);
  }
}

TEST_CASE("one slip in a word of a name finds the name", "[property][names][typo]") {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
  Dice dice(17);
  House house;
  std::vector<std::string> words;
  house.store.write("import", [&] {
    for (int i = 0; i < 150; ++i) {
      words.push_back(dice.letters(4, 12, kLetters));
      house.store.people().add(Person{.name = words.back()});
    }
  });
  for (int i = 0; i < 2000; ++i) {
    const std::string& word = dice.of(words);
    std::string slip = word;
    const std::size_t at = dice.below(word.size());
    const char letter = kLetters[dice.below(kLetters.size())];
    switch (dice.below(4)) {
      case 0:
        slip.insert(at, 1, letter);
        break;
      case 1:
        slip[at] = letter;
        break;
      case 2:
        slip.erase(at, 1);
        break;
      default:
        std::swap(slip[at], slip[(at + 1) % word.size()]);
        if (at + 1 == word.size()) {
          slip = word;  // first and last are no neighbours
        }
    }
    if (slip.size() < 4) {
      continue;  // too short to be told from another word
    }
    CAPTURE(word, slip);
    const std::vector<std::string> near = house.store.names().words_near(slip);
    REQUIRE(std::ranges::find(near, word) != near.end());
    for (const std::string& one : near) {
      REQUIRE(text::edit_distance(slip, one, 2) <= 2);
    }
    REQUIRE_FALSE(house.store.names().find(slip).people.empty());
  }
}
