// The editor's form, over people whom nobody would think of: what is written reads back.
#include "cli/person_form.hpp"

#include <array>
#include <random>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include <kith/error.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

const Date kToday{2026y / 3 / 20};

/// People as random as checked() lets them be.
class Invention {
  unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }
  template <class Words>
  auto pick(const Words& words) {
    return words[below(static_cast<unsigned>(words.size()))];
  }

 public:
  explicit Invention(unsigned seed) : random_(seed) {}

  Person person() {
    Person one{.id = PersonId{1}, .name = words()};
    times(3, [&] { one.add_nickname(words()); });
    times(3, [&] { one.add_point({ContactKind::email, word() + "@" + "example.org", label()}); });
    times(2, [&] { one.add_point({ContactKind::phone, "+44 20 " + number(4), label()}); });
    times(2, [&] {
      one.add_point({ContactKind::url, "https://" + word() + ".example/?a=b", label()});
    });
    times(2, [&] { one.add_point({ContactKind::handle, "@x" + word(), label()}); });
    times(2, [&] { one.add_point({ContactKind::address, words() + ", " + words(), label()}); });
    times(3, [&] {
      one.memberships.push_back({.org = maybe(words()),
                                 .title = maybe(words()),
                                 .from = chance() ? date() : PartialDate{},
                                 .to = chance() ? date() : PartialDate{}});
    });
    times(4, [&] { one.add_tag("t" + number(3)); });
    one.city = maybe(words());
    one.timezone = maybe("Europe/Lisbon");
    one.birthday = chance() ? date() : PartialDate{};
    one.met = maybe(words() + "\n" + words() + " \\n \\ " + words());
    one.met_on = chance() ? date() : PartialDate{};
    if (chance()) {
      one.introduced_by = PersonRef{PersonId{7}, {}, checked(Person{.name = words()}).name};
    }
    if (chance()) {
      one.circle = pick(std::array{Circle::inner, Circle::close, Circle::friends, Circle::wider});
    }
    if (chance()) {
      one.own_cadence = Cadence{static_cast<int>(1 + below(3000))};
    }
    one.tracked_since = one.cadence() ? std::optional{kToday} : std::nullopt;
    one.standing =
        pick(std::array{Standing::active, Standing::paused, Standing::former, Standing::dead});
    if (chance()) {
      one.snoozed_until = Date{2027y / 1 / 31};
    }
    return checked(one);
  }

 private:
  bool chance() { return below(2) == 0; }
  std::string maybe(std::string text) { return chance() ? text : std::string{}; }
  std::string number(int digits) {
    std::string all;
    for (int i = 0; i < digits; ++i) {
      all += static_cast<char>('1' + below(9));
    }
    return all;
  }
  template <class Work>
  void times(unsigned most, const Work& work) {
    for (unsigned i = below(most + 1); i > 0; --i) {
      work();
    }
  }
  std::string label() {
    return chance() ? "" : pick(std::array<const char*, 3>{"home", "work", "second home"});
  }
  std::string word() {
    return pick(std::array<const char*, 5>{"ada", "müller", "o'brien", "a-b", "x1"}) + number(2);
  }
  // What a form itself is made of, and letters of many kinds.
  std::string words() {
    static const std::array<std::string, 14> kPieces{"Ada",
                                                     "王伟",
                                                     "O'Brien",
                                                     "key: value",
                                                     "# no comment",
                                                     "home=x",
                                                     "\\n",
                                                     "\\",
                                                     "a  b",
                                                     "=",
                                                     ":",
                                                     "Zoe\xcc\x88",
                                                     "\"quoted\"",
                                                     "👩‍👩‍👧‍👦"};
    std::string all = "w";
    for (unsigned i = below(4); i > 0; --i) {
      all += " " + pick(kPieces);
    }
    return all + number(1);
  }
  PartialDate date() {
    PartialDate one;
    if (chance()) {
      one.year = static_cast<int>(1000 + below(1500));
    }
    if (!one.year || chance()) {
      one.month = 1 + below(12);
      if (!one.year || chance()) {
        one.day = 1 + below(28);
      }
    }
    return one;
  }

  std::mt19937 random_;
};

PersonRef nobody(std::string_view who) {
  throw NotFoundError(std::string{who} + ": no such person");
}

}  // namespace

TEST_CASE("whoever is written as a form is read back the same", "[property][form]") {
  const unsigned seed = GENERATE(range(0u, 400u));
  CAPTURE(seed);
  const Person person = Invention{seed}.person();
  const std::string form = cli::write_form(person);
  CAPTURE(form);
  const Person read = cli::read_form(form, person, kToday, nobody);
  CHECK(read == person);
  CHECK(cli::write_form(read) == form);
}

TEST_CASE("a form's comments, blanks, line ends and last line make no difference",
          "[property][form]") {
  const unsigned seed = GENERATE(range(0u, 50u));
  CAPTURE(seed);
  const Person person = Invention{seed}.person();
  std::string form = cli::write_form(person);
  std::string other = "# before\r\n\r\n   # indented\r\n";
  for (const char c : form) {
    other += c == '\n' ? "  \r\n" : std::string(1, c);
  }
  other.resize(other.size() - 2);
  CHECK(cli::read_form(other, person, kToday, nobody) == person);
}

TEST_CASE("a broken form is refused with its line, never read as something else",
          "[property][form]") {
  const unsigned seed = GENERATE(range(0u, 200u));
  CAPTURE(seed);
  const Person person = Invention{seed}.person();
  std::mt19937 random{seed};
  std::string form = cli::write_form(person);
  for (int i = 0; i < 3; ++i) {
    form[random() % form.size()] = static_cast<char>(random() % 256);
  }
  try {
    checked(cli::read_form(form, person, kToday, [](std::string_view who) {
      return PersonRef{PersonId{9}, {}, std::string{who}};
    }));
  } catch (const DataError& wrong) {
    CHECK_FALSE(wrong.message().empty());
    CHECK(wrong.message().find('\n') == std::string::npos);
  }
}
