// Questions on a terminal.
#include "cli/prompt.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "cli/key_press.hpp"
#include <kith/text/clean.hpp>
#include <kith/text/fold.hpp>

namespace kith::cli {

std::optional<std::string> ask(Context& ctx, std::string_view question) {
  ctx.out.flush();
  ctx.err << text::printable(question) << ' ' << std::flush;
  std::string answer;
  if (!std::getline(ctx.in, answer)) {
    ctx.err << '\n';
    return std::nullopt;
  }
  return text::clean_line(answer);
}

bool ask_yes_no(Context& ctx, std::string_view question) {
  const auto answer = ask(ctx, std::string{question} + " [y/N]");
  return answer && (text::fold(*answer) == "y" || text::fold(*answer) == "yes");
}

std::optional<char> ask_key(Context& ctx, std::string_view question, std::string_view keys) {
  ctx.out.flush();
  ctx.err << text::printable(question) << ' ' << std::flush;
  while (auto key = read_key(ctx)) {
    if (*key == '\x1b') {
      key = 'q';
    } else if (*key >= 'A' && *key <= 'Z') {
      key = static_cast<char>(*key - 'A' + 'a');
    }
    if (keys.find(*key) != std::string_view::npos) {
      ctx.err << *key << std::endl;
      return key;
    }
  }
  ctx.err << '\n';
  return std::nullopt;
}

namespace {

std::optional<std::size_t> choose_by_key(Context& ctx, std::string_view question, std::size_t of) {
  constexpr std::string_view kDigits = "123456789";
  const auto key = ask_key(ctx,
                           std::string{question} + " [1-" + std::to_string(of) + ", q for none]",
                           std::string{kDigits.substr(0, of)} + "q");
  return key && *key != 'q' ? std::optional(kDigits.find(*key)) : std::nullopt;
}

std::optional<std::size_t> choose_by_number(Context& ctx,
                                            std::string_view question,
                                            std::size_t of) {
  while (true) {
    const auto answer =
        ask(ctx, std::string{question} + " [1-" + std::to_string(of) + ", or nothing]");
    if (!answer || answer->empty()) {
      return std::nullopt;
    }
    std::size_t number = 0;
    const auto [end, error] =
        std::from_chars(answer->data(), answer->data() + answer->size(), number);
    if (error == std::errc{} && end == answer->data() + answer->size() && number >= 1 &&
        number <= of) {
      return number - 1;
    }
  }
}

}  // namespace

bool agrees_to_many(Context& ctx,
                    std::string_view verb,
                    std::vector<std::string> names,
                    std::string_view what) {
  constexpr std::size_t kFew = 3;
  std::vector<std::string> once;
  for (std::string& name : names) {
    if (std::ranges::find(once, name) == once.end()) {
      once.push_back(std::move(name));
    }
  }
  if (once.size() <= kFew || !ctx.may_ask()) {
    return true;
  }
  std::string question =
      "This " + std::string{verb} + " " + std::to_string(once.size()) + " " + std::string{what};
  for (std::size_t i = 0; i < kFew; ++i) {
    question += (i == 0 ? ": " : ", ") + once[i];
  }
  question += " and " + std::to_string(once.size() - kFew) + " more. Go on?";
  return ask_yes_no(ctx, question);
}

std::optional<std::size_t> choose(Context& ctx,
                                  std::string_view question,
                                  const std::vector<Candidate>& candidates) {
  constexpr std::size_t kOneKeyEach = 9;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& one = candidates[i];
    ctx.err << "  " << i + 1 << "  " << text::printable(one.name)
            << (one.detail.empty() ? "" : "  " + text::printable(one.detail)) << '\n';
  }
  return candidates.size() <= kOneKeyEach ? choose_by_key(ctx, question, candidates.size())
                                          : choose_by_number(ctx, question, candidates.size());
}

}  // namespace kith::cli
