// A document for looking at: where it goes, and the browser that it is opened in.
#include "cli/document_file.hpp"

#include "cli/process.hpp"
#include "cli/render/show.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

namespace fs = std::filesystem;

/// Nothing for stdout.
std::optional<fs::path> target_of(const DocumentOptions& options,
                                  const DocumentKind& kind,
                                  const Context& ctx) {
  if (options.output) {
    return *options.output == "-" ? std::nullopt : std::optional<fs::path>{*options.output};
  }
  if (options.open) {
    // Beside the database, where only you can read it: kith's own, replaced each time.
    return ctx.settings.database.string() + "." + std::string{kind.word} + "." + kind.format;
  }
  return kind.is_for_looking && ctx.terminal.out_is_terminal
             ? std::optional<fs::path>{kind.name + "." + kind.format}
             : std::nullopt;
}

}  // namespace

DocumentFile::DocumentFile(Context& ctx, const DocumentOptions& options, const DocumentKind& kind)
    : ctx_(ctx),
      format_(kind.format),
      opens_(options.open),
      target_(target_of(options, kind, ctx)) {
  if (target_) {
    file_ =
        std::make_unique<OutputFile>(*target_, options.force || (options.open && !options.output));
  }
}

void DocumentFile::keep() {
  if (file_) {
    file_->keep();
  }
}

void DocumentFile::tell(std::size_t people, const std::string& title) {
  if (!target_) {
    return;
  }
  show(ctx_, ExportedView{target_->string(), format_, people, title});
  if (opens_ && !open_in_browser(ctx_, *target_)) {
    ctx_.err << "kith: " << text::printable(target_->string())
             << ": no browser opened it; open it yourself\n";
  }
}

}  // namespace kith::cli
