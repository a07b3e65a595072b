// SPDX-License-Identifier: MIT
#include "design/model_frame.h"

#include <algorithm>
#include <cmath>

namespace fatigue {
namespace {

/// Level order: as given; else numbers by size; else by bytes, as R in the C locale.
std::vector<std::string> OrderedLevels(const Column& column, const std::vector<int>& rows) {
  if (column.kind == Column::Kind::number) {
    std::set<double> distinct;
    for (int row : rows) {
      if (!column.IsMissing(row)) distinct.insert(column.values[row]);
    }
    std::vector<std::string> levels;
    for (double value : distinct) levels.push_back(NumberText(value));
    return levels;
  }
  std::set<std::string> distinct;
  for (int row : rows) {
    if (!column.IsMissing(row)) distinct.insert(column.levels[column.codes[row]]);
  }
  return {distinct.begin(), distinct.end()};
}

void AddColumns(const FixedFormula& formula, std::vector<std::string>* columns) {
  columns->insert(columns->end(), formula.variables.begin(), formula.variables.end());
}

std::vector<std::string> UsedColumns(const Formula& formula, const FrameOptions& options) {
  std::vector<std::string> columns = {formula.response};
  AddColumns(formula.fixed, &columns);
  for (const RandomTerm& term : formula.random) {
    AddColumns(term.effects, &columns);
    columns.insert(columns.end(), term.group.begin(), term.group.end());
  }
  if (formula.covariance) {
    columns.push_back(formula.covariance->visit);
    columns.push_back(formula.covariance->subject);
    if (!formula.covariance->group.empty()) columns.push_back(formula.covariance->group);
  }
  if (!options.weights.empty()) columns.push_back(options.weights);
  return columns;
}

Vector Weights(const ModelFrame& frame, const std::string& column) {
  const Variable weights = frame.Numeric(column);
  for (Index i = 0; i < weights.values.size(); ++i) {
    if (!(weights.values[i] > 0) || std::isinf(weights.values[i])) {
      throw Error("bad_weights", "weights must be positive",
                  {frame.table->PlaceOf(frame.rows[static_cast<size_t>(i)], frame.table->At(column))},
                  "correct the weight or leave the cell empty to drop the row");
    }
  }
  return weights.values;
}

}  // namespace

Variable ModelFrame::Factor(const std::string& column_name) const {
  const Column& column = table->At(column_name);
  Variable variable;
  variable.name = column_name;
  variable.is_factor = true;
  const std::vector<std::string> occurring = OrderedLevels(column, rows);
  const auto given = options.levels.find(column_name);
  if (given == options.levels.end()) {
    variable.levels = occurring;
  } else {
    for (const std::string& level : given->second) {
      if (std::find(occurring.begin(), occurring.end(), level) != occurring.end()) variable.levels.push_back(level);
    }
  }
  std::map<std::string, int> index;
  for (size_t k = 0; k < variable.levels.size(); ++k) index[variable.levels[k]] = static_cast<int>(k);
  variable.codes.reserve(rows.size());
  for (int row : rows) {
    const auto found = index.find(column.Text(row));
    if (found == index.end()) {
      throw Error("unknown_level", "\"" + column.Text(row) + "\" is not among the levels given for " + column_name,
                  {table->PlaceOf(row, column)}, "list every level of the column");
    }
    variable.codes.push_back(found->second);
  }
  return variable;
}

Variable ModelFrame::Numeric(const std::string& column_name) const {
  const Column& column = table->At(column_name);
  if (column.kind != Column::Kind::number) {
    for (int row : rows) {
      throw Error("not_numeric", column_name + " must be a number, but holds \"" + column.Text(row) + "\"",
                  {table->PlaceOf(row, column)}, "choose a numeric column");
    }
  }
  Variable variable;
  variable.name = column_name;
  variable.values.resize(static_cast<Index>(rows.size()));
  for (size_t i = 0; i < rows.size(); ++i) variable.values[static_cast<Index>(i)] = column.values[rows[i]];
  return variable;
}

Variable ModelFrame::Fixed(const std::string& column, const FixedFormula& formula) const {
  const auto& named = formula.as_factor;
  const bool categorical = table->At(column).kind == Column::Kind::factor || options.categorical.count(column) > 0 ||
                           options.levels.count(column) > 0 ||
                           std::find(named.begin(), named.end(), column) != named.end();
  return categorical ? Factor(column) : Numeric(column);
}

ModelFrame BuildModelFrame(const Table& table, const Formula& formula, const FrameOptions& options) {
  ModelFrame frame;
  frame.table = &table;
  frame.options = options;
  std::vector<const Column*> used;
  for (const std::string& column : UsedColumns(formula, options)) used.push_back(&table.At(column));
  for (const auto& named : options.levels) table.At(named.first);
  for (const std::string& column : options.categorical) table.At(column);
  for (int row = 0; row < table.row_count; ++row) {
    const bool complete =
        std::none_of(used.begin(), used.end(), [row](const Column* column) { return column->IsMissing(row); });
    if (complete) frame.rows.push_back(row);
  }
  frame.excluded = table.row_count - static_cast<int>(frame.rows.size());
  if (frame.rows.empty()) {
    throw Error("too_few_observations", "no row of " + table.name + " is complete in all columns of the model");
  }
  frame.y = frame.Numeric(formula.response).values;
  frame.weights = options.weights.empty() ? Vector::Ones(frame.y.size()) : Weights(frame, options.weights);
  for (const std::string& column : formula.fixed.variables) {
    frame.fixed.push_back(frame.Fixed(column, formula.fixed));
    const Variable& variable = frame.fixed.back();
    if (variable.is_factor && variable.levels.size() < 2) {
      throw Error("one_level", column + " has a single level, \"" + variable.levels[0] + "\", in the rows analysed",
                  {{table.name, 0, column, variable.levels[0]}}, "take it out of the model or supply more data");
    }
  }
  for (const auto& [column, levels] : options.levels) {
    const std::vector<std::string> occurring = OrderedLevels(table.At(column), frame.rows);
    for (const std::string& level : levels) {
      if (std::find(occurring.begin(), occurring.end(), level) == occurring.end()) {
        frame.warnings.push_back(
            {"empty_level", "level \"" + level + "\" of " + column + " has no row in the analysis"});
      }
    }
  }
  return frame;
}

}  // namespace fatigue
