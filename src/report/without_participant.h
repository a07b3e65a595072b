// SPDX-License-Identifier: MIT
// An outcome's table with some participants' rows left out.
#pragma once

#include "report/outcome_table.h"

namespace fatigue {

/// All that a model needs: arms, visits and days are those that still have a row; what tells of all participants
/// (excluded, observed, responders) is left empty. `participant` is a place in the roster.
OutcomeTable WithoutParticipant(const OutcomeTable& data, int participant);

}  // namespace fatigue
