// A card brought up to what is true: what still is stays as it stands.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "exchange/vcard_labels.hpp"
#include "exchange/vcard_names.hpp"
#include "exchange/vcard_properties.hpp"
#include "exchange/vcard_wishes.hpp"
#include "exchange/vcard_words.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::string_view kProducer = "-//kith//kith//EN";

/// What a card may hold once only, so that a new value takes the old one's place.
bool is_single(std::string_view subject) {
  constexpr std::array<std::string_view, 6> kSubjects{
      "name", "parts", "birthday", "timezone", "city", "anniversary"};
  return std::find(kSubjects.begin(), kSubjects.end(), subject) != kSubjects.end();
}

bool is_point(std::string_view subject) { return parse_contact_kind(subject).has_value(); }

class Patch {
 public:
  Patch(const Card& base, const CardSubject& subject, CardVersion version, CardDetail detail)
      : base_(base),
        subject_(subject),
        version_(version),
        reader_(base),
        wishes_(wishes_of(subject, version, detail)) {
    for (const ContentLine& line : base.lines) {
      groups_.insert(line.group);
      for (const Wish& said : said_by(reader_, line)) {
        said_.insert(labelled(said));
      }
    }
  }

  Card run() {
    std::vector<Verdict> verdicts;
    for (const ContentLine& line : base_.lines) {
      verdicts.push_back(judge(line));
    }
    Card card{.version = version_, .line = base_.line};
    std::set<std::string> living;  // groups that still have what they label
    std::set<std::string> dead;
    for (std::size_t i = 0; i < base_.lines.size(); ++i) {
      const ContentLine& line = base_.lines[i];
      if (verdicts[i] == Verdict::companion || line.group.empty()) {
        continue;
      }
      (verdicts[i] == Verdict::stays ? living : dead).insert(line.group);
    }
    for (std::size_t i = 0; i < base_.lines.size(); ++i) {
      const ContentLine& line = base_.lines[i];
      if (verdicts[i] == Verdict::stays ||
          (verdicts[i] == Verdict::companion &&
           (living.contains(line.group) || !dead.contains(line.group)))) {
        card.lines.push_back(as_written(line));
      } else if (verdicts[i] == Verdict::goes) {
        replace(line, card);
      }
    }
    add_the_rest(card);
    frame(card);
    return card;
  }

 private:
  enum class Verdict { stays, goes, companion };

  /// 2.1 leaves the names of parameters out, which later versions do not.
  ContentLine as_written(const ContentLine& line) const {
    return base_.version == CardVersion::v2_1 && version_ != CardVersion::v2_1
               ? make_content_line(line.name, line.value, line.parameters, line.group)
               : line;
  }

  static std::string labelled(const Wish& wish) {
    return wish.subject + "\n" + wish.value + "\n" + text::fold(wish.label);
  }

  /// Whom a key in RELATED means, as links name them.
  std::string person_of(const std::string& key) const {
    const auto known = subject_.known_keys.find(key);
    return known == subject_.known_keys.end() ? key : to_string(known->second);
  }

  /// The wish that says the same; nullptr if none does.
  Wish* same(const Wish& said) {
    Wish* found = nullptr;
    const std::string person = said.text.empty() ? "" : person_of(said.text);
    for (Wish& wish : wishes_) {
      const bool is_same = wish.subject == said.subject &&
                           (wish.value == said.value ||
                            (wish.subject == "relation" && !person.empty() && wish.text == person));
      // A number may be there twice, at home and at work: kith has it once, by one of the labels.
      const bool is_labelled_so = !is_point(said.subject) || wish.label.empty() ||
                                  text::fold(wish.label) == text::fold(said.label) ||
                                  said_.contains(labelled(wish));
      if (is_same && is_labelled_so) {
        if (!wish.is_said) {
          return &wish;
        }
        found = found == nullptr ? &wish : found;
      }
    }
    return found;
  }

