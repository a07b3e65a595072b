// SPDX-License-Identifier: MIT
// Reads a FitRequest (web/contract/engine.ts) and the names of options.
#pragma once

#include <optional>
#include <string>

#include "report/model_run.h"

namespace fatigue {

struct FitRequest {
  ModelSpec spec;
  std::optional<EmmeansSpec> emmeans;
};

/// Throws Error("bad_request") naming the field and what it may be.
FitRequest ParseFitRequest(const std::string& text);

}  // namespace fatigue
