// Newer exports of LinkedIn's: what follows, what stays, what comes back and what does not.
#include "support/catch.hpp"
#include "support/imports.hpp"

namespace kith::exchange {
namespace {

using test::ImportHouse;
using namespace std::chrono_literals;

/// One row's file; the URL is what stays the same.
struct Row {
  std::string given = "Ana";
  std::string family = "Lim";
  std::string email{};
  std::string org = "Acme";
  std::string title = "CTO";
  std::string on = "04 Mar 2023";

  std::string file() const {
    return "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + given + "," +
           family + ",https://www.linkedin.com/in/analim," + email + "," + org + "," + title + "," +
           on + "\n";
  }
};

/// A house into which Ana came from LinkedIn.
struct AnasHouse : ImportHouse {
  AnasHouse() { linkedin(Row{}.file()); }

  template <class Change>
  void edit(Change change) {
    Person ana = only("Ana Lim");
    change(ana);
    store.write("edit", [&] { store.people().update(ana); });
  }
};

TEST_CASE("linkedin again: what the user never touched follows, field by field",
          "[linkedin][again]") {
  AnasHouse house;
  SECTION("company") {
    CHECK(house.linkedin(Row{.org = "Beta"}.file()).people == ImportCount{.updated = 1});
    CHECK(house.only("Ana Lim").org() == "Beta");
    CHECK(house.only("Ana Lim").title() == "CTO");
    CHECK(house.only("Ana Lim").memberships.size() == 1);
  }
  SECTION("title alone") {
    house.linkedin(Row{.title = "CEO"}.file());
    CHECK(house.only("Ana Lim").title() == "CEO");
    CHECK(house.only("Ana Lim").org() == "Acme");
  }
  SECTION("name") {
    house.linkedin(Row{.family = "Lim-Meyer"}.file());
    CHECK(house.store.names().with_name("Ana Lim").empty());
    CHECK(house.only("Ana Lim-Meyer").org() == "Acme");
  }
  SECTION("day") {
    house.linkedin(Row{.on = "05 Mar 2023"}.file());
    CHECK(house.only("Ana Lim").met_on == PartialDate(2023y / 3 / 5));
  }
  SECTION("e-mail") {
    house.linkedin(Row{.email = "ana@example.org"}.file());
    house.linkedin(Row{.email = "ana@new.example.org"}.file());
    CHECK(house.only("Ana Lim").points(ContactKind::email).size() == 2);  // both may still work
  }
  CHECK(house.store.people().count() == 1);
}

TEST_CASE("linkedin again: what the user changed stays, field by field", "[linkedin][again]") {
  AnasHouse house;
  const Row news{.given = "Anne", .org = "Beta", .title = "CEO", .on = "01 Jan 2024"};
  SECTION("organisation") {
    house.edit([](Person& ana) { ana.set_org("Mine"); });
    house.linkedin(news.file());
    CHECK(house.only("Anne Lim").org() == "Mine");
    CHECK(house.only("Anne Lim").met_on == PartialDate(2024y / 1 / 1));
  }
  SECTION("title") {
    house.edit([](Person& ana) { ana.set_title("Boss"); });
    house.linkedin(news.file());
    CHECK(house.only("Anne Lim").title() == "Boss");
    CHECK(house.only("Anne Lim").org() == "Acme");  // no title of mine at an organisation of theirs
  }
  SECTION("day of meeting") {
    house.edit([](Person& ana) { ana.met_on = PartialDate({2019}, {}, {}); });
    house.linkedin(news.file());
    CHECK(house.only("Anne Lim").met_on == PartialDate({2019}, {}, {}));
    CHECK(house.only("Anne Lim").org() == "Beta");
  }
  SECTION("name") {
    house.edit([](Person& ana) { ana.name = "Anni"; });
    house.linkedin(news.file());
    CHECK(house.only("Anni").title() == "CEO");
  }
}

TEST_CASE("linkedin again: what the user took out does not come back", "[linkedin][again]") {
  AnasHouse house;
  house.edit([](Person& ana) {
    ana.contact_points.clear();
    ana.memberships.clear();
    ana.met.clear();
    ana.met_on = {};
  });
  CHECK(house.linkedin(Row{}.file()).people == ImportCount{.unchanged = 1});
  house.linkedin(Row{.org = "Beta", .on = "01 Jan 2024"}.file());
  const Person ana = house.only("Ana Lim");
  CHECK(ana.contact_points.empty());
  CHECK(ana.memberships.empty());
  CHECK(ana.met.empty());
  CHECK(ana.met_on.empty());
}

TEST_CASE("linkedin again: once the user agrees with LinkedIn, it may follow again",
          "[linkedin][again]") {
  AnasHouse house;
  house.edit([](Person& ana) { ana.set_org("Mine"); });
  house.linkedin(Row{.org = "Beta"}.file());
  house.edit([](Person& ana) { ana.set_org("Beta"); });
  house.linkedin(Row{.org = "Gamma"}.file());
  CHECK(house.only("Ana Lim").org() == "Gamma");
}

TEST_CASE("linkedin again: what is the user's alone is never touched", "[linkedin][again]") {
  AnasHouse house;
  house.edit([](Person& ana) {
    ana.nicknames = {"Anni"};
    ana.tags = {"climbing"};
    ana.circle = Circle::inner;
    ana.own_cadence = Cadence(9);
    ana.birthday = PartialDate({}, 5, 3);
    ana.city = "Bern";
    ana.add_point({ContactKind::phone, "+1 555 0100", "home"});
    ana.memberships.push_back({.org = "Choir"});
  });
  const Person before = house.only("Ana Lim");
  house.linkedin(Row{.org = "Beta"}.file());
  Person after = house.only("Ana Lim");
  CHECK(after.org() == "Beta");
  CHECK(after.memberships.back().org == "Choir");
  after.memberships = before.memberships;
  after.updated_at = before.updated_at;
  CHECK(after == before);
}

TEST_CASE("linkedin again: an archived person stays archived and up to date", "[linkedin][again]") {
  AnasHouse house;
  house.edit([](Person& ana) { ana.archived = true; });
  CHECK(house.linkedin(Row{}.file()).people == ImportCount{.unchanged = 1});
  CHECK(house.linkedin(Row{.org = "Beta"}.file()).people == ImportCount{.updated = 1});
  CHECK(house.only("Ana Lim").archived);
  CHECK(house.only("Ana Lim").org() == "Beta");
}

TEST_CASE("linkedin again: a deleted person is new to the next import, once", "[linkedin][again]") {
  AnasHouse house;
  const PersonId id = house.only("Ana Lim").id;
  house.store.write("rm", [&] { house.store.people().remove(id); });
  const ImportReport report = house.linkedin(Row{}.file());
  CHECK(report.people == ImportCount{.imported = 1});
  CHECK(report.possible_doubles.empty());
  CHECK(house.linkedin(Row{}.file()).people == ImportCount{.unchanged = 1});
}

TEST_CASE("linkedin again: an import that was undone may be made again", "[linkedin][again]") {
  AnasHouse house;
  house.store.journal().undo(1);
  CHECK(house.store.people().count() == 0);
  CHECK(house.linkedin(Row{}.file()).people == ImportCount{.imported = 1});
  CHECK(house.only("Ana Lim").org() == "Acme");
}

TEST_CASE("linkedin again: undoing a newer export brings back what the older one said",
          "[linkedin][again]") {
  AnasHouse house;
  const std::string before = house.to_json();
  house.linkedin(Row{.given = "Anne", .org = "Beta", .on = "01 Jan 2024"}.file());
  house.store.journal().undo(1);
  CHECK(house.to_json() == before);
  // What LinkedIn said last is undone with it: the same news is news again.
  CHECK(house.linkedin(Row{.org = "Beta"}.file()).people == ImportCount{.updated = 1});
}

TEST_CASE("linkedin again: two files of one import count each for itself", "[linkedin][again]") {
  ImportHouse house;
  const std::vector<ImportReport> reports = house.store.write("import", [&] {
    Importer importer = house.importer_of(kLinkedInSource);
    std::vector<ImportReport> both;
    for (const Row& row : {Row{}, Row{.org = "Beta"}}) {
      std::istringstream in(row.file());
      read_linkedin(in, importer);
      both.push_back(importer.finish(row.org));
    }
    return both;
  });
  REQUIRE(reports.size() == 2);
  CHECK(reports[0].file == "Acme");
  CHECK(reports[0].people == ImportCount{.imported = 1});
  CHECK(reports[1].people == ImportCount{.updated = 1});
  CHECK(reports[1].repeated == 0);  // another file is another time, not another row
  CHECK(house.only("Ana Lim").org() == "Beta");
}

TEST_CASE("linkedin again: a rehearsal reports what the import then does, and changes nothing",
          "[linkedin][again]") {
  AnasHouse house;
  const std::string text = Row{.org = "Beta"}.file() + ",,,,,,01 Feb 2022\nAna,Lim,,,,,soon\n";
  const auto work = [&] {
    std::istringstream in(text);
    Importer importer = house.importer_of(kLinkedInSource);
    read_linkedin(in, importer);
    return importer.finish("file");
  };
  const std::string before = house.to_json();
  const ImportReport rehearsed = house.store.rehearse(work);
  CHECK(house.to_json() == before);
  CHECK(house.store.journal().history(9).size() == 1);
  const ImportReport real = house.store.write("import", work);
  CHECK(rehearsed.people == real.people);
  CHECK(rehearsed.skipped == real.skipped);
  CHECK(rehearsed.repeated == real.repeated);
  CHECK(rehearsed.remarks == real.remarks);
  CHECK(rehearsed.possible_doubles.size() == real.possible_doubles.size());
  CHECK(real.people == ImportCount{.imported = 1, .updated = 1});
}

TEST_CASE("linkedin again: a user's own person of the same e-mail gets LinkedIn's facts in gaps",
          "[linkedin][again]") {
  ImportHouse house;
  Person mine{.name = "Anni"};
  mine.add_point({ContactKind::email, "ana@example.org", "home"});
  mine.met = "at school";
  house.add(mine);
  CHECK(house.linkedin(Row{.email = "Ana@Example.org"}.file()).people == ImportCount{.updated = 1});
  const Person after = house.only("Anni");
  CHECK(after.met == "at school");
  CHECK(after.org() == "Acme");
  CHECK(after.points(ContactKind::email).at(0).value == "ana@example.org");
  CHECK(after.points(ContactKind::url).size() == 1);
}

TEST_CASE("linkedin again: URLs that only look alike are different people", "[linkedin][again]") {
  CHECK(linkedin_key("https://www.linkedin.com/in/ana-1") !=
        linkedin_key("https://www.linkedin.com/in/ana-11"));
  CHECK(linkedin_key("https://www.linkedin.com/company/ana") !=
        linkedin_key("https://www.linkedin.com/in/ana"));
  CHECK(linkedin_key("https://notlinkedin.com/in/ana") !=
        linkedin_key("https://linkedin.com/in/ana"));
  CHECK(linkedin_key("https://linkedin.com.example.org/in/ana") !=
        linkedin_key("https://linkedin.com/in/ana"));
  CHECK(linkedin_key("https://www.linkedin.com/in/50%25") == "linkedin.com/in/50%");
  CHECK(linkedin_key("https://www.linkedin.com/in/50%") == "linkedin.com/in/50%");
  CHECK(linkedin_key("https://www.linkedin.com/in/a%2") == "linkedin.com/in/a%2");
}

}  // namespace
}  // namespace kith::exchange
