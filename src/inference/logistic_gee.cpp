// SPDX-License-Identifier: MIT
#include "inference/logistic_gee.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace fatigue {
namespace {

constexpr int kIterationLimit = 200;
constexpr double kSettled = 1e-12;

/// One cluster, scaled so that its working covariance is R.
struct Cluster {
  Matrix X;  // A^1/2 X
  Vector r;  // A^-1/2 (y - mu)
};

/// R(alpha)^-1 M of an exchangeable R.
Matrix Weighted(const Matrix& M, double alpha) {
  const auto n = static_cast<double>(M.rows());
  const double share = alpha / (1 + (n - 1) * alpha);
  Matrix result = M;
  result.rowwise() -= share * M.colwise().sum();
  return result / (1 - alpha);
}

class Equations {
 public:
  Equations(const Matrix& X, const Vector& y, const std::vector<Index>& first) : X_(X), y_(y), first_(first) {}

  /// The clusters at beta.
  void Evaluate(const Vector& beta) {
    clusters_.clear();
    for (size_t i = 0; i + 1 < first_.size(); ++i) {
      const Index n = first_[i + 1] - first_[i];
      const Matrix X = X_.middleRows(first_[i], n);
      const Vector eta = X * beta;
      const Vector mu = (1 + (-eta.array()).exp()).inverse();
      const Vector root = (mu.array() * (1 - mu.array())).sqrt();
      clusters_.push_back({root.asDiagonal() * X, (y_.segment(first_[i], n) - mu).cwiseQuotient(root)});
    }
  }

  double Scale() const {
    double squares = 0;
    for (const Cluster& cluster : clusters_) squares += cluster.r.squaredNorm();
    return squares / static_cast<double>(X_.rows() - X_.cols());
  }

  /// None where there are no more pairs than coefficients.
  std::optional<double> Correlation(double scale) const {
    double products = 0, pairs = 0;
    for (const Cluster& cluster : clusters_) {
      const auto n = static_cast<double>(cluster.r.size());
      const double sum = cluster.r.sum();
      products += 0.5 * (sum * sum - cluster.r.squaredNorm());
      pairs += 0.5 * n * (n - 1);
    }
    const double free = pairs - static_cast<double>(X_.cols());
    if (free <= 0) return std::nullopt;
    return products / (scale * free);
  }

  Matrix Bread(double alpha) const {
    Matrix sum = Matrix::Zero(X_.cols(), X_.cols());
    for (const Cluster& each : clusters_) sum += each.X.transpose() * Weighted(each.X, alpha);
    return sum;
  }

  Vector Score(double alpha) const {
    Vector sum = Vector::Zero(X_.cols());
    for (const Cluster& each : clusters_) sum += each.X.transpose() * Weighted(each.r, alpha);
    return sum;
  }

  Matrix Meat(double alpha, const Matrix& bread_inverse, GeeCovariance covariance) const {
    Matrix sum = Matrix::Zero(X_.cols(), X_.cols());
    for (const Cluster& each : clusters_) {
      Vector r = each.r;
      if (covariance == GeeCovariance::mancl_derouen) {
        // In the scale of r, H is X B^-1 X' R^-1.
        const Index n = r.size();
        const Matrix H = each.X * bread_inverse * Weighted(each.X, alpha).transpose();
        r = (Matrix::Identity(n, n) - H).fullPivLu().solve(each.r);
      }
      const Vector score = each.X.transpose() * Weighted(r, alpha);
      sum += score * score.transpose();
    }
    return sum;
  }

  /// Is R(alpha) positive definite for the largest cluster?
  bool IsPossible(double alpha) const {
    Index largest = 1;
    for (const Cluster& each : clusters_) largest = std::max(largest, each.r.size());
    return alpha < 1 && 1 + static_cast<double>(largest - 1) * alpha > 0;
  }

 private:
  const Matrix& X_;
  const Vector& y_;
  const std::vector<Index>& first_;
  std::vector<Cluster> clusters_;
};

}  // namespace

std::string Name(GeeCovariance covariance) {
  return covariance == GeeCovariance::sandwich ? "sandwich" : "mancl_derouen";
}

GeeFit FitLogisticGee(const Matrix& X, const Vector& y, const std::vector<Index>& first, GeeCovariance covariance) {
  GeeFit fit;
  const Index p = X.cols();
  if (X.rows() <= p) {
    fit.message = "there are no more answers than coefficients";
    return fit;
  }
  Equations equations(X, y, first);
  fit.beta = Vector::Zero(p);
  equations.Evaluate(fit.beta);
  Matrix bread;
  for (; fit.iterations < kIterationLimit; ++fit.iterations) {
    bread = equations.Bread(fit.correlation);
    const Vector step = bread.ldlt().solve(equations.Score(fit.correlation));
    fit.beta += step;
    if (!fit.beta.allFinite() || fit.beta.cwiseAbs().maxCoeff() > 30) {
      fit.message = "the odds ratios are not finite";
      return fit;
    }
    equations.Evaluate(fit.beta);
    fit.scale = equations.Scale();
    const double before = fit.correlation;
    const std::optional<double> correlation = equations.Correlation(fit.scale);
    fit.correlation = correlation.value_or(0);
    if (!correlation) fit.message = "too few pairs of answers tell of the working correlation, which is taken as 0";
    if (!equations.IsPossible(fit.correlation)) {
      fit.message = "the working correlation is not possible: " + std::to_string(fit.correlation);
      return fit;
    }
    const bool is_settled = step.cwiseAbs().maxCoeff() < kSettled * (1 + fit.beta.cwiseAbs().maxCoeff());
    if (is_settled && std::abs(fit.correlation - before) < kSettled) {
      fit.converged = true;
      break;
    }
  }
  if (!fit.converged) {
    fit.message = "the equations were not solved in " + std::to_string(kIterationLimit) + " steps";
    return fit;
  }
  bread = equations.Bread(fit.correlation);
  const Matrix inverse = bread.ldlt().solve(Matrix::Identity(p, p));
  fit.vcov = inverse * equations.Meat(fit.correlation, inverse, covariance) * inverse;
  return fit;
}

}  // namespace fatigue
