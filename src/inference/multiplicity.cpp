// SPDX-License-Identifier: MIT
#include "inference/multiplicity.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>
#include <numeric>

#include "base/distributions.h"

namespace fatigue {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kTolerance = 3e-6;     // of a probability in more than three dimensions
constexpr int kFewestPoints = 1 << 13;  // of the lattice
constexpr int kMostPoints = 1 << 17;
constexpr int kCriticalPoints = 1 << 14;
constexpr double kFarthest = 9;  // a normal variable is not taken beyond

double NormalP(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

struct Rule {
  std::vector<double> nodes, weights;  // on (0, 1)
};

/// Gauss-Legendre by Newton's method on the Legendre polynomial.
Rule GaussLegendre(int n) {
  Rule rule;
  for (int k = 0; k < n; ++k) {
    double x = std::cos(std::numbers::pi * (k + 0.75) / (n + 0.5));
    double slope = 1;
    for (int step = 0; step < 50; ++step) {
      double previous = 1, value = x;
      for (int degree = 2; degree <= n; ++degree) {
        const double next = ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree;
        previous = value;
        value = next;
      }
      slope = n * (x * value - previous) / (x * x - 1);
      const double change = value / slope;
      x -= change;
      if (std::abs(change) < 1e-16) break;
    }
    rule.nodes.push_back(0.5 * (1 + x));
    rule.weights.push_back(1 / ((1 - x * x) * slope * slope));
  }
  return rule;
}

/// The density of s, s^2 ~ chi-square_df / df, up to a constant, on the range that matters.
struct Radial {
  double low, high, df;

  explicit Radial(double degrees) : df(degrees) {
    const double spread = 9 / std::sqrt(2 * df);
    low = std::max(0.0, 1 - spread);
    high = 1 + spread;
  }
  double At(double u) const { return low + (high - low) * u; }
  double Density(double s) const { return s > 0 ? std::exp((df - 1) * std::log(s) - 0.5 * df * (s * s - 1)) : 0; }
};

/// Quantiles of s by the trapezoidal rule and linear interpolation on a fine grid: good to about 1e-7.
class RadialQuantiles {
 public:
  explicit RadialQuantiles(double df) : is_constant_(std::isinf(df)), radial_(is_constant_ ? 1 : df) {
    double total = 0, before = radial_.Density(radial_.low);
    for (int k = 0; k <= kSteps && !is_constant_; ++k) {
      const double density = radial_.Density(radial_.At(static_cast<double>(k) / kSteps));
      total += k == 0 ? 0 : 0.5 * (before + density);
      before = density;
      cumulative_.push_back(total);
    }
  }

  double At(double p) const {
    if (is_constant_) return 1;
    const double wanted = p * cumulative_.back();
    const auto above = std::upper_bound(cumulative_.begin() + 1, cumulative_.end() - 1, wanted);
    const double rest = (wanted - *(above - 1)) / std::max(*above - *(above - 1), 1e-300);
    return radial_.At((static_cast<double>(above - cumulative_.begin()) - 1 + std::clamp(rest, 0.0, 1.0)) / kSteps);
  }

 private:
  static constexpr int kSteps = 8192;
  bool is_constant_;
  Radial radial_;
  std::vector<double> cumulative_;
};

/// Lower factor of a positive semi-definite matrix; a zero pivot leaves a zero column.
Matrix SemiDefiniteFactor(const Matrix& correlation) {
  const Index k = correlation.rows();
  Matrix L = Matrix::Zero(k, k);
  for (Index j = 0; j < k; ++j) {
    const double pivot = correlation(j, j) - L.row(j).head(j).squaredNorm();
    if (pivot < 1e-12) continue;
    L(j, j) = std::sqrt(pivot);
    for (Index i = j + 1; i < k; ++i) {
      L(i, j) = (correlation(i, j) - L.row(i).head(j).dot(L.row(j).head(j))) / L(j, j);
    }
  }
  return L;
}

/// P(|L y| <= limit) for standard normal y, one variable after the other (Genz 1992), at one point of the cube.
double NormalBoxAt(double limit, const Matrix& L, const std::vector<double>& point, Vector* y) {
  double probability = 1;
  for (Index i = 0; i < L.rows(); ++i) {
    const double known = L.row(i).head(i).dot(y->head(i));
    if (L(i, i) == 0) {
      if (std::abs(known) > limit) return 0;
      (*y)[i] = 0;
      continue;
    }
    const double low = NormalP((-limit - known) / L(i, i));
    const double high = NormalP((limit - known) / L(i, i));
    probability *= high - low;
    if (i + 1 < L.rows()) {
      const double u = low + point[static_cast<size_t>(i)] * (high - low);
      (*y)[i] = NormalQuantile(std::clamp(u, 1e-300, 1 - 1e-16));
    }
  }
  return probability;
}

/// P(|L y| <= limit) with the variables from `at` on, those before given: Gauss rules for all but the last.
double NormalBox(double limit, const Matrix& L, const Rule& rule, Index at, Vector* y) {
  const double known = L.row(at).head(at).dot(y->head(at));
  if (L(at, at) == 0) {
    if (std::abs(known) > limit) return 0;
    (*y)[at] = 0;
    return at + 1 < L.rows() ? NormalBox(limit, L, rule, at + 1, y) : 1;
  }
  const double low = std::max((-limit - known) / L(at, at), -kFarthest);
  const double high = std::min((limit - known) / L(at, at), kFarthest);
  if (high <= low) return 0;
  if (at + 1 == L.rows()) return NormalP(high) - NormalP(low);
  double sum = 0;
  for (size_t node = 0; node < rule.nodes.size(); ++node) {
    const double value = low + (high - low) * rule.nodes[node];
    (*y)[at] = value;
    sum += rule.weights[node] * std::exp(-0.5 * value * value) * NormalBox(limit, L, rule, at + 1, y);
  }
  return sum * (high - low) / std::sqrt(2 * std::numbers::pi);
}

/// Two or three dimensions: Gauss rules for every variable, exact to about 1e-12.
double ByProductRule(double limit, const Matrix& L, double df) {
  const Rule inner = GaussLegendre(64);
  Vector y = Vector::Zero(L.rows());
  if (std::isinf(df)) return NormalBox(limit, L, inner, 0, &y);
  const Rule outer = GaussLegendre(64);
  const Radial radial(df);
  double sum = 0, total = 0;
  for (size_t node = 0; node < outer.nodes.size(); ++node) {
    const double s = radial.At(outer.nodes[node]);
    const double weight = outer.weights[node] * radial.Density(s);
    total += weight;
    if (weight > 1e-18) sum += weight * NormalBox(limit * s, L, inner, 0, &y);
  }
  return sum / total;
}

/// Generating vector of an embedded lattice for 2^10 to 2^20 points (Cools, Kuo and Nuyens 2006, SIAM J Sci Comput
/// 28:2162).
constexpr double kGenerators[] = {1,      182667, 469891, 498753, 110745, 446247, 250185, 118627, 245333, 283199,
                                  408519, 391023, 246327, 126539, 399185, 461527, 300343, 69681,  516695, 436179,
                                  106383, 238523, 413283, 70841,  47719,  300129, 113029, 123925, 410745, 211325};

/// More: a lattice with the baker's transformation, the scale s among the variables.
double ByLattice(double limit, const Matrix& L, const RadialQuantiles& radial, int points) {
  const auto inner = static_cast<size_t>(L.rows() - 1);
  std::vector<double> point(inner);
  Vector y = Vector::Zero(L.rows());
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

std::vector<double> AdjustPValues(const std::vector<double>& p_values, Adjust adjust) {
  if (adjust == Adjust::none) return p_values;
  std::vector<size_t> order;
  for (size_t k = 0; k < p_values.size(); ++k) {
    if (!std::isnan(p_values[k])) order.push_back(k);
  }
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> adjusted(p_values.size(), kNaN);
  const size_t m = order.size();
  double running = 0;
  for (size_t rank = 0; rank < m; ++rank) {
    const double p = p_values[order[rank]];
    const double multiplier = adjust == Adjust::bonferroni ? static_cast<double>(m) : static_cast<double>(m - rank);
    running = adjust == Adjust::holm ? std::max(running, p * multiplier) : p * multiplier;
    adjusted[order[rank]] = std::min(1.0, running);
  }
  if (adjust == Adjust::hochberg) {
    double least = 1;
    for (size_t rank = m; rank-- > 0;) {
      least = std::min(least, adjusted[order[rank]]);
      adjusted[order[rank]] = least;
    }
  }
  return adjusted;
}

double MaxAbsTProbability(double limit, const Matrix& correlation, double df) {
  if (std::isnan(limit) || std::isnan(df) || df <= 0) return kNaN;
  const Index k = correlation.rows();
  if (k == 1) return 1 - StudentTwoSidedP(limit, df);
  const Matrix L = SemiDefiniteFactor(correlation);
  if (k <= 3) return ByProductRule(limit, L, df);
  const RadialQuantiles radial(df);
  double previous = ByLattice(limit, L, radial, kFewestPoints);
  for (int points = 4 * kFewestPoints;; points *= 4) {
    const double probability = ByLattice(limit, L, radial, points);
    if (std::abs(probability - previous) < kTolerance || points >= kMostPoints) return probability;
    previous = probability;
  }
}

double MaxAbsTCriticalValue(double confidence, const Matrix& correlation, double df) {
  if (correlation.rows() == 1) return StudentCriticalValue(confidence, df);
  const Matrix L = SemiDefiniteFactor(correlation);
  const RadialQuantiles radial(df);
  const auto excess = [&](double limit) {
    const double probability =
        L.rows() <= 3 ? ByProductRule(limit, L, df) : ByLattice(limit, L, radial, kCriticalPoints);
    return probability - confidence;
  };
  // The limit lies between that of one comparison and Bonferroni's.
  double low = StudentCriticalValue(confidence, df);
  double high = StudentCriticalValue(1 - (1 - confidence) / static_cast<double>(correlation.rows()), df);
  double at_low = excess(low), at_high = excess(high);
  if (at_low >= 0) return low;
  if (at_high <= 0) return high;
  double middle = low;
  for (int step = 0; step < 40; ++step) {  // regula falsi, halving the value of the end that stays (Illinois)
    const double last = middle;
    middle = high - at_high * (high - low) / (at_high - at_low);
    const double value = excess(middle);
    if (std::abs(value) < 1e-11 || std::abs(middle - last) < 1e-11 * middle) break;
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
