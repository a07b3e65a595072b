// SPDX-License-Identifier: MIT
// How far each participant alone moves the estimates: the effects of every outcome without one participant after the
// other (web/contract/individual.ts). The trial is read and analysed once; of an outcome's table the participant's rows
// are left out and its model is fitted again, with the covariance structure that was used for all, starting at their
// optimum. What the trial decided on (arms, baseline, visits, scores) stays as it is.
//
//   moves   (estimate of all - estimate without the participant) / SE of all
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/constants.h"
#include "report/analyze_outcome.h"
#include "report/plan.h"
#include "table/table.h"

namespace fatigue {

/// Without `participant`.
struct InfluenceRow {
  std::string participant, arm;
  std::optional<Estimate> estimate;
  double moves = kNaN;
  /// That of the fit (converged, singular, iteration_limit, ...); arm_without_data where nobody is left in an arm of
  /// the effect; not_estimable; or the code of the error that kept the model from being fitted.
  std::string status;
};

/// One of the report's effects, as it is with all participants, and without each of those asked for.
struct InfluenceEffect {
  std::string arm, reference;
  double estimate = 0, se = 0;
  std::vector<InfluenceRow> rows;
};

struct InfluenceOutcome {
  std::string outcome;
  std::vector<InfluenceEffect> effects;
};

/// A trial to be analysed again without each of its participants.
class Influence {
 public:
  explicit Influence(std::shared_ptr<const AnalyzedTrial> trial);

  /// Those with a row in the model of some outcome, in the order of the files.
  int participants() const { return static_cast<int>(participants_.size()); }
  /// Without each of the `count` participants from the `from`th on, as far as there are so many; an outcome has rows of
  /// those whose records it uses.
  std::vector<InfluenceOutcome> Without(int from, int count) const;

 private:
  void AddRows(const AnalyzedOutcome& analyzed, int participant, std::vector<InfluenceEffect>* effects) const;

  std::shared_ptr<const AnalyzedTrial> trial_;
  std::vector<int> participants_;            // places in the roster
  std::vector<std::vector<bool>> has_rows_;  // by outcome and place in the roster
};

}  // namespace fatigue
