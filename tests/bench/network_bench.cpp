// How long the network takes to read: fills a database with an invented log (planted circles, some
// people in two, companies, links, introductions), then reads it.
//   kith_network_bench FILE [PEOPLE [INTERACTIONS]]
// The file is made if it is not there; the same numbers give the same file.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "demo/dice.hpp"
#include "network/chains.hpp"
#include "network/log_ties.hpp"
#include "store/connection.hpp"
#include "store/schema.hpp"
#include <kith/error.hpp>
#include <kith/network/network.hpp>

using namespace kith;

namespace {

constexpr int kToday = 20'532;  // 2026-03-20
constexpr int kTenYears = 3653;
constexpr std::size_t kCircle = 30;  // people in a circle
constexpr std::size_t kRegion = 12;  // circles in a region

class Filler {
 public:
  Filler(Connection& db, std::size_t people) : db_(db), people_(people) {}

  void fill(std::size_t interactions) {
    Transaction transaction(db_, "BEGIN IMMEDIATE");
    for (std::size_t i = 0; i < people_; ++i) {
      add_person(i);
    }
    for (std::size_t i = 0; i < interactions; ++i) {
      add_interaction(i, interactions);
    }
    for (std::size_t i = 0; i < people_; ++i) {
      add_links(i);
    }
    transaction.commit();
  }

