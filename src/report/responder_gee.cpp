// SPDX-License-Identifier: MIT
#include "report/responder_gee.h"

#include <algorithm>
#include <cmath>

#include "base/constants.h"
#include "base/distributions.h"
#include "base/words.h"

namespace fatigue {
namespace {

using Answer = ResponderTable::Answer;

/// Answers and responses of one arm at one visit, and its column of X; -1 where its odds are not finite.
struct Cell {
  std::string visit;
  int arm = 0;
  int n = 0, responders = 0;
  Index column = -1;
};

std::vector<Cell> CellsOf(const std::vector<Answer>& answers) {
  std::vector<Cell> cells;
  for (const Answer& answer : answers) {
    auto found = std::find_if(cells.begin(), cells.end(),
                              [&](const Cell& cell) { return cell.visit == answer.visit && cell.arm == answer.arm; });
    if (found == cells.end()) found = cells.insert(cells.end(), Cell{answer.visit, answer.arm, 0, 0, -1});
    ++found->n;
    found->responders += answer.is_responder ? 1 : 0;
  }
  Index columns = 0;
  for (Cell& cell : cells) {
    if (cell.responders > 0 && cell.responders < cell.n) cell.column = columns++;
  }
  return cells;
}

const Cell* Find(const std::vector<Cell>& cells, const std::string& visit, int arm) {
  const auto found = std::find_if(cells.begin(), cells.end(),
                                  [&](const Cell& cell) { return cell.visit == visit && cell.arm == arm; });
  return found == cells.end() ? nullptr : &*found;
}

/// The model's rows, those of a participant together.
struct Design {
  Matrix X;
  Vector y;
  std::vector<Index> first;

  Design(std::vector<Answer> answers, const std::vector<Cell>& cells) {
    std::stable_sort(answers.begin(), answers.end(),
                     [](const Answer& a, const Answer& b) { return a.participant < b.participant; });
    const auto is_out = [&](const Answer& each) { return Find(cells, each.visit, each.arm)->column < 0; };
    answers.erase(std::remove_if(answers.begin(), answers.end(), is_out), answers.end());
    const auto columns = std::count_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.column >= 0; });
    X = Matrix::Zero(static_cast<Index>(answers.size()), columns);
    y = Vector::Zero(X.rows());
    for (size_t row = 0; row < answers.size(); ++row) {
      if (row == 0 || answers[row].participant != answers[row - 1].participant) {
        first.push_back(static_cast<Index>(row));
      }
      X(static_cast<Index>(row), Find(cells, answers[row].visit, answers[row].arm)->column) = 1;
      y[static_cast<Index>(row)] = answers[row].is_responder ? 1 : 0;
    }
    first.push_back(X.rows());
  }
};

GeeResult::Row Compare(const GeeFit& fit, const Cell& own, const Cell& reference, double df, double confidence) {
  GeeResult::Row row;
  row.log_odds = fit.beta[own.column] - fit.beta[reference.column];
  const double variance = fit.vcov(own.column, own.column) + fit.vcov(reference.column, reference.column) -
                          2 * fit.vcov(own.column, reference.column);
  row.se = std::sqrt(variance);
  row.df = df;
  const double half = StudentCriticalValue(confidence, df) * row.se;
  row.lower = row.log_odds - half;
  row.upper = row.log_odds + half;
  row.p_value = StudentTwoSidedP(row.log_odds / row.se, df);
  return row;
}

}  // namespace

GeeResult CompareByGee(const std::vector<std::string>& arms, const std::vector<Answer>& answers,
                       GeeCovariance covariance, double confidence) {
  GeeResult result;
  result.covariance = covariance;
  result.confidence = confidence;
  const std::vector<Cell> cells = CellsOf(answers);
  const Design design(answers, cells);
  const GeeFit fit = FitLogisticGee(design.X, design.y, design.first, covariance);
  result.status = fit.converged ? "converged" : "not_converged";
  result.message = fit.message;
  result.correlation = fit.correlation;
  result.observations = static_cast<int>(design.X.rows());
  result.subjects = static_cast<int>(design.first.size()) - 1;
  const double df =
      covariance == GeeCovariance::sandwich ? kInfinity : result.subjects - static_cast<double>(arms.size());
  std::vector<std::string> visits, without;
  for (const Cell& cell : cells) {
    if (std::find(visits.begin(), visits.end(), cell.visit) == visits.end()) visits.push_back(cell.visit);
    if (cell.column < 0) without.push_back(arms[static_cast<size_t>(cell.arm)] + " at " + cell.visit);
  }
  for (const std::string& visit : visits) {
    const Cell* reference = Find(cells, visit, 0);
    for (size_t arm = 1; arm < arms.size(); ++arm) {
      const Cell* own = Find(cells, visit, static_cast<int>(arm));
      if (own == nullptr || reference == nullptr) continue;
      const bool is_known = fit.converged && own->column >= 0 && reference->column >= 0 && df > 0;
      GeeResult::Row row = is_known ? Compare(fit, *own, *reference, df, confidence) : GeeResult::Row();
      row.arm = arms[arm];
      row.reference = arms[0];
      row.visit = visit;
      result.rows.push_back(row);
    }
  }
  if (!without.empty()) {
    result.message += (result.message.empty() ? "" : "; ") + std::string("all or none responded in ") +
                      Listed(without) + ": these answers are left out";
  }
  return result;
}

}  // namespace fatigue
