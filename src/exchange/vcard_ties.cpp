// Relations by a table of words: XFN's of vCard 4.0, Apple's and Google's labels.
#include "exchange/vcard_ties.hpp"

#include <algorithm>
#include <array>

#include <kith/domain/uid.hpp>
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

struct WordKind {
  std::string_view word{};
  std::string_view kind{};
};

constexpr std::array kWords{WordKind{"spouse", "partner"},
                            WordKind{"husband", "partner"},
                            WordKind{"wife", "partner"},
                            WordKind{"partner", "partner"},
                            WordKind{"domesticpartner", "partner"},
                            WordKind{"sweetheart", "partner"},
                            WordKind{"boyfriend", "partner"},
                            WordKind{"girlfriend", "partner"},
                            WordKind{"fiance", "partner"},
                            WordKind{"fiancee", "partner"},
                            WordKind{"child", "family"},
                            WordKind{"children", "family"},
                            WordKind{"son", "family"},
                            WordKind{"daughter", "family"},
                            WordKind{"parent", "family"},
                            WordKind{"mother", "family"},
                            WordKind{"father", "family"},
                            WordKind{"sibling", "family"},
                            WordKind{"brother", "family"},
                            WordKind{"sister", "family"},
                            WordKind{"kin", "family"},
                            WordKind{"family", "family"},
                            WordKind{"relative", "family"},
                            WordKind{"grandmother", "family"},
                            WordKind{"grandfather", "family"},
                            WordKind{"grandparent", "family"},
                            WordKind{"grandchild", "family"},
                            WordKind{"aunt", "family"},
                            WordKind{"uncle", "family"},
                            WordKind{"cousin", "family"},
                            WordKind{"nephew", "family"},
                            WordKind{"niece", "family"},
                            WordKind{"friend", "friend"},
                            WordKind{"bestfriend", "friend"},
                            WordKind{"coworker", "colleague"},
                            WordKind{"colleague", "colleague"},
                            WordKind{"manager", "colleague"},
                            WordKind{"assistant", "colleague"},
                            WordKind{"boss", "colleague"},
                            WordKind{"agent", "colleague"}};

}  // namespace

std::string link_kind_of(std::string_view word) {
  std::string plain = text::fold(word);
  std::erase_if(plain, [](char c) { return c == '-' || c == '_' || c == ' '; });
  const auto found = std::find_if(
      kWords.begin(), kWords.end(), [&](const WordKind& one) { return one.word == plain; });
  return std::string(found == kWords.end() ? "knows" : found->kind);
}

std::string_view related_type_of(std::string_view kind) {
  constexpr std::array kTypes{WordKind{"spouse", "partner"},
                              WordKind{"kin", "family"},
                              WordKind{"friend", "friend"},
                              WordKind{"colleague", "colleague"}};
  const auto found = std::find_if(
      kTypes.begin(), kTypes.end(), [&](const WordKind& one) { return one.kind == kind; });
  return found == kTypes.end() ? "contact" : found->word;
}

std::string card_key(std::string_view uid) {
  std::string key = text::clean_line(uid);
  constexpr std::string_view kUrn = "urn:uuid:";
  if (text::fold(key.substr(0, kUrn.size())) == kUrn) {
    key.erase(0, kUrn.size());
  }
  if (const auto known = parse_uid(key)) {
    return to_string(*known);
  }
  return key;
}

}  // namespace kith::exchange
