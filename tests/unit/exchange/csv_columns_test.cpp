// The names of columns: each that kith knows, however it is written, and --map.
#include "exchange/csv_columns.hpp"

#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/error.hpp>

namespace kith::exchange {
namespace {

using test::ImportHouse;
using test::lines_of;

struct Known {
  std::string header;
  std::string field;
  std::string label = {};
  int number = 1;
};

void check(const Known& known, const std::string& header) {
  CAPTURE(header);
  const std::optional<CsvColumn> column = read_header(header);
  REQUIRE(column);
  CHECK(column->field == known.field);
  CHECK(column->label == known.label);
  CHECK(column->number == known.number);
  CHECK(column->part == CsvColumn::Part::value);
}

std::string upper(std::string text) {
  for (char& c : text) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return text;
}

TEST_CASE("csv columns: other programs' names are known in any case and spacing",
          "[csv][columns]") {
  const Known known = GENERATE(values<Known>({
      {"Name", "name"},
      {"Display Name", "name"},
      {"Given Name", "given"},
      {"First Name", "given"},
      {"Additional Name", "middle"},
      {"Family Name", "family"},
      {"Surname", "family"},
      {"Name Suffix", "suffix"},
      {"Nickname", "nickname"},
      {"E-mail Address", "email"},
      {"E-mail 2 Address", "email", "", 2},
      {"E-mail 3 - Value", "email", "", 3},
      {"email2", "email", "", 2},
      {"Primary Email", "email"},
      {"Work Email", "email", "work"},
      {"Phone 12 - Value", "phone", "", 12},
      {"Mobile Phone", "phone", "mobile"},
      {"Home Phone 2", "phone", "home", 2},
      {"Business Phone", "phone", "work"},
      {"Web Page", "url"},
      {"LinkedIn URL", "url", "linkedin"},
      {"Address 1 - Formatted", "address"},
      {"Organization 1 - Name", "org"},
      {"Organization Title", "title"},
      {"Company", "org"},
      {"Job Title", "title"},
      {"Date of Birth", "birthday"},
      {"Group Membership", "tags"},
      {"Categories", "tags"},
      {"Connected On", "met on"},
      {"Referred By", "introduced by"},
      {"Notes", "note"},
      {"Time Zone", "timezone"},
      {"cadence_days", "every"},
  }));
  check(known, known.header);
  check(known, "  " + upper(known.header) + " ");
  std::string underscored = known.header;
  std::replace(underscored.begin(), underscored.end(), ' ', '_');
  check(known, underscored);
}

TEST_CASE("csv columns: labels are told from values", "[csv][columns]") {
  for (const char* header :
       {"E-mail 2 - Label", "email 2 label", "E-mail 2 - Type", "email2_type"}) {
    CAPTURE(header);
    const std::optional<CsvColumn> column = read_header(header);
    REQUIRE(column);
    CHECK(column->field == "email");
    CHECK(column->number == 2);
    CHECK(column->part == CsvColumn::Part::label);
  }
  CHECK(read_header("Labels")->field == "tags");  // Google's groups
}

TEST_CASE("csv columns: what is none of them is none", "[csv][columns]") {
  for (const char* header :
       {"", " ", "-", "label", "value", "7", "shoe size", "email 0", "Yomi Name", "emailx"}) {
    CAPTURE(header);
    CHECK_FALSE(read_header(header));
  }
}

TEST_CASE("csv columns: every field of the manual is a column of its own name", "[csv][columns]") {
  for (const std::string_view field : csv_fields()) {
    CAPTURE(field);
    const std::optional<CsvColumn> column = read_header(field);
    REQUIRE(column);
    CHECK(column->field == field);
    CHECK_NOTHROW(parse_column_map({std::string(field) + "=X"}));
  }
}

TEST_CASE("csv columns: kith's own header is known to the last column", "[csv][columns]") {
  ImportHouse house;
  Person ana{.name = "Ana"};
  ana.add_point({ContactKind::email, "a@example.org", ""});
  ana.add_point({ContactKind::email, "b@example.org", ""});
  ana.memberships = {{.org = "A"}, {.org = "B"}};
  house.add(ana);
  ImportHouse other;
  CHECK(other.csv(house.to_csv()).remarks.empty());
}

TEST_CASE("csv map: the column that was named wins over one that looks right", "[csv][columns]") {
  ImportHouse house;
  const ImportReport report =
      house.csv("name,email,My Mail\nAna Lim,old@example.org,new@example.org\n",
                parse_column_map({"email=my mail"}));
  const std::vector<ContactPoint> emails = house.only("Ana Lim").points(ContactKind::email);
  REQUIRE(emails.size() == 1);
  CHECK(emails[0].value == "new@example.org");
  CHECK(lines_of(report) == std::vector<std::string>{"1: warning: columns left out: email"});
}

TEST_CASE("csv map: numbered fields and other names of fields win as well", "[csv][columns]") {
  ImportHouse house;
  house.csv(
      "name,email,email 2,Spare,Firm,Company\nAna Lim,a@example.org,b@example.org,"
      "c@example.org,Mine,Theirs\n",
      parse_column_map({"email 2=Spare", "company=Firm"}));
  const Person ana = house.only("Ana Lim");
  std::vector<std::string> emails;
  for (const ContactPoint& point : ana.points(ContactKind::email)) {
    emails.push_back(point.value);
  }
  std::sort(emails.begin(), emails.end());
  CHECK(emails == std::vector<std::string>{"a@example.org", "c@example.org"});
  CHECK(ana.org() == "Mine");
}

TEST_CASE("csv map: a column that kith would read otherwise is what it was mapped to",
          "[csv][columns]") {
  ImportHouse house;
  house.csv("name,title\nAna Lim,climbing\n", parse_column_map({"tags=title"}));
  CHECK(house.only("Ana Lim").tags == std::vector<std::string>{"climbing"});
  CHECK(house.only("Ana Lim").title().empty());
}

TEST_CASE("csv map: the header is found under a title by what is mapped", "[csv][columns]") {
  ImportHouse house;
  const ImportReport report = house.csv("My address book\n\nWer;Wo\nAna Lim;Bern\n",
                                        parse_column_map({"name=WER", "city= wo "}));
  CHECK(report.people.imported == 1);
  CHECK(house.only("Ana Lim").city == "Bern");
}

std::string usage_error(const std::vector<std::string>& pairs) {
  try {
    parse_column_map(pairs);
  } catch (const UsageError& error) {
    return error.message();
  }
  return "took it";
}

TEST_CASE("csv map: what cannot be meant is refused", "[csv][columns]") {
  CHECK(usage_error({"name"}) == "--map name: not FIELD=COLUMN");
  CHECK(usage_error({"name="}) == "--map name=: not FIELD=COLUMN");
  CHECK(usage_error({"=X"}) == "--map =X: not FIELD=COLUMN");
  CHECK(usage_error({""}) == "--map : not FIELD=COLUMN");
  CHECK(usage_error({"shoe size=X"}) == "--map shoe size=X: not FIELD=COLUMN");
  CHECK(usage_error({"name=A", "name=B"}) == "--map name=B: this field is mapped already");
  CHECK(usage_error({"name=A", "full_name=B"}) ==
        "--map full_name=B: this field is mapped already");
  CHECK(usage_error({"email=A", "email 2=B", "email label=C"}) == "took it");
}

TEST_CASE("csv map: a column may have an equals sign in its name", "[csv][columns]") {
  ImportHouse house;
  house.csv("a=b,c\nAna Lim,x\n", parse_column_map({"name=a=b"}));
  CHECK(house.only("Ana Lim").name == "Ana Lim");
}

TEST_CASE("csv map: a column that is not there is named with those that are", "[csv][columns]") {
  ImportHouse house;
  try {
    house.csv("Wer,Wo\nAna,Bern\n", parse_column_map({"name=Wer", "city=Wohin"}));
    FAIL("read it");
  } catch (const DataError& error) {
    CHECK(error.message() == "Wohin: no such column");
    CHECK(error.hint() == "the columns are Wer, Wo");
    CHECK(error.position().value_or(Position{}).line == 1);
  }
  CHECK(house.store.people().count() == 0);
}

}  // namespace
}  // namespace kith::exchange
