// kith schema: the JSON Schema of what kith writes and reads.
#include "cli/commands/schema.hpp"

#include "cli/schema_text.hpp"

namespace kith::cli {

Action declare_schema(Arguments& /*args*/) {
  return [](Context& ctx) {
    ctx.out << schema_text();
    return ExitCode::ok;
  };
}

}  // namespace kith::cli
