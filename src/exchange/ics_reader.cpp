// Calendars as documents: components first, then what they mean.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include <fmt/format.h>

#include "exchange/folder.hpp"
#include "exchange/ical_component.hpp"
#include "exchange/ical_recurrence.hpp"
#include <kith/error.hpp>
#include <kith/exchange/ics.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPeople = 25;
constexpr std::size_t kMostDays = 5000;
constexpr std::size_t kMostBytes = std::size_t{512} << 20;

class Reader {
 public:
  Reader(const IcsRules& rules, LogSink& sink) : rules_(rules), sink_(sink) {
    for (const std::string& address : rules.me) {
      me_.insert(text::fold(address));
    }
  }

  void read(std::istream& in) {
    const bool is_calendar =
        for_each_component(in, [&](const Component& component) { take(component); });
    if (!is_calendar) {
      throw DataError("no calendar: no BEGIN:VCALENDAR", {}, Position{.line = 1});
    }
    for (const Component& event : events_) {
      take_event(event);
    }
    say(alone_, "passed over, events, journals and to-dos with nobody in them");
    say(ahead_, "left out, events that lie ahead");
    say(crowds_, "passed over, events of more than 25 people");
    say(dateless_, "left out, events, journals and to-dos without a day that can be read");
  }

 private:
  void say(std::size_t count, const char* what) {
    if (count > 0) {
      sink_.remark({Remark::Kind::warning, 0, {}, fmt::format("{}: {}", what, count)});
    }
  }

  void take(const Component& component) {
    if (component.name == "vtodo") {
      take_todo(component);
    } else if (component.name == "vjournal") {
      take_journal(component);
    } else if (component.name == "vevent") {
      if (const ContentLine* instead = component.find("RECURRENCE-ID")) {
        if (const auto moment = parse_moment(instead->value, rules_.wall_clock)) {
          replaced_[component.text("UID")].insert(moment->date);
        }
      }
      for (const ContentLine& line : component.lines) {
        kept_ += line.value.size() + line.head.size() + sizeof line;
      }
      if (kept_ > kMostBytes) {
        throw DataError("more than 512 MiB of events", "bring them in part by part");
      }
      events_.push_back(component);
    }
  }

  /// Who organized it, was invited and did not decline; and whom it is about. Sets `is_declined`
  /// where you did.
  std::vector<Who> people_in(const Component& component, bool& is_declined) const {
    std::vector<Who> people;
    std::set<std::string> seen;
    for (const ContentLine& line : component.lines) {
      if (line.name == "X-KITH-PERSON" || line.name == "RELATED-TO") {
        const std::string key = text::clean_line(line.value);
        if (parse_uid(key) && seen.insert(key).second) {
          people.push_back({.key = key});
        }
        continue;
      }
      if (line.name != "ATTENDEE" && line.name != "ORGANIZER") {
        continue;
      }
      const std::string kind = text::fold(line.parameter("CUTYPE"));
      if (kind == "room" || kind == "resource" || kind == "group") {
        continue;
      }
      Who who{.name = text::clean_line(line.parameter("CN"))};
      std::string address = text::clean_line(unescaped(line.value));
      if (text::fold(address).starts_with("mailto:")) {
        address.erase(0, sizeof "mailto:" - 1);
      } else {
        address = text::clean_line(line.parameter("EMAIL"));
      }
      who.email = address.find('@') == std::string::npos ? "" : address;
      if (who.name.find('@') != std::string::npos) {
        who.name.clear();  // programs that know no name repeat the address
      }
      const bool has_declined = line.has("PARTSTAT", "DECLINED");
      if (me_.contains(text::fold(who.email))) {
        is_declined = is_declined || has_declined;
        continue;
      }
      const std::string name = text::fold(who.email.empty() ? who.name : who.email);
      if (!has_declined && !name.empty() && seen.insert(name).second) {
        people.push_back(std::move(who));
      }
    }
    return people;
  }

  std::string kind_of(const std::string& text, const char* otherwise) const {
    const std::string kind = rules_.kind_of ? rules_.kind_of(text) : "other";
    return kind == "other" ? otherwise : kind;
  }

