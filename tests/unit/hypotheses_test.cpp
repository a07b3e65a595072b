// SPDX-License-Identifier: MIT
// Tests of terms and empirical covariances where they are known from ordinary least squares.
#include <catch2/catch.hpp>
#include <cmath>

#include "report/model_run.h"
#include "report/option_names.h"
#include "support/made_data.h"

namespace fatigue::test {
namespace {

using Catch::Matchers::WithinRel;

FittedModel FitOf(const Table& table, const std::string& formula, DfMethod df, VcovMethod vcov = VcovMethod::model) {
  ModelSpec spec;
  spec.formula = formula;
  spec.df = df;
  spec.vcov = vcov;
  return RunModel(table, spec);
}

void CheckSame(const FTest& a, const FTest& b) {
  INFO(a.term);
  CHECK(a.term == b.term);
  CHECK(a.num_df == b.num_df);
  CHECK_THAT(a.f, WithinRel(b.f, 1e-10));
  // Satterthwaite's df of several rows depend on how the rows are written.
  if (a.num_df == 1) CHECK_THAT(a.den_df, WithinRel(b.den_df, 1e-10));
}

TEST_CASE("type II and III tests are the same without interactions") {
  const Table table = RandomTrial(22);
  for (const char* model : {" + us(visit | id)", " + (1 | id)", " + ar1(visit | id)", ""}) {
    for (DfMethod df : {DfMethod::satterthwaite, DfMethod::kenward_roger}) {
      const std::string formula = std::string("y ~ base + arm + visit") + model;
      INFO(formula << ", " << Name(df));
      const FittedModel fitted = FitOf(table, formula, *model ? df : DfMethod::residual);
      REQUIRE(fitted.usable());
      const std::vector<FTest> two = fitted.Tests(TestType::type2), three = fitted.Tests(TestType::type3);
      REQUIRE(two.size() == 3);
      REQUIRE(three.size() == 3);
      for (size_t k = 0; k < 3; ++k) CheckSame(two[k], three[k]);
    }
  }
}

/// The sums of squares of OLS by hand: the residual sum rises by this much when the term is left out.
TEST_CASE("type II tests of a two-way layout are those of models with and without the term") {
  const Table table = RandomTrial(1);
  const FittedModel full = FitOf(table, "y ~ arm * visit", DfMethod::residual);
  const FTest arm = full.Tests(TestType::type2).at(0);
  const auto residual_sum = [&](const std::string& formula) {
    double sum = 0;
    for (const RowResult& row : FitOf(table, formula, DfMethod::residual).Rows()) {
      sum += row.prediction.residual * row.prediction.residual;
    }
    return sum;
  };
  const double full_sum = residual_sum("y ~ arm * visit");
  const double mean_square = full_sum / (full.observations() - 8);
  const double explained = residual_sum("y ~ visit") - residual_sum("y ~ arm + visit");
  CHECK_THAT(arm.f, WithinRel(explained / mean_square, 1e-10));
}

/// y, x and group of one row per participant.
struct OneVisit {
  Table table;
  Matrix X;
  Vector y;
};

OneVisit MakeOneVisit() {
  const Index n = 30;
  Sequence random(11);
  std::vector<std::string> id, arm;
  std::vector<double> x, y;
  OneVisit made{{}, Matrix(n, 3), Vector(n)};
  for (Index row = 0; row < n; ++row) {
    const bool is_b = row % 3 == 0;
    const double value = 2 * random.Next(), spread = 1 + std::abs(value);
    const double response = 3 + value - (is_b ? 1.0 : 0.0) + spread * random.Next();
    id.push_back("p" + std::to_string(100 + row));
    arm.push_back(is_b ? "B" : "A");
    x.push_back(value);
    y.push_back(response);
    made.X.row(row) << 1, value, is_b ? 1 : 0;
    made.y[row] = response;
  }
  made.table = MakeTable(
      "one.csv", {FactorColumn("id", id), FactorColumn("arm", arm), NumberColumn("x", x), NumberColumn("y", y)});
  return made;
}

/// (X'X)^-1 X' diag(e^2 (1 - h)^-power) X (X'X)^-1: HC0, HC2 and HC3 (MacKinnon and White 1985).
Matrix White(const Matrix& X, const Vector& y, double power) {
  const Matrix inverse = (X.transpose() * X).ldlt().solve(Matrix::Identity(X.cols(), X.cols()));
  const Vector residual = y - X * (inverse * (X.transpose() * y));
  const Vector leverage = (X * inverse * X.transpose()).diagonal();
  const Vector weight = residual.array().square() * (1 - leverage.array()).pow(-power);
  return inverse * X.transpose() * weight.asDiagonal() * X * inverse;
}

TEST_CASE("the empirical covariance of one visit is White's") {
  const OneVisit made = MakeOneVisit();
  const std::pair<VcovMethod, double> methods[] = {
      {VcovMethod::empirical, 0}, {VcovMethod::empirical_bias_reduced, 1}, {VcovMethod::empirical_jackknife, 2}};
  for (const auto& [method, power] : methods) {
    ModelSpec spec;
    spec.formula = "y ~ x + arm";
    spec.df = DfMethod::satterthwaite;
    spec.vcov = method;
    spec.levels["arm"] = {"A", "B"};
    INFO(Name(method));
    const FittedModel model = RunModel(made.table, spec);
    REQUIRE(model.terms() == std::vector<std::string>{"(Intercept)", "x", "armB"});
    const Matrix ours = model.beta_vcov(), white = White(made.X, made.y, power);
    for (Index i = 0; i < 3; ++i) {
      for (Index j = 0; j < 3; ++j) {
        CHECK(std::abs(ours(i, j) - white(i, j)) < 1e-11 * std::sqrt(white(i, i) * white(j, j)));
      }
      CHECK_THAT(model.coefficients()[static_cast<size_t>(i)].se, WithinRel(std::sqrt(white(i, i)), 1e-11));
    }
  }
}

/// 24 participants, three arms, three visits; none of arm C at the last visit.
Table EmptyCellTrial() {
  std::vector<std::string> id, arm, site, visit;
  std::vector<double> y;
  int row = 0;
  for (int person = 0; person < 24; ++person) {
    for (int at = 0; at < 3; ++at) {
      ++row;
      if ((person % 3 == 2 && at == 2) || row % 11 == 0) continue;
      id.push_back("p" + std::to_string(100 + person));
      arm.push_back(std::string(1, static_cast<char>('A' + person % 3)));
      site.push_back(person / 3 % 2 ? "F" : "E");
      visit.push_back("v" + std::to_string(at + 1));
      y.push_back(20 + 3 * std::sin(person * 7) + at * (person % 3) / 2.0 + 2 * std::sin(row * 5));
    }
  }
  return MakeTable("empty.csv", {FactorColumn("id", id), FactorColumn("arm", arm), FactorColumn("site", site),
                                 FactorColumn("visit", visit), NumberColumn("y", y)});
}

/// lmerTest 3.1-3 (R 4.2.2): anova(lmer(y ~ site + arm * visit + (1 | id))), to the 1e-5 of its optimiser. Its tests
/// of arm and of visit depend on which levels come first, and are not given.
TEST_CASE("an interaction with an empty cell is tested by the columns that are left, the terms within it are not") {
  const FittedModel model = FitOf(EmptyCellTrial(), "y ~ site + arm * visit + (1 | id)", DfMethod::satterthwaite);
  REQUIRE(model.usable());
  const std::vector<FTest> tests = model.type3();
  REQUIRE(tests.size() == 2);
  CHECK(tests[0].term == "site");
  CHECK_THAT(tests[0].f, WithinRel(0.712410248762, 1e-5));
  CHECK_THAT(tests[0].den_df, WithinRel(20.2725685497, 1e-5));
  CHECK(tests[1].term == "arm:visit");
  CHECK(tests[1].num_df == 3);
  CHECK_THAT(tests[1].f, WithinRel(1.6926204593, 1e-5));
  CHECK_THAT(tests[1].den_df, WithinRel(30.0012062295, 1e-5));
  const std::vector<FTest> marginal =
      FitOf(EmptyCellTrial(), "y ~ site + arm * visit + cs(visit | id)", DfMethod::satterthwaite).type3();
  REQUIRE(marginal.size() == 2);
  CHECK(marginal[1].num_df == 3);
  CHECK_THAT(marginal[1].f, WithinRel(1.6926204593, 1e-5));  // the same covariance
}

}  // namespace
}  // namespace fatigue::test
