// SPDX-License-Identifier: MIT
// The rows of a file and the participants they belong to, by the text of the identifier.
#pragma once

#include <vector>

#include "report/plan.h"
#include "report/roster.h"
#include "table/table.h"

namespace fatigue {

/// The participant of each row; nullptr where the identifier is missing or matches nobody. Warns of identifiers that
/// match no participant and of rows without one, naming rows. Throws no_matching_ids when no row matches.
std::vector<const Participant*> MatchParticipants(const PlanFile& file, const Table& table, const Roster& roster,
                                                  std::vector<Warning>* warnings);

/// A records file: who each row is about and when.
struct Records {
  const Table* table = nullptr;
  const Column* id = nullptr;
  const Column* visit = nullptr;
  std::vector<const Participant*> participant;  // by row
};

/// Throws as MatchParticipants does, and duplicate_visit naming the rows when a participant has two records at one
/// visit. Warns of rows without a visit and of participants without a record in this file.
Records JoinRecords(const PlanFile& file, const Table& table, const Roster& roster, std::vector<Warning>* warnings);

}  // namespace fatigue
