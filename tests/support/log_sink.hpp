// What a reader of books and logs hands on, kept for looking at.
#pragma once

#include <string>
#include <vector>

#include <kith/exchange/contact_document.hpp>

namespace kith::test {

struct KeptLog : exchange::LogSink {
  void take(const exchange::ContactDocument& document) override { people.push_back(document); }
  void take(const exchange::InteractionDocument& document) override { log.push_back(document); }
  void take(const exchange::FollowUpDocument& document) override { to_do.push_back(document); }
  void remark(exchange::Remark remark) override { remarks.push_back(remark); }

  /// "7: why" of every remark, in order.
  std::vector<std::string> said() const {
    std::vector<std::string> lines;
    for (const exchange::Remark& one : remarks) {
      lines.push_back(std::to_string(one.line) + ": " + one.why);
    }
    return lines;
  }

  /// "2026-03-01 coffee: text | Ana Lim, ben@example.org" of everything that happened; with a "?"
  /// where nobody answered.
  std::vector<std::string> happened() const {
    std::vector<std::string> lines;
    for (const exchange::InteractionDocument& one : log) {
      std::string line = to_string(one.interaction.date) + " " + one.interaction.kind +
                         (one.interaction.unanswered ? "?: " : ": ") + one.interaction.text + " |";
      for (const exchange::Who& who : one.people) {
        line += (line.ends_with('|') ? " " : ", ") + (who.name.empty() ? who.email : who.name);
      }
      lines.push_back(line);
    }
    return lines;
  }

  std::vector<exchange::ContactDocument> people{};
  std::vector<exchange::InteractionDocument> log{};
  std::vector<exchange::FollowUpDocument> to_do{};
  std::vector<exchange::Remark> remarks{};
};

}  // namespace kith::test