 private:
  static std::int64_t id(std::size_t person) { return static_cast<std::int64_t>(person) + 1; }
  Uid uid() {
    const std::uint64_t high = dice_.bits();
    return make_uid(Instant{std::chrono::seconds{1'700'000'000 + static_cast<int>(made_++)}},
                    high,
                    dice_.bits());
  }
  std::size_t circle_of(std::size_t person) const { return person / kCircle; }
  /// Somebody of the same circle; sometimes of another in the region, seldom of anywhere.
  std::size_t near(std::size_t person) {
    const int where = dice_.between(1, 100);
    const std::size_t width = where <= 85 ? kCircle : where <= 97 ? kCircle * kRegion : people_;
    const std::size_t start = person / width * width;
    return std::min(start + dice_.below(width), people_ - 1);
  }

  void add_person(std::size_t i) {
    Query(db_, R"sql(
      INSERT INTO person(id, uid, name, city, met, met_year, created_at, updated_at)
      VALUES(?1, ?2, ?3, ?4, 'somewhere', ?5, ?6, ?6))sql")
        .with(id(i),
              uid(),
              "Person " + std::to_string(i),
              "City " + std::to_string(i % 97),
              dice_.between(2010, 2025),
              std::int64_t{1'300'000'000})
        .run();
    if (dice_.chance(60)) {  // a few large companies, and many small ones
      const std::size_t company = dice_.chance(10) ? dice_.below(5) : 5 + circle_of(i) / 2;
      Query(db_, R"sql(
        INSERT INTO membership(person, position, org, from_year) VALUES(?1, 0, ?2, ?3))sql")
          .with(id(i), "Company " + std::to_string(company), dice_.between(2010, 2025))
          .run();
    }
    Query(db_, "INSERT INTO person_tag(person, tag, position) VALUES(?1, ?2, 0)")
        .with(id(i), "circle" + std::to_string(circle_of(i)))
        .run();
  }

  void add_interaction(std::size_t i, std::size_t count) {
    const int day = kToday - kTenYears + static_cast<int>(kTenYears * i / count);
    static const std::vector<const char*> kKinds{"coffee", "lunch", "call", "walk", "meeting"};
    const auto number = static_cast<std::int64_t>(i) + 1;
    Query(db_, R"sql(
      INSERT INTO interaction(id, uid, date, kind, text, created_at, updated_at)
      VALUES(?1, ?2, ?3, ?4, 'talked about this and that, as people do', ?5, ?5))sql")
        .with(number, uid(), day, dice_.one_of(kKinds), std::int64_t{day} * 86'400)
        .run();
    // Some people are met far more often than others.
    const std::size_t first = dice_.chance(50) ? dice_.below(people_) : dice_.below(people_ / 10);
    std::set<std::size_t> there{first};
    const int company = dice_.between(1, 100);
    const std::size_t more = company <= 60 ? 0 : company <= 85 ? 1 : company <= 96 ? 3 : 7;
    for (std::size_t n = 0; n < more; ++n) {
      there.insert(near(first));
    }
    int position = 0;
    for (const std::size_t person : there) {
      Query(db_, R"sql(
        INSERT INTO participant(person, date, interaction, position) VALUES(?1, ?2, ?3, ?4))sql")
          .with(id(person), day, number, position++)
          .run();
    }
  }

  void add_links(std::size_t i) {
    const auto add = [&](std::size_t a, std::size_t b, const char* kind) {
      if (a != b) {
        Query(db_, R"sql(
          INSERT OR IGNORE INTO link(uid, a, b, kind, created_at)
          VALUES(?1, ?2, ?3, ?4, 1600000000))sql")
            .with(uid(), id(a), id(b), kind)
            .run();
      }
    };
    if (dice_.chance(40)) {
      add(i, near(i), "friend");
    }
    if (i > 0 && dice_.chance(15)) {
      add(dice_.below(i), i, "introduced");
    }
  }

  Connection& db_;
  std::size_t people_;
  demo::Dice dice_{7};
  std::uint64_t made_ = 0;
};

double seconds_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Hops by a plain breadth-first search over the whole network; 0: no way.
std::size_t plain_hops(const network::Graph& graph, network::Node from, network::Node to) {
  std::vector<std::size_t> hops(graph.size());
  std::vector<network::Node> open{from};
  for (std::size_t at = 0; at < open.size() && hops[to] == 0; ++at) {
    for (const auto& next : graph.of(open[at])) {
      if (next.node != from && hops[next.node] == 0) {
        hops[next.node] = hops[open[at]] + 1;
        open.push_back(next.node);
      }
    }
  }
  return hops[to];
}

void compare_chains(Store& store, const network::Network& all, Date today) {
  constexpr int kPairs = 200;
  const network::Graph graph(all.members.size(), all.ties);
  demo::Dice dice(11);
  int equal = 0;
  std::vector<double> times;
  for (int pair = 0; pair < kPairs; ++pair) {
    const auto from = static_cast<network::Node>(dice.below(all.members.size()));
    const auto to = static_cast<network::Node>(dice.below(all.members.size()));
    std::vector<network::Chain> chains;
    times.push_back(seconds_of([&] {
      const PersonId start = all.members[from].person.id;
      const PersonId end = all.members[to].person.id;
      network::LogTies ties(store, today, {start, end});
      chains = network::find_chains(ties, start, end, 3);
    }));
    equal += (chains.empty() ? 0 : chains.front().hops) == plain_hops(graph, from, to) ? 1 : 0;
  }
  std::ranges::sort(times);
  std::printf(
      "chains: as short as a plain search's for %d of %d pairs; %.1f ms at the median, %.1f ms "
      "at most\n",
      equal,
      kPairs,
      1000 * times[kPairs / 2],
      1000 * times.back());
}

void run(const std::string& file, std::size_t people, std::size_t interactions) {
  const Date today = from_day_number(kToday);
  const FixedClock clock(today);
  if (!std::filesystem::exists(file)) {
    { const Store made(file, clock); }
    Connection db(file, Access::read_write, Key{});
    // The index of rhythms has nobody to keep: its triggers are what filling would wait for.
    db.execute("PRAGMA synchronous = OFF");
    std::printf("filled in %.1f s\n", seconds_of([&] { Filler(db, people).fill(interactions); }));
    db.execute("ANALYZE");
  }
  Store store(file, clock);
  store.read_in_place();
  network::Network all;
  for (int n = 0; n < 3; ++n) {
    const double time = seconds_of([&] { all = network::read_network(store, today); });
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("read_network: %.3f s, %zu people, %zu ties, %ld MB at most\n",
                time,
                all.members.size(),
                all.ties.size(),
                used.ru_maxrss / 1024);
  }
  compare_chains(store, all, today);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty()) {
    std::puts("kith_network_bench FILE [PEOPLE [INTERACTIONS]]");
    return 2;
  }
  try {
    run(words[0],
        words.size() > 1 ? std::stoul(words[1]) : 30'000,
        words.size() > 2 ? std::stoul(words[2]) : 1'000'000);
  } catch (const std::exception& error) {
    std::printf("%s\n", error.what());
    return 1;
  }
  return 0;
}
