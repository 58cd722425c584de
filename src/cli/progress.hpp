// A word on how far a long command has come: on a terminal, after a second, on stderr.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/context.hpp"

namespace kith::cli {

class Progress {
 public:
  /// `what` follows the number: "people read".
  Progress(Context& ctx, std::string what);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  /// Wipes the line.
  ~Progress();

  void operator()(std::size_t done);

 private:
  using Ticks = std::chrono::steady_clock;

  Context& ctx_;
  std::string what_;
  Ticks::time_point next_;
  bool is_wanted_;
  bool is_shown_ = false;
};

}  // namespace kith::cli
