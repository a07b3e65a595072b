// SPDX-License-Identifier: MIT
// When a scale with missing items is scored (web/contract/plan.ts, MissingItems).
//
// For a scale of n items of which m are answered:
//   half       2 m >= n: 5 of 9, 1 of 2
//   complete   m = n
//   at_least k m >= k, or m = n where the scale has fewer
//   subscales  a scale made of subscales is the sum of these, each prorated by `half`, and needs them all; other scales
//              go by `half`
//   by_scale   a rule of its own by scale, `half` for those not named
#pragma once

#include <map>
#include <string>

namespace fatigue {

/// A rule for the items of one scale.
struct ItemRule {
  enum class Kind { half, complete, at_least };
  Kind kind = Kind::half;
  int least = 0;  // at_least

  /// Items of a scale of `items` that must be answered; at least 1.
  int Least(int items) const;
  bool operator==(const ItemRule&) const = default;
};

/// The rule for all scales of an instrument.
struct MissingItems {
  enum class Kind { simple, subscales, by_scale };
  Kind kind = Kind::simple;
  ItemRule rule;                           // simple
  std::map<std::string, ItemRule> scales;  // by_scale

  static MissingItems Half() { return {}; }
  static MissingItems Complete() { return {Kind::simple, {ItemRule::Kind::complete, 0}, {}}; }
  static MissingItems AtLeast(int items) { return {Kind::simple, {ItemRule::Kind::at_least, items}, {}}; }
  static MissingItems Subscales() { return {Kind::subscales, {}, {}}; }
  static MissingItems ByScale(std::map<std::string, ItemRule> rules) { return {Kind::by_scale, {}, std::move(rules)}; }

  /// The rule for the items of a scale.
  ItemRule For(const std::string& scale) const;
  bool operator==(const MissingItems&) const = default;
};

/// half, complete, at_least_7.
std::string Name(const ItemRule& rule);
/// As above, or subscales, by_scale.
std::string Name(const MissingItems& rule);

}  // namespace fatigue
