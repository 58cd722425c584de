// People in the columns of Google Contacts, as it has written them since 2024.
#include <algorithm>
#include <array>
#include <utility>

#include "exchange/csv_list.hpp"
#include "exchange/csv_names.hpp"
#include <kith/exchange/book_csv.hpp>
#include <kith/exchange/csv_writer.hpp>
#include <kith/store/fact_repo.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;

/// Numbered columns, in Google's order.
struct Widths {
  std::size_t emails = 1;
  std::size_t phones = 1;
  std::size_t addresses = 1;
  std::size_t websites = 1;
  std::size_t events = 0;
  std::size_t custom_fields = 0;
};

/// A person with the facts that have a column.
struct Entry {
  const Person& person;
  std::vector<Date> anniversaries{};
};

Entry entry_of(Store& store, const Person& person) {
  Entry entry{.person = person};
  for (const Fact& fact : store.facts().of(person.id)) {
    if (fact.kind == "anniversary" && fact.date) {
      entry.anniversaries.push_back(*fact.date);
    }
  }
  return entry;
}

void widen(Widths& widths, const Entry& entry) {
  const auto at_least = [](std::size_t& width, std::size_t needed) {
    width = std::max(width, needed);
  };
  const Person& person = entry.person;
  at_least(widths.emails, person.points(ContactKind::email).size());
  at_least(widths.phones, person.points(ContactKind::phone).size());
  at_least(widths.addresses, person.points(ContactKind::address).size());
  at_least(widths.websites, person.points(ContactKind::url).size());
  at_least(widths.events, entry.anniversaries.size());
  at_least(widths.custom_fields, person.points(ContactKind::handle).size());
}

void add_columns(std::vector<std::string>& cells,
                 std::string_view name,
                 std::size_t width,
                 const std::vector<std::string_view>& parts) {
  for (std::size_t i = 1; i <= width; ++i) {
    for (const std::string_view part : parts) {
      cells.push_back(std::string(name) + " " + std::to_string(i) + " - " + std::string(part));
    }
  }
}

const std::vector<std::string_view> kLabelAndValue{"Label", "Value"};

std::vector<std::string> header(const Widths& widths) {
  std::vector<std::string> cells{"First Name",
                                 "Middle Name",
                                 "Last Name",
                                 "Phonetic First Name",
                                 "Phonetic Middle Name",
                                 "Phonetic Last Name",
                                 "Name Prefix",
                                 "Name Suffix",
                                 "Nickname",
                                 "File As",
                                 "Organization Name",
                                 "Organization Title",
                                 "Organization Department",
                                 "Birthday",
                                 "Notes",
                                 "Photo",
                                 "Labels"};
  add_columns(cells, "E-mail", widths.emails, kLabelAndValue);
  add_columns(cells, "Phone", widths.phones, kLabelAndValue);
  add_columns(cells, "Address", widths.addresses, {"Label", "Formatted", "Street", "City"});
  add_columns(cells, "Website", widths.websites, kLabelAndValue);
  add_columns(cells, "Event", widths.events, kLabelAndValue);
  add_columns(cells, "Custom Field", widths.custom_fields, kLabelAndValue);
  return cells;
}

/// Google writes the labels that it knows with a capital letter.
std::string label_for_google(const std::string& label) {
  constexpr std::array<std::string_view, 5> kKnown{"home", "work", "mobile", "other", "main"};
  std::string out = label;
  if (std::ranges::find(kKnown, label) != kKnown.end()) {
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  }
  return out;
}

void add_points(std::vector<std::string>& cells,
                const std::vector<ContactPoint>& points,
                std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) {
    cells.push_back(i < points.size() ? label_for_google(points[i].label) : "");
    cells.push_back(i < points.size() ? points[i].value : "");
  }
}

/// A birthday has a day and a month here; a year alone has no place.
std::string birthday_of(const Person& person) {
  return person.birthday.day ? to_string(person.birthday) : "";
}

std::string labels_of(const Person& person) {
  std::string labels = "* myContacts";
  for (const std::string& tag : person.tags) {
    labels += " ::: " + tag;
  }
  return labels;
}

std::vector<std::string> row(const Entry& entry, const Widths& widths) {
  const Person& person = entry.person;
  const NameParts name = parted_name(person.name);
  std::vector<std::string> cells{name.given,
                                 "",
                                 name.family,
                                 "",
                                 "",
                                 "",
                                 "",
                                 "",
                                 join_list(person.nicknames),
                                 "",
                                 person.org(),
                                 person.title(),
                                 "",
                                 birthday_of(person),
                                 "",
                                 "",
                                 labels_of(person)};
  add_points(cells, person.points(ContactKind::email), widths.emails);
  add_points(cells, person.points(ContactKind::phone), widths.phones);
  const std::vector<ContactPoint> addresses = person.points(ContactKind::address);
  for (std::size_t i = 0; i < widths.addresses; ++i) {
    const ContactPoint address = i < addresses.size() ? addresses[i] : ContactPoint{};
    cells.push_back(label_for_google(address.label));
    cells.push_back(address.value);
    cells.push_back(address.value);
    cells.push_back(i == 0 ? person.city : "");
  }
  add_points(cells, person.points(ContactKind::url), widths.websites);
  for (std::size_t i = 0; i < widths.events; ++i) {
    const bool is_there = i < entry.anniversaries.size();
    cells.emplace_back(is_there ? "Anniversary" : "");
    cells.push_back(is_there ? to_string(entry.anniversaries[i]) : "");
  }
  std::vector<ContactPoint> handles = person.points(ContactKind::handle);
  for (ContactPoint& handle : handles) {
    // The label says that it is one: no column does.
    handle.label = handle.label.empty() ? "Handle" : "Handle (" + handle.label + ")";
  }
  add_points(cells, handles, widths.custom_fields);
  return cells;
}

}  // namespace

std::size_t write_google_csv(std::ostream& out,
                             Store& store,
                             const PersonFilter& filter,
                             const ImportProgress& progress) {
  Widths widths;
  store.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
    widen(widths, entry_of(store, listed.person));
    return true;
  });
  write_csv_row(out, header(widths));
  std::size_t written = 0;
  store.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
    write_csv_row(out, row(entry_of(store, listed.person), widths));
    ++written;
    if (progress && written % kProgressEvery == 0) {
      progress(written);
    }
    return out.good();
  });
  return written;
}

}  // namespace kith::exchange
