// SPDX-License-Identifier: MIT
#include "inference/max_abs_t.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "base/constants.h"
#include "base/distributions.h"
#include "inference/gauss_legendre.h"
#include "inference/radial.h"

namespace fatigue {
namespace {

constexpr double kTolerance = 3e-6;     // of a probability in more than three dimensions
constexpr int kFewestPoints = 1 << 13;  // of the lattice
constexpr int kMostPoints = 1 << 17;
constexpr int kCriticalPoints = 1 << 14;
constexpr double kDependent = 1e-9;  // a rest variance below this is none
constexpr double kFarthest = 12;     // a normal variable is not taken beyond

double NormalP(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

/// Rows of the correlation matrix in an order in which the first `rank` are independent, R = L L'.
struct OrderedFactor {
  Matrix L;  // k x rank, lower triangular in its first rows
  Index rank = 0;
};

OrderedFactor FactorByPivots(Matrix R) {
  const Index k = R.rows();
  OrderedFactor factor{Matrix::Zero(k, k), 0};
  Matrix& L = factor.L;
  for (; factor.rank < k; ++factor.rank) {
    const Index j = factor.rank;
    Index best = j;
    double largest = 0;
    for (Index i = j; i < k; ++i) {
      const double rest = R(i, i) - L.row(i).head(j).squaredNorm();
      if (rest > largest + 1e-12) {
        largest = rest;
        best = i;
      }
    }
    if (largest < kDependent) break;
    R.row(j).swap(R.row(best));
    R.col(j).swap(R.col(best));
    L.row(j).swap(L.row(best));
    L(j, j) = std::sqrt(largest);
    for (Index i = j + 1; i < k; ++i) L(i, j) = (R(i, j) - L.row(i).head(j).dot(L.row(j).head(j))) / L(j, j);
  }
  L.conservativeResize(k, factor.rank);
  return factor;
}

/// P(|L y| <= limit) for standard normal y, one variable after the other (Genz 1992), at one point of the cube. Rows
/// that depend on others narrow the bounds of the last variable.
double NormalBoxAt(double limit, const Matrix& L, const std::vector<double>& point, Vector* y) {
  double probability = 1;
  const Index rank = L.cols();
  for (Index i = 0; i < rank; ++i) {
    const double known = L.row(i).head(i).dot(y->head(i));
    double low = (-limit - known) / L(i, i);
    double high = (limit - known) / L(i, i);
    for (Index row = rank; row < L.rows() && i + 1 == rank; ++row) {
      const double before = L.row(row).head(i).dot(y->head(i));
      const double slope = L(row, i);
      if (std::abs(slope) < kDependent) {
        if (std::abs(before) > limit) return 0;
        continue;
      }
      const double one = (-limit - before) / slope, other = (limit - before) / slope;
      low = std::max(low, std::min(one, other));
      high = std::min(high, std::max(one, other));
    }
    if (high <= low) return 0;
    const double at_low = NormalP(low), at_high = NormalP(high);
    probability *= at_high - at_low;
    if (i + 1 < rank) {
      const double u = at_low + point[static_cast<size_t>(i)] * (at_high - at_low);
      (*y)[i] = NormalQuantile(std::clamp(u, 1e-300, 1 - 1e-16));
    }
  }
  return probability;
}

/// P(some |a_i u1 + b_i u2| > limit) for standard normal u in the plane: rows (a_i, b_i) of unit length, the first (1,
/// 0). Bounds of u2 are straight lines in u1; between the points where two of them cross the integrand is smooth.
class PlaneTail {
 public:
  explicit PlaneTail(const Matrix& rows) : rule_(GaussLegendre(24)) {
    for (Index i = 0; i < rows.rows(); ++i) {
      if (std::abs(rows(i, 1)) < kDependent) continue;  // the same as the first
      for (double side : {-1.0, 1.0}) {
        const double scale = 1 / rows(i, 1);
        (side * scale < 0 ? low_ : high_).push_back({side * scale, -rows(i, 0) * scale});
      }
    }
    std::vector<Line> all = low_;
    all.insert(all.end(), high_.begin(), high_.end());
    breaks_ = {-1, 1};
    for (double step = -0.75; step < 1; step += 0.25) breaks_.push_back(step);
    for (size_t i = 0; i < all.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        const double u = (all[i].constant - all[j].constant) / (all[j].slope - all[i].slope);
        if (u > -1 && u < 1) breaks_.push_back(u);
      }
    }
    std::sort(breaks_.begin(), breaks_.end());
  }

  double At(double limit) const {
    double sum = 2 * NormalP(-limit);
    for (size_t panel = 0; panel + 1 < breaks_.size(); ++panel) {
      const double from = breaks_[panel] * limit;
      const double width = (breaks_[panel + 1] - breaks_[panel]) * limit;
      if (width < 1e-14 || std::min(std::abs(from), std::abs(from + width)) > kFarthest) continue;
      for (size_t node = 0; node < rule_.nodes.size(); ++node) {
        const double u = from + width * rule_.nodes[node];
        double low = -kInfinity;
        double high = -low;
        for (const Line& line : low_) low = std::max(low, line.constant * limit + line.slope * u);
        for (const Line& line : high_) high = std::min(high, line.constant * limit + line.slope * u);
        const double outside = low < high ? NormalP(low) + NormalP(-high) : 1;
        sum += width * rule_.weights[node] * std::exp(-0.5 * u * u) / std::sqrt(2 * std::numbers::pi) * outside;
      }
    }
    return sum;
  }

 private:
  /// u2 = constant x limit + slope x u1
  struct Line {
    double constant, slope;
  };
  QuadratureRule rule_;
  std::vector<Line> low_, high_;
  std::vector<double> breaks_;
};

/// Mean of tail(limit s) over the distribution of s.
template <typename Tail>
double OverScales(double limit, double df, const Tail& tail) {
  if (std::isinf(df)) return tail(limit);
  const QuadratureRule rule = GaussLegendre(96);
  const Radial radial(df, limit);
  double sum = 0;
  for (size_t node = 0; node < rule.nodes.size(); ++node) {
    const double u = radial.PointAt(rule.nodes[node]);
    const double weight = rule.weights[node] * radial.Density(u);
    if (weight > 0) sum += weight * tail(limit * radial.ScaleAt(u));
  }
  return sum * (radial.high - radial.low);
}

/// P(some |y_i| of L y > limit) with the variables from `at` on, L of full rank 3, those before given.
double SpaceTail(double limit, const Matrix& L, const QuadratureRule& rule, Index at, Vector* y) {
  const double known = L.row(at).head(at).dot(y->head(at));
  const double low = (-limit - known) / L(at, at);
  const double high = (limit - known) / L(at, at);
  double sum = NormalP(low) + NormalP(-high);
  if (at + 1 == L.rows()) return sum;
  const double from = std::max(low, -kFarthest), width = std::min(high, kFarthest) - from;
  if (width <= 0) return sum;
  for (size_t node = 0; node < rule.nodes.size(); ++node) {
    const double value = from + width * rule.nodes[node];
    (*y)[at] = value;
    sum += width * rule.weights[node] * std::exp(-0.5 * value * value) / std::sqrt(2 * std::numbers::pi) *
           SpaceTail(limit, L, rule, at + 1, y);
  }
  return sum;
}

/// Odd multipliers of a rank-1 lattice whose point count is a power of two, after the embedded lattices of Cools, Kuo
/// and Nuyens (2006, SIAM J Sci Comput 28:2162). Any such vector converges to the same value; how fast is checked by
/// the refinement and by the tests' known probabilities.
constexpr double kGenerators[] = {1,      182667, 469891, 498753, 110745, 446247, 250185, 118627, 245333, 283199,
                                  408519, 391023, 246327, 126539, 399185, 461527, 300343, 69681,  516695, 436179,
                                  106383, 238523, 413283, 70841,  47719,  300129, 113029, 123925, 410745, 211325};

/// More: a lattice with the baker's transformation, the scale s among the variables.
double ByLattice(double limit, const Matrix& L, const RadialQuantiles& radial, int points) {
  const auto inner = static_cast<size_t>(L.cols() - 1);
  std::vector<double> point(inner);
  Vector y = Vector::Zero(L.cols());
  double sum = 0;
  for (int index = 0; index < points; ++index) {
    const auto coordinate = [&](size_t d) {
      const double position =
          static_cast<double>(index) / points * kGenerators[d % std::size(kGenerators)] + 0.6180339887 * (d + 1.0);
      return std::abs(2 * (position - std::floor(position)) - 1);
    };
    for (size_t d = 0; d < inner; ++d) point[d] = coordinate(d);
    sum += NormalBoxAt(limit * radial.At(coordinate(inner)), L, point, &y);
  }
  return sum / points;
}

}  // namespace

double MaxAbsTUpperP(double limit, const Matrix& correlation, double df) {
  if (std::isnan(limit) || std::isnan(df) || df <= 0 || !correlation.allFinite()) return kNaN;
  const OrderedFactor factor = FactorByPivots(correlation);
  if (factor.rank == 1) return StudentTwoSidedP(limit, df);
  if (factor.rank == 2) {
    const PlaneTail tail(factor.L);
    return OverScales(limit, df, [&tail](double scaled) { return tail.At(scaled); });
  }
  if (factor.rank == 3 && correlation.rows() == 3) {
    const QuadratureRule rule = GaussLegendre(48);
    Vector y(3);
    return OverScales(limit, df, [&](double scaled) { return SpaceTail(scaled, factor.L, rule, 0, &y); });
  }
  const RadialQuantiles radial(df);
  double previous = ByLattice(limit, factor.L, radial, kFewestPoints);
  for (int points = 4 * kFewestPoints;; points *= 4) {
    const double probability = ByLattice(limit, factor.L, radial, points);
    if (std::abs(probability - previous) < kTolerance || points >= kMostPoints) return 1 - probability;
    previous = probability;
  }
}

double MaxAbsTProbability(double limit, const Matrix& correlation, double df) {
  return 1 - MaxAbsTUpperP(limit, correlation, df);
}

double MaxAbsTCriticalValue(double confidence, const Matrix& correlation, double df) {
  if (std::isnan(df) || df <= 0 || !correlation.allFinite() || correlation.rows() == 0) return kNaN;
  const OrderedFactor factor = FactorByPivots(correlation);
  const RadialQuantiles radial(df);
  const bool by_lattice = factor.rank > 3 || (factor.rank == 3 && correlation.rows() > 3);
  const auto excess = [&](double limit) {
    return by_lattice ? ByLattice(limit, factor.L, radial, kCriticalPoints) - confidence
                      : 1 - confidence - MaxAbsTUpperP(limit, correlation, df);
  };
  // The limit lies between that of one comparison and Bonferroni's.
  double low = StudentCriticalValue(confidence, df);
  double high = StudentCriticalValue(1 - (1 - confidence) / static_cast<double>(correlation.rows()), df);
  double at_low = excess(low), at_high = excess(high);
  if (at_low >= -1e-12) return low;
  if (at_high <= 0) return high;
  double middle = low;
  for (int step = 0; step < 40; ++step) {  // regula falsi, halving the value of the end that stays (Illinois)
    const double last = middle;
    middle = high - at_high * (high - low) / (at_high - at_low);
    const double value = excess(middle);
    if (std::abs(value) < 1e-10 || std::abs(middle - last) < 1e-10 * middle) break;
    if (value > 0) {
      high = middle;
      at_high = value;
      at_low *= 0.5;
    } else {
      low = middle;
      at_low = value;
      at_high *= 0.5;
    }
  }
  return middle;
}

}  // namespace fatigue
