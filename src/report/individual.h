// SPDX-License-Identifier: MIT
// What concerns single participants: web/contract/individual.ts. Apart from the report, which can be published without
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inference/normal_band.h"
#include "report/analyze_outcome.h"

namespace fatigue {

/// Every score of a participant, in the order of visits; those of the records file, before a plan's summary condenses
/// them.
struct Trajectory {
  struct Point {
    std::string visit;
    std::optional<double> day;  // of the visit
    double value = 0;
    bool is_baseline = false;  // the baseline's own visit, or one up to the last of a rule for it
  };
  std::string participant, arm;
  std::vector<Point> points;
};

/// A row of the model; see RowPrediction.
struct ResidualRow {
  std::string participant, arm, visit;
  double fitted = 0, marginal = 0, normalised = 0;
};

/// Positive is better, whatever the score's direction: s (y - b), with s = -1 where lower is better and 1 where higher
/// is; 100 s (y - b) / b where the response is a percent change.
struct Gain {
  std::string visit, participant, arm;
  double gain = 0;
};

struct IndividualOutcome {
  std::string outcome;
  std::vector<Trajectory> trajectories;  // participants in the order of the files
  std::vector<ResidualRow> residuals;    // in the order of the model's rows
  std::vector<NormalPoint> normal_plot;  // of the normalised residuals
  /// At the effect's visit, or for an averaged effect at every analysed visit after the baseline; empty for slopes, and
  /// where the outcome has no baseline. Those with a baseline and a value, as responders are counted.
  std::vector<Gain> gains;
};

std::vector<IndividualOutcome> LookAtParticipants(const AnalyzedTrial& analyzed);

}  // namespace fatigue
