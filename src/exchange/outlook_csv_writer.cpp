// People in the columns of Outlook, as it writes them in English.
#include <array>
#include <map>

#include "exchange/csv_list.hpp"
#include "exchange/csv_names.hpp"
#include <kith/exchange/book_csv.hpp>
#include <kith/exchange/csv_writer.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;

constexpr std::array<std::string_view, 37> kColumns{"First Name",
                                                    "Middle Name",
                                                    "Last Name",
                                                    "Title",
                                                    "Suffix",
                                                    "Nickname",
                                                    "E-mail Address",
                                                    "E-mail 2 Address",
                                                    "E-mail 3 Address",
                                                    "Home Phone",
                                                    "Home Phone 2",
                                                    "Business Phone",
                                                    "Business Phone 2",
                                                    "Mobile Phone",
                                                    "Car Phone",
                                                    "Other Phone",
                                                    "Primary Phone",
                                                    "Pager",
                                                    "Business Fax",
                                                    "Home Fax",
                                                    "Other Fax",
                                                    "IMAddress",
                                                    "Job Title",
                                                    "Department",
                                                    "Company",
                                                    "Business Street",
                                                    "Home Street",
                                                    "Other Street",
                                                    "Personal Web Page",
                                                    "Spouse",
                                                    "Location",
                                                    "Web Page",
                                                    "Birthday",
                                                    "Anniversary",
                                                    "Notes",
                                                    "Categories",
                                                    "Hobby"};

/// Where points go: the columns for a label, in order.
struct Places {
  ContactKind kind{};
  std::string_view label{};
  std::array<std::string_view, 3> columns{};
};

constexpr std::array kPlaces{
    Places{ContactKind::email, "", {"E-mail Address", "E-mail 2 Address", "E-mail 3 Address"}},
    Places{ContactKind::phone, "home", {"Home Phone", "Home Phone 2"}},
    Places{ContactKind::phone, "work", {"Business Phone", "Business Phone 2"}},
    Places{ContactKind::phone, "mobile", {"Mobile Phone"}},
    Places{ContactKind::phone, "car", {"Car Phone"}},
    Places{ContactKind::phone, "other", {"Other Phone"}},
    Places{ContactKind::phone, "pager", {"Pager"}},
    Places{ContactKind::phone, "work fax", {"Business Fax"}},
    Places{ContactKind::phone, "home fax", {"Home Fax"}},
    Places{ContactKind::phone, "fax", {"Other Fax"}},
    Places{ContactKind::phone, "", {"Primary Phone", "Other Phone", "Home Phone 2"}},
    Places{ContactKind::handle, "", {"IMAddress"}},
    Places{ContactKind::address, "home", {"Home Street"}},
    Places{ContactKind::address, "work", {"Business Street"}},
    Places{ContactKind::address, "other", {"Other Street"}},
    Places{ContactKind::address, "", {"Home Street", "Other Street", "Business Street"}},
    Places{ContactKind::url, "home", {"Personal Web Page"}},
    Places{ContactKind::url, "", {"Web Page", "Personal Web Page"}},
};

using Cells = std::map<std::string_view, std::string>;

/// Puts `point` into the first free column for its label, else for no label; false if none is free.
bool place(Cells& cells, const ContactPoint& point) {
  const std::string label = text::fold(point.label);
  for (const std::string_view wanted : {std::string_view(label), std::string_view()}) {
    for (const Places& places : kPlaces) {
      if (places.kind != point.kind || places.label != wanted) {
        continue;
      }
      for (const std::string_view column : places.columns) {
        if (!column.empty() && cells.try_emplace(column, point.value).second) {
          return true;
        }
      }
    }
  }
  return false;
}

/// 6/15/1988, which Outlook reads in the order of the system's region; it has no other form. Only
/// whole dates have a place.
std::string us_date(Date date) {
  return std::to_string(static_cast<unsigned>(date.month())) + "/" +
         std::to_string(static_cast<unsigned>(date.day())) + "/" +
         std::to_string(static_cast<int>(date.year()));
}

Cells cells_of(Store& store, const Person& person) {
  const NameParts name = parted_name(person.name);
  Cells cells{{"First Name", name.given},
              {"Last Name", name.family},
              {"Nickname", join_list(person.nicknames)},
              {"Company", person.org()},
              {"Job Title", person.title()},
              {"Location", person.city},
              {"Categories", join_list(person.tags)}};
  if (const auto birthday = person.birthday.full()) {
    cells["Birthday"] = us_date(*birthday);
  }
  for (const Fact& fact : store.facts().of(person.id)) {
    if (fact.kind == "anniversary" && fact.date) {
      cells.try_emplace("Anniversary", us_date(*fact.date));
    }
  }
  std::string& notes = cells["Notes"];
  for (const ContactPoint& point : person.contact_points) {
    if (!place(cells, point)) {
      notes += (notes.empty() ? "" : "\n") + std::string(to_string(point.kind)) +
               (point.label.empty() ? "" : " (" + point.label + ")") + ": " + point.value;
    }
  }
  return cells;
}

}  // namespace

std::size_t write_outlook_csv(std::ostream& out,
                              Store& store,
                              const PersonFilter& filter,
                              const ImportProgress& progress) {
  write_csv_row(out, std::vector<std::string>(kColumns.begin(), kColumns.end()));
  std::size_t written = 0;
  store.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
    const Cells cells = cells_of(store, listed.person);
    std::vector<std::string> row;
    for (const std::string_view column : kColumns) {
      const auto it = cells.find(column);
      row.push_back(it == cells.end() ? "" : it->second);
    }
    write_csv_row(out, row);
    ++written;
    if (progress && written % kProgressEvery == 0) {
      progress(written);
    }
    return out.good();
  });
  return written;
}

}  // namespace kith::exchange
