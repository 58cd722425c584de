// kith show: a person's card.
#include "cli/commands/show.hpp"

#include <algorithm>
#include <memory>

#include "cli/person_arg.hpp"
#include "cli/process.hpp"
#include "cli/render/show.hpp"
#include <kith/agenda/celebrated.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::cli {
namespace {

constexpr std::size_t kLatest = 5;

CardView card_of(Store& store, const Person& person, Date today) {
  CardView card{.person = person, .last_seen = store.people().last_seen(person.id, today)};
  card.facts = store.facts().of(person.id);
  for (const Fact& fact : card.facts) {
    if (const auto on = is_success(fact) ? celebrated_on(store, fact, today) : std::nullopt) {
      card.celebrated.emplace(fact.id, *on);
    }
  }
  for (FollowUp& follow_up : store.follow_ups().of(person.id)) {
    if (follow_up.status == FollowUpStatus::open) {
      card.follow_ups.push_back(std::move(follow_up));
    }
  }
  card.interactions = store.interactions().latest({.person = person.id}, kLatest);
  card.links = store.links().of(person.id);
  return card;
}

}  // namespace

Action declare_show(Arguments& args) {
  auto who = std::make_shared<std::vector<std::string>>();
  args.some("person", *who, "name, nickname, email, phone or uid");
  return [who](Context& ctx) {
    const Person person = resolve_person(ctx, joined(*who));
    Store& store = ctx.store();
    const CardView card = store.read([&] { return card_of(store, person, ctx.clock.today()); });
    const Pager pager{ctx};
    show(ctx, card);
    return ExitCode::ok;
  };
}

}  // namespace kith::cli
