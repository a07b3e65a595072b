// SPDX-License-Identifier: MIT
// Odds of a response over all visits: responder ~ arm * visit by logistic GEE (inference/logistic_gee.h).
//
// Every arm at every visit has its own log odds, so an odds ratio is a difference of two of them. Where all or none of
// an arm responded at a visit the odds are not finite: these answers are left out of the model, and the visit has no
// odds ratio. The corrected covariance goes with t on (participants - arms) degrees of freedom, as the comparison is
// one between participants; the plain sandwich with the normal distribution.
#pragma once

#include <string>
#include <vector>

#include "inference/logistic_gee.h"
#include "report/responders.h"

namespace fatigue {

/// `arms` in the plan's order: each against the first.
GeeResult CompareByGee(const std::vector<std::string>& arms, const std::vector<ResponderTable::Answer>& answers,
                       GeeCovariance covariance, double confidence);

}  // namespace fatigue
