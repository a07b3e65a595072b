// SPDX-License-Identifier: MIT
#include "model/grouping.h"

#include <algorithm>
#include <map>

namespace fatigue {

Grouping MakeGrouping(const ModelFrame& frame, const std::vector<std::string>& path) {
  Grouping grouping;
  std::vector<Variable> factors;
  for (const std::string& column : path) {
    factors.push_back(frame.Factor(column));
    grouping.name = grouping.name.empty() ? column : column + ":" + grouping.name;  // as lme4 labels id:site
  }
  std::map<std::vector<int>, int> index;
  for (size_t row = 0; row < frame.rows.size(); ++row) {
    std::vector<int> key;
    std::string label;
    for (const Variable& factor : factors) {
      key.push_back(factor.codes[row]);
      label += (label.empty() ? "" : "/") + factor.levels[static_cast<size_t>(factor.codes[row])];
    }
    const auto [found, is_new] = index.emplace(key, static_cast<int>(index.size()));
    if (is_new) grouping.levels.push_back(label);
    grouping.codes.push_back(found->second);
  }
  return grouping;
}

bool IsNested(const Grouping& inner, const Grouping& outer) {
  std::vector<int> home(inner.levels.size(), -1);
  for (size_t row = 0; row < inner.codes.size(); ++row) {
    int& place = home[static_cast<size_t>(inner.codes[row])];
    if (place >= 0 && place != outer.codes[row]) return false;
    place = outer.codes[row];
  }
  return true;
}

const Grouping& CoarsestGrouping(const std::vector<const Grouping*>& groupings) {
  for (const Grouping* outer : groupings) {
    const bool holds_all =
        std::all_of(groupings.begin(), groupings.end(), [outer](const Grouping* g) { return IsNested(*g, *outer); });
    if (holds_all) return *outer;
  }
  throw Error("crossed_factors",
              "the grouping factors " + groupings.front()->name + " and " + groupings.back()->name +
                  " are crossed: levels of each occur in several levels of the other",
              {}, "only nested grouping factors are supported: give each unit a unique identifier within one group");
}

std::vector<std::vector<int>> SplitByCode(const std::vector<int>& rows, const std::vector<int>& codes) {
  std::vector<std::vector<int>> groups;
  std::map<int, size_t> index;
  for (size_t at = 0; at < rows.size(); ++at) {
    const auto [found, is_new] = index.emplace(codes[static_cast<size_t>(rows[at])], groups.size());
    if (is_new) groups.emplace_back();
    groups[found->second].push_back(static_cast<int>(at));
  }
  return groups;
}

}  // namespace fatigue
