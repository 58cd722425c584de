// Questions on a terminal.
#include "cli/prompt.hpp"

#include <charconv>

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

std::optional<std::size_t> choose(Context& ctx,
                                  std::string_view question,
                                  const std::vector<Candidate>& candidates) {
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& one = candidates[i];
    ctx.err << "  " << i + 1 << "  " << text::printable(one.name)
            << (one.detail.empty() ? "" : "  " + text::printable(one.detail)) << '\n';
  }
  while (true) {
    const auto answer = ask(
        ctx, std::string{question} + " [1-" + std::to_string(candidates.size()) + ", or nothing]");
    if (!answer || answer->empty()) {
      return std::nullopt;
    }
    std::size_t number = 0;
    const auto [end, error] =
        std::from_chars(answer->data(), answer->data() + answer->size(), number);
    if (error == std::errc{} && end == answer->data() + answer->size() && number >= 1 &&
        number <= candidates.size()) {
      return number - 1;
    }
  }
}

}  // namespace kith::cli
