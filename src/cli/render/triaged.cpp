// Who a person without a circle is, in a few words.
#include "cli/render/triaged.hpp"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/render/folded.hpp"
#include "cli/render/json.hpp"
#include "cli/render/show.hpp"
#include "cli/render/text.hpp"
#include "exchange/records.hpp"
#include <kith/store/person_repo.hpp>
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

std::string how_often(const TriageLine& line, Date today) {
  if (!line.last_seen) {
    return {};
  }
  const std::string last = "last on " + friendly(*line.last_seen, today);
  return line.days_together == 0 ? last
         : line.days_together == 1
             ? "1 day in the last year, " + last
             : std::to_string(line.days_together) + " days in the last year, " + last;
}

// What one knows somebody by, the most telling first.
std::string who_they_are(const TriageLine& line, Date today) {
  const Person& person = line.person;
  std::vector<std::string> words{works(person, " at "), person.city, how_often(line, today)};
  if (!person.met.empty()) {
    words.push_back("met: " + person.met);
  } else if (person.introduced_by) {
    words.push_back("through " + person.introduced_by->name);
  }
  if (person.own_cadence) {
    words.push_back(every(*person.own_cadence));
  }
  for (const std::string& tag : person.tags) {
    words.push_back("#" + tag);
  }
  std::string all;
  for (const std::string& word : words) {
    all += word.empty() ? "" : " · " + text::printable(word);
  }
  return all;
}

}  // namespace

TriageLine line_of(Store& store, const WithoutCircle& one) {
  return {.person = store.people().get(one.person),
          .days_together = one.days_together,
          .last_seen = store.people().last_seen(one.person, store.clock().today())};
}

void explain_keys(Context& ctx) {
  ctx.err << "How close are they?\n"
             "  i inner  c close  f friend  w wider  n no circle\n"
             "  s skip   u undo the last    q quit\n";
}

void show_whom(Context& ctx, const TriageLine& line, std::size_t place, std::size_t of) {
  ctx.out.flush();  // what was said of the one before
  const TextForm form = text_form(ctx);
  const std::string number = std::to_string(place) + " of " + std::to_string(of) + "  ";
  const std::string all = form.style.dim(number) +
                          form.style.bold(text::printable(line.person.name)) +
                          who_they_are(line, form.today);
  ctx.err << '\n' << (form.width ? folded(all, *form.width) : all) << '\n';
}

void show(Context& ctx, const TriagedView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out, exchange::to_json(view.line.person, view.line.last_seen));
    return;
  }
  confirm(ctx, view.said);
}

struct TriageList::Form {
  std::ostream& out;
  TextForm text;
  std::optional<JsonArray> json{};
};

TriageList::TriageList(Context& ctx) : form_(new Form{.out = ctx.out, .text = text_form(ctx)}) {
  if (ctx.settings.json) {
    form_->json.emplace(ctx.out);
  }
}

TriageList::~TriageList() = default;

void TriageList::add(const TriageLine& line) {
  if (form_->json) {
    form_->json->add(exchange::to_json(line.person, line.last_seen));
    return;
  }
  form_->out << form_->text.style.bold(text::printable(line.person.name))
             << who_they_are(line, form_->text.today) << '\n';
}

void TriageList::finish() {
  if (form_->json) {
    form_->json->finish();
  }
}

}  // namespace kith::cli
