// SPDX-License-Identifier: MIT
#include "covariance/structure.h"

#include <catch2/catch.hpp>

#include "model/covariance_model.h"
#include "support/made_data.h"

namespace fatigue {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

Matrix SomeCovariance(int m) {
  Matrix covariance(m, m);
  for (int i = 0; i < m; ++i) {
    for (int j = 0; j < m; ++j) covariance(i, j) = (2.0 + i) * (2.0 + j) * std::pow(0.7, std::abs(i - j));
  }
  return covariance;
}

Component StructureComponent(CovStructure structure, int m) {
  Component component;
  component.kind = Component::Kind::residual_structure;
  component.structure = structure;
  component.size = m;
  component.times = Vector::LinSpaced(m, 0, m - 1).array().square();
  return component;
}

TEST_CASE("every structure starts positive definite and with its own number of parameters") {
  for (const StructureInfo& info : CovStructures()) {
    for (int m : {1, 2, 4, 6}) {
      INFO(info.name << " with " << m << " visits");
      const CovarianceModel model({StructureComponent(info.structure, m)});
      const Vector theta = StartTheta(info.structure, SomeCovariance(m));
      REQUIRE(theta.size() == ParameterCount(info.structure, m));
      CHECK(NaturalNames(info.structure, m).size() == static_cast<size_t>(theta.size()));
      const Matrix Sigma = model.Values(theta).matrices[0];
      CHECK(Sigma.llt().info() == Eigen::Success);
      CHECK(Sigma.isApprox(Sigma.transpose()));
    }
  }
}

TEST_CASE("derivatives of every structure agree with finite differences in both parameterisations") {
  const int m = 4;
  for (const StructureInfo& info : CovStructures()) {
    const CovarianceModel model({StructureComponent(info.structure, m)});
    const Component& component = model.components()[0];
    Vector theta = StartTheta(info.structure, SomeCovariance(m));
    test::Sequence random(3);
    for (Index k = 0; k < theta.size(); ++k) theta[k] += 0.1 * random.Next();
    const auto entry_at = [&](size_t entry, Coordinates coordinates) {
      return [&, entry, coordinates](const Vector& x) {
        const std::vector<double> values(x.data(), x.data() + x.size());
        const auto natural = coordinates == Coordinates::theta
                                 ? NaturalFromTheta(info.structure, m, values, MeanGap(component.times))
                                 : values;
        return SigmaFromNatural(info.structure, m, natural, component.times)[entry];
      };
    };
    for (Coordinates coordinates : {Coordinates::theta, Coordinates::natural}) {
      const CovarianceValue value = model.Derivatives(theta, coordinates);
      const Vector at = coordinates == Coordinates::theta ? theta : model.Natural(theta);
      const ComponentDerivatives& derivatives = value.derivatives[0];
      for (Index i = 0, entry = 0; i < m; ++i) {
        for (Index j = 0; j <= i; ++j, ++entry) {
          INFO(info.name << " entry " << entry);
          Matrix unit = Matrix::Zero(m, m);  // picks the entry out of contractions over all
          unit(i, j) += 0.5;
          unit(j, i) += 0.5;
          const Matrix hessian = derivatives.ContractEntries(unit);
          const Vector gradient = test::NumericGradient(entry_at(static_cast<size_t>(entry), coordinates), at);
          for (Index k = 0; k < at.size(); ++k) {
            const double exact = derivatives.jacobian(entry, k);
            Matrix pair = Matrix::Zero(at.size(), at.size());
            CHECK_THAT(exact, WithinRel(gradient[k], 1e-6) || WithinAbs(gradient[k], 1e-6));
            const auto slope = [&](const Vector& x) {
              return test::NumericGradient(entry_at(static_cast<size_t>(entry), coordinates), x, 1e-4)[k];
            };
            const Vector second = test::NumericGradient(slope, at, 1e-4);
            for (Index l = 0; l < at.size(); ++l) {
              CHECK_THAT(hessian(k, l), WithinRel(second[l], 1e-4) || WithinAbs(second[l], 2e-4));
              pair.setZero();
              pair(k, l) += 0.5;
              pair(l, k) += 0.5;
              CHECK_THAT(derivatives.ContractParameters(pair)(i, j), WithinAbs(hessian(k, l), 1e-10));
            }
          }
        }
      }
    }
  }
}

TEST_CASE("start values of us reproduce the moment covariance") {
  const CovarianceModel model({StructureComponent(CovStructure::us, 5)});
  const Matrix wanted = SomeCovariance(5);
  const Matrix Sigma = model.Values(StartTheta(CovStructure::us, wanted)).matrices[0];
  CHECK(Sigma.isApprox(wanted, 1e-12));
}

TEST_CASE("linear structures have no second derivatives in SAS's parameters") {
  for (const StructureInfo& info : CovStructures()) {
    const CovarianceModel model({StructureComponent(info.structure, 4)});
    const Vector theta = StartTheta(info.structure, SomeCovariance(4));
    double largest = 0;
    const CovarianceValue value = model.Derivatives(theta, Coordinates::natural);
    const Matrix weights = Matrix::Random(theta.size(), theta.size());
    largest = value.derivatives[0].ContractParameters(weights + weights.transpose()).cwiseAbs().maxCoeff();
    INFO(info.name);
    CHECK((largest == 0) == info.linear);
  }
}

}  // namespace
}  // namespace fatigue
