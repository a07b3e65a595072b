// SPDX-License-Identifier: MIT
// What follows from a definition alone.
#include "instrument/definition.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/words.h"

namespace fatigue {
namespace {

template <class Named>
const Named* Find(const std::vector<Named>& list, const std::string& name) {
  const auto at = std::find_if(list.begin(), list.end(), [&](const Named& each) { return each.name == name; });
  return at == list.end() ? nullptr : &*at;
}

template <class Named>
std::string NamesOf(const std::vector<Named>& list) {
  std::vector<std::string> names;
  for (const Named& each : list) names.push_back(each.name);
  return Listed(names, names.size());
}

}  // namespace

const ScaleDefinition& InstrumentDefinition::Scale(const std::string& scale) const {
  if (const ScaleDefinition* found = Find(scales, scale)) return *found;
  throw Error("unknown_scale", name + " has no scale \"" + scale + "\"; its scales are: " + NamesOf(scales));
}

const ScoringDefinition& InstrumentDefinition::Scoring(const std::string& scoring) const {
  if (scoring.empty()) return scorings.front();
  if (const ScoringDefinition* found = Find(scorings, scoring)) return *found;
  throw Error("unknown_scoring", name + " is not scored as a " + scoring + "; choose: " + NamesOf(scorings));
}

ScoreRange RangeOf(const InstrumentDefinition& instrument, const ScaleDefinition& scale,
                   const ScoringDefinition& scoring) {
  if (!scale.table.empty()) {
    const auto [least, most] = std::minmax(scale.table.front().score, scale.table.back().score);
    return {least, most};
  }
  ScoreRange item = {instrument.items.lowest, instrument.items.highest};
  if (!scoring.recode.empty()) {
    const auto [least, most] = std::minmax_element(scoring.recode.begin(), scoring.recode.end());
    item = {*least, *most};
  }
  const double items = scoring.combine == Combine::sum ? static_cast<double>(scale.items.size()) : 1.0;
  const auto [lowest, highest] =
      std::minmax({Transformed(scale, items * item.lowest), Transformed(scale, items * item.highest)});
  return {lowest, highest};
}

double ItemScore(const InstrumentDefinition& instrument, const ScoringDefinition& scoring, int item, double answer) {
  const ItemsDefinition& items = instrument.items;
  const bool is_reversed = std::find(items.reversed.begin(), items.reversed.end(), item) != items.reversed.end();
  const double turned = is_reversed ? items.lowest + items.highest - answer : answer;
  return scoring.recode.empty() ? turned : scoring.recode[static_cast<std::size_t>(turned - items.lowest)];
}

double Transformed(const ScaleDefinition& scale, double combined) { return scale.multiply * combined + scale.add; }

Direction DirectionOf(const InstrumentDefinition& instrument, const ScaleDefinition& scale,
                      std::optional<Direction> declared) {
  if (scale.direction) return *scale.direction;
  if (instrument.direction) return *instrument.direction;
  if (declared) return *declared;
  throw Error("direction_missing", instrument.name + " is used both ways: its direction must be declared", {},
              "say whether lower_is_better or higher_is_better holds for the form used");
}

std::string ProblemOf(const MissingItems& rule, const InstrumentDefinition& instrument) {
  for (const auto& [scale, unused] : rule.scales) {
    if (Find(instrument.scales, scale) == nullptr) {
      return "names the scale \"" + scale + "\", which " + instrument.name +
             " does not have; its scales are: " + NamesOf(instrument.scales);
    }
  }
  bool has_subscales = false, is_met = false;
  int most = 0;
  for (const ScaleDefinition& scale : instrument.scales) {
    has_subscales = has_subscales || !scale.subscales.empty();
    const int items = static_cast<int>(scale.items.size());
    const int least = rule.For(scale.name).Least(items);
    const ItemRule own = rule.For(scale.name);
    is_met = is_met || own.kind != ItemRule::Kind::at_least || own.least <= items;
    most = std::max(most, items);
    // A rule that lets the same forms through is no other rule: half and complete for a scale of one item.
    const bool is_same =
        rule.kind != MissingItems::Kind::subscales && least == instrument.missing_items.For(scale.name).Least(items);
    if (instrument.missing_items_only && !is_same) {
      return "is " + Name(rule) + ", but " + instrument.name + " is scored by the rule " +
             Name(instrument.missing_items) + " only";
    }
  }
  if (!is_met)
    return "asks for " + Name(rule) + ", which is more than " +
           Counted(static_cast<std::size_t>(most), "item", "items");
  if (rule.kind == MissingItems::Kind::subscales && !has_subscales) {
    return "is subscales, but no scale of " + instrument.name + " is made of subscales";
  }
  return {};
}

std::string PlainName(const std::string& name) {
  std::string plain;
  for (const char letter : name) {
    if (letter >= 'A' && letter <= 'Z') plain += static_cast<char>(letter - 'A' + 'a');
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) plain += letter;
  }
  return plain;
}

std::string Name(Direction direction) {
  switch (direction) {
    case Direction::lower_is_better:
      return "lower_is_better";
    case Direction::higher_is_better:
      return "higher_is_better";
  }
  return {};
}

std::string Name(Combine combine) {
  switch (combine) {
    case Combine::sum:
      return "sum";
    case Combine::mean:
      return "mean";
  }
  return {};
}

}  // namespace fatigue
