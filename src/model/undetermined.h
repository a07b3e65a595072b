// SPDX-License-Identifier: MIT
// Which covariance parameters the data cannot tell, in words.
#pragma once

#include <string>

#include "model/objective.h"

namespace fatigue {

/// "the covariance of visits 3 and 1, the random effects (Intercept) of id": the parameters that lie in the null space
/// of the expected information at all start values, where nothing is on a boundary; empty where there is none, and the
/// likelihood is flat for another reason.
std::string UndeterminedParameters(const ModelData& data, Method method);

}  // namespace fatigue
