// SPDX-License-Identifier: MIT
#include "design/model_frame.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "base/read_number.h"
#include "base/words.h"

namespace fatigue {
namespace {

/// A column's values over some rows as codes into its distinct values: numbers by size, labels by bytes, as R in the C
/// locale. Only values that occur are levels.
struct CodedColumn {
  std::vector<std::string> levels;
  std::vector<int> codes;
};

CodedColumn CodeNumbers(const Column& column, const std::vector<int>& rows) {
  CodedColumn coded;
  std::unordered_map<double, int> index;
  coded.codes.reserve(rows.size());
  for (int row : rows) {
    const double value = column.values[static_cast<size_t>(row)];
    coded.codes.push_back(index.emplace(value, static_cast<int>(index.size())).first->second);
  }
  const std::map<double, int> sorted(index.begin(), index.end());
  std::vector<int> rank(index.size());
  for (const auto& [value, code] : sorted) {
    rank[static_cast<size_t>(code)] = static_cast<int>(coded.levels.size());
    coded.levels.push_back(NumberText(value));
  }
  for (int& code : coded.codes) code = rank[static_cast<size_t>(code)];
  return coded;
}

CodedColumn CodeLabels(const Column& column, const std::vector<int>& rows) {
  CodedColumn coded;
  std::vector<int> rank(column.levels.size(), -1);
  for (int row : rows) rank[static_cast<size_t>(column.codes[static_cast<size_t>(row)])] = 0;
  std::vector<size_t> occurring;
  for (size_t level = 0; level < rank.size(); ++level) {
    if (rank[level] == 0) occurring.push_back(level);
  }
  std::sort(occurring.begin(), occurring.end(),
            [&column](size_t a, size_t b) { return column.levels[a] < column.levels[b]; });
  for (size_t level : occurring) {
    rank[level] = static_cast<int>(coded.levels.size());
    coded.levels.push_back(column.levels[level]);
  }
  coded.codes.reserve(rows.size());
  for (int row : rows) coded.codes.push_back(rank[static_cast<size_t>(column.codes[static_cast<size_t>(row)])]);
  return coded;
}

/// `rows` hold no missing value of the column.
CodedColumn Code(const Column& column, const std::vector<int>& rows) {
  return column.kind == Column::Kind::number ? CodeNumbers(column, rows) : CodeLabels(column, rows);
}

void AddColumns(const FixedFormula& formula, std::vector<std::string>* columns) {
  columns->insert(columns->end(), formula.variables.begin(), formula.variables.end());
}

std::vector<std::string> UsedColumns(const Formula& formula, const FrameOptions& options) {
  std::vector<std::string> columns = {formula.response};
  AddColumns(formula.fixed, &columns);
  columns.insert(columns.end(), formula.fixed.offsets.begin(), formula.fixed.offsets.end());
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
  CodedColumn coded = Code(column, rows);
  const auto given = options.levels.find(column_name);
  if (given == options.levels.end()) {
    variable.levels = std::move(coded.levels);
    variable.codes = std::move(coded.codes);
    return variable;
  }
  std::vector<int> position(coded.levels.size(), -1);
  for (const std::string& level : given->second) {
    const auto found = std::find(coded.levels.begin(), coded.levels.end(), level);
    if (found == coded.levels.end()) continue;
    if (position[static_cast<size_t>(found - coded.levels.begin())] >= 0) {
      throw Error("bad_request", "level \"" + level + "\" of " + column_name + " is listed twice");
    }
    position[static_cast<size_t>(found - coded.levels.begin())] = static_cast<int>(variable.levels.size());
    variable.levels.push_back(level);
  }
  for (size_t i = 0; i < rows.size(); ++i) {
    const auto code = static_cast<size_t>(coded.codes[i]);
    if (position[code] < 0) {
      throw Error("unknown_level", "\"" + coded.levels[code] + "\" is not among the levels given for " + column_name,
                  {table->PlaceOf(rows[i], column)}, "list every level of the column");
    }
    variable.codes.push_back(position[code]);
  }
  return variable;
}

Variable ModelFrame::Numeric(const std::string& column_name) const {
  const Column& column = table->At(column_name);
  if (column.kind != Column::Kind::number) {
    const auto is_text = [&column](int row) { return !ReadNumber(column.Text(row)); };
    const auto bad = std::find_if(rows.begin(), rows.end(), is_text);
    const int row = bad == rows.end() ? rows.front() : *bad;
    throw Error("not_numeric", column_name + " must be a number, but holds \"" + column.Text(row) + "\"",
                {table->PlaceOf(row, column)}, "correct the value, or choose a numeric column");
  }
  Variable variable;
  variable.name = column_name;
  variable.values.resize(static_cast<Index>(rows.size()));
  for (size_t i = 0; i < rows.size(); ++i) variable.values[static_cast<Index>(i)] = column.values[rows[i]];
  return variable;
}

Variable ModelFrame::Fixed(const FixedFormula& formula, size_t variable) const {
  const std::string& column = formula.variables[variable];
  const bool categorical = table->At(column).kind == Column::Kind::factor || options.categorical.count(column) > 0 ||
                           options.levels.count(column) > 0 || formula.as_factor[variable];
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
    for (const Column* column : used) {
      bool any = false;
      for (int row = 0; row < table.row_count && !any; ++row) any = !column->IsMissing(row);
      if (!any) {
        throw Error("all_missing", "the column " + column->name + " of " + table.name + " has no value",
                    {{table.name, 0, column->name, ""}},
                    "choose another column, or check how missing values are written");
      }
    }
    throw Error("too_few_observations", "no row of " + table.name + " is complete in all columns of the model");
  }
  frame.y = frame.Numeric(formula.response).values;
  frame.response = formula.response;
  frame.is_weighted = !options.weights.empty();
  frame.weights = options.weights.empty() ? Vector::Ones(frame.y.size()) : Weights(frame, options.weights);
  for (const std::string& column : formula.fixed.offsets) {
    if (frame.offset.size() == 0) frame.offset = Vector::Zero(frame.y.size());
    frame.offset += frame.Numeric(column).values;
  }
  if (frame.offset.size() > 0) frame.y -= frame.offset;
  for (size_t v = 0; v < formula.fixed.variables.size(); ++v) {
    const std::string& column = formula.fixed.variables[v];
    frame.fixed.push_back(frame.Fixed(formula.fixed, v));
    const Variable& variable = frame.fixed.back();
    if (variable.is_factor && variable.levels.size() < 2) {
      throw Error("one_level", column + " has a single level, \"" + variable.levels[0] + "\", in the rows analysed",
                  {{table.name, 0, column, variable.levels[0]}}, "take it out of the model or supply more data");
    }
  }
  for (const auto& [column, levels] : options.levels) {
    const auto is_own = [&name = column](const Column* each) { return each->name == name; };
    if (std::none_of(used.begin(), used.end(), is_own)) continue;  // of another model of the same request
    const std::vector<std::string> occurring = Code(table.At(column), frame.rows).levels;
    for (const std::string& level : levels) {
      if (std::find(occurring.begin(), occurring.end(), level) == occurring.end()) {
        const bool is_visit = formula.covariance && formula.covariance->visit == column;
        if (level == levels.front() && !is_visit) {
          throw Error("reference_absent",
                      "the reference level \"" + level + "\" of " + column + " has no row in the analysis", {},
                      "choose a reference among " + Listed(occurring));
        }
        frame.warnings.push_back(
            {"empty_level", "level \"" + level + "\" of " + column + " has no row in the analysis"});
      }
    }
  }
  return frame;
}

}  // namespace fatigue
