// SPDX-License-Identifier: MIT
#include "instrument/missing_items.h"

#include <algorithm>

namespace fatigue {

int ItemRule::Least(int items) const {
  switch (kind) {
    case Kind::half:
      return std::max(1, (items + 1) / 2);
    case Kind::complete:
      return items;
    case Kind::at_least:
      return std::clamp(least, 1, items);
  }
  return items;
}

ItemRule MissingItems::For(const std::string& scale) const {
  if (kind == Kind::simple) return rule;
  const auto own = scales.find(scale);
  return own == scales.end() ? ItemRule() : own->second;
}

std::string Name(const ItemRule& rule) {
  switch (rule.kind) {
    case ItemRule::Kind::half:
      return "half";
    case ItemRule::Kind::complete:
      return "complete";
    case ItemRule::Kind::at_least:
      return "at_least_" + std::to_string(rule.least);
  }
  return {};
}

std::string Name(const MissingItems& rule) {
  switch (rule.kind) {
    case MissingItems::Kind::simple:
      return Name(rule.rule);
    case MissingItems::Kind::subscales:
      return "subscales";
    case MissingItems::Kind::by_scale:
      return "by_scale";
  }
  return {};
}

}  // namespace fatigue
