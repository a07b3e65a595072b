// SPDX-License-Identifier: MIT
// Who takes part, and in which arm.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "base/constants.h"
#include "base/error.h"
#include "report/plan.h"
#include "report/report.h"
#include "table/table.h"

namespace fatigue {

enum class Membership { analysed, arm_missing, two_arms, arm_not_in_plan };

struct Participant {
  std::string id;
  Membership membership = Membership::analysed;
  int arm = -1;         // index into Roster::arms; -1 unless analysed
  int row = 0;          // first row of the participant in Roster::table
  double start = kNaN;  // date study days are counted from; NaN: none
};

/// The participants by id (text equality) and the arms, reference first.
struct Roster {
  const Table* table = nullptr;  // participants file, or the records file that holds the arm
  std::vector<Participant> participants;
  std::unordered_map<std::string, int> index;  // id -> participants
  std::vector<std::string> arms;
  std::string start_column;  // where the start dates stand; empty: the plan has none

  /// nullptr when no participant has this id.
  const Participant* Find(const std::string& id) const;
  /// Place of one of `participants` among them; -1 for nullptr.
  int IndexOf(const Participant* participant) const;
  std::vector<ArmCount> Counts() const;
};

/// What is wrong with the participants, for a check that goes on to the end.
struct RosterFaults {
  struct Arms {
    std::string id;
    std::vector<std::string> arms;  // as the files state them; empty: none
  };
  std::vector<Error> errors;
  std::vector<Arms> arms;  // of participants in two arms or in none
};

/// Reads the participants and their arms from every file that states one; arms in plan order, else by number of
/// participants, fewest first, ties by first appearance.
/// Throws duplicate_participant, two_arms (rows named), unknown_arm (a level of the plan that no participant has),
/// one_arm, no_participants and missing_file: with any of these nothing can be compared; and start_date_varies and
/// not_a_date. Warns of participants without an arm, of rows without an id, of arms the plan leaves out, and of start
/// dates that cannot be.
/// With `faults`, what it would throw is put there and the roster holds what there is: those in two arms have none, and
/// without a table there are no participants.
Roster BuildRoster(const Plan& plan, const std::vector<const Table*>& tables, std::vector<Warning>* warnings,
                   RosterFaults* faults = nullptr);

/// A covariate's column in the roster's table. Throws unknown_column, and covariate_varies when a participant has two
/// values of it in a single-file trial; the message calls it `what`.
const Column& CovariateColumn(const Roster& roster, const std::string& id_column, const std::string& covariate,
                              const std::string& what = "covariate");

}  // namespace fatigue
