// SPDX-License-Identifier: MIT
// Who was in the trial, how they compared at its start, and whether the blind held: web/contract/participants.ts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inference/blinding_index.h"
#include "inference/group_summary.h"

namespace fatigue {

/// How many participants are not counted for a reason: its code, and the same in words.
struct Reason {
  std::string code, reason;
  int n = 0;
};

/// Participants of one outcome; arms in the order of the report's, with or without data.
struct OutcomeFlow {
  struct Arm {
    int randomised = 0;
    std::optional<int> with_baseline;  // none where the outcome has no baseline
    int analysed = 0;                  // with at least one row in the model
    std::vector<Reason> not_analysed;  // each participant once
  };
  struct Cell {
    int analysed = 0;
    std::vector<Reason> missing;  // of the other randomised
  };
  struct Visit {
    std::string visit;
    std::vector<Cell> arms;
  };
  std::string outcome;  // id
  std::vector<Arm> arms;
  std::vector<Visit> visits;  // those in the model
};

struct Flow {
  int listed = 0;  // everyone in the files that tell who takes part
  std::vector<Reason> not_randomised;
  std::vector<std::string> arms;
  std::vector<int> randomised;  // by arm
  std::vector<OutcomeFlow> outcomes;
};

/// One characteristic by arm, and of all together as the last group.
struct BaselineRow {
  std::string name, label;
  bool is_score = false;     // a baseline score, not a column
  bool is_category = false;  // else numbers
  std::vector<NumberSummary> numbers;
  std::vector<std::string> levels;
  std::vector<CategorySummary> categories;
  std::vector<double> differences;  // standardised, by arm other than the reference; NaN where not defined
};

struct BaselineTable {
  std::vector<std::string> arms;
  std::vector<BaselineRow> rows;
};

struct Blinding {
  std::string file, column;
  std::vector<std::string> arms;
  std::vector<std::vector<int>> counts;  // by arm and guess: the arms in their order, then "don't know"
  std::vector<int> missing;              // by arm
  std::optional<BlindingIndex> james;
  std::vector<std::optional<BlindingIndex>> bang;  // by arm; none where nobody answered
  double confidence = 0.95;
};

}  // namespace fatigue
