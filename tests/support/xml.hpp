// A judge of XML for tests: as much as says whether any parser would take a document.
#pragma once

#include <string>
#include <string_view>

namespace kith::test {

/// What is wrong with `document`; empty if it is well-formed. Knows elements, attributes,
/// declarations, the five entities and numbers; no comments, CDATA or document types.
std::string xml_fault(std::string_view document);

/// How often `piece` occurs in `text`.
std::size_t occurrences(std::string_view text, std::string_view piece);

}  // namespace kith::test
