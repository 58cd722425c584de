// What a merge did, as JSON: kept for years, so fields may come but none may change its meaning.
#include "store/merge_record.hpp"

#include <nlohmann/json.hpp>

#include <kith/error.hpp>

namespace kith {
namespace {

using nlohmann::json;

template <class Value>
json or_null(const std::optional<Value>& value) {
  return value ? json(*value) : json(nullptr);
}

json to_json(const PartialDate& date) {
  return {or_null(date.year), or_null(date.month), or_null(date.day)};
}

PartialDate date_of(const json& value) {
  PartialDate date;
  if (!value.at(0).is_null()) {
    date.year = value.at(0).get<int>();
  }
  if (!value.at(1).is_null()) {
    date.month = value.at(1).get<unsigned>();
  }
  if (!value.at(2).is_null()) {
    date.day = value.at(2).get<unsigned>();
  }
  return date;
}

json to_json(const std::optional<Date>& date) {
  return date ? json(to_day_number(*date)) : json(nullptr);
}

std::optional<Date> day_of(const json& value) {
  return value.is_null() ? std::nullopt : std::optional(from_day_number(value.get<int>()));
}

json to_json(Instant instant) { return instant.time_since_epoch().count(); }

Instant instant_of(const json& value) {
  return Instant{std::chrono::milliseconds{value.get<std::int64_t>()}};
}

Uid uid_of(const json& value) { return parse_uid(value.get<std::string>()).value_or(Uid{}); }

json to_json(const std::vector<Uid>& uids) {
  json list = json::array();
  for (const Uid& uid : uids) {
    list.push_back(to_string(uid));
  }
  return list;
}

std::vector<Uid> uids_of(const json& list) {
  std::vector<Uid> uids;
  for (const json& one : list) {
    uids.push_back(uid_of(one));
  }
  return uids;
}

json to_json(const Person& person) {
  json points = json::array();
  for (const ContactPoint& point : person.contact_points) {
    points.push_back({to_string(point.kind), point.value, point.label});
  }
  json memberships = json::array();
  for (const Membership& one : person.memberships) {
    memberships.push_back({one.org, one.title, to_json(one.from), to_json(one.to)});
  }
  return {{"uid", to_string(person.uid)},
          {"name", person.name},
          {"nicknames", person.nicknames},
          {"contact_points", points},
          {"memberships", memberships},
          {"city", person.city},
          {"timezone", person.timezone},
          {"birthday", to_json(person.birthday)},
          {"met", person.met},
          {"met_on", to_json(person.met_on)},
          {"circle", person.circle ? json(to_string(*person.circle)) : json(nullptr)},
          {"cadence", person.own_cadence ? json(person.own_cadence->days()) : json(nullptr)},
          {"tracked_since", to_json(person.tracked_since)},
          {"tags", person.tags},
          {"standing", to_string(person.standing)},
          {"snoozed_until", to_json(person.snoozed_until)},
          {"archived", person.archived},
          {"created_at", to_json(person.created_at)}};
}

Person person_of(const json& value) {
  Person person{.uid = uid_of(value.at("uid")), .name = value.at("name").get<std::string>()};
  person.nicknames = value.at("nicknames").get<std::vector<std::string>>();
  for (const json& one : value.at("contact_points")) {
    person.contact_points.push_back(
        {.kind = parse_contact_kind(one.at(0).get<std::string>()).value_or(ContactKind::handle),
         .value = one.at(1).get<std::string>(),
         .label = one.at(2).get<std::string>()});
  }
  for (const json& one : value.at("memberships")) {
    person.memberships.push_back({.org = one.at(0).get<std::string>(),
                                  .title = one.at(1).get<std::string>(),
                                  .from = date_of(one.at(2)),
                                  .to = date_of(one.at(3))});
  }
  person.city = value.at("city").get<std::string>();
  person.timezone = value.at("timezone").get<std::string>();
  person.birthday = date_of(value.at("birthday"));
  person.met = value.at("met").get<std::string>();
  person.met_on = date_of(value.at("met_on"));
  if (const json& circle = value.at("circle"); !circle.is_null()) {
    person.circle = parse_circle(circle.get<std::string>());
  }
  if (const json& cadence = value.at("cadence"); !cadence.is_null()) {
    person.own_cadence = Cadence{cadence.get<int>()};
  }
  person.tracked_since = day_of(value.at("tracked_since"));
  person.tags = value.at("tags").get<std::vector<std::string>>();
  person.standing =
      parse_standing(value.at("standing").get<std::string>()).value_or(Standing::active);
  person.snoozed_until = day_of(value.at("snoozed_until"));
  person.archived = value.at("archived").get<bool>();
  person.created_at = instant_of(value.at("created_at"));
  return person;
}

json to_json(const Part& part) {
  return {to_string(part.interaction),
          part.position,
          part.took_part,
          part.was_alone,
          or_null(part.mentioned_at)};
}

Part part_of(const json& value) {
  Part part{.interaction = uid_of(value.at(0)),
            .position = value.at(1).get<int>(),
            .took_part = value.at(2).get<bool>(),
            .was_alone = value.at(3).get<bool>()};
  if (!value.at(4).is_null()) {
    part.mentioned_at = value.at(4).get<int>();
  }
  return part;
}

json to_json(const Link& link) {
  return {{"uid", to_string(link.uid)},
          {"a", to_string(link.a.uid)},
          {"b", to_string(link.b.uid)},
          {"kind", link.kind},
          {"since", to_json(link.since)},
          {"via", link.via ? json(to_string(link.via->uid)) : json(nullptr)},
          {"created_at", to_json(link.created_at)}};
}

Link link_of(const json& value) {
  Link link{.uid = uid_of(value.at("uid")),
            .a = {.uid = uid_of(value.at("a"))},
            .b = {.uid = uid_of(value.at("b"))},
            .kind = value.at("kind").get<std::string>(),
            .since = date_of(value.at("since")),
            .created_at = instant_of(value.at("created_at"))};
  if (const json& via = value.at("via"); !via.is_null()) {
    link.via = PersonRef{.uid = uid_of(via)};
  }
  return link;
}

MergeRecord record_of(const json& value) {
  MergeRecord record{.other = person_of(value.at("other")),
                     .kept_before = person_of(value.at("kept_before")),
                     .kept_after = person_of(value.at("kept_after")),
                     .facts = uids_of(value.at("facts")),
                     .made_facts = uids_of(value.at("made_facts")),
                     .follow_ups = uids_of(value.at("follow_ups"))};
  for (const json& part : value.at("parts")) {
    record.parts.push_back(part_of(part));
  }
  for (const json& link : value.at("links")) {
    LinkChange change{.before = link_of(link.at("before"))};
    if (!link.at("after").is_null()) {
      change.after = link_of(link.at("after"));
    }
    record.links.push_back(std::move(change));
  }
  for (const json& origin : value.at("origins")) {
    record.origins.emplace_back(origin.at(0).get<std::string>(), origin.at(1).get<std::string>());
  }
  record.merged_people = uids_of(value.at("merged_people"));
  record.distinct_from = uids_of(value.at("distinct_from"));
  record.distinct_gained = uids_of(value.at("distinct_gained"));
  record.turn = value.at("turn").get<int>();
  return record;
}

}  // namespace

std::string to_text(const MergeRecord& record) {
  json parts = json::array();
  for (const Part& part : record.parts) {
    parts.push_back(to_json(part));
  }
  json links = json::array();
  for (const LinkChange& change : record.links) {
    links.push_back({{"before", to_json(change.before)},
                     {"after", change.after ? to_json(*change.after) : json(nullptr)}});
  }
  json origins = json::array();
  for (const auto& [source, key] : record.origins) {
    origins.push_back({source, key});
  }
  const json value{{"other", to_json(record.other)},
                   {"kept_before", to_json(record.kept_before)},
                   {"kept_after", to_json(record.kept_after)},
                   {"facts", to_json(record.facts)},
                   {"made_facts", to_json(record.made_facts)},
                   {"follow_ups", to_json(record.follow_ups)},
                   {"parts", parts},
                   {"links", links},
                   {"origins", origins},
                   {"merged_people", to_json(record.merged_people)},
                   {"distinct_from", to_json(record.distinct_from)},
                   {"distinct_gained", to_json(record.distinct_gained)},
                   {"turn", record.turn}};
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

MergeRecord parse_merge_record(std::string_view text) {
  try {
    return record_of(json::parse(text));
  } catch (const json::exception&) {
    throw StoreError("what a merge did cannot be read", "kith doctor looks the database over");
  }
}

}  // namespace kith
