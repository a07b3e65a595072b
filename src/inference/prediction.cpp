// SPDX-License-Identifier: MIT
#include "inference/prediction.h"

#include <cmath>

namespace fatigue {
namespace {

/// A unit's rows, weighted, and what the model makes of them.
struct Unit {
  Matrix W;                   // n x q: [Q, y residual]
  Vector residual;            // y - X beta
  Vector scaled;              // V^-1 (y - X beta)
  Eigen::LLT<Matrix> factor;  // of V

  void Read(const ModelData& data, const Fit& fit, size_t pattern, Index unit) {
    data.FillUnits(pattern, unit, 1, &W);
    residual = W.col(data.p) - W.leftCols(data.p) * fit.likelihood.gamma;
    scaled = factor.solve(residual);
  }
};

/// G B' M over the block's columns; B the block's Z in the unit's rows.
Matrix TransposedTimes(const Block& block, const Matrix& M) { return block.Z.transpose() * M(block.rows, Eigen::all); }

/// R of a pattern: V without the random effects.
Matrix ResidualCovariance(const Pattern& pattern, const std::vector<Matrix>& matrices) {
  Matrix R = Matrix::Zero(pattern.rows(), pattern.rows());
  for (const Block& block : pattern.blocks()) {
    if (block.Z.size() == 0) AddExpanded(block, matrices[block.component], &R);
  }
  return R;
}

}  // namespace

std::vector<RandomEffectEstimate> PredictRandomEffects(const ModelData& data, const Fit& fit) {
  std::vector<RandomEffectEstimate> all;
  const std::vector<Matrix>& matrices = fit.covariance.matrices;
  Unit unit;
  for (size_t g = 0; g < data.patterns.size(); ++g) {
    const Pattern& pattern = data.patterns[g];
    const Index n = pattern.rows();
    unit.factor.compute(pattern.Covariance(matrices));
    for (Index u = 0; u < pattern.units(); ++u) {
      unit.Read(data, fit, g, u);
      const Matrix weighted_X = unit.factor.solve(unit.W.leftCols(data.p) * fit.likelihood.root);
      for (const Block& block : pattern.blocks()) {
        if (block.Z.size() == 0) continue;
        const Matrix& G = matrices[block.component];
        const Component& component = data.covariance.components()[block.component];
        const Matrix& T = component.transform;
        const Vector estimate = T * G * TransposedTimes(block, unit.scaled);
        Matrix Z = Matrix::Zero(n, block.Z.cols());
        for (size_t r = 0; r < block.rows.size(); ++r) Z.row(block.rows[r]) = block.Z.row(static_cast<Index>(r));
        const Matrix conditional = T * (G - G * Z.transpose() * unit.factor.solve(Z) * G) * T.transpose();
        const Matrix from_beta = T * G * TransposedTimes(block, weighted_X);
        const Matrix total = conditional + from_beta * from_beta.transpose();
        const auto row =
            static_cast<size_t>(data.order[static_cast<size_t>(data.first_row[g] + u * n + block.rows.front())]);
        const Grouping& grouping = data.groupings[block.component];
        for (Index k = 0; k < G.rows(); ++k) {
          all.push_back({component.group, grouping.levels[static_cast<size_t>(grouping.codes[row])],
                         component.labels[static_cast<size_t>(k)], estimate[k], std::sqrt(std::max(total(k, k), 0.0)),
                         std::sqrt(std::max(conditional(k, k), 0.0))});
        }
      }
    }
  }
  return all;
}

std::vector<RowPrediction> PredictRows(const ModelFrame& frame, const ModelData& data, const Fit& fit) {
  std::vector<RowPrediction> rows(static_cast<size_t>(data.n));
  const std::vector<Matrix>& matrices = fit.covariance.matrices;
  Unit unit;
  for (size_t g = 0; g < data.patterns.size(); ++g) {
    const Pattern& pattern = data.patterns[g];
    const Index n = pattern.rows();
    const Matrix V = pattern.Covariance(matrices);
    const Matrix R = ResidualCovariance(pattern, matrices);
    unit.factor.compute(V);
    const Eigen::LLT<Matrix> residual_factor(R);
    for (Index u = 0; u < pattern.units(); ++u) {
      unit.Read(data, fit, g, u);
      const Vector conditional = R * unit.scaled;  // r - Z b^
      const Vector normalized = unit.factor.matrixL().solve(unit.residual);
      const Vector conditional_normalized = residual_factor.matrixL().solve(conditional);
      for (Index a = 0; a < n; ++a) {
        const int at = data.order[static_cast<size_t>(data.first_row[g] + u * n + a)];
        const double root_weight = std::sqrt(frame.weights[at]);
        const double offset = frame.offset.size() > 0 ? frame.offset[at] : 0;
        RowPrediction& row = rows[static_cast<size_t>(at)];
        row.row = at;
        row.residual = unit.residual[a] / root_weight;
        row.conditional_residual = conditional[a] / root_weight;
        row.fitted = frame.y[at] + offset - row.residual;
        row.conditional = frame.y[at] + offset - row.conditional_residual;
        row.variance = V(a, a) / (root_weight * root_weight);
        row.pearson = unit.residual[a] / std::sqrt(V(a, a));
        row.conditional_pearson = conditional[a] / std::sqrt(R(a, a));
        row.normalized = normalized[a];
        row.conditional_normalized = conditional_normalized[a];
      }
    }
  }
  return rows;
}

}  // namespace fatigue
