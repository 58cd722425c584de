// abook's file: "[0]", "name=Ana Lim", "email=a@example.org,b@example.org".
#include "kith/exchange/abook.hpp"

#include <algorithm>
#include <map>

#include "exchange/charset.hpp"
#include "exchange/line_reader.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_date.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;

/// Fields of one section, as they stand.
using Section = std::map<std::string, std::string>;

std::string take(Section& section, const std::string& field) {
  const auto it = section.find(field);
  if (it == section.end()) {
    return {};
  }
  std::string value = text::clean_line(it->second);
  section.erase(it);
  return value;
}

/// The parts of a list; abook parts e-mail addresses by commas and has no way to escape one.
std::vector<std::string> parted(const std::string& list) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    if (std::string part = text::clean_line(list.substr(at, end - at)); !part.empty()) {
      parts.push_back(std::move(part));
    }
    at = end + 1;
  }
  return parts;
}

/// An anniversary in abook is free text: usually a date, with or without its year.
PartialDate date_of(const std::string& text) {
  if (const auto full = read_file_date(text)) {
    return PartialDate(*full);
  }
  PartialDate date;
  const std::string digits = text.starts_with("--") ? text.substr(2) : text;
  if (digits.size() == 5 && digits[2] == '-') {
    try {
      date = PartialDate({},
                         static_cast<unsigned>(std::stoul(digits.substr(0, 2))),
                         static_cast<unsigned>(std::stoul(digits.substr(3))));
    } catch (const std::logic_error&) {
      return {};
    }
  }
  return date.is_valid() ? date : PartialDate{};
}

/// Street, town, … in the order of an envelope.
std::string address_of(Section& section, std::string& city) {
  std::string address;
  const std::string street = take(section, "address");
  const std::string second = take(section, "address2");
  city = take(section, "city");
  const std::string state = take(section, "state");
  const std::string zip = take(section, "zip");
  const std::string country = take(section, "country");
  if (street.empty() && second.empty() && zip.empty()) {
    return state.empty() && country.empty()
               ? std::string()
               : city + (city.empty() ? "" : ", ") + state +
                     (state.empty() || country.empty() ? "" : ", ") + country;
  }
  for (const std::string& part :
       {street, second, zip + (zip.empty() ? "" : " ") + city, state, country}) {
    if (const std::string clean = text::clean_line(part); !clean.empty()) {
      address += (address.empty() ? "" : ", ") + clean;
    }
  }
  return address;
}

ContactDocument to_document(Section section, std::size_t line) {
  ContactDocument person{.line = line, .name = take(section, "name")};
  const auto add = [&](ContactKind kind, const std::string& value, std::string_view label) {
    if (!value.empty()) {
      person.contact_points.push_back({kind, value, std::string(label)});
    }
  };
  for (const std::string& email : parted(take(section, "email"))) {
    add(ContactKind::email, email, "");
  }
  add(ContactKind::phone, take(section, "mobile"), "mobile");
  add(ContactKind::phone, take(section, "phone"), "home");
  add(ContactKind::phone, take(section, "workphone"), "work");
  add(ContactKind::phone, take(section, "fax"), "fax");
  add(ContactKind::url, take(section, "url"), "");
  add(ContactKind::address, address_of(section, person.city), "");
  person.nicknames = parted(take(section, "nick"));
  for (std::string& group : parted(take(section, "groups"))) {
    person.tags.push_back(std::move(group));
  }
  if (const std::string notes = take(section, "notes"); !notes.empty()) {
    person.told.push_back({.text = notes});
  }
  if (const std::string anniversary = take(section, "anniversary"); !anniversary.empty()) {
    person.told.push_back({.text = "anniversary: " + anniversary});
  }
  if (const std::string birthday = take(section, "birthday"); !birthday.empty()) {
    person.birthday = date_of(birthday);
    if (person.birthday.empty()) {
      person.told.push_back({.text = "birthday: " + birthday});
    }
  }
  // The user's own fields: their names are in another file of abook's.
  for (const auto& [field, value] : section) {
    if (const std::string text = text::clean_line(value); !text.empty()) {
      person.told.push_back({.text = field + ": " + text});
    }
  }
  if (person.name.empty() && !person.contact_points.empty()) {
    person.name = person.contact_points.front().value;
  }
  const std::string first =
      person.contact_points.empty() ? "" : text::fold(person.contact_points.front().value);
  person.keys = {text::fold(person.name) + " | " + first, text::fold(person.name)};
  return person;
}

}  // namespace