  Verdict judge(const ContentLine& line) {
    if (is_companion(line.name)) {
      return Verdict::companion;
    }
    if (line.name == "N") {
      return judge_parts(line);
    }
    if (line.name == "FN") {
      return judge_name(line);
    }
    if (line.name == "NOTE") {
      return judge_note(line);
    }
    bool is_all_true = true;
    std::vector<Wish*> true_ones;
    const std::vector<Wish> all_said = said_by(reader_, line);
    if (line.name == "BDAY" && all_said.empty() && !subject_.person.birthday.empty()) {
      return Verdict::goes;  // a card has one, and this one cannot be read
    }
    for (const Wish& said : all_said) {
      Wish* wish = same(said);
      if (wish == nullptr && is_of_a_stranger(said)) {
        continue;
      }
      if (said.subject == "city" && wish == nullptr && line.name == "ADR" && !true_ones.empty()) {
        continue;  // the address is what counts
      }
      is_all_true = is_all_true && wish != nullptr;
      true_ones.push_back(wish);
    }
    if (is_all_true || line.name == "ROLE") {  // beside a title a role says something else
      for (Wish* wish : true_ones) {
        if (wish != nullptr) {
          wish->is_said = true;
        }
      }
      return Verdict::stays;
    }
    return Verdict::goes;
  }

  /// True for a tie to a card that kith has not: nobody can say that it is no longer so.
  bool is_of_a_stranger(const Wish& said) const {
    return said.subject == "relation" && said.value == said.text &&
           !subject_.known_keys.contains(said.text);
  }

  Verdict judge_name(const ContentLine& line) {
    const std::string name = text::clean_line(unescaped(line.value));
    for (Wish& wish : wishes_) {
      if ((wish.subject == "name" && wish.value == name) ||
          (wish.subject == "nickname" && wish.value == text::fold(name))) {
        wish.is_said = true;
        return Verdict::stays;
      }
    }
    return Verdict::goes;
  }

  Verdict judge_parts(const ContentLine& line) {
    Findings findings;
    reader_.read(line, findings);
    const ContentLine* full = base_.find("FN");
    const bool is_named_so =
        full != nullptr && text::clean_line(unescaped(full->value)) == subject_.person.name;
    if (!is_named_so && !fits_name(findings.parts, subject_.person.name) &&
        findings.parts.display() != subject_.person.name) {
      return Verdict::goes;
    }
    for (Wish& wish : wishes_) {
      wish.is_said = wish.is_said || wish.subject == "parts";
    }
    return Verdict::stays;
  }

  /// A note may be one fact, or several, a paragraph each.
  Verdict judge_note(const ContentLine& line) {
    const std::string note = text::clean_text(unescaped(line.value));
    std::string_view rest = note;
    std::vector<Wish*> found;
    while (!rest.empty()) {
      const auto next = std::find_if(wishes_.begin(), wishes_.end(), [&](const Wish& wish) {
        return wish.subject == "note" &&
               std::find(found.begin(), found.end(), &wish) == found.end() &&
               rest.starts_with(wish.text) &&
               (rest.size() == wish.text.size() ||
                rest.substr(wish.text.size()).starts_with("\n\n"));
      });
      if (next == wishes_.end()) {
        return Verdict::goes;
      }
      found.push_back(&*next);
      rest.remove_prefix(std::min(next->text.size() + 2, rest.size()));
    }
    for (Wish* wish : found) {
      wish->is_said = true;
    }
    return Verdict::stays;
  }

  /// Puts in the place of what goes a wish of the same subject, if it is one value for another.
  void replace(const ContentLine& line, Card& card) {
    const std::vector<Wish> said = said_by(reader_, line);
    const std::string subject = line.name == "FN"     ? "name"
                                : line.name == "N"    ? "parts"
                                : line.name == "NOTE" ? "note"
                                : said.empty()        ? ""
                                                      : said.front().subject;
    if (subject == "tag" || subject == "nickname" || subject == "note") {
      add_list(subject, line, card);
      return;
    }
    for (Wish& wish : wishes_) {
      if (wish.is_said || wish.subject != subject || wish.lines.empty() ||
          (is_point(subject) && (said.size() != 1 || wish.label != said.front().label)) ||
          (!is_point(subject) && !is_single(subject) && subject != "org" && subject != "title")) {
        continue;
      }
      wish.is_said = true;
      if (!is_point(subject) || wish.lines.size() > 1 || line.name != wish.lines.front().name ||
          !line.parameter("VALUE").empty()) {
        add_lines(wish, card);
        return;
      }
      ContentLine now = as_written(line);
      now.value = wish.lines.front().value;
      card.lines.push_back(std::move(now));
      return;
    }
  }

