// Shows what a sentence was understood as.
#include "cli/render/logged.hpp"

#include <array>

#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/style.hpp"
#include "cli/render/text.hpp"
#include "exchange/records.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

// Somebody who is not stored yet has no uid.
ordered_json person_json(const PersonRef& person) {
  ordered_json json = exchange::to_json(person);
  if (person.uid.is_nil()) {
    json["uid"] = nullptr;
  }
  return json;
}

ordered_json people_json(const std::vector<PersonRef>& people) {
  ordered_json all = ordered_json::array();
  for (const PersonRef& person : people) {
    all.push_back(person_json(person));
  }
  return all;
}

// A record that is only a draft has neither id nor stamps.
template <class Record>
ordered_json record_json(const Record& record) {
  ordered_json json = exchange::to_json(record);
  if (record.uid.is_nil()) {
    for (const char* field : {"id", "uid", "created_at", "updated_at"}) {
      json[field] = nullptr;
    }
  }
  if (json.contains("person")) {
    if constexpr (requires { record.person; }) {
      json["person"] = person_json(record.person);
    }
  }
  return json;
}

std::string names(const std::vector<PersonRef>& people) {
  std::string all;
  for (std::size_t i = 0; i < people.size(); ++i) {
    all += i == 0 ? "" : i + 1 == people.size() ? " and " : ", ";
    all += people[i].name;
  }
  return all;
}

std::string weekday(Date date) {
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return kDays[std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding()];
}

// "Sat 21 Nov 2026": with the year, so that a slip of a year is seen.
std::string long_day(Date date) {
  const Date other_year{date.year() + std::chrono::years{1}, date.month(), std::chrono::day{1}};
  return weekday(date) + " " + friendly(date, other_year);
}

std::string duration_words(std::chrono::minutes duration) {
  const auto hours = duration.count() / 60;
  const auto minutes = duration.count() % 60;
  std::string words = hours > 0 ? std::to_string(hours) + " h" : "";
  if (minutes > 0 || hours == 0) {
    words += (words.empty() ? "" : " ") + std::to_string(minutes) + " min";
  }
  return words;
}

std::string name_of(const Interaction& interaction) {
  const std::string kind = interaction.kind == "other" ? "" : interaction.kind;
  if (interaction.people.empty()) {
    return kind.empty() ? "a note" : kind;
  }
  return (kind.empty() ? "time" : kind) + " with " + names(interaction.people);
}

// The words of the sentence that a part was read from; none where it was assumed.
std::string words_of(const LogPlan& plan, const capture::Explanation& one) {
  return plan.interaction.text.substr(one.span.begin, one.span.end - one.span.begin);
}

ordered_json explanations_json(const LogPlan& plan) {
  ordered_json all = ordered_json::array();
  for (const capture::Explanation& one : plan.explanations) {
    ordered_json json{{"part", one.part}, {"text", nullptr}, {"begin", nullptr}, {"end", nullptr}};
    if (!one.span.empty()) {
      json["text"] = words_of(plan, one);
      json["begin"] = one.span.begin;
      json["end"] = one.span.end;
    }
    json["read_as"] = one.read_as;
    json["why"] = one.why;
    all.push_back(std::move(json));
  }
  return all;
}

// "  "Ana" person Ana Lim took part: given name or nickname; named after "with""
std::string explanation_lines(const Style& style, const LogPlan& plan) {
  std::string all;
  for (const capture::Explanation& one : plan.explanations) {
    const std::string words =
        one.span.empty() ? "-" : "\"" + text::printable(words_of(plan, one)) + "\"";
    all += "  " + style.warm(words) + " " + one.part + " " + text::printable(one.read_as) + ": " +
           style.dim(text::printable(one.why)) + "\n";
  }
  return all;
}

