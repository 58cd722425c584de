// What stands in cells, taken apart.
#include "exchange/csv_values.hpp"

#include <algorithm>
#include <array>

#include "exchange/csv_list.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

constexpr std::size_t kFewestDigits = 5;  // of a number that stands in a list

std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
}

/// `cell` parted at each of `marks`.
std::vector<std::string> parted(std::string_view cell, std::string_view marks) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const auto end = std::min(cell.size(), cell.find_first_of(marks));
    if (std::string part = text::clean_line(cell.substr(0, end)); !part.empty()) {
      parts.push_back(std::move(part));
    }
    cell.remove_prefix(std::min(cell.size(), end + 1));
  }
  return parts;
}

bool starts_folded(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         text::fold(text.substr(0, beginning.size())) == beginning;
}

void strip(std::string& text, std::string_view edges) {
  text.erase(0, std::min(text.size(), text.find_first_not_of(edges)));
  text.erase(text.find_last_not_of(edges) + 1);
}

bool looks_like_page(std::string_view text) {
  return text.find("://") != std::string_view::npos || starts_folded(text, "www.") ||
         (text.find('.') != std::string_view::npos && text.find('/') != std::string_view::npos &&
          text.find(' ') == std::string_view::npos);
}

bool is_phone(std::string_view text) {
  return digits_in(text) >= kFewestDigits &&
         text.find_first_not_of("+-0123456789 ()./x#*") == std::string_view::npos;
}

ContactPoint phone_of(std::string number) {
  if (starts_folded(number, "tel:")) {
    number.erase(0, 4);
  }
  ContactPoint point{.kind = ContactKind::phone};
  const auto colon = number.find(':');
  if (colon != std::string::npos && digits_in(std::string_view(number).substr(0, colon)) == 0) {
    point.label = plain_label(std::string_view(number).substr(0, colon));
    number.erase(0, colon + 1);
  }
  // "+41 79 1 (mobile)"
  const auto open = number.rfind('(');
  if (open != std::string::npos && open > 0 && number.back() == ')' &&
      digits_in(std::string_view(number).substr(open)) == 0) {
    point.label = plain_label(number.substr(open + 1, number.size() - open - 2));
    number.erase(open);
  }
  point.value = text::clean_line(number);
  return point;
}

}  // namespace

bool is_placeholder(std::string_view line, bool may_be_name) {
  constexpr std::array<std::string_view, 8> kNever{
      "-", "--", "\xE2\x80\x94", "n/a", "#n/a", "(none)", "(blank)", "#name?"};
  constexpr std::array<std::string_view, 7> kElsewhere{
      "none", "null", "nil", "nan", "undefined", "unknown", "?"};
  const std::string word = text::fold(line);
  return std::ranges::find(kNever, word) != kNever.end() || line == "\xE2\x80\x94" ||
         (!may_be_name && std::ranges::find(kElsewhere, word) != kElsewhere.end());
}

std::vector<std::string> emails_in(std::string_view cell) {
  std::vector<std::string> parts;
  for (const std::string& value : split_values(cell)) {
    const std::vector<std::string> more = parted(value, ";,\n\r|");
    parts.insert(parts.end(), more.begin(), more.end());
  }
  std::vector<std::string> emails;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string part = parts[i];
    const bool is_half_a_name = part.find('@') == std::string::npos && i + 1 < parts.size() &&
                                parts[i + 1].find('<') != std::string::npos;
    if (is_half_a_name) {
      continue;  // "Lim, Ana <ana@example.org>"
    }
    const auto open = part.rfind('<');
    if (open != std::string::npos && part.find('@', open) != std::string::npos) {
      part.erase(0, open + 1);  // Ana Lim <ana@example.org>
    }
    const bool has_several = std::ranges::count(part, '@') > 1;
    for (std::string one : has_several ? parted(part, " \t/") : std::vector{part}) {
      strip(one, "<>\"'()[] ");
      if (starts_folded(one, "mailto:")) {
        one.erase(0, 7);
        one.erase(std::min(one.size(), one.find('?')));
      }
      if (one.find('@') == std::string::npos || one.find(' ') == std::string::npos) {
        emails.push_back(one);
        continue;
      }
      // "work: ana@example.org", "ana@example.org (work)"
      for (std::string& word : parted(one, " \t")) {
        if (word.find('@') != std::string::npos) {
          strip(word, "<>\"'()[],:");
          emails.push_back(std::move(word));
        }
      }
    }
  }
  const bool has_any = std::ranges::any_of(
      emails, [](const std::string& one) { return one.find('@') != std::string::npos; });
  if (!has_any) {
    return {text::clean_line(cell)};
  }
  std::erase(emails, std::string());
  return emails;
}

