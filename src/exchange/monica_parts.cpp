// Monica's fields and what they mean.
#include "exchange/monica_parts.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange::monica {
namespace {

constexpr std::size_t kIsoDate = 10;

void append(std::string& text, std::string_view between, const std::string& more) {
  if (!more.empty()) {
    text += (text.empty() ? "" : std::string(between)) + more;
  }
}

/// Monica's life events by the kind of fact they are; what is not listed is of kind other.
std::string life_event_kind(const std::string& word) {
  static const std::map<std::string, std::string> kKinds{{"new_job", "work"},
                                                         {"retirement", "work"},
                                                         {"military_service", "work"},
                                                         {"volunteer_work", "work"},
                                                         {"new_school", "work"},
                                                         {"study_abroad", "work"},
                                                         {"published_book_or_paper", "success"},
                                                         {"achievement_or_award", "success"},
                                                         {"first_word", "family"},
                                                         {"new_relationship", "family"},
                                                         {"engagement", "family"},
                                                         {"marriage", "family"},
                                                         {"anniversary", "family"},
                                                         {"expecting_a_baby", "family"},
                                                         {"new_child", "family"},
                                                         {"new_family_member", "family"},
                                                         {"new_pet", "family"},
                                                         {"end_of_relationship", "family"},
                                                         {"loss_of_a_loved_one", "family"},
                                                         {"weight_loss", "health"},
                                                         {"wearing_glass_or_contact", "health"},
                                                         {"broken_bone", "health"},
                                                         {"removed_braces", "health"},
                                                         {"surgery", "health"},
                                                         {"dentist", "health"},
                                                         {"overcame_an_illness", "health"},
                                                         {"quit_a_habit", "health"},
                                                         {"new_eating_habits", "health"}};
  const auto it = kKinds.find(word);
  return it == kKinds.end() ? "other" : it->second;
}

}  // namespace

const json& properties(const json& record) {
  if (record.is_object()) {
    if (const auto it = record.find("properties"); it != record.end() && it->is_object()) {
      return *it;
    }
  }
  return record;
}

std::string text_of(const json& record, std::string_view field) {
  if (!record.is_object()) {
    return {};
  }
  const auto it = record.find(std::string(field));
  if (it == record.end()) {
    return {};
  }
  if (it->is_string()) {
    return it->get<std::string>();
  }
  return it->is_number() ? it->dump() : std::string();
}

bool is_true(const json& record, std::string_view field) {
  if (!record.is_object()) {
    return false;
  }
  const auto it = record.find(std::string(field));
  return it != record.end() &&
         (*it == json(true) || *it == json(1) || *it == json("1") || *it == json("true"));
}

std::optional<Date> day_of(const json& record, std::string_view field) {
  const std::string stamp = text_of(record, field);
  return parse_iso_date(std::string_view(stamp).substr(0, kIsoDate));
}

std::vector<const json*> records_of(const json& data, std::string_view type) {
  std::vector<const json*> found;
  if (!data.is_array() && !data.is_object()) {
    return found;
  }
  for (const json& collection : data) {
    if (text_of(collection, "type") != type) {
      continue;
    }
    if (const auto values = collection.find("values");
        values != collection.end() && (values->is_array() || values->is_object())) {
      for (const json& value : *values) {
        found.push_back(&value);
      }
    }
  }
  return found;
}

std::string name_of(const json& contact) {
  std::string name;
  for (const char* part : {"first_name", "middle_name", "last_name"}) {
    append(name, " ", text::clean_line(text_of(properties(contact), part)));
  }
  return name;
}

PartialDate special_date(const json& date) {
  const auto day = day_of(date, "date");
  if (!day) {
    return {};
  }
  if (is_true(date, "is_age_based")) {
    return {static_cast<int>(day->year()), {}, {}};
  }
  PartialDate result(*day);
  if (is_true(date, "is_year_unknown")) {
    result.year.reset();
  }
  return result;
}

void add_contact_field(const json& field, const Types& types, ContactDocument& person) {
  const std::string value = text::clean_line(text_of(properties(field), "data"));
  if (value.empty()) {
    return;
  }
  const auto it = types.find(text_of(properties(field), "type"));
  const Type type = it == types.end() ? Type{} : it->second;
  const std::string label = text::fold(type.name);
  const bool is_url = value.find("://") != std::string::npos;
  const bool is_email = type.word == "email" || label == "email";
  const bool is_phone = type.word == "phone" || label == "phone";
  if (is_email || is_phone) {
    person.contact_points.push_back(
        {is_email ? ContactKind::email : ContactKind::phone, value, {}});
  } else {
    person.contact_points.push_back(
        {is_url ? ContactKind::url : ContactKind::handle, value, label});
  }
}

void add_address(const json& address, ContactDocument& person) {
  const json& fields = properties(address);
  const std::string city = text::clean_line(text_of(fields, "city"));
  std::string town = text::clean_line(text_of(fields, "postal_code"));
  append(town, " ", city);
  std::string value = text::clean_line(text_of(fields, "street"));
  append(value, ", ", town);
  append(value, ", ", text::clean_line(text_of(fields, "province")));
  append(value, ", ", text::clean_line(text_of(fields, "country")));
  if (person.city.empty()) {
    person.city = city;
  }
  if (!value.empty() && value != city) {
    person.contact_points.push_back(
        {ContactKind::address, value, text::clean_line(text_of(fields, "name"))});
  }
}

std::optional<Told> told_by_note(const json& note) {
  const std::string body = text::clean_text(text_of(properties(note), "body"));
  if (body.empty()) {
    return std::nullopt;
  }
  return Told{.text = body, .date = day_of(note, "created_at")};
}

