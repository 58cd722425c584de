// Shows a map in words.
#include "cli/render/mapped.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/show.hpp"
#include "cli/render/text.hpp"
#include "network/joiners.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

using network::Community;
using network::Dot;

constexpr std::size_t kMostNames = 8;

std::string counted(std::size_t people) {
  return std::to_string(people) + (people == 1 ? " person" : " people");
}

class MapWriter {
 public:
  MapWriter(std::ostream& out,
            const Style& style,
            const network::Map& map,
            const network::Network& network,
            bool anonymous)
      : out_(out), style_(style), map_(map), network_(network), anonymous_(anonymous) {}

  void write() {
    for (std::size_t region = 0; region < map_.regions.size(); ++region) {
      write_region(region);
    }
    write_bridges();
  }

 private:
  void write_region(std::size_t region) {
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < map_.communities.size(); ++i) {
      if (map_.communities[i].region == map_.regions[region].id) {
        inside.push_back(i);
      }
    }
    const bool is_one = inside.size() == 1;
    write_title(is_one ? map_.communities[inside.front()] : map_.regions[region], "");
    for (const std::size_t community : inside) {
      if (!is_one) {
        write_title(map_.communities[community], "  ");
      }
      write_people(community, is_one ? "  " : "    ");
    }
  }

  void write_title(const Community& community, const std::string& indent) {
    const std::string name = community.name.empty() ? "others" : community.name;
    out_ << indent << style_.bold(text::printable(name)) << "  " << counted(community.people);
    if (community.id != 0) {
      out_ << "  " << style_.dim("(" + std::to_string(community.id) + ")");
    }
    out_ << '\n';
  }

  void write_people(std::size_t community, const std::string& indent) {
    if (anonymous_) {
      return;
    }
    std::vector<const Dot*> people;
    for (const Dot& dot : map_.dots) {
      if (dot.community == community) {
        people.push_back(&dot);
      }
    }
    std::ranges::sort(people, {}, &Dot::label_order);
    std::string names;
    for (std::size_t i = 0; i < std::min(people.size(), kMostNames); ++i) {
      names +=
          (i == 0 ? "" : ", ") + text::printable(network_.members[people[i]->member].person.name);
    }
    if (people.size() > kMostNames) {
      names += ", and " + std::to_string(people.size() - kMostNames) + " more";
    }
    out_ << indent << names << '\n';
  }

  void write_bridges() {
    const std::vector<network::Joiner> all = network::joiners(map_, network_);
    if (all.empty() || anonymous_) {
      return;
    }
    out_ << '\n' << style_.dim("Who joins them") << '\n';
    for (const network::Joiner& joiner : all) {
      out_ << "  " << style_.bold(text::printable(joiner.person.name)) << "  ";
      for (std::size_t i = 0; i < joiner.joins.size(); ++i) {
        out_ << (i == 0                         ? ""
                 : i + 1 == joiner.joins.size() ? " and "
                                                : ", ")
             << text::printable(joiner.joins[i]);
      }
      out_ << '\n';
    }
  }

  std::ostream& out_;
  Style style_;
  const network::Map& map_;
  const network::Network& network_;
  bool anonymous_;
};

}  // namespace

void write_map_text(std::ostream& out,
                    const Context& ctx,
                    const network::Map& map,
                    const network::Network& network,
                    bool anonymous) {
  MapWriter{out, text_form(ctx).style, map, network, anonymous}.write();
}

void show(Context& ctx, const NamedView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out, {{"id", view.id}, {"name", view.name}, {"people", view.people}});
    return;
  }
  confirm(ctx, view.name + "  " + counted(view.people));
}

}  // namespace kith::cli
