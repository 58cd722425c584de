// A config file: what it says and where. The only file that includes toml++.
#include "cli/config_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <utility>

#include <toml++/toml.h>

#include "cli/version.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// toml++ 3.3 has undefined behaviour for most letters that are not ASCII: its
// is_non_ascii_horizontal_whitespace() takes U+00A1 for unreachable. So it is given ASCII alone:
// each other byte as a mark that the text has nowhere else, and two hexadecimal digits.
class AsciiOnly {
 public:
  explicit AsciiOnly(std::string_view text) {
    while (text.find(mark_) != std::string_view::npos) {
      mark_ += 'x';
    }
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < kNotAscii) {
        text_ += c;
      } else {
        text_ += mark_ + kDigits[byte / 16] + kDigits[byte % 16];
      }
    }
  }
  const std::string& text() const { return text_; }
  /// What a piece of text() stands for.
  std::string original(std::string_view piece) const {
    std::string bytes;
    for (std::size_t at = 0; at < piece.size();) {
      if (piece.substr(at).starts_with(mark_) && at + mark_.size() + 2 <= piece.size()) {
        const std::size_t high = kDigits.find(piece[at + mark_.size()]);
        const std::size_t low = kDigits.find(piece[at + mark_.size() + 1]);
        bytes += static_cast<char>(high * 16 + low);
        at += mark_.size() + 2;
      } else {
        bytes += piece[at++];
      }
    }
    return bytes;
  }
  /// The byte of the original text at a place that toml++ names.
  std::size_t byte_at(const toml::source_position& place) const {
    std::size_t at = 0;
    for (toml::source_index line = 1; line < place.line && at < text_.size(); ++line) {
      at = std::min(text_.find('\n', at), text_.size() - 1) + 1;
    }
    at = std::min(at + (place.column > 0 ? place.column - 1 : 0), text_.size());
    return original(std::string_view{text_}.substr(0, at)).size();
  }

 private:
  static constexpr unsigned char kNotAscii = 0x80;
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string mark_ = "hex_";  // after a backslash it is no escape either, as a letter is none
  std::string text_{};
};

Position position(const toml::source_region& where) {
  return {static_cast<std::size_t>(where.begin.line), static_cast<std::size_t>(where.begin.column)};
}

ConfigValue value_of(const toml::node& node, const AsciiOnly& ascii) {
  if (const auto truth = node.value_exact<bool>()) {
    return *truth;
  }
  if (const auto number = node.value_exact<std::int64_t>()) {
    return *number;
  }
  if (const auto words = node.value_exact<std::string>()) {
    return ascii.original(*words);
  }
  return {};
}

// A remark after the value goes with its line.
std::size_t line_end(const std::string& text, std::size_t from) {
  const std::size_t end = text.find('\n', from);
  return end == std::string::npos ? text.size() : end + 1;
}

}  // namespace

std::string toml_library_version() {
  return std::to_string(TOML_LIB_MAJOR) + "." + std::to_string(TOML_LIB_MINOR) + "." +
         std::to_string(TOML_LIB_PATCH);
}

std::string as_toml(const ConfigValue& value) {
  if (const auto* truth = std::get_if<bool>(&value)) {
    return *truth ? "true" : "false";
  }
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    return std::to_string(*number);
  }
  const auto* words = std::get_if<std::string>(&value);
  if (words == nullptr) {
    return {};
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string quoted = "\"";
  for (const char c : *words) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      quoted += std::string{"\\u00"} + kDigits[byte / 16] + kDigits[byte % 16];
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

ConfigFile ConfigFile::read(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error)) {
    return parse({}, file);
  }
  std::ifstream stream{file};
  if (!stream || fs::is_directory(file, error)) {
    throw DataError(text::printable(file.string()) + ": cannot be read");
  }
  // Not asked how large it is: a device or a pipe would not say.
  constexpr std::size_t kMost = 1'000'000;
  std::string written;
  std::array<char, 4096> piece{};
  while (written.size() <= kMost && stream) {
    stream.read(piece.data(), piece.size());
    written.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) {
    throw DataError(text::printable(file.string()) + ": cannot be read");
  }
  if (written.size() > kMost) {
    throw DataError(text::printable(file.string()) + ": too large for settings");
  }
  return parse(std::move(written), file);
}

