// What holds for any sequence of commands, each with the store opened anew as in a process of its
// own: what fails has changed nothing, all of it can be taken back to the bytes of the beginning,
// and made again to the bytes of the end. tests/trust/undo.py does the same with the real binary.
#include <map>
#include <random>
#include <sstream>

#include <fmt/format.h>

#include "cli/app.hpp"
#include "support/catch.hpp"
#include "support/dump.hpp"
#include "support/temp_dir.hpp"
#include <kith/store/doctor.hpp>

using namespace kith;
using namespace kith::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

/// A database and what holds of it.
class Trial {
 public:
  explicit Trial(const fs::path& folder) : folder_(folder), file_(folder / "kith.db") {
    require_ok({"list"});
    check();
  }

  const fs::path& file() const { return file_; }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void wait(std::chrono::seconds seconds) { now_ += seconds; }

  cli::ExitCode run(const Words& words) {
    const FixedClock clock(Date{std::chrono::floor<std::chrono::days>(now_)}, now_);
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    cli::Context ctx{in, out, err, clock};
    ctx.environment = [&](std::string_view name) {
      return name == "HOME"      ? std::optional<std::string>{folder_.string()}
             : name == "KITH_DB" ? std::optional<std::string>{file_.string()}
                                 : std::nullopt;
    };
    const cli::ExitCode code = cli::run(words, ctx);
    said_ = err.str();
    return code;
  }

  /// Runs a command, and checks that it has done all or nothing, and keeps what stands the same.
  void act(const Words& words) {
    std::string line;
    for (const std::string& word : words) {
      line += word + ' ';
    }
    CAPTURE(line);
    const cli::ExitCode code = run(words);
    CAPTURE(said_);
    REQUIRE(code != cli::ExitCode::internal);
    if (code == cli::ExitCode::ok) {
      ++done;
    } else {
      ++refused;
      REQUIRE((all_tables(file_) == last_));
    }
    check();
  }

  void require_ok(const Words& words) {
    const cli::ExitCode code = run(words);
    INFO(words.front() << ": " << said_);
    REQUIRE(code == cli::ExitCode::ok);
  }

  /// The same changes standing, the same bytes: however they came to stand.
  void check() {
    std::string standing;
    for (const std::string& row :
         ask(file_, "SELECT id, at, label FROM change WHERE undone IS NULL ORDER BY id")) {
      standing += row + '\n';
    }
    last_ = all_tables(file_);
    const Tables now = data_of(last_);
    REQUIRE((states_.emplace(standing, now).first->second == now));
  }

  /// The derived tables are those that would be made anew, and every change can be taken back.
  void require_sound() const {
    const FixedClock clock(2030y / 1 / 1);
    for (const Finding& finding : examine(file_, Key{}, clock)) {
      CAPTURE(finding.check, finding.what);
      const bool may_be_odd = finding.check == "doubles" || finding.check == "days";
      REQUIRE((finding.health == Health::sound || (may_be_odd && finding.health == Health::odd)));
    }
  }

  std::size_t standing() const {
    return ask(file_, "SELECT 1 FROM change WHERE undone IS NULL").size();
  }

  std::size_t done = 0;
  std::size_t refused = 0;

 private:
  fs::path folder_;
  fs::path file_;
  Instant now_{std::chrono::sys_days{2026y / 3 / 20}};
  std::string said_{};
  Tables last_{};
  std::map<std::string, Tables> states_{};
};

/// Somebody who types at random.
class Hand {
 public:
  Hand(Trial& trial, unsigned seed) : trial_(trial), random_(seed) {}

