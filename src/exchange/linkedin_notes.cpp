// LinkedIn's recommendations and invitations, and the markup in what people wrote.
#include <array>
#include <utility>

#include "exchange/csv_remarks.hpp"
#include "exchange/linkedin_rows.hpp"
#include <kith/exchange/csv_date.hpp>
#include <kith/exchange/linkedin.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
}

/// The day in `column`; says so where there is none.
std::optional<Date> day_of(const CsvRow& row,
                           const LinkedInColumns& columns,
                           std::string_view column,
                           const std::string& name,
                           LogSink& sink) {
  const std::string cell = columns.cell(row, column);
  const std::optional<Date> date = read_file_date(cell, DateOrder::month_first);
  if (!date) {
    sink.remark({Remark::Kind::warning, row.line, name, "no day, left out: " + cell});
  }
  return date;
}

}  // namespace

std::string without_markup(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto open = std::min(text.size(), text.find('<'));
    out += text.substr(0, open);
    text.remove_prefix(open);
    const bool is_tag = text.size() > 1 && (text[1] == '/' || (text[1] >= 'a' && text[1] <= 'z'));
    const auto close = text.find('>');
    if (is_tag && close != std::string_view::npos) {
      out += ' ';
      text.remove_prefix(close + 1);
    } else if (!text.empty()) {
      out += '<';
      text.remove_prefix(1);
    }
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities{
      {{"&nbsp;", " "},
       {"&lt;", "<"},
       {"&gt;", ">"},
       {"&quot;", "\""},
       {"&#39;", "'"},
       {"&amp;", "&"}}};
  for (const auto& [entity, character] : kEntities) {
    replace_all(out, entity, character);
  }
  // One line, with single blanks.
  std::string line;
  for (const char c : text::clean_line(out)) {
    if (c != ' ' || !line.ends_with(' ')) {
      line += c;
    }
  }
  return line;
}

void read_recommendations(CsvReader& reader,
                          const LinkedInColumns& columns,
                          Recommended who,
                          LogSink& sink) {
  const std::string_view opening = who == Recommended::me     ? "recommended me on LinkedIn: "
                                   : who == Recommended::them ? "I recommended them on LinkedIn: "
                                                              : "recommendation on LinkedIn: ";
  while (const std::optional<CsvRow> row = reader.next()) {
    const std::string given = columns.cell(*row, "first name");
    const std::string family = columns.cell(*row, "last name");
    const std::string name = given + (given.empty() || family.empty() ? "" : " ") + family;
    if (name.empty()) {
      continue;
    }
    if (const auto date = day_of(*row, columns, "creation date", name, sink)) {
      const std::string words = without_markup(columns.text(*row, "text"));
      sink.take(InteractionDocument{
          .key = "recommendation\n" + text::fold(name) + "\n" + words,
          .line = row->line,
          .interaction = {.date = *date, .kind = "message", .text = std::string(opening) + words},
          .people = {{.name = name}}});
    }
  }
}

void read_invitations(CsvReader& reader, const LinkedInColumns& columns, LogSink& sink) {
  std::size_t wordless = 0;
  while (const std::optional<CsvRow> row = reader.next()) {
    if (is_blank_row(*row)) {
      continue;
    }
    const std::string words = without_markup(columns.text(*row, "message"));
    const bool is_mine = text::fold(columns.cell(*row, "direction")) == "outgoing";
    const std::string name = columns.cell(*row, is_mine ? "to" : "from");
    const std::string url = columns.cell(*row, is_mine ? "inviteeprofileurl" : "inviterprofileurl");
    if (words.empty()) {
      ++wordless;
      continue;
    }
    if (const auto date = day_of(*row, columns, "sent at", name, sink)) {
      sink.take(InteractionDocument{
          .key = "invitation\n" + text::fold(name) + "\n" + words,
          .line = row->line,
          .interaction = {.date = *date,
                          .kind = "message",
                          .text = std::string(is_mine ? "invited them" : "invited me") +
                                  " on LinkedIn: " + words},
          .people = {{.name = name, .url = url, .key = linkedin_key(url)}}});
    }
  }
  if (wordless > 0) {
    sink.remark({Remark::Kind::warning,
                 0,
                 {},
                 std::to_string(wordless) + (wordless == 1 ? " invitation" : " invitations") +
                     " without words left out"});
  }
}

}  // namespace kith::exchange
