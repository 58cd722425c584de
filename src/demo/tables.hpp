// What invented lives are made of: names, groups, places, news.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace kith::demo {

/// Names that go together.
struct Culture {
  std::vector<std::string_view> given{};
  std::vector<std::string_view> family{};
};
const std::vector<Culture>& cultures();

/// A group that people belong to.
struct Community {
  std::string_view tag{};
  std::string_view org{};  ///< empty: no place of work
  std::string_view city{};
  std::string_view met{};  ///< how you met them
  int share = 1;           ///< how large it is beside the others
  std::vector<std::string_view> titles{};
  std::vector<std::string_view> kinds{};  ///< how you meet
  std::vector<std::string_view> places{};
  std::vector<std::string_view> topics{};
};
const std::vector<Community>& communities();

struct News {
  std::string_view kind{};
  std::string_view text{};
};
/// Facts without a day of their own, and events that have one.
std::span<const News> news();
std::span<const News> events();

std::span<const std::string_view> promises();  ///< "send the photos"
std::span<const std::string_view> debts();     ///< what they owe: "the book back"

}  // namespace kith::demo
