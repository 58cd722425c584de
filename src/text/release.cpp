// Which Unicode library this kith runs on.
#include <utf8proc.h>

#include <kith/text/release.hpp>

namespace kith::text {

std::string utf8proc_release() { return utf8proc_version(); }

}  // namespace kith::text
