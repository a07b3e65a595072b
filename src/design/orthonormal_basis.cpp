// SPDX-License-Identifier: MIT
#include "design/orthonormal_basis.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fatigue {
namespace {

/// Calls work(rows, count) for all rows, a block at a time.
template <typename Work>
void ForRowBlocks(Index n, const Work& work) {
  std::vector<int> rows(static_cast<size_t>(std::min(n, kRowBlock)));
  for (Index first = 0; first < n; first += kRowBlock) {
    const Index count = std::min(kRowBlock, n - first);
    std::iota(rows.begin(), rows.begin() + count, static_cast<int>(first));
    work(rows.data(), count);
  }
}

constexpr Index kMostColumns = 2000;

void RequireVariation(const ModelFrame& frame, double residual_sum) {
  const Vector& y = frame.y;
  if (y.maxCoeff() == y.minCoeff()) {
    throw Error("constant_response",
                frame.response + " is " + NumberText(y[0]) + " in every row analysed: there is nothing to explain", {},
                "choose another response");
  }
  // Rounding leaves about 1e-31 of an exact fit; data with 13 leading digits in common (NIST SmLs07) have 1e-26.
  const double weighted = y.cwiseAbs2().dot(frame.weights);
  if (!(residual_sum > 1e-28 * std::max(weighted, 1e-280))) {
    throw Error("no_variation", "the fixed effects explain the response exactly: there is no residual variation", {},
                "check that the response is not a copy of a covariate");
  }
}

}  // namespace

OrthonormalBasis::OrthonormalBasis(const ModelFrame& frame, const DesignCoding& coding)
    : frame_(frame), coding_(coding) {
  const Index n = frame.y.size();
  const Index all = coding.columns();
  if (all > kMostColumns) {
    throw Error("too_many_columns",
                "the fixed effects have " + std::to_string(all) + " columns, more than the " +
                    std::to_string(kMostColumns) + " that can be estimated",
                {}, "look for a column of text with many different values, such as an identifier or a remark");
  }
  TriangularFactor factor;
  Matrix X, rows;
  ForRowBlocks(n, [&](const int* listed, Index count) {
    coding.Fill(frame.fixed, listed, count, &X);
    rows.resize(count, all + 1);
    rows.leftCols(all) = X;
    rows.col(all) = frame.y.segment(listed[0], count);
    for (Index i = 0; i < count; ++i) rows.row(i) *= std::sqrt(frame.weights[listed[i]]);
    factor.Add(rows);
  });
  columns_ = DropAliased(factor.R().leftCols(all));
  const auto p = static_cast<Index>(columns_.kept.size());
  if (n <= p) {
    throw Error(
        "too_few_observations",
        std::to_string(n) + " rows cannot estimate " + std::to_string(p) + " coefficients and a residual variance", {},
        "use a model with fewer terms");
  }
  Matrix kept(factor.R().rows(), p + 1);
  kept.leftCols(p) = factor.R()(Eigen::all, columns_.kept);
  kept.col(p) = factor.R().col(all);
  TriangularFactor own;
  own.Add(kept);
  R_ = own.R().topLeftCorner(p, p);
  beta_ols_ = R_.triangularView<Eigen::Upper>().solve(own.R().col(p).head(p));
  const double residual_sum = own.R()(p, p) * own.R()(p, p);
  RequireVariation(frame, residual_sum);
  variance_ = residual_sum / static_cast<double>(n - p);
}

Matrix OrthonormalBasis::UnweightedFactor() const {
  if (!frame_.is_weighted) return R_;
  TriangularFactor factor;
  Matrix X;
  ForRowBlocks(frame_.y.size(), [&](const int* rows, Index count) {
    FillDesign(rows, count, &X);
    factor.Add(X);
  });
  return factor.R();
}

void OrthonormalBasis::FillDesign(const int* rows, Index count, Matrix* X) const {
  coding_.Fill(frame_.fixed, rows, count, X);
  if (!columns_.aliased.empty()) *X = (*X)(Eigen::all, columns_.kept).eval();
}

void OrthonormalBasis::Fill(const int* rows, Index count, Matrix* W) const {
  const Index p = R_.cols();
  Matrix X;
  FillDesign(rows, count, &X);
  W->resize(count, p + 1);
  for (Index i = 0; i < count; ++i) (*W)(i, p) = frame_.y[rows[i]];
  W->col(p).noalias() -= X * beta_ols_;
  R_.triangularView<Eigen::Upper>().solveInPlace<Eigen::OnTheRight>(X);
  W->leftCols(p) = X;
  if (frame_.is_weighted) {
    for (Index i = 0; i < count; ++i) W->row(i) *= std::sqrt(frame_.weights[rows[i]]);
  }
}

}  // namespace fatigue
