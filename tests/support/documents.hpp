// kith documents for tests, written out by hand, and houses with one of everything in them.
#pragma once

#include <string>

#include "support/imports.hpp"
#include <kith/error.hpp>

namespace kith::test {

inline const std::string kAnasUid = "019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e6f";
inline const std::string kBensUid = "019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e70";
inline const std::string kRecordUid = "019347f4-8d2a-7c3b-9e1f-0a2b3c4d5e71";

inline std::string ref(const std::string& uid, const std::string& name) {
  return "{\"uid\":\"" + uid + "\",\"name\":\"" + name + "\"}";
}

/// Ana as a record, with `more` fields (",\"city\":\"Bern\"").
inline std::string ana(const std::string& more = "") {
  return "{\"uid\":\"" + kAnasUid + "\",\"name\":\"Ana Lim\"" + more + "}";
}

/// A document with Ana, Ben and one list more.
inline std::string document(const std::string& list, const std::string& records) {
  return "{\"format\":\"kith\",\"version\":1,\n\"people\":[" + ana() + "," +
         ref(kBensUid, "Ben Ray") + "],\n\"" + list + "\":[" + records + "]}";
}

/// A document of Ana alone.
inline std::string anas_document(const std::string& more) {
  return "{\"format\":\"kith\",\"version\":1,\n\"people\":[" + ana(more) + "]}";
}

/// The message of what is thrown for `text`; nothing may have changed.
inline std::string refusal(const std::string& text) {
  ImportHouse house;
  try {
    house.json(text);
  } catch (const DataError& error) {
    if (house.store.people().count() != 0 || !house.store.journal().history(1).empty()) {
      return "refused, but kept something: " + error.message();
    }
    return error.message();
  }
  return "read it";
}

/// One of everything that a document keeps.
inline void furnish(ImportHouse& house) {
  const Person ben = house.add("Ben Ray");
  Person ana{.name = "Ana Lim", .nicknames = {"Anni", "A. L."}};
  for (const ContactKind kind : kContactKinds) {
    ana.add_point({kind, kind == ContactKind::phone ? "+1 555 0100" : "ana@example.org", "home"});
  }
  ana.memberships = {{.org = "Acme", .title = "CTO", .from = PartialDate({2019}, {5}, {})},
                     {.org = "Old", .to = PartialDate({2018}, {}, {})}};
  ana.city = "Bern";
  ana.timezone = "Europe/Zurich";
  ana.birthday = PartialDate({}, 2, 29);
  ana.met = "at the fair,\nin the rain \xF0\x9F\x8C\xA7";
  ana.met_on = PartialDate({2019}, {}, {});
  ana.introduced_by = ben.ref();
  ana.circle = Circle::inner;
  ana.own_cadence = Cadence(10);
  ana.tags = {"climbing", "a;b"};
  ana.standing = Standing::paused;
  ana.snoozed_until = 2026y / 4 / 1;
  ana.archived = true;
  ana = house.add(ana);
  house.log(Interaction{.date = 2026y / 3 / 1,
                        .time = 570min,
                        .kind = "coffee",
                        .people = {ana.ref()},
                        .mentions = {ben.ref()},
                        .place = "Blue Bottle",
                        .tags = {"x"},
                        .text = "coffee \"there\"\n\xF0\x9F\x8D\xB5",
                        .duration = 45min,
                        .unanswered = true});
  house.log(Interaction{.date = 2026y / 3 / 2, .kind = "call", .people = {ana.ref(), ben.ref()}});
  house.store.write("rest", [&] {
    house.store.facts().add(
        {.person = ana.ref(), .kind = "hope", .text = "sail", .date = 2026y / 8 / 1});
    house.store.facts().add({.person = ben.ref(), .text = "likes tea"});
    house.store.follow_ups().add({.person = ana.ref(),
                                  .text = "the book",
                                  .due = 2026y / 1 / 31,
                                  .every = Span{.months = 1},
                                  .series_start = 2025y / 12 / 31,
                                  .owed_by = Owner::them});
    house.store.follow_ups().add({.person = ben.ref(),
                                  .text = "the map",
                                  .due = 2026y / 2 / 1,
                                  .status = FollowUpStatus::done,
                                  .done_on = 2026y / 2 / 2});
    house.store.links().add({.a = ana.ref(),
                             .b = ben.ref(),
                             .kind = "colleague",
                             .since = PartialDate({2019}, {}, {})});
  });
  house.linkedin(
      "First Name,Last Name,URL,Company,Position,Connected On\n"
      "Sam,Lee,https://linkedin.com/in/sam,Acme,,04 Mar 2023\n");
}

}  // namespace kith::test
