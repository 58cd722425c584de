// One record at a time, field by field; each complaint names the line.
#include "exchange/json_records.hpp"

#include <limits>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>
#include <kith/time/words.hpp>

namespace kith::exchange {
namespace {

using nlohmann::json;

/// The fields of one record, by name; remembers which were asked for.
class Fields {
 public:
  Fields(std::string_view section, const ScannedRecord& record)
      : section_(section), record_(record) {}

  [[noreturn]] void wrong(const std::string& name, const std::string& why) const {
    const auto at = record_.fields.find(name);
    refuse(at == record_.fields.end() ? record_.at : at->second,
           section_ + ": " + name + ": " + why);
  }

  /// The value; a null one where it is missing.
  const json& at(const std::string& name) {
    static const json kNothing;
    asked_.insert(name);
    const auto it = record_.value.find(name);
    return it == record_.value.end() ? kNothing : *it;
  }

  std::string text(const std::string& name) { return text_of(name, at(name)); }

  std::string required(const std::string& name) {
    std::string value = text(name);
    if (value.empty()) {
      wrong(name, "is missing");
    }
    return value;
  }

  bool boolean(const std::string& name) {
    const json& value = at(name);
    if (!value.is_null() && !value.is_boolean()) {
      wrong(name, "neither true nor false");
    }
    return value.is_boolean() && value.get<bool>();
  }

  std::optional<std::int64_t> number(const std::string& name) {
    const json& value = at(name);
    if (value.is_null()) {
      return std::nullopt;
    }
    const bool is_big = value.is_number_unsigned() &&
                        value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
    if (!value.is_number_integer() || is_big) {
      wrong(name, "not a whole number");
    }
    return value.get<std::int64_t>();
  }

  /// An id that may be kept; 0, which asks for a new one, where it is not easy to type. (After the
  /// greatest of all there would be no next one.)
  template <class Id>
  Id id() {
    constexpr std::int64_t kGreatest = 1'000'000'000;
    const std::int64_t given = number("id").value_or(0);
    return static_cast<Id>(given > 0 && given <= kGreatest ? given : 0);
  }

  int days(const std::string& name, std::int64_t number) {
    constexpr std::int64_t kCentury = 36'525;
    if (number < 1 || number > kCentury) {
      wrong(name, std::to_string(number) + " is no number of days");
    }
    return static_cast<int>(number);
  }

  /// What `read` makes of the text; nothing where there is none.
  template <class Read>
  auto parsed(const std::string& name, Read read, std::string_view what)
      -> decltype(read(std::string_view())) {
    const std::string value = text(name);
    if (value.empty()) {
      return std::nullopt;
    }
    auto result = read(std::string_view(value));
    if (!result) {
      wrong(name, text::printable(value) + " is no " + std::string(what));
    }
    return result;
  }

  Uid uid() {
    required("uid");
    return *parsed("uid", parse_uid, "uid");
  }

  std::optional<Date> date(const std::string& name) {
    return parsed(name, parse_iso_date, "date (YYYY-MM-DD)");
  }

  PartialDate partial_date(const std::string& name) { return partial_date_of(name, text(name)); }

  PartialDate partial_date_of(const std::string& name, const std::string& value) {
    if (value.empty()) {
      return {};
    }
    if (value.find_first_not_of("0123456789-") != std::string::npos) {
      wrong(name, text::printable(value) + " is no date (2019, 2019-05, 2019-05-03 or --05-03)");
    }
    try {
      constexpr Date kAnyDay{std::chrono::year{1970}, std::chrono::month{1}, std::chrono::day{1}};
      return parse_partial_date(value, kAnyDay);
    } catch (const DataError& error) {
      wrong(name, error.message());
    }
  }

  Instant instant(const std::string& name) {
    return parsed(name, parse_instant, "instant (2026-11-22T09:30:00Z)").value_or(Instant{});
  }

  std::vector<std::string> texts(const std::string& name) {
    std::vector<std::string> all;
    for (const json& value : list(name)) {
      all.push_back(text_of(name, value));
    }
    return all;
  }

  PersonRef person_of(const std::string& name, const json& value) const {
    const auto uid = value.is_object() ? value.find("uid") : value.end();
    if (!value.is_object() || uid == value.end() || !uid->is_string() ||
        !parse_uid(uid->get<std::string>())) {
      wrong(name, "not a person: {\"uid\":…,\"name\":…}");
    }
    const auto called = value.find("name");
    return {.uid = *parse_uid(uid->get<std::string>()),
            .name = called != value.end() && called->is_string() ? called->get<std::string>() : ""};
  }

  PersonRef person(const std::string& name) { return person_of(name, at(name)); }

  std::vector<PersonRef> people(const std::string& name) {
    std::vector<PersonRef> all;
    for (const json& value : list(name)) {
      all.push_back(person_of(name, value));
    }
    return all;
  }

