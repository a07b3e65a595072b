// SPDX-License-Identifier: MIT
// Logistic GEE against R's gee (tests/reference/make/logistic_gee.R). gee stops where a step is below 1e-13 of the
// estimates; its sums are in another order.
#include "inference/logistic_gee.h"

#include <catch2/catch.hpp>

#include "support/reference_case.h"

namespace fatigue::test {
namespace {

Matrix MatrixOf(const Json& rows) {
  Matrix result(static_cast<Index>(rows.size()), static_cast<Index>(rows[0].size()));
  for (Index i = 0; i < result.rows(); ++i) {
    for (Index j = 0; j < result.cols(); ++j) result(i, j) = rows[static_cast<size_t>(i)][static_cast<size_t>(j)];
  }
  return result;
}

Matrix ColumnMatrix(const Json& values) {
  Matrix result(static_cast<Index>(values.size()), 1);
  for (Index i = 0; i < result.rows(); ++i) result(i, 0) = values[static_cast<size_t>(i)];
  return result;
}

void CheckClose(const Matrix& ours, const Matrix& theirs, double tolerance) {
  REQUIRE(ours.size() == theirs.size());
  CHECK((ours - theirs).cwiseAbs().maxCoeff() < tolerance * theirs.cwiseAbs().maxCoeff());
}

TEST_CASE("generalised estimating equations are solved as by R's gee") {
  const Json stored = ReadJson(FATIGUE_TEST_DIR "/reference/ship/logistic_gee.json");
  REQUIRE(stored["cases"].size() == 3);
  for (const Json& each : stored["cases"]) {
    CAPTURE(each["name"].get<std::string>());
    const Matrix X = MatrixOf(each["X"]);
    const Vector y = ColumnMatrix(each["y"]);
    std::vector<Index> first;
    for (size_t row = 0; row < each["id"].size(); ++row) {
      if (row == 0 || each["id"][row] != each["id"][row - 1]) first.push_back(static_cast<Index>(row));
    }
    first.push_back(X.rows());
    const GeeFit sandwich = FitLogisticGee(X, y, first, GeeCovariance::sandwich);
    const GeeFit corrected = FitLogisticGee(X, y, first, GeeCovariance::mancl_derouen);
    REQUIRE(sandwich.converged);
    CheckClose(sandwich.beta, ColumnMatrix(each["beta"]), 1e-8);
    CHECK_THAT(sandwich.correlation, Catch::WithinAbs(each["correlation"].get<double>(), 1e-9));
    CHECK_THAT(sandwich.scale, Catch::WithinRel(each["scale"].get<double>(), 1e-9));
    CheckClose(sandwich.vcov, MatrixOf(each["sandwich"]), 1e-8);
    CheckClose(corrected.vcov, MatrixOf(each["mancl_derouen"]), 1e-8);
  }
}

TEST_CASE("answers that are all the same have no finite odds, and say so") {
  Matrix X(8, 2);
  X << 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1;
  Vector y(8);
  y << 1, 0, 1, 0, 1, 1, 1, 1;
  const GeeFit fit = FitLogisticGee(X, y, {0, 2, 4, 6, 8}, GeeCovariance::sandwich);
  CHECK_FALSE(fit.converged);
  CHECK_FALSE(fit.message.empty());
}

}  // namespace
}  // namespace fatigue::test
