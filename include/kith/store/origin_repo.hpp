// Where a person came from, and what that source said last: it tells what the source owns (it may
// update it) from what you wrote (it may not). The only code that names the `origin` table.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kith/domain/ids.hpp>

namespace kith {

class Connection;

struct Origin {
  std::string source{};  ///< "linkedin"
  std::string key{};     ///< what names the person there: a URL, an id
  PersonId person{};
  std::map<std::string, std::string> said{};  ///< field -> value, as the source last gave it
  bool operator==(const Origin&) const = default;
};

class OriginRepo {
 public:
  explicit OriginRepo(Connection& db) : db_(db) {}
  std::optional<Origin> find(std::string_view source, std::string_view key) const;
  /// True if anybody comes from there.
  bool has_any(std::string_view source) const;
  /// Adds it, or replaces what (source, key) held.
  void put(const Origin& origin);
  std::vector<Origin> of(PersonId person) const;
  /// Every key of a source, in order.
  void for_each_key(std::string_view source,
                    const std::function<void(std::string_view key, PersonId)>& visit) const;

 private:
  Connection& db_;
};

}  // namespace kith
