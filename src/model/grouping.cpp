// SPDX-License-Identifier: MIT
#include "model/grouping.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace fatigue {

Grouping MakeGrouping(const ModelFrame& frame, const std::vector<std::string>& path) {
  Grouping grouping;
  grouping.codes.assign(frame.rows.size(), 0);
  grouping.levels = {""};
  for (const std::string& column : path) {
    grouping.name = grouping.name.empty() ? column : column + ":" + grouping.name;  // as lme4 labels id:site
    const Variable factor = frame.Factor(column);
    std::unordered_map<int64_t, int> index;  // (code so far, level) -> code, in order of first appearance
    std::vector<std::string> levels;
    for (size_t row = 0; row < grouping.codes.size(); ++row) {
      const int level = factor.codes[row];
      int& code = grouping.codes[row];
      const int64_t key = static_cast<int64_t>(code) * static_cast<int64_t>(factor.levels.size()) + level;
      const auto [found, is_new] = index.emplace(key, static_cast<int>(index.size()));
      if (is_new) {
        const std::string& outer = grouping.levels[static_cast<size_t>(code)];
        const std::string& inner = factor.levels[static_cast<size_t>(level)];
        levels.push_back(outer.empty() ? inner : inner + ":" + outer);  // as lme4
      }
      code = found->second;
    }
    grouping.levels = std::move(levels);
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
  const auto is_crossed = [](const Grouping& a, const Grouping& b) { return !IsNested(a, b) && !IsNested(b, a); };
  const Grouping *one = groupings.front(), *other = groupings.back();
  for (const Grouping* a : groupings) {
    for (const Grouping* b : groupings) {
      if (is_crossed(*a, *b)) std::tie(one, other) = std::tie(a, b);
    }
  }
  throw Error("crossed_factors",
              "the grouping factors " + one->name + " and " + other->name +
                  " are crossed: levels of each occur in several levels of the other",
              {}, "only nested grouping factors are supported: give each unit a unique identifier within one group");
}

RowsByCode SortByCode(const std::vector<int>& codes, size_t levels) {
  RowsByCode sorted;
  sorted.first.assign(levels + 1, 0);
  for (int code : codes) ++sorted.first[static_cast<size_t>(code) + 1];
  for (size_t level = 0; level < levels; ++level) sorted.first[level + 1] += sorted.first[level];
  std::vector<int> next(sorted.first.begin(), sorted.first.end() - 1);
  sorted.rows.resize(codes.size());
  for (size_t row = 0; row < codes.size(); ++row) {
    sorted.rows[static_cast<size_t>(next[static_cast<size_t>(codes[row])]++)] = static_cast<int>(row);
  }
  return sorted;
}

}  // namespace fatigue
