// SPDX-License-Identifier: MIT
// Logistic regression of repeated answers by generalised estimating equations with an exchangeable working correlation.
//
//   logit mu = X beta,  V_i = A_i^1/2 R(alpha) A_i^1/2,  A_i = diag(mu (1 - mu)),  R = (1 - alpha) I + alpha J
//   sum_i D_i' V_i^-1 (y_i - mu_i) = 0,  D_i = A_i X_i                                    Liang and Zeger (1986), eq 6
//   phi = sum r^2 / (N - p),  alpha = sum_i sum_j<k r_ij r_ik / (phi (M - p)),  r = (y - mu) / sqrt(mu (1 - mu)),
//         N answers, M pairs of answers of one cluster                                     ibid., section 3.3, as SAS
//   Cov(beta) = B^-1 [sum_i D_i' V_i^-1 F_i e_i e_i' F_i' V_i^-1 D_i] B^-1,  B = sum_i D_i' V_i^-1 D_i
//         sandwich: F = I; mancl_derouen: F = (I - H_i)^-1, H_i = D_i B^-1 D_i' V_i^-1
// Liang and Zeger (1986), Biometrika 73:13; Mancl and DeRouen (2001), Biometrics 57:126. docs/methods.md#gee.
#pragma once

#include <string>
#include <vector>

#include "base/eigen.h"

namespace fatigue {

enum class GeeCovariance { sandwich, mancl_derouen };
std::string Name(GeeCovariance covariance);

struct GeeFit {
  bool converged = false;
  std::string message;  // why not, or what was assumed; may be empty
  Vector beta;          // p
  Matrix vcov;          // p x p
  double correlation = 0, scale = 1;
  int iterations = 0;
};

/// X: N x p of full column rank; y: N zeros and ones; `first`: first row of every cluster, and N. Rows of a cluster
/// stand together.
GeeFit FitLogisticGee(const Matrix& X, const Vector& y, const std::vector<Index>& first, GeeCovariance covariance);

}  // namespace fatigue
