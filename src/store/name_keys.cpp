// The keys under which a person is found, and the misspellings under which a word is.
#include "store/name_keys.hpp"

#include <algorithm>

#include <kith/text/fold.hpp>

namespace kith {
namespace {

/// Byte offsets at which the characters of UTF-8 text begin, and its end.
std::vector<std::size_t> character_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) {
      starts.push_back(i);
    }
  }
  starts.push_back(text.size());
  return starts;
}

/// True for 王伟, 山田太郎 and 김지우: one piece, in Han, Kana or Hangul (whose syllables text
/// search does not take apart, since Korean has blanks between words).
bool is_written_without_blanks(std::string_view folded) {
  if (folded.find(' ') != std::string_view::npos) {
    return false;
  }
  const auto starts = character_starts(folded);
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    const std::string_view character = folded.substr(starts[i], starts[i + 1] - starts[i]);
    if (character >= "가" && character <= "힣") {
      return true;
    }
  }
  return text::segmented(folded) != folded;
}

void add_words(std::vector<std::string> words, std::vector<NameKey>& keys) {
  for (std::string& word : words) {
    keys.push_back({KeyKind::word, std::move(word)});
  }
}

}  // namespace

std::vector<std::string> with_initials_joined(const std::vector<std::string>& words) {
  std::vector<std::string> joined;
  bool after_initial = false;
  for (const std::string& word : words) {
    const bool is_initial = character_starts(word).size() == 2;
    if (is_initial && after_initial) {
      joined.back() += word;
    } else {
      joined.push_back(word);
    }
    after_initial = is_initial;
  }
  return joined;
}

std::vector<std::string> name_words(std::string_view name) {
  return name_words(text::fold(name), text::fold_spelled_out(name));
}

std::vector<std::string> name_words(const std::string& folded, const std::string& spelled_out) {
  std::vector<std::string> words = text::words(folded);
  if (spelled_out != folded) {
    for (std::string& word : text::words(spelled_out)) {
      words.push_back(std::move(word));
    }
  }
  for (std::string& word : with_initials_joined(words)) {
    words.push_back(std::move(word));
  }
  // In Chinese, Japanese and Korean names the family name comes first and there is no blank: the
  // given name alone is a word as well. Family names have one character or two.
  if (is_written_without_blanks(folded)) {
    const auto starts = character_starts(folded);
    const std::size_t characters = starts.size() - 1;
    for (std::size_t family = 1; family <= 2 && family < characters && characters <= 4; ++family) {
      words.push_back(folded.substr(starts[family]));
    }
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

NameKey contact_key(ContactKind kind, std::string_view value) {
  std::string key = comparable(kind, value);
  switch (kind) {
    case ContactKind::email:
      return {KeyKind::email, std::move(key)};
    case ContactKind::phone:
      std::ranges::reverse(key);
      return {KeyKind::phone, std::move(key)};
    case ContactKind::url:
      return {KeyKind::url, std::move(key)};
    case ContactKind::handle:
      return {KeyKind::handle, std::move(key)};
    case ContactKind::address:
      break;
  }
  return {KeyKind::handle, {}};
}

std::vector<NameKey> name_keys(const Person& person) {
  std::vector<NameKey> keys;
  const std::string folded = text::fold(person.name);
  keys.push_back({KeyKind::full, folded});
  const std::string spelled_out = text::fold_spelled_out(person.name);
  if (spelled_out != folded) {
    keys.push_back({KeyKind::alias, spelled_out});
  }
  add_words(name_words(folded, spelled_out), keys);
  std::string initials;
  for (const std::string& word : text::words(folded)) {
    initials += word.substr(0, character_starts(word)[1]);
  }
  if (initials.size() > 1) {
    keys.push_back({KeyKind::initials, std::move(initials)});
  }
  for (const std::string& nickname : person.nicknames) {
    keys.push_back({KeyKind::alias, text::fold(nickname)});
    add_words(name_words(nickname), keys);
  }
  for (const ContactPoint& point : person.contact_points) {
    if (NameKey key = contact_key(point.kind, point.value); !key.key.empty()) {
      keys.push_back(std::move(key));
    }
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<std::string> typo_keys(std::string_view word) {
  constexpr std::size_t kShortest = 4;  // three letters with one left out fit nearly anything
  constexpr std::size_t kLongest = 40;
  const auto starts = character_starts(word);
  const std::size_t characters = starts.size() - 1;
  std::vector<std::string> keys;
  if (characters < kShortest || characters > kLongest) {
    return keys;
  }
  keys.emplace_back(word);
  for (std::size_t i = 0; i < characters; ++i) {
    std::string key(word.substr(0, starts[i]));
    key += word.substr(starts[i + 1]);
    keys.push_back(std::move(key));
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::string after_prefix(std::string_view prefix) {
  return std::string(prefix) + "\xf4\x8f\xbf\xbf";  // U+10FFFF, the last character
}

}  // namespace kith
