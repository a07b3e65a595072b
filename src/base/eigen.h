// SPDX-License-Identifier: MIT
// The one place that names Eigen's types.
#pragma once

#include <Eigen/Dense>

namespace fatigue {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
using RowVector = Eigen::RowVectorXd;
using Index = Eigen::Index;

}  // namespace fatigue
