// UTF-16 and Windows-1252. Both are small enough to read here: iconv loads its tables at run time,
// and where they are not installed a file would be refused for no reason that its owner could see.
#include <algorithm>
#include <array>

#include "text/code_points.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/encoding.hpp>

namespace kith::text {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;
constexpr std::size_t kSample = 4096;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// 0x80 to 0x9F; the five that Windows-1252 leaves open are what Latin-1 has there.
constexpr std::array<char32_t, 32> kHigh{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// Bytes that the character beginning with `lead` has.
std::size_t length_after(unsigned char lead) {
  return lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// True if `rest` is the beginning of a character, and nothing else is left of it.
bool is_cut_off(std::string_view rest) {
  return rest.size() > 1 && rest.size() < length_after(static_cast<unsigned char>(rest[0])) &&
         std::all_of(rest.begin() + 1, rest.end(), [](char c) {
           return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
         });
}

}  // namespace

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte != 0) {
      append(out, byte >= 0x80 && byte < 0xA0 ? kHigh.at(byte - 0x80U) : char32_t{byte});
    }
  }
  return out;
}

Encoding guess_encoding(std::string_view beginning) {
  if (beginning.starts_with("\xFF\xFE")) {
    return Encoding::utf16_le;
  }
  if (beginning.starts_with("\xFE\xFF")) {
    return Encoding::utf16_be;
  }
  // Without a mark: every other byte of Latin letters is zero, on one side alone. Files of people
  // begin with column names, which are mostly such letters.
  const std::string_view sample = beginning.substr(0, kSample);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    zeros.at(i % 2) += sample[i] == '\0' ? 1 : 0;
  }
  const std::size_t half = sample.size() / 2;
  const auto is_side = [&](std::size_t full, std::size_t other) {
    return half >= 4 && full * 10 >= half * 6 && other * 20 <= half;
  };
  return is_side(zeros[1], zeros[0])   ? Encoding::utf16_le
         : is_side(zeros[0], zeros[1]) ? Encoding::utf16_be
                                       : Encoding::utf8;
}

void Utf8Source::settle_encoding() {
  has_begun_ = true;
  encoding_ = guess_encoding(raw_);
  if (encoding_ != Encoding::utf8 &&
      (raw_.starts_with("\xFF\xFE") || raw_.starts_with("\xFE\xFF"))) {
    raw_.erase(0, 2);
  } else if (raw_.starts_with(kUtf8Mark)) {
    raw_.erase(0, kUtf8Mark.size());
  }
}

/// Decodes what is complete of raw_; all of it if nothing will follow.
void Utf8Source::decode(std::string& out, bool is_last) {
  if (encoding_ == Encoding::utf8) {
    out += raw_;
    raw_.clear();
    return;
  }
  const std::size_t high = encoding_ == Encoding::utf16_be ? 0 : 1;
  const auto unit = [&](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(raw_[at + high]) << 8U |
                                 static_cast<unsigned char>(raw_[at + 1 - high]));
  };
  std::size_t at = 0;
  while (at + 1 < raw_.size()) {
    const char32_t first = unit(at);
    const bool leads = first >= 0xD800 && first < 0xDC00;
    if (leads && at + 3 >= raw_.size() && !is_last) {
      break;
    }
    at += 2;
    const char32_t second = leads && at + 1 < raw_.size() ? unit(at) : 0;
    if (second >= 0xDC00 && second < 0xE000) {
      append(out, 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00));
      at += 2;
    } else {
      append(out, first >= 0xD800 && first < 0xE000 ? kReplacement : first);
    }
  }
  raw_.erase(0, at);
  if (is_last && !raw_.empty()) {
    append(out, kReplacement);
    raw_.clear();
  }
}

bool Utf8Source::append_to(std::string& out) {
  const std::size_t had = out.size();
  while (out.size() == had) {
    const std::size_t waiting = raw_.size();
    raw_.resize(waiting + kBlock);
    in_.read(raw_.data() + waiting, static_cast<std::streamsize>(kBlock));
    const auto count = static_cast<std::size_t>(in_.gcount());
    raw_.resize(waiting + count);
    if (!has_begun_) {
      settle_encoding();
    }
    decode(out, count == 0);
    if (count == 0) {
      break;
    }
  }
  return out.size() > had;
}

Utf8Piece utf8_from(std::string_view bytes) {
  const bool has_zeros = bytes.find('\0') != std::string_view::npos;
  if (!has_zeros && is_utf8(bytes)) {
    return {.text = std::string(bytes)};
  }
  Utf8Piece piece;
  bool has_characters = false;
  bool has_bad_bytes = false;
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes[i] == '\0') {
      ++piece.repaired;
      ++i;
      continue;
    }
    const CodePoint point = decode(bytes, i);
    has_characters = has_characters || (point.is_valid && point.length > 1);
    if (point.is_valid) {
      piece.text.append(bytes, i, point.length);
      i += point.length;
      continue;
    }
    const bool is_cut = is_cut_off(bytes.substr(i));
    has_characters = has_characters || is_cut;
    has_bad_bytes = true;
    append(piece.text, kReplacement);
    ++piece.repaired;
    ++i;
  }
  if (has_bad_bytes && !has_characters) {
    return {.text = from_windows_1252(bytes),
            .repaired = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0')),
            .was_8_bit = true};
  }
  return piece;
}

}  // namespace kith::text
