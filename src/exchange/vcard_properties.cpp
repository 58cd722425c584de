// Which property says what: a table, and what is no contact point.
#include "exchange/vcard_properties.hpp"

#include <algorithm>
#include <array>

#include "exchange/vcard_date.hpp"
#include "exchange/vcard_labels.hpp"
#include "exchange/vcard_ties.hpp"
#include "exchange/vcard_words.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kMostWords = 1'000;  // of one property

std::string plain(const ContentLine& line) { return text::clean_line(unescaped(line.value)); }

/// A name's component: its values are separated by commas.
std::string name_part(std::string_view component) {
  std::string text;
  for (const std::string_view value : split_value(component, ',')) {
    const std::string one = text::clean_line(unescaped(value));
    text += (text.empty() || one.empty() ? "" : " ") + one;
  }
  return text;
}

Fate read_name(const ContentLine& line, Findings& findings) {
  const std::vector<std::string_view> values = split_value(line.value, ';');
  NameParts& parts = findings.parts;
  if (!(parts == NameParts{})) {
    return Fate::without_place;  // in another script, most likely
  }
  const std::array<std::string*, 5> order{
      &parts.family, &parts.given, &parts.middle, &parts.prefix, &parts.suffix};
  for (std::size_t i = 0; i < values.size() && i < order.size(); ++i) {
    *order.at(i) = name_part(values[i]);
  }
  return Fate::richer;
}

Fate read_organisation(const ContentLine& line, Findings& findings) {
  std::string org;
  std::size_t parts = 0;
  for (const std::string_view value : split_value(line.value, ';')) {
    std::string one = text::clean_line(unescaped(value));
    if (!one.empty() && parts++ == 0) {
      org = std::move(one);
    }
  }
  if (org.empty()) {
    return Fate::passed_over;
  }
  findings.organisations.push_back({line.group, org});
  return parts > 1 || !line.parameter("SORT-AS").empty() ? Fate::richer : Fate::placed;
}

Fate read_title(const ContentLine& line, std::vector<Employment>& titles) {
  if (const std::string title = plain(line); !title.empty()) {
    titles.push_back({line.group, title});
  }
  return Fate::placed;
}

Fate read_birthday(const ContentLine& line, std::optional<int> no_year, Findings& findings) {
  const std::string text = plain(line);
  if (text.empty()) {
    return Fate::passed_over;
  }
  const std::string_view omit = line.parameter("X-APPLE-OMIT-YEAR");
  if (omit.size() == 4 && text.starts_with(omit)) {
    no_year = std::atoi(std::string(omit).c_str());
  }
  const std::optional<PartialDate> date = read_vcard_date(text, no_year);
  if (!date) {
    findings.unreadable.push_back("BDAY is no date: " + text);
    return Fate::without_place;
  }
  if (!findings.document.birthday.empty()) {
    return Fate::passed_over;
  }
  findings.document.birthday = *date;
  return Fate::placed;
}

Fate read_day(const ContentLine& line, const std::string& what, Findings& findings) {
  const std::optional<PartialDate> date = read_vcard_date(plain(line));
  if (!date || !date->full()) {
    return plain(line).empty() ? Fate::passed_over : Fate::without_place;
  }
  const bool is_anniversary = what.empty() || what == "anniversary";
  findings.document.told.push_back({.text = is_anniversary ? "anniversary" : what,
                                    .kind = is_anniversary ? "anniversary" : "other",
                                    .date = date->full()});
  return Fate::placed;
}

Fate read_words(const ContentLine& line, bool are_tags, Findings& findings) {
  Fate fate = Fate::placed;
  std::size_t count = 0;
  for (const std::string_view list : split_value(line.value, ';')) {
    for (const std::string_view value : split_value(list, ',')) {
      const std::string one = text::clean_line(unescaped(value));
      if (one.empty()) {
        continue;
      }
      if (++count > kMostWords) {
        return Fate::richer;
      }
      if (!are_tags) {
        findings.document.nicknames.push_back(one);
        continue;
      }
      const std::string folded = text::fold(one);
      if (folded == "mycontacts" || folded == "my contacts") {
        continue;  // Google's and Android's list of everybody
      }
      if (const std::string tag = plain_tag(one); !tag.empty()) {
        findings.document.tags.push_back(tag);
        fate = tag == one ? fate : Fate::richer;
      }
    }
  }
  return fate;
}

/// Several names with commas between.
Fate read_relateds(const ContentLine& line, std::string_view word, Findings& findings) {
  std::size_t count = 0;
  for (const std::string_view name : split_value(line.value, ',')) {
    if (++count > kMostWords) {
      return Fate::richer;
    }
    read_related(make_content_line(line.name, std::string(name)), word, findings);
  }
  return Fate::placed;
}

