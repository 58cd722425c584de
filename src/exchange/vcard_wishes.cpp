// A person, property by property.
#include "exchange/vcard_wishes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/vcard_labels.hpp"
#include "exchange/vcard_names.hpp"
#include "exchange/vcard_ties.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

/// Makes the wishes of one person.
class Wishes {
 public:
  Wishes(const CardSubject& subject, CardVersion version, CardDetail detail)
      : person_(subject.person), subject_(subject), version_(version), detail_(detail) {}

  std::vector<Wish> all() {
    add_names();
    add_employments();
    for (const ContactPoint& point : person_.contact_points) {
      add_point(point);
    }
    if (!person_.city.empty()) {
      add("city",
          text::fold(person_.city),
          make_content_line("ADR", ";;;" + escaped(person_.city) + ";;;"));
    }
    add_days();
    if (!person_.timezone.empty()) {
      add("timezone", person_.timezone, make_content_line("TZ", escaped(person_.timezone)));
    }
    for (const std::string& tag : person_.tags) {
      wishes_.push_back({.subject = "tag", .value = text::fold(tag), .text = tag});
    }
    add_ties();
    add_facts();
    add_own();
    return std::move(wishes_);
  }

 private:
  void add(std::string subject, std::string value, ContentLine line) {
    wishes_.push_back(
        {.subject = std::move(subject), .value = std::move(value), .lines = {std::move(line)}});
  }

  /// What only kith reads is not added to a portable card, but may stay in one.
  void add_kiths(std::string subject, std::string value, ContentLine line) {
    add(std::move(subject), std::move(value), std::move(line));
    wishes_.back().is_said = detail_ == CardDetail::portable;
  }

  void add_names() {
    wishes_.push_back({.subject = "name",
                       .value = person_.name,
                       .text = person_.name,
                       .lines = {make_content_line("FN", escaped(person_.name))}});
    const NameParts parts = parts_of_name(person_.name);
    std::string value;
    for (const std::string* part :
         {&parts.family, &parts.given, &parts.middle, &parts.prefix, &parts.suffix}) {
      value += (part == &parts.family ? "" : ";") + escaped(*part);
    }
    wishes_.push_back({.subject = "parts",
                       .value = person_.name,
                       .lines = {make_content_line("N", std::move(value))}});
    for (const std::string& nickname : person_.nicknames) {
      wishes_.push_back({.subject = "nickname", .value = text::fold(nickname), .text = nickname});
    }
  }

  void add_employments() {
    const auto lasting = std::count_if(person_.memberships.begin(),
                                       person_.memberships.end(),
                                       [](const Membership& one) { return one.to.empty(); });
    int number = 0;
    for (const Membership& one : person_.memberships) {
      if (one.to.empty()) {
        const std::string group = lasting > 1 ? "org" + std::to_string(++number) : "";
        if (!one.org.empty()) {
          add("org", one.org, make_content_line("ORG", escaped(one.org), {}, group));
        }
        if (!one.title.empty()) {
          add("title", one.title, make_content_line("TITLE", escaped(one.title), {}, group));
        }
      }
      if (!one.to.empty() || !one.from.empty()) {
        std::vector<Parameter> parameters;
        if (!one.from.empty()) {
          parameters.push_back({"FROM", {to_string(one.from)}});
        }
        if (!one.to.empty()) {
          parameters.push_back({"TO", {to_string(one.to)}});
        }
        ContentLine line = make_content_line("X-KITH-MEMBERSHIP",
                                             escaped(one.org) + ";" + escaped(one.title),
                                             std::move(parameters));
        add_kiths("membership", to_text(line), line);
      }
    }
  }

  std::vector<Parameter> types(const std::vector<std::string>& words) const {
    if (words.empty()) {
      return {};
    }
    Parameter parameter{"TYPE", words};
    if (version_ == CardVersion::v4_0) {
      for (std::string& word : parameter.values) {
        word = text::fold(word);
      }
    }
    return {parameter};
  }

