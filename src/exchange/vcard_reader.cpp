// A card as a contact document.
#include <algorithm>
#include <set>
#include <utility>

#include "exchange/folder.hpp"
#include "exchange/vcard_names.hpp"
#include "exchange/vcard_properties.hpp"
#include "exchange/vcard_ties.hpp"
#include "exchange/vcard_words.hpp"
#include <kith/error.hpp>
#include <kith/exchange/vcard.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kLongestKept = std::size_t{64} << 10;

/// The first thing that can stand for a name.
std::string name_of(const Findings& findings) {
  if (!findings.full_names.empty()) {
    return findings.full_names.front();
  }
  if (std::string name = findings.parts.display(); !name.empty()) {
    return name;
  }
  if (!findings.document.nicknames.empty()) {
    return findings.document.nicknames.front();
  }
  if (!findings.organisations.empty()) {
    return findings.organisations.front().text;
  }
  for (const ContactKind kind : {ContactKind::email, ContactKind::phone}) {
    for (const ContactPoint& point : findings.document.contact_points) {
      if (point.kind == kind) {
        return point.value;
      }
    }
  }
  return {};
}

/// Organisations with their titles: those of one group first, then in order.
void join_employments(const Findings& findings, std::vector<Membership>& memberships) {
  std::vector<Membership> current;
  std::vector<bool> is_used(findings.titles.size(), false);
  const auto take_title = [&](std::size_t i) {
    is_used[i] = true;
    return findings.titles[i].text;
  };
  for (const Employment& org : findings.organisations) {
    current.push_back({.org = org.text});
    for (std::size_t i = 0; i < findings.titles.size() && !org.group.empty(); ++i) {
      if (!is_used[i] && findings.titles[i].group == org.group) {
        current.back().title = take_title(i);
        break;
      }
    }
  }
  for (std::size_t i = 0; i < findings.titles.size(); ++i) {
    if (is_used[i]) {
      continue;
    }
    std::size_t place = 0;
    while (place < findings.organisations.size() &&
           (!current[place].title.empty() ||
            (!findings.titles[i].group.empty() && !findings.organisations[place].group.empty()))) {
      ++place;
    }
    if (place < findings.organisations.size()) {
      current[place].title = take_title(i);
    } else {
      current.push_back({.title = take_title(i)});
    }
  }
  // What kith wrote besides has the dates.
  for (Membership& dated : memberships) {
    const auto same = std::find_if(current.begin(), current.end(), [&](const Membership& one) {
      return dated.to.empty() && one.org == dated.org && one.title == dated.title;
    });
    if (same != current.end()) {
      *same = dated;
    } else {
      current.push_back(dated);
    }
  }
  memberships = std::move(current);
}

void sort_by_preference(Findings& findings) {
  if (std::is_sorted(findings.preferences.begin(), findings.preferences.end())) {
    return;
  }
  std::vector<ContactPoint>& points = findings.document.contact_points;
  std::vector<std::pair<int, ContactPoint>> ranked;
  for (std::size_t i = 0; i < points.size(); ++i) {
    ranked.emplace_back(findings.preferences[i], std::move(points[i]));
  }
  std::stable_sort(
      ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(ranked.begin(), ranked.end(), points.begin(), [](auto& one) {
    return std::move(one.second);
  });
}

/// kith writes a fact into the note and again, in full: then the note says nothing more.
void join_facts(Findings& findings) {
  if (findings.facts.empty()) {
    return;
  }
  std::vector<Fact> notes;
  for (const Told& fact : findings.facts) {
    notes.push_back({.kind = fact.kind, .text = fact.text, .date = fact.date});
  }
  const std::string note = note_of(notes);
  std::erase_if(findings.document.told, [&](const Told& told) { return told.text == note; });
  findings.document.told.insert(
      findings.document.told.end(), findings.facts.begin(), findings.facts.end());
}

/// What names a card that has no UID: the same as long as name and first address are.
std::string own_key(const ContactDocument& document) {
  std::string key = text::fold(document.name) + " | ";
  for (const ContactKind kind : {ContactKind::email, ContactKind::phone}) {
    for (const ContactPoint& point : document.contact_points) {
      if (point.kind == kind) {
        return key + comparable(kind, point.value);
      }
    }
  }
  return key + (document.memberships.empty() ? "" : text::fold(document.memberships.front().org));
}

/// Keeps properties in a document.
class Keeper {
 public:
  Keeper(const Card& card, ContactDocument& document) : card_(card), document_(document) {}

  void keep(const ContentLine& line, Fate fate) {
    // What 2.1 writes without a name gets one.
    const std::string text =
        card_.version == CardVersion::v2_1
            ? to_text(make_content_line(line.name, line.value, line.parameters, line.group))
            : to_text(line);
    if (text.size() > kLongestKept) {
      document_.dropped.push_back(line.name);
      return;
    }
    document_.kept.push_back(text);
    if (fate == Fate::without_place) {
      document_.without_place.push_back(line.name);
    }
    if (!line.group.empty() && !is_companion(line.name)) {
      groups_.insert(line.group);
    }
  }

  /// Keeps what describes properties that are kept: labels, and the country of an address.
  void keep_companions() {
    for (const ContentLine& line : card_.lines) {
      if (is_companion(line.name) && groups_.contains(line.group)) {
        keep(line, Fate::richer);
      }
    }
  }

 private:
  const Card& card_;
  ContactDocument& document_;
  std::set<std::string_view> groups_{};
};

}  // namespace

