// A kith document back into the store: everything, with the uids it had.
#pragma once

#include <istream>

#include <kith/exchange/import_report.hpp>
#include <kith/store/store.hpp>

namespace kith::exchange {

/// Restores a document that write_kith_json() wrote; to be used inside Store::write() or
/// rehearse(). A record whose uid is not there is added as it is. A person or follow-up that is
/// there is made the same if the document's was changed later, and otherwise left; other records
/// that are there stay as they are. The document's lists may come in any order; records that come
/// before the people are kept in memory until those are there. Throws DataError with line and
/// column, also for records about people who are neither in the document nor in the store; nothing
/// of the document is kept then, since write() rolls back.
ImportReport read_kith_json(std::istream& in, Store& store, const ImportProgress& progress = {});

}  // namespace kith::exchange