ConfigFile ConfigFile::parse(std::string text, const fs::path& file) {
  ConfigFile config;
  config.file_ = file;
  config.text_ = std::move(text);
  if (config.text_.starts_with(kByteOrderMark)) {
    config.mark_ = kByteOrderMark;
    config.text_.erase(0, kByteOrderMark.size());
  }
  if (!text::is_utf8(config.text_)) {
    throw DataError(text::printable(file.string()) + ": not valid UTF-8");
  }
  const AsciiOnly ascii{config.text_};
  try {
    const toml::table table = toml::parse(ascii.text());
    for (const auto& [key, node] : table) {
      config.entries_.push_back({.key = ascii.original(key.str()),
                                 .key_at = position(key.source()),
                                 .value = value_of(node, ascii),
                                 .value_at = position(node.source()),
                                 .key_begin = ascii.byte_at(key.source().begin),
                                 .value_begin = ascii.byte_at(node.source().begin),
                                 .value_end = ascii.byte_at(node.source().end)});
    }
  } catch (const toml::parse_error& wrong) {
    config.refuse(position(wrong.source()), text::printable(ascii.original(wrong.description())));
  }
  std::sort(config.entries_.begin(),
            config.entries_.end(),
            [](const ConfigEntry& a, const ConfigEntry& b) { return a.key_begin < b.key_begin; });
  return config;
}

const ConfigEntry* ConfigFile::find(std::string_view key) const {
  const auto found = std::find_if(
      entries_.begin(), entries_.end(), [&](const ConfigEntry& one) { return one.key == key; });
  return found == entries_.end() ? nullptr : &*found;
}

std::string ConfigFile::with(std::string_view key, const ConfigValue& value) const {
  std::string changed = text_;
  if (const ConfigEntry* entry = find(key)) {
    changed.replace(entry->value_begin, entry->value_end - entry->value_begin, as_toml(value));
  } else {
    const std::string end = text_.find("\r\n") == std::string::npos ? "\n" : "\r\n";
    changed += text_.empty() || text_.ends_with('\n') ? "" : end;
    changed += std::string{key} + " = " + as_toml(value) + end;
  }
  require_only(changed, key, value);
  return mark_ + changed;
}

std::string ConfigFile::without(std::string_view key) const {
  const ConfigEntry* entry = find(key);
  if (entry == nullptr) {
    return mark_ + text_;
  }
  std::string changed = text_;
  const std::size_t before = text_.rfind('\n', entry->key_begin);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  changed.erase(begin, line_end(text_, entry->value_end) - begin);
  require_only(changed, key, {});
  return mark_ + changed;
}

// Somebody's own file is changed only where reading it again shows that this, and no more, came of
// it.
void ConfigFile::require_only(const std::string& changed,
                              std::string_view key,
                              const ConfigValue& value) const {
  std::vector<std::pair<std::string, ConfigValue>> wanted;
  for (const ConfigEntry& entry : entries_) {
    if (entry.key != key) {
      wanted.emplace_back(entry.key, entry.value);
    }
  }
  if (!std::holds_alternative<std::monostate>(value)) {
    wanted.emplace_back(key, value);
  }
  std::vector<std::pair<std::string, ConfigValue>> found;
  try {
    const ConfigFile again = parse(changed, file_);
    for (const ConfigEntry& entry : again.entries()) {
      found.emplace_back(entry.key, entry.value);
    }
  } catch (const DataError&) {
    found.clear();  // then it is not what was wanted, either
  }
  std::sort(wanted.begin(), wanted.end());
  std::sort(found.begin(), found.end());
  if (found != wanted) {
    const ConfigEntry* entry = find(key);
    refuse(entry == nullptr ? Position{1, 1} : entry->key_at,
           std::string{key} + ": cannot be changed from here",
           "change it in an editor");
  }
}

void ConfigFile::refuse(Position at, const std::string& what, const std::string& hint) const {
  throw DataError(
      text::printable(file_.string()) + ": line " + std::to_string(at.line) + ": " + what,
      hint,
      at);
}

}  // namespace kith::cli
