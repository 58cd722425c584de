// What holds for every sentence, however it is put together.
#include <random>
#include <string>

#include "support/catch.hpp"
#include "support/known_people.hpp"
#include <kith/capture/capture.hpp>
#include <kith/error.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

std::string random_sentence(std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {
      "coffee",  "with",      "Ana",    "Lim",  "and",        ",",     ".",      "yesterday",
      "at",      "Blue",      "Bottle", "#tag", "w/",         "@",     "@Joe's", "in 3 weeks",
      "will",    "Will",      "send",   "her",  "the deck",   "by",    "friday", "she'll",
      "Bo's",    "(",         ")",      "1:1",  "30m",        "3pm",   "'",      "’",
      "王伟",    "🎂",         "\xff",   "-",    "—",          "about", "Dr.",    "van",
      "need to", "remind me", "May",    "3",    "2026-02-28", "Ann",   "\n",     "tom@x.org"};
  std::string text;
  const auto length = std::uniform_int_distribution<int>{1, 25}(random);
  for (int i = 0; i < length; ++i) {
    text += kPieces[std::uniform_int_distribution<std::size_t>{0, std::size(kPieces) - 1}(random)];
    text += random() % 4 == 0 ? "" : " ";
  }
  return text + "x";
}

}  // namespace

TEST_CASE("every span lies within the text, and every index points at somebody",
          "[property][capture]") {
  const test::KnownPeople people{"Ana Lim", "Bo Ek", "Will Castor", "May van Dyk", "王伟"};
  const int seed = GENERATE(range(0, 400));
  std::mt19937 random{static_cast<unsigned>(seed)};
  const std::string text = random_sentence(random);
  CAPTURE(text);
  capture::Draft draft;
  try {
    draft = capture::read_sentence(text, 2026y / 11 / 22, people);
  } catch (const DataError& refused) {
    CHECK(refused.message().ends_with("2026-02-30: not a day of the calendar"));
    CHECK(text.find("2026-02-30") != std::string::npos);
    return;
  }
  const auto within = [&](capture::TextSpan span) {
    return span.begin <= span.end && span.end <= draft.text.size();
  };
  CHECK(within(draft.date.span));
  CHECK(within(draft.kind.span));
  CHECK((!draft.place || within(draft.place->span)));
  for (const capture::Who& who : draft.people) {
    CHECK(within(who.span));
    CHECK_FALSE(who.text.empty());
  }
  for (std::size_t i = 0; i < draft.people.size(); ++i) {
    for (std::size_t j = i + 1; j < draft.people.size(); ++j) {
      CHECK((draft.people[i].span.end <= draft.people[j].span.begin ||
             draft.people[j].span.end <= draft.people[i].span.begin));
    }
  }
  for (std::size_t i = 1; i < draft.follow_ups.size(); ++i) {
    CHECK(draft.follow_ups[i - 1].span.end <= draft.follow_ups[i].span.begin);
  }
  for (const auto& follow_up : draft.follow_ups) {
    CHECK(within(follow_up.span));
    CHECK_FALSE(follow_up.text.empty());
    CHECK((!follow_up.who || *follow_up.who < draft.people.size()));
  }
}

TEST_CASE("reading a sentence twice gives the same", "[property][capture]") {
  const test::KnownPeople people{"Ana Lim", "Bo Ek"};
  std::mt19937 random{7};
  const std::string text = random_sentence(random);
  const capture::Draft a = capture::read_sentence(text, 2026y / 11 / 22, people);
  const capture::Draft b = capture::read_sentence(text, 2026y / 11 / 22, people);
  CHECK(a.date.value == b.date.value);
  CHECK(a.kind.value == b.kind.value);
  CHECK(a.people.size() == b.people.size());
}
