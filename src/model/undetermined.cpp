// SPDX-License-Identifier: MIT
#include "model/undetermined.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "base/words.h"
#include "model/starts.h"

namespace fatigue {
namespace {

/// An eigenvalue of the information, scaled to a diagonal of 1, below this is 0; so is the share of a parameter in its
/// eigenvector below the other.
constexpr double kNoInformation = 1e-9;
constexpr double kNoShare = 1e-3;
constexpr size_t kMostNamed = 6;

std::string NameOf(const CovarianceModel& model, size_t c, Index k) {
  const Component& component = model.components()[c];
  const std::string of_group = component.group.empty() ? "" : " of " + component.group;
  if (component.kind == Component::Kind::residual_variance) return "the residual variance";
  if (component.kind == Component::Kind::random_effects) {
    return "the random effects " + Listed(component.labels, component.labels.size()) + of_group;
  }
  if (component.structure == CovStructure::us) {
    for (int i = 0; i < component.size; ++i) {
      for (int j = 0; j <= i; ++j) {
        if (TriangleIndex(i, j) != k) continue;
        const std::string &row = component.labels[static_cast<size_t>(i)],
                          &column = component.labels[static_cast<size_t>(j)];
        if (i == j) return "the variance at visit " + row + of_group;
        return "the covariance of visits " + column + " and " + row + of_group;
      }
    }
  }
  return NaturalNames(component.structure, component.size)[static_cast<size_t>(k)] + " of " +
         Info(component.structure).name + of_group;
}

/// Parameters without information of their own, or in a combination about which there is none. `size`: the information
/// that each would have if the fixed effects were known; what is left of it after they are estimated may be rounding.
std::vector<bool> WithoutInformation(const Matrix& information, const Vector& size) {
  const Index K = information.rows();
  std::vector<bool> is_undetermined(static_cast<size_t>(K), false);
  Vector scale = Vector::Zero(K);
  for (Index k = 0; k < K; ++k) {
    if (information(k, k) > kNoInformation * size[k]) {
      scale[k] = 1 / std::sqrt(information(k, k));
    } else {
      is_undetermined[static_cast<size_t>(k)] = true;
    }
  }
  const Matrix scaled = scale.asDiagonal() * information * scale.asDiagonal();
  const Eigen::SelfAdjointEigenSolver<Matrix> eigen(scaled);
  for (Index e = 0; e < K; ++e) {
    if (eigen.eigenvalues()[e] > kNoInformation) continue;
    for (Index k = 0; k < K; ++k) {
      if (std::abs(eigen.eigenvectors()(k, e)) > kNoShare) is_undetermined[static_cast<size_t>(k)] = true;
    }
  }
  return is_undetermined;
}

}  // namespace

std::string UndeterminedParameters(const ModelData& data, Method method) {
  const CovarianceModel& model = data.covariance;
  // At a correlation of 0 there may be no information about it although there is elsewhere: d rho^2 / d rho is 0.
  std::vector<Vector> points = Restarts(data, StartTheta(data));
  points.insert(points.begin(), StartTheta(data));
  std::vector<bool> is_undetermined(static_cast<size_t>(model.parameters()), true);
  bool is_told = false;
  for (const Vector& point : points) {
    const auto derivatives = EvaluateDerivatives(data, method, point, Coordinates::natural, ExpectedHessian::yes);
    const auto known = EvaluateDerivatives(data, Method::ml, point, Coordinates::natural, ExpectedHessian::yes);
    if (!derivatives || !known || !derivatives->expected.allFinite()) continue;
    const std::vector<bool> here = WithoutInformation(derivatives->expected, known->expected.diagonal());
    std::transform(here.begin(), here.end(), is_undetermined.begin(), is_undetermined.begin(), std::logical_and<>());
    is_told = true;
  }
  if (!is_told) return "";
  std::vector<std::string> names;
  for (size_t c = 0; c < model.components().size(); ++c) {
    for (Index k = 0; k < model.count(c); ++k) {
      if (!is_undetermined[static_cast<size_t>(model.first(c) + k)]) continue;
      const std::string name = NameOf(model, c, k);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names.empty() ? "" : Listed(names, kMostNamed);
}

}  // namespace fatigue
