// What the repositories share: uids and stamps of new records, the one sequence of record ids.
#pragma once

#include <algorithm>

#include <fmt/format.h>

#include "store/connection.hpp"
#include <kith/domain/uid.hpp>
#include <kith/error.hpp>
#include <kith/store/origin_repo.hpp>
#include <kith/time/clock.hpp>

namespace kith {

/// Gives a draft its uid and its stamps, unless it brings them (an import keeps them).
template <class Record>
void stamp(Record& draft, const Clock& clock) {
  const Instant now = std::chrono::floor<std::chrono::seconds>(clock.now());
  if (draft.uid.is_nil()) {
    draft.uid = make_uid(clock.now());
  }
  // Stored to the second: what add() returns is what get() reads.
  draft.created_at = draft.created_at == Instant{}
                         ? now
                         : std::chrono::floor<std::chrono::seconds>(draft.created_at);
  if constexpr (requires { draft.updated_at; }) {
    draft.updated_at = draft.updated_at == Instant{}
                           ? draft.created_at
                           : std::chrono::floor<std::chrono::seconds>(draft.updated_at);
  }
}

/// What a source said, as the origin's row holds it.
std::string said_text(const Origin& origin);

/// The id for a new interaction, fact or follow-up: `wanted` if nobody has it, else the next one.
std::int64_t record_id(Connection& db, std::int64_t wanted);

/// Throws ConflictError if `taken`: a record with this uid is there already.
inline void require_new(bool taken, const Uid& uid) {
  if (taken) {
    throw ConflictError(fmt::format("{}: a record with this uid is here already", to_string(uid)));
  }
}

}  // namespace kith
