// SPDX-License-Identifier: MIT
// What web/contract/participants.ts describes as JSON, and the ratings of an effect.
#pragma once

#include "base/json_reader.h"
#include "report/report.h"

namespace fatigue {

Json ToJson(const Flow& flow);
Json ToJson(const BaselineTable& table);
Json ToJson(const Blinding& blinding);

/// Adds `standardised` and `mcid`.
void AddRatings(const EffectRow& effect, Json* row);

}  // namespace fatigue
