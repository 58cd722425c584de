// A person as plain, commented text, and back.
#include "cli/person_form.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "cli/person_options.hpp"
#include "cli/suggest.hpp"
#include <kith/error.hpp>
#include <kith/text/clean.hpp>
#include <kith/time/words.hpp>

namespace kith::cli {
namespace {

constexpr std::string_view kIntroduction =
    "# One thing a line: key, colon, value. Lines that begin with # are left out.\n"
    "# nickname, email, phone, url, handle, address and tag may come more than once;\n"
    "# take a line away, or leave it empty, to forget what it says.\n"
    "# An address is labelled like this: email: work=ana@example.org\n\n";

const std::vector<std::string> kKeys{
    "name",  "nickname", "email", "phone", "url",      "handle",       "address", "org",
    "title", "from",     "to",    "city",  "timezone", "birthday",     "met",     "met on",
    "via",   "circle",   "every", "tag",   "standing", "snoozed until"};

constexpr std::array<std::string_view, 11> kMany{
    "nickname", "email", "phone", "url", "handle", "address", "org", "title", "from", "to", "tag"};

// A value stands on one line: line ends inside it are written \n.
std::string escaped(std::string_view value) {
  std::string line;
  for (const char c : value) {
    line += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
  }
  return line;
}

std::string unescaped(std::string_view line) {
  std::string value;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == 'n' || line[i + 1] == '\\')) {
      value += line[++i] == 'n' ? '\n' : '\\';
    } else {
      value += line[i];
    }
  }
  return value;
}

class FormWriter {
 public:
  void line(std::string_view key, std::string_view value) {
    text_ += std::string{key} + ":" + (value.empty() ? "" : " " + escaped(value)) + "\n";
  }
  void known(std::string_view key, std::string_view value) {
    if (!value.empty()) {
      line(key, value);
    }
  }
  void lines(std::string_view key, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      line(key, value);
    }
    if (values.empty()) {
      line(key, {});
    }
  }
  void gap() { text_ += '\n'; }
  std::string text() const { return text_; }

 private:
  std::string text_{kIntroduction};
};

std::string word_of(const std::optional<Circle>& circle) {
  return circle ? std::string{to_string(*circle)} : std::string{};
}

class FormReader {
 public:
  FormReader(const Person& before,
             Date today,
             const std::function<PersonRef(std::string_view)>& find)
      : before_(before), person_(before), today_(today), find_(find) {
    person_.name.clear();
    person_.nicknames.clear();
    person_.contact_points.clear();
    person_.memberships.clear();
    person_.tags.clear();
    person_.city.clear();
    person_.timezone.clear();
    person_.birthday = {};
    person_.met.clear();
    person_.met_on = {};
    person_.introduced_by.reset();
    person_.circle.reset();
    person_.own_cadence.reset();
    person_.standing = Standing::active;
    person_.snoozed_until.reset();
  }

  void read(std::string_view line) {
    ++line_;
    if (!text::is_utf8(line)) {
      fail("not valid UTF-8");
    }
    const std::string words = text::clean_line(line);
    if (words.empty() || words[0] == '#') {
      return;
    }
    const std::size_t colon = words.find(':');
    if (colon == std::string::npos) {
      fail(words + ": a key and a colon are missing", "name: Ada Lovelace");
    }
    const std::string key = text::clean_line(words.substr(0, colon));
    if (std::ranges::find(kKeys, key) == kKeys.end()) {
      fail(key + ": unknown key", did_you_mean(key, kKeys, ""));
    }
    if (std::ranges::find(kMany, key) == kMany.end()) {
      if (std::ranges::find(seen_, key) != seen_.end()) {
        fail(key + ": comes twice");
      }
      seen_.push_back(key);
    }
    const std::string value = unescaped(text::clean_line(words.substr(colon + 1)));
    try {
      set(key, value);
      check();
    } catch (const Error& wrong) {
      fail(wrong.message(), wrong.hint());
    }
  }

  Person finish() {
    forget_empty_memberships(person_);
    keep_tracking(person_, today_);
    return checked(person_);
  }

 private:
  static void forget_empty_memberships(Person& person) {
    std::erase_if(person.memberships, [](const Membership& one) { return one == Membership{}; });
  }

  // After each line, so that what is wrong is wrong in this line.
  void check() const {
    Person so_far = person_;
    forget_empty_memberships(so_far);
    if (so_far.name.empty()) {
      so_far.name = before_.name;  // it may follow; whether it does is seen at the end
    }
    checked(so_far);
  }

