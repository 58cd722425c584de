// CSV as it should not be, and still is: what the reader makes of it, cell by cell and line by
// line.
#include <sstream>

#include "support/catch.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_reader.hpp>
#include <kith/exchange/csv_writer.hpp>

namespace kith::exchange {
namespace {

using Cells = std::vector<std::string>;

struct Read {
  std::vector<Cells> rows{};
  std::vector<std::size_t> lines{};
  std::vector<std::size_t> stray{};
  std::size_t repaired = 0;
  char delimiter = 0;
};

Read read(const std::string& text, const HeaderTest& is_header = {}) {
  std::istringstream in(text);
  CsvReader reader(in, is_header);
  Read all;
  while (const auto row = reader.next()) {
    all.rows.push_back(row->cells);
    all.lines.push_back(row->line);
  }
  all.stray = reader.stray_quotes();
  all.repaired = reader.repaired_bytes();
  all.delimiter = reader.delimiter();
  return all;
}

std::string refusal(const std::string& text) {
  try {
    read(text);
  } catch (const DataError& error) {
    CHECK(error.position());
    return error.message();
  }
  return "read it";
}

TEST_CASE("csv reader: the last line needs no end, of any kind", "[csv][hard]") {
  const std::string end = GENERATE(as<std::string>{}, "", "\n", "\r", "\r\n", "\n\n\n", "\r\r");
  CAPTURE(end);
  CHECK(read("a,b\n1,2" + end).rows == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
  CHECK(read("a,b\n1,\"2\"" + end).rows == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("csv reader: an empty last cell is a cell", "[csv][hard]") {
  CHECK(read("a,b,\n1,,").rows == std::vector<Cells>{{"a", "b", ""}, {"1", "", ""}});
  CHECK(read("a,b\n1,\"\"").rows.at(1) == Cells{"1", ""});
  CHECK(read("a,b\n,\n").rows.at(1) == Cells{"", ""});
}

TEST_CASE("csv reader: line ends of several kinds in one file count one each", "[csv][hard]") {
  const Read all = read("a,b\r\n1,2\r3,4\n5,6\n\r7,8");
  CHECK(all.rows.size() == 5);
  CHECK(all.lines == std::vector<std::size_t>{1, 2, 3, 4, 6});
}

TEST_CASE("csv reader: lines are counted through cells of several lines, of any line end",
          "[csv][hard]") {
  const std::string end = GENERATE(as<std::string>{}, "\n", "\r", "\r\n");
  CAPTURE(end);
  const Read all = read("a,b" + end + "\"1" + end + "2" + end + end + "3\",x" + end + end + "y,\"" +
                        end + "\"" + end + "last,z");
  CHECK(all.lines == std::vector<std::size_t>{1, 2, 7, 9});
  CHECK(all.rows.at(3) == Cells{"last", "z"});
}

TEST_CASE("csv reader: the delimiter is what parts the header, whatever cells are full of",
          "[csv][hard]") {
  const HeaderTest known = [](std::string_view cell) { return cell == "name" || cell == "note"; };
  struct Case {
    std::string text;
    char delimiter;
  };
  const Case one = GENERATE(values<Case>({
      {"name,note\na,b;c;d;e\nb,c;d;e;f\n", ','},
      {"name;note\na;b,c,d,e\nb;c,d,e,f\n", ';'},
      {"name\tnote\na\tb,c;d\n", '\t'},
      {"name;note\n", ';'},
      {"\"name\";\"note\"\n\"a;b\";\"c,d\"\n", ';'},
      {"some words, first; then others\nname\tnote\n1\t2\n", '\t'},
      {"name\n", ','},
      {"", ','},
  }));
  CAPTURE(one.text);
  CHECK(read(one.text, known).delimiter == one.delimiter);
}

TEST_CASE("csv reader: Excel's own line names the delimiter and is no row", "[csv][hard]") {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const Read all = read(std::string("sep=;") + end + "a,x;b" + end + "1;2" + end);
    CHECK(all.rows == std::vector<Cells>{{"a,x", "b"}, {"1", "2"}});
    CHECK(all.lines == std::vector<std::size_t>{2, 3});
  }
  CHECK(read("\xEF\xBB\xBFsep=\t\na,x\tb\n").rows.at(0) == Cells{"a,x", "b"});
  CHECK(read("sep=, the rest\n").rows.size() == 1);  // a row that happens to begin so
}

TEST_CASE("csv reader: quotes mean something only where a cell begins", "[csv][hard]") {
  CHECK(read("a,5\" pipe,b\n").rows.at(0) == Cells{"a", "5\" pipe", "b"});
  CHECK(read("a,\"\",b\n").rows.at(0) == Cells{"a", "", "b"});
  CHECK(read("a,\"\"\"\",b\n").rows.at(0) == Cells{"a", "\"", "b"});
  CHECK(read("a,\"\"\"x\"\"\",b\n").rows.at(0) == Cells{"a", "\"x\"", "b"});
  CHECK(read("a,  \"x\"\t,b\n").rows.at(0) == Cells{"a", "x", "b"});
  CHECK(read("a,\"x\"y\"z\",b\n").rows.at(0) == Cells{"a", "xy\"z\"", "b"});
}

TEST_CASE("csv reader: a stray quote ends where the next quoted cell begins", "[csv][hard]") {
  const Read all = read("a,b,c\n\"1,2,3\n4,\"5,5\",6\n7,8,9\n");
  CHECK(all.rows ==
        std::vector<Cells>{{"a", "b", "c"}, {"\"1", "2", "3"}, {"4", "5,5", "6"}, {"7", "8", "9"}});
  CHECK(all.lines == std::vector<std::size_t>{1, 2, 3, 4});
  CHECK(all.stray == std::vector<std::size_t>{2});
}

TEST_CASE("csv reader: several stray quotes cost no rows", "[csv][hard]") {
  const Read all = read("a,b\n\"1,x\n2,\"y,y\"\n\"3,z\n4,\"w,w\"\n5,\"v\n");
  CHECK(all.rows.size() == 6);
  CHECK(all.rows.at(2) == Cells{"2", "y,y"});
  CHECK(all.rows.at(4) == Cells{"4", "w,w"});
  CHECK(all.stray == std::vector<std::size_t>{2, 4, 6});
}

TEST_CASE("csv reader: words after a closing quote in one line are kept, as before",
          "[csv][hard]") {
  CHECK(read("a,b\n\"Ana\" (Anni),x\n").rows.at(1) == Cells{"Ana (Anni)", "x"});
  CHECK(read("a,b\n\"two\nlines\"  ,x\n").rows.at(1) == Cells{"two\nlines", "x"});
}

TEST_CASE("csv reader: a stray quote over the reader's blocks is put back whole", "[csv][hard]") {
  std::string text = "a,b\n\"open,1\n";
  for (int i = 0; i < 20'000; ++i) {
    text += std::to_string(i) + ",x\n";
  }
  const Read all = read(text);
  CHECK(all.rows.size() == 20'002);
  CHECK(all.rows.at(1) == Cells{"\"open", "1"});
  CHECK(all.rows.back() == Cells{"19999", "x"});
  CHECK(all.lines.back() == 20'002);
}

TEST_CASE("csv reader: exactly a mebibyte is a cell, one byte more is not", "[csv][hard]") {
  const bool quoted = GENERATE(false, true);
  const std::string quote = quoted ? "\"" : "";
  const auto text = [&](std::size_t length) {
    return "a,b\n1," + quote + std::string(length, 'x') + quote + "\n";
  };
  CHECK(read(text(kLongestCell)).rows.at(1).at(1).size() == kLongestCell);
  CHECK(refusal(text(kLongestCell + 1)) == "line 2: a cell of more than 1 MiB");
}

TEST_CASE("csv reader: the limit names the line on which the cell began", "[csv][hard]") {
  std::string lines = "a,b\n\n1,\"";
  for (std::size_t i = 0; i <= kLongestCell; i += 100) {
    lines += std::string(100, 'x') + "\n";
  }
  CHECK(refusal(lines + "\"\n") == "line 3: a cell of more than 1 MiB");
}

TEST_CASE("csv reader: a row of thousands of cells is no row of people", "[csv][hard]") {
  CHECK(read("a,b\n" + std::string(4095, ',') + "\n").rows.at(1).size() == 4096);
  CHECK(refusal("a,b\n" + std::string(5000, ',') + "\n") ==
        "line 2: more than 4096 cells in a row");
}

TEST_CASE("csv reader: UTF-16 is read, with a mark and without, either end first", "[csv][hard]") {
  const auto wide = [](const std::string& text, bool big) {
    std::string bytes;
    for (const char c : text) {
      bytes += big ? std::string{'\0', c} : std::string{c, '\0'};
    }
    return bytes;
  };
  const std::vector<Cells> rows{{"name", "note"}, {"Ana", "x"}};
  const std::string text = "name,note\r\nAna,x\r\n";
  CHECK(read("\xFF\xFE" + wide(text, false)).rows == rows);
  CHECK(read("\xFE\xFF" + wide(text, true)).rows == rows);
  CHECK(read(wide(text, false)).rows == rows);
  CHECK(read(wide(text, true)).rows == rows);
}

TEST_CASE("csv reader: a zip archive or a spreadsheet's own file is refused by name",
          "[csv][hard]") {
  CHECK(refusal(std::string("PK\x03\x04 and so on")) ==
        "a zip archive, or a spreadsheet of its own kind");
}

TEST_CASE("csv reader: an upright stroke parts cells where it parts the header", "[csv][hard]") {
  const HeaderTest known = [](std::string_view cell) { return cell == "name" || cell == "note"; };
  CHECK(read("name|note\na, b|c, d\n", known).rows.at(1) == Cells{"a, b", "c, d"});
  CHECK(read("\"sep=;\"\nname;note\n").rows.at(0) == Cells{"name", "note"});
}

TEST_CASE("csv writer: what a spreadsheet might run is guarded, what is a number is not",
          "[csv][hard]") {
  struct Case {
    std::string cell;
    bool is_guarded;
  };
  const Case one = GENERATE(values<Case>({
      {"=1+1", true},
      {"=HYPERLINK(\"http://x\")", true},
      {"=", true},
      {"+1+cmd|' /C calc'!A0", true},
      {"-1+cmd", true},
      {"@SUM(1)", true},
      {"@handle", true},
      {"\t=1", true},
      {"\r=1", true},
      {"-", true},
      {"+", true},
      {"--", true},
      {"'=1", true},
      {"''", true},
      {"+41 79 123 45 67", false},
      {"+1-555-0100", false},
      {"+41 (0)79 123", false},
      {"-3.5", false},
      {"--05-03", false},
      {"a=1", false},
      {"Ana", false},
      {"", false},
      {"'t Hooft", false},
      {"'", false},
      {"1=1", false},
  }));
  CAPTURE(one.cell);
  CHECK(guard_formula(one.cell) == (one.is_guarded ? "'" + one.cell : one.cell));
  CHECK(unguard_formula(guard_formula(one.cell)) == one.cell);

  // And through a file, between two neighbours.
  std::ostringstream out;
  write_csv_row(out, {"head", "of", "file"});
  write_csv_row(out, {"x", one.cell, "y"});
  std::istringstream in(out.str());
  CsvReader reader(in, ',');
  reader.next();
  const auto row = reader.next();
  REQUIRE(row);
  REQUIRE(row->cells.size() == 3);
  CHECK(unguard_formula(row->cells[1]) == one.cell);
}

}  // namespace
}  // namespace kith::exchange
