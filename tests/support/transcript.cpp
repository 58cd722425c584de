// Runs a story of commands against the real binary and compares what came out.
//
//   kith_transcript --kith BINARY [--update] FILE
//
// A .transcript: `$` runs a line with sh, `<` is its stdin, `>` its stdout, `!` its stderr, `=` its
// exit code if it is not 0. `#` remarks. `@` sets the stage: `@now 2026-03-20`, `@env NAME=VALUE`,
// `@terminal 80` (runs on a terminal of so many columns; stderr joins stdout), `@terminal off`,
// `@file NAME` with the file's lines after `|`.
// A .md: every ```console block, in which lines after `$ ` are what is shown on a terminal's screen
// (both streams). A remark like <!-- @now 2026-03-20 --> or <!-- $ kith add Ana --> sets the stage
// unseen. `--update` writes what came out into FILE; that diff is reviewed like code.
#include <array>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <pty.h>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

Lines split(const std::string& text) {
  Lines lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::string content_of(const fs::path& file) {
  const std::ifstream stream{file, std::ios::binary};
  std::stringstream content;
  content << stream.rdbuf();
  return content.str();
}

struct Output {
  std::string out{};
  std::string err{};
  int code = 0;
};

int exit_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

/// A fresh home, and what a command sees of the world.
class Stage {
 public:
  explicit Stage(const fs::path& kith) {
    std::string folder = (fs::temp_directory_path() / "kith-story-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) {
      throw std::runtime_error("no folder for the story");
    }
    home_ = fs::canonical(folder);
    fs::create_directory(home_ / "tmp");
    environment_ = {{"HOME", home_.string()},
                    {"TMPDIR", (home_ / "tmp").string()},
                    {"PATH", kith.parent_path().string() + ":/usr/local/bin:/usr/bin:/bin"},
                    {"KITH_NOW", "2026-03-20"},
                    {"TZ", "UTC"},
                    {"NO_COLOR", "1"}};
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
  ~Stage() {
    std::error_code ignored;
    fs::remove_all(home_, ignored);
  }

  /// "now 2026-03-20" and its like; `lines` is a file's content.
  void set(const std::string& words, const Lines& lines) {
    std::istringstream stream{words};
    std::string what;
    std::string value;
    stream >> what >> std::ws;
    std::getline(stream, value);
    if (what == "now") {
      environment_["KITH_NOW"] = value;
    } else if (what == "env") {
      const std::size_t equals = value.find('=');
      environment_[value.substr(0, equals)] = value.substr(equals + 1);
    } else if (what == "terminal") {
      columns_ = value == "off" ? 0 : std::stoi(value);
    } else if (what == "file") {
      fs::create_directories((home_ / value).parent_path());
      std::ofstream file{home_ / value, std::ios::binary};
      for (const std::string& line : lines) {
        file << line << '\n';
      }
    } else {
      throw std::runtime_error("@" + what + ": no such stage direction");
    }
  }

  Output run(const std::string& command, const std::string& input) const {
    Output output = columns_ > 0 ? on_terminal(command, input) : through_files(command, input);
    output.out = steady(output.out);
    output.err = steady(output.err);
    return output;
  }

 private:
  [[noreturn]] void become(const std::string& command) const {
    ::clearenv();
    for (const auto& [name, value] : environment_) {
      ::setenv(name.c_str(), value.c_str(), 1);
    }
    if (::chdir(home_.c_str()) == 0) {
      ::execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
    }
    std::_Exit(126);
  }

  Output through_files(const std::string& command, const std::string& input) const {
    const fs::path folder = home_ / "tmp";
    const std::array<fs::path, 3> files{folder / "in", folder / "out", folder / "err"};
    std::ofstream{files[0], std::ios::binary} << input;
    const pid_t child = ::fork();
    if (child == 0) {
      for (int i = 0; i < 3; ++i) {
        const int flags = i == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC;
        ::dup2(::open(files[static_cast<std::size_t>(i)].c_str(), flags, 0600), i);
      }
      become(command);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    Output output{content_of(files[1]), content_of(files[2]), exit_of(status)};
    for (const fs::path& file : files) {
      fs::remove(file);
    }
    return output;
  }

  Output on_terminal(const std::string& command, const std::string& input) const {
    winsize size{24, static_cast<unsigned short>(columns_), 0, 0};
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
    if (child == 0) {
      termios quiet{};
      ::tcgetattr(STDIN_FILENO, &quiet);
      quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
      quiet.c_oflag &= ~static_cast<tcflag_t>(ONLCR);
      ::tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
      become(command);
    }
    termios now{};
    for (int wait = 0; wait < 1000; ++wait) {  // until the echo is off: a busy machine takes long
      if (::tcgetattr(terminal, &now) == 0 && (now.c_lflag & static_cast<tcflag_t>(ECHO)) == 0) {
        break;
      }
      ::usleep(5000);
    }
    if (!input.empty() && ::write(terminal, input.data(), input.size()) < 0) {
      throw std::runtime_error("the terminal takes no input");
    }
    Output output;
    std::array<char, 4096> piece{};
    for (ssize_t count = 0; (count = ::read(terminal, piece.data(), piece.size())) > 0;) {
      output.out.append(piece.data(), static_cast<std::size_t>(count));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(terminal);
    output.code = exit_of(status);
    return output;
  }

  // What differs from run to run, under a name that does not.
  std::string steady(std::string text) const {
    static const std::regex uid{"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"};
    static const std::regex folder{"kith-[A-Za-z0-9]{6}/"};
    for (std::size_t at = 0; (at = text.find(home_.string(), at)) != std::string::npos;) {
      text.replace(at, home_.string().size(), "<home>");
    }
    return std::regex_replace(std::regex_replace(text, uid, "<uid>"), folder, "kith-XXXXXX/");
  }

  fs::path home_;
  std::map<std::string, std::string> environment_{};
  int columns_ = 0;
};

bool starts(const std::string& line, const std::string& with) { return line.rfind(with, 0) == 0; }

// What follows the mark and one blank.
std::string after_mark(const std::string& line) {
  return line.size() > 1 && line[1] == ' ' ? line.substr(2) : line.substr(1);
}

void mark(Lines& lines, char with, const std::string& text) {
  for (const std::string& line : split(text)) {
    lines.push_back(line.empty() ? std::string(1, with) : std::string(1, with) + " " + line);
  }
  if (!text.empty() && text.back() != '\n') {
    lines.push_back(std::string(1, with) + "\\");  // no line end at the end
  }
}

/// The story as it comes out now.
Lines played(const Lines& story, Stage& stage) {
  Lines lines;
  for (std::size_t i = 0; i < story.size(); ++i) {
    const std::string& line = story[i];
    const char first = line.empty() ? ' ' : line[0];
    if (first == '>' || first == '!' || first == '=') {
      continue;  // written anew below the command
    }
    lines.push_back(line);
    if (first == '@') {
      Lines file;
      for (; i + 1 < story.size() && starts(story[i + 1], "|"); ++i) {
        lines.push_back(story[i + 1]);
        file.push_back(after_mark(story[i + 1]));
      }
      stage.set(line.substr(1), file);
    } else if (first == '$') {
      std::string input;
      for (; i + 1 < story.size() && starts(story[i + 1], "<"); ++i) {
        lines.push_back(story[i + 1]);
        input += after_mark(story[i + 1]) + "\n";
      }
      const Output output = stage.run(after_mark(line), input);
      mark(lines, '>', output.out);
      mark(lines, '!', output.err);
      if (output.code != 0) {
        lines.push_back("= " + std::to_string(output.code));
      }
    }
  }
  return lines;
}

/// A page's console blocks as they come out now; the rest as it is.
Lines played_page(const Lines& page, Stage& stage) {
  Lines lines;
  bool console = false;
  for (const std::string& line : page) {
    const bool fence = starts(line, "```");
    if (console && !fence && !starts(line, "$ ")) {
      continue;
    }
    lines.push_back(line);
    console = fence ? line == "```console" : console;
    if (!console && starts(line, "<!-- ") && line.size() > 9) {
      const std::string words = line.substr(5, line.size() - 9);
      if (starts(words, "@")) {
        stage.set(words.substr(1), {});
      } else if (starts(words, "$ ")) {
        stage.run(words.substr(2), "");
      }
    } else if (console && starts(line, "$ ")) {
      const Output output = stage.run("{ " + line.substr(2) + "\n} 2>&1", "");
      for (const std::string& shown : split(output.out)) {
        lines.push_back(shown);
      }
    }
  }
  return lines;
}

// The first lines that differ, with the command that they belong to.
void tell(const fs::path& file, const Lines& wanted, const Lines& got) {
  std::size_t at = 0;
  while (at < wanted.size() && at < got.size() && wanted[at] == got[at]) {
    ++at;
  }
  std::cout << file.string() << ":" << at + 1 << ": this came out otherwise\n";
  for (std::size_t i = at; i-- > 0;) {
    if (starts(got[i], "$ ")) {
      std::cout << "  " << got[i] << '\n';
      break;
    }
  }
  for (std::size_t i = at; i < at + 12 && i < wanted.size(); ++i) {
    std::cout << "- " << wanted[i] << '\n';
  }
  for (std::size_t i = at; i < at + 12 && i < got.size(); ++i) {
    std::cout << "+ " << got[i] << '\n';
  }
}

int play(const fs::path& kith, const fs::path& file, bool update) {
  const Lines wanted = split(content_of(file));
  if (wanted.empty()) {
    throw std::runtime_error(file.string() + ": no such story");
  }
  Stage stage{kith};
  const Lines got = file.extension() == ".md" ? played_page(wanted, stage) : played(wanted, stage);
  if (got == wanted) {
    return 0;
  }
  tell(file, wanted, got);
  if (update) {
    std::ofstream stream{file, std::ios::binary};
    for (const std::string& line : got) {
      stream << line << '\n';
    }
  }
  return update ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    fs::path kith;
    fs::path file;
    bool update = false;
    for (int i = 1; i < argc; ++i) {
      const std::string word{argv[i]};
      if (word == "--kith" && i + 1 < argc) {
        kith = fs::canonical(argv[++i]);
      } else if (word == "--update") {
        update = true;
      } else {
        file = word;
      }
    }
    if (kith.empty() || file.empty()) {
      std::cerr << "kith_transcript --kith BINARY [--update] FILE\n";
      return 2;
    }
    return play(kith, file, update);
  } catch (const std::exception& error) {
    std::cerr << "kith_transcript: " << error.what() << '\n';
    return 2;
  }
}
