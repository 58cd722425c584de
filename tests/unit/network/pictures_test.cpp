// Pictures of maps: valid, safe with any name, silent when asked to be.
#include <functional>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "support/catch.hpp"
#include "support/planted_map.hpp"
#include "support/xml.hpp"
#include <kith/network/pictures.hpp>
#include <kith/text/clean.hpp>

using namespace kith;
using network::PictureOptions;

namespace {

using Writer = std::function<void(
    const network::Map&, const network::Network&, const PictureOptions&, std::ostream&)>;

const std::vector<std::pair<std::string, Writer>> kWriters{{"svg", network::write_svg},
                                                           {"html", network::write_html},
                                                           {"dot", network::write_dot},
                                                           {"graphml", network::write_graphml},
                                                           {"json", network::write_map_json}};

std::string written(const Writer& write,
                    const test::PlantedMap& planted,
                    const PictureOptions& options = {}) {
  std::ostringstream out;
  write(planted.map, planted.network, options, out);
  return out.str();
}

bool has(std::string_view text, std::string_view piece) {
  return text.find(piece) != std::string_view::npos;
}

const std::vector<std::string> kHostile{
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "\"quoted\" & 'single' \\ back",
    "]]> --> <!-- @@DATA@@ @@TITLE@@",
    "a\xE2\x80\xAE"
    "dlrow",
    "line\xE2\x80\xA8"
    "break\x01\x1B[31m",
    "bad \xFF utf",
    "\xEF\xBF\xBE nonchar",
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 \xE7\x8E\x8B\xE4\xBC\x9F \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
    std::string(300, 'w'),
};

test::PlantedMap hostile_map() {
  test::PlantedMap planted = test::planted_map(30);
  for (std::size_t i = 0; i < kHostile.size(); ++i) {
    test::rename(planted, i, kHostile[i]);
    planted.map.dots[i].label_order = i;
    planted.network.members[i].met = kHostile[i];
    planted.network.members[i].org = kHostile[i];
    planted.network.members[i].city = kHostile[i];
  }
  for (std::size_t i = kHostile.size(); i < 30; ++i) {
    planted.map.dots[i].label_order = i;
  }
  planted.map.regions[0].name = kHostile[0];
  planted.map.communities[0].name = kHostile[1];
  return planted;
}

/// The JSON that a page carries.
nlohmann::json data_of(const std::string& page) {
  const std::string start = "id=\"kith-data\">";
  const std::size_t from = page.find(start) + start.size();
  return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
}

}  // namespace

TEST_CASE("pictures are the same each time, in valid UTF-8", "[network][pictures]") {
  const auto planted = test::planted_map(200);
  for (const auto& [format, write] : kWriters) {
    CAPTURE(format);
    const std::string once = written(write, planted);
    CHECK(once == written(write, planted));
    CHECK(text::is_utf8(once));
    CHECK(once.ends_with('\n'));
  }
}

TEST_CASE("svg and graphml are well-formed whatever people are called", "[network][pictures]") {
  const auto planted = hostile_map();
  for (const bool anonymous : {false, true}) {
    const PictureOptions options{.anonymous = anonymous, .title = kHostile[0]};
    CHECK(test::xml_fault(written(network::write_svg, planted, options)) == "");
    CHECK(test::xml_fault(written(network::write_graphml, planted, options)) == "");
  }
}

TEST_CASE("a name is never markup", "[network][pictures]") {
  const auto planted = hostile_map();
  const PictureOptions options{.title = kHostile[1]};
  for (const Writer& write : {Writer{network::write_svg}, Writer{network::write_html}}) {
    const std::string text = written(write, planted, options);
    CHECK_FALSE(has(text, "<img"));
    CHECK_FALSE(has(text, "<script>alert"));
    CHECK_FALSE(has(text, "\xE2\x80\xAE"));
    CHECK_FALSE(has(text, "\x1B"));
  }
  const std::string page = written(network::write_html, planted, options);
  CHECK(test::occurrences(page, "</script>") == 2);  // the data's and the page's own
  CHECK(data_of(page).at("people").at("name").at(0) == kHostile[0]);
}

TEST_CASE("a name that looks like a mark of the template stays a name", "[network][pictures]") {
  const std::string page = written(network::write_html, hostile_map(), {.title = "@@DATA@@"});
  CHECK(data_of(page).at("title") == "@@DATA@@");
  CHECK(data_of(page).at("people").at("name").at(3) == kHostile[3]);
}

TEST_CASE("a long name is cut where it is shown", "[network][pictures]") {
  const auto planted = hostile_map();
  const std::string ws(100, 'w');
  CHECK_FALSE(has(written(network::write_svg, planted), ws));
  CHECK(has(written(network::write_svg, planted), "www\xE2\x80\xA6"));
  CHECK_FALSE(has(written(network::write_html, planted), std::string(210, 'w')));
  CHECK(has(written(network::write_map_json, planted), std::string(300, 'w')));
}

TEST_CASE("an anonymous picture has no name in it anywhere", "[network][pictures]") {
  auto planted = test::planted_map(40);
  for (std::size_t i = 0; i < 40; ++i) {
    test::rename(planted, i, "Xaveria Quux" + std::to_string(i));
    planted.network.members[i].met = "through Xaveria";
    planted.network.members[i].org = "Quux & Daughters";
    planted.network.members[i].city = "Quuxville";
  }
  planted.map.regions[0].name = "Around Xaveria";
  planted.map.communities[0].name = "xaverias";
  for (const auto& [format, write] : kWriters) {
    CAPTURE(format);
    const std::string text = written(write, planted, {.anonymous = true});
    CHECK_FALSE(has(text, "averia"));
    CHECK_FALSE(has(text, "uux"));
    CHECK(has(text, "Region 1"));
  }
}

