// Shows a review.
#include "cli/render/reviewed.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "exchange/records.hpp"
#include "review/words.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;
using review::Moment;

constexpr std::size_t kMostNew = 12;
constexpr std::size_t kMostNearer = 5;

/// So many moments are told in text: a year of many people is no list to scroll through.
std::size_t most_told(review::PeriodKind kind) {
  constexpr std::size_t kWeek = 20;
  constexpr std::size_t kLonger = 40;
  return kind == review::PeriodKind::week ? kWeek : kLonger;
}

/// What asks for the period again: "year", and of one that is over "year --of 2025".
std::string words_for(const review::Period& period, Date today) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kMonth = 7;
  const std::string kind{to_string(period.kind)};
  if (today <= period.to) {
    return kind;
  }
  const std::string day = to_string(period.from);
  return kind + " --of " +
         (period.kind == review::PeriodKind::year   ? day.substr(0, kYear)
          : period.kind == review::PeriodKind::week ? day
                                                    : day.substr(0, kMonth));
}

ordered_json to_json(const review::About& about) {
  return {{"person", exchange::to_json(about.person)},
          {"last_seen",
           about.last_seen ? ordered_json(to_string(*about.last_seen)) : ordered_json(nullptr)},
          {"text", about.text}};
}

ordered_json list_of(const std::vector<review::About>& all) {
  ordered_json list = ordered_json::array();
  for (const review::About& one : all) {
    list.push_back(to_json(one));
  }
  return list;
}

}  // namespace

void write_review_text(std::ostream& out, const TextForm& form, const review::Review& review) {
  const auto title = [&](std::string_view words) { out << '\n' << form.style.dim(words) << '\n'; };
  const auto sentence = [&](std::string_view words) {
    out << "  " << text::printable(words) << '\n';
  };
  out << form.style.bold(review::title_of(review.period)) << '\n';
  const std::vector<Moment> told = review::most_telling(review, most_told(review.period.kind));
  if (!told.empty()) {
    out << '\n';
  }
  constexpr std::size_t kDay = 8;
  std::string last;
  for (const Moment& one : told) {
    const std::string day = friendly(one.date, review.period.from);
    out << "  " << form.style.day(text::pad(day == last ? "" : day, kDay))
        << text::printable(one.text) << '\n';
    last = day;
  }
  if (told.size() < review.moments.size()) {
    out << "  " << form.style.dim(text::pad("", kDay))
        << form.style.dim(fmt::format("and {} more: kith review {} --format json has all of them",
                                      review.moments.size() - told.size(),
                                      words_for(review.period, form.today)))
        << '\n';
  }
  if (!review.new_people.empty()) {
    title("New in your life");
    sentence(review::listed(review.new_people, kMostNew));
  }
  if (!review.nearer.empty()) {
    title("Nearer than before");
    for (std::size_t i = 0; i < std::min(review.nearer.size(), kMostNearer); ++i) {
      sentence(review.nearer[i].text);
    }
  }
  if (!review.losing_touch.empty()) {
    title("You may miss");
    for (const review::About& one : review.losing_touch) {
      sentence(one.text);
    }
  }
  if (review.old_friend) {
    title("An old friend to write to");
    sentence(review.old_friend->text);
  }
  if (review.moments.empty() && review.nearer.empty() && review.losing_touch.empty() &&
      !review.old_friend) {
    out << "\n  " << text::printable("Quiet days. Whom did you meet? kith log \"coffee with …\"")
        << '\n';
  }
}

void write_review_json(std::ostream& out, const review::Review& review) {
  ordered_json moments = ordered_json::array();
  for (const Moment& one : review.moments) {
    moments.push_back({{"kind", to_string(one.kind)},
                       {"date", to_string(one.date)},
                       {"people", exchange::array_of(one.people)},
                       {"text", one.text}});
  }
  write_json(
      out,
      {{"period", to_string(review.period.kind)},
       {"name", review::name_of(review.period)},
       {"from", to_string(review.period.from)},
       {"to", to_string(review.period.to)},
       {"moments", moments},
       {"new_people", exchange::array_of(review.new_people)},
       {"nearer", list_of(review.nearer)},
       {"losing_touch", list_of(review.losing_touch)},
       {"old_friend", review.old_friend ? to_json(*review.old_friend) : ordered_json(nullptr)}});
}

}  // namespace kith::cli
