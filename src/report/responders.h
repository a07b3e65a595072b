// SPDX-License-Identifier: MIT
// Participants who got better, by arm and visit. With y the score, b the baseline and s = -1 where lower is better, 1
// where higher is, the gain is s (y - b).
//
//   change            gain >= by
//   percent_change    100 gain / b >= by; whose baseline is not above 0 has no percentage and is left out
//   cut_off           s y > s value, or >= where it is inclusive
//   reliable_change   gain > 1.96 sd sqrt(2 (1 - reliability)), sd that of all baselines (n - 1) unless given
//                     (Jacobson and Truax 1991, J Consult Clin Psychol 59:12)
//
// Two numbers within 1e-9 of the larger one's size are the same: the mean score 4.05 is 1 point below 5.05, whatever
// the last binary digit says.
#pragma once

#include "report/course.h"
#include "report/plan.h"
#include "report/report.h"

namespace fatigue {

/// Counts at `visits` (places in the course) by arm; cells nobody is in are left out. `baseline` by participant, NaN
/// for none; all of them NaN or unused for cut_off. None, with a warning, where reliable_change has no SD above 0.
std::optional<ResponderTable> CountResponders(const ResponderRule& rule, Direction direction, const Course& course,
                                              const std::vector<int>& visits, const std::vector<double>& baseline,
                                              const Roster& roster, std::vector<Warning>* warnings);

/// At every visit with counts, each arm there against the first of `arms`, if that is there.
void CompareResponders(const std::vector<std::string>& arms, DifferenceInterval method, double confidence,
                       ResponderTable* table);

}  // namespace fatigue
