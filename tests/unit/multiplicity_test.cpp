// SPDX-License-Identifier: MIT
// Adjustments for multiplicity. Probabilities of the multivariate t: one-dimensional integrals where there are two
// variables, otherwise R's mvtnorm 1.1-3 and, for equal correlations, integrals over the common factor.
#include "inference/multiplicity.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "base/distributions.h"
#include "inference/max_abs_t.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

Matrix Equal(Index size, double correlation) {
  Matrix matrix = Matrix::Constant(size, size, correlation);
  matrix.diagonal().setOnes();
  return matrix;
}

Matrix Three(double r12, double r13, double r23) {
  Matrix matrix = Matrix::Identity(3, 3);
  matrix(0, 1) = matrix(1, 0) = r12;
  matrix(0, 2) = matrix(2, 0) = r13;
  matrix(1, 2) = matrix(2, 1) = r23;
  return matrix;
}

double Tail(double limit, const Matrix& correlation, double df) {
  return 1 - MaxAbsTProbability(limit, correlation, df);
}

TEST_CASE("the largest of two |t| exceeds a limit as one-dimensional integrals say") {
  CHECK_THAT(Tail(2.5, Equal(2, 0.5), 10), WithinAbs(0.056047126453, 1e-9));
  CHECK_THAT(Tail(5, Equal(2, 0.5), 15), WithinAbs(0.000304413206, 1e-9));
  CHECK_THAT(Tail(2, Equal(2, 0.2), 6), WithinAbs(0.164970854303, 1e-9));
  CHECK_THAT(Tail(2.2, Equal(2, 0.5), INFINITY), WithinAbs(0.0515258214, 1e-9));
}

TEST_CASE("the largest of three and five |t| exceeds a limit as mvtnorm says") {
  CHECK_THAT(Tail(2.5, Equal(3, 0.5), 12), WithinAbs(0.0690346092, 1e-6));
  CHECK_THAT(Tail(2, Three(0.3, -0.2, 0.6), 7), WithinAbs(0.1961685342, 1e-6));
  CHECK_THAT(Tail(2.3, Three(0.3, -0.2, 0.6), INFINITY), WithinAbs(0.0582167477, 1e-6));
  CHECK_THAT(Tail(2.6, Equal(5, 0.4), 20), WithinAbs(0.0704116336, 1e-5));
}

TEST_CASE("one |t| is Student's, and so are several that are the same") {
  for (double df : {3.0, 17.4, 250.0, static_cast<double>(INFINITY)}) {
    for (double limit : {0.5, 2.1, 4.0}) {
      INFO(limit << " with " << df << " df");
      const double student = StudentTwoSidedP(limit, df);
      CHECK_THAT(Tail(limit, Equal(1, 1), df), WithinAbs(student, 1e-14));
      CHECK_THAT(Tail(limit, Equal(2, 1), df), WithinAbs(student, 1e-9));
      CHECK_THAT(Tail(limit, Equal(2, -1), df), WithinAbs(student, 1e-9));
      CHECK_THAT(Tail(limit, Equal(3, 1), df), WithinAbs(student, 1e-9));
    }
  }
}

TEST_CASE("independent normal variables multiply") {
  const double one = 1 - StudentTwoSidedP(2.2, INFINITY);
  for (Index size : {2, 3, 4, 6}) {
    CHECK_THAT(MaxAbsTProbability(2.2, Matrix::Identity(size, size), INFINITY),
               WithinAbs(std::pow(one, static_cast<double>(size)), 1e-6));
  }
}

TEST_CASE("two independent normal variables over one scale, however few the degrees of freedom and far the limit") {
  struct Row {
    double limit, df, p;
  };
  // R 4.2.2: integrate() of (4 pnorm(-c s) - 4 pnorm(-c s)^2) over the density of s, in 40 panels at 1e-13.
  const std::vector<Row> rows = {
      {0.7, 0.4, 0.83025334581173},     {3, 0.4, 0.51012959530604},       {40, 0.4, 0.18231007620207},
      {0.7, 1, 0.78667178073435},       {3, 1, 0.28713258625741},         {3000, 1, 0.00030010542482527},
      {3, 1.5, 0.20275998636544},       {3000, 1.5, 7.0721093193901e-06}, {3, 3.3, 0.089110983821265},
      {3000, 3.3, 1.7604867358806e-11}, {3, 12, 0.021583729941466},       {40, 12, 7.6772798227635e-14},
      {3000, 12, 2.5268544404208e-36},  {3, 400, 0.0057281749180469},     {40, 400, 1.43170354246e-141},
      {0.7, 1e7, 0.73366898015594}};
  for (const Row& row : rows) {
    INFO(row.limit << " with " << row.df << " df");
    CHECK_THAT(MaxAbsTUpperP(row.limit, Matrix::Identity(2, 2), row.df), WithinRel(row.p, 1e-9));
  }
  CHECK_THAT(MaxAbsTUpperP(3, Matrix::Identity(4, 4), 1), WithinAbs(0.368206679378, 1e-5));
}