ordered_json plan_json(const LogPlan& plan, bool dry_run, bool explain) {
  ordered_json json;
  json["interaction"] = record_json(plan.interaction);
  json["interaction"]["people"] = people_json(plan.interaction.people);
  json["new_people"] = people_json(plan.new_people);
  json["ambiguous"] = ordered_json::array();
  for (const Unclear& unclear : plan.ambiguous) {
    ordered_json candidates = ordered_json::array();
    for (const Candidate& one : unclear.candidates) {
      candidates.push_back({{"uid", one.uid}, {"name", one.name}, {"detail", one.detail}});
    }
    json["ambiguous"].push_back({{"text", unclear.text}, {"candidates", candidates}});
  }
  json["follow_ups"] = ordered_json::array();
  for (const FollowUp& follow_up : plan.follow_ups) {
    json["follow_ups"].push_back(record_json(follow_up));
  }
  json["facts"] = ordered_json::array();
  for (const Fact& fact : plan.facts) {
    json["facts"].push_back(record_json(fact));
  }
  json["moments"] = ordered_json::array();
  for (const std::string& moment : plan.moments) {
    json["moments"].push_back({{"kind", "introduction_took"}, {"text", moment}});
  }
  json["dry_run"] = dry_run;
  if (explain) {
    json["explain"] = explanations_json(plan);
  }
  return json;
}

// "called mum": most likely it was with somebody, and the log does not say whom. A note is of
// nobody.
bool is_with_nobody(const LogPlan& plan) {
  const Interaction& it = plan.interaction;
  return it.kind != "other" && it.people.empty() && it.mentions.empty() && plan.unknown.empty() &&
         plan.ambiguous.empty();
}

// "coffee with Spencer Bean · Sat 21 Nov 2026 · Blue Bottle", and a line for each thing to do.
std::string lines(const Context& ctx, const LogPlan& plan) {
  const Style style{ctx.colored()};
  const Interaction& it = plan.interaction;
  const auto shown = [](const std::string& text) { return text::printable(text); };
  const std::string dot = style.dim(" · ");
  std::string all = style.bold(shown(name_of(it))) + dot + style.day(long_day(it.date));
  if (it.time) {
    all += " " + time_of_day(*it.time);
  }
  if (it.duration) {
    all += dot + duration_words(*it.duration);
  }
  if (!it.place.empty()) {
    all += dot + style.place(shown(it.place));
  }
  for (const std::string& tag : it.tags) {
    all += (&tag == &it.tags.front() ? dot : " ") + style.tag("#" + shown(tag));
  }
  if (it.unanswered) {
    all += dot + "unanswered";
  }
  if (!it.mentions.empty()) {
    all += dot + "about " + shown(names(it.mentions));
  }
  if (is_with_nobody(plan)) {
    all += dot + "with nobody whom kith knows";
  }
  all += "\n";
  if (!plan.new_people.empty()) {
    all += "  new: " + shown(names(plan.new_people)) + "\n";
  }
  for (const std::string& name : plan.unknown) {
    all += "  not known: " + shown(name) + "\n";
  }
  for (const Unclear& unclear : plan.ambiguous) {
    all += "  unclear: " + shown(unclear.text) + " may be ";
    for (std::size_t i = 0; i < unclear.candidates.size(); ++i) {
      all += i == 0 ? "" : i + 1 == unclear.candidates.size() ? " or " : ", ";
      all += shown(unclear.candidates[i].name);
    }
    all += "\n";
  }
  for (const FollowUp& one : plan.follow_ups) {
    const std::string what = one.owed_by == Owner::me ? one.text + " (" + one.person.name + ")"
                                                      : one.person.name + " will " + one.text;
    all += "  by " + long_day(one.due) + ": " + shown(what) + "\n";
  }
  for (const Fact& fact : plan.facts) {
    all += "  " + shown(fact.kind) + " noted for " + shown(fact.person.name) + ": " +
           shown(fact.text) + "\n";
  }
  for (const std::string& moment : plan.moments) {
    all += "  " + shown(moment) + "\n";
  }
  return all;
}

}  // namespace

std::string headline(const Interaction& interaction) { return name_of(interaction); }

void show(Context& ctx, const LoggedView& view) {
  if (ctx.settings.json) {
    if (!view.many && view.plans.size() == 1) {
      write_json(ctx.out, plan_json(view.plans.front(), view.dry_run, view.explain));
      return;
    }
    write_array(ctx.out, view.plans, [&](const LogPlan& plan) {
      return plan_json(plan, view.dry_run, view.explain);
    });
    return;
  }
  if (ctx.settings.quiet && !view.dry_run) {
    return;
  }
  for (const LogPlan& plan : view.plans) {
    ctx.out << lines(ctx, plan) << explanation_lines(Style{ctx.colored()}, plan);
  }
  if (!view.dry_run && !view.plans.empty() && ctx.terminal.out_is_terminal) {
    ctx.out << "  kith undo takes it back\n";
  }
}

}  // namespace kith::cli
