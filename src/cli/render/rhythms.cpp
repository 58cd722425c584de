// How often you are in touch, as small bars and a few lines, and as JSON.
#include "cli/render/rhythms.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "exchange/records.hpp"
#include <kith/text/width.hpp>

namespace kith::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::array kWeekdays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::size_t kLongestBar = 20;
constexpr std::size_t kLeastBar = 4;

struct Bar {
  std::string label{};
  std::size_t count = 0;
};

/// Eighths of a cell, so that few and fewer can be told apart.
std::string bar(std::size_t count, std::size_t most, std::size_t cells) {
  static constexpr std::array<const char*, 8> kParts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0) {
    return {};
  }
  const std::size_t eighths = std::max<std::size_t>(count * cells * 8 / most, 1);
  std::string drawn;
  for (std::size_t i = 0; i < eighths / 8; ++i) {
    drawn += "█";
  }
  return drawn + kParts[eighths % 8];
}

/// One chart: lines of label, bar and number, all of one width but for colour.
class Chart {
 public:
  explicit Chart(std::vector<Bar> bars) : bars_(std::move(bars)) {
    for (const Bar& one : bars_) {
      most_ = std::max(most_, one.count);
      label_ = std::max(label_, text::display_width(one.label));
    }
    number_ = std::to_string(most_).size();
  }
  std::size_t width(std::size_t cells) const { return label_ + 1 + cells + 1 + number_; }
  std::size_t size() const { return bars_.size(); }
  std::string line(std::size_t place, std::size_t cells, const Style& style, bool last) const {
    const Bar& one = bars_[place];
    const std::string drawn = bar(one.count, most_, cells);
    const std::string number = one.count == 0 ? "" : std::to_string(one.count);
    const std::size_t rest = cells - text::display_width(drawn) + number_ - number.size();
    std::string line = text::pad(one.label, label_);
    if (one.count > 0) {
      line += " " + style.day(drawn) + std::string(rest + 1, ' ') + number;
    } else if (!last) {
      line += std::string(cells + number_ + 2, ' ');
    }
    return line;
  }

 private:
  std::vector<Bar> bars_;
  std::size_t most_ = 0;
  std::size_t label_ = 0;
  std::size_t number_ = 0;
};

std::string how_often(const RhythmOffer& offer) {
  if (!offer.about_days) {
    return "not within a year";
  }
  const int days = *offer.about_days;
  return days == 1 ? "about every day" : fmt::format("about every {} days", days);
}

std::string tenths(double number) { return fmt::format("{:.1f}", number); }

class Writer {
 public:
  Writer(std::ostream& out, const TextForm& form) : out_(out), form_(form) {}

