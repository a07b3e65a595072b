// SPDX-License-Identifier: MIT
#include "model/covariance_model.h"

namespace fatigue {
namespace {

template <typename T>
std::vector<T> Slice(const std::vector<T>& all, Index first, Index count) {
  return {all.begin() + first, all.begin() + first + count};
}

/// G = scale Lambda Lambda', Lambda lower triangular by rows.
template <typename T>
std::vector<T> RandomEffectsNatural(int size, const std::vector<T>& lambda, const T& scale) {
  std::vector<T> natural;
  for (int i = 0; i < size; ++i) {
    for (int j = 0; j <= i; ++j) {
      T sum = lambda[TriangleIndex(i, 0)] * lambda[TriangleIndex(j, 0)];
      for (int k = 1; k <= j; ++k) sum = sum + lambda[TriangleIndex(i, k)] * lambda[TriangleIndex(j, k)];
      natural.push_back(scale * sum);
    }
  }
  return natural;
}

}  // namespace

Matrix SymmetricFromTriangle(const std::vector<double>& triangle, int size) {
  Matrix matrix(size, size);
  for (int i = 0; i < size; ++i) {
    for (int j = 0; j <= i; ++j) matrix(i, j) = matrix(j, i) = triangle[static_cast<size_t>(TriangleIndex(i, j))];
  }
  return matrix;
}

Matrix CovarianceValue::Derivative(size_t component, Index k) const {
  const auto& triangle = entries[component];
  std::vector<double> slopes;
  slopes.reserve(triangle.size());
  for (const Dual& entry : triangle) slopes.push_back(entry.is_constant() ? 0 : entry.gradient[k]);
  return SymmetricFromTriangle(slopes, static_cast<int>(matrices[component].rows()));
}

CovarianceModel::CovarianceModel(std::vector<Component> components) : components_(std::move(components)) {
  for (const Component& component : components_) {
    Index count = 1;
    if (component.kind == Component::Kind::residual_structure) {
      count = ParameterCount(component.structure, component.size);
    } else if (component.kind == Component::Kind::random_effects) {
      count = component.size * (component.size + 1) / 2;
    }
    first_.push_back(parameters_);
    count_.push_back(count);
    parameters_ += count;
  }
}

template <typename T>
std::vector<T> CovarianceModel::NaturalOf(const std::vector<T>& theta) const {
  T scale(1.0);  // random effects are relative to the residual variance where there is one
  for (size_t c = 0; c < components_.size(); ++c) {
    if (components_[c].kind == Component::Kind::residual_variance) scale = Exp(theta[first_[c]] * T(2.0));
  }
  std::vector<T> natural;
  for (size_t c = 0; c < components_.size(); ++c) {
    const Component& component = components_[c];
    const std::vector<T> own = Slice(theta, first_[c], count_[c]);
    std::vector<T> values = {scale};
    if (component.kind == Component::Kind::residual_structure) {
      values = NaturalFromTheta(component.structure, component.size, own);
    } else if (component.kind == Component::Kind::random_effects) {
      values = RandomEffectsNatural(component.size, own, scale);
    }
    natural.insert(natural.end(), values.begin(), values.end());
  }
  return natural;
}

template <typename T>
std::vector<std::vector<T>> CovarianceModel::EntriesOf(const std::vector<T>& natural) const {
  std::vector<std::vector<T>> entries;
  for (size_t c = 0; c < components_.size(); ++c) {
    const Component& component = components_[c];
    const std::vector<T> own = Slice(natural, first_[c], count_[c]);
    entries.push_back(component.kind == Component::Kind::residual_structure
                          ? SigmaFromNatural(component.structure, component.size, own, component.times)
                          : own);
  }
  return entries;
}

Vector CovarianceModel::Natural(const Vector& theta) const {
  const std::vector<double> natural = NaturalOf(std::vector<double>(theta.data(), theta.data() + theta.size()));
  return Eigen::Map<const Vector>(natural.data(), static_cast<Index>(natural.size()));
}

CovarianceValue CovarianceModel::Values(const Vector& theta) const {
  const std::vector<double> start(theta.data(), theta.data() + theta.size());
  const auto entries = EntriesOf(NaturalOf(start));
  CovarianceValue value;
  for (size_t c = 0; c < components_.size(); ++c) {
    value.matrices.push_back(SymmetricFromTriangle(entries[c], components_[c].size));
  }
  return value;
}

CovarianceValue CovarianceModel::Derivatives(const Vector& theta, Coordinates coordinates) const {
  CovarianceValue value = Values(theta);
  value.entries = EntriesOf(coordinates == Coordinates::theta ? NaturalOf(Seed(theta)) : Seed(Natural(theta)));
  return value;
}

}  // namespace fatigue
