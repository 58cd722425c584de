// What a merge did, as the text that is kept of it.
#pragma once

#include <string>
#include <string_view>

#include <kith/store/merge_repo.hpp>

namespace kith {

std::string to_text(const MergeRecord& record);
/// What to_text() wrote. Throws StoreError if it is something else.
MergeRecord parse_merge_record(std::string_view text);

}  // namespace kith
