// The page of a review: one file without any outside reference and without a script.
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "network/markup.hpp"
#include "review/page_parts.hpp"
#include "review/words.hpp"
#include <kith/text/clean.hpp>

namespace kith::review {
namespace {

constexpr std::size_t kMostNamed = 30;
constexpr std::size_t kMostTold = 400;
constexpr std::size_t kMostNearer = 8;

class Page {
 public:
  Page(const Review& review, const Surroundings& surroundings, std::ostream& out)
      : review_(review), surroundings_(surroundings), out_(out) {}

  void write() {
    const std::string title = title_of(review_.period);
    const bool has_network = surroundings_.network != nullptr && surroundings_.map != nullptr &&
                             !surroundings_.map->dots.empty();
    out_ << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width, "
            "initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>"
         << safe(title) << "</title>\n<style>" << page_style()
         << (has_network ? colours_of_network(surroundings_) : "") << "</style>\n</head>\n<body>\n"
         << "<main>\n<p class=\"over\">Looking back</p>\n<h1>" << safe(title)
         << "</h1>\n<p class=\"lead\" dir=\"auto\">" << safe(lead()) << "</p>\n";
    if (!review_.moments.empty()) {
      strip();
    }
    if (has_network) {
      networks();
    }
    cards();
    moments();
    out_ << "<footer>Told by kith from your own log, on " << safe(day_in_full(review_.until))
         << ". Nobody else has seen it.</footer>\n</main>\n</body>\n</html>\n";
  }

 private:
  static std::string day_in_full(Date date) { return friendly(PartialDate{date}); }

  std::vector<PersonRef> people_in(MomentKind kind) const {
    std::vector<PersonRef> found;
    for (const Moment& one : review_.moments) {
      const PersonRef& person = one.people.front();
      if (one.kind == kind &&
          std::ranges::none_of(found, [&](const PersonRef& p) { return p.id == person.id; })) {
        found.push_back(person);
      }
    }
    return found;
  }

  /// What the period was, in a sentence or two.
  std::string lead() const {
    constexpr std::size_t kNamed = 4;
    std::string words;
    const auto add = [&](std::string_view before, const std::vector<PersonRef>& people) {
      if (!people.empty()) {
        words += fmt::format("{}{} {}.", words.empty() ? "" : " ", before, listed(people, kNamed));
      }
    };
    add("You met", people_in(MomentKind::first_meeting));
    add("You found again", people_in(MomentKind::reconnection));
    add("A hope came true for", people_in(MomentKind::hope_fulfilled));
    add("You celebrated with", people_in(MomentKind::success_celebrated));
    add("You kept your word to", people_in(MomentKind::promise_kept));
    if (!words.empty()) {
      return words;
    }
    return review_.moments.empty() ? "Quiet days, with room for somebody in the next ones."
                                   : review_.moments.front().text;
  }

  void strip() {
    out_ << "<figure>\n" << picture_of_period(review_) << "<ul class=\"legend\">\n";
    for (const Family family : kFamilies) {
      if (std::ranges::any_of(review_.moments,
                              [&](const Moment& one) { return family_of(one.kind) == family; })) {
        out_ << fmt::format("<li class=\"{}\">{}</li>\n", class_of(family), words_for(family));
      }
    }
    out_ << "</ul>\n</figure>\n";
  }

  void networks() {
    const auto figure = [&](bool then, const std::string& caption) {
      out_ << "<figure>\n"
           << picture_of_network(review_, surroundings_, then) << "<figcaption>" << safe(caption)
           << "</figcaption>\n</figure>\n";
    };
    const std::string now =
        day_in_full(review_.until) + (review_.new_people.empty() ? "" : ": who is new has a ring");
    if (!knew_anybody(review_, surroundings_)) {
      out_ << "<h2>Those you know</h2>\n";
      figure(false, now);
      return;
    }
    out_ << "<h2>Those you know, then and now</h2>\n<div class=\"pair\">\n";
    figure(true, "Before " + day_in_full(review_.period.from));
    figure(false, now);
    out_ << "</div>\n";
  }

