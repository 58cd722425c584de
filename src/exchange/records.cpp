// Records as JSON. The order of fields is the contract's; fields of our own follow at the end. Each
// is described once, for a document in memory and for text that goes straight out.
#include "exchange/records.hpp"

#include <algorithm>
#include <concepts>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

using nlohmann::ordered_json;

/// An object in memory.
class Document {
 public:
  template <class Value>
  void field(std::string_view key, const Value& value) {
    json_[std::string{key}] = value;
  }
  void nothing(std::string_view key) { json_[std::string{key}] = nullptr; }
  template <class Describe>
  void object(std::string_view key, Describe&& describe) {
    Document inner;
    describe(inner);
    json_[std::string{key}] = std::move(inner.json_);
  }
  template <class Item, class Describe>
  void objects(std::string_view key, const std::vector<Item>& items, Describe&& describe) {
    ordered_json all = ordered_json::array();
    for (const Item& item : items) {
      Document inner;
      describe(inner, item);
      all.push_back(std::move(inner.json_));
    }
    json_[std::string{key}] = std::move(all);
  }
  void words(std::string_view key, const std::vector<std::string>& words) {
    json_[std::string{key}] = words;
  }
  ordered_json take() { return std::move(json_); }

 private:
  ordered_json json_ = ordered_json::object();
};

// Plain ASCII stands as it is; everything else is the library's to escape.
void append_text(std::string& out, std::string_view text) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
  if (std::ranges::all_of(text, is_plain)) {
    out.append("\"").append(text).append("\"");
  } else {
    out += dumped(ordered_json(text), -1);
  }
}

/// An object that is written as it is described: a tenth of the work.
class Line {
 public:
  explicit Line(std::string& out) : out_(out) { out_ += '{'; }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() { out_ += '}'; }

  void field(std::string_view key, std::string_view value) {
    begin(key);
    append_text(out_, value);
  }
  void field(std::string_view key, bool value) {
    begin(key);
    out_ += value ? "true" : "false";
  }
  template <std::integral Number>
  void field(std::string_view key, Number value) {
    begin(key);
    fmt::format_to(std::back_inserter(out_), "{}", value);
  }
  void nothing(std::string_view key) {
    begin(key);
    out_ += "null";
  }
  template <class Describe>
  void object(std::string_view key, Describe&& describe) {
    begin(key);
    Line inner(out_);
    describe(inner);
  }
  template <class Item, class Describe>
  void objects(std::string_view key, const std::vector<Item>& items, Describe&& describe) {
    each(key, items, [&](const Item& item) {
      Line inner(out_);
      describe(inner, item);
    });
  }
  void words(std::string_view key, const std::vector<std::string>& words) {
    each(key, words, [&](const std::string& word) { append_text(out_, word); });
  }

 private:
  void begin(std::string_view key) {
    if (out_.back() != '{') {
      out_ += ',';
    }
    append_text(out_, key);
    out_ += ':';
  }
  template <class Item, class Write>
  void each(std::string_view key, const std::vector<Item>& items, Write&& write) {
    begin(key);
    out_ += '[';
    for (const Item& item : items) {
      if (out_.back() != '[') {
        out_ += ',';
      }
      write(item);
    }
    out_ += ']';
  }

  std::string& out_;
};

template <class Object>
void text_or_null(Object& out, std::string_view key, const std::string& text) {
  if (text.empty()) {
    out.nothing(key);
  } else {
    out.field(key, text);
  }
}

template <class Object>
void date_or_null(Object& out, std::string_view key, const std::optional<Date>& date) {
  if (date) {
    out.field(key, to_string(*date));
  } else {
    out.nothing(key);
  }
}

template <class Object>
void date_or_null(Object& out, std::string_view key, const PartialDate& date) {
  text_or_null(out, key, date.empty() ? std::string{} : to_string(date));
}

template <class Object>
void describe(Object& out, const PersonRef& person) {
  out.field("uid", to_string(person.uid));
  out.field("name", person.name);
}

template <class Object>
void ref_or_null(Object& out, std::string_view key, const std::optional<PersonRef>& person) {
  if (person) {
    out.object(key, [&](auto& inner) { describe(inner, *person); });
  } else {
    out.nothing(key);
  }
}

template <class Object>
void refs(Object& out, std::string_view key, const std::vector<PersonRef>& people) {
  out.objects(key, people, [](auto& inner, const PersonRef& person) { describe(inner, person); });
}

template <class Object>
void points(Object& out, std::string_view key, const Person& person, ContactKind kind) {
  std::vector<ContactPoint> of_kind;
  std::ranges::copy_if(person.contact_points,
                       std::back_inserter(of_kind),
                       [&](const ContactPoint& point) { return point.kind == kind; });
  out.objects(key, of_kind, [](auto& inner, const ContactPoint& point) {
    inner.field("value", point.value);
    text_or_null(inner, "label", point.label);
  });
}

template <class Object>
void days_or_null(Object& out, std::string_view key, const std::optional<Cadence>& cadence) {
  if (cadence) {
    out.field(key, cadence->days());
  } else {
    out.nothing(key);
  }
}

