// jCard (RFC 7095): a vCard 4.0 as JSON.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <kith/exchange/vcard.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

using nlohmann::ordered_json;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string small(std::string_view name) {
  std::string letters(name);
  std::transform(letters.begin(), letters.end(), letters.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return letters;
}

std::string type_of(const ContentLine& line) {
  if (const std::string_view value = line.parameter("VALUE"); !value.empty()) {
    return small(value);
  }
  if (is_one_of(line.name, {"URL", "IMPP", "UID", "RELATED", "SOURCE", "PHOTO", "MEMBER"})) {
    return "uri";
  }
  if (is_one_of(line.name, {"BDAY", "ANNIVERSARY", "DEATHDATE"})) {
    return "date-and-or-time";
  }
  if (line.name == "REV") {
    return "timestamp";
  }
  return line.name.starts_with("X-") && line.name != "X-ABLABEL" ? "unknown" : "text";
}

/// 19800322 as 1980-03-22, --0322 as --03-22, with a time 20260320T120000Z as ISO writes it.
std::string extended(const std::string& date) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    return from + count <= date.size() &&
           std::all_of(date.begin() + static_cast<std::ptrdiff_t>(from),
                       date.begin() + static_cast<std::ptrdiff_t>(from + count),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  if (date.size() == 6 && date.starts_with("--") && digits(2, 4)) {
    return "--" + date.substr(2, 2) + "-" + date.substr(4);
  }
  if (!digits(0, 8)) {
    return date;
  }
  std::string text = date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6, 2);
  if (date.size() > 14 && date[8] == 'T' && digits(9, 6)) {
    text += "T" + date.substr(9, 2) + ":" + date.substr(11, 2) + ":" + date.substr(13);
  }
  return text;
}

ordered_json parameters_of(const ContentLine& line) {
  ordered_json json = ordered_json::object();
  for (const Parameter& parameter : line.parameters) {
    if (parameter.name == "VALUE") {
      continue;
    }
    const std::vector<std::string> values =
        parameter.name == "TYPE" ? line.all_of("TYPE") : parameter.values;
    json[small(parameter.name)] =
        values.size() == 1 ? ordered_json(values.front()) : ordered_json(values);
  }
  if (!line.group.empty()) {
    json["group"] = line.group;
  }
  return json;
}

ordered_json to_json(const ContentLine& line) {
  const std::string type = type_of(line);
  ordered_json property{small(line.name), parameters_of(line), type};
  if (is_one_of(line.name, {"N", "ADR", "ORG", "GENDER"})) {
    ordered_json parts = ordered_json::array();
    for (const std::string_view part : split_value(line.value, ';')) {
      ordered_json values = ordered_json::array();
      for (const std::string_view value : split_value(part, ',')) {
        values.push_back(unescaped(value));
      }
      parts.push_back(values.size() == 1 ? values.front() : values);
    }
    property.push_back(parts.size() == 1 ? parts.front() : parts);
  } else if (is_one_of(line.name, {"CATEGORIES", "NICKNAME"})) {
    for (const std::string_view value : split_value(line.value, ',')) {
      property.push_back(unescaped(value));
    }
  } else if (type == "date-and-or-time" || type == "timestamp" || type == "date") {
    property.push_back(extended(line.value));
  } else {
    property.push_back(type == "unknown" ? line.value : unescaped(line.value));
  }
  return property;
}

}  // namespace

std::size_t write_jcards(std::ostream& out,
                         Store& store,
                         const PersonFilter& filter,
                         const ImportProgress& progress) {
  out << "[";
  std::string_view joint = "\n";
  const std::size_t people = for_each_card(
      store, filter, CardVersion::v4_0, progress, [&](const Person&, const Card& card) {
        ordered_json properties = ordered_json::array();
        properties.push_back({"version", ordered_json::object(), "text", "4.0"});
        for (const ContentLine& line : card.lines) {
          properties.push_back(to_json(line));
        }
        out << joint
            << ordered_json{"vcard", properties}.dump(
                   -1, ' ', false, ordered_json::error_handler_t::replace);
        joint = ",\n";
      });
  out << "\n]\n";
  return people;
}

}  // namespace kith::exchange
