// The map for other programs: graphviz's language and GraphML.
#include <fmt/format.h>

#include "network/markup.hpp"
#include <kith/text/clean.hpp>

namespace kith::network {
namespace {

/// A quoted identifier or label of graphviz; a backslash would begin an escape of its own.
std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  return out += '"';
}

/// One `<data>` of GraphML; nothing if there is no value.
std::string data(std::string_view key, std::string_view value) {
  return value.empty()
             ? ""
             : fmt::format("<data key=\"{}\">{}</data>", key, xml(text::clean_line(value)));
}

constexpr std::string_view kKeys = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="uid" for="node" attr.name="uid" attr.type="string"/>
<key id="community" for="node" attr.name="community" attr.type="string"/>
<key id="region" for="node" attr.name="region" attr.type="string"/>
<key id="org" for="node" attr.name="org" attr.type="string"/>
<key id="city" for="node" attr.name="city" attr.type="string"/>
<key id="color" for="node" attr.name="color" attr.type="string"/>
<key id="x" for="node" attr.name="x" attr.type="double"/>
<key id="y" for="node" attr.name="y" attr.type="double"/>
<key id="size" for="node" attr.name="size" attr.type="double"/>
<key id="bridge" for="node" attr.name="bridge" attr.type="boolean"/>
<key id="weight" for="edge" attr.name="weight" attr.type="double"/>
<key id="kind" for="edge" attr.name="kind" attr.type="string"/>
<key id="since" for="edge" attr.name="since" attr.type="string"/>
<graph id="kith" edgedefault="undirected">
)";

std::string colour(const Map& map, const Dot& dot, const PictureOptions& options) {
  const Community& community = map.communities[dot.community];
  return std::string{hex(community.hue, community.shade, options.look.value_or(Look::dark))};
}

}  // namespace

void write_dot(const Map& map,
               const Network& network,
               const PictureOptions& options,
               std::ostream& out) {
  const Captions says = captions(map, network, options);
  const Look look = options.look.value_or(Look::dark);
  out << "graph kith {\n"
      << fmt::format(
             "  graph [label={}, bgcolor=\"{}\", fontcolor=\"{}\", outputorder=edgesfirst];\n",
             in_quotes(says.title),
             paper(look),
             ink(look))
      << fmt::format("  node [shape=circle, style=filled, fontcolor=\"{}\", penwidth=0];\n",
                     ink(look))
      << "  edge [color=\"#80808080\"];\n";
  const auto id = [&](Node dot) {
    return in_quotes(to_string(network.members[map.dots[dot].member].person.uid));
  };
  for (Node i = 0; i < map.dots.size(); ++i) {
    const Dot& dot = map.dots[i];
    out << fmt::format(
        "  {} [label={}, color=\"{}\", pos=\"{},{}!\", width={}, community={}, region={}{}];\n",
        id(i),
        in_quotes(says.people[i]),
        colour(map, dot, options),
        number(dot.at.x, 2),
        number(-dot.at.y, 2),  // graphviz counts upwards, in points
        number(2 * dot.radius / 72, 4),
        in_quotes(says.communities[dot.community]),
        in_quotes(says.regions[dot.region]),
        dot.bridge ? ", peripheries=2, bridge=true" : "");
  }
  for (const Tie& tie : map.ties) {
    const std::string since = iso(tie.since);
    out << fmt::format("  {} -- {} [weight={}, kind=\"{}\"{}];\n",
                       id(tie.a),
                       id(tie.b),
                       number(tie.weight, 4),
                       ground_word(tie),
                       since.empty() ? "" : ", since=" + in_quotes(since));
  }
  out << "}\n";
}

void write_graphml(const Map& map,
                   const Network& network,
                   const PictureOptions& options,
                   std::ostream& out) {
  const Captions says = captions(map, network, options);
  out << kKeys;
  for (std::size_t i = 0; i < map.dots.size(); ++i) {
    const Dot& dot = map.dots[i];
    const Member& member = network.members[dot.member];
    out << "<node id=\"n" << i << "\">" << data("name", says.people[i])
        << data("uid", to_string(member.person.uid))
        << data("community", says.communities[dot.community])
        << data("region", says.regions[dot.region])
        << data("org", options.anonymous ? "" : member.org)
        << data("city", options.anonymous ? "" : member.city)
        << data("color", colour(map, dot, options)) << data("x", number(dot.at.x, 2))
        << data("y", number(dot.at.y, 2)) << data("size", number(dot.radius, 2))
        << data("bridge", dot.bridge ? "true" : "false") << "</node>\n";
  }
  for (const Tie& tie : map.ties) {
    out << "<edge source=\"n" << tie.a << "\" target=\"n" << tie.b << "\">"
        << data("weight", number(tie.weight, 4)) << data("kind", ground_word(tie))
        << data("since", iso(tie.since)) << "</edge>\n";
  }
  out << "</graph>\n</graphml>\n";
}

}  // namespace kith::network
