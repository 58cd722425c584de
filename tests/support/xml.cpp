// One pass over the document with the open elements on a stack.
#include "support/xml.hpp"

#include <regex>
#include <set>
#include <vector>

#include <kith/text/clean.hpp>

namespace kith::test {
namespace {

/// A fault in text between tags or in an attribute.
std::string text_fault(std::string_view text) {
  static const std::regex entity{"^&(amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '<') {
      return "a bare <";
    }
    if (c == '&' && !std::regex_search(text.begin() + static_cast<std::ptrdiff_t>(i),
                                       text.end(),
                                       entity,
                                       std::regex_constants::match_continuous)) {
      return "a bare &";
    }
    if (c < 0x20 && c != '\n' && c != '\t' && c != '\r') {
      return "a control character";
    }
    const std::string_view three = text.substr(i, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
      return "a noncharacter";
    }
  }
  return "";
}

/// The fault of ` a="1" b="2"`.
std::string attribute_fault(std::string text) {
  static const std::regex one{R"re(^\s+([A-Za-z_:][-A-Za-z0-9_:.]*)="([^"]*)")re"};
  std::set<std::string> seen;
  std::smatch match;
  while (std::regex_search(text, match, one)) {
    const std::string value = match[2];
    if (const std::string fault = text_fault(value); !fault.empty()) {
      return fault + " in " + match[1].str();
    }
    if (!seen.insert(match[1]).second) {
      return "twice: " + match[1].str();
    }
    text = match.suffix();
  }
  return text.find_first_not_of(" \n") == std::string::npos ? "" : "no attribute: " + text;
}

}  // namespace

std::string xml_fault(std::string_view document) {
  if (!text::is_utf8(document)) {
    return "not UTF-8";
  }
  std::vector<std::string> open;
  std::size_t at = 0;
  bool has_root = false;
  while (at < document.size()) {
    const std::size_t tag = std::min(document.find('<', at), document.size());
    const std::string_view between = document.substr(at, tag - at);
    if (const std::string fault = text_fault(between); !fault.empty()) {
      return fault + ": " + std::string{between.substr(0, 60)};
    }
    if (tag == document.size()) {
      break;
    }
    const std::size_t end = document.find('>', tag);
    if (end == std::string_view::npos) {
      return "a tag without an end";
    }
    std::string inside{document.substr(tag + 1, end - tag - 1)};
    at = end + 1;
    if (inside.starts_with('?')) {
      continue;
    }
    if (inside.starts_with('/')) {
      if (open.empty() || open.back() != inside.substr(1)) {
        return "closed, but not open: " + inside;
      }
      open.pop_back();
      continue;
    }
    const bool is_empty = inside.ends_with('/');
    if (is_empty) {
      inside.pop_back();
    }
    const std::size_t name_end = std::min(inside.find_first_of(" \n"), inside.size());
    if (open.empty() && has_root) {
      return "a second root";
    }
    has_root = true;
    if (const std::string fault = attribute_fault(inside.substr(name_end)); !fault.empty()) {
      return fault;
    }
    if (!is_empty) {
      open.push_back(inside.substr(0, name_end));
    }
  }
  return !open.empty() ? "never closed: " + open.back() : has_root ? "" : "nothing there";
}

std::size_t occurrences(std::string_view text, std::string_view piece) {
  std::size_t found = 0;
  for (std::size_t at = text.find(piece); at != std::string_view::npos;
       at = text.find(piece, at + piece.size())) {
    ++found;
  }
  return found;
}

}  // namespace kith::test
