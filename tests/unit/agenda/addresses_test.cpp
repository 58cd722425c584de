// E-mail addresses for a few letters.
#include "support/catch.hpp"
#include "support/people.hpp"
#include <kith/agenda/addresses.hpp>

using namespace kith;
using namespace kith::test;

namespace {

struct Book : House {
  Person write_down(const std::string& name, const std::string& email, Person person = {}) {
    person.name = name;
    person.add_point({ContactKind::email, email, ""});
    return add(person);
  }
  std::vector<std::string> query(std::string_view text, std::size_t limit = 100) {
    std::vector<std::string> emails;
    for (const Address& address : find_addresses(store, text, limit)) {
      emails.push_back(address.email);
    }
    return emails;
  }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a query finds names, nicknames, addresses and organisations by how they begin",
          "[agenda][query]") {
  Book book;
  book.write_down("Zoë Ångström", "z@example.org", {.nicknames = {"Zo"}});
  book.write_down("Ana Lim", "boss@acme.example", {.memberships = {{.org = "Blue Harbor"}}});
  book.add("Ana Nobody");
  CHECK(book.query("zoe") == Texts{"z@example.org"});
  CHECK(book.query("ANGS") == Texts{"z@example.org"});
  CHECK(book.query("zo") == Texts{"z@example.org"});
  CHECK(book.query("ana") == Texts{"boss@acme.example"});
  CHECK(book.query("bos") == Texts{"boss@acme.example"});
  CHECK(book.query("boss@ac") == Texts{"boss@acme.example"});
  CHECK(book.query("harb") == Texts{"boss@acme.example"});
  CHECK(book.query("lim blue") == Texts{"boss@acme.example"});
  CHECK(book.query("acme") == Texts{"boss@acme.example"});
  CHECK(book.query("lim zoe").empty());
  CHECK(book.query("nobody").empty());
  CHECK(book.query("@nowhere").empty());
}

TEST_CASE("a line an address, the one that was begun first", "[agenda][query]") {
  Book book;
  Person ana;
  ana.add_point({ContactKind::email, "ana@home.example", "home"});
  book.write_down("Ana Lim", "lim@work.example", ana);
  CHECK(book.query("ana l") == Texts{"ana@home.example", "lim@work.example"});
  CHECK(book.query("lim@") == Texts{"lim@work.example", "ana@home.example"});
  CHECK(find_addresses(book.store, "lim", 1).size() == 1);
}

TEST_CASE("whole words before begun ones, then those you are in touch with", "[agenda][query]") {
  Book book;
  const Person far = book.write_down("Ann Far", "far@example.org");
  const Person near = book.write_down("Ann Near", "near@example.org");
  const Person close = book.write_down("Ann Close", "close@example.org", {.circle = Circle::inner});
  const Person begun = book.write_down("Anna Best", "best@example.org", {.circle = Circle::inner});
  book.log({near}, 2026y / 3 / 18);
  book.log({near}, 2026y / 3 / 1);
  book.log({begun}, 2026y / 3 / 19);
  book.log({far}, 2020y / 1 / 1);
  CHECK(book.query("ann") ==
        Texts{"near@example.org", "close@example.org", "far@example.org", "best@example.org"});
  // With nothing to look for: everybody, in the same order.
  CHECK(book.query("").size() == 4);
  CHECK(book.query("  ", 2).size() == 2);
}

TEST_CASE("the archived and the former come last, the dead not at all", "[agenda][query]") {
  Book book;
  book.write_down("Ann Archived", "a@example.org", {.circle = Circle::inner, .archived = true});
  book.write_down("Ann Former", "f@example.org", {.standing = Standing::former});
  book.write_down("Ann Dead", "d@example.org", {.standing = Standing::dead});
  book.write_down("Anna Here", "h@example.org");
  CHECK(book.query("ann") == Texts{"h@example.org", "a@example.org", "f@example.org"});
}