template <class Object>
void describe(Object& out, const Person& person, std::optional<Date> last_seen) {
  out.field("uid", to_string(person.uid));
  out.field("name", person.name);
  out.words("nicknames", person.nicknames);
  points(out, "emails", person, ContactKind::email);
  points(out, "phones", person, ContactKind::phone);
  points(out, "urls", person, ContactKind::url);
  points(out, "handles", person, ContactKind::handle);
  points(out, "addresses", person, ContactKind::address);
  text_or_null(out, "org", person.org());
  text_or_null(out, "title", person.title());
  text_or_null(out, "city", person.city);
  text_or_null(out, "timezone", person.timezone);
  date_or_null(out, "birthday", person.birthday);
  text_or_null(out, "met", person.met);
  date_or_null(out, "met_on", person.met_on);
  ref_or_null(out, "introduced_by", person.introduced_by);
  text_or_null(out, "circle", person.circle ? std::string{to_string(*person.circle)} : "");
  days_or_null(out, "cadence_days", person.cadence());
  out.words("tags", person.tags);
  date_or_null(out, "last_seen", last_seen);
  out.field("archived", person.archived);
  out.field("created_at", to_string(person.created_at));
  out.field("updated_at", to_string(person.updated_at));
  out.objects("memberships", person.memberships, [](auto& inner, const Membership& one) {
    text_or_null(inner, "org", one.org);
    text_or_null(inner, "title", one.title);
    date_or_null(inner, "from", one.from);
    date_or_null(inner, "to", one.to);
  });
  days_or_null(out, "own_cadence_days", person.own_cadence);
  date_or_null(out, "tracked_since", person.tracked_since);
  out.field("standing", to_string(person.standing));
  date_or_null(out, "snoozed_until", person.snoozed_until);
}

template <class Object>
void describe(Object& out, const Interaction& interaction) {
  out.field("id", raw(interaction.id));
  out.field("uid", to_string(interaction.uid));
  out.field("date", to_string(interaction.date));
  text_or_null(out, "time", interaction.time ? time_of_day(*interaction.time) : "");
  out.field("kind", interaction.kind);
  refs(out, "people", interaction.people);
  refs(out, "mentions", interaction.mentions);
  text_or_null(out, "place", interaction.place);
  out.words("tags", interaction.tags);
  text_or_null(out, "text", interaction.text);
  if (interaction.duration) {
    out.field("duration_minutes", interaction.duration->count());
  } else {
    out.nothing("duration_minutes");
  }
  out.field("unanswered", interaction.unanswered);
  out.field("created_at", to_string(interaction.created_at));
  out.field("updated_at", to_string(interaction.updated_at));
}

template <class Object>
void describe(Object& out, const Fact& fact) {
  out.field("id", raw(fact.id));
  out.field("uid", to_string(fact.uid));
  out.object("person", [&](auto& inner) { describe(inner, fact.person); });
  out.field("kind", fact.kind);
  out.field("text", fact.text);
  date_or_null(out, "date", fact.date);
  text_or_null(out, "status", is_hope(fact) ? std::string{to_string(fact.status)} : "");
  date_or_null(out, "done_on", fact.done_on);
  out.field("created_at", to_string(fact.created_at));
  out.field("updated_at", to_string(fact.updated_at));
}

template <class Object>
void describe(Object& out, const FollowUp& follow_up) {
  out.field("id", raw(follow_up.id));
  out.field("uid", to_string(follow_up.uid));
  out.object("person", [&](auto& inner) { describe(inner, follow_up.person); });
  out.field("text", follow_up.text);
  out.field("due", to_string(follow_up.due));
  if (follow_up.every) {
    out.field("every_days", follow_up.every->in_days());
  } else {
    out.nothing("every_days");
  }
  out.field("owed_by", to_string(follow_up.owed_by));
  out.field("status", to_string(follow_up.status));
  date_or_null(out, "done_on", follow_up.done_on);
  // Months are no number of days: this is what import reads back.
  text_or_null(out, "every", follow_up.every ? to_string(*follow_up.every) : "");
  text_or_null(out, "series_start", follow_up.every ? to_string(follow_up.series_start) : "");
  out.field("created_at", to_string(follow_up.created_at));
  out.field("updated_at", to_string(follow_up.updated_at));
}

template <class Object>
void describe(Object& out, const Link& link) {
  out.field("uid", to_string(link.uid));
  out.object("a", [&](auto& inner) { describe(inner, link.a); });
  out.object("b", [&](auto& inner) { describe(inner, link.b); });
  out.field("kind", link.kind);
  date_or_null(out, "since", link.since);
  ref_or_null(out, "via", link.via);
  out.field("created_at", to_string(link.created_at));
}

template <class... Record>
ordered_json document(const Record&... record) {
  Document out;
  describe(out, record...);
  return out.take();
}

template <class Record>
void append_line(std::string& out, const Record& record) {
  Line line(out);
  describe(line, record);
}

}  // namespace

ordered_json to_json(const PersonRef& person) { return document(person); }
ordered_json to_json(const Person& person, std::optional<Date> last_seen) {
  return document(person, last_seen);
}
ordered_json to_json(const Interaction& interaction) { return document(interaction); }
ordered_json to_json(const Fact& fact) { return document(fact); }
ordered_json to_json(const FollowUp& follow_up) { return document(follow_up); }
ordered_json to_json(const Link& link) { return document(link); }

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

void append_json(std::string& out, const Interaction& interaction) {
  append_line(out, interaction);
}
void append_json(std::string& out, const Fact& fact) { append_line(out, fact); }
void append_json(std::string& out, const FollowUp& follow_up) { append_line(out, follow_up); }
void append_json(std::string& out, const Link& link) { append_line(out, link); }
void append_json(std::string& out, const ListedPerson& listed, const std::vector<Origin>& origins) {
  Line line(out);
  describe(line, listed.person, listed.last_seen);
  line.objects("origins", origins, [](Line& inner, const Origin& origin) {
    inner.field("source", origin.source);
    inner.field("key", origin.key);
    inner.object("said", [&](Line& said) {
      for (const auto& [field, value] : origin.said) {
        said.field(field, value);
      }
    });
  });
}

std::string dumped(const ordered_json& value, int indent) {
  return text::harmless_json(
      value.dump(indent, ' ', false, ordered_json::error_handler_t::replace));
}

}  // namespace kith::exchange
