// SPDX-License-Identifier: MIT
#include "model/objective.h"

#include <catch2/catch.hpp>
#include <numbers>

#include "model/fit.h"
#include "model/second_order.h"
#include "support/made_data.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

struct Problem {
  Table table = test::MadeTrial();
  Formula formula;
  ModelFrame frame;
  std::optional<DesignCoding> coding;
  std::shared_ptr<const OrthonormalBasis> basis;
  ModelData data;

  explicit Problem(const std::string& text) : formula(ParseFormula(text)) {
    frame = BuildModelFrame(table, formula, {});
    coding.emplace(formula.fixed, frame.fixed, Coding::treatment);
    basis = std::make_shared<const OrthonormalBasis>(frame, *coding);
    data = BuildModelData(frame, formula, basis);
  }
  Problem(const Problem&) = delete;
  Problem& operator=(const Problem&) = delete;
};

/// Every structure, random effects, and both at once.
const char* kStructures[] = {"y ~ base + arm * visit + us(visit | id)",
                             "y ~ base + arm * visit + toeph(visit | id)",
                             "y ~ base + arm * visit + toep(visit | id)",
                             "y ~ base + arm * visit + adh(visit | id)",
                             "y ~ base + arm * visit + ad(visit | id)",
                             "y ~ base + arm * visit + ar1h(visit | id)",
                             "y ~ base + arm * visit + ar1(visit | id)",
                             "y ~ base + arm * visit + csh(visit | id)",
                             "y ~ base + arm * visit + cs(visit | id)",
                             "y ~ arm * day + sp_exp(day | id)",
                             "y ~ arm + us(visit | arm / id)",
                             "y ~ arm + ar1h(visit | arm / id)",
                             "y ~ arm * day + (1 | id)",
                             "y ~ arm * day + (day | id)",
                             "y ~ arm * day + (day || id)",
                             "y ~ arm + (1 | arm/id)",
                             "y ~ arm * visit + (1 | id) + ar1(visit | id)",
                             "y ~ arm * visit + (1 | id) + ar1h(visit | id)",
                             "y ~ arm * day + (1 | id) + sp_exp(day | id)",
                             "y ~ arm * day + (day || id) + ar1(visit | id)"};

TEST_CASE("gradient and Hessian of the likelihood agree with finite differences") {
  for (const char* text : kStructures) {
    const Problem problem(text);
    for (Method method : {Method::reml, Method::ml}) {
      INFO(text << (method == Method::reml ? " REML" : " ML"));
      Vector theta = StartTheta(problem.data);
      test::Sequence random(11);
      for (Index k = 0; k < theta.size(); ++k) theta[k] += 0.05 * random.Next();
      const auto exact = EvaluateDerivatives(problem.data, method, theta, Coordinates::theta);
      REQUIRE(exact);
      const auto value = [&](const Vector& x) { return EvaluateLikelihood(problem.data, method, x)->objective; };
      const Vector gradient = test::NumericGradient(value, theta);
      for (Index k = 0; k < theta.size(); ++k) {
        CHECK_THAT(exact->gradient[k], WithinRel(gradient[k], 1e-6) || WithinAbs(gradient[k], 1e-6));
        const auto slope = [&](const Vector& x) {
          return EvaluateDerivatives(problem.data, method, x, Coordinates::theta)->gradient[k];
        };
        const Vector row = test::NumericGradient(slope, theta);
        for (Index l = 0; l < theta.size(); ++l) {
          CHECK_THAT(exact->hessian(k, l), WithinRel(row[l], 1e-6) || WithinAbs(row[l], 1e-5));
        }
      }
    }
  }
}

