// SPDX-License-Identifier: MIT
// Random-effects terms of a formula as Z columns and groupings.
#pragma once

#include <string>
#include <vector>

#include "model/grouping.h"

namespace fatigue {

/// One random-effects term with all its effects correlated.
struct RandomEffects {
  Matrix Z;          // n x q, in units of their own, times the square root of the weights
  Matrix written;    // n x q: the columns as written, without weights
  Matrix transform;  // q x q: effects of the columns as written = transform x effects of Z (model/effect_basis.h)
  std::vector<std::string> labels;
  Grouping group;
};

/// One entry per correlated set: `||` terms are split.
/// Throws not_identifiable where there are as many random effects as rows, or where effects of one grouping factor are
/// combinations of each other.
std::vector<RandomEffects> MakeRandomEffects(const ModelFrame& frame, const Formula& formula);

}  // namespace fatigue
