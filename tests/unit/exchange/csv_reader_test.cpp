// The CSV reader on what real programs write.
#include <sstream>

#include "support/catch.hpp"
#include <kith/error.hpp>
#include <kith/exchange/csv_reader.hpp>

namespace kith::exchange {
namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> read_all(const std::string& text) {
  std::istringstream in(text);
  CsvReader reader(in);
  std::vector<Cells> rows;
  while (const auto row = reader.next()) {
    rows.push_back(row->cells);
  }
  return rows;
}

std::vector<std::size_t> lines_of(const std::string& text) {
  std::istringstream in(text);
  CsvReader reader(in);
  std::vector<std::size_t> lines;
  while (const auto row = reader.next()) {
    lines.push_back(row->line);
  }
  return lines;
}

TEST_CASE("csv: cells are parted by commas and rows by any line end", "[csv]") {
  const std::vector<Cells> expected{{"a", "b"}, {"c", "d"}};
  CHECK(read_all("a,b\nc,d\n") == expected);
  CHECK(read_all("a,b\r\nc,d\r\n") == expected);
  CHECK(read_all("a,b\rc,d") == expected);
}

TEST_CASE("csv: a quoted cell keeps commas, quotes and line ends", "[csv]") {
  CHECK(read_all("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\nnext,x,y\n") ==
        std::vector<Cells>{{"a,b", "say \"hi\"", "two\nlines"}, {"next", "x", "y"}});
}

TEST_CASE("csv: blanks around quotes and text after them are kept in their place", "[csv]") {
  CHECK(read_all("a, \"b, c\" ,d\n") == std::vector<Cells>{{"a", "b, c", "d"}});
  CHECK(read_all("\"a\"bc,d\n") == std::vector<Cells>{{"abc", "d"}});
  CHECK(read_all("a \"b\" c,d\n") == std::vector<Cells>{{"a \"b\" c", "d"}});
}

TEST_CASE("csv: a quote that is never closed swallows nothing", "[csv]") {
  std::istringstream in("name,org\n\"Ana,Acme\nBen,Beta\n");
  CsvReader reader(in);
  reader.next();
  CHECK(reader.next()->cells == Cells{"\"Ana", "Acme"});
  CHECK(reader.next()->cells == Cells{"Ben", "Beta"});
  CHECK_FALSE(reader.next());
  CHECK(reader.stray_quotes() == std::vector<std::size_t>{2});
}

TEST_CASE("csv: rows know the line they begin on, also after cells of several lines", "[csv]") {
  CHECK(lines_of("a,b\n\"1\n2\n3\",x\n\n\nlast,y") == std::vector<std::size_t>{1, 2, 7});
  CHECK(lines_of("a,b\r\n\"1\r\n2\",x\r\nlast,y\r\n") == std::vector<std::size_t>{1, 2, 4});
}

TEST_CASE("csv: rows may be ragged, blank lines are passed over", "[csv]") {
  std::istringstream in("a,b,c\n\n1\n1,2,3,4\n");
  CsvReader reader(in);
  reader.next();
  const auto short_row = reader.next();
  CHECK(short_row->cell(0) == "1");
  CHECK(short_row->cell(2).empty());
  CHECK(reader.next()->cells.size() == 4);
}

TEST_CASE("csv: the delimiter is told from the rows", "[csv]") {
  CHECK(read_all("name;org\n\"Lim, Ana\";Acme\n") ==
        std::vector<Cells>{{"name", "org"}, {"Lim, Ana", "Acme"}});
  CHECK(read_all("name;title;city\nAna;CTO, Acme;Bern\nBen;CEO, Beta;Basel\n").at(1).size() == 3);
  CHECK(read_all("name\torg\nAna\tAcme\n").at(1) == Cells{"Ana", "Acme"});
  CHECK(read_all("sep=;\nname;org\nAna;Acme\n").at(1) == Cells{"Ana", "Acme"});
  CHECK(read_all("Notes:\n\"One, two; three\"\n\nFirst Name,Last Name\nAna,Lim\n").at(3) ==
        Cells{"Ana", "Lim"});
}

TEST_CASE("csv: a byte order mark is no part of the first cell", "[csv]") {
  CHECK(read_all("\xEF\xBB\xBFname,org\n").at(0).at(0) == "name");
}

TEST_CASE("csv: cells that are no UTF-8 are read as Windows-1252, and counted, as NULs are",
          "[csv]") {
  std::istringstream in(std::string("Jos\xE9,a\0b,\xC3\xA9,\xC3\xA9\xE9\n", 16));
  CsvReader reader(in);
  CHECK(reader.next()->cells == Cells{"José", "ab", "é", "é\xEF\xBF\xBD"});
  CHECK(reader.cells_of_8_bit() == 1);
  CHECK(reader.repaired_bytes() == 2);
}

TEST_CASE("csv: a cell of more than a mebibyte is refused with its line", "[csv]") {
  const std::string text = "a,b\n1,\"" + std::string(kLongestCell + 1, 'x') + "\"\n";
  std::istringstream in(text);
  CsvReader reader(in);
  reader.next();
  try {
    reader.next();
    FAIL("read it");
  } catch (const DataError& error) {
    CHECK(error.position().value_or(Position{}).line == 2);
    CHECK(error.message() == "line 2: a cell of more than 1 MiB");
  }
}

TEST_CASE("csv: an empty file has no rows", "[csv]") {
  CHECK(read_all("").empty());
  CHECK(read_all("\xEF\xBB\xBF").empty());
  CHECK(read_all("\n\r\n\n").empty());
  CHECK(read_all("\"") == std::vector<Cells>{{"\""}});
}

TEST_CASE("csv: cells that go over the reader's blocks are whole", "[csv]") {
  const std::string big(200'000, 'y');
  CHECK(read_all("a," + big + "\n\"" + big + "\",b\n") ==
        std::vector<Cells>{{"a", big}, {big, "b"}});
}

}  // namespace
}  // namespace kith::exchange
