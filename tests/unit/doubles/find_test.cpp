// People who may be one: what speaks for it, and what against.
#include "support/catch.hpp"
#include "support/imports.hpp"
#include <kith/doubles/find.hpp>
#include <kith/store/merge_repo.hpp>

using namespace kith;
using namespace kith::test;

namespace {

/// A house of strangers, so that names and places are as rare as they are in life.
struct Town : ImportHouse {
  Town() {
    const std::vector<std::string> given{"Anna", "Jonas", "Mia", "Paul", "Ines", "Omar"};
    const std::vector<std::string> family{"Berg", "Costa", "Duval", "Ember", "Frost", "Grant"};
    for (std::size_t i = 0; i < given.size(); ++i) {
      for (std::size_t j = 0; j < family.size(); ++j) {
        // Each of them once, with a number of their own: nobody is anybody's double.
        add({.name = given[i] + " " + family[j],
             .contact_points = {
                 {ContactKind::phone, "+1 555 9" + std::to_string(100 * i + j) + "0000", ""}}});
      }
    }
  }
  std::vector<doubles::Pair> found(double least = doubles::kLikely) {
    return doubles::find(store, least);
  }
  double confidence(const Person& a, const Person& b) {
    for (const doubles::Pair& pair : found(0)) {
      if ((pair.a.id == a.id && pair.b.id == b.id) || (pair.a.id == b.id && pair.b.id == a.id)) {
        return pair.confidence;
      }
    }
    return 0;
  }
  double confidence(const Person& a, const std::string& name, const Person& like = {}) {
    Person other = like;
    other.name = name;
    return confidence(a, add(other));
  }
};

Person with_email(std::string email) {
  return {.contact_points = {{ContactKind::email, std::move(email), ""}}};
}

}  // namespace

TEST_CASE("nobody is anybody's double who shares nothing", "[doubles][find]") {
  Town town;
  CHECK(town.found().empty());
}

TEST_CASE("names that may be one person's", "[doubles][find]") {
  Town town;
  const Person robert = town.add({.name = "Robert Quillfeather", .memberships = {{.org = "Acme"}}});
  const Person at_acme{.memberships = {{.org = "ACME"}}};
  const auto is_likely = [&](const std::string& name) {
    CAPTURE(name);
    CHECK(town.confidence(robert, name, at_acme) > doubles::kLikely);
    town.store.journal().undo(1);
  };
  is_likely("Robert Quillfeather");
  is_likely("QUILLFEATHER, Robert");
  is_likely("Bob Quillfeather");
  is_likely("Robert J. Quillfeather");
  is_likely("Dr. Robert Quillfeather");
  is_likely("Robert Quill-feather");
  is_likely("Robret Quillfeather");
  is_likely("Robert Quilfeather");
  is_likely("Robert Quillfeather Moss");
  is_likely("R. Quillfeather");
}

TEST_CASE("names that are two people's", "[doubles][find]") {
  Town town;
  const Person robert =
      town.add({.name = "Robert Quillfeather Jr", .memberships = {{.org = "Acme"}}});
  const Person at_acme{.memberships = {{.org = "Acme"}}};
  const auto is_unlikely = [&](const std::string& name) {
    CAPTURE(name);
    CHECK(town.confidence(robert, name, at_acme) < doubles::kLikely);
    town.store.journal().undo(1);
  };
  is_unlikely("Robert Quillfeather Sr");
  is_unlikely("Rosa Quillfeather");
  is_unlikely("Robert Berg");
  is_unlikely("Roberta Quillfeather");
}

TEST_CASE("an umlaut spelled out is the same name", "[doubles][find]") {
  Town town;
  const Person one = town.add("Jürgen Möllenkamp");
  CHECK(town.confidence(one, "Juergen Moellenkamp") > doubles::kLikely);
}

TEST_CASE("a typo is none where both are names that people bear", "[doubles][find]") {
  Town town;
  const Person one = town.add("Anna Quillfeather");
  CHECK(town.confidence(one, "Hanna Quillfeather") < doubles::kLikely);
}

TEST_CASE("the same address, written otherwise, makes it nearly certain", "[doubles][find]") {
  Town town;
  Person ana = with_email("ana.lim@gmail.com");
  ana.name = "Ana Lim";
  ana.add_point({ContactKind::phone, "+49 30 1234567", ""});
  ana = town.add(ana);
  constexpr double kNearlyCertain = 0.95;
  CHECK(town.confidence(ana, "Ana Lim", with_email("AnaLim+news@googlemail.com")) > kNearlyCertain);
  CHECK(town.confidence(
            ana, "A. Lim", {.contact_points = {{ContactKind::phone, "030 1234567", ""}}}) >
        doubles::kLikely);
}

TEST_CASE("a number that a house shares is nobody's own", "[doubles][find]") {
  Town town;
  const Person line{.contact_points = {{ContactKind::phone, "+49 30 1234567", ""}}};
  Person ana = line;
  ana.name = "Ana Lim";
  ana = town.add(ana);
  CHECK(town.confidence(ana, "Tom Lim", line) < doubles::kLikely);
  CHECK(town.confidence(ana, "Cy Fox", line) < doubles::kLikely);
}

TEST_CASE("what speaks against it", "[doubles][find]") {
  Town town;
  const Person ana = town.add({.name = "Ana Quillfeather",
                               .contact_points = {{ContactKind::email, "ana@acme.example", ""}},
                               .memberships = {{.org = "Acme"}},
                               .birthday = PartialDate({1980}, 5, 3)});
  CHECK(town.confidence(ana, "Ana Quillfeather", {.birthday = PartialDate({1991}, 8, 9)}) <
        doubles::kLikely);
  Person colleague = with_email("ana.q@acme.example");
  CHECK(town.confidence(ana, "Ana Quillfeather", colleague) < doubles::kLikely);
}

TEST_CASE("two LinkedIn profiles are two people's", "[doubles][find]") {
  Town town;
  town.linkedin(
      "First Name,Last Name,URL,Company,Position,Connected On\n"
      "Sam,Quill,https://linkedin.com/in/sam1,Acme,,04 Mar 2023\n"
      "Sam,Quill,https://linkedin.com/in/sam2,Beta,,04 Mar 2023\n");
  CHECK(town.found().empty());
}

TEST_CASE("certainly two: together, tied, or said to be", "[doubles][find]") {
  Town town;
  const Person one = town.add("Robert Quillfeather");
  const Person other = town.add("Robert Quillfeather");
  REQUIRE(town.found().size() == 1);
  SECTION("in the same interaction") { town.log({one, other}, 2026y / 3 / 1); }
  SECTION("tied to each other") {
    town.store.write("link", [&] {
      return town.store.links().add({.a = one.ref(), .b = other.ref(), .kind = "family"});
    });
  }
  SECTION("by your word") {
    town.store.write("two", [&] { town.store.merges().mark_distinct(other.id, one.id); });
  }
  CHECK(town.found().empty());
}

TEST_CASE("the likeliest comes first, with its reasons", "[doubles][find]") {
  Town town;
  town.add("Robert Quillfeather");
  town.add("Robert Quillfeather");
  Person ana = with_email("ana.lim@example.org");
  ana.name = "Ana Lim";
  town.add(ana);
  town.add(ana);
  const std::vector<doubles::Pair> pairs = town.found();
  REQUIRE(pairs.size() == 2);
  CHECK(pairs.front().a.name == "Ana Lim");
  CHECK(pairs.front().confidence > pairs.back().confidence);
  CHECK(pairs.front().reasons == std::vector<std::string>{"the same e-mail", "the same name"});
  CHECK(pairs.front().doubts.empty());
}