/// Kenward-Roger works in SAS's parameters: the chain rule leads from them to theta, J = d natural / d theta.
TEST_CASE("derivatives in SAS's parameters are those in theta by the chain rule") {
  for (const char* text : kStructures) {
    INFO(text);
    const Problem problem(text);
    Vector theta = StartTheta(problem.data);
    test::Sequence random(17);
    for (Index k = 0; k < theta.size(); ++k) theta[k] += 0.05 * random.Next();
    const auto in_theta =
        EvaluateDerivatives(problem.data, Method::reml, theta, Coordinates::theta, ExpectedHessian::yes);
    const auto natural =
        EvaluateDerivatives(problem.data, Method::reml, theta, Coordinates::natural, ExpectedHessian::yes);
    REQUIRE(in_theta);
    REQUIRE(natural);
    const Index count = theta.size();
    Matrix J(count, count), curvature = Matrix::Zero(count, count);
    for (Index l = 0; l < count; ++l) {
      const auto value = [&](const Vector& x) { return problem.data.covariance.Natural(x)[l]; };
      J.row(l) = test::NumericGradient(value, theta).transpose();
      for (Index k = 0; k < count; ++k) {
        const auto slope = [&](const Vector& x) { return test::NumericGradient(value, x, 1e-4)[k]; };
        curvature.row(k) += natural->gradient[l] * test::NumericGradient(slope, theta, 1e-4).transpose();
      }
    }
    const auto check = [](const Matrix& exact, const Matrix& chained, double tolerance) {
      CHECK((exact - chained).cwiseAbs().maxCoeff() <= tolerance * (1 + exact.cwiseAbs().maxCoeff()));
    };
    check(in_theta->gradient, J.transpose() * natural->gradient, 1e-8);
    check(in_theta->expected, J.transpose() * natural->expected * J, 1e-8);
    check(in_theta->hessian, J.transpose() * natural->hessian * J + curvature, 1e-6);
    for (Index k = 0; k < count; ++k) {
      Matrix chained = Matrix::Zero(problem.data.p, problem.data.p);
      for (Index l = 0; l < count; ++l) chained += J(l, k) * natural->P[static_cast<size_t>(l)];
      check(in_theta->P[static_cast<size_t>(k)], chained, 1e-8);
    }
  }
}

TEST_CASE("the likelihood by patterns equals the textbook formula on the whole covariance matrix") {
  const Problem problem("y ~ base + arm * visit + us(visit | id)");
  const Vector theta = StartTheta(problem.data);
  const Matrix Sigma = problem.data.covariance.Values(theta).matrices[0];
  const Variable id = problem.frame.Factor("id"), visit = problem.frame.Factor("visit");
  const Index n = problem.frame.y.size();
  Matrix V = Matrix::Zero(n, n);
  for (Index i = 0; i < n; ++i) {
    for (Index j = 0; j < n; ++j) {
      const auto a = static_cast<size_t>(i), b = static_cast<size_t>(j);
      if (id.codes[a] == id.codes[b]) V(i, j) = Sigma(visit.codes[a], visit.codes[b]);
    }
  }
  const Matrix X = problem.coding->Rows(problem.frame.fixed, n);
  const Matrix information = X.transpose() * V.inverse() * X;
  const Vector beta = information.inverse() * X.transpose() * V.inverse() * problem.frame.y;
  const Vector r = problem.frame.y - X * beta;
  const double p = static_cast<double>(X.cols());
  const double reml = (static_cast<double>(n) - p) * std::log(2 * std::numbers::pi) + std::log(V.determinant()) +
                      std::log(information.determinant()) + r.dot(V.inverse() * r);
  const double ml =
      static_cast<double>(n) * std::log(2 * std::numbers::pi) + std::log(V.determinant()) + r.dot(V.inverse() * r);
  CHECK_THAT(EvaluateLikelihood(problem.data, Method::reml, theta)->objective, WithinRel(reml, 1e-12));
  CHECK_THAT(EvaluateLikelihood(problem.data, Method::ml, theta)->objective, WithinRel(ml, 1e-12));
}

