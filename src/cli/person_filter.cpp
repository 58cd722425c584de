// FILTER: which people a list, an export or a map is about.
#include "cli/person_filter.hpp"

#include <kith/time/words.hpp>

namespace kith::cli {

void declare_filter(Arguments& args, FilterOptions& options) {
  args.choice(
      "--circle", options.circle, {"inner", "close", "friend", "wider"}, "only this circle");
  args.many("--tag", options.tags, "only people with this tag; all of them if repeated");
  args.option("--org", options.org, "only people of an organisation; a part of its name will do");
  args.option("--city", options.city, "only people of a city");
  args.flag("--no-cadence", options.no_cadence, "only people without circle or cadence");
  args.option("--not-since", options.not_since, "only people not seen since that day", "DATE");
  args.flag("--archived", options.archived, "only the archived");
}

PersonFilter read_filter(const FilterOptions& options, Date today) {
  PersonFilter filter{.tags = options.tags,
                      .org = options.org.value_or(""),
                      .city = options.city.value_or(""),
                      .without_cadence = options.no_cadence};
  if (options.circle) {
    filter.circle = parse_circle(*options.circle);
  }
  if (options.not_since) {
    filter.not_since = parse_date(*options.not_since, today);
  }
  if (options.archived) {
    filter.archived = PersonFilter::Archived::only;
  }
  return filter;
}

}  // namespace kith::cli
