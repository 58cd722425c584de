// Width on a terminal, counted by what a reader sees as one character.
#include <algorithm>

#include "text/code_points.hpp"
#include <kith/text/width.hpp>

namespace kith::text {
namespace {

constexpr std::string_view kEllipsis = "…";

struct Cluster {
  std::size_t length = 0;  ///< bytes
  std::size_t columns = 0;
};

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

std::size_t columns_of(char32_t c) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return static_cast<std::size_t>(std::max(0, width));
}

/// The grapheme cluster that begins at byte `at`.
Cluster cluster_at(std::string_view text, std::size_t at) {
  CodePoint c = decode(text, at);
  Cluster cluster{.length = c.length, .columns = columns_of(c.value)};
  utf8proc_int32_t state = 0;
  while (at + cluster.length < text.size()) {
    const CodePoint next = decode(text, at + cluster.length);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(c.value),
                                         static_cast<utf8proc_int32_t>(next.value),
                                         &state)) {
      break;
    }
    // Two of these make a flag, which is as wide as any emoji.
    const bool is_flag = is_regional_indicator(c.value) && is_regional_indicator(next.value);
    cluster.columns = std::max(cluster.columns, is_flag ? 2 : columns_of(next.value));
    cluster.length += next.length;
    c = next;
  }
  return cluster;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  if (is_plain_ascii(text)) {
    return text.size();
  }
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    columns += cluster.columns;
    at += cluster.length;
  }
  return columns;
}

std::string shorten(std::string_view text, std::size_t columns) {
  if (columns == 0) {
    return display_width(text) == 0 ? std::string{text} : std::string{};
  }
  std::size_t used = 0;
  std::size_t kept = 0;  // bytes that leave a column for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    used += cluster.columns;
    if (used > columns) {
      // "Ada…" reads better than "Ada …".
      while (kept > 0 && text[kept - 1] == ' ') {
        --kept;
      }
      return std::string{text.substr(0, kept)}.append(kEllipsis);
    }
    at += cluster.length;
    if (used < columns) {
      kept = at;
    }
  }
  return std::string{text};
}

std::string pad(std::string_view text, std::size_t columns) {
  std::string out{text};
  const std::size_t width = display_width(text);
  if (width < columns) {
    out.append(columns - width, ' ');
  }
  return out;
}

std::size_t length(std::string_view text) {
  if (is_ascii(text)) {
    return text.size();
  }
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) {
    ++count;
  }
  return count;
}

}  // namespace kith::text
