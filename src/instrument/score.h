// SPDX-License-Identifier: MIT
// Scores of an instrument, row by row.
//
// For a scale of n items of which m are answered, with s the sum of the answers:
//   sum  = n s / m, the answered items' mean standing in for each missing one (= s when all are answered)
//   mean = s / m
// Rule `half`: a scale is scored when 2 m >= n. FSS: 5 of 9. MFIS physical: 5 of 9; cognitive: 5 of 10; psychosocial:
// 1 of 2; total: 11 of 21, prorated over its own 21 items and not added up from the subscales, so a total may exist
// where a subscale does not. Where every item is answered the subscales add up to the total.
// Rule `complete`: a scale is scored when m = n.
// The instruments' authors published no missing-item rule that we know of: the half rule is a convention, and every
// result names the rule it used.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "instrument/definition.h"
#include "table/table.h"

namespace fatigue {

enum class MissingItemRule { half, complete };

struct ScoringOptions {
  std::vector<std::string> items;  // columns in item order; empty: recognised by name
  std::optional<Scoring> scoring;  // default: the instrument's first
  MissingItemRule missing_items = MissingItemRule::half;
};

enum class ScoreState {
  not_given,  // no item of the whole instrument is answered in this row
  scored,     // every item of the scale is answered
  prorated,   // scored with missing items, as the rule allows
  unscored    // too few items of the scale are answered
};

struct ScaleScores {
  ScaleDefinition scale;
  ScoreRange range;
  std::vector<double> score;      // by row; NaN unless scored or prorated
  std::vector<ScoreState> state;  // by row

  /// Rows with a score, prorated ones included; of these prorated; rows given but without a score.
  int scored() const;
  int prorated() const;
  int unscored() const;
};

struct InstrumentScores {
  InstrumentDefinition instrument;
  Scoring scoring = Scoring::sum;
  MissingItemRule missing_items = MissingItemRule::half;
  std::vector<std::string> items;  // the columns used, in item order
  std::vector<int> answered;       // by row: items of the instrument answered
  std::vector<ScaleScores> scales;

  const ScaleScores& Scale(const std::string& scale) const;
};

/// Scores every row. Throws item_out_of_range with every place where an answer is not a whole number in the
/// instrument's range; wrong_item_count, duplicate_item_column, unknown_column, unknown_scoring; and as
/// RecogniseItems does.
InstrumentScores ScoreTable(const Table& table, const InstrumentDefinition& instrument,
                            const ScoringOptions& options = {});

/// Rule `half` or `complete` for a scale of `items` of which `answered` are answered.
bool MayScore(MissingItemRule rule, int answered, int items);

std::string Name(MissingItemRule rule);

}  // namespace fatigue
