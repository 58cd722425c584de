// People as vCards.
#include <utility>

#include <kith/exchange/vcard.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/store/person_repo.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;

}  // namespace

CardSubject card_subject(Store& store, const Person& person) {
  return {
      .person = person, .facts = store.facts().of(person.id), .links = store.links().of(person.id)};
}

Card kept_card(Store& store, PersonId person) {
  Card card;
  for (const Origin& origin : store.origins().of(person)) {
    const auto kept = origin.said.find("kept");
    if (kept == origin.said.end()) {
      continue;
    }
    for (const std::string_view line : split_lines(kept->second)) {
      ContentLine read = read_content_line(line);
      if (!read.name.empty()) {
        card.lines.push_back(std::move(read));
      }
    }
  }
  return card;
}

std::size_t for_each_card(Store& store,
                          const PersonFilter& filter,
                          CardVersion version,
                          const ImportProgress& progress,
                          const std::function<void(const Person&, const Card&)>& visit) {
  std::size_t people = 0;
  store.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
    const Person& person = listed.person;
    Card base = kept_card(store, person.id);
    base.version = version;
    visit(person, patched(base, card_subject(store, person), version, CardDetail::everything));
    if (++people % kProgressEvery == 0 && progress) {
      progress(people);
    }
    return true;
  });
  return people;
}

std::size_t write_vcards(std::ostream& out,
                         Store& store,
                         const PersonFilter& filter,
                         CardVersion version,
                         const ImportProgress& progress) {
  return for_each_card(store, filter, version, progress, [&](const Person&, const Card& card) {
    out << to_text(card);
  });
}

}  // namespace kith::exchange