  static std::vector<std::string> tags_of(const Component& component) {
    std::vector<std::string> tags;
    for (const ContentLine& line : component.lines) {
      if (line.name == "CATEGORIES") {
        for (const std::string_view part : split_value(line.value, ',')) {
          std::string tag = text::clean_line(unescaped(part));
          std::replace(tag.begin(), tag.end(), ' ', '-');
          if (!tag.empty()) {
            tags.push_back(std::move(tag));
          }
        }
      }
    }
    return tags;
  }

  /// The days of an event up to today, in order.
  std::vector<Date> days_of_event(const Component& event, Date first) {
    std::vector<Date> days{first};
    if (event.find("RECURRENCE-ID") != nullptr) {
      return days;
    }
    if (const ContentLine* line = event.find("RRULE")) {
      if (const auto rule = parse_recurrence(line->value)) {
        days = days_of(*rule, first, rules_.today, kMostDays);
      } else {
        sink_.remark({Remark::Kind::warning,
                      event.began,
                      {},
                      "a rule of repeating that is not understood, only the first day came in: " +
                          line->value});
      }
    }
    std::set<Date> except;
    for (const ContentLine& line : event.lines) {
      if (line.name != "EXDATE" && line.name != "RDATE") {
        continue;
      }
      for (const std::string_view part : split_value(line.value, ',')) {
        const auto moment = parse_moment(part, rules_.wall_clock);
        if (moment && line.name == "EXDATE") {
          except.insert(moment->date);
        } else if (moment && std::find(days.begin(), days.end(), moment->date) == days.end()) {
          days.push_back(moment->date);
        }
      }
    }
    if (const auto it = replaced_.find(event.text("UID")); it != replaced_.end()) {
      except.insert(it->second.begin(), it->second.end());
    }
    std::erase_if(days, [&](Date day) { return except.contains(day); });
    return days;
  }

  void take_event(const Component& event) {
    if (text::fold(event.text("STATUS")) == "cancelled") {
      return;
    }
    bool is_declined = false;
    InteractionDocument document{.line = event.began};
    document.people = people_in(event, is_declined);
    if (is_declined) {
      return;
    }
    if (document.people.empty()) {
      ++alone_;
      return;
    }
    if (document.people.size() > kMostPeople) {
      ++crowds_;
      return;
    }
    const ContentLine* start = event.find("DTSTART");
    const auto moment =
        start == nullptr ? std::nullopt : parse_moment(start->value, rules_.wall_clock);
    if (!moment) {
      ++dateless_;
      return;
    }
    Interaction& one = document.interaction;
    one.text = event.text("SUMMARY");
    one.kind = kind_of(one.text, "meeting");
    one.place = text::clean_line(event.text("LOCATION"));
    one.tags = tags_of(event);
    one.time = moment->time;
    one.duration = duration_of(event, *moment);
    const std::string uid = event.text("UID");
    bool has_past = false;
    for (const Date day : days_of_event(event, moment->date)) {
      if (day > rules_.today) {
        continue;
      }
      has_past = true;
      one.date = day;
      document.key = uid.empty() ? std::string() : uid + "\n" + to_string(day);
      sink_.take(document);
    }
    ahead_ += !has_past && moment->date > rules_.today ? 1 : 0;
  }

  std::optional<std::chrono::minutes> duration_of(const Component& event,
                                                  const Moment& start) const {
    if (!start.time) {
      return std::nullopt;
    }
    if (const ContentLine* line = event.find("DURATION")) {
      return parse_ical_duration(line->value);
    }
    const ContentLine* line = event.find("DTEND");
    const auto end = line == nullptr ? std::nullopt : parse_moment(line->value, rules_.wall_clock);
    if (!end || !end->time) {
      return std::nullopt;
    }
    const auto length =
        std::chrono::days{days_between(start.date, end->date)} + *end->time - *start.time;
    return length.count() > 0 ? std::optional(std::chrono::minutes{length}) : std::nullopt;
  }

