// Who is tracked and when they were last seen, in the order in which they fall due: a table that
// the database's own triggers keep right, so that the handful of today costs no scan of the log.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <kith/domain/circle.hpp>
#include <kith/domain/ids.hpp>
#include <kith/time/date.hpp>

namespace kith {

class Connection;

/// People who share circle and own cadence, and so a cadence in force and a weight.
struct RhythmGroup {
  std::optional<Circle> circle{};
  std::optional<Cadence> own_cadence{};
};

struct Rhythm {
  PersonId person{};
  RhythmGroup group{};
  Date last{};  ///< last interaction that counts (it may lie ahead), else the day tracking began
};

class RhythmRepo {
 public:
  explicit RhythmRepo(Connection& db) : db_(db) {}

  /// The groups that have anybody in them.
  std::vector<RhythmGroup> groups() const;
  /// People of `group` with `from` <= last <= `to`, longest ago first, then by id; stops when
  /// `visit` returns false.
  void for_each(const RhythmGroup& group,
                Date from,
                Date to,
                const std::function<bool(const Rhythm&)>& visit) const;
  /// Tracked people from `first` on, by id; stops when `visit` returns false.
  void for_each_from(PersonId first, const std::function<bool(const Rhythm&)>& visit) const;
  std::optional<Rhythm> find(PersonId person) const;
  /// The largest id of a tracked person; 0 if there is none.
  PersonId last_person() const;

 private:
  Connection& db_;
};

}  // namespace kith
