// Makes a manual page for man(1) of a page of docs/manual: run when kith is built.
//   kith_manpage VERSION PAGE.md > PAGE.1
// It reads what those pages are written in and no more of Markdown: headings, paragraphs, lists,
// tables, fenced blocks, remarks, `code`, **strong**, *stressed* and [links](page.md).
#include <algorithm>
#include <cctype>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Lines = std::vector<std::string>;

// A blank line is one of nothing but blanks.
bool is_blank(std::string_view line) {
  return line.find_first_not_of(' ') == std::string_view::npos;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string_view::npos
             ? std::string{}
             : std::string{text.substr(begin, text.find_last_not_of(' ') + 1 - begin)};
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return static_cast<char>(std::toupper(c));
  });
  return text;
}

/// Text as roff reads it: a hyphen stays one that can be copied.
std::string plain(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    safe += c == '\\'  ? "\\e"
            : c == '-' ? "\\-"
            : c == '~' ? "\\(ti"
            : c == '^' ? "\\(ha"
            : c == '`' ? "\\(ga"
                       : std::string(1, c);
  }
  return safe;
}

/// A line that may begin with what roff takes for a request.
std::string line_of(const std::string& text) {
  return (text.starts_with('.') || text.starts_with('\'') ? "\\&" : "") + text;
}

class Page {
 public:
  Page(std::ostream& out, std::string version) : out_(out), version_(std::move(version)) {}

  void write(const Lines& lines) {
    const std::string title = lines.empty() ? "" : lines.front().substr(2);
    command_ = title == "kith" ? "" : title.substr(title.find(' ') + 1);
    name_ = command_.empty() ? "kith" : "kith-" + command_;
    head(lines);
    for (at_ = 1; at_ < lines.size();) {
      block(lines);
    }
    see_also();
  }

 private:
  // The name and the synopsis stand in what `kith help` shows; kith(1) has none of it.
  void head(const Lines& lines) {
    std::string usage = "kith [COMMAND] [OPTION]…";
    std::string summary = "keeps track of the people you know";
    const auto shown = std::find(lines.begin(), lines.end(), "$ kith help " + command_);
    if (!command_.empty() && lines.end() - shown > 3) {
      usage = shown[1];
      summary = shown[3];
    }
    out_ << R"(.\" Made of docs/manual when kith was built: change that.)" << '\n'
         << ".TH " << upper(name_) << " 1 \"\" \"kith " << version_ << "\" \"kith manual\"\n"
         << ".nh\n.ad l\n.SH NAME\n"
         << name_ << " \\- " << plain(summary) << "\n.SH SYNOPSIS\n.B " << plain(usage)
         << "\n.SH DESCRIPTION\n";
  }

  void block(const Lines& lines) {
    const std::string& line = lines[at_];
    if (is_blank(line)) {
      ++at_;
    } else if (line.starts_with("<!--")) {
      while (at_ < lines.size() && lines[at_].find("-->") == std::string::npos) {
        ++at_;
      }
      ++at_;
    } else if (line.starts_with("### ")) {
      out_ << ".SS " << plain(line.substr(4)) << '\n';
      ++at_;
    } else if (line.starts_with("## ")) {
      out_ << ".SH " << plain(upper(line.substr(3))) << '\n';
      ++at_;
    } else if (line.starts_with("```")) {
      fenced(lines);
    } else if (line.starts_with("| ")) {
      table(lines);
    } else if (line.starts_with("- ")) {
      list(lines);
    } else {
      out_ << ".PP\n" << line_of(inline_text(paragraph(lines))) << '\n';
    }
  }

  // What is shown on a screen stays as it is.
  void fenced(const Lines& lines) {
    Lines shown;
    for (++at_; at_ < lines.size() && !lines[at_].starts_with("```"); ++at_) {
      shown.push_back(lines[at_]);
    }
    ++at_;
    if (!command_.empty() && !shown.empty() && shown.front() == "$ kith help " + command_) {
      options(shown);
      return;
    }
    out_ << ".PP\n.RS 4\n.nf\n";
    for (const std::string& line : shown) {
      out_ << line_of(plain(line)) << '\n';
    }
    out_ << ".fi\n.RE\n";
  }

  // "  --on DATE     day it is due" is an entry; what else help shows stands in the head.
  void options(const Lines& shown) {
    for (const std::string& line : shown) {
      if (line == "Words" || line == "Options") {
        out_ << ".SS " << line << '\n';
      } else if (line.starts_with("  ")) {
        const std::string entry = trimmed(line);
        const std::size_t gap = entry.find("  ");
        out_ << ".TP\n.B " << plain(entry.substr(0, gap)) << '\n'
             << line_of(plain(gap == std::string::npos ? "" : trimmed(entry.substr(gap)))) << '\n';
      }
    }
    out_ << ".SS More\n";
  }

