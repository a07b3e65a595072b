// SPDX-License-Identifier: MIT
#include "model/unit_patterns.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <unordered_map>

namespace fatigue {
namespace {

/// A unit's covariance matrix is held whole.
constexpr std::ptrdiff_t kMostRows = 5'000;

/// Positions of `rows` grouped by code, groups in order of first position.
std::vector<std::vector<int>> SplitByCode(const std::vector<int>& rows, const std::vector<int>& codes) {
  std::vector<std::vector<int>> groups;
  std::unordered_map<int, size_t> index;
  for (size_t at = 0; at < rows.size(); ++at) {
    const auto [found, is_new] = index.emplace(codes[static_cast<size_t>(rows[at])], groups.size());
    if (is_new) groups.emplace_back();
    groups[found->second].push_back(static_cast<int>(at));
  }
  return groups;
}

class Sorter {
 public:
  Sorter(const ResidualStructure* residual, const std::vector<RandomEffects>& random)
      : residual_(residual), random_(random) {}

  bool IsBefore(int a, int b) const {
    const auto i = static_cast<size_t>(a);
    const auto j = static_cast<size_t>(b);
    for (const RandomEffects& effects : random_) {
      if (effects.group.codes[i] != effects.group.codes[j]) return effects.group.codes[i] < effects.group.codes[j];
    }
    if (residual_) {
      if (residual_->subject.codes[i] != residual_->subject.codes[j]) {
        return residual_->subject.codes[i] < residual_->subject.codes[j];
      }
      if (residual_->visit.codes[i] != residual_->visit.codes[j]) {
        return residual_->visit.codes[i] < residual_->visit.codes[j];
      }
    }
    for (const RandomEffects& effects : random_) {
      for (Index k = 0; k < effects.written.cols(); ++k) {
        if (effects.written(a, k) != effects.written(b, k)) return effects.written(a, k) < effects.written(b, k);
      }
    }
    for (const RandomEffects& effects : random_) {  // equal but for their weights
      for (Index k = 0; k < effects.Z.cols(); ++k) {
        if (effects.Z(a, k) != effects.Z(b, k)) return effects.Z(a, k) < effects.Z(b, k);
      }
    }
    return false;
  }

  void Sort(int* begin, int* end) const {
    std::stable_sort(begin, end, [this](int a, int b) { return IsBefore(a, b); });
  }

  /// Numbers that are equal for units with equal V: per row, its group within the unit for each term, its Z, its visit.
  void AppendKey(const int* begin, const int* end, std::vector<double>* key) {
    key->clear();
    key->push_back(static_cast<double>(end - begin));
    for (const RandomEffects& effects : random_) {
      StartGroups();
      for (const int* row = begin; row != end; ++row) {
        key->push_back(GroupWithin(effects.group.codes[static_cast<size_t>(*row)]));
        for (Index k = 0; k < effects.Z.cols(); ++k) key->push_back(effects.Z(*row, k));
      }
    }
    if (!residual_) return;
    StartGroups();
    for (const int* row = begin; row != end; ++row) {
      const auto at = static_cast<size_t>(*row);
      key->push_back(GroupWithin(residual_->subject.codes[at]));
      key->push_back(residual_->group_codes[at]);
      key->push_back(residual_->visit.codes[at]);
    }
  }

 private:
  const ResidualStructure* residual_;
  const std::vector<RandomEffects>& random_;
  std::vector<std::pair<int, int>> seen_;

  void StartGroups() { seen_.clear(); }

  /// Number of a group by first appearance in the unit; the rows of one need not follow each other.
  int GroupWithin(int code) {
    const auto is_own = [code](const auto& pair) { return pair.first == code; };
    const auto found = std::find_if(seen_.rbegin(), seen_.rend(), is_own);
    if (found != seen_.rend()) return found->second;
    seen_.emplace_back(code, static_cast<int>(seen_.size()));
    return seen_.back().second;
  }
};

std::vector<Block> UnitBlocks(const std::vector<int>& rows, const ResidualStructure* residual,
                              const std::vector<RandomEffects>& random) {
  std::vector<Block> blocks;
  for (size_t term = 0; term < random.size(); ++term) {
    for (const std::vector<int>& positions : SplitByCode(rows, random[term].group.codes)) {
      Block block;
      block.component = term;
      block.rows = positions;
      block.Z.resize(static_cast<Index>(positions.size()), random[term].Z.cols());
      for (size_t r = 0; r < positions.size(); ++r) {
        block.Z.row(static_cast<Index>(r)) = random[term].Z.row(rows[static_cast<size_t>(positions[r])]);
      }
      blocks.push_back(block);
    }
  }
  if (!residual) {
    Block block;
    block.component = random.size();
    block.rows.resize(rows.size());
    std::iota(block.rows.begin(), block.rows.end(), 0);
    blocks.push_back(block);
    return blocks;
  }
  for (const std::vector<int>& positions : SplitByCode(rows, residual->subject.codes)) {
    Block block;
    block.rows = positions;
    for (int position : positions) {
      const auto row = static_cast<size_t>(rows[static_cast<size_t>(position)]);
      block.component = random.size() + static_cast<size_t>(residual->group_codes[row]);
      block.visits.push_back(residual->visit.codes[row]);
    }
    blocks.push_back(block);
  }
  return blocks;
}

}  // namespace

UnitPatterns MakeUnitPatterns(const std::vector<int>& unit_codes, int units, const ResidualStructure* residual,
                              const std::vector<RandomEffects>& random) {
  RowsByCode by_unit = SortByCode(unit_codes, static_cast<size_t>(units));
  Sorter sorter(residual, random);
  UnitPatterns result;
  std::map<std::vector<double>, int> index;
  std::vector<int> pattern_of(static_cast<size_t>(units));
  std::vector<double> key;
  for (size_t unit = 0; unit < pattern_of.size(); ++unit) {
    int* begin = by_unit.rows.data() + by_unit.first[unit];
    int* end = by_unit.rows.data() + by_unit.first[unit + 1];
    if (end - begin > kMostRows) {
      throw Error("unit_too_large",
                  "a group of rows that depend on each other has " + std::to_string(end - begin) + " rows, more than " +
                      std::to_string(kMostRows),
                  {}, "use a finer grouping factor, or leave the coarsest one out of the random effects");
    }
    sorter.Sort(begin, end);
    sorter.AppendKey(begin, end, &key);
    const auto [found, is_new] = index.emplace(key, static_cast<int>(index.size()));
    if (is_new) {
      const std::vector<int> rows(begin, end);
      result.patterns.emplace_back(static_cast<int>(rows.size()), UnitBlocks(rows, residual, random));
      result.units.push_back(0);
    }
    pattern_of[unit] = found->second;
    ++result.units[static_cast<size_t>(found->second)];
  }
  std::vector<Index> next;
  Index total = 0;
  for (size_t g = 0; g < result.patterns.size(); ++g) {
    next.push_back(total);
    total += Index{result.units[g]} * result.patterns[g].rows();
  }
  result.first_row = next;
  result.order.resize(static_cast<size_t>(total));
  for (size_t unit = 0; unit < pattern_of.size(); ++unit) {
    Index& to = next[static_cast<size_t>(pattern_of[unit])];
    for (int at = by_unit.first[unit]; at < by_unit.first[unit + 1]; ++at) {
      result.order[static_cast<size_t>(to++)] = by_unit.rows[static_cast<size_t>(at)];
    }
  }
  return result;
}

}  // namespace fatigue
