// kith in process: run({"remind", …}) as main() would, with a store in memory and a fixed day.
#pragma once

#include <initializer_list>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/app.hpp"
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/journal.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/name_index.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/store/store.hpp>

namespace kith::test {

using namespace std::chrono_literals;

struct Harness {
  Date today = 2026y / 3 / 20;
  std::string input{};       ///< what stdin holds
  bool on_terminal = false;  ///< all three streams
  FixedClock clock{today};
  Store store = Store::in_memory(clock);
  std::string out_text{};
  std::string err_text{};

  Person person(std::string_view name) { return person(Person{.name = std::string{name}}); }
  Person person(const Person& draft) {
    return store.write("add " + draft.name, [&] { return store.people().add(draft); });
  }

  cli::ExitCode run(const std::vector<std::string>& words) {
    std::istringstream in{input};
    std::ostringstream out;
    std::ostringstream err;
    cli::Context ctx{in, out, err, clock};
    ctx.environment = [](std::string_view name) {
      // A pager that passes on would write to the real stdout: none is asked for.
      return name == "HOME"    ? std::optional<std::string>{"/nonexistent"}
             : name == "PAGER" ? std::optional<std::string>{"cat"}
                               : std::nullopt;
    };
    ctx.terminal = {.in_is_terminal = on_terminal,
                    .out_is_terminal = on_terminal,
                    .err_is_terminal = on_terminal,
                    .no_color = true};
    ctx.use(std::make_unique<Store>(std::move(store)));
    const cli::ExitCode code = cli::run(words, ctx);
    store = std::move(ctx.store());
    out_text = out.str();
    err_text = err.str();
    return code;
  }

  const std::string& out() const { return out_text; }
  const std::string& err() const { return err_text; }
};

}  // namespace kith::test
