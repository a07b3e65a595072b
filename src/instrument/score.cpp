// SPDX-License-Identifier: MIT
#include "instrument/score.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "base/read_number.h"
#include "base/words.h"
#include "instrument/items.h"

namespace fatigue {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// The answer as a number; NaN when missing or when it is text that spells no number.
double AnswerAt(const Column& column, int row) {
  if (column.kind == Column::Kind::number) return column.values[row];
  return ReadNumber(column.Text(row)).value_or(kMissing);
}

std::vector<const Column*> ItemColumns(const Table& table, const InstrumentDefinition& instrument,
                                       const std::vector<std::string>& items) {
  if (static_cast<int>(items.size()) != instrument.item_count) {
    throw Error("wrong_item_count",
                instrument.name + " has " + Counted(instrument.item_count, "item", "items") + ", but " +
                    Counted(items.size(), "column is", "columns are") + " named",
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
  std::string message = FullText(places.front()) + " is outside the answers " + instrument.name +
                        " allows, whole numbers " + std::to_string(instrument.item_lowest) + " to " +
                        std::to_string(instrument.item_highest);
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
      const bool allowed = answer == std::floor(answer) && answer >= instrument.item_lowest &&
                           answer <= instrument.item_highest;  // false for NaN
      if (!allowed) places.push_back(table.PlaceOf(row, *column));
    }
  }
  if (!places.empty()) ThrowOutOfRange(instrument, std::move(places));
}

Scoring ChosenScoring(const InstrumentDefinition& instrument, const std::optional<Scoring>& wanted) {
  const Scoring scoring = wanted.value_or(instrument.scorings.front());
  if (std::find(instrument.scorings.begin(), instrument.scorings.end(), scoring) != instrument.scorings.end()) {
    return scoring;
  }
  std::string offered;
  for (const Scoring choice : instrument.scorings) offered += (offered.empty() ? "" : ", ") + Name(choice);
  throw Error("unknown_scoring", instrument.name + " is not scored as a " + Name(scoring) + "; choose: " + offered);
}

ScaleScores ScoreScale(const InstrumentScores& scores, const ScaleDefinition& scale,
                       const std::vector<const Column*>& columns) {
  const int rows = static_cast<int>(scores.answered.size());
  const int items = static_cast<int>(scale.items.size());
  ScaleScores result{scale, RangeOf(scores.instrument, scale, scores.scoring), std::vector<double>(rows, kMissing),
                     std::vector<ScoreState>(rows, ScoreState::not_given)};
  for (int row = 0; row < rows; ++row) {
    if (scores.answered[row] == 0) continue;
    int answered = 0;
    double sum = 0;
    for (const int item : scale.items) {
      const Column& column = *columns[static_cast<std::size_t>(item - 1)];
      if (column.IsMissing(row)) continue;
      ++answered;
      sum += AnswerAt(column, row);
    }
    if (!MayScore(scores.missing_items, answered, items)) {
      result.state[row] = ScoreState::unscored;
      continue;
    }
    result.state[row] = answered == items ? ScoreState::scored : ScoreState::prorated;
    // One division, so that a complete form's sum is exact.
    result.score[row] = scores.scoring == Scoring::sum ? sum * items / answered : sum / answered;
  }
  return result;
}

int CountOf(const std::vector<ScoreState>& states, ScoreState wanted) {
  return static_cast<int>(std::count(states.begin(), states.end(), wanted));
}

}  // namespace

bool MayScore(MissingItemRule rule, int answered, int items) {
  switch (rule) {
    case MissingItemRule::half:
      return answered > 0 && 2 * answered >= items;
    case MissingItemRule::complete:
      return answered == items;
  }
  return false;
}

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
  scores.scoring = ChosenScoring(instrument, options.scoring);
  scores.missing_items = options.missing_items;
  scores.items = options.items.empty() ? RecogniseItems(table, instrument) : options.items;
  const std::vector<const Column*> columns = ItemColumns(table, instrument, scores.items);
  CheckRange(table, instrument, columns);
  for (int row = 0; row < table.row_count; ++row) {
    scores.answered.push_back(static_cast<int>(std::count_if(
        columns.begin(), columns.end(), [row](const Column* column) { return !column->IsMissing(row); })));
  }
  for (const ScaleDefinition& scale : instrument.scales) scores.scales.push_back(ScoreScale(scores, scale, columns));
  return scores;
}

std::string Name(MissingItemRule rule) {
  switch (rule) {
    case MissingItemRule::half:
      return "half";
    case MissingItemRule::complete:
      return "complete";
  }
  return {};
}

}  // namespace fatigue
