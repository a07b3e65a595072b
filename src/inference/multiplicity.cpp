// SPDX-License-Identifier: MIT
#include "inference/multiplicity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "base/distributions.h"

namespace fatigue {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kTolerance = 1e-7;
constexpr int kMostPoints = 2'000'000;
constexpr int kRadialNodes = 80;

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

/// Scales s of T = Z / s, s^2 ~ chi-square_df / df, and their probabilities.
Rule RadialRule(double df) {
  if (std::isinf(df)) return {{1.0}, {1.0}};
  const Rule unit = GaussLegendre(kRadialNodes);
  const double spread = 9 / std::sqrt(2 * df);
  const double low = std::max(0.0, 1 - spread), high = 1 + spread;
  Rule rule;
  double total = 0;
  for (size_t k = 0; k < unit.nodes.size(); ++k) {
    const double s = low + (high - low) * unit.nodes[k];
    const double log_density = (df - 1) * std::log(s) - 0.5 * df * (s * s - 1);
    rule.nodes.push_back(s);
    rule.weights.push_back(unit.weights[k] * std::exp(log_density));
    total += rule.weights.back();
  }
  for (double& weight : rule.weights) weight /= total;
  return rule;
}

/// Points of the unit cube and their weights: a product of Gauss rules in one or two dimensions, else Richtmyer's
/// lattice with the baker's transformation (Genz and Bretz 2009, section 4.2).
class Cube {
 public:
  Cube(int dimensions, int size) : dimensions_(dimensions) {
    if (dimensions <= 2) {
      rule_ = GaussLegendre(dimensions == 1 ? 96 : 48);
      size_ = dimensions == 0 ? 1 : static_cast<int>(rule_.nodes.size());
      if (dimensions == 2) size_ *= size_;
      return;
    }
    size_ = size;
    for (int candidate = 2; static_cast<int>(steps_.size()) < dimensions; ++candidate) {
      bool is_prime = true;
      for (int divisor = 2; divisor * divisor <= candidate; ++divisor) is_prime = is_prime && candidate % divisor != 0;
      if (is_prime) steps_.push_back(std::sqrt(static_cast<double>(candidate)));
    }
  }

  bool is_exact() const { return dimensions_ <= 2; }
  int size() const { return size_; }

  double Point(int index, std::vector<double>* point) const {
    if (dimensions_ == 0) return 1;
    if (is_exact()) {
      const auto n = static_cast<int>(rule_.nodes.size());
      double weight = 1;
      for (double& coordinate : *point) {
        coordinate = rule_.nodes[static_cast<size_t>(index % n)];
        weight *= rule_.weights[static_cast<size_t>(index % n)];
        index /= n;
      }
      return weight;
    }
    for (size_t d = 0; d < steps_.size(); ++d) {
      const double position = (index + 0.5) * steps_[d];
      (*point)[d] = std::abs(2 * (position - std::floor(position)) - 1);
    }
    return 1.0 / size_;
  }

 private:
  int dimensions_, size_ = 1;
  Rule rule_;
  std::vector<double> steps_;
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
  const auto k = static_cast<int>(correlation.rows());
  if (k == 1) return 1 - StudentTwoSidedP(limit, df);
  const Matrix L = SemiDefiniteFactor(correlation);
  const Rule radial = RadialRule(df);
  std::vector<double> point(static_cast<size_t>(k - 1));
  Vector y = Vector::Zero(k);
  double previous = kNaN;
  for (int size = 4'000;; size *= 4) {
    const Cube cube(k - 1, size);
    double probability = 0;
    for (size_t node = 0; node < radial.nodes.size(); ++node) {
      if (radial.weights[node] < 1e-12) continue;
      double box = 0;
      for (int index = 0; index < cube.size(); ++index) {
        const double weight = cube.Point(index, &point);
        box += weight * NormalBoxAt(limit * radial.nodes[node], L, point, &y);
      }
      probability += radial.weights[node] * box;
    }
    const bool is_spent = static_cast<double>(size) * 4 * radial.nodes.size() > 8.0 * kMostPoints;
    if (cube.is_exact() || std::abs(probability - previous) < kTolerance || is_spent) return probability;
    previous = probability;
  }
}

double MaxAbsTCriticalValue(double confidence, const Matrix& correlation, double df) {
  // The limit lies between that of one comparison and Bonferroni's.
  const auto k = static_cast<double>(correlation.rows());
  double low = StudentCriticalValue(confidence, df);
  double high = StudentCriticalValue(1 - (1 - confidence) / k, df);
  double at_low = MaxAbsTProbability(low, correlation, df) - confidence;
  double at_high = MaxAbsTProbability(high, correlation, df) - confidence;
  if (at_low >= 0) return low;
  if (at_high <= 0) return high;
  double middle = low;
  for (int step = 0; step < 60; ++step) {  // regula falsi, halving the value of the end that stays (Illinois)
    const double last = middle;
    middle = high - at_high * (high - low) / (at_high - at_low);
    const double value = MaxAbsTProbability(middle, correlation, df) - confidence;
    if (std::abs(value) < 1e-13 || std::abs(middle - last) < 1e-12 * middle) break;
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
