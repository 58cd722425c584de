// People as CSV, in columns that read_csv_people() reads back.
#include <algorithm>
#include <array>

#include "exchange/csv_list.hpp"
#include <kith/exchange/csv_people.hpp>
#include <kith/exchange/csv_writer.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;

/// How many numbered columns the fullest person needs.
struct Widths {
  std::array<std::size_t, kContactKinds.size()> points{};
  std::size_t memberships = 1;
};

std::string numbered(std::string_view name, std::size_t index) {
  return std::string(name) + (index == 0 ? "" : " " + std::to_string(index + 1));
}

std::vector<std::string> header(const Widths& widths) {
  std::vector<std::string> cells{"name", "nicknames"};
  for (std::size_t kind = 0; kind < kContactKinds.size(); ++kind) {
    for (std::size_t i = 0; i < widths.points.at(kind); ++i) {
      const std::string column = numbered(to_string(kContactKinds.at(kind)), i);
      cells.push_back(column);
      cells.push_back(column + " label");
    }
  }
  for (std::size_t i = 0; i < widths.memberships; ++i) {
    for (const std::string_view column : {"org", "title", "org from", "org to"}) {
      cells.push_back(numbered(column, i));
    }
  }
  for (const std::string_view column : {"city",
                                        "timezone",
                                        "birthday",
                                        "met",
                                        "met on",
                                        "introduced by",
                                        "circle",
                                        "every",
                                        "tags",
                                        "standing",
                                        "archived",
                                        "uid"}) {
    cells.emplace_back(column);
  }
  return cells;
}

std::vector<std::string> row(const Person& person, const Widths& widths) {
  std::vector<std::string> cells{person.name, join_list(person.nicknames)};
  for (std::size_t kind = 0; kind < kContactKinds.size(); ++kind) {
    const std::vector<ContactPoint> points = person.points(kContactKinds.at(kind));
    for (std::size_t i = 0; i < widths.points.at(kind); ++i) {
      cells.push_back(i < points.size() ? points[i].value : "");
      cells.push_back(i < points.size() ? points[i].label : "");
    }
  }
  for (std::size_t i = 0; i < widths.memberships; ++i) {
    const Membership membership =
        i < person.memberships.size() ? person.memberships[i] : Membership{};
    cells.push_back(membership.org);
    cells.push_back(membership.title);
    cells.push_back(to_string(membership.from));
    cells.push_back(to_string(membership.to));
  }
  cells.push_back(person.city);
  cells.push_back(person.timezone);
  cells.push_back(to_string(person.birthday));
  cells.push_back(person.met);
  cells.push_back(to_string(person.met_on));
  cells.push_back(person.introduced_by ? person.introduced_by->name : "");
  cells.emplace_back(person.circle ? to_string(*person.circle) : "");
  cells.push_back(person.own_cadence ? std::to_string(person.own_cadence->days()) + "d" : "");
  cells.push_back(join_list(person.tags));
  cells.emplace_back(to_string(person.standing));
  cells.emplace_back(person.archived ? "yes" : "no");
  cells.push_back(to_string(person.uid));
  return cells;
}

}  // namespace

std::size_t write_csv_people(std::ostream& out,
                             Store& store,
                             const PersonFilter& filter,
                             const ImportProgress& progress) {
  // Twice over the people rather than all of them in memory: the first round finds out how many
  // columns there are.
  Widths widths;
  widths.points.fill(1);
  store.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
    for (std::size_t kind = 0; kind < kContactKinds.size(); ++kind) {
      std::size_t& width = widths.points.at(kind);
      width = std::max(width, listed.person.points(kContactKinds.at(kind)).size());
    }
    widths.memberships = std::max(widths.memberships, listed.person.memberships.size());
    return true;
  });
  write_csv_row(out, header(widths));
  std::size_t written = 0;
  store.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
    write_csv_row(out, row(listed.person, widths));
    ++written;
    if (progress && written % kProgressEvery == 0) {
      progress(written);
    }
    return out.good();
  });
  return written;
}

}  // namespace kith::exchange
