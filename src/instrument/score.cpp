// SPDX-License-Identifier: MIT
#include "instrument/score.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/constants.h"
#include "base/read_number.h"
#include "base/words.h"
#include "instrument/items.h"

namespace fatigue {
namespace {

/// The answer as a number; NaN when missing or when it is text that spells no number.
double AnswerAt(const Column& column, int row) {
  if (column.kind == Column::Kind::number) return column.values[row];
  return ReadNumber(column.Text(row)).value_or(kMissing);
}

std::vector<const Column*> ItemColumns(const Table& table, const InstrumentDefinition& instrument,
                                       const std::vector<std::string>& items) {
  if (static_cast<int>(items.size()) != instrument.items.count) {
    throw Error("wrong_item_count",
                instrument.name + " has " + Counted(static_cast<std::size_t>(instrument.items.count), "item", "items") +
                    ", but " + Counted(items.size(), "column is", "columns are") + " named",
                {{table.name, 0, "", ""}}, "name one column per item, in the order of the items");
  }
  std::vector<const Column*> columns;
  std::set<std::string> seen;
  for (const std::string& item : items) {
    if (!seen.insert(item).second) {
      throw Error("duplicate_item_column",
                  table.name + ": column " + item + " is named for two items of " + instrument.name,
                  {{table.name, 0, item, ""}}, "name one column per item, in the order of the items");
    }
    columns.push_back(&table.At(item));
  }
  return columns;
}

[[noreturn]] void ThrowOutOfRange(const InstrumentDefinition& instrument, std::vector<Place> places) {
  std::string message = FullText(places.front()) + " is outside the answers " + instrument.name + " allows, " +
                        (instrument.items.whole ? "whole numbers " : "numbers ") + NumberText(instrument.items.lowest) +
                        " to " + NumberText(instrument.items.highest);
  if (places.size() > 1) {
    message += "; " + Counted(places.size() - 1, "more answer is too", "more answers are too");
    for (std::size_t i = 1; i < std::min<std::size_t>(places.size(), 3); ++i) {
      message += (i == 1 ? " (" : "; ") + ShortText(places[i]);
    }
    message += places.size() > 3 ? "; ...)" : ")";
  }
  throw Error("item_out_of_range", message, std::move(places),
              "correct the answer in the file; leave the cell empty where the item was not answered, or declare the "
              "value as a code for missing");
}

void CheckRange(const Table& table, const InstrumentDefinition& instrument, const std::vector<const Column*>& columns) {
  std::vector<Place> places;
  for (int row = 0; row < table.row_count; ++row) {
    for (const Column* column : columns) {
      if (column->IsMissing(row)) continue;
      const double answer = AnswerAt(*column, row);
      const bool is_inside = answer >= instrument.items.lowest && answer <= instrument.items.highest;  // false for NaN
      const bool allowed = is_inside && (!instrument.items.whole || answer == std::floor(answer));
      if (!allowed) places.push_back(table.PlaceOf(row, *column));
    }
  }
  if (!places.empty()) ThrowOutOfRange(instrument, std::move(places));
}

std::vector<double> ItemScores(const Column& column, int rows, const InstrumentScores& scores, int item) {
  std::vector<double> values;
  for (int row = 0; row < rows; ++row) {
    const bool is_missing = column.IsMissing(row);
    values.push_back(is_missing ? kMissing : ItemScore(scores.instrument, scores.scoring, item, AnswerAt(column, row)));
  }
  return values;
}

/// The sum of what the answered items count; adds their number to `answered`.
double AnsweredSum(const ScaleDefinition& scale, const InstrumentScores& scores, int row, int* answered) {
  double sum = 0;
  for (const int item : scale.items) {
    const double value = scores.item_scores[static_cast<std::size_t>(item - 1)][static_cast<std::size_t>(row)];
    if (std::isnan(value)) continue;
    ++*answered;
    sum += value;
  }
  return sum;
}

/// The prorated sum and mean of a scale, and its items answered; neither where the rule allows none.
struct RawScore {
  bool is_allowed = false;
  double sum = 0;
  double mean = 0;
  int answered = 0;
};

RawScore OverItems(const ScaleDefinition& scale, const InstrumentScores& scores, const ItemRule& rule, int row) {
  const int items = static_cast<int>(scale.items.size());
  RawScore raw;
  const double sum = AnsweredSum(scale, scores, row, &raw.answered);
  raw.is_allowed = raw.answered >= rule.Least(items);
  if (!raw.is_allowed) return raw;
  raw.sum = sum * items / raw.answered;  // one division, so that a complete form's sum is exact
  raw.mean = sum / raw.answered;
  return raw;
}

RawScore OverSubscales(const ScaleDefinition& scale, const InstrumentScores& scores, int row) {
  RawScore total{true, 0, 0, 0};
  for (const std::string& name : scale.subscales) {
    const RawScore part = OverItems(scores.instrument.Scale(name), scores, ItemRule(), row);
    total.is_allowed = total.is_allowed && part.is_allowed;
    total.answered += part.answered;
    total.sum += part.sum;
  }
  total.mean = total.sum / static_cast<double>(scale.items.size());
  return total;
}

/// The sum of a complete form is an entry of the table, where there is one.
double ScoreOf(const InstrumentScores& scores, const ScaleScores& result, const RawScore& raw) {
  const ScaleDefinition& scale = result.scale;
  if (!scale.table.empty()) {
    return scale.table[static_cast<std::size_t>(std::lround(raw.sum) - scale.table.front().raw)].score;
  }
  const double score = Transformed(scale, scores.scoring.combine == Combine::mean ? raw.mean : raw.sum);
  return std::clamp(score, result.range.lowest, result.range.highest);  // rounding must not lead out of the range
}

ScaleScores ScoreScale(const InstrumentScores& scores, const ScaleDefinition& scale,
                       std::optional<Direction> declared) {
  const std::size_t rows = scores.answered.size();
  const int items = static_cast<int>(scale.items.size());
  ScaleScores result{scale, RangeOf(scores.instrument, scale, scores.scoring),
                     DirectionOf(scores.instrument, scale, declared), std::vector<double>(rows, kMissing),
                     std::vector<ScoreState>(rows, ScoreState::not_given)};
  const bool adds_subscales = scores.missing_items.kind == MissingItems::Kind::subscales && !scale.subscales.empty();
  const ItemRule rule = scale.table.empty() ? scores.missing_items.For(scale.name) : MissingItems::Complete().rule;
  for (std::size_t row = 0; row < rows; ++row) {
    if (scores.answered[row] == 0) continue;
    const RawScore raw = adds_subscales ? OverSubscales(scale, scores, static_cast<int>(row))
                                        : OverItems(scale, scores, rule, static_cast<int>(row));
    const bool is_complete = raw.answered == items;
    if (!raw.is_allowed || (!scale.table.empty() && !is_complete)) {
      result.state[row] = ScoreState::unscored;
      continue;
    }
    result.state[row] = is_complete ? ScoreState::scored : ScoreState::prorated;
    result.score[row] = ScoreOf(scores, result, raw);
  }
  return result;
}

int CountOf(const std::vector<ScoreState>& states, ScoreState wanted) {
  return static_cast<int>(std::count(states.begin(), states.end(), wanted));
}

}  // namespace

int ScaleScores::scored() const { return CountOf(state, ScoreState::scored) + prorated(); }
int ScaleScores::prorated() const { return CountOf(state, ScoreState::prorated); }
int ScaleScores::unscored() const { return CountOf(state, ScoreState::unscored); }

const ScaleScores& InstrumentScores::Scale(const std::string& scale) const {
  const ScaleDefinition& wanted = instrument.Scale(scale);
  return *std::find_if(scales.begin(), scales.end(),
                       [&](const ScaleScores& candidate) { return candidate.scale.name == wanted.name; });
}

InstrumentScores ScoreTable(const Table& table, const InstrumentDefinition& instrument, const ScoringOptions& options) {
  InstrumentScores scores;
  scores.instrument = instrument;
  scores.scoring = instrument.Scoring(options.scoring);
  scores.missing_items = options.missing_items.value_or(instrument.missing_items);
  const std::string problem = ProblemOf(scores.missing_items, instrument);
  if (!problem.empty()) throw Error("missing_items_rule", "the rule for missing items " + problem);
  scores.items = options.items.empty() ? RecogniseItems(table, instrument) : options.items;
  const std::vector<const Column*> columns = ItemColumns(table, instrument, scores.items);
  CheckRange(table, instrument, columns);
  for (int row = 0; row < table.row_count; ++row) {
    scores.answered.push_back(static_cast<int>(std::count_if(
        columns.begin(), columns.end(), [row](const Column* column) { return !column->IsMissing(row); })));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    scores.item_scores.push_back(ItemScores(*columns[i], table.row_count, scores, static_cast<int>(i) + 1));
  }
  for (const ScaleDefinition& scale : instrument.scales) {
    scores.scales.push_back(ScoreScale(scores, scale, options.direction));
  }
  return scores;
}

}  // namespace fatigue