  void take_journal(const Component& journal) {
    bool is_declined = false;
    InteractionDocument document{.key = journal.text("UID"), .line = journal.began};
    document.people = people_in(journal, is_declined);
    const ContentLine* start = journal.find("DTSTART");
    const auto moment =
        start == nullptr ? std::nullopt : parse_moment(start->value, rules_.wall_clock);
    if (document.people.empty() || !moment) {
      ++(document.people.empty() ? alone_ : dateless_);
      return;
    }
    Interaction& one = document.interaction;
    one.date = moment->date;
    one.time = moment->time;
    one.text = journal.text("SUMMARY");
    one.kind = kind_of(one.text, "other");
    const std::string more = journal.text("DESCRIPTION");
    one.text += (one.text.empty() || more.empty() ? "" : "\n") + more;
    one.tags = tags_of(journal);
    if (text::fold(journal.text("STATUS")) != "cancelled") {
      sink_.take(document);
    }
  }

  void take_todo(const Component& todo) {
    FollowUpDocument document{.key = todo.text("UID"), .line = todo.began};
    if (document.key.starts_with("check-in-")) {
      return;  // kith's own: it knows when to check in
    }
    bool is_declined = false;
    const std::vector<Who> people = people_in(todo, is_declined);
    FollowUp& follow_up = document.follow_up;
    follow_up.text = text::clean_line(todo.text("SUMMARY"));
    const auto colon = follow_up.text.find(": ");
    std::string before = follow_up.text.substr(0, std::min(colon, follow_up.text.size()));
    constexpr std::string_view kOwed = " owes you";
    const bool is_ours = todo.find("X-KITH-PERSON") != nullptr;
    if (colon != std::string::npos && (is_ours || people.empty())) {
      if (before.ends_with(kOwed)) {
        follow_up.owed_by = Owner::them;
        before.resize(before.size() - kOwed.size());
      }
      document.person = {.name = before};
    }
    if (!people.empty()) {
      document.person.key = people.front().key;
      document.person.email = people.front().email;
      document.person.name =
          people.front().name.empty() ? document.person.name : people.front().name;
    }
    if (document.person == Who{}) {
      ++alone_;
      return;
    }
    if (colon != std::string::npos && (is_ours || people.empty())) {
      follow_up.text = follow_up.text.substr(colon + 2);
    }
    const ContentLine* due = todo.find("DUE");
    due = due == nullptr ? todo.find("DTSTART") : due;
    const auto moment = due == nullptr ? std::nullopt : parse_moment(due->value, rules_.wall_clock);
    if (!moment) {
      ++dateless_;
      return;
    }
    follow_up.due = moment->date;
    follow_up.every = span_of(todo);
    const std::string status = text::fold(todo.text("STATUS"));
    const ContentLine* completed = todo.find("COMPLETED");
    if (status == "completed" || completed != nullptr) {
      follow_up.status = FollowUpStatus::done;
      const auto on =
          completed == nullptr ? std::nullopt : parse_moment(completed->value, rules_.wall_clock);
      follow_up.done_on = on ? on->date : moment->date;
    } else if (status == "cancelled") {
      follow_up.status = FollowUpStatus::dropped;
    }
    sink_.take(document);
  }

  /// How often a to-do comes back, where a span can say it.
  static std::optional<Span> span_of(const Component& todo) {
    const ContentLine* line = todo.find("RRULE");
    const auto rule = line == nullptr ? std::nullopt : parse_recurrence(line->value);
    if (!rule || rule->count || rule->until) {
      return std::nullopt;
    }
    constexpr int kWeek = 7;
    constexpr int kYear = 12;
    switch (rule->unit) {
      case Recurrence::Unit::day:
        return Span{.days = rule->interval};
      case Recurrence::Unit::week:
        return Span{.days = rule->interval * kWeek};
      case Recurrence::Unit::month:
        return Span{.months = rule->interval};
      case Recurrence::Unit::year:
        return Span{.months = rule->interval * kYear};
    }
    return std::nullopt;
  }

  const IcsRules& rules_;
  LogSink& sink_;
  std::set<std::string> me_{};
  std::vector<Component> events_{};
  std::size_t kept_ = 0;                              // bytes of them
  std::map<std::string, std::set<Date>> replaced_{};  // by uid: days told by events of their own
  std::size_t alone_ = 0;
  std::size_t ahead_ = 0;
  std::size_t crowds_ = 0;
  std::size_t dateless_ = 0;
};

}  // namespace

void read_ics(std::istream& in, const IcsRules& rules, LogSink& sink) {
  Reader(rules, sink).read(in);
}

std::vector<fs::path> ics_files_in(const fs::path& folder) { return files_below(folder, {".ics"}); }

}  // namespace kith::exchange