  static std::vector<std::string> cells(const std::string& row) {
    std::vector<std::string> all;
    std::string cell;
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (row[i] == '\\' && i + 1 < row.size() && row[i + 1] == '|') {
        cell += row[++i];
      } else if (row[i] == '|') {
        all.push_back(trimmed(cell));
        cell.clear();
      } else {
        cell += row[i];
      }
    }
    return all;
  }

  // The first column becomes the entry; a third one is named, as its heading is not shown.
  void table(const Lines& lines) {
    const std::vector<std::string> titles = cells(lines[at_]);
    for (at_ += 2; at_ < lines.size() && lines[at_].starts_with("|"); ++at_) {
      const std::vector<std::string> row = cells(lines[at_]);
      out_ << ".TP\n" << line_of(inline_text(row.empty() ? "" : row.front())) << '\n';
      std::string meaning = row.size() > 1 ? inline_text(row[1]) : "";
      for (std::size_t i = 2; i < row.size() && i < titles.size(); ++i) {
        meaning += row[i].empty() ? "" : "; " + plain(titles[i]) + ": " + inline_text(row[i]);
      }
      out_ << (meaning.empty() ? "\\&" : line_of(meaning)) << '\n';
    }
    out_ << ".PP\n";
  }

  void list(const Lines& lines) {
    while (at_ < lines.size() && lines[at_].starts_with("- ")) {
      std::string item = lines[at_++].substr(2);
      while (at_ < lines.size() && lines[at_].starts_with("  ")) {
        item += " " + trimmed(lines[at_++]);
      }
      out_ << ".IP \\(bu 2\n" << line_of(inline_text(item)) << '\n';
    }
  }

  std::string paragraph(const Lines& lines) {
    std::string text;
    for (; at_ < lines.size(); ++at_) {
      const std::string& line = lines[at_];
      if (is_blank(line) || line.starts_with("```") || line.starts_with("| ") ||
          line.starts_with("- ") || line.starts_with("#") || line.starts_with("<!--")) {
        break;
      }
      text += (text.empty() ? "" : " ") + trimmed(line);
    }
    return text;
  }

  std::string inline_text(std::string_view text) {
    std::string roff;
    const auto take = [&](std::size_t& at, std::string_view mark, std::string_view font) {
      const std::size_t end = text.find(mark, at + mark.size());
      if (end == std::string_view::npos || end == at + mark.size()) {
        return false;
      }
      const std::string_view inside = text.substr(at + mark.size(), end - at - mark.size());
      roff += std::string{font} + (mark == "`" ? plain(inside) : inline_text(inside)) + "\\fR";
      at = end + mark.size();
      return true;
    };
    for (std::size_t at = 0; at < text.size();) {
      const bool done = (text[at] == '`' && take(at, "`", "\\fB")) ||
                        (text.substr(at, 2) == "**" && take(at, "**", "\\fB")) ||
                        (text[at] == '*' && text.substr(at, 2) != "* " && take(at, "*", "\\fI")) ||
                        (text[at] == '[' && link(text, at, roff));
      if (!done) {
        roff += plain(text.substr(at++, 1));
      }
    }
    return roff;
  }

  // [kith config](config.md) is another page; anything else is named beside its words.
  bool link(std::string_view text, std::size_t& at, std::string& roff) {
    const std::size_t middle = text.find("](", at);
    const std::size_t end = text.find(')', middle == std::string_view::npos ? at : middle);
    if (middle == std::string_view::npos || end == std::string_view::npos ||
        text.substr(at + 1, middle - at - 1).find('[') != std::string_view::npos) {
      return false;
    }
    roff += inline_text(text.substr(at + 1, middle - at - 1));
    const std::string target{text.substr(middle + 2, end - middle - 2)};
    if (target.find("://") != std::string::npos) {
      roff += " (" + plain(target) + ")";
    } else if (target.ends_with(".md") && target.find('/') == std::string::npos) {
      const std::string page = target.substr(0, target.size() - 3);
      also_.insert(page == "kith" ? "kith" : "kith-" + page);
    }
    at = end + 1;
    return true;
  }

  void see_also() {
    if (name_ != "kith") {
      also_.insert("kith");
    } else {
      also_.insert("kith-help");
    }
    also_.erase(name_);
    out_ << ".SH SEE ALSO\n";
    std::string before;
    for (const std::string& page : also_) {
      out_ << before << ".BR " << plain(page) << " (1)";
      before = ",\n";
    }
    out_ << '\n';
  }

  std::ostream& out_;
  std::string version_;
  std::string command_{};
  std::string name_{};
  std::set<std::string> also_{};
  std::size_t at_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() != 2) {
    std::cerr << "usage: kith_manpage VERSION PAGE.md\n";
    return 2;
  }
  std::ifstream file{words[1]};
  Lines lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
  }
  if (lines.empty() || !lines.front().starts_with("# kith")) {
    std::cerr << words[1] << ": no page of the manual\n";
    return 1;
  }
  Page{std::cout, words[0]}.write(lines);
  return std::cout.good() ? 0 : 1;
}
