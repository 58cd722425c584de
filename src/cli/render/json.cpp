// Results as JSON documents.
#include "cli/render/json.hpp"

#include <string>

#include <nlohmann/json.hpp>

#include "cli/version.hpp"
#include "exchange/records.hpp"

namespace kith::cli {

using nlohmann::ordered_json;

ordered_json to_json(const DueEntry& entry) {
  const std::optional<Cadence> cadence = entry.person.cadence();
  ordered_json json;
  json["reason"] = to_string(entry.reason);
  json["person"] = exchange::to_json(entry.person, entry.last_seen);
  json["due"] = to_string(entry.due);
  json["days_late"] = entry.days_late;
  json["last_seen"] =
      entry.last_seen ? ordered_json(to_string(*entry.last_seen)) : ordered_json(nullptr);
  json["cadence_days"] = cadence ? ordered_json(cadence->days()) : ordered_json(nullptr);
  json["follow_up"] = nullptr;
  if (entry.follow_up) {
    json["follow_up"] = exchange::to_json(*entry.follow_up);
  }
  json["why"] = entry.why;
  json["old_friend"] = entry.old_friend;
  return json;
}

ordered_json to_json(const Change& change) {
  return {{"id", raw(change.id)},
          {"at", to_string(change.at)},
          {"label", change.label},
          {"undone", change.undone}};
}

std::string json_library_version() {
  return std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "." +
         std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." +
         std::to_string(NLOHMANN_JSON_VERSION_PATCH);
}

void write_json(std::ostream& out, const ordered_json& document) {
  out << exchange::dumped(document) << '\n';
}

void JsonArray::add(const ordered_json& record) {
  // Each record stands two blanks further in, as a document written in one piece would have it.
  std::string text = exchange::dumped(record);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 3)) {
    text.insert(at + 1, "  ");
  }
  out_ << (empty_ ? "[\n  " : ",\n  ") << text;
  empty_ = false;
}

void JsonArray::finish() { out_ << (empty_ ? "[]\n" : "\n]\n"); }

}  // namespace kith::cli
