// Folders of files that are imported together.
#include "exchange/folder.hpp"

#include <algorithm>
#include <string>
#include <system_error>

#include <kith/error.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const fs::path& folder,
                                  const std::vector<std::string_view>& endings) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (auto it = fs::recursive_directory_iterator(folder, failure);
       !failure && it != fs::recursive_directory_iterator();
       it.increment(failure)) {
    std::error_code odd;  // a file that is gone again is no failure of the folder
    if (it->path().filename().string().starts_with('.')) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file(odd) &&
               std::find(endings.begin(),
                         endings.end(),
                         text::fold(it->path().extension().string())) != endings.end()) {
      files.push_back(it->path());
    }
  }
  if (failure) {
    throw StoreError(folder.string() + ": cannot be read: " + failure.message());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace kith::exchange
