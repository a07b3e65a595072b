// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <set>

#include "base/constants.h"
#include "report/check.h"

namespace fatigue {
namespace {

/// The columns an instrument is read from.
std::vector<std::string> ColumnsOf(const PlanInstrument& instrument) {
  std::vector<std::string> columns = instrument.items;
  for (const auto& [scale, column] : instrument.scores) columns.push_back(column);
  return columns;
}

/// The table with the cells at `places` missing.
Table WithoutCells(const Table& table, const std::vector<std::string>& columns, const std::vector<Place>& places) {
  std::set<std::pair<int, std::string>> cells;
  std::set<int> lines;
  for (const Place& place : places) {
    cells.insert({place.row, place.column});
    lines.insert(place.row);
  }
  Table result = table;
  for (Column& column : result.columns) {
    const bool is_read = columns.empty() || std::find(columns.begin(), columns.end(), column.name) != columns.end();
    if (!is_read) continue;
    for (int row = 0; row < result.row_count; ++row) {
      if (column.IsMissing(row)) continue;
      if (column.origin.rows.empty() && lines.count(table.origin_row[row]) == 0) continue;  // most rows, cheaply
      const Place place = table.PlaceOf(row, column);
      if (cells.count({place.row, place.column}) == 0) continue;
      if (column.kind == Column::Kind::number) {
        column.values[row] = kNaN;
      } else {
        column.codes[row] = -1;
      }
    }
  }
  return result;
}

Error CutPlaces(const Error& error) {
  if (error.places().size() <= kMostListed) return error;
  std::vector<Place> places(error.places().begin(), error.places().begin() + kMostListed);
  return Error(error.code(), error.what(), std::move(places), error.remedy());
}

/// Scores of all cells that can be scored; none when the instrument's columns are not there.
std::optional<PlanScores> ScoresWherePossible(const PlanInstrument& instrument, const Table& table,
                                              std::vector<DataProblem>* problems) {
  try {
    return ScoresOf(instrument, table);
  } catch (const Error& error) {
    const bool is_range = error.code() == "item_out_of_range" || error.code() == "score_out_of_range";
    problems->push_back({is_range ? "out_of_range" : error.code(), true, CutPlaces(error)});
    if (!is_range) return std::nullopt;
    try {
      return ScoresOf(instrument, WithoutCells(table, ColumnsOf(instrument), error.places()));
    } catch (const Error&) {
      return std::nullopt;  // nothing new: another score of the same instrument, or what the user mends first
    }
  }
}

/// From most to least told; a participant twice at a visit has the better.
char StateOf(const ScoreColumn& score, std::size_t row) {
  if (!std::isnan(score.values[row])) return !score.prorated.empty() && score.prorated[row] ? 'p' : 's';
  return score.unscored[row] ? 'u' : '-';
}

int Rank(char state) {
  switch (state) {
    case 's':
      return 3;
    case 'p':
      return 2;
    case 'u':
      return 1;
    default:
      return 0;
  }
}

ScoreCheck CheckScore(const ScoreSummary& summary, const ScoreColumn& score, const Roster& roster,
                      const Records& records) {
  ScoreCheck check;
  check.score = summary.score;
  check.label = summary.label;
  const std::vector<int> visit_of = VisitsForScore(records, score.values);
  std::vector<int> visits;
  std::vector<bool> is_seen(records.visits.size());
  for (std::size_t row = 0; row < visit_of.size(); ++row) {
    const Participant* participant = records.participant[row];
    const int visit = visit_of[row];
    if (visit < 0 || is_seen[visit] || participant == nullptr || participant->arm < 0) continue;
    if (StateOf(score, row) == '-') continue;  // a visit at which this score is not taken
    is_seen[visit] = true;
    visits.push_back(visit);
  }
  visits = InOrderOfTime(std::move(visits), records.visits, records.in_order);
  std::vector<int> place(records.visits.size(), -1);
  for (std::size_t k = 0; k < visits.size(); ++k) {
    place[visits[k]] = static_cast<int>(k);
    check.visits.push_back(records.visits[visits[k]]);
  }
  const std::size_t width = visits.size();
  std::string states(roster.participants.size() * width, '-');
  for (std::size_t row = 0; row < visit_of.size(); ++row) {
    const int who = roster.IndexOf(records.participant[row]);
    if (who < 0 || visit_of[row] < 0 || place[visit_of[row]] < 0) continue;
    char& own = states[static_cast<std::size_t>(who) * width + static_cast<std::size_t>(place[visit_of[row]])];
    const char state = StateOf(score, row);
    if (Rank(state) > Rank(own)) own = state;
  }
  for (std::size_t arm = 0; arm < roster.arms.size(); ++arm) {
    check.counts.push_back({roster.arms[arm], std::vector<int>(width)});
    for (std::size_t who = 0; who < roster.participants.size(); ++who) {
      const Participant& participant = roster.participants[who];
      if (participant.arm != static_cast<int>(arm)) continue;
      const std::string own = states.substr(who * width, width);
      for (std::size_t k = 0; k < width; ++k) check.counts.back().n[k] += Rank(own[k]) >= 2 ? 1 : 0;
      if (check.participants.size() < kMostMapped) {
        check.participants.push_back({participant.id, roster.arms[arm], own});
      } else {
        ++check.more;
      }
    }
  }
  return check;
}

}  // namespace

std::vector<ScoreCheck> CheckScores(const PlanInstrument& instrument, const Roster& roster, const Records& records,
                                    std::vector<DataProblem>* problems) {
  std::vector<ScoreCheck> checks;
  const std::optional<PlanScores> scores = ScoresWherePossible(instrument, *records.table, problems);
  if (!scores) return checks;
  for (const ScoreSummary& summary : scores->summaries) {
    checks.push_back(CheckScore(summary, scores->scales.at(summary.scale), roster, records));
  }
  return checks;
}

}  // namespace fatigue
