// The map as a file: pictures to look at, and documents for other programs to read.
#pragma once

#include <optional>
#include <ostream>
#include <string>

#include <kith/network/map.hpp>
#include <kith/network/palette.hpp>

namespace kith::network {

struct PictureOptions {
  std::optional<Look> look{};  ///< nothing: dark; the page follows its reader's system
  bool anonymous = false;      ///< tells of people nothing but dots and ties
  std::string title{};         ///< empty: "The people I know"
};

/// An SVG picture that stands alone: valid XML, the same at any size, without any outside
/// reference. An empty map is a picture with a sentence that helps.
void write_svg(const Map& map,
               const Network& network,
               const PictureOptions& options,
               std::ostream& out);

/// One page without any outside reference that opens from disk: pan, zoom, search, cards, legend,
/// time. Names are in it as data, never as markup.
void write_html(const Map& map,
                const Network& network,
                const PictureOptions& options,
                std::ostream& out);

/// The graph in graphviz's language, with the places of the map (`neato -n2` keeps them).
void write_dot(const Map& map,
               const Network& network,
               const PictureOptions& options,
               std::ostream& out);

/// The graph as GraphML with typed keys, for Gephi, igraph, networkx, yEd.
void write_graphml(const Map& map,
                   const Network& network,
                   const PictureOptions& options,
                   std::ostream& out);

/// The map as one JSON document: see docs/kith.schema.json. Communities and regions are named by
/// their ids, people by their uids.
void write_map_json(const Map& map,
                    const Network& network,
                    const PictureOptions& options,
                    std::ostream& out);

}  // namespace kith::network
