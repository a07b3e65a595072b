// SPDX-License-Identifier: MIT
#include "inference/radial.h"

#include <algorithm>
#include <numbers>

namespace fatigue {
namespace {

constexpr int kSteps = 8192;

/// log(x^x e^-x / Gamma(x)), by Stirling's series where the terms would cancel.
double LogGammaRest(double x) {
  if (x < 20) return x * std::log(x) - x - std::lgamma(x);
  const double r = 1 / x;
  return 0.5 * std::log(x / (2 * std::numbers::pi)) - r * (1.0 / 12 - r * r * (1.0 / 360 - r * r / 1260));
}

}  // namespace

Radial::Radial(double degrees, double limit) : df(degrees), power(std::max(1.0, 4 / degrees)) {
  const double a = df + limit * limit;
  const double centre = std::sqrt(std::max(df - 1, 0.0) / a), reach = 12 / std::sqrt(2 * a);
  low = std::pow(std::max(0.0, centre - reach), 1 / power);
  high = std::pow(centre + reach, 1 / power);
  log_constant = std::log(2 * power) + LogGammaRest(0.5 * df);
}

double Radial::Density(double u) const {
  if (u <= 0) return 0;
  const double s = ScaleAt(u);
  return std::exp(log_constant + (power * df - 1) * std::log(u) - 0.5 * df * (s - 1) * (s + 1));
}

RadialQuantiles::RadialQuantiles(double df) : is_constant_(std::isinf(df)), radial_(is_constant_ ? 1 : df) {
  double total = 0, before = radial_.Density(radial_.low);
  for (int k = 0; k <= kSteps && !is_constant_; ++k) {
    const double density = radial_.Density(radial_.PointAt(static_cast<double>(k) / kSteps));
    total += k == 0 ? 0 : 0.5 * (before + density);
    before = density;
    cumulative_.push_back(total);
  }
}

double RadialQuantiles::At(double p) const {
  if (is_constant_) return 1;
  const double wanted = p * cumulative_.back();
  const auto above = std::upper_bound(cumulative_.begin() + 1, cumulative_.end() - 1, wanted);
  const double rest = (wanted - *(above - 1)) / std::max(*above - *(above - 1), 1e-300);
  const double step = static_cast<double>(above - cumulative_.begin()) - 1 + std::clamp(rest, 0.0, 1.0);
  return radial_.ScaleAt(radial_.PointAt(step / kSteps));
}

}  // namespace fatigue
