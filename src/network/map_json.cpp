// The map as JSON, a record a line, in a stable order: see docs/kith.schema.json.
#include <fmt/format.h>

#include "network/markup.hpp"

namespace kith::network {
namespace {

/// A list of the document, a record a line.
class List {
 public:
  List(std::ostream& out, std::string_view name) : out_(out) { out_ << ",\n\"" << name << "\":["; }
  void add(const std::string& record) {
    out_ << (empty_ ? "\n" : ",\n") << record;
    empty_ = false;
  }
  void end() { out_ << (empty_ ? "]" : "\n]"); }

 private:
  std::ostream& out_;
  bool empty_ = true;
};

std::string date(Date day) { return json_or_null(iso(day)); }

std::string node(
    const Map& map, const Dot& dot, const std::string& name, const Member& member, bool anonymous) {
  return fmt::format(
      R"({{"uid":{},"name":{},"community":{},"region":{},"org":{},"city":{},"x":{},"y":{},)"
      R"("radius":{},"ties":{},"between":{},"bridge":{},"since":{},"last_seen":{}}})",
      json(to_string(member.person.uid)),
      json_or_null(name),
      map.communities[dot.community].id,
      map.regions[dot.region].id,
      json_or_null(anonymous ? "" : member.org),
      json_or_null(anonymous ? "" : member.city),
      number(dot.at.x, 2),
      number(dot.at.y, 2),
      number(dot.radius, 2),
      dot.ties,
      number(dot.between, 6),
      dot.bridge,
      date(member.since),
      member.last_seen ? date(*member.last_seen) : "null");
}

std::string edge(const Map& map, const Network& network, const Tie& tie) {
  const auto uid = [&](Node dot) {
    return json(to_string(network.members[map.dots[dot].member].person.uid));
  };
  return fmt::format(R"({{"a":{},"b":{},"weight":{},"kind":{},"since":{},"last":{}}})",
                     uid(tie.a),
                     uid(tie.b),
                     number(tie.weight, 4),
                     json(ground_word(tie)),
                     date(tie.since),
                     date(tie.last));
}

std::string place(const Community& community, const std::string& name, Look look, bool region) {
  return fmt::format(R"({{"id":{},"name":{},"color":{},"people":{}{}}})",
                     community.id,
                     json(name),
                     json(hex(community.hue, community.shade, look)),
                     community.people,
                     region ? "" : fmt::format(",\"region\":{}", community.region));
}

}  // namespace

void write_map_json(const Map& map,
                    const Network& network,
                    const PictureOptions& options,
                    std::ostream& out) {
  const Captions says = captions(map, network, options);
  const Look look = options.look.value_or(Look::dark);
  out << "{\"title\":" << json(says.title) << ",\n\"day\":" << date(map.day) << ",\n\"you\":"
      << (map.you
              ? fmt::format(R"({{"x":{},"y":{}}})", number(map.you->x, 2), number(map.you->y, 2))
              : "null");
  List nodes{out, "nodes"};
  for (std::size_t i = 0; i < map.dots.size(); ++i) {
    const Member& member = network.members[map.dots[i].member];
    nodes.add(node(map, map.dots[i], says.people[i], member, options.anonymous));
  }
  nodes.end();
  List edges{out, "edges"};
  for (const Tie& tie : map.ties) {
    edges.add(edge(map, network, tie));
  }
  edges.end();
  List communities{out, "communities"};
  for (std::size_t i = 0; i < map.communities.size(); ++i) {
    communities.add(place(map.communities[i], says.communities[i], look, false));
  }
  communities.end();
  List regions{out, "regions"};
  for (std::size_t i = 0; i < map.regions.size(); ++i) {
    regions.add(place(map.regions[i], says.regions[i], look, true));
  }
  regions.end();
  out << "}\n";
}

}  // namespace kith::network