std::vector<ContactPoint> phones_in(std::string_view cell) {
  std::vector<ContactPoint> phones;
  for (const std::string& value : split_values(cell)) {
    for (const std::string_view marks : {std::string_view(";\n\r|,"), std::string_view(";\n\r|")}) {
      std::vector<std::string> parts = parted(value, marks);
      const bool all_numbers = std::ranges::all_of(
          parts, [](const std::string& one) { return digits_in(one) >= kFewestDigits; });
      if (!all_numbers && parts.size() > 1 && marks.back() == ',') {
        continue;  // "555 0100, ext. 7" is one number
      }
      for (std::string& part : parts) {
        const auto stroke = part.find(" / ");
        const bool has_two =
            stroke != std::string::npos &&
            digits_in(std::string_view(part).substr(0, stroke)) >= kFewestDigits + 1 &&
            digits_in(std::string_view(part).substr(stroke)) >= kFewestDigits + 1;
        if (has_two) {
          phones.push_back(phone_of(text::clean_line(part.substr(stroke + 3))));
          phones.insert(phones.end() - 1, phone_of(text::clean_line(part.substr(0, stroke))));
        } else {
          phones.push_back(phone_of(std::move(part)));
        }
      }
      break;
    }
  }
  return phones;
}

std::vector<std::string> urls_in(std::string_view cell) {
  std::vector<std::string> urls;
  for (const std::string& value : split_values(cell)) {
    std::vector<std::string> parts = parted(value, "; \t\n\r|,");
    const bool all_pages =
        std::ranges::all_of(parts, [](const std::string& one) { return looks_like_page(one); });
    if (parts.size() > 1 && all_pages) {
      urls.insert(urls.end(), parts.begin(), parts.end());
    } else {
      urls.push_back(value);
    }
  }
  return urls;
}

std::vector<ContactPoint> points_in(std::string_view cell) {
  const std::string line = text::clean_line(cell);
  std::vector<ContactPoint> points;
  if (line.find('@') != std::string::npos) {
    for (std::string& email : emails_in(cell)) {
      points.push_back({.kind = ContactKind::email, .value = std::move(email)});
    }
  } else if (is_phone(line)) {
    points = phones_in(cell);
  } else if (looks_like_page(line)) {
    points.push_back({.kind = ContactKind::url, .value = line});
  }
  return points;
}

bool is_main_label(std::string_view label) { return text::clean_line(label).starts_with('*'); }

std::string plain_label(std::string_view label) {
  constexpr std::array<std::string_view, 16> kUsual{"home",
                                                    "work",
                                                    "mobile",
                                                    "other",
                                                    "main",
                                                    "pager",
                                                    "fax",
                                                    "home fax",
                                                    "work fax",
                                                    "linkedin",
                                                    "profile",
                                                    "personal",
                                                    "business",
                                                    "school",
                                                    "cell",
                                                    "car"};
  std::string plain = text::clean_line(label);
  if (plain.starts_with('*')) {
    plain = text::clean_line(plain.substr(1));
  }
  std::string folded = text::fold(plain);
  std::ranges::replace(folded, '_', ' ');
  if (folded == "smtp" || folded == "ex") {
    return {};  // Outlook's kind of address: how mail gets there
  }
  if (folded == "homefax" || folded == "workfax") {
    folded = folded.substr(0, 4) + " fax";
  }
  return std::ranges::find(kUsual, folded) == kUsual.end() ? plain : folded;
}

}  // namespace kith::exchange
