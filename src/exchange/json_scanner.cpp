// The scanner: nlohmann's SAX parser over an iterator that knows its line and column.
#include "exchange/json_scanner.hpp"

#include <array>
#include <cstdint>
#include <iterator>
#include <vector>

#include <nlohmann/json.hpp>

#include <kith/text/clean.hpp>
#include <kith/text/width.hpp>

namespace kith::exchange {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestValue = std::size_t{16} << 20;
constexpr std::size_t kLongestRecord = std::size_t{16} << 20;
constexpr std::size_t kMostValues = 1'000'000;  // of a record: in memory one takes up to 100 bytes
constexpr std::size_t kLongestReason = 200;

/// Bytes of a stream, and where the last one was.
class Source {
 public:
  explicit Source(std::istream& in) : in_(in) { fill(); }

  bool at_end() const { return at_ == size_; }
  char current() const { return block_[at_]; }
  void advance() {
    if (block_[at_] == '\n') {
      ++line_;
      column_ = 0;
    } else if ((static_cast<unsigned char>(block_[at_]) & 0xC0) != 0x80) {
      ++column_;  // characters, not bytes
    }
    ++read_;
    if (++since_event_ > kLongestValue) {
      refuse(position(), "a value of more than 16 MiB");
    }
    if (++at_ == size_) {
      fill();
    }
  }
  Position position() const { return {.line = line_, .column = column_ == 0 ? 1 : column_}; }
  void event() { since_event_ = 0; }
  std::size_t read() const { return read_; }

 private:
  void fill() {
    in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (in_.bad()) {
      throw StoreError("the file cannot be read any further");
    }
    size_ = static_cast<std::size_t>(in_.gcount());
    at_ = 0;
  }

  std::istream& in_;
  std::array<char, std::size_t{1} << 16> block_{};
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 0;
  std::size_t since_event_ = 0;
  std::size_t read_ = 0;
};

/// The source as the parser wants it. A default one stands for the end.
class SourceIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  SourceIterator() = default;
  explicit SourceIterator(Source& source) : source_(&source) {}
  char operator*() const { return source_->current(); }
  SourceIterator& operator++() {
    source_->advance();
    return *this;
  }
  SourceIterator operator++(int) {
    const SourceIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const SourceIterator& other) const { return is_end() == other.is_end(); }
  bool operator!=(const SourceIterator& other) const { return !(*this == other); }

 private:
  bool is_end() const { return source_ == nullptr || source_->at_end(); }
  Source* source_ = nullptr;
};

/// Turns the parser's events into fields and records.
class Scanner : public nlohmann::json_sax<json> {
 public:
  Scanner(Source& source, const DocumentVisitor& visitor) : source_(source), visitor_(visitor) {}

