// SPDX-License-Identifier: MIT
// Influence asked for a few participants at a time, so that whoever asks can stop in between.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "table/table.h"

namespace fatigue {

class Influence;

/// Keeps the trial of the last plan as it was analysed with all its participants: the next question about the same plan
/// and the same tables, compared value by value, goes on from there.
class InfluenceAnswers {
 public:
  InfluenceAnswers();
  ~InfluenceAnswers();

  /// Influence of web/contract/individual.ts without each of `count` participants from the `from`th on. Throws Error
  /// only where nothing at all can be analysed.
  std::string Answer(const std::string& plan, std::vector<Table> tables, int from, int count);
  void Forget();

 private:
  std::string plan_;
  std::unique_ptr<Influence> influence_;
};

}  // namespace fatigue