TEST_CASE("an anonymous picture keeps the names of its communities", "[network][pictures]") {
  auto planted = test::planted_map(40);
  planted.map.regions[0].name = "Sailing";
  CHECK(has(written(network::write_svg, planted, {.anonymous = true}), "Sailing"));
}

TEST_CASE("a picture of nobody, of one, or without ties says what to do", "[network][pictures]") {
  const auto nobody = test::planted_map(0);
  const auto one = test::planted_map(1);
  auto strangers = test::planted_map(5);
  strangers.map.ties.clear();
  for (network::Dot& dot : strangers.map.dots) {
    dot.ties = 0;
  }
  const auto says = [](const test::PlantedMap& planted) {
    std::string svg = written(network::write_svg, planted);
    CHECK(test::xml_fault(svg) == "");
    CHECK_FALSE(has(svg, "nan"));
    CHECK_FALSE(has(svg, "inf"));
    const auto advice = data_of(written(network::write_html, planted)).at("advice");
    return std::pair{svg, advice.is_null() ? "" : advice.get<std::string>()};
  };
  CHECK(has(says(nobody).first, "Nobody is in this picture yet"));
  CHECK(has(says(nobody).second, "kith import"));
  CHECK(has(says(one).second, "kith log"));
  CHECK(has(says(strangers).second, "kith link"));
  CHECK(says(test::planted_map(30)).second == "");
}

TEST_CASE("you are drawn where the map has you", "[network][pictures]") {
  auto planted = test::planted_map(20);
  const std::string without = written(network::write_svg, planted);
  planted.map.you = network::Point{1, 2};
  const std::string with = written(network::write_svg, planted);
  CHECK(test::xml_fault(with) == "");
  CHECK(test::occurrences(with, "<circle cx=\"1\" cy=\"2\"") == 2);
  CHECK(test::occurrences(without, "<circle cx=\"1\" cy=\"2\"") == 0);
  CHECK(data_of(written(network::write_html, planted)).at("you") == nlohmann::json{1, 2});
}

TEST_CASE("those who belong nowhere are no place on the map", "[network][pictures]") {
  auto planted = test::planted_map(200);
  planted.map.regions[0].name = "loose ends";
  CHECK(test::occurrences(written(network::write_svg, planted), ">loose ends<") == 2);
  planted.map.regions[0].hue = network::kQuietHue;
  CHECK(test::occurrences(written(network::write_svg, planted), ">loose ends<") == 1);  // legend
  CHECK(data_of(written(network::write_html, planted)).at("regions").at(0).at(4) == 1);
}

TEST_CASE("who joins communities is named", "[network][pictures]") {
  const auto planted = test::planted_map(400);
  const std::string svg = written(network::write_svg, planted);
  for (const network::Dot& dot : planted.map.dots) {
    if (dot.label_order == 0) {
      REQUIRE(dot.bridge);
      CHECK(has(svg, ">" + planted.network.members[dot.member].person.name + "</text>"));
    }
  }
}

TEST_CASE("a picture counts the ties that it has no room for, too", "[network][pictures]") {
  auto planted = test::planted_map(30);
  const std::string all = std::to_string(planted.map.ties.size()) + " ties";
  planted.map.ties.resize(planted.map.ties.size() / 2);
  CHECK(has(written(network::write_svg, planted), all));
}

TEST_CASE("a page asks for nothing from anywhere", "[network][pictures]") {
  const std::string page = written(network::write_html, test::planted_map(50));
  CHECK(has(page, "default-src 'none'; script-src 'sha256-"));
  CHECK_FALSE(has(page, "unsafe-inline"));
  CHECK_FALSE(has(page, "@@"));
  std::string addresses = page;
  for (std::size_t at = addresses.find("http://www.w3.org/"); at != std::string::npos;
       at = addresses.find("http://www.w3.org/")) {
    addresses.erase(at, 4);  // the names of SVG's namespace are no addresses
  }
  CHECK_FALSE(has(addresses, "http:"));
  CHECK_FALSE(has(addresses, "https:"));
  CHECK_FALSE(has(addresses, "url(//"));
  CHECK_FALSE(has(page, "@import"));
}

TEST_CASE("a small page carries a still picture for those without scripts", "[network][pictures]") {
  CHECK(test::occurrences(written(network::write_html, test::planted_map(50)), "<svg xmlns") == 1);
  const std::string large = written(network::write_html, test::planted_map(700));
  CHECK(test::occurrences(large, "<svg xmlns") == 0);
  CHECK(has(large, "kith map --format svg"));
}

TEST_CASE("pages and pictures stay small", "[network][pictures]") {
  const auto planted = test::planted_map(5000, 14);
  REQUIRE(planted.map.ties.size() > 24'000);
  CHECK(written(network::write_html, planted).size() < 1'500'000);
  CHECK(written(network::write_svg, planted).size() < 2'000'000);
}

TEST_CASE("the look of a page is its reader's unless one was asked for", "[network][pictures]") {
  const auto planted = test::planted_map(5);
  CHECK(data_of(written(network::write_html, planted)).at("look").is_null());
  const PictureOptions light{.look = network::Look::light};
  CHECK(data_of(written(network::write_html, planted, light)).at("look") == "light");
  CHECK(has(written(network::write_svg, planted, light), std::string{paper(network::Look::light)}));
}
