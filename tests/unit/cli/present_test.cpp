// What a hook is to hear is kept beside what the user sees.
#include "cli/render/present.hpp"

#include <sstream>
#include <stdexcept>

#include "support/catch.hpp"
#include <kith/time/clock.hpp>

using namespace kith;
using namespace std::chrono_literals;

namespace {

struct Said {
  bool fails_in_json = false;
};

void show(cli::Context& ctx, const Said& said) {
  ctx.out << (ctx.settings.json ? "{}" : "words");
  if (ctx.settings.json && said.fails_in_json) {
    throw std::runtime_error("cannot be shown");
  }
}

struct Desk {
  std::istringstream in{};
  std::ostringstream out{};
  std::ostringstream err{};
  FixedClock clock{Date{2026y / 3 / 20}};
  cli::Context ctx{in, out, err, clock};
};

}  // namespace

TEST_CASE("a hook's JSON is kept where one waits, and words are shown", "[cli][present]") {
  Desk desk;
  present(desk.ctx, Said{});
  CHECK_FALSE(desk.ctx.record);
  desk.ctx.record.emplace();
  present(desk.ctx, Said{});
  CHECK(*desk.ctx.record == "{}");
  CHECK(desk.out.str() == "wordswords");
}

TEST_CASE("what cannot be kept leaves the stream and the settings as they were", "[cli][present]") {
  Desk desk;
  desk.ctx.record.emplace();
  CHECK_THROWS(present(desk.ctx, Said{.fails_in_json = true}));
  CHECK_FALSE(desk.ctx.settings.json);
  desk.ctx.out << "later";
  CHECK(desk.out.str() == "later");
  CHECK(desk.ctx.record->empty());
}
