// SPDX-License-Identifier: MIT
#include "base/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace fatigue {
namespace {

// Errors become NaN or infinity instead of exceptions; long double is not used, which keeps the WebAssembly small
// and equal to the native build.
using Policy =
    boost::math::policies::policy<boost::math::policies::promote_double<false>,
                                  boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::pole_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;
using StudentsT = boost::math::students_t_distribution<double, Policy>;
using FisherF = boost::math::fisher_f_distribution<double, Policy>;
using ChiSquared = boost::math::chi_squared_distribution<double, Policy>;
using Normal = boost::math::normal_distribution<double, Policy>;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double StudentTwoSidedP(double t, double df) {
  if (std::isnan(t) || std::isnan(df) || df <= 0) return kNaN;
  const double magnitude = std::abs(t);
  if (std::isinf(magnitude)) return 0;
  if (std::isinf(df)) return std::erfc(magnitude / std::sqrt(2.0));
  return 2 * boost::math::cdf(boost::math::complement(StudentsT(df), magnitude));
}

double StudentCriticalValue(double confidence, double df) {
  if (std::isnan(df) || df <= 0) return kNaN;
  const double tail = (1 - confidence) / 2;
  if (std::isinf(df)) return boost::math::quantile(boost::math::complement(Normal(), tail));
  return boost::math::quantile(boost::math::complement(StudentsT(df), tail));
}

double FisherUpperP(double f, double num_df, double den_df) {
  if (std::isnan(f) || std::isnan(den_df) || den_df <= 0) return kNaN;
  if (f <= 0) return 1;
  if (std::isinf(den_df)) return ChiSquaredUpperP(f * num_df, num_df);
  return boost::math::cdf(boost::math::complement(FisherF(num_df, den_df), f));
}

double ChiSquaredUpperP(double x, double df) {
  if (std::isnan(x)) return kNaN;
  if (x <= 0) return 1;
  return boost::math::cdf(boost::math::complement(ChiSquared(df), x));
}

}  // namespace fatigue
