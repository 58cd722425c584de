// The page: a heading for each letter, people in columns.
#include "kith/exchange/address_book.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>
#include <kith/time/date.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kProgressEvery = 64;

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --ink: #1d1d1f; --soft: #5d6470; --line: #d9dce1; --paper: #fff; --link: #1a4f8b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --soft: #a4abb6; --line: #3a3f47; --paper: #17191c; --link: #8ab8f0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 76rem; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; border-bottom: 2px solid var(--ink); padding-bottom: .6rem; }
h1 { font-size: 1.6rem; margin: 0; }
header p { margin: 0; color: var(--soft); }
nav { margin: .8rem 0 0; display: flex; flex-wrap: wrap; gap: .1rem .2rem; }
nav a { padding: .15rem .5rem; border-radius: .3rem; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
h2 { font-size: 1.05rem; margin: 1.8rem 0 .6rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); break-after: avoid; }
.people { columns: 19rem; column-gap: 2rem; }
article { break-inside: avoid; padding: 0 0 1rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0; }
h3 small { font-weight: normal; color: var(--soft); }
article p { margin: 0; }
.soft, .label { color: var(--soft); }
.label { font-size: .85em; }
.tag { font-size: .85em; color: var(--soft); margin-right: .5em; }
@page { margin: 15mm 12mm; }
@media print {
  :root { --ink: #000; --soft: #444; --line: #999; --paper: #fff; --link: #000; }
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  nav { display: none; }
  .people { columns: 3; column-gap: 6mm; }
}
)css";

std::string escaped_markup(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Under which letter somebody stands: the first of the folded name, # for what is no letter.
std::string letter_of(const std::string& name) {
  const std::vector<std::string> words = text::words(text::fold(name));
  if (words.empty()) {
    return "#";
  }
  const std::string& word = words.front();
  const char first = word.front();
  if (first >= 'a' && first <= 'z') {
    return std::string(1, static_cast<char>(first - 'a' + 'A'));
  }
  if (static_cast<unsigned char>(first) < 0x80) {
    return "#";
  }
  std::size_t end = 1;
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) {
    ++end;
  }
  return word.substr(0, end);
}

/// Where a contact point leads; empty for what a browser should not follow.
std::string target_of(const ContactPoint& point) {
  const auto percent = [](std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte <= ' ' || byte >= 0x7F || c == '"' || c == '<' || c == '>' || c == '%' || c == '?') {
        out += '%';
        out += kHex[byte / 16];
        out += kHex[byte % 16];
      } else {
        out += c;
      }
    }
    return out;
  };
  if (point.kind == ContactKind::email) {
    return "mailto:" + percent(point.value);
  }
  if (point.kind == ContactKind::phone) {
    std::string digits;
    for (const char c : point.value) {
      if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) {
        digits += c;
      }
    }
    return digits.size() > 2 ? "tel:" + digits : std::string();
  }
  if (point.kind == ContactKind::url) {
    const std::string folded = text::fold(point.value);
    if (folded.starts_with("http://") || folded.starts_with("https://")) {
      return point.value;
    }
    const bool names_a_scheme = folded.substr(0, folded.find('/')).find(':') != std::string::npos;
    return names_a_scheme ? std::string() : "https://" + point.value;
  }
  return {};
}

void write_point(std::ostream& out, const ContactPoint& point) {
  const std::string value = escaped_markup(point.value);
  const std::string target = escaped_markup(target_of(point));
  out << "<p>";
  if (target.empty()) {
    out << value;
  } else {
    out << "<a href=\"" << target << "\" rel=\"noreferrer\">" << value << "</a>";
  }
  if (!point.label.empty()) {
    out << " <span class=\"label\">" << escaped_markup(point.label) << "</span>";
  }
  out << "</p>\n";
}

void write_person(std::ostream& out, const Person& person) {
  out << "<article>\n<h3>" << escaped_markup(person.name);
  std::string nicknames;
  for (const std::string& nickname : person.nicknames) {
    nicknames += (nicknames.empty() ? "" : ", ") + nickname;
  }
  if (!nicknames.empty()) {
    out << " <small>" << escaped_markup(nicknames) << "</small>";
  }
  out << "</h3>\n";
  std::string work = person.title();
  work += (work.empty() || person.org().empty() ? "" : ", ") + person.org();
  if (!work.empty()) {
    out << "<p class=\"soft\">" << escaped_markup(work) << "</p>\n";
  }
  for (const ContactKind kind : {ContactKind::phone,
                                 ContactKind::email,
                                 ContactKind::address,
                                 ContactKind::handle,
                                 ContactKind::url}) {
    for (const ContactPoint& point : person.points(kind)) {
      write_point(out, point);
    }
  }
  if (!person.city.empty() && person.points(ContactKind::address).empty()) {
    out << "<p>" << escaped_markup(person.city) << "</p>\n";
  }
  if (!person.birthday.empty()) {
    out << "<p><span class=\"label\">born</span> " << escaped_markup(friendly(person.birthday))
        << "</p>\n";
  }
  if (!person.tags.empty()) {
    out << "<p>";
    for (const std::string& tag : person.tags) {
      out << "<span class=\"tag\">#" << escaped_markup(tag) << "</span>";
    }
    out << "</p>\n";
  }
  out << "</article>\n";
}

bool is_wanted(const Person& person, const PersonFilter& filter) {
  const bool only_archived = filter.archived == PersonFilter::Archived::only;
  return !is_gone(person.standing) && person.archived == only_archived;
}

}  // namespace

std::size_t write_address_book(std::ostream& out,
                               Store& store,
                               const PersonFilter& filter,
                               const ImportProgress& progress) {
  // Names first: what letters there are is at the top, and people of one letter need not follow
  // each other in the store's order.
  std::map<std::string, std::vector<std::pair<std::string, PersonId>>> letters;
  std::size_t count = 0;
  store.people().for_each(filter, PersonOrder::name, [&](const ListedPerson& listed) {
    if (is_wanted(listed.person, filter)) {
      letters[letter_of(listed.person.name)].emplace_back(listed.person.name, listed.person.id);
      ++count;
    }
    return true;
  });
  out << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
         "'unsafe-inline'\">\n<title>Address book</title>\n<style>"
      << kStyle << "</style>\n</head>\n<body>\n<header>\n<h1>Address book</h1>\n<p>" << count
      << (count == 1 ? " person" : " people") << ", " << to_string(store.clock().today())
      << "</p>\n</header>\n<nav aria-label=\"Letters\">\n";
  std::size_t number = 0;
  for (const auto& [letter, people] : letters) {
    out << "<a href=\"#l" << ++number << "\">" << escaped_markup(letter) << "</a>\n";
  }
  out << "</nav>\n<main>\n";
  number = 0;
  std::size_t written = 0;
  for (const auto& [letter, people] : letters) {
    out << "<section>\n<h2 id=\"l" << ++number << "\">" << escaped_markup(letter)
        << "</h2>\n<div class=\"people\">\n";
    for (const auto& [name, id] : people) {
      write_person(out, store.people().get(id));
      if (progress && ++written % kProgressEvery == 0) {
        progress(written);
      }
    }
    out << "</div>\n</section>\n";
  }
  out << "</main>\n</body>\n</html>\n";
  return count;
}

}  // namespace kith::exchange
