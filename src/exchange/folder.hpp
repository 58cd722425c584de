// Folders of files that are imported together.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// The files below `folder` whose names end in one of `endings` (".ics", in small letters), in
/// order. Hidden files and folders are another program's business. Throws StoreError where a folder
/// cannot be read.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                               const std::vector<std::string_view>& endings);

}  // namespace kith::exchange
