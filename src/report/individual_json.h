// SPDX-License-Identifier: MIT
// What concerns single participants as JSON: the shapes of web/contract/individual.ts, to the letter.
#pragma once

#include "base/json_reader.h"
#include "report/individual.h"
#include "report/influence.h"

namespace fatigue {

/// Every number at full precision; NaN and infinity become null.
Json IndividualToJson(const std::vector<IndividualOutcome>& outcomes, const std::vector<FailedOutcome>& failed);
/// `participants`: how many there are to leave out.
Json InfluenceToJson(const std::vector<InfluenceOutcome>& outcomes, const std::vector<FailedOutcome>& failed,
                     int participants);

}  // namespace fatigue
