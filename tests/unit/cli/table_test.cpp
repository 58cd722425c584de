// Tables: they fit, they cut text rather than dates, and leave no blanks behind.
#include "cli/render/table.hpp"

#include <sstream>

#include "support/catch.hpp"
#include <kith/text/width.hpp>

using namespace kith;
using cli::Align;
using cli::Table;

namespace {

cli::TextForm on_terminal(std::size_t columns) { return {cli::Style{false}, Date{}, columns}; }

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) {
    all.push_back(line);
  }
  return all;
}

}  // namespace

TEST_CASE("a table is as wide as what is in it, without blanks at the end", "[cli][table]") {
  std::ostringstream out;
  Table table{out, {}, {{"id", Align::right}, {"name", Align::left, true}, {"day"}}};
  table.add({"7", "Ada", "2026-03-20"});
  table.add({"12", "Mary Somerville", ""});
  table.finish();
  CHECK(out.str() == " 7  Ada              2026-03-20\n12  Mary Somerville\n");
}

TEST_CASE("columns without anything in them are left out", "[cli][table]") {
  std::ostringstream out;
  Table table{out, on_terminal(80), {{"name"}, {"city"}, {"day"}}};
  table.add({"Ada", "", "2026-03-20"});
  table.finish();
  CHECK(out.str() == "name  day\nAda   2026-03-20\n");
}

TEST_CASE("a narrow terminal cuts text, never dates", "[cli][table]") {
  const std::size_t columns = GENERATE(30u, 40u, 60u, 300u);
  std::ostringstream out;
  Table table{out,
              on_terminal(columns),
              {{"name", Align::left, true}, {"day"}, {"text", Align::left, true}}};
  table.add({"王伟王伟王伟王伟王伟王伟", "2026-03-20", std::string(200, 'x')});
  table.add({"e\xcc\x81te\xcc\x81", "2026-03-21", "y"});
  table.finish();
  for (const std::string& line : lines(out.str())) {
    CAPTURE(line);
    CHECK(text::display_width(line) <= columns);
  }
  CHECK(out.str().find("2026-03-20") != std::string::npos);
}

TEST_CASE("a pipe gets every character, and no headings", "[cli][table]") {
  std::ostringstream out;
  Table table{out, {}, {{"name", Align::left, true}, {"day"}}};
  table.add({std::string(90, 'x'), "2026-03-20"});
  table.finish();
  CHECK(out.str() == std::string(90, 'x') + "  2026-03-20\n");
}

TEST_CASE("a cell cannot break its line", "[cli][table][hostile]") {
  std::ostringstream out;
  Table table{out, {}, {{"name"}}};
  table.add({"a\n\x1b[2Jb\r"});
  table.finish();
  CHECK(lines(out.str()).size() == 1);
  CHECK(out.str().find('\x1b') == std::string::npos);
}

TEST_CASE("rows go out before the last one has come", "[cli][table]") {
  std::ostringstream out;
  Table table{out, {}, {{"name"}}};
  for (int i = 0; i < 1500; ++i) {
    table.add({"row"});
  }
  CHECK(lines(out.str()).size() == 1500);
  table.finish();
  CHECK(lines(out.str()).size() == 1500);
}
