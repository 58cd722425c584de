// Moments: all that were planted are found, and nothing else is told.
#include <algorithm>
#include <sstream>

#include "support/agenda_house.hpp"
#include "support/catch.hpp"
#include "support/planted_moments.hpp"
#include <kith/review/review.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/map_repo.hpp>

using namespace kith;
using namespace kith::test;
using namespace std::chrono_literals;
using review::PeriodKind;

namespace {

using Moments = std::multiset<PlantedMoment>;

std::string in_words(const Moments& moments) {
  std::string words;
  for (const auto& [kind, day, people] : moments) {
    words += kind + " " + day + " of " + std::to_string(people.size()) + "\n";
  }
  return words;
}

Moments without(const Moments& all, const Moments& others) {
  Moments rest;
  std::ranges::set_difference(all, others, std::inserter(rest, rest.end()));
  return rest;
}

review::Review review_of(AgendaHouse& house, PeriodKind kind, Date day) {
  return review::look_back(house.store, review::period_of(kind, day), house.clock.today());
}

std::vector<std::string> texts(const review::Review& review) {
  std::vector<std::string> all;
  for (const review::Moment& one : review.moments) {
    all.push_back(one.text);
  }
  return all;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("every planted moment of every kind is found, and none is told that is none",
          "[review][planted]") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    AgendaHouse house(2026y / 11 / 20);
    const PlantedLog planted = plant_moments(house.store, seed, 2);
    const network::Network network = network::read_network(house.store, planted.today);
    const network::Drawn drawn = network::draw(network, {});
    const Moments found = told(review::look_back(
        house.store, planted.period, planted.today, {.network = &network, .map = &drawn.map}));
    const Moments missed = without(planted.truth, found);
    const Moments invented = without(found, planted.truth);
    CAPTURE(in_words(missed), in_words(invented));
    CHECK(missed.empty());
    CHECK(invented.empty());
    CHECK(planted.decoys > 60);
    std::set<std::string> kinds;
    for (const auto& [kind, day, people] : planted.truth) {
      kinds.insert(kind);
    }
    CHECK(kinds.size() == 18);  // all that there are
  }
}

TEST_CASE("a month tells what the year tells of it", "[review][planted]") {
  AgendaHouse house(2026y / 11 / 20);
  const PlantedLog planted = plant_moments(house.store, 99, 3);
  for (unsigned month = 1; month <= 12; ++month) {
    CAPTURE(month);
    const review::Period period =
        review::period_of(PeriodKind::month, Date{2026y, std::chrono::month{month}, 3d});
    Moments expected;
    for (const PlantedMoment& one : planted.truth) {
      const std::string& day = std::get<1>(one);
      const bool is_of_map =
          std::get<0>(one) == "new_circle" || std::get<0>(one) == "circles_joined";
      if (!is_of_map && day >= to_string(period.from) && day <= to_string(period.to)) {
        expected.insert(one);
      }
    }
    const Moments found = told(review::look_back(house.store, period, planted.today));
    CAPTURE(in_words(without(expected, found)), in_words(without(found, expected)));
    CHECK((found == expected));
  }
}

TEST_CASE("every sentence names the one it is about", "[review][planted]") {
  AgendaHouse house(2026y / 11 / 20);
  const PlantedLog planted = plant_moments(house.store, 5, 2);
  const review::Review year = review::look_back(house.store, planted.period, planted.today);
  for (const review::Moment& one : year.moments) {
    CAPTURE(one.text);
    CHECK(one.text.find(one.people.front().name) != std::string::npos);
    CHECK(one.text.ends_with('.'));
  }
}

TEST_CASE("of many moments some of each kind are told, from the first days to the last",
          "[review][planted]") {
  AgendaHouse house(2026y / 11 / 20);
  const PlantedLog planted = plant_moments(house.store, 6, 6);
  const review::Review year = review::look_back(house.store, planted.period, planted.today);
  const auto kinds = [](const std::vector<review::Moment>& moments) {
    std::set<review::MomentKind> all;
    for (const review::Moment& one : moments) {
      all.insert(one.kind);
    }
    return all;
  };
  CHECK(review::most_telling(year, year.moments.size()) == year.moments);
  const std::vector<review::Moment> few = review::most_telling(year, 40);
  CHECK(few.size() == 40);
  CHECK(kinds(few) == kinds(year.moments));
  CHECK(std::ranges::is_sorted(few, {}, &review::Moment::date));
  CHECK(review::most_telling(year, 0).empty());
  CHECK(review::most_telling({}, 3).empty());
}