  void moments() {
    if (review_.moments.empty()) {
      return;
    }
    out_ << "<h2>Moments</h2>\n";
    const bool by_month =
        review_.period.kind == PeriodKind::quarter || review_.period.kind == PeriodKind::year;
    std::string last;
    const std::vector<Moment> told = most_telling(review_, kMostTold);
    for (const Moment& one : told) {
      const std::string month =
          by_month ? name_of(period_of(PeriodKind::month, one.date)) : std::string{"."};
      if (month != last) {
        out_ << (last.empty() ? "" : "</ol>\n")
             << (by_month ? "<h3>" + month + "</h3>\n" : std::string{})
             << "<ol class=\"moments\">\n";
        last = month;
      }
      out_ << fmt::format(
          "<li class=\"{}\"><time datetime=\"{}\">{}</time><p dir=\"auto\">{}</p></li>\n",
          class_of(family_of(one.kind)),
          kith::to_string(one.date),
          safe(friendly(one.date, review_.period.from)),
          safe(one.text));
    }
    out_ << "</ol>\n";
    if (told.size() < review_.moments.size()) {
      out_ << "<p class=\"over\">and "
           << network::counted(review_.moments.size() - told.size(), "more moment", "more moments")
           << "</p>\n";
    }
  }

  void card(std::string_view title, const std::vector<std::string>& sentences) {
    if (sentences.empty()) {
      return;
    }
    out_ << "<section class=\"card\">\n<h2>" << title << "</h2>\n";
    for (const std::string& one : sentences) {
      out_ << "<p dir=\"auto\">" << safe(one) << "</p>\n";
    }
    out_ << "</section>\n";
  }

  static std::vector<std::string> texts(const std::vector<About>& all) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < std::min(all.size(), kMostNearer); ++i) {
      found.push_back(all[i].text);
    }
    return found;
  }

  void cards() {
    out_ << "<div class=\"cards\">\n";
    if (!review_.new_people.empty()) {
      card("New in your life", {listed(review_.new_people, kMostNamed)});
    }
    card("Nearer than before", texts(review_.nearer));
    card("You may miss", texts(review_.losing_touch));
    if (review_.old_friend) {
      card("An old friend to write to", {review_.old_friend->text});
    }
    out_ << "</div>\n";
  }

  const Review& review_;
  const Surroundings& surroundings_;
  std::ostream& out_;
};

}  // namespace

std::string safe(std::string_view text) { return network::xml(text::clean_line(text)); }

Family family_of(MomentKind kind) {
  switch (kind) {
    case MomentKind::first_meeting:
    case MomentKind::second_meeting:
    case MomentKind::new_circle:
      return Family::meeting;
    case MomentKind::reconnection:
      return Family::again;
    case MomentKind::promise_kept:
    case MomentKind::promise_kept_for_you:
      return Family::promise;
    case MomentKind::introduction_made:
    case MomentKind::introduction_received:
    case MomentKind::introduction_took:
    case MomentKind::chain:
    case MomentKind::trace_back:
    case MomentKind::circles_joined:
      return Family::together;
    case MomentKind::success_celebrated:
    case MomentKind::hope_fulfilled:
    case MomentKind::asked_how_it_went:
      return Family::joy;
    case MomentKind::round_number:
    case MomentKind::anniversary:
    case MomentKind::friendship_hours:
      return Family::time;
  }
  return Family::meeting;
}

std::string_view class_of(Family family) {
  switch (family) {
    case Family::meeting:
      return "meeting";
    case Family::again:
      return "again";
    case Family::promise:
      return "promise";
    case Family::together:
      return "together";
    case Family::joy:
      return "joy";
    case Family::time:
      return "time";
  }
  return "meeting";
}

std::string_view words_for(Family family) {
  switch (family) {
    case Family::meeting:
      return "somebody new";
    case Family::again:
      return "somebody again";
    case Family::promise:
      return "a promise kept";
    case Family::together:
      return "people brought together";
    case Family::joy:
      return "a joy shared";
    case Family::time:
      return "time with somebody";
  }
  return "somebody new";
}

void write_page(const Review& review, const Surroundings& surroundings, std::ostream& out) {
  Page{review, surroundings, out}.write();
}

}  // namespace kith::review
