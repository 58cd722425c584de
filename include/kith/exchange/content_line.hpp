// Content lines: NAME;PARAMETERS:VALUE, the layer that vCard and iCalendar share, as programs
// really write it.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include <kith/text/encoding.hpp>

namespace kith::exchange {

/// A parameter of a property. Bare ones (`TEL;HOME`) have been given the name that they stand for.
struct Parameter {
  std::string name{};  ///< in capitals
  std::vector<std::string> values{};
  bool operator==(const Parameter&) const = default;
};

/// One property, unfolded, in UTF-8.
struct ContentLine {
  std::string group{};  ///< "item1"; empty if there is none
  std::string name{};   ///< in capitals; empty for a line that is no property
  std::vector<Parameter> parameters{};
  std::string head{};   ///< all before the colon, as it stands in the file
  std::string value{};  ///< escaped as in the file; quoted-printable and charset are undone
  std::size_t line = 0;
  bool is_cut = false;      ///< it was longer than kLongestProperty, and the rest is missing
  bool is_guessed = false;  ///< its bytes were not UTF-8 and it named no charset that is known

  bool operator==(const ContentLine&) const = default;

  /// The first value of a parameter (in capitals); empty if it has none.
  std::string_view parameter(std::string_view wanted) const;
  /// All values of a parameter, those of lists in quotes apart.
  std::vector<std::string> all_of(std::string_view wanted) const;
  /// True if one of them is `wanted_value`, in either case.
  bool has(std::string_view wanted, std::string_view wanted_value) const;
};

/// The longest property that is kept whole, in bytes: photos are the longest.
inline constexpr std::size_t kLongestProperty = std::size_t{16} << 20;

/// Reads properties one by one: CRLF, LF or CR; folded lines, also folded through a character, and
/// with blank lines between; quoted-printable with its soft line breaks; quoted parameters and RFC
/// 6868's ^n ^' ^^; a byte order mark; UTF-16, with or without one; CHARSET=, as far as iconv knows
/// it; and bytes that are not UTF-8 and name no charset, which are taken for windows-1252. Memory
/// does not grow with the file.
class ContentLineReader {
 public:
  /// Reads from `in`, which outlives the reader.
  explicit ContentLineReader(std::istream& in) : in_(in), source_(in) {}

  /// The next property, or line that is none; false at the end. Throws StoreError where reading
  /// fails.
  bool next(ContentLine& line);

  /// vCard 2.1 folds before a blank that belongs to the text, later ones add one.
  void keep_folding_blanks(bool yes) { keeps_blanks_ = yes; }

 private:
  bool fill();
  bool has(std::size_t bytes);
  int peek();
  void skip_line_end();
  bool skip_blank_lines();
  std::size_t append_physical_line(std::string& text, bool& is_cut);
  bool is_continued();
  void unfold(ContentLine& line);

  std::istream& in_;
  text::Utf8Source source_;
  std::string buffer_{};  // read but not yet taken, from at_ on
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::string text_{};    // the logical line at hand
  std::string indent_{};  // of a file whose every line is indented
  bool keeps_blanks_ = false;
};

/// Makes the parts of `text` ("TEL;TYPE=HOME:123"), which is unfolded UTF-8.
ContentLine read_content_line(std::string_view text);

/// A property of parts; `value` is escaped already.
ContentLine make_content_line(std::string_view name,
                              std::string value,
                              std::vector<Parameter> parameters = {},
                              std::string_view group = {});

/// The property as one unfolded line, without a line end.
std::string to_text(const ContentLine& line);

/// Appends `text` to `out`, folded so that no line is longer than 75 octets and no character is
/// cut, each line ended by CRLF.
void write_folded(std::string& out, std::string_view text);

/// Undoes \n \N \; \, \: and \\; any other backslash stays.
std::string unescaped(std::string_view value);

/// `text` with backslash, comma, semicolon and line ends escaped.
std::string escaped(std::string_view text);

/// The lines of `text`, without their ends.
std::vector<std::string_view> split_lines(std::string_view text);

/// The parts between separators that are not escaped; the parts are still escaped.
std::vector<std::string_view> split_value(std::string_view value, char separator);

}  // namespace kith::exchange
