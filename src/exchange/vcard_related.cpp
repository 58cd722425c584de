// Who is tied to whom; and what kith itself wrote into a card.
#include <algorithm>
#include <array>
#include <sstream>

#include "exchange/vcard_date.hpp"
#include "exchange/vcard_properties.hpp"
#include "exchange/vcard_ties.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

/// The name of the first card in `text`.
std::string name_in_card(const std::string& text) {
  std::istringstream in(text);
  CardReader reader(in);
  const std::optional<Card> card = reader.next();
  if (!card) {
    return {};
  }
  for (const std::string_view property : {"FN", "N", "ORG", "EMAIL"}) {
    if (const ContentLine* line = card->find(property)) {
      Findings findings;
      PropertyReader(*card).read(*line, findings);
      std::string name = !findings.full_names.empty() ? findings.full_names.front()
                         : property == "N"            ? findings.parts.display()
                                                      : text::clean_line(unescaped(line->value));
      if (!name.empty()) {
        return name;
      }
    }
  }
  return {};
}

/// The word that says most of what somebody is.
std::string relation_word(const ContentLine& line) {
  std::string word;
  for (const std::string& type : line.all_of("TYPE")) {
    const std::string folded = text::fold(type);
    if (folded == "pref" || folded == "home" || folded == "work") {
      continue;
    }
    if (word.empty() || (link_kind_of(word) == "knows" && link_kind_of(folded) != "knows")) {
      word = folded;
    }
  }
  return word;
}

bool is_uuid_name(std::string_view text) {
  const std::string key = card_key(text);
  return parse_uid(key).has_value() || text::fold(text).starts_with("urn:uuid:");
}

}  // namespace

Fate read_related(const ContentLine& line, std::string_view word, Findings& findings) {
  const std::string value = unescaped(line.value);
  Relation relation{.word = std::string(word)};
  if (relation.word.empty()) {
    relation.word = relation_word(line);
  }
  relation.kind = link_kind_of(relation.word);
  if (relation.kind != "knows") {  // Google's DOMESTIC_PARTNER
    relation.word = text::fold(relation.word);
    std::replace(relation.word.begin(), relation.word.end(), '_', ' ');
  }
  Fate fate = Fate::placed;
  if (text::clean_line(value).empty()) {
    return Fate::passed_over;
  }
  if (text::fold(value.substr(0, 11)) == "begin:vcard") {
    relation.name = name_in_card(value);
    fate = Fate::richer;
  } else if (line.name == "RELATED" && is_uuid_name(value)) {
    relation.key = card_key(value);
  } else if (value.find("://") != std::string::npos || value.starts_with("mailto:") ||
             value.starts_with("tel:") || value.starts_with("data:") || value.starts_with("urn:") ||
             value.starts_with("CID:")) {
    return Fate::without_place;
  } else {
    relation.name = text::clean_line(value);
  }
  if (relation.name.empty() && relation.key.empty()) {
    return Fate::without_place;
  }
  findings.document.relations.push_back(std::move(relation));
  return fate;
}

Fate read_kiths_own(const ContentLine& line, Findings& findings) {
  ContactDocument& document = findings.document;
  const std::string text = text::clean_text(unescaped(line.value));
  const std::string_view what = std::string_view(line.name).substr(7);  // X-KITH-
  if (what == "CIRCLE") {
    document.circle = parse_circle(text);
  } else if (what == "CADENCE") {
    const int days = std::atoi(text.substr(0, 6).c_str());
    try {
      document.cadence = Cadence(days);
    } catch (const DataError&) {
      return Fate::without_place;
    }
  } else if (what == "MET") {
    document.met = text;
  } else if (what == "MET-ON") {
    document.met_on = read_vcard_date(text).value_or(PartialDate{});
  } else if (what == "BIRTHDAY") {
    document.birthday = read_vcard_date(text).value_or(PartialDate{});
  } else if (what == "INTRODUCED-BY") {
    document.introduced_by = text;
  } else if (what == "STANDING") {
    document.standing = parse_standing(text);
  } else if (what == "ARCHIVED") {
    document.archived = text == "yes";
  } else if (what == "FACT") {
    const std::string_view kind = line.parameter("KIND");
    findings.facts.push_back({.text = text,
                              .kind = kind.empty() ? "other" : std::string(kind),
                              .date = parse_iso_date(line.parameter("DATE"))});
  } else if (what == "MEMBERSHIP") {
    const std::vector<std::string_view> parts = split_value(line.value, ';');
    Membership membership{.org = text::clean_line(unescaped(parts[0])),
                          .title = parts.size() > 1 ? text::clean_line(unescaped(parts[1])) : ""};
    membership.from = read_vcard_date(line.parameter("FROM")).value_or(PartialDate{});
    membership.to = read_vcard_date(line.parameter("TO")).value_or(PartialDate{});
    document.memberships.push_back(std::move(membership));
  } else {
    return Fate::without_place;
  }
  return Fate::placed;
}

}  // namespace kith::exchange