std::optional<Told> told_by_gift(const json& gift) {
  const json& fields = properties(gift);
  std::string text = text_of(fields, "name");
  append(text, ": ", text_of(fields, "comment"));
  append(text, ", ", text_of(fields, "amount"));
  append(text, ", ", text_of(fields, "url"));
  if (text.empty()) {
    return std::nullopt;
  }
  append(text, ", ", text_of(fields, "status"));  // idea, offered, received
  return Told{.text = text::clean_text(text), .kind = "gift", .date = day_of(fields, "date")};
}

std::optional<Told> told_by_debt(const json& debt) {
  const json& fields = properties(debt);
  const std::string amount = text_of(fields, "amount");
  if (amount.empty()) {
    return std::nullopt;
  }
  std::string text = (is_true(fields, "in_debt") ? "you owe them " : "they owe you ") + amount;
  append(text, " ", text_of(fields, "currency"));
  append(text, ": ", text_of(fields, "reason"));
  if (text_of(fields, "status") == "complete") {
    text += " (settled)";
  }
  return Told{.text = text::clean_text(text), .date = day_of(debt, "created_at")};
}

std::optional<Told> told_by_pet(const json& pet) {
  const json& fields = properties(pet);
  std::string text = text_of(fields, "category");
  append(text, " ", text_of(fields, "name"));
  if (text.empty()) {
    return std::nullopt;
  }
  return Told{.text = "pet: " + text::clean_line(text), .kind = "family"};
}

std::optional<Told> told_by_life_event(const json& event, const Types& types) {
  const json& fields = properties(event);
  const auto type = types.find(text_of(fields, "type"));
  std::string text = text_of(fields, "name");
  if (text.empty() && type != types.end()) {
    text = type->second.name.empty() ? type->second.word : type->second.name;
    std::replace(text.begin(), text.end(), '_', ' ');
  }
  append(text, ": ", text_of(fields, "note"));
  if (text.empty()) {
    return std::nullopt;
  }
  return Told{.text = text::clean_text(text),
              .kind = type == types.end() ? "other" : life_event_kind(type->second.word),
              .date = day_of(fields, "happened_at")};
}

std::string link_kind(std::string_view type) {
  static const std::map<std::string_view, std::string> kKinds{
      {"partner", "partner"},     {"spouse", "partner"},     {"date", "partner"},
      {"lover", "partner"},       {"parent", "family"},      {"child", "family"},
      {"sibling", "family"},      {"grandparent", "family"}, {"grandchild", "family"},
      {"uncle", "family"},        {"nephew", "family"},      {"cousin", "family"},
      {"godfather", "family"},    {"godson", "family"},      {"stepparent", "family"},
      {"stepchild", "family"},    {"friend", "friend"},      {"bestfriend", "friend"},
      {"colleague", "colleague"}, {"boss", "colleague"},     {"subordinate", "colleague"},
      {"mentor", "colleague"},    {"protege", "colleague"}};
  const auto it = kKinds.find(type);
  return it == kKinds.end() ? "knows" : it->second;
}

std::optional<FollowUpDocument> follow_up_of_reminder(const json& reminder, Date today) {
  const json& fields = properties(reminder);
  const auto first = day_of(fields, "initial_date");
  const bool is_automatic = fields.contains("delible") && !is_true(fields, "delible");
  if (!first || is_automatic) {
    return std::nullopt;
  }
  FollowUpDocument document{.key = text_of(reminder, "uuid")};
  FollowUp& follow_up = document.follow_up;
  follow_up.text = text_of(fields, "title");
  append(follow_up.text, ": ", text_of(fields, "description"));
  follow_up.due = *first;
  follow_up.series_start = *first;
  const std::string unit = text_of(fields, "frequency_type");
  constexpr int kMost = 1200;
  int number = 1;
  if (const auto it = fields.find("frequency_number"); it != fields.end() && it->is_number()) {
    number = static_cast<int>(std::clamp(it->get<double>(), 1.0, double{kMost}));
  }
  constexpr int kWeek = 7;
  constexpr int kYear = 12;
  if (unit == "day") {
    follow_up.every = Span{.days = number};
  } else if (unit == "week") {
    follow_up.every = Span{.days = number * kWeek};
  } else if (unit == "month") {
    follow_up.every = Span{.months = number};
  } else if (unit == "year") {
    follow_up.every = Span{.months = std::min(number * kYear, kMost)};
  }
  if (is_true(fields, "inactive") || (!follow_up.every && *first < today)) {
    follow_up.every.reset();
    follow_up.status = FollowUpStatus::done;  // Monica has told of it, and will not again
    follow_up.done_on = *first;
  } else if (follow_up.every && *first < today) {
    follow_up.due = next_in_series(*first, *follow_up.every, add_days(today, -1));
  }
  return document;
}

std::optional<FollowUpDocument> follow_up_of_task(const json& task) {
  const json& fields = properties(task);
  const auto noted = day_of(task, "created_at");
  if (!noted) {
    return std::nullopt;
  }
  FollowUpDocument document{.key = text_of(task, "uuid")};
  FollowUp& follow_up = document.follow_up;
  follow_up.text = text_of(fields, "title");
  append(follow_up.text, ": ", text_of(fields, "description"));
  follow_up.due = *noted;  // Monica's tasks have no day of their own
  if (is_true(fields, "completed")) {
    follow_up.status = FollowUpStatus::done;
    follow_up.done_on = day_of(fields, "completed_at").value_or(*noted);
  }
  return document;
}

}  // namespace kith::exchange::monica
