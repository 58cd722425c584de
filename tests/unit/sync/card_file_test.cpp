// A card's file keeps every byte of what did not change.
#include "sync/card_file.hpp"

#include <string>
#include <variant>

#include "support/catch.hpp"

using namespace kith;
using sync::CardFile;

namespace {

/// What the file says once its card has one line more.
std::string with_a_line_more(const std::string& text) {
  const auto read = sync::read_card_file(text);
  const auto& file = std::get<CardFile>(read);
  exchange::Card changed = file.card;
  changed.lines.push_back(exchange::make_content_line("NOTE", "likes tea"));
  return sync::text_with(file, changed);
}

}  // namespace

TEST_CASE("a card that is not changed keeps its bytes", "[sync]") {
  const std::string text = "begin:vcard\nVERSION:3.0\r\nFN:Ana\r\n  Lim\nX-ODD;A=b:c\nEND:VCARD";
  const auto read = sync::read_card_file(text);
  const auto& file = std::get<CardFile>(read);
  CHECK(sync::text_with(file, file.card) == text);
}

TEST_CASE("a new line goes before the end of the card", "[sync]") {
  CHECK(with_a_line_more("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Lim\nEND:VCARD\n") ==
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Lim\nNOTE:likes tea\nEND:VCARD\n");
}

TEST_CASE("a file that ends in the middle of a line gets a new line of its own", "[sync]") {
  CHECK(with_a_line_more("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Lim") ==
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Lim\r\nNOTE:likes tea\r\n");
}

TEST_CASE("a card whose end is not plain text is written anew, with the new line in it", "[sync]") {
  using namespace std::string_literals;
  const std::string text = with_a_line_more("FN:Ana Lim\r\nTEL:1\r\nEND:VCAR\0D\r\n"s);
  CHECK(text.find("NOTE:likes tea") < text.find("END:VCARD"));
}
