// Dates as files write them.
#include "support/catch.hpp"
#include <kith/exchange/csv_date.hpp>

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;

TEST_CASE("file dates: LinkedIn's own and a spreadsheet's are read", "[csv][date]") {
  CHECK(read_file_date("04 Mar 2023") == 2023y / 3 / 4);
  CHECK(read_file_date("15-Jan-24") == 2024y / 1 / 15);
  CHECK(read_file_date("05/14/23") == 2023y / 5 / 14);
  CHECK(read_file_date("5/4/2023") == 2023y / 5 / 4);
  CHECK(read_file_date("2023-03-04") == 2023y / 3 / 4);
  CHECK(read_file_date("2023-03-04T09:30:00Z") == 2023y / 3 / 4);
  CHECK(read_file_date("2023-03-04 09:30") == 2023y / 3 / 4);
  CHECK(read_file_date("March 4, 2023") == 2023y / 3 / 4);
  CHECK(read_file_date("4 Sept 2023") == 2023y / 9 / 4);
}

TEST_CASE("file dates: the day comes first where dots are, or where no month would fit",
          "[csv][date]") {
  CHECK(read_file_date("14.05.2023") == 2023y / 5 / 14);
  CHECK(read_file_date("04.05.23") == 2023y / 5 / 4);
  CHECK(read_file_date("14/05/2023") == 2023y / 5 / 14);
}

TEST_CASE("file dates: two digits are a year of 1969 to 2068", "[csv][date]") {
  CHECK(read_file_date("15-Jan-68") == 2068y / 1 / 15);
  CHECK(read_file_date("15-Jan-69") == 1969y / 1 / 15);
}

TEST_CASE("file dates: what is none is none", "[csv][date]") {
  for (const char* text : {"",
                           "soon",
                           "30 Feb 2023",
                           "13/13/23",
                           "0/0/00",
                           "2023-03",
                           "--05-03",
                           "1 2 3 4",
                           "99999999999999999999 Jan 2023",
                           "04 Mar 20233",
                           "9:30",
                           "4 Ma 2023",
                           "12345-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(read_file_date(text));
  }
}

}  // namespace
}  // namespace kith::exchange
