// Somebody who takes whatever a reader finds, and keeps nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include <kith/error.hpp>
#include <kith/exchange/contact_document.hpp>

namespace kith::fuzz {

struct NobodySink : exchange::LogSink {
  void take(const exchange::ContactDocument& document) override { seen += document.line; }
  void take(const exchange::InteractionDocument& document) override { seen += document.line; }
  void take(const exchange::FollowUpDocument& document) override { seen += document.line; }
  void remark(exchange::Remark remark) override { seen += remark.line; }
  std::size_t seen = 0;
};

inline constexpr Date kToday{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{20}};

/// Hands `beginning` and the bytes behind it to `read`, which may refuse them with an error of
/// kith's own.
template <class Read>
int try_bytes(const std::string& beginning, const std::uint8_t* data, std::size_t size, Read read) {
  std::istringstream in(beginning + std::string(reinterpret_cast<const char*>(data), size));
  NobodySink sink;
  try {
    read(in, sink);
  } catch (const Error&) {
    return 0;
  }
  return 0;
}

}  // namespace kith::fuzz
