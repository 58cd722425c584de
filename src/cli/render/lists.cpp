// Lists that are shown as they are read.
#include "cli/render/lists.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/table.hpp"
#include "cli/render/text.hpp"
#include "exchange/records.hpp"

namespace kith::cli {
namespace {

std::string hashed(const std::vector<std::string>& tags) {
  std::string words;
  for (const std::string& tag : tags) {
    words += (words.empty() ? "#" : " #") + tag;
  }
  return words;
}

}  // namespace

struct PeopleList::Form {
  Table table;
  std::optional<JsonArray> json{};
};

PeopleList::PeopleList(Context& ctx)
    : form_(new Form{.table = Table{ctx.out,
                                    text_form(ctx),
                                    {{"name", Align::left, true, true},
                                     {"works", Align::left, true},
                                     {"city", Align::left, true},
                                     {"rhythm"},
                                     {"last seen"},
                                     {"tags", Align::left, true}}}}) {
  if (ctx.settings.json) {
    form_->json.emplace(ctx.out);
  }
}

PeopleList::~PeopleList() = default;

void PeopleList::add(const ListedPerson& listed) {
  const Person& person = listed.person;
  if (form_->json) {
    form_->json->add(exchange::to_json(person, listed.last_seen));
    return;
  }
  std::vector<std::string> cells;
  cells.reserve(6);  // (a list in braces would be copied)
  cells.push_back(person.name);
  cells.push_back(works(person, ", "));
  cells.push_back(person.city);
  cells.push_back(rhythm_of(person, ", "));
  cells.push_back(listed.last_seen ? to_string(*listed.last_seen) : "");
  cells.push_back(hashed(person.tags));
  form_->table.add(std::move(cells));
}

void PeopleList::finish() {
  if (form_->json) {
    form_->json->finish();
  } else {
    form_->table.finish();
  }
}

struct DueList::Form {
  std::ostream& out;
  TextForm text;
  std::optional<JsonArray> json{};
};

DueList::DueList(Context& ctx) : form_(new Form{.out = ctx.out, .text = text_form(ctx)}) {
  if (ctx.settings.json) {
    form_->json.emplace(ctx.out);
  }
}

DueList::~DueList() = default;

void DueList::add(const DueEntry& entry) {
  if (form_->json) {
    form_->json->add(to_json(entry));
  } else {
    form_->out << line(form_->text, entry) << '\n';
  }
}

void DueList::finish() {
  if (form_->json) {
    form_->json->finish();
  }
}

struct InteractionList::Form {
  std::ostream& out;
  TextForm text;
  std::optional<JsonArray> json{};
};

InteractionList::InteractionList(Context& ctx)
    : form_(new Form{.out = ctx.out, .text = text_form(ctx)}) {
  if (ctx.settings.json) {
    form_->json.emplace(ctx.out);
  }
}

InteractionList::~InteractionList() = default;

void InteractionList::add(const Interaction& interaction) {
  if (form_->json) {
    form_->json->add(exchange::to_json(interaction));
  } else {
    form_->out << line(form_->text, interaction) << '\n';
  }
}

void InteractionList::finish() {
  if (form_->json) {
    form_->json->finish();
  }
}

}  // namespace kith::cli
