// The JSON Schema of what kith writes and reads: docs/kith.schema.json, put in when kith is built.
#pragma once

#include <string>

namespace kith::cli {

std::string schema_text();

}  // namespace kith::cli
