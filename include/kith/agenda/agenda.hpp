// Who is due, and why: check-ins, follow-ups and occasions, one line a person.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/follow_up.hpp>
#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith {

enum class DueReason { check_in, follow_up, occasion };

/// check_in, follow_up, occasion
std::string_view to_string(DueReason reason);

struct DueEntry {
  DueReason reason = DueReason::check_in;  ///< the most pressing one; `why` tells all of them
  Person person{};
  Date due{};         ///< when that reason's day was (or, with `within`, will be)
  int days_late = 0;  ///< days since `due`; negative if it lies ahead
  std::optional<Date> last_seen{};
  std::optional<FollowUp> follow_up{};  ///< the most pressing open one, if any is due
  std::string why{};  ///< "61 days, you like every 30 · you promised: the book (due 12 Nov)"
  double score = 0;
  bool old_friend = false;
};

struct DueQuery {
  int within_days = 0;  ///< also what falls due in the coming days
  std::optional<Circle> circle{};
  std::vector<std::string> tags{};  ///< all of them
  std::size_t limit = 5;
  bool all = false;  ///< everybody, every old friend among them; `limit` does not matter
  /// False: people are brief() of PersonRepo, a tenth of the work, and with `all`, follow-ups have
  /// no more than their text, day and owner.
  bool whole_people = true;
};

/// Who is due today, most pressing first: by score, then longer unseen, then name, then uid. One
/// old friend a week stands after two easier names.
std::vector<DueEntry> who_is_due(Store& store, const DueQuery& query);

/// The same with `all`, each as soon as it is known: memory grows with the reasons alone.
void for_everybody_due(Store& store,
                       const DueQuery& query,
                       const std::function<void(const DueEntry&)>& visit);

/// How many who_is_due() gives with `all`, every old friend among them: counted without reading why
/// each is due. `limit` and `all` of the query do not matter.
std::size_t how_many_are_due(Store& store, const DueQuery& query);

}  // namespace kith
