// SPDX-License-Identifier: MIT
// Scores of an instrument, row by row.
//
// For a scale of n items of which m are answered, with s the sum of what the answers count (definition.h):
//   sum  = n s / m, the answered items' mean standing in for each missing one (= s when all are answered)
//   mean = s / m
// then the scale's transformation, or its table, which holds for complete forms only. Under the rule `subscales` the
// sum of a scale made of subscales is the sum over these of n_k s_k / m_k, and its mean that sum / n. Which scales are
// scored: missing_items.h. Under `half` the MFIS total needs 11 of 21 items and is prorated over its own items, so a
// total may exist where a subscale does not. Where every item is answered the subscales add up to the total. Few
// authors published a rule for missing items: every definition says where its default comes from, and every result
// names the rule it used.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "instrument/definition.h"
#include "table/table.h"

namespace fatigue {

struct ScoringOptions {
  std::vector<std::string> items;             // columns in item order; empty: recognised by name
  std::string scoring;                        // empty: the instrument's first
  std::optional<MissingItems> missing_items;  // none: the instrument's
  std::optional<Direction> direction;         // where the instrument's is to be declared
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
  Direction direction = Direction::lower_is_better;
  std::vector<double> score;      // by row; NaN unless scored or prorated
  std::vector<ScoreState> state;  // by row

  /// Rows with a score, prorated ones included; of these prorated; rows given but without a score.
  int scored() const;
  int prorated() const;
  int unscored() const;
};

struct InstrumentScores {
  InstrumentDefinition instrument;
  ScoringDefinition scoring;
  MissingItems missing_items;
  std::vector<std::string> items;                // the columns used, in item order
  std::vector<std::vector<double>> item_scores;  // by item and row: what each answer counts; NaN where missing
  std::vector<int> answered;                     // by row: items of the instrument answered
  std::vector<ScaleScores> scales;

  const ScaleScores& Scale(const std::string& scale) const;
};

/// Scores every row. Throws item_out_of_range with every place where an answer is not one the instrument allows;
/// wrong_item_count, duplicate_item_column, unknown_column, unknown_scoring, missing_items_rule, direction_missing; and
/// as RecogniseItems does.
InstrumentScores ScoreTable(const Table& table, const InstrumentDefinition& instrument,
                            const ScoringOptions& options = {});

}  // namespace fatigue
