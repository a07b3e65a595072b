// SPDX-License-Identifier: MIT
#include "model/residual_structure.h"

#include <cmath>

namespace fatigue {
namespace {

void RefuseDuplicates(const ModelFrame& frame, const CovarianceTerm& term, const ResidualStructure& residual) {
  const size_t visits = residual.visit.levels.size();
  const RowsByCode by_subject = SortByCode(residual.subject.codes, residual.subject.levels.size());
  std::vector<int> seen(visits, -1);  // row of the subject at each visit
  for (size_t subject = 0; subject + 1 < by_subject.first.size(); ++subject) {
    const int begin = by_subject.first[subject], end = by_subject.first[subject + 1];
    for (int at = begin; at < end; ++at) {
      const auto row = static_cast<size_t>(by_subject.rows[static_cast<size_t>(at)]);
      const auto visit = static_cast<size_t>(residual.visit.codes[row]);
      if (seen[visit] >= 0) {
        const Column& id = frame.table->At(term.subject);
        const int earlier = frame.rows[static_cast<size_t>(seen[visit])];
        throw Error("duplicate_visit",
                    frame.table->name + " has two rows for " + term.subject + " " + id.Text(frame.rows[row]) + " at " +
                        term.visit + " " + residual.visit.levels[visit],
                    {frame.table->PlaceOf(earlier, id), frame.table->PlaceOf(frame.rows[row], id)},
                    "keep one row per subject and visit");
      }
      seen[visit] = static_cast<int>(row);
    }
    for (int at = begin; at < end; ++at) {
      const auto row = static_cast<size_t>(by_subject.rows[static_cast<size_t>(at)]);
      seen[static_cast<size_t>(residual.visit.codes[row])] = -1;
    }
  }
}

}  // namespace

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
      throw Error("subject_in_two_groups", "a level of " + term.subject + " lies in several levels of " + term.group,
                  {}, "each subject must belong to one group");
    }
  }
  RefuseDuplicates(frame, term, residual);
  return residual;
}

Matrix MomentCovariance(const ResidualStructure& residual, const Vector& e) {
  const auto m = static_cast<Index>(residual.visit.levels.size());
  const RowsByCode by_subject = SortByCode(residual.subject.codes, residual.subject.levels.size());
  Matrix sums = Matrix::Zero(m, m), counts = Matrix::Zero(m, m);
  for (size_t subject = 0; subject + 1 < by_subject.first.size(); ++subject) {
    for (int at = by_subject.first[subject]; at < by_subject.first[subject + 1]; ++at) {
      const int row = by_subject.rows[static_cast<size_t>(at)];
      const int a = residual.visit.codes[static_cast<size_t>(row)];
      for (int other = by_subject.first[subject]; other < by_subject.first[subject + 1]; ++other) {
        const int second = by_subject.rows[static_cast<size_t>(other)];
        const int b = residual.visit.codes[static_cast<size_t>(second)];
        sums(a, b) += e[row] * e[second];
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
