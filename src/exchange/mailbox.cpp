// Mailboxes: files of many mails, folders of one mail each. Only heads are kept.
#include <algorithm>
#include <cctype>
#include <fstream>

#include "exchange/line_reader.hpp"
#include "exchange/mail_log.hpp"
#include <kith/error.hpp>
#include <kith/text/fold.hpp>

namespace kith::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestLine = std::size_t{1} << 16;
constexpr std::size_t kLongestField = std::size_t{1} << 17;

/// The name of the field that `line` begins; empty if it begins none.
std::string field_name(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) {
    return {};
  }
  std::string name;
  for (const char c : trimmed(line.substr(0, colon))) {
    if (c <= ' ' || c > '~') {
      return {};
    }
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return name;
}

/// Takes the lines of a head.
class HeadReader {
 public:
  explicit HeadReader(MailHead& head) : head_(head) {}

  /// Says that the head has been emptied.
  void begin() { field_ = nullptr; }

  void take(std::string_view line) {
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (field_ != nullptr && field_->size() < kLongestField) {
        *field_ += ' ';
        *field_ += trimmed(line);
      }
      return;
    }
    field_ = nullptr;
    const std::string name = field_name(line);
    if (MailHead::wants(name)) {
      const std::string_view value = trimmed(line.substr(line.find(':') + 1));
      std::string& field = head_.fields[name];
      if (!field.empty()) {
        field += ", ";  // a second To: goes on where the first ended
      }
      field += value;
      field_ = &field;
    }
  }

 private:
  MailHead& head_;
  std::string* field_ = nullptr;
};

/// The instant in "From ana@example.org Tue Mar  3 09:30:00 2026"; nothing if `line` is none such.
std::optional<std::chrono::sys_seconds> parted_on(std::string_view line) {
  const auto day = line.find(' ', sizeof "From" + 1);
  return day == std::string_view::npos ? std::nullopt : parse_mail_date(line.substr(day));
}

/// Reads one mail's head; false if the stream has nothing at all.
bool read_head(std::istream& in, MailHead& head) {
  LineReader lines(in, kLongestLine);
  HeadReader reader(head);
  bool has_any = false;
  while (const auto line = lines.next()) {
    if (line->empty()) {
      break;
    }
    has_any = true;
    reader.take(*line);
  }
  return has_any;
}

bool holds_what_was_thrown_away(const fs::path& folder) {
  const std::string name = text::fold(folder.filename().string());
  for (const char* word : {"trash", "deleted", "junk", "spam", "drafts"}) {
    if (name.find(word) != std::string::npos) {
      return true;
    }
  }
  return false;
}

bool is_flagged_away(const std::string& name) {
  const auto flags = name.rfind(":2,");
  return flags != std::string::npos && name.find_first_of("DT", flags + 3) != std::string::npos;
}

}  // namespace

void read_mbox(std::istream& in, const MailRules& rules, LogSink& sink) {
  LineReader lines(in, kLongestLine);
  MailLog log(rules, sink);
  MailHead head;
  HeadReader reader(head);
  bool is_in_head = false;
  bool is_after_blank = true;  // the first line of the file may part mails
  bool may_part = false;       // the line before may have parted two mails: this one decides
  bool has_any = false;
  const auto end_head = [&] {
    if (is_in_head) {
      log.add(head);
      is_in_head = false;
    }
  };
  const auto begin_head = [&](std::optional<std::chrono::sys_seconds> on) {
    end_head();
    head = MailHead{.line = lines.number(), .otherwise_on = on};
    reader.begin();
    is_in_head = true;
    has_any = true;
  };
  while (const auto line = lines.next()) {
    const bool looks_parting = line->starts_with("From ");
    const auto on = looks_parting ? parted_on(*line) : std::nullopt;
    if (may_part && !field_name(*line).empty()) {
      begin_head(std::nullopt);
      --head.line;
    } else if (lines.number() == 1 && !looks_parting && !field_name(*line).empty()) {
      begin_head(std::nullopt);  // a single mail, saved by itself
    }
    may_part = false;
    if (on) {
      begin_head(on);
    } else if (looks_parting && is_after_blank) {
      may_part = true;
    } else if (is_in_head) {
      if (line->empty()) {
        end_head();
      } else {
        reader.take(*line);
      }
    }
    is_after_blank = line->empty();
  }
  end_head();
  if (!has_any) {
    throw DataError("no mailbox: no line begins with From", {}, Position{.line = 1});
  }
  log.finish();
}

void read_mail(std::istream& in, const MailRules& rules, LogSink& sink) {
  MailLog log(rules, sink);
  MailHead head{.line = 1};
  if (read_head(in, head)) {
    log.add(head);
  }
  log.finish();
}

void read_maildir(const fs::path& folder, const MailRules& rules, LogSink& sink) {
  std::vector<fs::path> files;
  std::error_code failure;
  for (auto it = fs::recursive_directory_iterator(folder, failure);
       !failure && it != fs::recursive_directory_iterator();
       it.increment(failure)) {
    const fs::path& path = it->path();
    if (it->is_directory(failure)) {
      if (path.filename() == "tmp" || holds_what_was_thrown_away(path)) {
        it.disable_recursion_pending();
      }
      continue;
    }
    const std::string parent = path.parent_path().filename().string();
    if ((parent == "cur" || parent == "new") && it->is_regular_file(failure) &&
        !is_flagged_away(path.filename().string())) {
      files.push_back(path);
    }
  }
  if (failure) {
    throw StoreError(folder.string() + ": cannot be read: " + failure.message());
  }
  if (files.empty() && !fs::is_directory(folder / "cur", failure)) {
    throw DataError(folder.string() + ": no Maildir: no folder cur or new in it",
                    "of a file with many mails: kith import mbox FILE");
  }
  std::sort(files.begin(), files.end());
  MailLog log(rules, sink);
  for (const fs::path& file : files) {
    MailHead head{.line = 1, .file = fs::relative(file, folder, failure).string()};
    std::ifstream in(file, std::ios::binary);
    if (in && read_head(in, head)) {
      log.add(head);
    } else {
      sink.remark({Remark::Kind::warning, 0, {}, "empty, or cannot be read: left out", head.file});
    }
  }
  log.finish();
}

}  // namespace kith::exchange
