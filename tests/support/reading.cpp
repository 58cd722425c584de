// Reads a sentence and writes one part of what was understood.
#include "support/reading.hpp"

#include <chrono>

#include "support/catch.hpp"

namespace kith::test {

using namespace std::chrono_literals;
using capture::Draft;
using capture::Role;
using capture::Who;

const KnownPeople& village() {
  static const KnownPeople kVillage{"Ana Lim=Annie",
                                    "Bo Ek",
                                    "Chen Wu",
                                    "Thomas Achebe",
                                    "Katherine Doyle",
                                    "Will Castor",
                                    "Mark Obi",
                                    "June Whitacre",
                                    "Grace Park",
                                    "Rosa Diaz",
                                    "Dieter Müller",
                                    "Priya Raman",
                                    "Sunday Adeyemi",
                                    "Maeve O'Brien",
                                    "Jan van der Berg",
                                    "Omar al-Fayed=@omar_f",
                                    "王伟",
                                    "Leila Haddad=leila@haddad.example",
                                    "Sam Okafor",
                                    "Fatima Zahra",
                                    "Björn Svensson",
                                    "Hope Mensah",
                                    "Anders Nygaard",
                                    "Anders Falk",
                                    "Edith Halloran=Grandma",
                                    "Jean-Baptiste de Clercq",
                                    "Spencer Bean",
                                    "Дмитрий Соколов",
                                    "Renée Dubois"};
  return kVillage;
}

Date reading_day() { return 2026y / 11 / 22; }

Draft read(std::string_view text) { return read(text, village()); }

Draft read(std::string_view text, const KnownPeople& people) {
  return capture::read_sentence(text, reading_day(), people);
}

namespace {

std::string name_of(const Who& person) {
  return person.known() ? person.candidates.front().name
                        : (person.is_new() ? "new " : "unclear ") + person.text;
}

std::string of_role(const Draft& draft, Role role) {
  std::string all;
  for (const Who& person : draft.people) {
    if (person.role == role) {
      all += (all.empty() ? "" : ", ") + name_of(person);
    }
  }
  return all;
}

std::string two_digits(long long number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string who(const Draft& draft) {
  const std::string mentions = of_role(draft, Role::mention);
  const std::string there = of_role(draft, Role::participant);
  const std::string_view stroke = mentions.empty() ? "" : there.empty() ? "/ " : " / ";
  return there + std::string{stroke} + mentions;
}

std::string who(std::string_view text) { return who(read(text)); }

std::string to_do(std::string_view text) {
  const Draft draft = read(text);
  std::string all;
  for (const capture::DraftFollowUp& one : draft.follow_ups) {
    all += all.empty() ? "" : "; ";
    all += one.owed_by == Owner::me ? "me " : "them ";
    all += to_string(one.due) + ' ' + one.text;
    if (one.who) {
      all += " (" + name_of(draft.people[*one.who]) + ')';
    }
  }
  return all;
}

std::string fact(std::string_view text) {
  const Draft draft = read(text);
  std::string all;
  for (const capture::DraftFact& one : draft.facts) {
    all += (all.empty() ? "" : "; ") + one.kind + ": " + one.text;
  }
  return all;
}

std::string place(std::string_view text) {
  const Draft draft = read(text);
  return draft.place ? draft.place->value : "";
}

std::string kind(std::string_view text) { return read(text).kind.value; }

std::string day(std::string_view text) { return to_string(read(text).date.value); }

std::string time(std::string_view text) {
  const Draft draft = read(text);
  std::string all;
  if (draft.time) {
    const auto minutes = draft.time->value.count();
    all = two_digits(minutes / 60) + ':' + two_digits(minutes % 60);
  }
  if (draft.duration) {
    all += (all.empty() ? "" : " ") + std::to_string(draft.duration->value.count()) + " min";
  }
  return all;
}

std::string tags(std::string_view text) {
  std::string all;
  for (const auto& tag : read(text).tags) {
    all += (all.empty() ? "" : " ") + tag.value;
  }
  return all;
}

void check_lines(const std::vector<Line>& lines, std::string (*part)(std::string_view)) {
  for (const Line& line : lines) {
    INFO(line.text);
    CHECK(part(line.text) == line.wanted);
  }
}

}  // namespace kith::test
