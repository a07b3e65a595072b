// SPDX-License-Identifier: MIT
// The names that requests, plans and reports call options by, each closed set in one table.
#pragma once

#include <string>
#include <vector>

#include "inference/covariance_intervals.h"
#include "inference/emmeans.h"
#include "inference/hypotheses.h"
#include "inference/inference.h"

namespace fatigue {

std::string Name(Method method);
std::string Name(DfMethod method);
std::string Name(VcovMethod method);
std::string Name(Information information);
std::string Name(EmmeansWeights weights);
std::string Name(ContrastKind kind);
std::string Name(Adjust adjust);
std::string Name(TestType type);
std::string Name(IntervalKind kind);

/// Every value of one of the sets above.
template <typename Enum>
std::vector<Enum> AllOf();
template <>
std::vector<Method> AllOf();
template <>
std::vector<DfMethod> AllOf();
template <>
std::vector<VcovMethod> AllOf();
template <>
std::vector<Information> AllOf();
template <>
std::vector<EmmeansWeights> AllOf();
template <>
std::vector<ContrastKind> AllOf();
template <>
std::vector<Adjust> AllOf();
template <>
std::vector<TestType> AllOf();
template <>
std::vector<IntervalKind> AllOf();

}  // namespace fatigue
