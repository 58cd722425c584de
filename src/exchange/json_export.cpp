// The kith document, written as a stream.
#include "kith/exchange/json_export.hpp"

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "exchange/records.hpp"
#include <kith/store/fact_repo.hpp>
#include <kith/store/follow_up_repo.hpp>
#include <kith/store/interaction_repo.hpp>
#include <kith/store/link_repo.hpp>
#include <kith/store/merge_repo.hpp>
#include <kith/store/origin_repo.hpp>

namespace kith::exchange {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kProgressEvery = 64;

/// One list of the document, a record a line.
class List {
 public:
  List(std::ostream& out, const char* name) : out_(out) { out_ << ",\n\"" << name << "\":["; }
  template <class... Record>
  void add(const Record&... record) {
    line_.assign(empty_ ? "\n" : ",\n");
    append_json(line_, record...);
    out_ << line_;
    empty_ = false;
  }
  void add_document(const ordered_json& record) {
    out_ << (empty_ ? "\n" : ",\n") << dumped(record, -1);
    empty_ = false;
  }
  void end() { out_ << (empty_ ? "]" : "\n]"); }

 private:
  std::ostream& out_;
  std::string line_{};
  bool empty_ = true;
};

/// Who belongs into the document.
class Included {
 public:
  explicit Included(bool everybody) : everybody_(everybody) {}
  void add(PersonId id) {
    if (!everybody_) {
      people_.insert(id);
    }
  }
  bool has(const PersonRef& person) const { return everybody_ || people_.contains(person.id); }
  bool has_everybody() const { return everybody_; }
  void keep(std::vector<PersonRef>& people) const {
    std::erase_if(people, [&](const PersonRef& person) { return !has(person); });
  }

 private:
  bool everybody_;
  std::set<PersonId> people_{};
};

std::vector<Origin> origins_of(const ListedPerson& listed, Store& store, Detail detail) {
  std::vector<Origin> origins = store.origins().of(listed.person.id);
  if (detail == Detail::redacted) {
    for (Origin& origin : origins) {
      origin.said.clear();
    }
  }
  return origins;
}

std::size_t write_people(std::ostream& out,
                         Store& store,
                         const std::optional<PersonFilter>& filter,
                         Included& included,
                         const ImportProgress& progress,
                         Detail detail) {
  PersonFilter everybody;
  everybody.archived = PersonFilter::Archived::all;
  const PersonFilter& wanted = filter ? *filter : everybody;
  if (filter) {
    // Known before the first is written, so that nobody is named as introducer who is left out.
    store.people().for_each(wanted, PersonOrder::uid, [&](const ListedPerson& listed) {
      included.add(listed.person.id);
      return true;
    });
  }
  std::size_t written = 0;
  List list(out, "people");
  store.people().for_each(wanted, PersonOrder::uid, [&](const ListedPerson& one) {
    ListedPerson listed = one;
    if (listed.person.introduced_by && !included.has(*listed.person.introduced_by)) {
      listed.person.introduced_by.reset();
    }
    if (detail == Detail::redacted) {
      listed.person.met.clear();
    }
    list.add(listed, origins_of(listed, store, detail));
    ++written;
    if (progress && written % kProgressEvery == 0) {
      progress(written);
    }
    return out.good();
  });
  list.end();
  return written;
}

/// Who turned out to be whom, and who not: lists that are there if there is anything in them. What
/// was merged tells all of a person, so that it goes out with everything only.
void write_merges(std::ostream& out, Store& store, const Included& included, Detail detail) {
  std::optional<List> merged;
  store.merges().for_each([&](const KeptMerge& one) {
    if (detail == Detail::everything && out.good() && included.has(one.person)) {
      if (!merged) {
        merged.emplace(out, "merged_people");
      }
      merged->add_document({{"uid", to_string(one.uid)},
                            {"person", to_json(one.person)},
                            {"at", to_string(one.at)},
                            {"record", ordered_json::parse(one.record)}});
    }
  });
  if (merged) {
    merged->end();
  }
  std::optional<List> distinct;
  store.merges().for_each_distinct([&](const PersonRef& a, const PersonRef& b) {
    if (out.good() && included.has(a) && included.has(b)) {
      if (!distinct) {
        distinct.emplace(out, "distinct_people");
      }
      distinct->add_document({{"a", to_json(a)}, {"b", to_json(b)}});
    }
  });
  if (distinct) {
    distinct->end();
  }
}

void write_all(std::ostream& out, Store& store, const Included& included, Detail detail) {
  const bool everything = detail == Detail::everything;
  List interactions(out, "interactions");
  store.interactions().for_each_by_uid([&](const Interaction& one) {
    Interaction interaction = one;
    included.keep(interaction.people);
    included.keep(interaction.mentions);
    if (!everything) {
      interaction.text.clear();
      interaction.place.clear();
      interaction.tags.clear();
    }
    const bool concerns_them = !interaction.people.empty() || included.has_everybody();
    if (out.good() && concerns_them) {
      interactions.add(interaction);
    }
  });
  interactions.end();
  List facts(out, "facts");
  store.facts().for_each_by_uid([&](const Fact& fact) {
    if (everything && out.good() && included.has(fact.person)) {
      facts.add(fact);
    }
  });
  facts.end();
  List follow_ups(out, "follow_ups");
  store.follow_ups().for_each_by_uid([&](const FollowUp& follow_up) {
    if (everything && out.good() && included.has(follow_up.person)) {
      follow_ups.add(follow_up);
    }
  });
  follow_ups.end();
  List links(out, "links");
  store.links().for_each_by_uid([&](const Link& link) {
    if (out.good() && included.has(link.a) && included.has(link.b)) {
      Link told = link;
      if (told.via && !included.has(*told.via)) {
        told.via.reset();
      }
      links.add(told);
    }
  });
  links.end();
  write_merges(out, store, included, detail);
}

}  // namespace

std::size_t write_kith_json(std::ostream& out,
                            Store& store,
                            const std::optional<PersonFilter>& filter,
                            const ImportProgress& progress,
                            Detail detail) {
  out << R"({"format":"kith","version":1,"exported_at":)"
      << dumped(to_string(store.clock().now()), -1);
  Included included(!filter.has_value());
  const std::size_t written = write_people(out, store, filter, included, progress, detail);
  write_all(out, store, included, detail);
  out << "\n}\n";
  return written;
}

}  // namespace kith::exchange
