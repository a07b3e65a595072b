// SPDX-License-Identifier: MIT
// What concerns single participants as JSON: the shapes of web/contract/individual.ts, to the letter.
#pragma once

#include "base/json_reader.h"
#include "report/individual.h"
#include "report/influence.h"

namespace fatigue {

/// Every number at full precision; NaN and infinity become null.
Json IndividualToJson(const Individual& individual);

/// Without each of `count` participants from the `from`th on, and how many there are in all.
Json InfluenceToJson(const Influence& influence, int from, int count);

}  // namespace fatigue