  void bars(const Rhythms& rhythms) {
    std::vector<Bar> months;
    std::size_t all = 0;
    for (const MonthCount& one : rhythms.months) {
      const PartialDate month{static_cast<int>(one.month.year()),
                              static_cast<unsigned>(one.month.month()),
                              std::nullopt};
      months.push_back({friendly(month), one.interactions});
      all += one.interactions;
    }
    if (all == 0) {
      return;
    }
    std::vector<Bar> weekdays;
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
      std::string label(kWeekdays[i], 3);
      label[0] = static_cast<char>(label[0] - 'a' + 'A');
      weekdays.push_back({label, rhythms.weekdays[i]});
    }
    title("When you are in touch");
    const Chart left{std::move(months)};
    const Chart right{std::move(weekdays)};
    constexpr std::size_t kBetween = 4;
    constexpr std::size_t kIndent = 2;
    const std::size_t room = form_.width.value_or(80) - 1;
    const std::size_t fixed = kIndent + left.width(0) + kBetween + right.width(0);
    if (room >= fixed + 2 * 2 * kLeastBar) {
      const std::size_t cells = std::min((room - fixed) / 2, kLongestBar);
      for (std::size_t i = 0; i < left.size(); ++i) {
        const bool both = i < right.size();
        out_ << "  " << left.line(i, cells, form_.style, !both)
             << (both ? std::string(kBetween, ' ') + right.line(i, cells, form_.style, true) : "")
             << '\n';
      }
      return;
    }
    for (const Chart* one : {&left, &right}) {
      const std::size_t taken = kIndent + one->width(0);
      const std::size_t cells = std::clamp(room > taken ? room - taken : 0, kLeastBar, kLongestBar);
      for (std::size_t i = 0; i < one->size(); ++i) {
        out_ << "  " << one->line(i, cells, form_.style, true) << '\n';
      }
    }
  }

  void budget(const Rhythms& rhythms) {
    constexpr double kNoBurden = 0.95;  // less than one a week needs no budget
    const bool is_shown = rhythms.asked_a_week >= kNoBurden;
    if (is_shown) {
      title("What your rhythms ask for");
      out_ << "  " << tenths(rhythms.asked_a_week) << " contacts a week";
      if (rhythms.are_kept()) {
        out_ << "; about as many come about\n";
      } else {
        constexpr double kTellable = 0.5;
        out_ << (rhythms.made_a_week < kTellable
                     ? std::string{"; fewer come about"}
                     : "; about " + tenths(rhythms.made_a_week) + " come about")
             << (rhythms.looser.empty() ? "\n" : ". Loosen these?\n");
        const NameColumn names{rhythms.looser, form_.style};
        for (const RhythmOffer& one : rhythms.looser) {
          out_ << "    " << names.cell(one.person) << "  " << every(*one.now) << ", in touch "
               << how_often(one) << ": every " << in_words(one.every) << "?\n";
        }
      }
    }
    if (!rhythms.fitting.empty()) {
      title("Whom you see often, without a rhythm");
      const NameColumn names{rhythms.fitting, form_.style};
      for (const RhythmOffer& one : rhythms.fitting) {
        out_ << "  " << names.cell(one.person) << "  " << how_often(one) << ": every "
             << in_words(one.every) << "?\n";
      }
    }
    if ((is_shown && !rhythms.looser.empty()) || !rhythms.fitting.empty()) {
      out_ << form_.style.dim("  kith edit PERSON --every SPAN sets one") << '\n';
    }
  }

  void layers(const Rhythms& rhythms) {
    const LayerCount& widest = rhythms.layers.back();
    if (std::max(widest.chosen, widest.seen) < rhythms.layers.front().many_have) {
      return;  // beside a handful, numbers of others would only look large
    }
    title("Your layers, each with the nearer ones in it");
    out_ << form_.style.dim("          chosen   seen   many have") << '\n';
    for (const LayerCount& one : rhythms.layers) {
      out_ << fmt::format(
          "  {:<8}{:>6}{:>7}{:>12}\n", to_string(one.circle), one.chosen, one.seen, one.many_have);
    }
  }

 private:
  void title(std::string_view words) { out_ << '\n' << form_.style.dim(words) << '\n'; }

  std::ostream& out_;
  const TextForm& form_;
};

ordered_json to_json(const std::vector<RhythmOffer>& offers) {
  ordered_json all = ordered_json::array();
  for (const RhythmOffer& one : offers) {
    all.push_back(
        {{"person", exchange::to_json(one.person)},
         {"cadence_days", one.now ? ordered_json(one.now->days()) : ordered_json(nullptr)},
         {"about_days", one.about_days ? ordered_json(*one.about_days) : ordered_json(nullptr)},
         {"every", to_string(one.every)},
         {"every_days", one.every.in_days()}});
  }
  return all;
}

double rounded(double number) { return std::round(number * 100) / 100; }

}  // namespace

void write_rhythms(std::ostream& out, const TextForm& form, const Rhythms& rhythms) {
  Writer writer{out, form};
  writer.bars(rhythms);
  writer.budget(rhythms);
  writer.layers(rhythms);
}

void add_rhythms(ordered_json& json, const Rhythms& rhythms) {
  json["months"] = ordered_json::array();
  for (const MonthCount& one : rhythms.months) {
    json["months"].push_back({{"month",
                               to_string(PartialDate{static_cast<int>(one.month.year()),
                                                     static_cast<unsigned>(one.month.month()),
                                                     std::nullopt})},
                              {"interactions", one.interactions}});
  }
  json["weekdays"] = ordered_json::array();
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    json["weekdays"].push_back({{"weekday", kWeekdays[i]}, {"interactions", rhythms.weekdays[i]}});
  }
  json["budget"] = {{"asked_a_week", rounded(rhythms.asked_a_week)},
                    {"made_a_week", rounded(rhythms.made_a_week)},
                    {"looser", to_json(rhythms.looser)},
                    {"fitting", to_json(rhythms.fitting)}};
  json["layers"] = ordered_json::array();
  for (const LayerCount& one : rhythms.layers) {
    json["layers"].push_back({{"circle", to_string(one.circle)},
                              {"many_have", one.many_have},
                              {"chosen", one.chosen},
                              {"seen", one.seen}});
  }
}

}  // namespace kith::cli
