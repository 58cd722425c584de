// To-dos read and brought up to date.
#include "exchange/ical_todo.hpp"

#include <algorithm>

#include "exchange/ical_writer.hpp"
#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kDay = 8;       // 20261201
constexpr std::size_t kInstant = 16;  // 20261201T093000Z

std::optional<Date> read_day(std::string_view text) {
  if (text.size() < kDay) {
    return std::nullopt;
  }
  return parse_iso_date(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) +
                        "-" + std::string(text.substr(6, 2)));
}

std::optional<Instant> read_utc(std::string_view text) {
  const auto day = read_day(text);
  if (!day || text.size() != kInstant || text.back() != 'Z') {
    return std::nullopt;
  }
  return parse_instant(to_string(*day) + "T" + std::string(text.substr(9, 2)) + ":" +
                       std::string(text.substr(11, 2)) + ":" + std::string(text.substr(13, 2)) +
                       "Z");
}

std::string capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

ContentLine day_property(std::string_view name, Date day) {
  return make_content_line(name, ical_date(day), {{.name = "VALUE", .values = {"DATE"}}});
}

std::string_view status_word(FollowUpStatus status) {
  return status == FollowUpStatus::open   ? "NEEDS-ACTION"
         : status == FollowUpStatus::done ? "COMPLETED"
                                          : "CANCELLED";
}

void bring_status(IcalFile& file, std::size_t index, const TodoState& after) {
  file.set(index, make_content_line("STATUS", std::string(status_word(after.status))));
  if (after.status == FollowUpStatus::done) {
    if (after.ended_on) {
      // kith knows the day alone: noon in UTC is that day nearly everywhere.
      file.set(index, make_content_line("COMPLETED", ical_date(*after.ended_on) + "T120000Z"));
    }
    file.set(index, make_content_line("PERCENT-COMPLETE", "100"));
  } else {
    file.unset(index, "COMPLETED");
    file.unset(index, "PERCENT-COMPLETE");
  }
}

}  // namespace

std::optional<Date> day_of(const ContentLine& property, const Clock& clock) {
  const std::string value = text::clean_line(property.value);
  if (const auto instant = read_utc(value)) {
    return clock.day_of(*instant);
  }
  return read_day(value);
}

TodoState todo_state(const IcalComponent& todo, const Clock& clock) {
  TodoState state{.summary = text::clean_line(todo.text("SUMMARY"))};
  if (const ContentLine* due = todo.find("DUE")) {
    state.due = day_of(*due, clock);
  }
  const ContentLine* completed = todo.find("COMPLETED");
  const std::string status = capitals(text::clean_line(todo.text("STATUS")));
  if (status == "CANCELLED") {
    state.status = FollowUpStatus::dropped;
  } else if (status == "COMPLETED" ||
             (status.empty() && (completed != nullptr || todo.text("PERCENT-COMPLETE") == "100"))) {
    state.status = FollowUpStatus::done;
    if (completed != nullptr) {
      state.ended_on = day_of(*completed, clock);
    }
  }
  return state;
}

std::string related_person(const IcalComponent& component) {
  for (const std::string_view name : {"X-KITH-PERSON", "RELATED-TO"}) {
    std::string uid = text::clean_line(component.text(name));
    if (uid.starts_with("urn:uuid:")) {
      uid.erase(0, uid.rfind(':') + 1);
    }
    if (!uid.empty()) {
      return uid;
    }
  }
  return {};
}

std::optional<Instant> changed_at(const IcalComponent& component) {
  const ContentLine* property = component.find("LAST-MODIFIED");
  return property == nullptr ? std::nullopt : read_utc(text::clean_line(property->value));
}

void bring_to(IcalFile& file,
              std::size_t index,
              const TodoState& before,
              const TodoState& after,
              Instant now) {
  if (before == after || index >= file.components().size()) {
    return;
  }
  if (before.summary != after.summary) {
    file.set(index, make_content_line("SUMMARY", escaped(after.summary)));
  }
  if (before.due != after.due && after.due) {
    file.set(index, day_property("DUE", *after.due));
    file.unset(index, "DURATION");  // not together with DUE
    const ContentLine* start = file.components()[index].find("DTSTART");
    if (start != nullptr && start->parameter("VALUE") != "DATE") {
      file.unset(index, "DTSTART");  // both are days or both are times
    } else if (start != nullptr && start->value >= ical_date(*after.due)) {
      file.unset(index, "DTSTART");  // no later than it is due
    }
  }
  if (before.status != after.status || before.ended_on != after.ended_on) {
    bring_status(file, index, after);
  }
  if (const ContentLine* sequence = file.components()[index].find("SEQUENCE")) {
    const std::string value = text::clean_line(sequence->value);
    if (!value.empty() && value.size() < 9 &&
        value.find_first_not_of("0123456789") == std::string::npos) {
      file.set(index, make_content_line("SEQUENCE", std::to_string(std::stoi(value) + 1)));
    }
  }
  file.set(index, make_content_line("DTSTAMP", ical_instant(now)));
  file.set(index, make_content_line("LAST-MODIFIED", ical_instant(now)));
}

}  // namespace kith::exchange
