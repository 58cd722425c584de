// A link: kinds, and what may be stored.
#include <fmt/format.h>

#include "domain/checks.hpp"
#include <kith/domain/link.hpp>
#include <kith/error.hpp>
#include <kith/text/clean.hpp>

namespace kith {

const std::vector<std::string_view>& link_kinds() {
  static const std::vector<std::string_view> kinds{
      "introduced", "family", "partner", "friend", "colleague", "knows"};
  return kinds;
}

Link checked(Link link) {
  link.kind = checked_word("kind", link.kind);
  if (!link.since.is_valid()) {
    throw DataError("since: not a day of the calendar");
  }
  if (link.a.id == link.b.id) {
    throw ConflictError(
        fmt::format("{}: a link ties two different people", text::printable(link.a.name)));
  }
  if (link.via && (link.via->id == link.a.id || link.via->id == link.b.id)) {
    throw ConflictError(fmt::format("{}: cannot have brought themselves together with somebody",
                                    text::printable(link.via->name)));
  }
  return link;
}

}  // namespace kith
