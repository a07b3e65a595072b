// SPDX-License-Identifier: MIT
// Small made tables and the comparisons unit tests share.
#pragma once

#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/eigen.h"
#include "table/table.h"

namespace fatigue::test {

inline Column NumberColumn(const std::string& name, const std::vector<double>& values) {
  Column column;
  column.name = name;
  column.values = values;
  return column;
}

inline Column FactorColumn(const std::string& name, const std::vector<std::string>& values) {
  Column column;
  column.name = name;
  column.kind = Column::Kind::factor;
  for (const std::string& value : values) {
    int code = -1;
    for (size_t k = 0; k < column.levels.size(); ++k) {
      if (column.levels[k] == value) code = static_cast<int>(k);
    }
    if (code < 0 && !value.empty()) {
      code = static_cast<int>(column.levels.size());
      column.levels.push_back(value);
    }
    column.codes.push_back(code);
  }
  return column;
}

inline Column& ColumnOf(Table* table, const std::string& name) {
  for (Column& column : table->columns) {
    if (column.name == name) return column;
  }
  throw std::runtime_error("no column " + name);
}

inline Table MakeTable(const std::string& name, std::vector<Column> columns) {
  Table table;
  table.name = name;
  const Column& first = columns.front();
  const bool numeric = first.kind == Column::Kind::number;
  table.row_count = static_cast<int>(numeric ? first.values.size() : first.codes.size());
  for (int row = 0; row < table.row_count; ++row) table.origin_row.push_back(row + 2);
  table.columns = std::move(columns);
  return table;
}

/// The same small generator everywhere: numbers in (-1, 1) that look random and never change.
class Sequence {
 public:
  explicit Sequence(unsigned seed) : state_(seed) {}
  double Next() {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<double>(state_ >> 8) / 8388608.0 - 1.0;
  }

 private:
  unsigned state_;
};

/// 16 participants, arms A and B, visits w1..w3, some visits missing; a score with a person effect and a covariate.
inline Table MadeTrial() {
  Sequence random(7);
  std::vector<std::string> id, arm, visit;
  std::vector<double> day, base, y;
  for (int person = 0; person < 16; ++person) {
    const double level = 3 * random.Next();
    const double baseline = 40 + 8 * random.Next();
    for (int w = 1; w <= 3; ++w) {
      const double noise = 2 * random.Next();
      if ((person * 3 + w) % 7 == 0) continue;
      id.push_back("p" + std::to_string(100 + person));
      arm.push_back(person % 2 ? "B" : "A");
      visit.push_back("w" + std::to_string(w));
      day.push_back(7.0 * w);
      base.push_back(baseline);
      y.push_back(-2.0 * w + (person % 2 ? -1.5 * w : 0) + 0.2 * (baseline - 40) + level + noise * (0.6 + 0.4 * w));
    }
  }
  return MakeTable("made.csv", {FactorColumn("id", id), FactorColumn("arm", arm), FactorColumn("visit", visit),
                                NumberColumn("day", day), NumberColumn("base", base), NumberColumn("y", y)});
}

/// 40 participants in two arms and four equally spaced visits, a different trial for every seed: errors of about
/// autoregressive correlation 0.6 and a spread that grows with the visits, a covariate, a fifth of the rows missing.
inline Table RandomTrial(unsigned seed) {
  Sequence random(seed);
  const auto normal = [&random]() {
    double sum = 0;
    for (int k = 0; k < 6; ++k) sum += random.Next();  // variance 2
    return sum / std::sqrt(2.0);
  };
  std::vector<std::string> id, arm, visit;
  std::vector<double> day, base, y;
  for (int person = 0; person < 40; ++person) {
    const double baseline = 40 + 6 * normal();
    const double level = normal();
    double error = normal();
    for (int v = 1; v <= 4; ++v) {
      if (v > 1) error = 0.6 * error + 0.8 * normal();
      const double value = -v + (person % 2 ? -0.8 * v : 0.0) + 0.3 * (baseline - 40) + level + (1 + 0.3 * v) * error;
      if (random.Next() > 0.6) continue;
      id.push_back("p" + std::to_string(100 + person));
      arm.push_back(person % 2 ? "B" : "A");
      visit.push_back("v" + std::to_string(v));
      day.push_back(v);
      base.push_back(baseline);
      y.push_back(value);
    }
  }
  return MakeTable("random.csv", {FactorColumn("id", id), FactorColumn("arm", arm), FactorColumn("visit", visit),
                                  NumberColumn("day", day), NumberColumn("base", base), NumberColumn("y", y)});
}

/// Central differences of a scalar function.
inline Vector NumericGradient(const std::function<double(const Vector&)>& f, const Vector& x, double h = 1e-5) {
  Vector gradient(x.size());
  for (Index k = 0; k < x.size(); ++k) {
    Vector up = x, down = x;
    up[k] += h;
    down[k] -= h;
    gradient[k] = (f(up) - f(down)) / (2 * h);
  }
  return gradient;
}

}  // namespace fatigue::test
