// SPDX-License-Identifier: MIT
#include "report/quality.h"

#include <algorithm>
#include <cmath>

#include "report/join.h"

namespace fatigue {
namespace {

/// Rows of analysed participants that stand for a visit.
bool IsAnalysed(const Records& records, const std::vector<int>& visit, int row) {
  const Participant* participant = records.participant[static_cast<std::size_t>(row)];
  return participant != nullptr && participant->membership == Membership::analysed &&
         visit[static_cast<std::size_t>(row)] >= 0;
}

/// What the items of a scale were answered, and its alpha, over the forms in `rows`.
void AddItems(const InstrumentScores& scores, const ScaleDefinition& scale, const std::vector<int>& rows,
              double confidence, QualityRow* quality) {
  const int items = static_cast<int>(scale.items.size());
  std::vector<std::vector<double>> complete;
  int answered = 0;
  for (const int row : rows) {
    std::vector<double> form;
    for (const int item : scale.items) {
      const double value = scores.item_scores[static_cast<std::size_t>(item - 1)][static_cast<std::size_t>(row)];
      if (!std::isnan(value)) form.push_back(value);
    }
    answered += static_cast<int>(form.size());
    if (static_cast<int>(form.size()) == items) complete.push_back(form);
  }
  quality->complete = static_cast<int>(complete.size());
  quality->items_asked = items * static_cast<int>(rows.size());
  quality->items_missing = *quality->items_asked - answered;
  quality->alpha = CronbachAlpha(complete, confidence);
}

QualityRow RowOf(const PlanScores& scores, const ScoreSummary& summary, const std::string& visit,
                 const std::vector<int>& rows, double confidence) {
  QualityRow quality;
  quality.score = summary.score;
  quality.visit = visit;
  quality.forms = static_cast<int>(rows.size());
  for (const int row : rows) {
    const double score = scores.scales.at(summary.scale).values[static_cast<std::size_t>(row)];
    if (std::isnan(score)) continue;
    ++quality.scored;
    if (score == summary.range.lowest) ++quality.at_lowest;
    if (score == summary.range.highest) ++quality.at_highest;
  }
  if (scores.from_items) {
    AddItems(*scores.from_items, scores.from_items->instrument.Scale(summary.scale), rows, confidence, &quality);
  }
  return quality;
}

}  // namespace

std::vector<QualityRow> QualityOf(const Records& records, const PlanScores& scores, double confidence) {
  std::vector<QualityRow> quality;
  for (const ScoreSummary& summary : scores.summaries) {
    const std::vector<int> visit_of = VisitsForScore(records, scores.scales.at(summary.scale).values);
    std::vector<std::vector<int>> forms(records.visits.size());  // rows by visit
    std::vector<int> visits;
    for (int row = 0; row < records.table->row_count; ++row) {
      const auto at = static_cast<std::size_t>(row);
      const bool is_form = scores.from_items ? scores.from_items->answered[at] > 0
                                             : !std::isnan(scores.scales.at(summary.scale).values[at]);
      if (!is_form || !IsAnalysed(records, visit_of, row)) continue;
      std::vector<int>& rows = forms[static_cast<std::size_t>(visit_of[at])];
      if (rows.empty()) visits.push_back(visit_of[at]);
      rows.push_back(row);
    }
    for (const int visit : InOrderOfTime(visits, records.visits, records.in_order)) {
      const auto at = static_cast<std::size_t>(visit);
      quality.push_back(RowOf(scores, summary, records.visits[at], forms[at], confidence));
    }
  }
  return quality;
}

}  // namespace fatigue