  bool null() override { return value(nullptr); }
  bool boolean(bool given) override { return value(given); }
  bool number_integer(number_integer_t given) override { return value(given); }
  bool number_unsigned(number_unsigned_t given) override { return value(given); }
  bool number_float(number_float_t given, const string_t& /*text*/) override {
    return value(given);
  }
  bool string(string_t& given) override { return value(std::move(given)); }
  bool binary(binary_t& /*given*/) override { return true; }
  bool start_object(std::size_t /*size*/) override { return open(json::object()); }
  bool start_array(std::size_t /*size*/) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& given) override {
    source_.event();
    if (depth_ == 1) {
      name_ = given;
    }
    key_ = std::move(given);
    return true;
  }

  bool parse_error(std::size_t /*at*/,
                   const std::string& /*token*/,
                   const json::exception& error) override {
    // "[json.exception…] parse error at line 1, column 2: syntax error while …: WHY; last read: …"
    std::string why = error.what();
    if (const auto tail = why.find(" - "); tail != std::string::npos) {
      why.erase(0, tail + 3);
    }
    refuse(source_.position(),
           "not JSON: " + why,
           "is it complete, and a file that kith export json wrote?");
  }

  bool is_complete() const { return seen_document_ && depth_ == 0; }

 private:
  bool value(json given) {
    source_.event();
    if (depth_ == 0) {
      not_a_document();
    }
    if (open_.empty()) {
      if (depth_ == 1) {
        visitor_.field(name_, given, source_.position());
      } else if (wanted_) {
        refuse(source_.position(), name_ + ": a record was expected here");
      }
      return true;
    }
    place(std::move(given));
    note_field();
    return true;
  }

  bool open(json empty) {
    source_.event();
    if (depth_ == 0) {
      if (!empty.is_object() || seen_document_) {
        not_a_document();
      }
      seen_document_ = true;
    }
    if (++depth_ > kDeepest) {
      refuse(source_.position(), "nested more than " + std::to_string(kDeepest) + " deep");
    }
    if (depth_ == 1) {
      return true;
    }
    if (depth_ == 2) {
      in_list_ = empty.is_array();
      wanted_ = in_list_ && visitor_.begin(name_);
      if (!in_list_) {
        visitor_.field(name_, empty, source_.position());
      }
      return true;
    }
    if (!wanted_) {
      return true;
    }
    if (open_.empty()) {
      if (!empty.is_object()) {
        refuse(source_.position(), name_ + ": a record was expected here");
      }
      record_ = std::move(empty);
      began_ = source_.position();
      begins_ = source_.read();
      values_ = 0;
      fields_.clear();
      open_.push_back(&record_);
    } else {
      open_.push_back(&place(std::move(empty)));
    }
    return true;
  }

  bool close() {
    source_.event();
    --depth_;
    if (depth_ == 1 && wanted_) {
      visitor_.end(name_);
      wanted_ = false;
    }
    if (open_.empty()) {
      return true;
    }
    open_.pop_back();
    if (open_.empty()) {
      visitor_.record(name_, {record_, began_, fields_, source_.read() - begins_});
    } else {
      note_field();
    }
    return true;
  }

  json& place(json given) {
    if (source_.read() - begins_ > kLongestRecord) {
      refuse(source_.position(), name_ + ": a record of more than 16 MiB");
    }
    if (++values_ > kMostValues) {
      refuse(source_.position(), name_ + ": a record of more than a million values");
    }
    json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(given));
      return parent.back();
    }
    if (open_.size() == 1) {
      field_ = key_;
    }
    return parent[key_] = std::move(given);
  }

  void note_field() {
    if (open_.size() == 1) {
      fields_[field_] = source_.position();
    }
  }

  [[noreturn]] void not_a_document() const {
    refuse(source_.position(),
           "not a kith document",
           R"(kith export json writes one; it begins with {"format":"kith")");
  }

  Source& source_;
  const DocumentVisitor& visitor_;
  int depth_ = 0;
  bool seen_document_ = false;
  std::string name_{};  // of the document's field that is being read
  std::string key_{};
  std::string field_{};  // of the record
  bool in_list_ = false;
  bool wanted_ = false;
  json record_{};
  Position began_{};
  std::size_t begins_ = 0;
  std::size_t values_ = 0;
  std::map<std::string, Position> fields_{};
  std::vector<json*> open_{};  // the containers of the record that are not closed yet
};

}  // namespace

void refuse(const Position& at, const std::string& why, const std::string& hint) {
  std::string where = "line " + std::to_string(at.line);
  if (at.column) {
    where += ", column " + std::to_string(*at.column);
  }
  // Part of `why` may be what the file says: at any length, and with anything in it.
  throw DataError(where + ": " + text::shorten(text::printable(why), kLongestReason), hint, at);
}

void scan_document(std::istream& in, const DocumentVisitor& visitor) {
  Source source(in);
  Scanner scanner(source, visitor);
  json::sax_parse(SourceIterator(source), SourceIterator(), &scanner);
  if (!scanner.is_complete()) {
    refuse(source.position(), "the document ends too early");
  }
}

}  // namespace kith::exchange