TEST_CASE("moments are told as sentences about people", "[review]") {
  AgendaHouse house(2024y / 1 / 1);
  const Person ana = house.add({.name = "Ana Lim"});
  const Person bo = house.add({.name = "Bo Ek"});
  house.met(ana, 2024y / 1 / 1);
  house.met(ana, 2024y / 1 / 13);
  house.met(bo, 2020y / 1 / 1);
  house.met(bo, 2024y / 1 / 14);
  house.fact(ana, "hope", "to sail", std::nullopt);
  house.promise(bo, "the book", 2024y / 1 / 20);
  house.clock.set(2024y / 1 / 20);
  house.store.write("done", [&] {
    Fact hope = house.store.facts().of(ana.id).front();
    hope.status = HopeStatus::fulfilled;
    hope.done_on = 2024y / 1 / 20;
    house.store.facts().update(hope);
    FollowUp promise = house.store.follow_ups().of(bo.id).front();
    promise.status = FollowUpStatus::done;
    promise.done_on = 2024y / 1 / 20;
    house.store.follow_ups().update(promise);
  });
  const review::Review january = review_of(house, PeriodKind::month, 2024y / 1 / 31);
  CHECK(texts(january) ==
        Texts{"You met Ana Lim for the first time.",
              "You met Ana Lim a second time, 12 days after the first.",
              "You met Bo Ek again after 4 years. An old friend is back.",
              "You kept a promise to Bo Ek, and in time: the book.",
              "A hope of Ana Lim's came true, 19 days after you noted it: to sail."});
  CHECK(january.until == 2024y / 1 / 20);
  REQUIRE(january.new_people.size() == 1);
  CHECK(january.new_people.front().name == "Ana Lim");
  CHECK(texts(review_of(house, PeriodKind::month, 2023y / 12 / 31)).empty());
}

TEST_CASE("who came nearer and who you are losing touch with are told kindly", "[review]") {
  AgendaHouse house(2025y / 1 / 1);
  const Person ana = house.person("Ana Lim", Circle::close);
  const Person bo = house.person("Bo Ek", Circle::inner);
  const Person cy = house.person("Cy Dahl", Circle::wider);
  const Person paused = house.add({.name = "Di Fay",
                                   .circle = Circle::inner,
                                   .tracked_since = 2025y / 1 / 1,
                                   .standing = Standing::paused});
  house.clock.set(2026y / 3 / 31);
  for (int i = 0; i < 6; ++i) {
    house.met(ana, add_days(2026y / 1 / 10, 14 * i));
  }
  for (const Person& one : {bo, cy, paused}) {
    house.met(one, 2026y / 2 / 1);
  }
  const review::Review march = review_of(house, PeriodKind::quarter, 2026y / 3 / 31);
  REQUIRE(march.nearer.size() == 1);
  CHECK(march.nearer.front().text == "You and Ana Lim are in touch about every 4 weeks now.");
  REQUIRE(march.losing_touch.size() == 1);
  CHECK(march.losing_touch.front().text == "You and Bo Ek were last in touch 1 month ago.");
  house.met(bo, 2026y / 3 / 30);
  CHECK(review_of(house, PeriodKind::quarter, 2026y / 3 / 31).losing_touch.empty());
}

