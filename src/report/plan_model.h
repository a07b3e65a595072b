// SPDX-License-Identifier: MIT
// The model of an outcome as the plan has it: its keys, choices and defaults.
#pragma once

#include <string>

#include "base/json_reader.h"
#include "report/plan.h"

namespace fatigue {

/// "method" and "df", which the plan gives for all outcomes and a model for its own.
Method ReadMethod(const JsonReader& reader, Method otherwise);
DfMethod ReadDf(const JsonReader& reader, DfMethod otherwise);

/// Throws bad_plan as ReadPlan does. `plan` has the inference that holds where the model says nothing.
PlanModel ReadModel(const Json& value, const std::string& path, const Plan& plan);

}  // namespace fatigue
