// SPDX-License-Identifier: MIT
#include "report/scores.h"

#include <algorithm>
#include <cmath>

#include "base/constants.h"
#include "base/read_number.h"
#include "base/words.h"

namespace fatigue {
namespace {

ScoreSummary SummaryOf(const PlanInstrument& plan, const ScaleDefinition& scale) {
  ScoreSummary summary;
  summary.score = plan.id + "." + scale.name;
  summary.instrument = plan.instrument.name;
  summary.scale = scale.name;
  summary.label = scale.label;
  const ScoringDefinition& scoring = plan.instrument.Scoring(plan.scoring);
  summary.range = RangeOf(plan.instrument, scale, scoring);
  summary.direction = DirectionOf(plan.instrument, scale, plan.direction);
  summary.scoring = scoring.name;
  summary.caution = plan.instrument.caution;
  const bool is_by_scale = plan.missing_items.kind == MissingItems::Kind::by_scale;
  summary.missing_items = !scale.table.empty() ? Name(ItemRule{ItemRule::Kind::complete})
                          : is_by_scale        ? Name(plan.missing_items.For(scale.name))
                                               : Name(plan.missing_items);
  return summary;
}

PlanScores FromItems(const PlanInstrument& plan, const Table& table) {
  PlanScores scores;
  scores.from_items =
      ScoreTable(table, plan.instrument, {plan.items, plan.scoring, plan.missing_items, plan.direction});
  const InstrumentScores& scored = *scores.from_items;
  scores.items = scored.items;
  for (const ScaleScores& scale : scored.scales) {
    ScoreColumn& column = scores.scales[scale.scale.name];
    column.values = scale.score;
    for (const ScoreState state : scale.state) {
      column.unscored.push_back(state == ScoreState::unscored);
      column.prorated.push_back(state == ScoreState::prorated);
    }
    ScoreSummary summary = SummaryOf(plan, scale.scale);
    summary.scored = scale.scored();
    summary.prorated = scale.prorated();
    summary.unscored = scale.unscored();
    scores.summaries.push_back(summary);
  }
  return scores;
}

[[noreturn]] void ThrowOutOfRange(const ScoreSummary& summary, std::vector<Place> places) {
  std::string message = FullText(places.front()) + " is outside the range of " + summary.label + ", " +
                        NumberText(summary.range.lowest) + " to " + NumberText(summary.range.highest);
  if (places.size() > 1) {
    message += "; " + Counted(places.size() - 1, "more score is too", "more scores are too");
    message += " (" + ShortText(places[1]) + (places.size() > 2 ? "; ...)" : ")");
  }
  throw Error("score_out_of_range", message, std::move(places),
              "correct the score, choose the other scoring, or leave the cell empty where the score is missing");
}

void AddGiven(const PlanInstrument& plan, const Table& table, const std::string& scale, const std::string& name,
              PlanScores* scores) {
  const Column& column = table.At(name);
  ScoreSummary summary = SummaryOf(plan, plan.instrument.Scale(scale));
  summary.missing_items = "given_as_score";
  ScoreColumn& values = scores->scales[scale];
  values.unscored.assign(static_cast<std::size_t>(table.row_count), false);
  std::vector<Place> places;
  for (int row = 0; row < table.row_count; ++row) {
    double value = kNaN;
    if (!column.IsMissing(row)) {
      value = column.kind == Column::Kind::number ? column.values[row] : ReadNumber(column.Text(row)).value_or(value);
      const bool is_inside = value >= summary.range.lowest && value <= summary.range.highest;  // false for NaN
      if (!is_inside) places.push_back(table.PlaceOf(row, column));
      ++summary.scored;
    }
    values.values.push_back(value);
  }
  if (!places.empty()) ThrowOutOfRange(summary, std::move(places));
  scores->summaries.push_back(summary);
}

}  // namespace

PlanScores ScoresOf(const PlanInstrument& plan, const Table& table) {
  if (plan.scores.empty()) return FromItems(plan, table);
  PlanScores scores;
  for (const auto& [scale, column] : plan.scores) AddGiven(plan, table, scale, column, &scores);
  return scores;
}

}  // namespace fatigue