ReadCard read_card(const Card& card, const RemarkSink& remark) {
  ReadCard read;
  Findings findings;
  const PropertyReader reader(card);
  Keeper keeper(card, findings.document);
  bool is_guessed = false;
  const ContentLine* name_line = nullptr;
  for (const ContentLine& line : card.lines) {
    is_guessed = is_guessed || line.is_guessed;
    const NameParts before = findings.parts;
    const Fate fate = reader.read(line, findings);
    if (line.name == "N" && before == NameParts{}) {
      name_line = &line;
    } else if (fate == Fate::dropped) {
      findings.document.dropped.push_back(line.name);
    } else if (fate == Fate::richer || fate == Fate::without_place) {
      keeper.keep(line, fate);
    }
  }
  ContactDocument& document = findings.document;
  document.line = card.line;
  document.name = name_of(findings);
  if (name_line != nullptr && !(findings.parts == NameParts{}) &&
      !(parts_of_name(document.name) == findings.parts)) {
    keeper.keep(*name_line, Fate::richer);
    if (const ContentLine* full = card.find("FN");
        full != nullptr && !fits_name(findings.parts, document.name)) {
      keeper.keep(*full, Fate::richer);
    }
  }
  keeper.keep_companions();
  for (std::size_t i = 1; i < findings.full_names.size(); ++i) {
    document.nicknames.push_back(findings.full_names[i]);
  }
  join_employments(findings, document.memberships);
  sort_by_preference(findings);
  join_facts(findings);
  document.city = findings.city;
  document.keys.push_back(findings.uid.empty() ? own_key(document) : card_key(findings.uid));
  document.key_parts_file = !findings.uid.empty();
  if (findings.is_kiths) {
    document.uid = parse_uid(card_key(findings.uid));
  }
  if (remark) {
    if (is_guessed) {
      remark({Remark::Kind::warning,
              card.line,
              document.name,
              "neither UTF-8 nor with a charset: read as windows-1252"});
    }
    for (std::string& why : findings.unreadable) {
      remark({Remark::Kind::warning, card.line, document.name, std::move(why)});
    }
  }
  if (findings.is_group) {
    read.group = GroupDocument{document.name, findings.members, card.line};
  }
  read.document = std::move(document);
  return read;
}

std::vector<std::filesystem::path> vcard_files_in(const std::filesystem::path& folder) {
  return files_below(folder, {".vcf", ".vcard"});
}

void read_vcards(std::istream& in, DocumentSink& sink) {
  const RemarkSink remark = [&](Remark what) { sink.remark(std::move(what)); };
  CardReader reader(in, remark);
  while (const std::optional<Card> card = reader.next()) {
    const ReadCard read = read_card(*card, remark);
    if (read.group) {
      sink.take_group(*read.group);
    } else if (read.document.name.empty()) {
      sink.remark({Remark::Kind::skipped,
                   card->line,
                   {},
                   "a card without a name, organisation, e-mail or phone"});
    } else {
      sink.take(read.document);
    }
  }
  if (reader.is_something_else()) {
    throw DataError("no vCard in it", "a vCard begins with BEGIN:VCARD", Position{.line = 1});
  }
}

}  // namespace kith::exchange
