// Who a person without a circle is, in a few words.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "cli/context.hpp"
#include <kith/agenda/without_circle.hpp>
#include <kith/domain/person.hpp>

namespace kith::cli {

struct TriageLine {
  Person person{};
  std::size_t days_together = 0;  ///< of the last year
  std::optional<Date> last_seen{};
};

TriageLine line_of(Store& store, const WithoutCircle& one);

/// What the keys mean, where they are asked for.
void explain_keys(Context& ctx);
/// "3 of 41  Ana Lim · Baker at Crumb · Lisbon · 14 days in the last year, last on 3 Mar", there
/// too.
void show_whom(Context& ctx, const TriageLine& line, std::size_t place, std::size_t of);

/// A person as an answer has left them.
struct TriagedView {
  TriageLine line{};
  std::string said{};  ///< of it, in text
};
void show(Context& ctx, const TriagedView& view);  // confirms

/// All of them, where nobody can be asked: lines, or persons in JSON.
class TriageList {
 public:
  explicit TriageList(Context& ctx);
  TriageList(const TriageList&) = delete;
  TriageList& operator=(const TriageList&) = delete;
  ~TriageList();
  void add(const TriageLine& line);
  void finish();

 private:
  struct Form;
  std::unique_ptr<Form> form_;
};

}  // namespace kith::cli