  void add_point(const ContactPoint& point) {
    constexpr std::array<std::string_view, 5> kNames{"EMAIL", "TEL", "URL", "IMPP", "ADR"};
    const std::string_view name = kNames.at(static_cast<std::size_t>(point.kind));
    Wish wish{.subject = std::string(to_string(point.kind)),
              .value = comparable(point.kind, point.value),
              .label = point.label};
    if (point.kind == ContactKind::handle) {
      wish.lines.push_back(handle_line(point));
    } else {
      std::string value = escaped(point.value);
      if (point.kind == ContactKind::url) {
        value = url_value(point.value);
      } else if (point.kind == ContactKind::address) {
        value = ";;" + value + ";;;;";
      }
      if (const auto words = types_for(point.kind, point.label)) {
        wish.lines.push_back(make_content_line(name, std::move(value), types(*words)));
      } else {
        const std::string group = "item" + std::to_string(++groups_);
        wish.lines.push_back(make_content_line(name, std::move(value), {}, group));
        wish.lines.push_back(make_content_line("X-ABLabel", escaped(point.label), {}, group));
      }
    }
    wishes_.push_back(std::move(wish));
  }

  /// A URI is no text: nothing in it is escaped, but a backslash would be read as an escape.
  static std::string url_value(std::string_view url) {
    std::string value;
    for (const char c : url) {
      value += c == '\\' ? "\\\\" : std::string(1, c);
    }
    return value;
  }

  static ContentLine handle_line(const ContactPoint& point) {
    std::string scheme;
    for (const char c : text::fold(point.label)) {
      scheme += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? std::string(1, c) : "";
    }
    if (scheme.size() < 2) {
      scheme = "x-kith";
    }
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string value = scheme + ":";
    for (const char c : point.value) {
      const auto byte = static_cast<unsigned char>(c);
      if (std::isalnum(byte) != 0 ||
          std::string_view("-._~@+!$*()/").find(c) != std::string::npos) {
        value += c;
      } else {
        value += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
      }
    }
    std::vector<Parameter> parameters;
    if (!point.label.empty()) {
      parameters.push_back({"X-SERVICE-TYPE", {point.label}});
    }
    return make_content_line("IMPP", std::move(value), std::move(parameters));
  }

  void add_days() {
    if (!person_.birthday.empty()) {
      add("birthday", to_string(person_.birthday), birthday_line(person_.birthday, version_));
    }
    for (const Fact& fact : subject_.facts) {
      if (is_anniversary(fact)) {
        Wish wish{.subject = "anniversary", .value = to_string(*fact.date)};
        if (version_ == CardVersion::v4_0) {
          wish.lines.push_back(birthday_line(PartialDate(*fact.date), version_));
          wish.lines.back() = make_content_line("ANNIVERSARY", wish.lines.back().value);
        } else {
          const std::string group = "item" + std::to_string(++groups_);
          wish.lines.push_back(make_content_line("X-ABDATE", to_string(*fact.date), {}, group));
          wish.lines.push_back(make_content_line("X-ABLabel", "_$!<Anniversary>!$_", {}, group));
        }
        wishes_.push_back(std::move(wish));
      }
    }
  }

  static bool is_anniversary(const Fact& fact) {
    return fact.kind == "anniversary" && fact.text == "anniversary" && fact.date;
  }

  void add_tie(const std::string& word, const std::string& name, std::string key) {
    Wish wish{.subject = "relation", .value = text::fold(name), .text = std::move(key)};
    if (version_ == CardVersion::v4_0) {
      std::vector<Parameter> parameters{{"TYPE", {word}}};
      const bool by_uid = !wish.text.empty() && detail_ == CardDetail::everything;
      if (!by_uid) {
        parameters.push_back({"VALUE", {"text"}});
      }
      wish.lines.push_back(make_content_line(
          "RELATED", by_uid ? "urn:uuid:" + wish.text : escaped(name), std::move(parameters)));
    } else {
      const std::string group = "item" + std::to_string(++groups_);
      wish.lines.push_back(make_content_line("X-ABRELATEDNAMES", escaped(name), {}, group));
      std::string label = escaped(word);
      if (word == "spouse" || word == "friend") {
        label = word == "spouse" ? "_$!<Spouse>!$_" : "_$!<Friend>!$_";
      }
      wish.lines.push_back(make_content_line("X-ABLabel", std::move(label), {}, group));
    }
    wishes_.push_back(std::move(wish));
  }

  void add_ties() {
    for (const Link& link : subject_.links) {
      if (link.kind == "introduced") {
        continue;
      }
      const PersonRef& other = link.a.id == person_.id ? link.b : link.a;
      add_tie(std::string(related_type_of(link.kind)), other.name, to_string(other.uid));
    }
    for (const Fact& fact : subject_.facts) {
      if (const NamedRelation relation = relation_in(fact); !relation.name.empty()) {
        add_tie(relation.word, relation.name, {});
      }
    }
  }

