// The ties of one person at a time.
#include "network/log_ties.hpp"

#include <algorithm>

#include "network/tie_rules.hpp"
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/person_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::network {

LogTies::LogTies(Store& store, Date today, const std::vector<PersonId>& asked_for)
    : store_(store), today_(today), asked_for_(asked_for.begin(), asked_for.end()) {}

const LogTies::Known& LogTies::known(PersonId id) {
  const auto found = known_.find(id);
  if (found != known_.end()) {
    return found->second;
  }
  const Person person = store_.people().bare(id);
  const bool is_end = asked_for_.contains(id);
  const bool is_archived = person.archived && !is_end;
  const bool is_over = is_gone(person.standing) && !is_end;
  return known_
      .emplace(
          id,
          Known{
              .uid = person.uid, .leads_on = !is_archived && !is_over, .is_archived = is_archived})
      .first->second;
}

std::vector<PersonId> LogTies::by_uid(std::vector<PersonId> people) {
  std::ranges::sort(
      people, [&](PersonId x, PersonId y) { return known(x).uid.bytes < known(y).uid.bytes; });
  return people;
}

std::vector<Step> LogTies::ties_of(PersonId person) {
  const auto [asked, is_new] = ties_.try_emplace(person);
  if (is_new) {
    asked->second = read_ties(person);
  }
  return asked->second;
}

std::vector<Step> LogTies::read_ties(PersonId person) {
  Weights weights;
  add_meetings(person, weights);
  add_links(person, weights);
  add_organisations(person, weights);
  std::vector<Step> steps;
  for (const auto& [other, weight] : weights) {
    if (const Known& one = known(other); other != person && one.leads_on) {
      steps.push_back({.to = other, .uid = one.uid, .weight = weight});
    }
  }
  std::ranges::sort(steps, [](const Step& x, const Step& y) { return x.uid.bytes < y.uid.bytes; });
  return steps;
}

std::optional<double> LogTies::yours(PersonId person) {
  constexpr std::size_t kLatest = 8;
  const auto [asked, is_new] = yours_.try_emplace(person);
  if (!is_new) {
    return asked->second;
  }
  std::optional<double>& weight = asked->second;
  for (const Date day : store_.interactions().latest_days(person, today_, kLatest)) {
    weight = weight.value_or(0) + faded(days_between(day, today_));
  }
  return weight;
}

void LogTies::add_meetings(PersonId person, Weights& weights) {
  store_.interactions().for_each_meeting_of(person, today_, [&](const Meeting& meeting) {
    const double weight =
        weight_of_meeting(meeting.people.size(), days_between(meeting.date, today_));
    if (meeting.people.size() <= kMostAllTied) {
      for (const PersonId other : meeting.people) {
        if (other != person) {
          weights[other] += weight;
        }
      }
      return;
    }
    std::vector<PersonId> there(meeting.people.begin(), meeting.people.end());
    std::erase_if(there, [&](PersonId one) { return known(one).is_archived && one != person; });
    there = by_uid(std::move(there));
    for_each_pair(there.size(), [&](std::size_t i, std::size_t j) {
      if (there[i] == person || there[j] == person) {
        weights[there[i] == person ? there[j] : there[i]] += weight;
      }
    });
  });
}

void LogTies::add_links(PersonId person, Weights& weights) {
  store_.links().for_each_bare_of(person, [&](const BareLink& link) {
    if (link.via == person) {
      weights[link.a] += kBroughtTogether;
      weights[link.b] += kBroughtTogether;
      return;
    }
    weights[link.a == person ? link.b : link.a] += weight_of_link(link.kind);
    if (link.via) {
      weights[*link.via] += kBroughtTogether;
    }
  });
}

void LogTies::read_organisations() {
  if (organisations_read_) {
    return;
  }
  organisations_read_ = true;
  store_.people().for_each_org([&](PersonId person, std::string_view org, bool /*lasts*/) {
    auto spelling = spellings_.find(std::string{org});
    if (spelling == spellings_.end()) {
      const std::size_t number = numbers_.emplace(text::fold(org), groups_.size()).first->second;
      groups_.resize(std::max(groups_.size(), number + 1));
      spelling = spellings_.emplace(std::string{org}, number).first;
    }
    std::vector<PersonId>& group = groups_[spelling->second];
    if (group.empty() || group.back() != person) {  // they come person by person
      group.push_back(person);
      groups_of_[person].push_back(spelling->second);
    }
  });
}

void LogTies::add_organisations(PersonId person, Weights& weights) {
  read_organisations();
  const auto mine = groups_of_.find(person);
  if (mine == groups_of_.end()) {
    return;
  }
  for (const std::size_t number : mine->second) {
    std::vector<PersonId> people = groups_[number];
    std::erase_if(people, [&](PersonId one) { return known(one).is_archived && one != person; });
    people = by_uid(std::move(people));
    const std::string folded = text::fold(
        std::ranges::find(spellings_, number, [](const auto& one) { return one.second; })->first);
    // Only those that a ring ties need be looked at.
    std::vector<bool> is_near(people.size());
    const auto at = static_cast<std::size_t>(std::ranges::find(people, person) - people.begin());
    is_near[at] = true;
    for_each_pair(people.size(), [&](std::size_t i, std::size_t j) {
      if (i == at || j == at) {
        is_near[i] = true;
        is_near[j] = true;
      }
    });
    Organisations organisations;
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (!is_near[i]) {
        organisations.add(static_cast<Node>(i), folded, {}, {});
        continue;
      }
      for (const Membership& one : store_.people().memberships_of(people[i])) {
        if (!one.org.empty() && text::fold(one.org) == folded) {
          organisations.add(static_cast<Node>(i), folded, one.from, one.to);
        }
      }
    }
    organisations.finish(to_day_number(today_));
    organisations.for_each_tie_of(static_cast<Node>(at),
                                  [&](Node other, const Organisations::Shared& shared) {
                                    weights[people[other]] += shared.weight;
                                  });
  }
}

std::vector<PersonId> LogTies::people_at(std::string_view part) {
  std::vector<PersonId> found;
  const std::string wanted = text::fold(part);
  std::unordered_map<std::string, bool> fits;
  store_.people().for_each_org([&](PersonId person, std::string_view org, bool lasts) {
    const auto [spelling, is_new] = fits.try_emplace(std::string{org});
    if (is_new) {
      spelling->second = text::fold(org).find(wanted) != std::string::npos;
    }
    if (lasts && spelling->second && (found.empty() || found.back() != person)) {
      found.push_back(person);
    }
  });
  std::erase_if(found, [&](PersonId person) { return !known(person).leads_on; });
  return by_uid(std::move(found));
}

}  // namespace kith::network
