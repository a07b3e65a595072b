// SPDX-License-Identifier: MIT
// What a plan's outcomes are made of: who takes part, their records by file and their scores by instrument.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "report/join.h"
#include "report/plan.h"
#include "report/roster.h"
#include "report/scores.h"
#include "table/table.h"

namespace fatigue {

/// What a step made, or the error that kept it from doing so.
template <class T>
struct Step {
  std::optional<T> value;
  std::optional<Error> error;

  const T& Get() const {
    if (error) throw *error;
    return *value;
  }
};

template <class Make>
auto Attempt(Make make) -> Step<decltype(make())> {
  try {
    return {make(), std::nullopt};
  } catch (const Error& error) {
    return {std::nullopt, error};
  }
}

/// One error may fail several outcomes; it is listed once.
void AddError(const Error& error, std::vector<Error>* errors);

/// The table of each file of the plan, in the plan's order; nullptr for ignored files and for those not given.
std::vector<const Table*> TablesOf(const Plan& plan, const std::vector<Table>& tables);

/// Throws missing_file for nullptr.
const Table& Given(const PlanFile& file, const Table* table);

/// Its parts point at one another and at the tables, which must outlive it: it can be moved, not copied.
struct TrialData {
  Plan plan;  // with the arms and the item columns that were found
  std::vector<const Table*> tables;
  Roster roster;
  std::map<std::string, Step<Records>> records;    // by file
  std::map<std::string, Step<PlanScores>> scores;  // by instrument
  std::vector<Warning> warnings;
  std::vector<Error> errors;

  TrialData() = default;
  TrialData(const TrialData&) = delete;
  TrialData& operator=(const TrialData&) = delete;
  TrialData(TrialData&&) = default;
  TrialData& operator=(TrialData&&) = default;

  /// The identifier column of the table that holds the covariates.
  const std::string& RosterId() const;
};

/// What is wrong with one file or instrument is in its step and in `errors`.
/// Throws where nothing can be compared: the participants or their arms unusable (BuildRoster).
TrialData ReadTrial(const Plan& plan, const std::vector<Table>& tables);

}  // namespace fatigue
