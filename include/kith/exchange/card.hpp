// vCards as they stand in a file: one after the other, however broken.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/exchange/contact_document.hpp>
#include <kith/exchange/content_line.hpp>

namespace kith::exchange {

enum class CardVersion { v2_1, v3_0, v4_0 };

/// "2.1", "3.0", "4.0"
std::string_view word(CardVersion version);
std::optional<CardVersion> parse_card_version(std::string_view text);

/// One card. A card within a card (AGENT) is the value of its property, as vCard 3.0 writes it.
struct Card {
  CardVersion version = CardVersion::v3_0;
  std::vector<ContentLine> lines{};  ///< without BEGIN, VERSION and END
  std::size_t line = 0;              ///< where in the file it begins
  bool operator==(const Card&) const = default;

  /// The first property of that name (in capitals); nullptr if there is none.
  const ContentLine* find(std::string_view name) const;
};

/// Takes what a reader has to say.
using RemarkSink = std::function<void(Remark)>;

/// Reads cards one by one. A card without BEGIN or END, lines that are no property, and what stands
/// between cards is said and passed over; the others come in.
class CardReader {
 public:
  /// Reads from `in`, which outlives the reader.
  explicit CardReader(std::istream& in, RemarkSink remark = {});

  /// The next card; nothing at the end. Throws StoreError where reading fails.
  std::optional<Card> next();

  /// True if something was there, but no card.
  bool is_something_else() const { return has_seen_lines_ && !has_seen_cards_; }

 private:
  void say(std::size_t line, std::string why);
  bool begins(Card& card, const ContentLine& line);
  void take(Card& card, ContentLine line);
  std::string nested_card();
  void take_stray(Card& card, const ContentLine& line);

  ContentLineReader reader_;
  RemarkSink remark_;
  std::optional<ContentLine> pending_{};  // a BEGIN that came where an END should have been
  bool has_seen_lines_ = false;
  bool has_seen_cards_ = false;
  bool has_said_stray_ = false;
  std::string foreign_{};  // what has begun that is no card
  std::size_t size_ = 0;   // of the card at hand, in bytes
};

/// The card as it is written to a file: folded, CRLF.
std::string to_text(const Card& card);

}  // namespace kith::exchange