TEST_CASE("whom you may miss is told of the present alone", "[review]") {
  AgendaHouse house(2025y / 1 / 1);
  const Person ana = house.person("Ana Lim", Circle::close);
  const Person bo = house.person("Bo Ek", Circle::close);
  house.met(ana, 2025y / 9 / 1);
  house.met(bo, 2025y / 9 / 1);
  house.met(bo, 2026y / 3 / 19);  // back in touch since
  house.clock.set(2026y / 3 / 20);
  CHECK(review_of(house, PeriodKind::year, 2025y / 12 / 31).losing_touch.empty());
  const review::Review now = review_of(house, PeriodKind::year, 2026y / 3 / 20);
  REQUIRE(now.losing_touch.size() == 1);
  CHECK(now.losing_touch.front().text == "You and Ana Lim were last in touch 6 months ago.");
}

TEST_CASE("a review of the present names one old friend, of the past none", "[review]") {
  AgendaHouse house(2020y / 1 / 1);
  const Person ana = house.person("Ana Lim", Circle::close);
  house.met(ana, 2021y / 1 / 10);
  house.clock.set(2026y / 3 / 20);
  const review::Review now = review_of(house, PeriodKind::week, 2026y / 3 / 20);
  REQUIRE(now.old_friend.has_value());
  CHECK(now.old_friend->text == "Ana Lim: it is 5 years and 2 months since you were in touch.");
  CHECK_FALSE(review_of(house, PeriodKind::week, 2026y / 3 / 1).old_friend.has_value());
}

TEST_CASE("periods are those of the calendar", "[review][period]") {
  const auto named = [](PeriodKind kind, Date day) {
    const review::Period period = review::period_of(kind, day);
    CHECK(period.from <= day);
    CHECK(day <= period.to);
    CHECK(review::period_of(kind, period.to) == period);
    CHECK(review::parse_period_kind(to_string(kind)) == kind);
    return review::name_of(period);
  };
  CHECK(named(PeriodKind::week, 2026y / 3 / 22) == "16 to 22 March 2026");
  CHECK(named(PeriodKind::week, 2026y / 4 / 1) == "30 March to 5 April 2026");
  CHECK(named(PeriodKind::week, 2027y / 1 / 1) == "28 December 2026 to 3 January 2027");
  CHECK(named(PeriodKind::month, 2024y / 2 / 29) == "February 2024");
  CHECK(named(PeriodKind::quarter, 2026y / 5 / 5) == "April to June 2026");
  CHECK(named(PeriodKind::quarter, 2026y / 12 / 31) == "October to December 2026");
  CHECK(named(PeriodKind::year, 2026y / 12 / 31) == "2026");
  CHECK(review::period_of(PeriodKind::month, 2024y / 2 / 1).to == 2024y / 2 / 29);
  CHECK(review::period_of(PeriodKind::quarter, 2026y / 6 / 30).from == 2026y / 4 / 1);
  CHECK_FALSE(review::parse_period_kind("decade").has_value());
}

TEST_CASE("names in a page are text, and the page stands alone", "[review][page]") {
  AgendaHouse house(2026y / 3 / 1);
  const Person mal = house.add({.name = "<script>alert(1)</script> & \"Mal\""});
  const Person bo = house.add({.name = "Bo Ek"});
  house.store.write("log", [&] {
    house.store.interactions().add({.date = 2026y / 3 / 1,
                                    .people = {mal.ref(), bo.ref()},
                                    .place = "</p><img src=x onerror=alert(2)>"});
  });
  house.fact(bo, "success", "url(https://example.org)</style><b>", 2026y / 3 / 1);
  const network::Network network = network::read_network(house.store, 2026y / 3 / 1);
  const network::Drawn drawn = network::draw(network, {});
  const review::Surroundings around{.network = &network, .map = &drawn.map};
  const review::Review year = review::look_back(
      house.store, review::period_of(PeriodKind::year, 2026y / 3 / 1), 2026y / 3 / 1, around);
  std::ostringstream page;
  review::write_page(year, around, page);
  const std::string html = page.str();
  for (const char* bad : {"<script", "<img", "<b>", "href=", "@import", "<link"}) {
    CAPTURE(bad);
    CHECK(html.find(bad) == std::string::npos);
  }
  CHECK(html.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; ") != std::string::npos);
  CHECK(html.find("default-src 'none'") != std::string::npos);
  CHECK(html.find("Those you know</h2>") != std::string::npos);
  CHECK(html.ends_with("</html>\n"));
}
