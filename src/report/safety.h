// SPDX-License-Identifier: MIT
// Side effects by arm: participants with at least one event, their percentage of the arm, and events.
#pragma once

#include <vector>

#include "report/report.h"
#include "report/roster.h"

namespace fatigue {

/// Denominators are all participants with an arm, with or without records. The first row is any event; terms follow by
/// the number of participants over all arms, most first, then by name. Terms that differ only in surrounding blanks or
/// in the case of ASCII letters are one term, shown as first written, with a warning. Rows without a term count as no
/// event, with a warning. Throws unknown_column and no_matching_ids.
SafetyTable CountEvents(const PlanFile& file, const Table& table, const Roster& roster, std::vector<Warning>* warnings);

}  // namespace fatigue
