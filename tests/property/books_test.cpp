// Books of other programs, for all data: what is written reads back, and says the same again.
#include <random>
#include <sstream>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/exchange/abook.hpp>
#include <kith/exchange/friends.hpp>
#include <kith/exchange/ics.hpp>
#include <kith/exchange/ics_export.hpp>
#include <kith/exchange/jscontact.hpp>
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using namespace std::chrono_literals;

const PersonFilter kEverybody{.archived = PersonFilter::Archived::all};

/// A house full of people whose names and words are hard on a file format; the same for a seed.
class HardHouse : public ImportHouse {
 public:
  explicit HardHouse(unsigned seed) : random_(seed) {
    std::vector<Person> people;
    for (std::size_t i = 0; i < 6; ++i) {
      Person draft{.name = name(), .city = text(3)};
      for (std::size_t n = below(3); n > 0; --n) {
        draft.add_nickname(text::clean_line(name()));
      }
      for (std::size_t n = below(3); n > 0; --n) {
        draft.add_tag(pick({"climbing", "a:b", "x-y", "\xC3\xA9t\xC3\xA9", "...", "a--b", "-x"}));
      }
      draft.birthday = below(2) == 0 ? PartialDate({}, 2, 29) : PartialDate({1980}, 5, 1);
      people.push_back(add(draft));
    }
    for (std::size_t i = 0; i < 8; ++i) {
      Interaction draft{.date = add_days(2026y / 1 / 1, static_cast<int>(below(3))),
                        .place = text::clean_line(text(3)),
                        .text = text(8)};
      for (std::size_t n = 1 + below(3); n > 0; --n) {
        draft.people.push_back(people[below(people.size())].ref());
      }
      if (below(2) == 0) {
        draft.text += " " + draft.people.front().name;
      }
      if (below(3) == 0) {
        draft.tags = {"food"};
      }
      log(draft);
    }
    store.write("facts", [&] {
      for (std::size_t i = 0; i < 4; ++i) {
        store.facts().add({.person = people[below(people.size())].ref(),
                           .kind = pick({"other", "hope", "like"}),
                           .text = std::to_string(i) + text(6)});
      }
      store.follow_ups().add(
          {.person = people[0].ref(), .text = "x" + text(8), .due = 2026y / 5 / 1});
    });
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  std::string pick(const std::vector<std::string>& from) { return from[below(from.size())]; }
  std::string text(std::size_t longest) {
    std::string text;
    for (std::size_t i = below(longest + 1); i > 0; --i) {
      text += pick({"a",
                    "B",
                    " ",
                    "**",
                    "*",
                    "_",
                    "@",
                    "@tag",
                    "(",
                    ")",
                    "[",
                    "]",
                    "\\",
                    "- ",
                    "### ",
                    ": ",
                    ",",
                    ";",
                    "\n",
                    "with",
                    "(with ",
                    "and ",
                    "in ",
                    "a.k.a. ",
                    "\xC3\xAB",
                    "\xEF\xBC\xBF",
                    "Ana",
                    "(about ",
                    "\xF0\x9F\x8D\xB5"});
    }
    return text;
  }
  std::string name() {
    return pick({"Ana", "Ben", "\xE7\x8E\x8B\xE4\xBC\x9F", "O'Neill", "A_B"}) + " " +
           pick({"Lim", "(Mimi) Poe", "**", "@x", "[y]", "de la Cruz", "a.k.a. Z"}) + text(2);
  }

  std::mt19937 random_;
};

template <class Write>
std::string written(Store& store, Write write) {
  std::ostringstream out;
  store.read([&] { return write(out); });
  return out.str();
}

template <class Read>
ImportReport import(ImportHouse& house,
                    const std::string& source,
                    const std::string& text,
                    Read read) {
  return house.store.write("import", [&] {
    std::istringstream in(text);
    Importer importer(house.store, source);
    read(in, importer);
    return importer.finish("file");
  });
}

TEST_CASE("friends: what is written reads back, and is written the same again",
          "[property][friends]") {
  const auto seed = GENERATE(range(1U, 121U));
  CAPTURE(seed);
  const auto write = [](Store& store) {
    return written(store, [&](std::ostream& out) {
      return write_friends(out, store, kEverybody, [](const std::string&) {});
    });
  };
  const auto read = [](std::istream& in, LogSink& sink) {
    read_friends(in, 2026y / 3 / 20, {}, sink);
  };
  HardHouse house(seed);
  const std::string file = write(house.store);
  ImportHouse other;
  import(other, "friends", file, read);
  const std::string again = write(other.store);
  CHECK(again == file);
  CHECK(other.store.people().count() == 6);
  CHECK(other.store.interactions().latest({}, 99).size() == 8);
  const ImportReport second = import(other, "friends", again, read);
  CHECK(second.people == ImportCount{.unchanged = 6});
  CHECK(second.records.at("interactions") == ImportCount{.unchanged = 8});
}

TEST_CASE("jscontact: always JSON, a card for each person", "[property][jscontact]") {
  const auto seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  HardHouse house(seed);
  const auto cards = nlohmann::json::parse(written(house.store, [&](std::ostream& out) {
    return write_jscontact(out, house.store, kEverybody);
  }));
  CHECK(cards.size() == 6);
}

TEST_CASE("ics: what is written is read, and is what was there", "[property][ics]") {
  const auto seed = GENERATE(range(1U, 31U));
  CAPTURE(seed);
  HardHouse house(seed);
  const std::string file = written(
      house.store, [&](std::ostream& out) { return write_ics(out, house.store, kEverybody); });
  std::istringstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    CHECK(line.size() <= 76);
  }
  const ImportReport report = import(house, "ics", file, [](std::istream& in, LogSink& sink) {
    read_ics(in, {.today = 2026y / 3 / 20}, sink);
  });
  CHECK(report.records.at("follow_ups") == ImportCount{.unchanged = 1});
}

TEST_CASE("abook: what is written reads back, and is written the same again", "[property][abook]") {
  const auto seed = GENERATE(range(1U, 61U));
  CAPTURE(seed);
  const auto write = [](Store& store) {
    return written(store, [&](std::ostream& out) { return write_abook(out, store, kEverybody); });
  };
  HardHouse house(seed);
  const std::string file = write(house.store);
  ImportHouse other;
  import(other, "abook", file, [](std::istream& in, LogSink& sink) { read_abook(in, sink);
});
ImportHouse third;
const std::string again = write(other.store);
  import(third, "abook", again, [](std::istream& in, LogSink& sink) { read_abook(in, sink);
  }  // namespace
);
CHECK(write(third.store) == again);
}  // namespace kith::exchange

}  // namespace
}  // namespace kith::exchange
