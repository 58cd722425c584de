// Labels by two tables: what a type is called here, and which types a label is.
#include "exchange/vcard_labels.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <kith/text/clean.hpp>

namespace kith::exchange {
namespace {

constexpr int kNotPreferred = 101;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  return small;
}

/// What says nothing of a contact point's use, or is said otherwise.
bool says_nothing(std::string_view type) {
  constexpr std::array<std::string_view, 13> kWords{"pref",
                                                    "voice",
                                                    "internet",
                                                    "msg",
                                                    "dom",
                                                    "intl",
                                                    "postal",
                                                    "parcel",
                                                    "uri",
                                                    "text",
                                                    "other",
                                                    "x400",
                                                    "smtp"};
  return std::find(kWords.begin(), kWords.end(), type) != kWords.end() ||
         type.find('(') != std::string_view::npos;
}

/// The words of labels in the order in which they are said.
std::size_t rank_of(std::string_view word) {
  constexpr std::array<std::string_view, 3> kFirst{"home", "work", "mobile"};
  return static_cast<std::size_t>(std::find(kFirst.begin(), kFirst.end(), word) - kFirst.begin());
}

struct LabelTypes {
  std::string_view label{};
  std::string_view types{};  ///< comma list
};

constexpr std::array kPhoneTypes{LabelTypes{"home", "HOME"},
                                 LabelTypes{"work", "WORK"},
                                 LabelTypes{"mobile", "CELL"},
                                 LabelTypes{"home mobile", "HOME,CELL"},
                                 LabelTypes{"work mobile", "WORK,CELL"},
                                 LabelTypes{"fax", "FAX"},
                                 LabelTypes{"home fax", "HOME,FAX"},
                                 LabelTypes{"work fax", "WORK,FAX"},
                                 LabelTypes{"pager", "PAGER"},
                                 LabelTypes{"car", "CAR"},
                                 LabelTypes{"video", "VIDEO"}};
constexpr std::array kOtherTypes{LabelTypes{"home", "HOME"}, LabelTypes{"work", "WORK"}};

}  // namespace

std::string plain_group_label(std::string_view value) {
  std::string label = text::clean_line(unescaped(value));
  constexpr std::string_view kOpen = "_$!<";
  constexpr std::string_view kClose = ">!$_";
  if (!label.starts_with(kOpen) || !label.ends_with(kClose) ||
      label.size() < kOpen.size() + kClose.size()) {
    return label;
  }
  label = label.substr(kOpen.size(), label.size() - kOpen.size() - kClose.size());
  if (label != "iPhone" && label != "HomePage") {
    for (std::size_t i = 1; i < label.size(); ++i) {  // WorkFAX
      if (is_capital(label[i]) && label[i - 1] >= 'a' && label[i - 1] <= 'z') {
        label.insert(i, " ");
      }
    }
  }
  label = in_small_letters(label);
  return label == "other" ? "" : label;
}

std::string label_of(const ContentLine& line, std::string_view group_label) {
  if (!group_label.empty()) {
    return plain_group_label(group_label);
  }
  std::vector<std::string> words;
  for (const std::string& type : line.all_of("TYPE")) {
    std::string word = in_small_letters(type);
    if (says_nothing(word)) {
      continue;
    }
    if (word == "cell") {
      word = "mobile";
    }
    if (word.starts_with("x-")) {
      word.erase(0, 2);
    }
    if (std::find(words.begin(), words.end(), word) == words.end()) {
      words.push_back(std::move(word));
    }
  }
  if (std::find(words.begin(), words.end(), "iphone") != words.end()) {
    std::erase(words, "mobile");
  }
  std::stable_sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
    return rank_of(a) < rank_of(b);
  });
  std::string label;
  for (const std::string& word : words) {
    label += (label.empty() ? "" : " ") + word;
  }
  return label;
}

int preference_of(const ContentLine& line) {
  if (const std::string_view rank = line.parameter("PREF"); !rank.empty()) {
    const int number = std::atoi(std::string(rank.substr(0, 4)).c_str());
    return std::clamp(number, 1, kNotPreferred);
  }
  return line.has("TYPE", "PREF") ? 1 : kNotPreferred;
}

std::optional<std::vector<std::string>> types_for(ContactKind kind, std::string_view label) {
  if (label.empty()) {
    return std::vector<std::string>{};
  }
  const auto look_in = [&](const auto& table) -> std::optional<std::vector<std::string>> {
    const auto found = std::find_if(
        table.begin(), table.end(), [&](const LabelTypes& one) { return one.label == label; });
    if (found == table.end()) {
      return std::nullopt;
    }
    std::vector<std::string> types;
    for (const std::string_view type : split_value(found->types, ',')) {
      types.emplace_back(type);
    }
    return types;
  };
  return kind == ContactKind::phone ? look_in(kPhoneTypes) : look_in(kOtherTypes);
}

}  // namespace kith::exchange
