// SPDX-License-Identifier: MIT
// Participants through the trial: listed, randomised, analysed, and why the others are not.
//
// At a visit a participant is in the model or missing for one reason: what is against the record there, in the order in
// which records are left out (no score, then no baseline, then a covariate or weight); without a record there, that no
// record stands for any visit (why), or else that there is none at this visit.
// Over all visits a participant without a row is counted once: without any record; else without a baseline or a
// covariate; else under the reason of the record that came nearest to the model (ReasonRank).
// So randomised = analysed + sum of the reasons, over all and at every visit.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "report/participants.h"
#include "report/roster.h"
#include "report/schedule.h"

namespace fatigue {

/// What keeps a record or a participant out of the model; empty where nothing does.
struct Against {
  std::string code, reason;

  bool empty() const { return code.empty(); }
};

/// The reason of a record's own fault; empty for EntryFault::none.
Against AgainstFault(EntryFault fault);

/// Those listed, and those randomised by arm; outcomes are added as they are analysed.
Flow FlowOf(const Roster& roster);

/// `of_entry` tells what is against an entry of the schedule's course at an analysed visit, `of_participant` what is
/// against a participant whatever their records. `visits`: places in the course of the visits in the model.
OutcomeFlow OutcomeFlowOf(const PlanOutcome& outcome, const Roster& roster, const Schedule& schedule,
                          const std::vector<int>& visits, const std::function<Against(const Entry&)>& of_entry,
                          const std::function<Against(int participant)>& of_participant);

}  // namespace fatigue
