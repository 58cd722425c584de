// Which kith this is, and what it stands on.
#include "cli/version.hpp"

#include <fmt/core.h>

#include <kith/store/engine.hpp>
#include <kith/store/key.hpp>
#include <kith/text/release.hpp>

namespace kith::cli {

std::vector<Library> libraries() {
  constexpr int kMajor = 10'000;
  constexpr int kMinor = 100;
  return {
      {can_encrypt() ? "SQLCipher's SQLite" : "SQLite", sqlite_version()},
      {"SQLiteCpp", sqlitecpp_version()},
      {"fmt",
       fmt::format(
           "{}.{}.{}", FMT_VERSION / kMajor, FMT_VERSION % kMajor / kMinor, FMT_VERSION % kMinor)},
      {"utf8proc", text::utf8proc_release()},
      {"nlohmann/json", json_library_version()},
      {"CLI11", options_library_version()},
      {"toml++", toml_library_version()}};
}

void show_version(Context& ctx) {
  // By hand: a document of a few plain words is no reason to wake a JSON library up.
  if (ctx.settings.json) {
    ctx.out << "{\n  \"name\": \"kith\",\n  \"version\": \"" << KITH_VERSION
            << "\",\n  \"libraries\": {";
    const char* before = "\n";
    for (const Library& library : libraries()) {
      ctx.out << before << "    \"" << library.name << "\": \"" << library.version << '"';
      before = ",\n";
    }
    ctx.out << "\n  }\n}\n";
    return;
  }
  ctx.out << "kith " << KITH_VERSION << '\n';
  const char* before = "with ";
  for (const Library& library : libraries()) {
    ctx.out << before << library.name << ' ' << library.version;
    before = ", ";
  }
  ctx.out << '\n';
}

}  // namespace kith::cli
