// The people of a picture and what ties them, as the log tells it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <kith/domain/person.hpp>
#include <kith/network/graph.hpp>
#include <kith/store/store.hpp>

namespace kith::network {

/// A person with what a picture tells of them.
struct Member {
  PersonRef person{};
  std::string org{};
  std::string city{};
  std::vector<std::string> tags{};
  std::optional<Circle> circle{};
  std::string met{};                ///< how you met, in words
  Date since{};                     ///< since when you know them, as far as the data know
  std::optional<Date> last_seen{};  ///< up to today
};

struct Network {
  Date day{};                     ///< as of which day: ties have faded until then
  std::vector<Member> members{};  ///< by uid; a Node is a place in this list
  std::vector<Tie> ties{};        ///< by a, then b
};

/// Reads the whole network. Two people are tied by 1/(n-1) for each interaction of n people that
/// both took part in, halved every two years; by a link; by an introduction; and weakly by working
/// at the same organisation at the same time. The archived are left out. Memory grows with people
/// and ties, not with the log.
Network read_network(Store& store, Date today);

}  // namespace kith::network
