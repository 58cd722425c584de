// The names that the reader of sentences asks for, from the store.
#pragma once

#include <map>

#include <kith/capture/people.hpp>
#include <kith/store/store.hpp>

namespace kith::cli {

class NameLookup : public capture::People {
 public:
  explicit NameLookup(Store& store) : store_(store) {}

  std::vector<capture::KnownPerson> with_words(
      const std::vector<std::string>& words) const override;
  std::vector<std::string> words_near(std::string_view word) const override;
  std::vector<capture::KnownPerson> with_address(std::string_view address) const override;
  capture::Known known_of(const PersonRef& ref) const override;
  bool seen_together(const PersonRef& a, const PersonRef& b) const override;

 private:
  std::vector<capture::KnownPerson> known(const std::vector<PersonRef>& people) const;

  Store& store_;
  mutable std::map<PersonId, capture::Known> read_{};  // of people who were asked for
};

}  // namespace kith::cli
