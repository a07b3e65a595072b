// SPDX-License-Identifier: MIT
// Where the optimiser begins.
#pragma once

#include <vector>

#include "model/model_data.h"

namespace fatigue {

/// Moment start, then starts nearer to independence and nearer to no random effects.
std::vector<Vector> Starts(const ModelData& data);

/// Where another maximum may be found once one is, at theta: with gaps that are long or uneven the likelihood of ar1,
/// ar1h and sp_exp can have two, of weak and of strong correlation, and where all lags are even that of ar1 has no
/// slope at 0. So the correlation of each such structure is put elsewhere, with the rest as it is and with smaller
/// random effects.
std::vector<Vector> Restarts(const ModelData& data, const Vector& theta);

}  // namespace fatigue
