// Shows what there is, and what it says about you and those you know.
#include "cli/render/stats.hpp"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "cli/render/json.hpp"
#include "cli/render/rhythms.hpp"
#include "cli/render/text.hpp"
#include "exchange/records.hpp"
#include <kith/text/clean.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    all += i == 0 ? "" : i + 1 == words.size() ? " and " : ", ";
    all += text::printable(words[i]);
  }
  return all;
}

ordered_json to_json(const StatsView& view) {
  ordered_json json{{"people", view.people},
                    {"archived", view.archived},
                    {"interactions", view.interactions},
                    {"facts", view.facts},
                    {"follow_ups", view.follow_ups},
                    {"links", view.links}};
  add_rhythms(json, view.rhythms);
  json["ties"] = view.network ? ordered_json(view.network->ties) : ordered_json(nullptr);
  json["communities"] =
      view.network ? ordered_json(view.network->communities) : ordered_json(nullptr);
  json["bridges"] = ordered_json::array();
  for (const network::Joiner& one : view.network.value_or(NetworkView{}).joiners) {
    json["bridges"].push_back({{"person", exchange::to_json(one.person)},
                               {"between", one.between},
                               {"ties", one.ties},
                               {"joins", one.joins}});
  }
  json["brokers"] = ordered_json::array();
  for (const network::Broker& one : view.brokers) {
    json["brokers"].push_back({{"person", exchange::to_json(one.person)},
                               {"introduced", one.direct},
                               {"trace_back", one.all}});
  }
  json["longest_chain"] = exchange::array_of(view.longest_chain);
  json["introductions_made"] = view.made;
  json["introductions_that_took"] = view.took;
  return json;
}

class StatsWriter {
 public:
  StatsWriter(std::ostream& out, const TextForm& form)
      : out_(out), form_(form), style_(form.style) {}

  void write(const StatsView& view) {
    write_counts(view);
    write_rhythms(out_, form_, view.rhythms);
    if (view.network && !view.network->joiners.empty()) {
      title("Who joins your circles");
      const NameColumn names{view.network->joiners, style_};
      for (const network::Joiner& one : view.network->joiners) {
        out_ << "  " << names.cell(one.person) << "  " << listed(one.joins) << '\n';
      }
    }
    if (!view.brokers.empty()) {
      title("Through whom you know people");
      const NameColumn names{view.brokers, style_};
      for (const network::Broker& one : view.brokers) {
        out_ << "  " << names.cell(one.person) << "  introduced you to "
             << counted(one.direct, "person", "people");
        if (one.all > one.direct) {
          out_ << "; " << one.all << " trace back to them";
        }
        out_ << '\n';
      }
    }
    if (view.longest_chain.size() > 2) {
      title("The longest chain of introductions");
      out_ << "  ";
      for (const PersonRef& person : view.longest_chain) {
        out_ << (&person == &view.longest_chain.front() ? "" : " → ") << name(person);
      }
      out_ << '\n';
    }
    if (view.made > 0) {
      title("Whom you brought together");
      out_ << "  " << counted(view.made, "pair", "pairs");
      out_ << (view.took == 0 ? (view.made == 1 ? "; they have not met again yet"
                                                : "; none of them have met again yet")
               : view.took == view.made
                   ? (view.made == 1 ? ", and they met again" : ", and all of them met again")
                   : ", and " + std::to_string(view.took) + " of them met again");
      out_ << '\n';
    }
  }

 private:
  void write_counts(const StatsView& view) {
    out_ << counted(view.people, "person", "people")
         << (view.archived > 0 ? " (" + std::to_string(view.archived) + " archived)" : "") << " · "
         << counted(view.interactions, "interaction", "interactions") << " · "
         << counted(view.facts, "fact", "facts") << " · "
         << counted(view.follow_ups, "follow-up", "follow-ups") << " · "
         << counted(view.links, "link", "links") << '\n';
    if (view.people == 0) {
      out_ << "Nobody is here yet: kith add brings somebody in, kith demo a whole network.\n";
    } else if (view.network && view.network->ties > 0) {
      out_ << counted(view.network->ties, "tie", "ties") << " between them, in "
           << counted(view.network->communities, "community", "communities") << '\n';
    }
  }
  void title(std::string_view words) { out_ << '\n' << style_.dim(words) << '\n'; }
  std::string name(const PersonRef& person) const {
    return style_.bold(text::printable(person.name));
  }

  std::ostream& out_;
  const TextForm& form_;
  Style style_;
};

}  // namespace

void show(Context& ctx, const StatsView& view) {
  if (ctx.settings.json) {
    write_json(ctx.out, to_json(view));
    return;
  }
  const TextForm form = text_form(ctx);
  StatsWriter{ctx.out, form}.write(view);
}

}  // namespace kith::cli