TEST_CASE("many subjects in a pattern give the same sums as their rows") {
  test::Sequence random(5);
  std::vector<Matrix> units;
  for (int unit = 0; unit < 100; ++unit) units.push_back(Matrix::NullaryExpr(2, 3, [&]() { return random.Next(); }));
  Matrix M = Matrix::NullaryExpr(2, 2, [&]() { return random.Next(); });
  Matrix A = Matrix::NullaryExpr(3, 3, [&]() { return random.Next(); });
  M = (M + M.transpose()).eval();
  A = (A + A.transpose()).eval();
  const auto source = [&units](Index first, Index count, Matrix* rows) {
    rows->resize(2 * count, 3);
    for (Index unit = 0; unit < count; ++unit) rows->middleRows(2 * unit, 2) = units[static_cast<size_t>(first + unit)];
  };
  for (int count : {2, 100}) {
    Pattern pattern(2, {});
    pattern.Load(count, 3, source);
    CHECK(pattern.is_stacked() == (count == 2));
    Matrix contracted = Matrix::Zero(3, 3), spread = Matrix::Zero(2, 2), products = Matrix::Zero(6, 6);
    for (int unit = 0; unit < count; ++unit) {
      const Matrix& W = units[static_cast<size_t>(unit)];
      contracted += W.transpose() * M * W;
      spread += W * A * W.transpose();
      const Vector flat = (M * W).reshaped();
      products += flat * flat.transpose();
    }
    CHECK(pattern.Contract(M).isApprox(contracted, 1e-13));
    CHECK(pattern.Spread(A).isApprox(spread, 1e-13));
    if (!pattern.is_stacked()) CHECK(pattern.TransformedProducts(M).isApprox(products, 1e-13));
  }
}

TEST_CASE("second-order traces by entries equal those by derivatives") {
  for (const char* text : kStructures) {
    INFO(text);
    const Problem problem(text);
    const CovarianceModel& model = problem.data.covariance;
    const CovarianceValue value = model.Derivatives(StartTheta(problem.data), Coordinates::theta);
    const EntryLayout layout(model);
    const Matrix J = EntryJacobian(model, value);
    test::Sequence random(3);
    for (const Pattern& pattern : problem.data.patterns) {
      const Index n = pattern.rows();
      Matrix M = Matrix::NullaryExpr(n, n, [&]() { return random.Next(); });
      M = (M + M.transpose()).eval();
      const Matrix A = pattern.Covariance(value.matrices).inverse();
      Matrix T = Matrix::Zero(layout.total, layout.total);
      AddEntryPairs(pattern, layout, M, A, &T);
      const Matrix pairs = J.transpose() * T * J;
      const Index K = model.parameters();
      Matrix W = Matrix::NullaryExpr(K, K, [&]() { return random.Next(); });
      W = (W + W.transpose()).eval();
      Matrix weighted = Matrix::Zero(n, n);
      for (Index k = 0; k < K; ++k) {
        const Matrix V_k = PatternDerivative(pattern, model, value, k);
        for (Index l = 0; l < K; ++l) {
          const Matrix V_l = PatternDerivative(pattern, model, value, l);
          CHECK_THAT(pairs(k, l), WithinAbs((V_k * M * V_l * A).trace(), 1e-9 * pairs.cwiseAbs().maxCoeff()));
          weighted += W(k, l) * V_k * A * V_l;
        }
      }
      CHECK(WeightedPairs(pattern, layout, J * W * J.transpose(), A).isApprox(weighted, 1e-9));
    }
  }
}

TEST_CASE("data the model cannot use are refused with the reason") {
  using Catch::Matchers::Contains;
  const auto message = [](const std::string& text) -> std::string {
    try {
      Problem problem(text);
    } catch (const Error& error) {
      return error.code() + ": " + error.what();
    }
    return "accepted";
  };
  CHECK_THAT(message("y ~ 1 + us(arm | id)"), Contains("duplicate_visit: made.csv has two rows for id p100 at arm A"));
  CHECK_THAT(message("y ~ 1 + (1 | visit) + (1 | id)"), Contains("crossed_factors"));
  CHECK_THAT(message("y ~ 1 + (visit * day | id)"), Contains("not_identifiable"));
  CHECK_THAT(message("day ~ factor(day) + us(visit | id)"), Contains("no_variation"));
  CHECK_THAT(message("y ~ arm + us(visit | id) + us(visit | id)"), Contains("formula_syntax"));
}

}  // namespace
}  // namespace fatigue
