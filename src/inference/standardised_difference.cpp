// SPDX-License-Identifier: MIT
#include "inference/standardised_difference.h"

#include <cmath>

#include "base/constants.h"
#include "base/eigen.h"

namespace fatigue {
double StandardisedDifference(const NumberSummary& group, const NumberSummary& reference) {
  const double spread = std::sqrt((group.sd * group.sd + reference.sd * reference.sd) / 2);
  return spread > 0 ? (group.mean - reference.mean) / spread : kNaN;
}

double StandardisedDifference(const CategorySummary& group, const CategorySummary& reference) {
  std::vector<std::size_t> levels;  // that occur in one of the two
  bool has_common = false;
  for (std::size_t k = 0; k < group.counts.size(); ++k) {
    if (group.counts[k] > 0 || reference.counts[k] > 0) levels.push_back(k);
    has_common = has_common || (group.counts[k] > 0 && reference.counts[k] > 0);
  }
  if (!has_common || levels.size() < 2) return kNaN;
  // Of the covariances' common null space only the constants are left, which go with the level that is left out.
  const auto size = static_cast<Index>(levels.size()) - 1;
  Vector p1(size), p0(size);
  for (Index k = 0; k < size; ++k) {
    const std::size_t level = levels[static_cast<std::size_t>(k) + 1];
    p1[k] = static_cast<double>(group.counts[level]) / group.n;
    p0[k] = static_cast<double>(reference.counts[level]) / reference.n;
  }
  Matrix S = -(p1 * p1.transpose() + p0 * p0.transpose()) / 2;
  S.diagonal() += (p1 + p0) / 2;
  const Vector difference = p1 - p0;
  const Eigen::LLT<Matrix> factor(S);
  if (factor.info() != Eigen::Success) return kNaN;
  return factor.matrixL().solve(difference).norm();
}

}  // namespace fatigue
