// SPDX-License-Identifier: MIT
#include "base/distributions.h"

// The policy of everything Boost.Math does here: double precision (long double differs between machines and is slow in
// WebAssembly), and NaN or infinity instead of exceptions, whose messages would pull iostreams into the page.
#define BOOST_MATH_PROMOTE_DOUBLE_POLICY false
#define BOOST_MATH_DOMAIN_ERROR_POLICY ignore_error
#define BOOST_MATH_POLE_ERROR_POLICY ignore_error
#define BOOST_MATH_OVERFLOW_ERROR_POLICY ignore_error
#define BOOST_MATH_EVALUATION_ERROR_POLICY ignore_error
#define BOOST_MATH_ROUNDING_ERROR_POLICY ignore_error
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "base/constants.h"

namespace fatigue {
namespace {

using StudentsT = boost::math::students_t;
using FisherF = boost::math::fisher_f;
using ChiSquared = boost::math::chi_squared;
using Normal = boost::math::normal;

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

double NormalQuantile(double p) { return boost::math::quantile(Normal(), p); }

double BetaQuantile(double p, double a, double b) {
  return boost::math::quantile(boost::math::beta_distribution<double>(a, b), p);
}

double ChiSquaredQuantile(double p, double df) { return boost::math::quantile(ChiSquared(df), p); }

double FisherUpperP(double f, double num_df, double den_df) {
  if (!(f >= 0) || std::isnan(den_df) || den_df <= 0) return kNaN;
  if (f == 0) return 1;
  if (std::isinf(den_df)) return ChiSquaredUpperP(f * num_df, num_df);
  return boost::math::cdf(boost::math::complement(FisherF(num_df, den_df), f));
}

double FisherQuantile(double p, double num_df, double den_df) {
  return boost::math::quantile(FisherF(num_df, den_df), p);
}

double ChiSquaredUpperP(double x, double df) {
  if (std::isnan(x)) return kNaN;
  if (x <= 0) return 1;
  return boost::math::cdf(boost::math::complement(ChiSquared(df), x));
}

}  // namespace fatigue
