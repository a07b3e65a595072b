// SPDX-License-Identifier: MIT
// What a fitted model says of single participants and rows: random effects, fitted values, residuals.
//
// With V = Z G Z' + R of a unit and r = y - X beta:
//   random effects   b^ = G Z' V^-1 r, Var(b^ - b) = G - G Z' P Z G,  P = V^-1 - V^-1 X Phi X' V^-1   (Henderson 1975)
//   given beta       Var(b | y) = G - G Z' V^-1 Z G                                       (lme4's condVar)
// docs/methods.md#prediction
#pragma once

#include <string>
#include <vector>

#include "base/eigen.h"
#include "model/fit.h"

namespace fatigue {

struct RandomEffectEstimate {
  std::string group;          // grouping factor, "id"
  std::string level;          // "P01"
  std::string term;           // "(Intercept)", "day"
  double estimate = 0;        // on the response's scale
  double se = 0;              // of prediction, with the uncertainty of beta (SAS: Std Err Pred)
  double conditional_sd = 0;  // given beta (lme4: condsd)
};

std::vector<RandomEffectEstimate> PredictRandomEffects(const ModelData& data, const Fit& fit);

/// One row of the frame. Residuals are observed minus fitted; the marginal ones use X beta, the conditional ones X beta
/// + Z b^. Pearson: divided by the model's SD. Normalised: the unit's residuals multiplied by L^-1, with L L' = V
/// (marginal) or R (conditional).
struct RowPrediction {
  int row = 0;  // of the frame
  double fitted = 0, conditional = 0;
  double variance = 0;  // V_ii, of an observation about its mean
  double residual = 0, pearson = 0, normalized = 0;
  double conditional_residual = 0, conditional_pearson = 0, conditional_normalized = 0;
};

/// In the order of the frame's rows; without offsets, on the scale of the response.
std::vector<RowPrediction> PredictRows(const ModelFrame& frame, const ModelData& data, const Fit& fit);

}  // namespace fatigue
