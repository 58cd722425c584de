// Which Unicode library this kith runs on.
#pragma once

#include <string>

namespace kith::text {

/// "2.8.0": of utf8proc.
std::string utf8proc_release();

}  // namespace kith::text
