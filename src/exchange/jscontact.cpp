// Cards of RFC 9553.
#include "kith/exchange/jscontact.hpp"

#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "exchange/records.hpp"
#include <kith/store/fact_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kProgressEvery = 64;

std::string urn(const Uid& uid) { return "urn:uuid:" + to_string(uid); }

/// Adds `value` to the map `field` of the card, under an id that is free there.
void put(ordered_json& card, const char* field, const char* id, ordered_json value) {
  ordered_json& map = card[field];
  map[id + std::to_string(map.size() + 1)] = std::move(value);
}

/// What a label says, in the words of RFC 9553 where it has one.
void add_label(ordered_json& entry, const std::string& label) {
  const std::string word = text::fold(label);
  if (word == "home" || word == "private" || word == "personal") {
    entry["contexts"] = {{"private", true}};
  } else if (word == "work") {
    entry["contexts"] = {{"work", true}};
  } else if (!label.empty()) {
    entry["label"] = label;
  }
}

void add_phone_features(ordered_json& phone, const std::string& label) {
  static const std::map<std::string, const char*> kFeatures{{"mobile", "mobile"},
                                                            {"cell", "mobile"},
                                                            {"fax", "fax"},
                                                            {"pager", "pager"},
                                                            {"video", "video"}};
  if (const auto it = kFeatures.find(text::fold(label)); it != kFeatures.end()) {
    phone["features"] = {{it->second, true}};
  }
}

/// A link has to be a URI.
std::string uri(const std::string& url) {
  std::string out;
  constexpr const char* kHex = "0123456789ABCDEF";
  for (const char c : url.find("://") == std::string::npos ? "https://" + url : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte >= 0x7F || c == '"' || c == '<' || c == '>' || c == '\\' || c == '^' ||
        c == '`' || c == '{' || c == '|' || c == '}') {
      out += '%';
      out += kHex[byte / 16];
      out += kHex[byte % 16];
    } else {
      out += c;
    }
  }
  return out;
}

void add_points(ordered_json& card, const Person& person) {
  for (const ContactPoint& point : person.contact_points) {
    ordered_json entry;
    switch (point.kind) {
      case ContactKind::email:
        entry["address"] = point.value;
        add_label(entry, point.label);
        put(card, "emails", "e", std::move(entry));
        break;
      case ContactKind::phone:
        entry["number"] = point.value;
        add_label(entry, point.label);
        add_phone_features(entry, point.label);
        put(card, "phones", "p", std::move(entry));
        break;
      case ContactKind::url:
        entry["uri"] = uri(point.value);
        add_label(entry, point.label);
        put(card, "links", "l", std::move(entry));
        break;
      case ContactKind::handle:
        entry["user"] = point.value;
        if (!point.label.empty()) {
          entry["service"] = point.label;
        }
        put(card, "onlineServices", "s", std::move(entry));
        break;
      case ContactKind::address:
        entry["full"] = point.value;
        add_label(entry, point.label);
        put(card, "addresses", "a", std::move(entry));
        break;
    }
  }
  if (!person.city.empty() || !person.timezone.empty()) {
    ordered_json home;
    if (!person.city.empty()) {
      home["components"] = ordered_json::array();
      home["components"].push_back({{"kind", "locality"}, {"value", person.city}});
    }
    if (!person.timezone.empty()) {
      home["timeZone"] = person.timezone;
    }
    put(card, "addresses", "a", std::move(home));
  }
}

void add_memberships(ordered_json& card, const Person& person) {
  for (const Membership& membership : person.memberships) {
    std::string organisation;
    if (!membership.to.empty()) {
      continue;  // RFC 9553 has the present alone
    }
    if (!membership.org.empty()) {
      put(card, "organizations", "o", {{"name", membership.org}});
      organisation = "o" + std::to_string(card["organizations"].size());
    }
    if (!membership.title.empty()) {
      ordered_json title{{"name", membership.title}, {"kind", "title"}};
      if (!organisation.empty()) {
        title["organizationId"] = organisation;
      }
      put(card, "titles", "t", std::move(title));
    }
  }
}

void add_birthday(ordered_json& card, const PartialDate& birthday) {
  if (birthday.empty()) {
    return;
  }
  ordered_json date{{"@type", "PartialDate"}};
  if (birthday.year) {
    date["year"] = *birthday.year;
  }
  if (birthday.month) {
    date["month"] = *birthday.month;
  }
  if (birthday.day) {
    date["day"] = *birthday.day;
  }
  put(card, "anniversaries", "b", {{"kind", "birth"}, {"date", date}});
}

/// Our kinds of ties in the words of RFC 9553.
std::string relation(const std::string& kind) {
  static const std::map<std::string, std::string> kWords{{"family", "kin"},
                                                         {"partner", "sweetheart"},
                                                         {"friend", "friend"},
                                                         {"colleague", "colleague"},
                                                         {"knows", "acquaintance"},
                                                         {"introduced", "contact"}};
  const auto it = kWords.find(kind);
  return it == kWords.end() ? "contact" : it->second;
}

void add_ties(ordered_json& card,
              const Person& person,
              const std::set<PersonId>& included,
              Store& store) {
  for (const Link& link : store.links().of(person.id)) {
    const PersonRef& other = link.a.id == person.id ? link.b : link.a;
    if (included.contains(other.id)) {
      card["relatedTo"][urn(other.uid)]["relation"][relation(link.kind)] = true;
    }
  }
}

ordered_json to_card(const Person& person, const std::set<PersonId>& included, Store& store) {
  ordered_json card{{"@type", "Card"},
                    {"version", "1.0"},
                    {"uid", urn(person.uid)},
                    {"kind", "individual"},
                    {"created", to_string(person.created_at)},
                    {"updated", to_string(person.updated_at)},
                    {"name", {{"full", person.name}}}};
  for (const std::string& nickname : person.nicknames) {
    put(card, "nicknames", "n", {{"name", nickname}});
  }
  add_memberships(card, person);
  add_points(card, person);
  add_birthday(card, person.birthday);
  for (const std::string& tag : person.tags) {
    card["keywords"][tag] = true;
  }
  if (!person.met.empty() || !person.met_on.empty()) {
    const std::string on = person.met_on.empty() ? "" : " (" + friendly(person.met_on) + ")";
    put(card, "notes", "n", {{"note", "met: " + person.met + on}});
  }
  for (const Fact& fact : store.facts().of(person.id)) {
    std::string note = fact.kind == "other" ? fact.text : fact.kind + ": " + fact.text;
    note += fact.date ? " (" + to_string(*fact.date) + ")" : "";
    put(card, "notes", "n", {{"note", note}, {"created", to_string(fact.created_at)}});
  }
  add_ties(card, person, included, store);
  return card;
}

}  // namespace

std::size_t write_jscontact(std::ostream& out,
                            Store& store,
                            const PersonFilter& filter,
                            const ImportProgress& progress) {
  std::set<PersonId> included;
  store.people().for_each(filter, PersonOrder::uid, [&](const ListedPerson& listed) {
    included.insert(listed.person.id);
    return true;
  });
  std::size_t written = 0;
  out << '[';
  store.people().for_each(filter, PersonOrder::uid, [&](const ListedPerson& listed) {
    out << (written == 0 ? "\n" : ",\n") << dumped(to_card(listed.person, included, store), -1);
    ++written;
    if (progress && written % kProgressEvery == 0) {
      progress(written);
    }
    return out.good();
  });
  out << "\n]\n";
  return written;
}

}  // namespace kith::exchange
