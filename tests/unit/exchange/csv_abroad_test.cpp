// Headers, dates, names and values as other programs and languages write them.
#include "exchange/csv_columns.hpp"
#include "exchange/csv_names.hpp"
#include "exchange/csv_values.hpp"
#include "support/catch.hpp"
#include <kith/exchange/csv_date.hpp>

namespace kith::exchange {
namespace {

using namespace std::chrono_literals;
using Words = std::vector<std::string>;

struct Known {
  std::string header{};
  std::string field{};
  std::string label = {};
  int number = 1;
  Language language = Language::any;
};

TEST_CASE("csv abroad: headers are put together from words they are made of", "[csv][columns]") {
  using L = Language;
  const Known known = GENERATE(values<Known>({
      {"Private E-Mail 2", "email", "home", 2},
      {"Phone (work)", "phone", "work"},
      {"Cell", "phone", "mobile"},
      {"E-mail Address 2", "email", "", 2},
      {"Company/Organization", "org"},
      {"Company Phone", "phone", "work"},
      {"Business Fax", "phone", "work fax"},
      {"LinkedIn URL", "url", "linkedin"},
      {"LinkedInProfileUrl", "url", "linkedin"},
      {"Twitter Handle", "handle", "twitter"},
      {"GitHub", "handle", "github"},
      {"emailAddress", "email"},
      {"phoneNumber1", "phone"},
      {"HOME_STREET", "street", "home"},
      {"Home Address Line 2", "street", "home"},
      {"Zip/Postal Code", "postal"},
      {"Country/Region", "country"},
      {"P.O. Box", "po box"},
      {"D.O.B.", "birthday"},
      {"Last contacted", "last contact"},
      {"Telefon geschäftlich 2", "phone", "work", 2},
      {"E-Mail 2: Adresse", "email", "", 2},
      {"Straße privat", "street", "home"},
      {"Postleitzahl geschäftlich", "postal", "work"},
      {"Téléphone (domicile)", "phone", "home"},
      {"Tél. mobile", "phone", "mobile"},
      {"Adresse de messagerie", "email"},
      {"Pays/Région (bureau)", "country", "work"},
      {"Teléfono móvil", "phone", "mobile"},
      {"Dirección de correo electrónico", "email"},
      {"País o región del trabajo", "country", "work"},
      {"Indirizzo posta elettronica 2", "email", "", 2},
      {"Via (uff.)", "street", "work", 1, L::italian},
      {"Telefoon thuis", "phone", "home"},
      {"Werkadres, plaats", "city", "work"},
      {"Endereço de email", "email"},
      {"Celular", "phone", "mobile"},
      {"Förnamn", "given"},
      {"Hemtelefon", "phone", "home"},
      {"Tel. G", "phone", "work"},
      {"Skype ID", "handle", "skype"},
      {"Nazwisko", "family"},
      {"Фамилия", "family"},
      {"День рождения", "birthday"},
      {"電話番号", "phone"},
      {"メールアドレス", "email"},
      {"姓名", "name"},
      {"Aniversário", "birthday", "", 1, L::portuguese},
      {"Aniversario", "event", "anniversary", 1, L::spanish},
  }));
  CAPTURE(known.header);
  const std::optional<CsvColumn> column = read_header(known.header, known.language);
  REQUIRE(column);
  CHECK(column->field == known.field);
  CHECK(column->label == known.label);
  CHECK(column->number == known.number);
}

TEST_CASE("csv abroad: what merely sounds like a column is none", "[csv][columns]") {
  for (const char* header : {"Email Opt In",
                             "Email Domain",
                             "IP Address",
                             "Contact owner",
                             "Company size",
                             "Phone carrier",
                             "Assigned to",
                             "Created at",
                             "Organization 1 - Symbol"}) {
    CAPTURE(header);
    CHECK_FALSE(read_header(header));
  }
}

TEST_CASE("csv abroad: the order of day and month is what the file tells", "[csv][date]") {
  CHECK(read_file_date("05/06/1988", DateOrder::day_first) == 1988y / 6 / 5);
  CHECK(read_file_date("05/06/1988", DateOrder::month_first) == 1988y / 5 / 6);
  CHECK(read_file_date("15/06/1988", DateOrder::month_first) == 1988y / 6 / 15);
  CHECK(read_file_date("05.06.1988") == 1988y / 6 / 5);
  CHECK(order_told_by("15/06/1988") == DateOrder::day_first);
  CHECK(order_told_by("06/15/1988") == DateOrder::month_first);
  CHECK(order_told_by("05/06/1988") == DateOrder::open);
  CHECK(order_told_by("1988-06-15") == DateOrder::open);
}

TEST_CASE("csv abroad: months of other languages", "[csv][date]") {
  for (const char* text : {"15. Juni 1988",
                           "15 juin 1988",
                           "15 de junio de 1988",
                           "15 giugno 1988",
                           "15 juni 1988",
                           "15 de junho de 1988",
                           "Wednesday, June 15th, 1988",
                           "19880615",
                           "1988年6月15日"}) {
    CAPTURE(text);
    CHECK(read_file_date(text) == 1988y / 6 / 15);
  }
  CHECK(read_file_date("3 März 1990") == 1990y / 3 / 3);
  CHECK(read_file_date("3 août 1990") == 1990y / 8 / 3);
  CHECK(read_file_date("3 juillet 1990") == 1990y / 7 / 3);
  CHECK(read_file_date("3 Dezember 1990") == 1990y / 12 / 3);
}

TEST_CASE("csv abroad: days without a year, a spreadsheet's numbers, and none", "[csv][date]") {
  const PartialDate june({}, 6, 15);
  for (const char* text : {"--06-15",
                           "06-15",
                           "6/15",
                           "15/6",
                           "15.6.",
                           "15 June",
                           "June 15",
                           "1604-06-15",
                           "0000-06-15"}) {
    CAPTURE(text);
    CHECK(read_file_day(text, DateOrder::open) == june);
  }
  CHECK(read_file_day("32309", DateOrder::open) == PartialDate(1988y / 6 / 15));
  CHECK(read_file_day("06/1988", DateOrder::open) == PartialDate({1988}, {6}, {}));
  CHECK_FALSE(read_file_day("1988", DateOrder::open));
  CHECK_FALSE(read_file_day("soon", DateOrder::open));
  CHECK(is_no_date("0/0/00"));
  CHECK(is_no_date("0000-00-00"));
  CHECK(is_no_date("1/1/4501"));
  CHECK_FALSE(is_no_date("1/1/2000"));
}

TEST_CASE("csv abroad: names written family first are turned round", "[csv][names]") {
  for (const char* name : {"Lim, Ana", "van Damme, Chloé", "O'Neill, Zoë Maria"}) {
    CAPTURE(name);
    CHECK(is_family_first(name, false));
  }
  for (const char* name :
       {"Ana Lim, PhD", "Lim, PhD", "Acme, Inc.", "Ana Lim", "Ana, Ben, Cleo", "Lim,", "5, Way"}) {
    CAPTURE(name);
    CHECK_FALSE(is_family_first(name, false));
  }
  CHECK_FALSE(is_family_first("Garcia Marquez, Gabriel", false));
  CHECK(is_family_first("Garcia Marquez, Gabriel", true));
  CHECK(given_first("Lim, Ana") == "Ana Lim");
}

TEST_CASE("csv abroad: a name goes out in parts that make it again", "[csv][names]") {
  const auto parts = [](const char* name) {
    const NameParts both = parted_name(name);
    return Words{both.given, both.family};
  };
  CHECK(parts("Ana Lim") == Words{"Ana", "Lim"});
  CHECK(parts("Ludwig van Beethoven") == Words{"Ludwig", "van Beethoven"});
  CHECK(parts("Ana Maria de la Cruz") == Words{"Ana Maria", "de la Cruz"});
  CHECK(parts("Ana Lim, PhD") == Words{"Ana", "Lim, PhD"});
  CHECK(parts("王伟") == Words{"王伟", ""});
  CHECK(parts("Ana  Lim") == Words{"Ana  Lim", ""});
}

TEST_CASE("csv abroad: e-mail addresses are taken out of what stands around them",
          "[csv][values]") {
  CHECK(emails_in("a@x.org; b@y.org") == Words{"a@x.org", "b@y.org"});
  CHECK(emails_in("a@x.org\nb@y.org") == Words{"a@x.org", "b@y.org"});
  CHECK(emails_in("a@x.org b@y.org") == Words{"a@x.org", "b@y.org"});
  CHECK(emails_in("a@x.org / b@y.org") == Words{"a@x.org", "b@y.org"});
  CHECK(emails_in("mailto:a@x.org") == Words{"a@x.org"});
  CHECK(emails_in("Ana Lim <a@x.org>, \"Lim, Ana\" <b@y.org>") == Words{"a@x.org", "b@y.org"});
  CHECK(emails_in("a@x.org ::: nowhere") == Words{"a@x.org", "nowhere"});
  CHECK(emails_in("a@x.org (work)") == Words{"a@x.org"});
  CHECK(emails_in("nowhere") == Words{"nowhere"});
}

Words phones(const char* cell) {
  Words all;
  for (const ContactPoint& point : phones_in(cell)) {
    all.push_back(point.value + (point.label.empty() ? "" : "=" + point.label));
  }
  return all;
}

TEST_CASE("csv abroad: several phone numbers in one cell, and one that only looks like several",
          "[csv][values]") {
  CHECK(phones("+41 79 123 45 67; +41 31 555 01 00") ==
        Words{"+41 79 123 45 67", "+41 31 555 01 00"});
  CHECK(phones("555 0100, 555 0101") == Words{"555 0100", "555 0101"});
  CHECK(phones("555 0100, ext. 7") == Words{"555 0100, ext. 7"});
  CHECK(phones("030/555 01 00") == Words{"030/555 01 00"});
  CHECK(phones("030 555 01 00 / 0170 123 45 67") == Words{"030 555 01 00", "0170 123 45 67"});
  CHECK(phones("mobile: +41 79 1 23") == Words{"+41 79 1 23=mobile"});
  CHECK(phones("+41 79 123 45 67 (Work)") == Words{"+41 79 123 45 67=work"});
  CHECK(phones("tel:+41-79-123") == Words{"+41-79-123"});
  CHECK(phones("+44 (0)20 7946") == Words{"+44 (0)20 7946"});
}

}  // namespace
}  // namespace kith::exchange
