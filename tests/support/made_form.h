// SPDX-License-Identifier: MIT
// Filled-in questionnaires of any instrument: columns item1, item2, ... in item order.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "instrument/score.h"
#include "support/made_data.h"
#include "table/table.h"

namespace fatigue::test {

constexpr double kUnanswered = std::numeric_limits<double>::quiet_NaN();

/// One form per row, NaN where an item is not answered.
inline Table FormTable(const std::vector<std::vector<double>>& forms) {
  Table table;
  table.name = "form.csv";
  table.row_count = static_cast<int>(forms.size());
  for (int row = 0; row < table.row_count; ++row) table.origin_row.push_back(row + 2);
  for (std::size_t item = 0; item < forms.front().size(); ++item) {
    std::vector<double> answers;
    for (const std::vector<double>& form : forms) answers.push_back(form[item]);
    table.columns.push_back(NumberColumn("item" + std::to_string(item + 1), answers));
  }
  return table;
}

/// The columns of FormTable, and a direction where one must be declared.
inline ScoringOptions FormOptions(const InstrumentDefinition& instrument, const std::string& scoring = "") {
  ScoringOptions options;
  for (int item = 1; item <= instrument.items.count; ++item) options.items.push_back("item" + std::to_string(item));
  options.scoring = scoring;
  if (!instrument.direction) options.direction = Direction::lower_is_better;
  return options;
}

/// The scale's score of one form.
inline double FormScore(const std::string& instrument, const std::string& scale, const std::vector<double>& answers,
                        const std::string& scoring = "") {
  const InstrumentDefinition& definition = InstrumentNamed(instrument);
  return ScoreTable(FormTable({answers}), definition, FormOptions(definition, scoring)).Scale(scale).score[0];
}

}  // namespace fatigue::test
