// A kith document as a stream: one record in memory at a time, each field with its place.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include <kith/error.hpp>

namespace kith::exchange {

/// Deeper nesting than this is refused; kith's own documents have six levels.
inline constexpr int kDeepest = 64;

/// Throws DataError: "line 12, column 3: WHY".
[[noreturn]] void refuse(const Position& at, const std::string& why, const std::string& hint = {});

/// An element of one of the document's lists, with where it begins and where its fields end.
struct ScannedRecord {
  const nlohmann::json& value;
  Position at{};
  const std::map<std::string, Position>& fields;
  std::size_t bytes = 0;  ///< it takes in the document
};

/// What scan_document() calls, in the order of the document.
struct DocumentVisitor {
  /// A field of the document itself that is no list.
  std::function<void(const std::string& name, const nlohmann::json& value, const Position& at)>
      field{};
  /// True if the elements of the list `name` are wanted.
  std::function<bool(const std::string& name)> begin{};
  std::function<void(const std::string& name, const ScannedRecord& record)> record{};
  std::function<void(const std::string& name)> end{};
};

/// Reads one JSON object. Throws DataError with its position where it is no JSON, no object, is
/// nested too deeply, has a value or record of more than 16 MiB or ends too early; StoreError where
/// reading fails.
void scan_document(std::istream& in, const DocumentVisitor& visitor);

}  // namespace kith::exchange
