// SPDX-License-Identifier: MIT
// Reads a FitRequest (web/contract/fit.ts).
#pragma once

#include <optional>
#include <string>

#include "report/model_run.h"

namespace fatigue {

struct FitRequest {
  ModelSpec spec;
  TestType tests = TestType::type3;
  std::optional<EmmeansSpec> emmeans;
  std::string trend;  // numeric column: slopes in place of means
  bool blups = false, rows = false;
  std::optional<IntervalKind> covariance_intervals;
  std::string compare;  // formula of a model to compare with by a likelihood-ratio test
};

/// Throws Error("bad_request") that names the field and what it may be.
FitRequest ParseFitRequest(const std::string& text);

}  // namespace fatigue
