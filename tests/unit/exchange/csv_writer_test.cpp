// The CSV writer: quoting, and cells that a spreadsheet might run.
#include <sstream>

#include "support/catch.hpp"
#include <kith/exchange/csv_writer.hpp>

namespace kith::exchange {
namespace {

std::string written(const std::vector<std::string>& cells) {
  std::ostringstream out;
  write_csv_row(out, cells);
  return out.str();
}

TEST_CASE("csv: what needs quotes gets them, and nothing else does", "[csv]") {
  CHECK(written({"Ana", "", "a b"}) == "Ana,,a b\n");
  CHECK(written({"a,b", "say \"hi\"", "two\nlines", " edge"}) ==
        "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" edge\"\n");
  CHECK(written({""}) == "\"\"\n");
}

TEST_CASE("csv: no cell is a formula", "[csv]") {
  CHECK(guard_formula("=HYPERLINK(\"x\")") == "'=HYPERLINK(\"x\")");
  CHECK(guard_formula("@SUM(A1)") == "'@SUM(A1)");
  CHECK(guard_formula("+cmd|' /C calc'!A0") == "'+cmd|' /C calc'!A0");
  CHECK(guard_formula("-2+3+cmd") == "'-2+3+cmd");
  CHECK(guard_formula("\t=1") == "'\t=1");
}

TEST_CASE("csv: phone numbers and names stay as they are", "[csv]") {
  CHECK(guard_formula("+41 (0)79 123-45 67") == "+41 (0)79 123-45 67");
  CHECK(guard_formula("-3.5") == "-3.5");
  CHECK(guard_formula("'t Hooft") == "'t Hooft");
  CHECK(guard_formula("Ana") == "Ana");
}

TEST_CASE("csv: what was guarded reads back", "[csv]") {
  for (const char* text :
       {"=1", "@x", "+a", "-a", "'=1", "''", "'t Hooft", "'", "", "+41 1", "'+41"}) {
    CAPTURE(text);
    CHECK(unguard_formula(guard_formula(text)) == text);
  }
}

}  // namespace
}  // namespace kith::exchange
