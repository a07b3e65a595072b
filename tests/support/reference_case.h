// SPDX-License-Identifier: MIT
// Runs a stored case of other software and compares every number with ours.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/model_run.h"
#include "support/tolerance.h"

namespace fatigue::test {

using Json = nlohmann::ordered_json;

struct ReferenceCase {
  std::string name;
  Json expected;
  Table data;
  ModelSpec spec;  // formula, method, levels and weights as stored; df to be chosen
};

/// `name` without .json, from tests/reference/ship.
ReferenceCase LoadShippedCase(const std::string& name);

/// Log-likelihood, criteria, coefficients and covariance against `fit` (and `polished` where there is one).
void CheckFit(const ReferenceCase& reference, const FittedModel& model, const Tolerance& tolerance);

/// Coefficients, type III tests, marginal means, contrasts and slopes against one stored inference block.
void CheckInference(const ReferenceCase& reference, const Json& block, const FittedModel& model,
                    const Tolerance& tolerance, const Tolerance& anova_tolerance);

/// The block of `inference` with this df method, and vcov method where it is not empty. Fails the test if absent.
const Json& InferenceBlock(const ReferenceCase& reference, const std::string& df_method,
                           const std::string& vcov_method);

}  // namespace fatigue::test