  void add_facts() {
    const auto notes = std::count_if(subject_.facts.begin(), subject_.facts.end(), is_note);
    for (const Fact& fact : subject_.facts) {
      if (is_note(fact)) {
        wishes_.push_back({.subject = "note", .value = fact.text, .text = fact.text});
      }
      if (is_anniversary(fact) || !relation_in(fact).name.empty() ||
          (is_note(fact) && notes == 1)) {
        continue;
      }
      if (fact.kind == "other" && fact.date) {  // a labelled day, if there is one
        wishes_.push_back({.subject = "day", .value = to_string(*fact.date), .is_said = true});
      }
      std::vector<Parameter> parameters{{"KIND", {fact.kind}}};
      if (fact.date) {
        parameters.push_back({"DATE", {to_string(*fact.date)}});
      }
      ContentLine line =
          make_content_line("X-KITH-FACT", escaped(fact.text), std::move(parameters));
      add_kiths("fact", to_text(line), line);
    }
  }

  void add_own(std::string_view name, const std::string& value) {
    if (!value.empty()) {
      ContentLine line = make_content_line("X-KITH-" + std::string(name), escaped(value));
      add_kiths(text::fold(name), value, std::move(line));
    }
  }

  /// What only kith reads.
  void add_own() {
    add_own("CIRCLE", person_.circle ? std::string(to_string(*person_.circle)) : "");
    add_own("CADENCE", person_.own_cadence ? std::to_string(person_.own_cadence->days()) : "");
    add_own("MET", person_.met);
    add_own("MET-ON", to_string(person_.met_on));
    add_own("INTRODUCED-BY", person_.introduced_by ? person_.introduced_by->name : "");
    add_own("STANDING",
            person_.standing == Standing::active ? "" : std::string(to_string(person_.standing)));
    add_own("ARCHIVED", person_.archived ? "yes" : "");
  }

  const Person& person_;
  const CardSubject& subject_;
  CardVersion version_;
  CardDetail detail_;
  std::vector<Wish> wishes_{};
  int groups_ = 0;
};

}  // namespace

std::vector<Wish> wishes_of(const CardSubject& subject, CardVersion version, CardDetail detail) {
  return Wishes(subject, version, detail).all();
}

ContentLine birthday_line(const PartialDate& birthday, CardVersion version) {
  std::string iso = to_string(birthday);
  std::vector<Parameter> parameters;
  if (version == CardVersion::v4_0) {
    if (birthday.day) {  // 19800322, --0322; but 1980-03
      const auto dates = iso.begin() + (birthday.year ? 0 : 2);
      iso.erase(std::remove(dates, iso.end(), '-'), iso.end());
    }
  } else if (!birthday.year) {  // as Apple writes it, and Nextcloud reads it
    iso.replace(0, 1, "1604");
    parameters.push_back({"X-APPLE-OMIT-YEAR", {"1604"}});
  } else if (!birthday.full()) {
    parameters.push_back({"VALUE", {"text"}});
  }
  return make_content_line("BDAY", iso, std::move(parameters));
}

NamedRelation relation_in(const Fact& fact) {
  const auto colon = fact.text.find(": ");
  if (fact.date || (fact.kind != "family" && fact.kind != "other") || colon == std::string::npos ||
      fact.text.find('\n') != std::string::npos || fact.text.size() > kLongestName) {
    return {};
  }
  NamedRelation relation{fact.text.substr(0, colon), fact.text.substr(colon + 2)};
  const std::string kind = link_kind_of(relation.word);
  const bool is_family = kind == "family" || kind == "partner";
  if (kind == "knows" || is_family != (fact.kind == "family") ||
      relation.word != text::fold(relation.word)) {
    return {};
  }
  return relation;
}

bool is_note(const Fact& fact) {
  return fact.kind == "other" && !fact.date && relation_in(fact).name.empty();
}

std::string note_of(const std::vector<Fact>& facts) {
  std::string note;
  for (const Fact& fact : facts) {
    if (is_note(fact)) {
      note += (note.empty() ? "" : "\n\n") + fact.text;
    }
  }
  return note;
}

}  // namespace kith::exchange