  [[noreturn]] void fail(const std::string& what, const std::string& hint = {}) const {
    throw DataError("line " + std::to_string(line_) + ": " + text::printable(what),
                    hint,
                    Position{line_, std::nullopt});
  }

  void set(const std::string& key, const std::string& value) {
    if (key == "org") {
      person_.memberships.push_back({.org = value});  // also an empty one: a title may follow
    } else if (value.empty()) {
      return;
    } else if (!set_list(key, value) && !set_membership(key, value)) {
      set_single(key, value);
    }
  }

  bool set_list(const std::string& key, const std::string& value) {
    if (const auto kind = parse_contact_kind(key)) {
      person_.add_point(parse_contact_point(*kind, value));
    } else if (key == "nickname") {
      person_.add_nickname(value);
    } else if (key == "tag") {
      person_.add_tag(value);
    } else {
      return false;
    }
    return true;
  }

  bool set_membership(const std::string& key, const std::string& value) {
    if (key != "title" && key != "from" && key != "to") {
      return false;
    }
    if (person_.memberships.empty()) {
      person_.memberships.emplace_back();
    }
    Membership& last = person_.memberships.back();
    if (key == "title") {
      last.title = value;
    } else {
      (key == "from" ? last.from : last.to) = parse_partial_date(value, today_);
    }
    return true;
  }

  void set_single(const std::string& key, const std::string& value) {
    if (key == "name") {
      person_.name = value;
    } else if (key == "city") {
      person_.city = value;
    } else if (key == "timezone") {
      person_.timezone = value;
    } else if (key == "met") {
      person_.met = value;
    } else if (key == "birthday") {
      person_.birthday = parse_partial_date(value, today_);
    } else if (key == "met on") {
      person_.met_on = parse_partial_date(value, today_);
    } else if (key == "via") {
      // Left as it was, it means the same person, however many share the name.
      const bool same = before_.introduced_by && before_.introduced_by->name == value;
      person_.introduced_by = same ? *before_.introduced_by : find_(value);
    } else if (key == "circle") {
      person_.circle = known(parse_circle(value), value, "inner, close, friend or wider");
    } else if (key == "standing") {
      person_.standing = known(parse_standing(value), value, "active, paused, former or dead");
    } else if (key == "every") {
      person_.own_cadence = Cadence{parse_span(value)};
    } else {
      person_.snoozed_until = parse_date(value, today_, Tense::future);
    }
  }

  template <class Value>
  static Value known(const std::optional<Value>& read,
                     const std::string& value,
                     const std::string& words) {
    if (!read) {
      throw DataError(value + ": none of the words that fit", words);
    }
    return *read;
  }

  const Person& before_;
  Person person_;
  Date today_;
  const std::function<PersonRef(std::string_view)>& find_;
  std::size_t line_ = 0;
  std::vector<std::string> seen_{};
};

}  // namespace

std::string write_form(const Person& person) {
  FormWriter form;
  form.line("name", person.name);
  form.lines("nickname", person.nicknames);
  form.gap();
  for (const ContactKind kind : kContactKinds) {
    std::vector<std::string> values;
    for (const ContactPoint& point : person.points(kind)) {
      values.push_back(to_string(point));
    }
    form.lines(to_string(kind), values);
  }
  form.gap();
  for (const Membership& one : person.memberships) {
    form.line("org", one.org);
    form.line("title", one.title);
    form.known("from", to_string(one.from));
    form.known("to", to_string(one.to));
  }
  if (person.memberships.empty()) {
    form.line("org", {});
    form.line("title", {});
  }
  form.line("city", person.city);
  form.line("timezone", person.timezone);
  form.gap();
  form.line("birthday", to_string(person.birthday));
  form.line("met", person.met);
  form.line("met on", to_string(person.met_on));
  form.line("via", person.introduced_by ? person.introduced_by->name : "");
  form.gap();
  form.line("circle", word_of(person.circle));
  form.line("every", person.own_cadence ? to_string(Span{.days = person.own_cadence->days()}) : "");
  form.lines("tag", person.tags);
  form.line("standing", to_string(person.standing));
  form.known("snoozed until", person.snoozed_until ? to_string(*person.snoozed_until) : "");
  return form.text();
}

Person read_form(std::string_view form,
                 const Person& before,
                 Date today,
                 const std::function<PersonRef(std::string_view)>& find) {
  FormReader reader{before, today, find};
  while (!form.empty()) {
    const std::size_t end = form.find('\n');
    reader.read(form.substr(0, end));
    form = end == std::string_view::npos ? std::string_view{} : form.substr(end + 1);
  }
  return reader.finish();
}

}  // namespace kith::cli
