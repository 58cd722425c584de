// The small readers and writers of the command line.
#include <fcntl.h>
#include <ostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "cli/fd_buffer.hpp"
#include "cli/follow_up_arg.hpp"
#include "cli/kind_arg.hpp"
#include "cli/number_arg.hpp"
#include "cli/render/found.hpp"
#include "cli/render/json.hpp"
#include "cli/suggest.hpp"
#include "cli/system_clock.hpp"
#include "support/catch.hpp"
#include <kith/domain/fact.hpp>
#include <kith/error.hpp>

using namespace kith;
using namespace std::chrono_literals;

TEST_CASE("the nearest words come first, and far ones not at all", "[cli][suggest]") {
  const std::vector<std::string> known{"list", "link", "remind", "unlink"};
  CHECK(cli::nearest("lisst", known) == std::vector<std::string>{"list"});
  CHECK(cli::nearest("lin", known) == std::vector<std::string>{"link"});
  CHECK(cli::nearest("remnid", known) == std::vector<std::string>{"remind"});
  CHECK(cli::nearest("xyzzy", known).empty());
  CHECK(cli::did_you_mean("unlnk", known, "no") == "did you mean unlink?");
  CHECK(cli::did_you_mean("xyzzy", known, "no") == "no");
}

TEST_CASE("a kind is a known word, or a word of one's own that is no slip", "[cli][kind]") {
  CHECK(cli::parse_kind("fact", "Hope", fact_kinds()) == "hope");
  CHECK(cli::parse_kind("fact", "music", fact_kinds()) == "music");
  for (const char* wrong : {"hoep", "two words", "", "semi;colon", "succes"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(cli::parse_kind("fact", wrong, fact_kinds()), DataError);
  }
}

TEST_CASE("a count is a whole number above nothing", "[cli][number]") {
  CHECK(cli::parse_count("--limit", std::nullopt, 5) == 5);
  CHECK(cli::parse_count("--limit", "12", 5) == 12);
  for (const char* wrong : {"0", "-1", "1.5", "", "12x", "99999999999999999999999"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(cli::parse_count("--limit", wrong, 5), UsageError);
  }
}

TEST_CASE("an id is a number, as it stands in a list or bare", "[cli][id]") {
  CHECK(cli::parse_id("12") == 12);
  CHECK(cli::parse_id("#12") == 12);
  CHECK(cli::parse_id("(12)") == 12);
  CHECK_FALSE(cli::parse_id("0"));
  CHECK_FALSE(cli::parse_id("ada"));
  CHECK_FALSE(cli::parse_id("12a"));
  CHECK_FALSE(cli::parse_id(""));
  CHECK_FALSE(cli::parse_id("()"));
}

TEST_CASE("a snippet stands around the first word that fits", "[cli][find]") {
  CHECK(cli::snippet("wants to sail to Norway", {"norw"}) == "wants to sail to Norway");
  CHECK(cli::snippet("Zoë Müller", {"muller"}) == "Zoë Müller");
  CHECK(cli::snippet("nothing here", {"else"}).empty());
  const std::string long_text = "a long story that goes on and on about engines and what they do";
  CHECK(cli::snippet(long_text, {"engines"}, 30) == "…on about engines and what th…");
  CHECK(cli::snippet("x\n\x1b[2Jy", {"y"}).find('\x1b') == std::string::npos);
}

TEST_CASE("KITH_NOW is a day, or a day and a time", "[cli][clock]") {
  CHECK(cli::make_clock("2026-11-22")->today() == Date{2026y / 11 / 22});
  CHECK(cli::make_clock("2026-11-22T09:30")->today() == Date{2026y / 11 / 22});
  const auto clock = cli::make_clock("2026-11-22T09:30:15");
  CHECK(clock->now() - cli::make_clock("2026-11-22")->now() == 9h + 30min + 15s);
  CHECK(cli::local_time(clock->now()) == "2026-11-22 09:30");
  for (const char* wrong : {"someday",
                            "2026-02-30",
                            "2026-11-22T25:00",
                            "2026-11-22T",
                            "2026-11-22x",
                            "2026-11-22T09:30:61",
                            "2026-11-22T09:30:",
                            "26-11-22"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(cli::make_clock(wrong), DataError);
  }
}

TEST_CASE("an array written record by record is the document written at once", "[cli][json]") {
  const int count = GENERATE(0, 1, 3);
  std::ostringstream piecewise;
  std::ostringstream whole;
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  cli::JsonArray array{piecewise};
  for (int i = 0; i < count; ++i) {
    const nlohmann::ordered_json record{{"id", i}, {"text", "a\nb"}, {"list", {1, 2}}};
    array.add(record);
    all.push_back(record);
  }
  array.finish();
  cli::write_json(whole, all);
  CHECK(piecewise.str() == whole.str());
}

TEST_CASE("what cannot be written is remembered", "[cli][stream]") {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  REQUIRE(full >= 0);
  {
    cli::FdBuffer buffer{full};
    std::ostream out{&buffer};
    out << std::string(100'000, 'x') << std::flush;
    CHECK_FALSE(out.good());
    CHECK(buffer.error() == ENOSPC);
  }
  ::close(full);
}
