// SPDX-License-Identifier: MIT
#include "inference/kenward_roger.h"

#include <cmath>

#include "base/constants.h"
#include "model/second_order.h"

namespace fatigue {
namespace {

/// sum_kl W_kl d2 S_c / dk dl over the active parameters.
std::vector<Matrix> SecondDerivativeSums(const CovarianceModel& model, const CovarianceValue& value,
                                         const std::vector<Index>& active, const Matrix& W) {
  std::vector<Matrix> sums;
  Matrix all = Matrix::Zero(model.parameters(), model.parameters());
  all(active, active) = W;
  for (size_t c = 0; c < model.components().size(); ++c) {
    const ComponentDerivatives& own = value.derivatives[c];
    sums.push_back(own.ContractParameters(all(own.parameters, own.parameters)));
  }
  return sums;
}

}  // namespace

Matrix KenwardRogerCovariance(const ModelData& data, const LikelihoodDerivatives& derivatives,
                              const std::vector<Index>& active, const Matrix& W, bool second_order) {
  const Index p = data.p;
  const auto K = static_cast<Index>(active.size());
  const CovarianceModel& model = data.covariance;
  std::vector<Matrix> second;
  if (second_order) second = SecondDerivativeSums(model, derivatives.value, active, W);
  const bool by_entries = PrefersEntries(model);
  const EntryLayout layout(model);
  Matrix weights;  // W by entries
  if (by_entries) {
    const Matrix J = EntryJacobian(model, derivatives.value)(Eigen::all, active);
    weights = J * W * J.transpose();
  }

  // sum_kl W_kl (Q_kl - R_kl / 4), contracted over k and l before the data are touched.
  Matrix sum = Matrix::Zero(p + 1, p + 1);
  for (const Pattern& pattern : data.patterns) {
    const Index n = pattern.rows();
    const Matrix inverse = pattern.Covariance(derivatives.value.matrices).llt().solve(Matrix::Identity(n, n));
    Matrix middle = Matrix::Zero(n, n);
    if (by_entries) {
      middle = WeightedPairs(pattern, layout, weights, inverse);
    } else {
      Matrix V_k(n * n, K);
      for (Index k = 0; k < K; ++k) {
        V_k.col(k) = PatternDerivative(pattern, model, derivatives.value, active[static_cast<size_t>(k)]).reshaped();
      }
      const Matrix weighted = V_k * W;  // column k: sum_l W_kl V_l
      for (Index k = 0; k < K; ++k) {
        middle.noalias() += V_k.col(k).reshaped(n, n) * inverse * weighted.col(k).reshaped(n, n);
      }
    }
    if (second_order) middle -= 0.25 * pattern.Covariance(second);
    const Matrix outer = inverse * middle * inverse;
    sum += pattern.Contract(0.5 * (outer + outer.transpose()));
  }
  const Matrix& root = derivatives.likelihood.root;
  Matrix adjustment = root.transpose() * sum.topLeftCorner(p, p) * root;
  Matrix P(p * p, K);
  for (Index k = 0; k < K; ++k)
    P.col(k) = derivatives.P[static_cast<size_t>(active[static_cast<size_t>(k)])].reshaped();
  const Matrix weighted_P = P * W;
  for (Index k = 0; k < K; ++k) {
    adjustment.noalias() -= P.col(k).reshaped(p, p) * weighted_P.col(k).reshaped(p, p);
  }
  const Matrix adjusted = Matrix::Identity(p, p) + 2 * adjustment;
  return 0.5 * (adjusted + adjusted.transpose());
}

ScaledF KenwardRogerScale(const Matrix& L, const std::vector<Matrix>& P, const Matrix& W) {
  const auto q = static_cast<double>(L.rows());
  // Theta = L'(L L')^-1 L = basis basis'
  const Eigen::HouseholderQR<Matrix> qr(L.transpose());
  const Matrix basis = qr.householderQ() * Matrix::Identity(L.cols(), L.rows());
  const auto K = static_cast<Index>(P.size());
  std::vector<Matrix> products;
  for (const Matrix& P_k : P) products.push_back(basis.transpose() * P_k * basis);
  double A1 = 0, A2 = 0;
  for (Index k = 0; k < K; ++k) {
    for (Index l = 0; l < K; ++l) {
      const Matrix& a = products[static_cast<size_t>(k)];
      const Matrix& b = products[static_cast<size_t>(l)];
      A1 += W(k, l) * a.trace() * b.trace();
      A2 += W(k, l) * a.cwiseProduct(b.transpose()).sum();
    }
  }
  ScaledF result;
  if (std::abs(A2) <= kKnownCovariance) {  // no uncertainty to adjust for
    result.den_df = kInfinity;
    return result;
  }
  if (L.rows() == 1) {  // the general formulas reduce to this, but are 0/0 at 2 degrees of freedom
    result.den_df = 2 / A2;
    return result;
  }
  const double B = (A1 + 6 * A2) / (2 * q);
  const double g = ((q + 1) * A1 - (q + 4) * A2) / ((q + 2) * A2);
  const double denominator = 3 * q + 2 * (1 - g);
  const double c1 = g / denominator;
  const double c2 = (q - g) / denominator;
  const double c3 = (q + 2 - g) / denominator;
  const double expectation = 1 / (1 - A2 / q);
  const double variance = 2 / q * (1 + c1 * B) / ((1 - c2 * B) * (1 - c2 * B) * (1 - c3 * B));
  const double rho = variance / (2 * expectation * expectation);
  result.den_df = 4 + (q + 2) / (q * rho - 1);
  result.scale = result.den_df / (expectation * (result.den_df - 2));
  if (!(result.den_df > 0 && result.scale > 0)) {  // too few subjects for this test
    result.den_df = result.scale = kNaN;
  }
  return result;
}

}  // namespace fatigue
