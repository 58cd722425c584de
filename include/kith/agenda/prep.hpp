// What to know before you meet somebody: all of it from what is noted about them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <kith/domain/fact.hpp>
#include <kith/domain/follow_up.hpp>
#include <kith/domain/interaction.hpp>
#include <kith/domain/link.hpp>
#include <kith/domain/person.hpp>
#include <kith/store/store.hpp>

namespace kith {

/// People you know where somebody works or lives, those you were in touch with last first.
struct KnownThere {
  bool is_org = true;  ///< else a city
  std::string place{};
  std::vector<PersonRef> people{};  ///< a few
  std::size_t more = 0;             ///< how many beside those; a crowd is not counted to its end
};

struct Prep {
  Person person{};
  std::optional<Date> last_seen{};
  std::vector<FollowUp> promised{};  ///< open, owed by you: earliest first
  std::vector<FollowUp> owed{};      ///< open, owed by them
  std::vector<Fact>
      successes{};             ///< of the last year, with no word between you since: newest first
  std::vector<Fact> ask{};     ///< what was ahead when it was noted, has come since you were
                               ///< in touch, or comes within a month
  std::vector<Fact> hopes{};   ///< open ones, newest first
  std::vector<Fact> family{};  ///< facts of that kind
  std::vector<Fact> other_facts{};    ///< all the rest, newest first
  std::vector<Interaction> lately{};  ///< the last few up to today that count, newest first
  std::vector<Link> links{};          ///< all ties; how you met is `person.introduced_by`
  std::optional<Date> birthday{};     ///< the next one, if it is within a month
  std::vector<KnownThere> known_there{};
};

/// Gathers it. The cost grows with what is noted about the person, not with the log.
Prep prepare(Store& store, PersonId person, Date today);

}  // namespace kith
