// LinkedIn's Connections.csv as files: every trait that real ones were seen to have.
#include <map>

#include "support/catch.hpp"
#include "support/imports.hpp"
#include "support/temp_dir.hpp"
#include <kith/error.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::lines_of;
using Lines = std::vector<std::string>;

std::string fixture(const std::string& name) {
  const std::filesystem::path file = std::filesystem::path(KITH_TEST_DATA) / "linkedin" / name;
  REQUIRE(std::filesystem::exists(file));
  return test::read_file(file);
}

const std::string kAna =
    "Ana Lim | CTO at Acme | 2023-03-04 | | https://www.linkedin.com/in/analim";

TEST_CASE("linkedin files: the wild one becomes exactly these people", "[linkedin][files]") {
  ImportHouse house;
  const ImportReport report = house.linkedin(fixture("wild.csv"));
  const std::string in = "https://www.linkedin.com/in/";
  CHECK(house.everybody() ==
        Lines{"ANA lim | CEO at Beta | 2024-03-05 | ana@example.org | "
              "http://linkedin.com/in/AnaLim/?trk=x",
              "Duo |  at  |  | | " + in + "duo",
              "Long Row | Title at Org | 2020-01-01 | | " + in + "long",
              "Mono |  at  |  | | " + in + "mono",
              "Mul Ti | Head of Things at Two Lines Ltd | 2020-01-02 | | " + in + "multi",
              "Nils Berg |  at Nord | 2019-01-01 | | " + in + "shared",
              "Nina Berg |  at Syd | 2019-01-02 | | " + in + "shared",
              "Priya R |  at  | 2020-02-29 | | " + in + "priya-r",
              "Q \"Quo\" O'Te |  at  | 2020-01-05 | | " + in + "quo",
              "Rafał 🚀 (Ralph) Nowak | [Open to work] at „Dobra” Sp. z o.o. | 2022-02-01 | | " +
                  in + "rafal",
              "Sam Lee |  at Acme | 2023-05-05 | | " + in + "sam1",
              "Sam Lee |  at Initech | 2023-05-06 | | " + in + "sam2",
              "Short Row |  at  |  | |",
              "Tess Tab |  at  | 2021-07-04 | | " + in + "tess",
              "Zed After |  at  | 2020-01-03 | | " + in + "zed",
              "Zoë Okoye, PhD | Engineer, Platform at Globex | 2024-01-15 | | " + in +
                  "zo%C3%AB-okoye",
              "王 伟 | 工程师 at  | 2021-12-03 | | " + in + "%E7%8E%8B"});
  CHECK(report.people == ImportCount{.imported = 17});
  CHECK(report.repeated == 1);
  CHECK(report.skipped == 2);
  CHECK(report.read() == 20);
}

TEST_CASE("linkedin files: the wild one's report names each line that is not plain",
          "[linkedin][files]") {
  ImportHouse house;
  const ImportReport report = house.linkedin(fixture("wild.csv"));
  CHECK(lines_of(report) ==
        Lines{"6: repeated: Ana Lim: the same URL and name as on line 14",
              "13: skipped: no name (LinkedIn leaves closed accounts empty)",
              "18: warning: Duo: Connected On is no date: 31 Feb 2022",
              "19: warning: Tess Tab: not an address: not an e-mail address, left out",
              "27: skipped: no name"});
  REQUIRE(report.possible_doubles.size() == 1);
  CHECK(report.possible_doubles[0].line == 12);
  CHECK(report.possible_doubles[0].like.size() == 1);
}

TEST_CASE("linkedin files: each of them a second time changes nothing", "[linkedin][files]") {
  const std::string name = GENERATE(as<std::string>{},
                                    "wild.csv",
                                    "six_columns.csv",
                                    "url_last.csv",
                                    "unclosed_quote.csv",
                                    "last_quote_unclosed.csv");
  CAPTURE(name);
  ImportHouse house;
  const ImportReport first = house.linkedin(fixture(name));
  const std::string before = house.to_json();
  const ImportReport second = house.linkedin(fixture(name));
  CHECK(second.people == ImportCount{.unchanged = first.people.imported});
  CHECK(second.repeated == first.repeated);
  CHECK(second.skipped == first.skipped);
  CHECK(second.possible_doubles.empty());
  CHECK(house.to_json() == before);
  CHECK(house.store.journal().history(9).size() == 1);  // a change that changed nothing is none
}

TEST_CASE("linkedin files: the header is found under every preamble and in every layout",
          "[linkedin][files]") {
  const std::string name = GENERATE(as<std::string>{},
                                    "no_preamble.csv",
                                    "two_plain_lines.csv",
                                    "four_lines.csv",
                                    "url_last.csv",
                                    "spreadsheet.csv",
                                    "old_mac.csv",
                                    "no_last_line_end.csv",
                                    "upper_case.csv");
  CAPTURE(name);
  ImportHouse house;
  const ImportReport report = house.linkedin(fixture(name));
  CHECK(house.everybody() == Lines{kAna});
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(report.remarks.empty());
}

TEST_CASE("linkedin files: layouts may change from one export to the next", "[linkedin][files]") {
  ImportHouse house;
  house.linkedin(fixture("no_preamble.csv"));
  for (const char* name : {"two_plain_lines.csv", "url_last.csv", "spreadsheet.csv"}) {
    CAPTURE(name);
    CHECK(house.linkedin(fixture(name)).people == ImportCount{.unchanged = 1});
  }
  CHECK(house.everybody() == Lines{kAna});
}