void read_abook(std::istream& in, DocumentSink& sink) {
  LineReader lines(in);
  Section section;
  std::size_t began = 0;
  bool has_any = false;
  bool is_format = false;
  const auto hand_on = [&] {
    if (began != 0 && !is_format) {
      sink.take(to_document(std::move(section), began));
    }
    section.clear();
  };
  while (const auto bytes = lines.next()) {
    const std::string line =
        text::is_utf8(*bytes) ? std::string(trimmed(*bytes)) : from_windows_1252(trimmed(*bytes));
    if (line.empty() || line[0] == '#') {
      continue;
    }
    if (line.front() == '[' && line.back() == ']') {
      hand_on();
      began = lines.number();
      has_any = true;
      is_format = line == "[format]";
      continue;
    }
    const auto equals = line.find('=');
    if (equals == std::string::npos || began == 0) {
      sink.remark({Remark::Kind::warning, lines.number(), {}, "no FIELD=VALUE, left out"});
      continue;
    }
    section[text::fold(line.substr(0, equals))] = line.substr(equals + 1);
  }
  if (!has_any) {
    throw DataError("no section of abook's ([0], …)",
                    "abook keeps its book in ~/.abook/addressbook",
                    Position{.line = 1});
  }
  hand_on();
}

std::size_t write_abook(std::ostream& out,
                        Store& store,
                        const PersonFilter& filter,
                        const ImportProgress& progress) {
  std::size_t written = 0;
  out << "# abook addressbook file\n\n[format]\nprogram=abook\nversion=0.6.1\n\n";
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) {
      out << name << '=' << text::clean_line(value) << '\n';
    }
  };
  store.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
    const Person& person = listed.person;
    out << '\n' << '[' << written++ << "]\n";
    field("name", person.name);
    const auto list = [&](ContactKind kind) {
      std::string values;
      for (const ContactPoint& point : person.points(kind)) {
        values += (values.empty() ? "" : ",") + point.value;
      }
      return values;
    };
    field("email", list(ContactKind::email));
    // abook has room for one of each of four kinds of phones.
    std::map<std::string, std::string> phones;
    for (const ContactPoint& point : person.points(ContactKind::phone)) {
      const std::string label = text::fold(point.label);
      const std::string wanted = label == "work"   ? "workphone"
                                 : label == "fax"  ? "fax"
                                 : label == "home" ? "phone"
                                                   : "mobile";
      for (const std::string& free :
           {wanted, std::string("mobile"), std::string("phone"), std::string("workphone")}) {
        if (phones.try_emplace(free, point.value).second) {
          break;
        }
      }
    }
    for (const auto& [name, value] : phones) {
      field(name, value);
    }
    if (const auto addresses = person.points(ContactKind::address); !addresses.empty()) {
      field("address", addresses.front().value);
    }
    field("city", person.city);
    if (const auto urls = person.points(ContactKind::url); !urls.empty()) {
      field("url", urls.front().value);
    }
    field("nick", person.nicknames.empty() ? "" : person.nicknames.front());
    std::string groups;
    for (const std::string& tag : person.tags) {
      groups += (groups.empty() ? "" : ",") + tag;
    }
    field("groups", groups);
    if (progress && written % kProgressEvery == 0) {
      progress(written);
    }
    return out.good();
  });
  return written;
}

}  // namespace kith::exchange
