// The backup that kith makes by itself, at most once a day, after something was written.
#pragma once

#include "cli/context.hpp"

namespace kith::cli {

/// Makes today's automatic backup if it is not there yet, and takes away those that are no longer
/// kept. Throws StoreError.
void make_daily_backup(Context& ctx);

/// After a command: sees to today's backup if the command wrote something and nobody wants it
/// otherwise (`backups = false`). A large database is copied by a process of its own, so that
/// nobody waits for it. A backup that fails is said on stderr, and harms nothing else.
void keep_daily_backup(Context& ctx);

}  // namespace kith::cli