TEST_CASE("linkedin files: six columns of 2021 first, seven later: one person, now with a URL",
          "[linkedin][files]") {
  ImportHouse house;
  house.linkedin(fixture("six_columns.csv"));
  CHECK(house.everybody() == Lines{"Ana Lim | CTO at Acme | 2023-03-04 | |"});
  CHECK(house.linkedin(fixture("no_preamble.csv")).people == ImportCount{.updated = 1});
  CHECK(house.everybody() == Lines{kAna});
  // And the old file once more neither adds her again nor takes the URL away.
  CHECK(house.linkedin(fixture("six_columns.csv")).people == ImportCount{.unchanged = 1});
  CHECK(house.everybody() == Lines{kAna});
}

TEST_CASE("linkedin files: a header without rows is an answer, not a mistake",
          "[linkedin][files]") {
  ImportHouse house;
  const ImportReport report = house.linkedin(fixture("header_only.csv"));
  CHECK(report.read() == 0);
  CHECK(report.remarks.empty());
  CHECK(house.store.journal().history(1).empty());
}

TEST_CASE("linkedin files: what is no export is refused, and says what is missing",
          "[linkedin][files]") {
  const std::string name = GENERATE(as<std::string>{}, "headless.csv", "empty.csv", "binary.bin");
  CAPTURE(name);
  ImportHouse house;
  try {
    house.linkedin(fixture(name));
    FAIL("read it");
  } catch (const DataError& error) {
    CHECK(error.message().find("column names") != std::string::npos);
    CHECK(error.position());
  }
  CHECK(house.store.people().count() == 0);
}

TEST_CASE("linkedin files: UTF-16 is read as what it says", "[linkedin][files]") {
  ImportHouse house;
  const ImportReport report = house.linkedin(fixture("utf16.csv"));
  CHECK(house.everybody() == Lines{kAna});
  CHECK(report.remarks.empty());
}

TEST_CASE("linkedin files: a quote that is never closed costs nobody", "[linkedin][files]") {
  ImportHouse house;
  const ImportReport report = house.linkedin(fixture("last_quote_unclosed.csv"));
  CHECK(report.people.imported == 3);
  CHECK(lines_of(report) == Lines{"3: warning: a quote that is never closed"});
  CHECK(house.only("Ben Ray").org() == "\"Beta Inc.");
  CHECK(house.only("Cleo Fay").org() == "Gamma");
}

TEST_CASE("linkedin files: a stray quote does not swallow the rows up to the next quoted cell",
          "[linkedin][files]") {
  ImportHouse house;
  const ImportReport report = house.linkedin(fixture("unclosed_quote.csv"));
  CHECK(report.people.imported == 3);
  CHECK(lines_of(report) == Lines{"2: warning: a quote that is never closed"});
  CHECK(house.only("Ben Ray").org() == "Beta, Inc.");
  CHECK(house.only("Cleo Fay").org() == "Gamma, Inc.");
}

TEST_CASE("linkedin files: each spelling of a date is the same day", "[linkedin][files]") {
  const std::string spelling = GENERATE(as<std::string>{},
                                        "04 Mar 2023",
                                        "4 Mar 2023",
                                        "04-Mar-23",
                                        "4-Mar-2023",
                                        "03/04/23",
                                        "3/4/2023",
                                        "2023-03-04",
                                        "04.03.2023",
                                        "\"March 4, 2023\"",
                                        " 04 Mar 2023 ");
  CAPTURE(spelling);
  ImportHouse house;
  std::string text = fixture("no_preamble.csv");
  text.replace(text.find("04 Mar 2023"), 11, spelling);
  CHECK(house.linkedin(text).remarks.empty());
  CHECK(house.everybody() == Lines{kAna});
}

TEST_CASE("linkedin files: the first of two people of one URL is not renamed into the second",
          "[linkedin][files]") {
  ImportHouse house;
  house.linkedin(fixture("wild.csv"));
  std::string newer = fixture("wild.csv");
  newer.replace(newer.find("Syd"), 3, "Neu");
  const ImportReport report = house.linkedin(newer);
  CHECK(report.people == ImportCount{.updated = 1, .unchanged = 16});
  CHECK(house.only("Nina Berg").org() == "Neu");
  CHECK(house.only("Nils Berg").org() == "Nord");
}

TEST_CASE("linkedin files: a huge cell is refused with its line, and nobody comes in",
          "[linkedin][files]") {
  ImportHouse house;
  const std::string text = fixture("no_preamble.csv") + "Big,Cell,,,\"" +
                           std::string(kLongestName * 2000, 'x') + "\",,\n";
  try {
    house.linkedin(text);
    FAIL("read it");
  } catch (const DataError& error) {
    CHECK(error.position().value_or(Position{}).line == 3);
  }
  CHECK(house.store.people().count() == 0);
}

TEST_CASE("linkedin files: a name or company that is too long costs that row alone",
          "[linkedin][files]") {
  ImportHouse house;
  const std::string company(1001, 'c');
  const ImportReport report =
      house.linkedin(fixture("no_preamble.csv") + "Big,Company,,," + company + ",,\n" +
                     std::string(1001, 'n') + ",,,,,,\nLast,One,,,,,\n");
  CHECK(report.people.imported == 2);
  CHECK(report.skipped == 2);
  REQUIRE(report.remarks.size() == 2);
  CHECK(lines_of(report)[0] == "3: skipped: Big Company: org: 1001 characters are too many");
  CHECK(report.remarks[1].line == 4);
  CHECK(report.remarks[1].why == "name: 1001 characters are too many");
  CHECK(house.everybody().size() == 2);
}

}  // namespace
}  // namespace kith::exchange
