// Records as lines for people. All text that comes from data is made harmless here.
#include "cli/render/text.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

std::string safe(std::string_view data) { return text::printable(data); }

template <class Words>
std::string list_of(const Words& words, std::string_view between) {
  std::string all;
  for (const auto& word : words) {
    if (!word.empty()) {
      if (!all.empty()) {
        all += between;
      }
      all += word;
    }
  }
  return all;
}

// (of words that are read where they stand: a braced list of strings would copy each)
std::string list_of(std::initializer_list<std::string_view> words, std::string_view between) {
  return list_of<std::initializer_list<std::string_view>>(words, between);
}

std::string names(const std::vector<PersonRef>& people) {
  std::string all;
  for (const PersonRef& one : people) {
    const std::string name = safe(one.name);
    all += all.empty() || name.empty() ? "" : ", ";
    all += name;
  }
  return all;
}

/// True if the sentence of an interaction has these words in it, and need not be helped.
bool says(const Interaction& interaction, std::string_view words) {
  return text::fold(interaction.text).find(text::fold(words)) != std::string::npos;
}

/// "with Bo Ek, Cy Orr": who else was there, as far as the sentence does not call them by name.
std::string others(const Interaction& interaction, PersonId whose) {
  std::vector<PersonRef> untold;
  std::ranges::copy_if(interaction.people, std::back_inserter(untold), [&](const PersonRef& one) {
    return one.id != whose && !says(interaction, one.name);
  });
  return untold.empty() ? "" : "with " + names(untold);
}

std::string number(const Style& style, std::int64_t id) {
  return style.dim("(" + std::to_string(id) + ")");
}

std::string tag_words(const std::vector<std::string>& tags) {
  std::string all;
  for (const std::string& tag : tags) {
    all += all.empty() ? "#" : " #";
    all += safe(tag);
  }
  return all;
}

/// "at Tampopo", unless the sentence says so.
std::string place_of(const Interaction& interaction) {
  return interaction.place.empty() || says(interaction, interaction.place)
             ? ""
             : "at " + safe(interaction.place);
}

std::string when(const Interaction& interaction) {
  return to_string(interaction.date) +
         (interaction.time ? " " + time_of_day(*interaction.time) : "");
}

std::string about(const Interaction& interaction, const std::string& others = {}) {
  return list_of({place_of(interaction),
                  safe(interaction.text),
                  others,
                  tag_words(interaction.tags),
                  interaction.unanswered ? "unanswered" : ""},
                 " · ");
}

}  // namespace

TextForm text_form(const Context& ctx) {
  return {Style{ctx.colored()}, ctx.clock.today(), ctx.width()};
}

std::string every(Cadence cadence) {
  return cadence.days() == 1 ? "every day" : "every " + std::to_string(cadence.days()) + " days";
}

std::string works(const Person& person, std::string_view between) {
  return list_of({person.title(), person.org()}, between);
}

// None is kept with the former and the dead; that of the paused waits.
std::string rhythm_of(const Person& person, std::string_view between) {
  const std::string standing =
      person.standing == Standing::active ? "" : std::string{to_string(person.standing)};
  return is_gone(person.standing)
             ? standing
             : list_of({person.circle ? std::string{to_string(*person.circle)} : "",
                        person.own_cadence ? every(*person.own_cadence) : "",
                        standing},
                       between);
}

std::string line(const TextForm& form, const PersonView& view) {
  const Person& person = view.person;
  std::string notable = safe(view.remark);
  if (notable.empty()) {
    notable = list_of(
        {safe(person.org()), safe(person.city), rhythm_of(person, " · "), tag_words(person.tags)},
        " · ");
  }
  return form.style.bold(safe(person.name)) + (notable.empty() ? "" : "  " + notable);
}

std::string line(const TextForm& form, const Interaction& interaction) {
  return list_of({when(interaction),
                  safe(interaction.kind),
                  form.style.bold(names(interaction.people)),
                  about(interaction),
                  number(form.style, raw(interaction.id))},
                 "  ");
}

std::string line_on_card(const TextForm& form, const Interaction& interaction, PersonId whose) {
  const bool opens_with_kind =
      text::fold(interaction.text).starts_with(text::fold(interaction.kind) + " ");
  return list_of({when(interaction),
                  opens_with_kind ? "" : safe(interaction.kind),
                  about(interaction, others(interaction, whose)),
                  number(form.style, raw(interaction.id))},
                 "  ");
}

std::string what_became(const Fact& fact, Date today) {
  if (fact.status == HopeStatus::open) {
    return {};
  }
  return std::string{fact.status == HopeStatus::fulfilled ? "came true" : "let go"} +
         (fact.done_on ? " " + friendly(*fact.done_on, today) : "");
}

std::string line(const TextForm& form, const Fact& fact) {
  return list_of({safe(fact.kind),
                  form.style.bold(safe(fact.person.name)),
                  safe(fact.text),
                  fact.date ? form.style.dim(friendly(*fact.date, form.today)) : "",
                  what_became(fact, form.today),
                  number(form.style, raw(fact.id))},
                 "  ");
}

std::string line(const TextForm& form, const FollowUp& follow_up) {
  const std::string words = list_of({safe(follow_up.text),
                                     follow_up.owed_by == Owner::them ? "they owe you" : "",
                                     follow_up.every ? "every " + in_words(*follow_up.every) : ""},
                                    " · ");
  return list_of({to_string(follow_up.due), form.style.bold(safe(follow_up.person.name)), words},
                 "  ");
}

std::string line(const TextForm& form, const Link& link) {
  // An introduction happens on a day; every other tie lasts from then on.
  const std::string when = link.since.empty()          ? ""
                           : link.kind == "introduced" ? friendly(link.since)
                                                       : "since " + friendly(link.since);
  return list_of({form.style.bold(safe(link.a.name)),
                  safe(link.kind),
                  form.style.bold(safe(link.b.name)),
                  link.via ? "through " + safe(link.via->name) : "",
                  when},
                 "  ");
}

void NameColumn::take_in(std::string_view name) {
  constexpr std::size_t kWidest = 24;
  width_ = std::max(width_, std::min(kWidest, text::display_width(safe(name))));
}

std::string NameColumn::cell(const PersonRef& person) const {
  const std::string name = safe(person.name);
  return style_.bold(name) + text::pad(name, width_).substr(name.size());
}

std::string line(const TextForm& form, const DueEntry& entry) {
  return form.style.bold(safe(entry.person.name)) + " · " + safe(entry.why);
}

std::string line(const TextForm& form, const Change& change) {
  return safe(change.label) + "  " + number(form.style, raw(change.id));
}

std::string distinguishing(const Person& person) {
  std::vector<std::string> words{person.title().empty() || person.org().empty()
                                     ? person.org() + person.title()
                                     : person.title() + " at " + person.org(),
                                 person.city};
  if (!person.nicknames.empty()) {
    words.push_back("“" + person.nicknames.front() + "”");
  }
  if (!person.contact_points.empty()) {
    words.push_back(person.contact_points.front().value);
  }
  if (is_gone(person.standing)) {
    words.emplace_back(to_string(person.standing));
  }
  if (person.archived) {
    words.emplace_back("archived");
  }
  return list_of(words, ", ");
}

}  // namespace kith::cli