  Words command() {
    constexpr std::chrono::seconds kWaits[]{0s, 0s, 1s, 50s, 3600s, 90'000s};
    trial_.wait(kWaits[below(std::size(kWaits))]);
    switch (below(30)) {
      case 0:
      case 1:
      case 2:
        return joined({"add", word() + ' ' + std::to_string(below(40))}, options());
      case 3:
      case 4:
      case 5:
        return joined(joined({"edit", person()}, options()), removals());
      case 6:
      case 7:
      case 8:
        return joined({"log", sentence()}, below(2) == 0 ? Words{"--new"} : Words{"--tag", "été"});
      case 9:
        return {"log", "met", "--with", person(), "--with", person(), "--on", day()};
      case 10:
        return {"note", person(), word(), "--kind", pick({"hope", "like", "my own"})};
      case 11:
        return {"remind", person(), word(), "--on", "in 2 weeks", "--every", pick({"1m", "10d"})};
      case 12:
        return {pick({"done", "drop"}), record("follow_up")};
      case 13:
        return {"snooze", below(2) == 0 ? person() : record("follow_up"), pick({"2w", "soonish"})};
      case 14:
        return {"link", person(), person(), "--as", pick({"friend", "introduced", "family"})};
      case 15:
        return {"unlink", person(), person()};
      case 16:
        return {"intro", person(), person(), "--on", day()};
      case 17:
        return {pick({"archive", "unarchive"}), person()};
      case 18:
        return {"rm", "--yes", person()};
      case 19:
        return {"rm", "--yes", record(pick({"interaction", "fact", "follow_up"}))};
      case 20:
        return bring();
      case 21:
        return map();
      case 22:
        return copies();
      case 23:
      case 24:
        return {"undo", pick({"1", "1", "2", "99999"})};
      case 25:
        return {"undo", "--change", std::to_string(1 + below(trial_.standing() + 3))};
      case 26:
        return {"merge", "--yes", person(), person()};
      case 27:
        return below(3) == 0 ? Words{"dedupe", "--apply", "0.5"} : Words{"split", merged()};
      default:
        return {"redo", pick({"1", "1", "2"})};
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string pick(const Words& from) { return from[below(from.size())]; }
  std::string word() {
    return pick(
        {"José", "王伟", "O'Brien", "Anna-Lena Groß", "Zoë 🎉", "van der Berg", "Łucja", "%_%"});
  }
  std::string day() { return pick({"today", "yesterday", "2025-02-28", "30 feb", "last friday"}); }
  static Words joined(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  std::string one_of(const std::string& sql, const std::string& otherwise) {
    const Words found = ask(trial_.file(), sql);
    return found.empty() ? otherwise : pick(found).substr(2);  // behind its type
  }
  std::string person() {
    return below(25) == 0 ? pick({"nobody at all", "", "7"})
                          : one_of("SELECT name FROM person ORDER BY id", "nobody");
  }
  std::string record(const std::string& table) {
    return one_of("SELECT id FROM " + table + " ORDER BY id", "999");
  }
  std::string merged() {
    return one_of(
        "SELECT p.name FROM merged_person m JOIN person p ON p.id = m.person"
        " ORDER BY p.id, m.at",
        person());
  }
  Words options() {
    Words given;
    const auto maybe = [&](const char* option, const Words& values) {
      if (below(4) == 0) {
        given.insert(given.end(), {option, pick(values)});
      }
    };
    maybe("--email", {"work=a@example.org", "b@example.org", "c@example.org"});
    maybe("--nickname", {"Ana", "小王", "O'B"});
    maybe("--tag", {"climbing", "été"});
    maybe("--org", {"Acme", "Müller & Söhne"});
    maybe("--city", {"São Paulo", "北京"});
    maybe("--birthday", {"29 feb", "1990-05-03", "1990-13-01"});
    maybe("--circle", {"inner", "close", "friend", "wider"});
    maybe("--every", {"10d", "6 weeks"});
    if (below(6) == 0) {
      given.insert(given.end(), {"--via", person()});
    }
    return given;
  }
  Words removals() {
    switch (below(6)) {
      case 0:
        return {"--remove-city", "--remove-org"};
      case 1:
        return {"--remove-tag", "été"};
      case 2:
        return {"--remove-birthday", "--remove-nickname", "Ana"};
      case 3:
        return {"--name", word()};
      default:
        return {"--title", "CEO"};
    }
  }
  std::string sentence() {
    const std::string a = person();
    return pick({"coffee with " + a + " yesterday",
                 "lunch with " + a + " and " + person() + " at Café d'Été",
                 "call with " + a + ", ping " + a + " in 3 weeks",
                 a + " called, she got promoted",
                 "introduced " + a + " to " + person(),
                 "dinner with " + word() + " on 30 feb"});
  }
  /// Files that are new, files that came before, and one that is none.
  Words bring() {
    const std::string number = std::to_string(below(4));
    const std::string name = trial_.path("people" + number);
    switch (below(4)) {
      case 0:
        write_file(name + ".lin",
                   "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" +
                       word() + ",Kim,https://www.linkedin.com/in/p" + number +
                       ",,Acme,Maker,03 Mar 2023\n");
        return {"import", "linkedin", name + ".lin"};
      case 1:
        write_file(name + ".csv", "Name,Email\n\"" + word() + "\",d" + number + "@example.org\n");
        return {"import", "csv", name + ".csv"};
      case 2:
        write_file(name + ".bad", "{\"format\":\"kith\"");
        return {"import", "json", name + ".bad"};
      default:
        if (!fs::exists(name + ".json")) {
          return {"export", "-o", name + ".json"};
        }
        return {"import", "json", name + ".json"};
    }
  }
  Words map() {
    const std::string community = one_of("SELECT id FROM map_community ORDER BY id", "");
    return community.empty() || below(2) == 0 ? Words{"map", "--format", "json"}
                                              : Words{"map", "--name", community, word()};
  }
  Words copies() {
    switch (below(5)) {
      case 0:
        return {"demo", "--people", "4"};
      case 1:
        ask(trial_.file(), "DELETE FROM " + pick({"rhythm", "name_typo", "search_person"}));
        return {"doctor", "--repair"};  // which is never refused, or the check would fail
      case 2:
        if (fs::exists(trial_.path("copy.db"))) {
          return {"restore", trial_.path("copy.db")};
        }
        return {"backup", trial_.path("copy.db")};
      default:
        return {"backup", trial_.path("copy.db")};
    }
  }

  Trial& trial_;
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("hundreds of commands leave the bytes of before once undone, and of after once redone",
          "[property][undo]") {
  const auto seed = static_cast<unsigned>(GENERATE(range(1, 7)));
  CAPTURE(seed);
  const TempDir dir(TempDir::quick());
  Trial trial(dir.path());
  const Tables beginning = dump(trial.file());
  Hand hand(trial, seed);
  for (int i = 0; i < 150; ++i) {
    trial.act(hand.command());
  }
  CHECK(trial.done > 40);
  CHECK(trial.refused > 10);
  trial.require_sound();
  const Tables end = dump(trial.file());
  std::size_t undone = 0;
  for (; trial.standing() > 0; ++undone) {
    CAPTURE(undone);
    trial.require_ok({"undo"});
    trial.check();
  }
  CHECK(undone > 20);
  CHECK((dump(trial.file()) == beginning));
  trial.require_sound();
  for (std::size_t i = 0; i < undone; ++i) {
    CAPTURE(i, undone);
    trial.require_ok({"redo"});
    trial.check();
  }
  CHECK((dump(trial.file()) == end));
  trial.require_sound();
}
