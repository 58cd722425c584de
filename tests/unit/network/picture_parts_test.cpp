// What pictures are made of: numbers, escapes, curves, places for labels.
#include <cmath>
#include <string>

#include "network/community_places.hpp"
#include "network/label_places.hpp"
#include "network/markup.hpp"
#include "network/tie_curve.hpp"
#include "support/catch.hpp"
#include "support/planted_map.hpp"

using namespace kith;
using namespace kith::network;

TEST_CASE("numbers have no more digits than they need", "[network][pictures]") {
  CHECK(number(12) == "12");
  CHECK(number(-0.04) == "0");
  CHECK(number(-0.5) == "-0.5");
  CHECK(number(100, 0) == "100");
  CHECK(number(1.005e3, 2) == "1005");
  CHECK(number(0.125, 4) == "0.125");
  CHECK(count(999) == "999");
  CHECK(count(1'234'567) == "1,234,567");
  CHECK(counted(1, "person", "people") == "1 person");
  CHECK(counted(0, "tie", "ties") == "0 ties");
}

TEST_CASE("json strings may stand in a script element", "[network][pictures]") {
  CHECK(json("a\"b\\c") == R"("a\"b\\c")");
  CHECK(json("</script>&\n") == R"("\u003c/script\u003e\u0026\u000a")");
  CHECK(json("\xE2\x80\xA8\xE2\x80\xA9") == R"("\u2028\u2029")");
  CHECK(json("\xFF") == "\"\xEF\xBF\xBD\"");
  CHECK(json_or_null("") == "null");
}

TEST_CASE("xml text says what XML can say", "[network][pictures]") {
  CHECK(xml("<a b='c'>&\"") == "&lt;a b=&#39;c&#39;&gt;&amp;&quot;");
  CHECK(xml("a\x01"
            "b") == "ab");
  CHECK(xml("a\xEF\xBF\xBF"
            "b") == "ab");
}

TEST_CASE("a tie is called by its strongest ground", "[network][pictures]") {
  CHECK(ground_word({.grounds = 1 | 4}) == "link");
  CHECK(ground_word({.grounds = 2 | 4 | 8}) == "introduced");
  CHECK(ground_word({.grounds = 12}) == "together");
  CHECK(ground_word({.grounds = 8}) == "organisation");
}

TEST_CASE("a path is relative, short, and does not drift", "[network][pictures]") {
  Path path{1};
  path.add(Curve{{10, 10}, {10.5, 9.5}, {12, 10}, {20, 10.26}});
  CHECK(path.take() == "m10 10c.5-.5 2 0 10 .3");
  Path whole{0};
  whole.add(Curve{{0.4, 0}, {1, 1}, {2, 2}, {3.4, 3}});
  whole.add(Curve{{3.4, 3}, {4, 4}, {5, 5}, {6.6, 6}});
  CHECK(whole.take() == "m0 0c1 1 2 2 3 3m0 0c1 1 2 2 4 3");
  CHECK(whole.empty());
}

TEST_CASE("a tie begins and ends in its dots", "[network][pictures]") {
  const auto planted = test::planted_map(200);
  const CommunityPlaces places{planted.map};
  const TieCurves curves{planted.map, places};
  for (const Tie& tie : planted.map.ties) {
    const Curve curve = curves.of(tie);
    CHECK(curve.from == planted.map.dots[tie.a].at);
    CHECK(curve.to == planted.map.dots[tie.b].at);
    CHECK(std::isfinite(curve.near_from.x));
    CHECK(std::isfinite(curve.near_to.y));
  }
}

TEST_CASE("labels do not overlap, and the first come has the best place", "[network][pictures]") {
  LabelPlaces places{60};
  const std::vector<Point> middles{{0, 0}, {0, 30}};
  CHECK(places.put(middles, 100, 20) == Point{0, 0});
  CHECK(places.put(middles, 100, 20) == Point{0, 30});
  CHECK_FALSE(places.put(middles, 100, 20));
  CHECK(places.is_free(box_around({200, 0}, 100, 20)));
  CHECK_FALSE(places.is_free(box_around({99, 0}, 100, 20)));
  CHECK(places.is_free(box_around({-1e6, -1e6}, 100, 20)));
}

TEST_CASE("wide characters take twice the room", "[network][pictures]") {
  CHECK(text_width("王伟", 10) == text_width("abcd", 10));
}

TEST_CASE("a region is called out where one of its larger communities lies",
          "[network][pictures]") {
  Map map{.dots = {{.at = {0, 0}, .community = 0},
                   {.at = {2, 0}, .community = 0},
                   {.at = {4, 0}, .community = 0},
                   {.at = {90, 0}, .community = 1},
                   {.at = {91, 0}, .community = 1},
                   {.at = {40, 0}, .community = 2},
                   {.at = {0, 9}, .region = 1, .community = 3}},
          .regions = {{.id = 1}, {.id = 2}},
          .communities = {{.id = 3}, {.id = 4}, {.id = 5}, {.id = 6}}};
  const CommunityPlaces places{map};
  CHECK(places.middle(0) == Point{2, 0});
  CHECK(places.spread(0) == 2);
  CHECK(places.core(0) == 0U);  // the one of one person lies nearer, but is too small
  CHECK_FALSE(places.core(1));  // one person is no region to be called out
}
