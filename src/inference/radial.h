// SPDX-License-Identifier: MIT
// The scale that divides normal variables into multivariate t ones.
#pragma once

#include <cmath>
#include <vector>

namespace fatigue {

/// The density of s, s^2 ~ chi-square_df / df, on the range that matters to the mean of a tail P(some |y_i| > limit s),
/// which falls no slower than exp(-limit^2 s^2 / 2): the product lies within that of a chi distribution at
/// a = df + limit^2. Below 4 df the density has no derivatives at 0, so that s = u^(4/df) is the variable.
struct Radial {
  double df, power, low, high, log_constant;

  /// df above 0 and finite.
  explicit Radial(double degrees, double limit = 0);
  double PointAt(double fraction) const { return low + (high - low) * fraction; }
  double ScaleAt(double u) const { return std::pow(u, power); }
  /// Of u.
  double Density(double u) const;
};

/// Quantiles of s by the trapezoidal rule and linear interpolation on a fine grid: good to about 1e-7.
class RadialQuantiles {
 public:
  /// df above 0; infinite: s = 1.
  explicit RadialQuantiles(double df);
  double At(double p) const;

 private:
  bool is_constant_;
  Radial radial_;
  std::vector<double> cumulative_;
};

}  // namespace fatigue
