// What a search found.
#include "cli/render/found.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/text.hpp"
#include "exchange/records.hpp"
#include <kith/store/text_index.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

bool fits(std::string_view word, const std::vector<std::string>& wanted) {
  const std::vector<std::string> parts = text::words(text::segmented(text::fold(word)));
  return std::ranges::any_of(parts, [&](const std::string& part) {
    return std::ranges::any_of(wanted,
                               [&](const std::string& one) { return part.starts_with(one); });
  });
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c == ' ') {
      words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  words.push_back(std::move(word));
  return words;
}

// What a record says, in the order in which it is worth quoting.
std::vector<std::string> texts_of(const ListedPerson& found) {
  const Person& person = found.person;
  std::vector<std::string> texts{person.name};
  std::ranges::copy(person.nicknames, std::back_inserter(texts));
  for (const Membership& one : person.memberships) {
    texts.push_back(one.org);
    texts.push_back(one.title);
  }
  texts.insert(texts.end(), {person.city, person.met});
  for (const ContactPoint& point : person.contact_points) {
    texts.push_back(point.value);
  }
  std::ranges::copy(person.tags, std::back_inserter(texts));
  return texts;
}

std::vector<std::string> texts_of(const Interaction& found) {
  std::vector<std::string> texts{found.text, found.place, found.kind};
  std::ranges::copy(found.tags, std::back_inserter(texts));
  for (const std::vector<PersonRef>& people : {found.people, found.mentions}) {
    for (const PersonRef& one : people) {
      texts.push_back(one.name);
    }
  }
  return texts;
}

std::vector<std::string> texts_of(const Fact& found) {
  return {found.text, found.kind, found.person.name};
}

std::vector<std::string> texts_of(const FollowUp& found) { return {found.text, found.person.name}; }

std::string quoted(const std::vector<std::string>& texts, const std::vector<std::string>& words) {
  for (const std::string& text : texts) {
    if (std::string piece = snippet(text, words); !piece.empty()) {
      return piece;
    }
  }
  // The index may know a form that we do not: then the record's own beginning has to do.
  const auto first =
      std::ranges::find_if(texts, [](const std::string& one) { return !one.empty(); });
  return first == texts.end() ? std::string{} : text::shorten(text::printable(*first), 60);
}

struct Words {
  const TextForm& form;
  const std::string& piece;

  std::string operator()(const ListedPerson& found) const {
    const bool name = piece == text::printable(found.person.name);
    return line(form, PersonView{.person = found.person, .remark = name ? "" : piece});
  }
  std::string operator()(const Interaction& found) const { return line(form, found); }
  std::string operator()(const Fact& found) const { return line(form, found); }
  std::string operator()(const FollowUp& found) const {
    const std::string status =
        found.status == FollowUpStatus::open ? "" : "  " + std::string{to_string(found.status)};
    return line(form, found) + status + "  " +
           form.style.dim("(" + std::to_string(raw(found.id)) + ")");
  }
};

struct Json {
  ordered_json operator()(const ListedPerson& found) const {
    return exchange::to_json(found.person, found.last_seen);
  }
  template <class Record>
  ordered_json operator()(const Record& found) const {
    return exchange::to_json(found);
  }
};

// Whom it is about: the person, or the first of those who took part.
ordered_json person_of(const FoundRecord& record) {
  if (const auto* person = std::get_if<ListedPerson>(&record)) {
    return exchange::to_json(person->person.ref());
  }
  if (const auto* interaction = std::get_if<Interaction>(&record)) {
    return interaction->people.empty() ? ordered_json(nullptr)
                                       : exchange::to_json(interaction->people.front());
  }
  const auto* fact = std::get_if<Fact>(&record);
  return exchange::to_json(fact != nullptr ? fact->person : std::get<FollowUp>(record).person);
}

}  // namespace

std::string snippet(std::string_view text,
                    const std::vector<std::string>& words,
                    std::size_t columns) {
  const std::vector<std::string> all = split(text::printable(text));
  const auto hit =
      std::ranges::find_if(all, [&](const std::string& word) { return fits(word, words); });
  if (hit == all.end()) {
    return {};
  }
  // A third of the room for what stands before the word.
  auto from = hit;
  for (std::size_t taken = 0; from != all.begin(); --from) {
    taken += text::display_width(*std::prev(from)) + 1;
    if (taken > columns / 3) {
      break;
    }
  }
  std::string piece = from == all.begin() ? "" : "…";
  for (auto word = from; word != all.end(); ++word) {
    piece += (word == from ? "" : " ") + *word;
    if (text::display_width(piece) > columns) {
      break;
    }
  }
  return text::shorten(piece, columns);
}

struct FoundList::Form {
  std::ostream& out;
  TextForm text;
  std::vector<std::string> words;
  std::optional<JsonArray> json{};
};

FoundList::FoundList(Context& ctx, std::string_view query)
    : form_(new Form{.out = ctx.out,
                     .text = text_form(ctx),
                     .words = text::words(text::segmented(text::fold(query)))}) {
  if (ctx.settings.json) {
    form_->json.emplace(ctx.out);
  }
}

FoundList::~FoundList() = default;

void FoundList::add(const FoundRecord& record) {
  constexpr std::array kTypes{
      HitType::person, HitType::interaction, HitType::fact, HitType::follow_up};
  const std::string piece =
      quoted(std::visit([](const auto& found) { return texts_of(found); }, record), form_->words);
  if (form_->json) {
    form_->json->add({{"type", to_string(kTypes[record.index()])},
                      {"person", person_of(record)},
                      {"snippet", piece},
                      {"record", std::visit(Json{}, record)}});
  } else {
    form_->out << std::visit(Words{form_->text, piece}, record) << '\n';
  }
}

void FoundList::finish() {
  if (form_->json) {
    form_->json->finish();
  }
}

}  // namespace kith::cli