Fate read_timezone(const ContentLine& line, Findings& findings) {
  const std::string zone = plain(line);
  const bool is_named =
      (zone.find('/') != std::string::npos && zone.find(' ') == std::string::npos &&
       zone.find(':') == std::string::npos) ||
      zone == "UTC" || zone == "GMT";
  if (!is_named || !findings.document.timezone.empty()) {
    return zone.empty() ? Fate::passed_over : Fate::without_place;
  }
  findings.document.timezone = zone;
  return Fate::placed;
}

/// Pictures are dropped; where one is to be found is kept.
Fate read_picture(const ContentLine& line) {
  if (line.value.empty()) {
    return Fate::passed_over;
  }
  const std::string_view start = std::string_view(line.value).substr(0, 16);
  const bool is_address = start.find(":/") != std::string_view::npos ||
                          start.find("\\:/") != std::string_view::npos || start.starts_with("cid:");
  return is_address ? Fate::without_place : Fate::dropped;
}

}  // namespace

PropertyReader::PropertyReader(const Card& card) : card_(card) {
  for (const ContentLine& line : card.lines) {
    if (line.name == "X-ABLABEL" && !line.group.empty()) {
      labels_.try_emplace(line.group, line.value);
    } else if (line.name == "PRODID") {
      const std::string producer = text::fold(line.value);
      is_kiths_ = producer.find("//kith//") != std::string::npos;
      if (producer.find("khard") != std::string::npos) {
        no_year_ = 1900;  // khard's birthday without a year
      }
    }
  }
}

std::string_view PropertyReader::group_label(const ContentLine& line) const {
  if (line.group.empty() || labels_.empty()) {
    return {};
  }
  const auto known = labels_.find(line.group);
  return known == labels_.end() ? std::string_view() : known->second;
}

Fate PropertyReader::read(const ContentLine& line, Findings& findings) const {
  findings.is_kiths = is_kiths_;
  const Meaning* known = meaning_of(line.name);
  if (known == nullptr) {
    if (line.name.starts_with("X-KITH-")) {
      return read_kiths_own(line, findings);
    }
    return line.value.empty() ? Fate::passed_over : Fate::without_place;
  }
  const auto label = [&] { return label_of(line, group_label(line)); };
  const std::string_view word = known->word;
  switch (known->subject) {
    case Subject::full_name:
      if (std::string name = plain(line); !name.empty()) {
        findings.full_names.insert(
            preference_of(line) == 1 ? findings.full_names.begin() : findings.full_names.end(),
            std::move(name));
      }
      return Fate::placed;
    case Subject::name:
      return read_name(line, findings);
    case Subject::nickname:
      return read_words(line, false, findings);
    case Subject::organisation:
      return read_organisation(line, findings);
    case Subject::title:
      return read_title(line, findings.titles);
    case Subject::role:
      // Two titles at one place would be one too many.
      return card_.find("TITLE") != nullptr ? Fate::without_place
                                            : read_title(line, findings.titles);
    case Subject::email:
      return read_email(line, label(), findings);
    case Subject::phone:
      return read_phone(line, label(), findings);
    case Subject::url:
      return read_url(line, label(), findings);
    case Subject::page:
      return read_url(line, std::string(word), findings);
    case Subject::handle:
      return read_handle(line, word, findings);
    case Subject::social:
      return read_handle(line, line.parameter("TYPE"), findings);
    case Subject::address:
      return read_address(line, label(), findings);
    case Subject::address_label:
      return card_.find("ADR") != nullptr ? Fate::richer
                                          : read_address_label(line, label(), findings);
    case Subject::birthday:
      return read_birthday(line, no_year_, findings);
    case Subject::anniversary:
      return read_day(line, {}, findings);
    case Subject::labelled_day:
      return read_day(line, plain_group_label(group_label(line)), findings);
    case Subject::death:
      findings.document.standing = Standing::dead;
      return Fate::richer;
    case Subject::tags:
      return read_words(line, true, findings);
    case Subject::note:
      if (std::string text = text::clean_text(unescaped(line.value)); !text.empty()) {
        findings.document.told.push_back({.text = std::move(text)});
      }
      return Fate::placed;
    case Subject::related:
      return read_related(line, word, findings);
    case Subject::relateds:
      return read_relateds(line, word, findings);
    case Subject::labelled_name:
      return read_related(line, plain_group_label(group_label(line)), findings);
    case Subject::timezone:
      return read_timezone(line, findings);
    case Subject::picture:
      return read_picture(line);
    case Subject::uid:
      findings.uid = text::clean_line(unescaped(line.value));
      return Fate::placed;
    case Subject::kind:
      findings.is_group = text::fold(line.value) == "group";
      return findings.is_group || text::fold(line.value) == "individual" ? Fate::placed
                                                                         : Fate::without_place;
    case Subject::member:
      findings.members.push_back(card_key(unescaped(line.value)));
      return Fate::placed;
    case Subject::producer:
    case Subject::nothing:
    case Subject::label:
      return Fate::passed_over;
  }
  return Fate::without_place;
}

}  // namespace kith::exchange
