// Hostile rows under a header of Outlook's and of many others: they are read, or refused with an
// error of kith's own. The reader alone, without a store: some hundred times as many attempts a
// second.
#include "fuzz/nobody.hpp"
#include <kith/exchange/csv_people.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kith;
  return fuzz::try_bytes(
      "First Name,Last Name,Name,Title,Job Title,E-mail Address,Home,Mobile Phone,Home Street,Home Street "
      "2,Home City,Business Country/Region,Birthday,Anniversary,Spouse,Children,Categories,Notes,Web "
      "Page,Twitter,Last contact,Every,Custom Field 1 - Label,Custom Field 1 - Value\n",
      data,
      size,
      [](std::istream& in, exchange::LogSink& sink) {
        exchange::read_csv_people(in, {}, fuzz::kToday, sink);
      });
}
