// One line of a friends.md: people between **, places between _, tags after @.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// What a line says, its marks taken out.
struct FriendsLine {
  std::string text{};
  std::vector<std::string> people{};
  std::vector<std::string> places{};
  std::vector<std::string> tags{};  ///< without @, in small letters as far as they are ASCII
  bool operator==(const FriendsLine&) const = default;
};

/// Takes `line` apart. Tags at its end are no part of the text, nor is what friends_line() put
/// there in brackets.
FriendsLine parse_friends_line(std::string_view line);

/// The length of the tag, with its @, that begins at `at` in `text`; 0 if none does there.
std::size_t friends_tag_at(std::string_view text, std::size_t at);

/// The line for `what`: people and places are marked where the text names them, and added at its
/// end in brackets after `joint` ("with") where it does not. Characters that would be marks are
/// written in their wide forms, which parse_friends_line() takes back; line ends become blanks.
std::string friends_line(const FriendsLine& what, std::string_view joint);

/// Characters that the file has no way to escape, in their wide forms, and back.
std::string without_marks(std::string_view text);
std::string with_marks(std::string_view text);

}  // namespace kith::exchange