  /// One property of all that is not said yet of tags, nicknames or notes; with the parameters of
  /// `old`, which it replaces, if that has any.
  void add_list(const std::string& subject, const ContentLine& old, Card& card) {
    std::string value;
    for (Wish& wish : wishes_) {
      if (wish.subject == subject && !wish.is_said) {
        wish.is_said = true;
        value += (value.empty() ? "" : subject == "note" ? "\\n\\n" : ",") + escaped(wish.text);
      }
    }
    if (!value.empty()) {
      const std::string_view name = subject == "tag"    ? "CATEGORIES"
                                    : subject == "note" ? "NOTE"
                                                        : "NICKNAME";
      card.lines.push_back(
          make_content_line(name,
                            std::move(value),
                            old.name == name ? old.parameters : std::vector<Parameter>{},
                            old.group));
    }
  }

  /// What a wish is written as, in a group that is not taken.
  void add_lines(const Wish& wish, Card& card) {
    std::map<std::string, std::string> renamed;
    for (const ContentLine& line : wish.lines) {
      if (line.group.empty()) {
        card.lines.push_back(line);
        continue;
      }
      std::string& group = renamed[line.group];
      if (group.empty()) {
        group = line.group;
        for (int number = 1; !line.group.starts_with("org") && groups_.contains(group); ++number) {
          group = "item" + std::to_string(number);
        }
      }
      std::string name = line.name == "X-ABLABEL" ? "X-ABLabel" : line.name;
      card.lines.push_back(make_content_line(name, line.value, line.parameters, group));
    }
    for (const auto& [before, now] : renamed) {
      groups_.insert(now);
    }
  }

  void add_the_rest(Card& card) {
    // Another note would be one that phones do not show.
    const bool has_unsaid_note = std::any_of(wishes_.begin(), wishes_.end(), [](const Wish& wish) {
      return wish.subject == "note" && !wish.is_said;
    });
    const auto note = std::find_if(card.lines.rbegin(),
                                   card.lines.rend(),
                                   [](const ContentLine& line) { return line.name == "NOTE"; });
    if (has_unsaid_note && note != card.lines.rend()) {
      Card more;
      add_list("note", {}, more);
      note->value += "\\n\\n" + more.lines.front().value;
    }
    for (std::size_t i = 0; i < wishes_.size(); ++i) {
      Wish& wish = wishes_[i];
      if (wish.is_said) {
        continue;
      }
      if (wish.lines.empty()) {
        add_list(wish.subject, {}, card);
      } else {
        wish.is_said = true;
        add_lines(wish, card);
      }
    }
  }

  /// UID, PRODID and REV: whose card it is, who wrote it and when it changed.
  void frame(Card& card) const {
    const auto has = [&](std::string_view name) { return card.find(name) != nullptr; };
    const auto insert_first = [&](ContentLine line) {
      card.lines.insert(card.lines.begin(), std::move(line));
    };
    if (!has("UID")) {
      insert_first(make_content_line("UID", "urn:uuid:" + to_string(subject_.person.uid)));
    }
    if (!has("PRODID")) {
      insert_first(make_content_line("PRODID", std::string(kProducer)));
    }
    if (card.lines == base_.lines && card.version == base_.version) {
      return;
    }
    const ContentLine now = make_content_line("REV", basic_stamp());
    const auto rev = std::find_if(card.lines.begin(), card.lines.end(), [](const ContentLine& one) {
      return one.name == "REV";
    });
    if (rev != card.lines.end()) {
      *rev = now;
    } else {
      card.lines.push_back(now);
    }
  }

  /// "20260320T120000Z": every version reads this form.
  std::string basic_stamp() const {
    std::string stamp = to_string(subject_.person.updated_at);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    const auto dot = stamp.find('.');
    return dot == std::string::npos ? stamp : stamp.substr(0, dot) + "Z";
  }

  const Card& base_;
  const CardSubject& subject_;
  CardVersion version_;
  PropertyReader reader_;
  std::vector<Wish> wishes_;
  std::set<std::string> groups_{};
  std::set<std::string> said_{};  // by the base, with labels
};

}  // namespace

Card patched(const Card& base, const CardSubject& subject, CardVersion version, CardDetail detail) {
  return Patch(base, subject, version, detail).run();
}

bool is_up_to_date(const Card& card, const CardSubject& subject, CardDetail detail) {
  return patched(card, subject, card.version, detail) == card;
}

}  // namespace kith::exchange
