// Records as JSON. The order of fields is the contract's; fields of our own follow at the end.
#include "exchange/records.hpp"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json date_or_null(const std::optional<Date>& date) {
  return date ? ordered_json(to_string(*date)) : ordered_json(nullptr);
}

ordered_json date_or_null(const PartialDate& date) {
  return date.empty() ? ordered_json(nullptr) : ordered_json(to_string(date));
}

ordered_json list(const std::vector<std::string>& words) {
  ordered_json all = ordered_json::array();
  for (const std::string& word : words) {
    all.push_back(word);
  }
  return all;
}

ordered_json points(const Person& person, ContactKind kind) {
  ordered_json all = ordered_json::array();
  for (const ContactPoint& point : person.contact_points) {
    if (point.kind == kind) {
      all.push_back({{"value", point.value}, {"label", text_or_null(point.label)}});
    }
  }
  return all;
}

ordered_json memberships(const Person& person) {
  ordered_json all = ordered_json::array();
  for (const Membership& one : person.memberships) {
    all.push_back({{"org", text_or_null(one.org)},
                   {"title", text_or_null(one.title)},
                   {"from", date_or_null(one.from)},
                   {"to", date_or_null(one.to)}});
  }
  return all;
}

}  // namespace

template <class Record>
ordered_json array_of(const std::vector<Record>& records) {
  ordered_json all = ordered_json::array();
  for (const Record& record : records) {
    all.push_back(to_json(record));
  }
  return all;
}

template ordered_json array_of(const std::vector<PersonRef>&);
template ordered_json array_of(const std::vector<Interaction>&);
template ordered_json array_of(const std::vector<Fact>&);
template ordered_json array_of(const std::vector<FollowUp>&);
template ordered_json array_of(const std::vector<Link>&);

ordered_json to_json(const PersonRef& person) {
  return {{"uid", to_string(person.uid)}, {"name", person.name}};
}

ordered_json to_json(const Person& person, std::optional<Date> last_seen) {
  const std::optional<Cadence> cadence = person.cadence();
  ordered_json json;
  json["uid"] = to_string(person.uid);
  json["name"] = person.name;
  json["nicknames"] = list(person.nicknames);
  json["emails"] = points(person, ContactKind::email);
  json["phones"] = points(person, ContactKind::phone);
  json["urls"] = points(person, ContactKind::url);
  json["handles"] = points(person, ContactKind::handle);
  json["addresses"] = points(person, ContactKind::address);
  json["org"] = text_or_null(person.org());
  json["title"] = text_or_null(person.title());
  json["city"] = text_or_null(person.city);
  json["timezone"] = text_or_null(person.timezone);
  json["birthday"] = date_or_null(person.birthday);
  json["met"] = text_or_null(person.met);
  json["met_on"] = date_or_null(person.met_on);
  json["introduced_by"] = nullptr;
  if (person.introduced_by) {
    json["introduced_by"] = to_json(*person.introduced_by);
  }
  json["circle"] = nullptr;
  if (person.circle) {
    json["circle"] = to_string(*person.circle);
  }
  json["cadence_days"] = nullptr;
  if (cadence) {
    json["cadence_days"] = cadence->days();
  }
  json["tags"] = list(person.tags);
  json["last_seen"] = date_or_null(last_seen);
  json["archived"] = person.archived;
  json["created_at"] = to_string(person.created_at);
  json["updated_at"] = to_string(person.updated_at);
  json["memberships"] = memberships(person);
  json["own_cadence_days"] = nullptr;
  if (person.own_cadence) {
    json["own_cadence_days"] = person.own_cadence->days();
  }
  json["tracked_since"] = date_or_null(person.tracked_since);
  json["standing"] = to_string(person.standing);
  json["snoozed_until"] = date_or_null(person.snoozed_until);
  return json;
}

ordered_json to_json(const Interaction& interaction) {
  ordered_json json;
  json["id"] = raw(interaction.id);
  json["uid"] = to_string(interaction.uid);
  json["date"] = to_string(interaction.date);
  json["time"] = nullptr;
  if (interaction.time) {
    json["time"] = time_of_day(*interaction.time);
  }
  json["kind"] = interaction.kind;
  json["people"] = array_of(interaction.people);
  json["mentions"] = array_of(interaction.mentions);
  json["place"] = text_or_null(interaction.place);
  json["tags"] = list(interaction.tags);
  json["text"] = text_or_null(interaction.text);
  json["duration_minutes"] = nullptr;
  if (interaction.duration) {
    json["duration_minutes"] = interaction.duration->count();
  }
  json["unanswered"] = interaction.unanswered;
  json["created_at"] = to_string(interaction.created_at);
  json["updated_at"] = to_string(interaction.updated_at);
  return json;
}

ordered_json to_json(const Fact& fact) {
  ordered_json json;
  json["id"] = raw(fact.id);
  json["uid"] = to_string(fact.uid);
  json["person"] = to_json(fact.person);
  json["kind"] = fact.kind;
  json["text"] = fact.text;
  json["date"] = date_or_null(fact.date);
  json["status"] = is_hope(fact) ? ordered_json(to_string(fact.status)) : ordered_json(nullptr);
  json["done_on"] = date_or_null(fact.done_on);
  json["created_at"] = to_string(fact.created_at);
  json["updated_at"] = to_string(fact.updated_at);
  return json;
}

ordered_json to_json(const FollowUp& follow_up) {
  ordered_json json;
  json["id"] = raw(follow_up.id);
  json["uid"] = to_string(follow_up.uid);
  json["person"] = to_json(follow_up.person);
  json["text"] = follow_up.text;
  json["due"] = to_string(follow_up.due);
  json["every_days"] = nullptr;
  if (follow_up.every) {
    json["every_days"] = follow_up.every->in_days();
  }
  json["owed_by"] = to_string(follow_up.owed_by);
  json["status"] = to_string(follow_up.status);
  json["done_on"] = date_or_null(follow_up.done_on);
  json["every"] = nullptr;  // months are no number of days: this is what import reads back
  if (follow_up.every) {
    json["every"] = to_string(*follow_up.every);
  }
  json["series_start"] = nullptr;
  if (follow_up.every) {
    json["series_start"] = to_string(follow_up.series_start);
  }
  json["created_at"] = to_string(follow_up.created_at);
  json["updated_at"] = to_string(follow_up.updated_at);
  return json;
}

ordered_json to_json(const Link& link) {
  ordered_json json;
  json["uid"] = to_string(link.uid);
  json["a"] = to_json(link.a);
  json["b"] = to_json(link.b);
  json["kind"] = link.kind;
  json["since"] = date_or_null(link.since);
  json["via"] = link.via ? to_json(*link.via) : ordered_json(nullptr);
  json["created_at"] = to_string(link.created_at);
  return json;
}

std::string dumped(const ordered_json& value, int indent) {
  return text::harmless_json(
      value.dump(indent, ' ', false, ordered_json::error_handler_t::replace));
}

}  // namespace kith::exchange
