// Interactions: what happened on which day with whom.
// The only code that names `interaction`, `participant`, `mention` and `interaction_tag`.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <kith/domain/interaction.hpp>

namespace kith {

class Connection;

struct InteractionFilter {
  std::optional<PersonId> person{};  ///< took part
  std::optional<Date> since{};
  std::optional<Date> until{};
  std::string kind{};
  std::string tag{};
};

/// Who was together on a day.
struct Meeting {
  InteractionId id{};
  Date date{};
  std::span<const PersonId> people{};  ///< by id; lives as long as the visit
};
/// When and how people met.
struct MetOn {
  Date date{};
  std::string kind{};
};
/// The part that somebody had in an interaction, and what became of it when it was handed over.
struct Part {
  Uid interaction{};
  int position = 0;       ///< among the others
  bool took_part = true;  ///< else they were mentioned
  bool was_alone = true;  ///< the one it went to was not there; else they were, and stay once
  /// Where the one it went to was mentioned until then, since they now took part.
  std::optional<int> mentioned_at{};
  bool operator==(const Part&) const = default;
};
/// That somebody was part of an interaction that counts.
struct Presence {
  InteractionId id{};
  Date date{};
  PersonId person{};
  std::string kind{};
  std::string place{};
  std::optional<std::chrono::minutes> duration{};
};
/// What there was with somebody before a day, of interactions that count.
struct PastWith {
  std::size_t days = 0;  ///< on how many days
  std::optional<Date> first{};
  std::optional<Date> last{};
  std::chrono::minutes together{};  ///< as far as it is known how long they took
};
using MeetingVisitor = std::function<void(const Meeting&)>;

/// Whether anything was left unanswered, in all of the log.
enum class Unanswered { none, some };

class InteractionRepo {
 public:
  InteractionRepo(Connection& db, const Clock& clock) : db_(db), clock_(clock) {}

  /// Stores `draft` and returns it with id, uid and stamps; keeps its uid and stamps if it has any.
  /// Throws DataError; NotFoundError if one of its people is not there; ConflictError if its uid
  /// is.
  Interaction add(const Interaction& draft);
  /// Throws NotFoundError.
  void remove(InteractionId id);
  std::optional<Interaction> find(InteractionId id) const;
  std::optional<Interaction> find(const Uid& uid) const;
  bool has(const Uid& uid) const;
  /// True if it is there, or was and has been deleted: what a source need not bring again.
  bool is_known(const Uid& uid) const;
  /// True if both took part in the same interaction.
  bool together(PersonId a, PersonId b) const;

  /// Puts `to` in the place of `from` everywhere, each once an interaction; returns what changed.
  std::vector<Part> hand_over(PersonId from, PersonId to);
  /// Takes hand_over() back where things are still as it left them; returns in how many
  /// interactions.
  int give_back(const std::vector<Part>& parts, PersonId from, PersonId to);

  /// All up to `until`, in the order of their ids: who was there, and nothing else.
  void for_each_meeting(Date until, const MeetingVisitor& visit) const;
  /// Those of a person up to `until`, in the order of their days.
  void for_each_meeting_of(PersonId person, Date until, const MeetingVisitor& visit) const;
  /// The introductions (kind intro) up to `until`, in the order of their ids.
  void for_each_introduction(Date until, const MeetingVisitor& visit) const;
  /// The first day after `after`, up to `until`, on which all of `with` (one or two) were together
  /// and `without` was not there; introductions what was left unanswered and `except` do not
  /// count.
  std::optional<Date> first_together(std::span<const PersonId> with,
                                     std::optional<PersonId> without,
                                     Date after,
                                     Date until,
                                     InteractionId except = {}) const;

  /// The latest up to `until` in which both took part (the same one twice: that one did), but for
  /// what was left unanswered; nothing if there is none.
  std::optional<MetOn> latest_together(PersonId one, PersonId other, Date until) const;
  /// The first day in [from, until] with somebody; what was left unanswered does not count.
  std::optional<Date> first_day(PersonId person, Date from, Date until) const;
  /// Everybody's parts in [from, to], but for what was left unanswered: by day, then by id.
  void for_each_presence(Date from,
                         Date to,
                         const std::function<void(const Presence&)>& visit) const;
  PastWith before(PersonId person, Date day) const;
  /// When the first interaction with somebody that counts was recorded; nothing if there is none.
  std::optional<Instant> first_recorded(PersonId person) const;
  /// On how many days in [from, to] you were in touch with somebody.
  std::size_t days_with(PersonId person, Date from, Date to) const;
  /// The latest days up to `until` with somebody, at most `limit`, newest first; what was left
  /// unanswered does not count.
  std::vector<Date> latest_days(PersonId person,
                                Date until,
                                std::size_t limit,
                                Unanswered unanswered = Unanswered::some) const;
  /// Who asks for the days of many saves a look at each if there is nothing to leave out.
  bool has_unanswered() const;

  /// Newest first (then by time, then latest id first); stops when `visit` returns false.
  void for_each(const InteractionFilter& filter,
                const std::function<bool(const Interaction&)>& visit) const;
  /// All, in the order of their uids: a stable order for export.
  void for_each_by_uid(const std::function<void(const Interaction&)>& visit) const;
  /// Newest first, at most `limit`.
  std::vector<Interaction> latest(const InteractionFilter& filter, std::size_t limit) const;

 private:
  Connection& db_;
  const Clock& clock_;
};

}  // namespace kith
