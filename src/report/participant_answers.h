// SPDX-License-Identifier: MIT
// Questions about single participants, JSON in and JSON out: Individual and Influence of web/contract/individual.ts.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "table/table.h"

namespace fatigue {

/// Keeps the trial of the last plan as it was analysed with all its participants: the next question about the same plan
/// and the same tables, compared value by value, goes on from there. So influence can be asked for a few participants
/// at a time, and whoever asks can stop in between. Answers throw Error only where nothing at all can be analysed.
class ParticipantAnswers {
 public:
  ParticipantAnswers();
  ~ParticipantAnswers();

  std::string Individual(const std::string& plan, std::vector<Table> tables);
  /// Without each of `count` participants from the `from`th on.
  std::string Influence(const std::string& plan, std::vector<Table> tables, int from, int count);
  void Forget();

 private:
  struct Kept;
  const Kept& Keep(const std::string& plan, std::vector<Table> tables);

  std::unique_ptr<const Kept> kept_;
};

}  // namespace fatigue
