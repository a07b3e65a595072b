// SPDX-License-Identifier: MIT
#include "model/residual_structure.h"

#include <cmath>
#include <map>
#include <utility>

namespace fatigue {

ResidualStructure MakeResidualStructure(const ModelFrame& frame, const CovarianceTerm& term) {
  ResidualStructure residual;
  residual.visit = frame.Factor(term.visit);
  residual.subject = MakeGrouping(frame, {term.subject});
  residual.groups = {""};
  residual.group_codes.assign(frame.rows.size(), 0);
  const auto m = static_cast<Index>(residual.visit.levels.size());
  residual.times = Vector::LinSpaced(m, 1, static_cast<double>(m));
  if (term.structure == CovStructure::sp_exp) {
    const Variable time = frame.Numeric(term.visit);
    for (size_t row = 0; row < frame.rows.size(); ++row) {
      residual.times[residual.visit.codes[row]] = time.values[static_cast<Index>(row)];
    }
  }
  if (!term.group.empty()) {
    const Variable group = frame.Factor(term.group);
    residual.groups = group.levels;
    residual.group_codes = group.codes;
    Grouping by_group;
    by_group.codes = group.codes;
    by_group.levels = group.levels;
    if (!IsNested(residual.subject, by_group)) {
      throw Error("subject_in_two_groups", "a " + term.subject + " lies in several levels of " + term.group, {},
                  "each subject must belong to one group");
    }
  }
  std::map<std::pair<int, int>, int> seen;  // (subject, visit) -> row
  for (size_t row = 0; row < frame.rows.size(); ++row) {
    const auto key = std::make_pair(residual.subject.codes[row], residual.visit.codes[row]);
    const auto [first, is_new] = seen.emplace(key, static_cast<int>(row));
    if (is_new) continue;
    const Column& id = frame.table->At(term.subject);
    const int earlier = frame.rows[static_cast<size_t>(first->second)];
    throw Error("duplicate_visit",
                frame.table->name + " has two rows for " + term.subject + " " + id.Text(frame.rows[row]) + " at " +
                    term.visit + " " + residual.visit.levels[static_cast<size_t>(residual.visit.codes[row])],
                {frame.table->PlaceOf(earlier, id), frame.table->PlaceOf(frame.rows[row], id)},
                "keep one row per subject and visit");
  }
  return residual;
}

Matrix MomentCovariance(const ResidualStructure& residual, const Vector& e) {
  const auto m = static_cast<Index>(residual.visit.levels.size());
  std::vector<Vector> by_subject(residual.subject.levels.size(), Vector::Constant(m, std::nan("")));
  for (size_t row = 0; row < residual.visit.codes.size(); ++row) {
    by_subject[static_cast<size_t>(residual.subject.codes[row])][residual.visit.codes[row]] =
        e[static_cast<Index>(row)];
  }
  Matrix sums = Matrix::Zero(m, m), counts = Matrix::Zero(m, m);
  for (const Vector& values : by_subject) {
    for (Index a = 0; a < m; ++a) {
      for (Index b = 0; b < m; ++b) {
        if (std::isnan(values[a]) || std::isnan(values[b])) continue;
        sums(a, b) += values[a] * values[b];
        counts(a, b) += 1;
      }
    }
  }
  Matrix covariance = sums.cwiseQuotient(counts.cwiseMax(1.0));
  const double floor = 0.01 * covariance.diagonal().mean();
  covariance.diagonal() = covariance.diagonal().cwiseMax(floor);
  const Matrix diagonal = covariance.diagonal().asDiagonal();
  const Vector scale = covariance.diagonal().cwiseSqrt().cwiseInverse();
  for (int step = 0; step < 40; ++step) {
    const Matrix correlation = scale.asDiagonal() * covariance * scale.asDiagonal();
    const double smallest = Eigen::SelfAdjointEigenSolver<Matrix>(correlation, Eigen::EigenvaluesOnly).eigenvalues()[0];
    if (smallest > 0.02) break;
    covariance = 0.85 * covariance + 0.15 * diagonal;
  }
  return covariance;
}

}  // namespace fatigue