TEST_CASE("the critical value inverts the probability") {
  for (double df : {5.0, 30.5, static_cast<double>(INFINITY)}) {
    for (const Matrix& correlation : {Equal(2, 0.5), Equal(3, 0.5), Three(0.3, -0.2, 0.6)}) {
      for (double confidence : {0.9, 0.95, 0.99}) {
        const double limit = MaxAbsTCriticalValue(confidence, correlation, df);
        CHECK_THAT(MaxAbsTProbability(limit, correlation, df), WithinAbs(confidence, 1e-7));
      }
    }
  }
  CHECK_THAT(MaxAbsTCriticalValue(0.95, Equal(1, 1), 12), WithinAbs(StudentCriticalValue(0.95, 12), 1e-8));
  // Dunnett (1955), two-sided 5 %: 2 treatments and a control with 10 df, 3 with 20 df; two decimals.
  CHECK_THAT(MaxAbsTCriticalValue(0.95, Equal(2, 0.5), 10), WithinAbs(2.57, 0.006));
  CHECK_THAT(MaxAbsTCriticalValue(0.95, Equal(3, 0.5), 20), WithinAbs(2.54, 0.006));
}

void CheckAdjusted(Adjust adjust, const std::vector<double>& p_values, const std::vector<double>& expected) {
  const std::vector<double> adjusted = AdjustPValues(p_values, adjust);
  REQUIRE(adjusted.size() == expected.size());
  for (size_t k = 0; k < expected.size(); ++k) {
    INFO(k);
    if (std::isnan(expected[k])) {
      CHECK(std::isnan(adjusted[k]));
    } else {
      CHECK_THAT(adjusted[k], WithinRel(expected[k], 1e-14));
    }
  }
}

TEST_CASE("Bonferroni, Holm and Hochberg give the values made by hand") {
  // In order .01 .02 .03 .04. Holm: 4 x .01, 3 x .02, 2 x .03, and .04 raised to what came before.
  CheckAdjusted(Adjust::none, {0.04, 0.01, 0.03, 0.02}, {0.04, 0.01, 0.03, 0.02});
  CheckAdjusted(Adjust::bonferroni, {0.04, 0.01, 0.03, 0.02}, {0.16, 0.04, 0.12, 0.08});
  CheckAdjusted(Adjust::holm, {0.04, 0.01, 0.03, 0.02}, {0.06, 0.04, 0.06, 0.06});
  // Hochberg: the largest stays, those below are lowered to what comes after.
  CheckAdjusted(Adjust::hochberg, {0.04, 0.01, 0.03, 0.02}, {0.04, 0.04, 0.04, 0.04});
  CheckAdjusted(Adjust::hochberg, {0.2, 0.001, 0.015}, {0.2, 0.003, 0.03});
  // No more than 1.
  CheckAdjusted(Adjust::bonferroni, {0.5, 0.3, 0.9}, {1, 0.9, 1});
  CheckAdjusted(Adjust::holm, {0.5, 0.3, 0.9}, {1, 0.9, 1});
  CheckAdjusted(Adjust::hochberg, {0.5, 0.3, 0.9}, {0.9, 0.9, 0.9});
  // Ties, one value, and values that are not there.
  CheckAdjusted(Adjust::holm, {0.02, 0.02}, {0.04, 0.04});
  CheckAdjusted(Adjust::hochberg, {0.02, 0.02}, {0.02, 0.02});
  CheckAdjusted(Adjust::holm, {0.03}, {0.03});
  CheckAdjusted(Adjust::bonferroni, {NAN, 0.01, 0.02}, {NAN, 0.02, 0.04});
  CheckAdjusted(Adjust::holm, {0.01, NAN, 0.02}, {0.02, NAN, 0.02});
}

}  // namespace
}  // namespace fatigue
