// kith_sample_cards COUNT 3.0|4.0 FOLDER: invented people as vCards, a file each, and on standard
// output what of them any reader should find, a line of JSON each.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "support/imports.hpp"
#include "support/inventor.hpp"

namespace {

using namespace kith;

nlohmann::json values(const Person& person, ContactKind kind) {
  nlohmann::json list = nlohmann::json::array();
  for (const ContactPoint& point : person.points(kind)) {
    list.push_back(point.value);
  }
  return list;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: kith_sample_cards COUNT 3.0|4.0 FOLDER\n";
    return 2;
  }
  const auto count = static_cast<std::size_t>(std::atoi(argv[1]));
  const auto version = exchange::parse_card_version(argv[2]).value_or(exchange::CardVersion::v3_0);
  const std::string folder = argv[3];
  test::Inventor inventor(7);
  test::ImportHouse house;
  test::furnish(house, inventor, count);
  exchange::for_each_card(
      house.store,
      {.archived = PersonFilter::Archived::all},
      version,
      {},
      [&](const Person& person, const exchange::Card& card) {
        const std::string file = to_string(person.uid) + ".vcf";
        std::ofstream(folder + "/" + file, std::ios::binary) << exchange::to_text(card);
        nlohmann::json orgs = nlohmann::json::array();
        for (const Membership& one : person.memberships) {
          if (one.to.empty() && !one.org.empty()) {
            orgs.push_back(one.org);
          }
        }
        std::cout << nlohmann::json{{"file", file},
                                    {"name", person.name},
                                    {"nicknames", person.nicknames},
                                    {"emails", values(person, ContactKind::email)},
                                    {"phones", values(person, ContactKind::phone)},
                                    {"urls", values(person, ContactKind::url)},
                                    {"orgs", orgs},
                                    {"tags", person.tags},
                                    {"birthday", to_string(person.birthday)}}
                         .dump()
                  << "\n";
      });
  return 0;
}