  const json& list(const std::string& name) {
    static const json kEmpty = json::array();
    const json& value = at(name);
    if (value.is_null()) {
      return kEmpty;
    }
    if (!value.is_array()) {
      wrong(name, "not a list");
    }
    return value;
  }

  std::string text_of(const std::string& name, const json& value) const {
    if (value.is_null()) {
      return {};
    }
    if (!value.is_string()) {
      wrong(name, "not a text");
    }
    return value.get<std::string>();
  }

  /// A text of an object inside the record, empty where it is missing.
  std::string inner(const std::string& name, const json& object, const char* field) const {
    if (!object.is_object()) {
      wrong(name, "not an object");
    }
    const auto it = object.find(field);
    return it == object.end() ? std::string() : text_of(name, *it);
  }

  void finish(UnknownFields& unknown) const {
    for (const auto& [name, value] : record_.value.items()) {
      if (!asked_.contains(name)) {
        note_unknown(unknown, section_ + "." + name);
      }
    }
  }

 private:
  std::string section_;
  const ScannedRecord& record_;
  std::set<std::string> asked_{};
};

void read_points(Fields& fields, const char* name, ContactKind kind, Person& person) {
  for (const json& value : fields.list(name)) {
    person.contact_points.push_back({.kind = kind,
                                     .value = fields.inner(name, value, "value"),
                                     .label = fields.inner(name, value, "label")});
  }
}

void read_memberships(Fields& fields, Person& person) {
  const std::string org = fields.text("org");
  const std::string title = fields.text("title");
  for (const json& value : fields.list("memberships")) {
    Membership membership{.org = fields.inner("memberships", value, "org"),
                          .title = fields.inner("memberships", value, "title")};
    membership.from =
        fields.partial_date_of("memberships", fields.inner("memberships", value, "from"));
    membership.to = fields.partial_date_of("memberships", fields.inner("memberships", value, "to"));
    person.memberships.push_back(std::move(membership));
  }
  if (fields.at("memberships").is_null() && (!org.empty() || !title.empty())) {
    person.memberships.push_back({.org = org, .title = title});
  }
}

/// `cadence_days` is the one in force; `own_cadence_days` tells whether it is the person's own. A
/// document without the latter means its own wherever the circle would give another.
void read_cadence(Fields& fields, Person& person) {
  const auto in_force = fields.number("cadence_days");
  const auto own = fields.number("own_cadence_days");
  if (own) {
    person.own_cadence = Cadence(fields.days("own_cadence_days", *own));
    return;
  }
  if (in_force) {
    const Cadence cadence(fields.days("cadence_days", *in_force));
    if (!person.circle || default_cadence(*person.circle) != cadence) {
      person.own_cadence = cadence;
    }
  }
}

std::vector<Origin> read_origins(Fields& fields) {
  std::vector<Origin> origins;
  for (const json& value : fields.list("origins")) {
    Origin origin{.source = fields.inner("origins", value, "source"),
                  .key = fields.inner("origins", value, "key")};
    if (origin.source.empty()) {
      fields.wrong("origins", "an origin has no source");
    }
    if (const auto said = value.find("said"); said != value.end() && said->is_object()) {
      for (const auto& [name, text] : said->items()) {
        origin.said[name] = fields.text_of("origins", text);
      }
    }
    origins.push_back(std::move(origin));
  }
  return origins;
}

}  // namespace

void note_unknown(UnknownFields& unknown, const std::string& name) {
  constexpr std::size_t kMostNames = 100;
  constexpr std::size_t kLongestName = 60;  // columns
  const std::string shown = text::shorten(text::printable(name), kLongestName);
  const bool has_room = unknown.size() < kMostNames || unknown.contains(shown);
  ++unknown[has_room ? shown : "other names"];
}

ReadPerson read_person(const ScannedRecord& record, UnknownFields& unknown) {
  Fields fields("people", record);
  ReadPerson read;
  Person& person = read.person;
  person.uid = fields.uid();
  person.name = fields.required("name");
  person.nicknames = fields.texts("nicknames");
  read_points(fields, "emails", ContactKind::email, person);
  read_points(fields, "phones", ContactKind::phone, person);
  read_points(fields, "urls", ContactKind::url, person);
  read_points(fields, "handles", ContactKind::handle, person);
  read_points(fields, "addresses", ContactKind::address, person);
  read_memberships(fields, person);
  person.city = fields.text("city");
  person.timezone = fields.text("timezone");
  person.birthday = fields.partial_date("birthday");
  person.met = fields.text("met");
  person.met_on = fields.partial_date("met_on");
  if (!fields.at("introduced_by").is_null()) {
    read.introduced_by = fields.person("introduced_by");
  }
  person.circle = fields.parsed("circle", parse_circle, "circle");
  read_cadence(fields, person);
  person.tags = fields.texts("tags");
  fields.at("last_seen");  // read from the log, never stored
  person.archived = fields.boolean("archived");
  person.tracked_since = fields.date("tracked_since");
  person.standing =
      fields.parsed("standing", parse_standing, "standing").value_or(Standing::active);
  person.snoozed_until = fields.date("snoozed_until");
  person.created_at = fields.instant("created_at");
  person.updated_at = fields.instant("updated_at");
  read.origins = read_origins(fields);
  fields.finish(unknown);
  return read;
}

Interaction read_interaction(const ScannedRecord& record, UnknownFields& unknown) {
  Fields fields("interactions", record);
  Interaction interaction;
  interaction.id = fields.id<InteractionId>();
  interaction.uid = fields.uid();
  fields.required("date");
  interaction.date = *fields.date("date");
  interaction.time = fields.parsed("time", parse_time_of_day, "time of day");
  interaction.kind = fields.text("kind");
  if (interaction.kind.empty()) {
    interaction.kind = "other";
  }
  interaction.people = fields.people("people");
  interaction.mentions = fields.people("mentions");
  interaction.place = fields.text("place");
  interaction.tags = fields.texts("tags");
  interaction.text = fields.text("text");
  if (const auto minutes = fields.number("duration_minutes")) {
    interaction.duration = std::chrono::minutes{*minutes};
  }
  interaction.unanswered = fields.boolean("unanswered");
  interaction.created_at = fields.instant("created_at");
  interaction.updated_at = fields.instant("updated_at");
  fields.finish(unknown);
  return interaction;
}

Fact read_fact(const ScannedRecord& record, UnknownFields& unknown) {
  Fields fields("facts", record);
  Fact fact;
  fact.id = fields.id<FactId>();
  fact.uid = fields.uid();
  fact.person = fields.person("person");
  fact.kind = fields.text("kind");
  if (fact.kind.empty()) {
    fact.kind = "other";
  }
  fact.text = fields.required("text");
  fact.date = fields.date("date");
  fact.status =
      fields.parsed("status", parse_hope_status, "status of a hope").value_or(HopeStatus::open);
  fact.done_on = fields.date("done_on");
  fact.created_at = fields.instant("created_at");
  fact.updated_at = fields.instant("updated_at");
  fields.finish(unknown);
  return fact;
}

FollowUp read_follow_up(const ScannedRecord& record, UnknownFields& unknown) {
  Fields fields("follow_ups", record);
  FollowUp follow_up;
  follow_up.id = fields.id<FollowUpId>();
  follow_up.uid = fields.uid();
  follow_up.person = fields.person("person");
  follow_up.text = fields.required("text");
  fields.required("due");
  follow_up.due = *fields.date("due");
  const auto every_days = fields.number("every_days");
  if (const std::string every = fields.text("every"); !every.empty()) {
    try {
      follow_up.every = parse_span(every);
    } catch (const DataError& error) {
      fields.wrong("every", error.message());
    }
  } else if (every_days) {
    follow_up.every = Span{.days = fields.days("every_days", *every_days)};
  }
  follow_up.series_start = fields.date("series_start").value_or(follow_up.due);
  follow_up.owed_by = fields.parsed("owed_by", parse_owner, "side").value_or(Owner::me);
  follow_up.status =
      fields.parsed("status", parse_follow_up_status, "status").value_or(FollowUpStatus::open);
  follow_up.done_on = fields.date("done_on");
  follow_up.created_at = fields.instant("created_at");
  follow_up.updated_at = fields.instant("updated_at");
  fields.finish(unknown);
  return follow_up;
}

Link read_link(const ScannedRecord& record, UnknownFields& unknown) {
  Fields fields("links", record);
  Link link;
  link.uid = fields.uid();
  link.a = fields.person("a");
  link.b = fields.person("b");
  link.kind = fields.required("kind");
  link.since = fields.partial_date("since");
  if (!fields.at("via").is_null()) {
    link.via = fields.person("via");
  }
  link.created_at = fields.instant("created_at");
  fields.finish(unknown);
  return link;
}

KeptMerge read_merge(const ScannedRecord& record, UnknownFields& unknown) {
  Fields fields("merged_people", record);
  KeptMerge merge;
  merge.uid = fields.uid();
  merge.person = fields.person("person");
  merge.at = fields.instant("at");
  merge.record = fields.at("record").dump();
  fields.finish(unknown);
  return merge;
}

Distinct read_distinct(const ScannedRecord& record, UnknownFields& unknown) {
  Fields fields("distinct_people", record);
  Distinct distinct;
  distinct.a = fields.person("a");
  distinct.b = fields.person("b");
  fields.finish(unknown);
  return distinct;
}

}  // namespace kith::exchange
