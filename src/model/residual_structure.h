// SPDX-License-Identifier: MIT
// The visit structure of a formula: which visit each row is, whose, and which covariance matrix it belongs to.
#pragma once

#include <string>
#include <vector>

#include "model/grouping.h"

namespace fatigue {

/// Residual structure: visit and matrix (one per group level) of every row.
struct ResidualStructure {
  Variable visit;
  Grouping subject;
  std::vector<std::string> groups;  // {""} for one matrix
  std::vector<int> group_codes;
  Vector times;
};

/// Throws duplicate_visit (two rows of a subject at a visit) and subject_in_two_groups.
ResidualStructure MakeResidualStructure(const ModelFrame& frame, const CovarianceTerm& term);

/// Pairwise moment covariance of residuals over the visits, shrunk until safely positive definite.
Matrix MomentCovariance(const ResidualStructure& residual, const Vector& e);

}  // namespace fatigue
