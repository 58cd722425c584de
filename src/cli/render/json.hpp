// Results as JSON documents.
#pragma once

#include <ostream>

#include <nlohmann/json_fwd.hpp>

#include <kith/agenda/agenda.hpp>
#include <kith/store/journal.hpp>

namespace kith::cli {

nlohmann::ordered_json to_json(const DueEntry& entry);
nlohmann::ordered_json to_json(const Change& change);

/// One document, ending in a newline.
void write_json(std::ostream& out, const nlohmann::ordered_json& document);

/// An array that is written record by record, so that memory does not grow with it.
class JsonArray {
 public:
  explicit JsonArray(std::ostream& out) : out_(out) {}
  void add(const nlohmann::ordered_json& record);
  /// Ends the document.
  void finish();

 private:
  std::ostream& out_;
  bool empty_ = true;
};

/// One document: an array of what `as_json` makes of each of `records`.
template <class Records, class AsJson>
void write_array(std::ostream& out, const Records& records, AsJson&& as_json) {
  JsonArray array{out};
  for (const auto& record : records) {
    array.add(as_json(record));
  }
  array.finish();
}

}  // namespace kith::cli
