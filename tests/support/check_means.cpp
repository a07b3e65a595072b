// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "support/checks.h"
#include "support/skipped.h"

namespace fatigue::test {
namespace {

/// Columns of a table of means that are not its statistics.
bool IsStatistic(const std::string& column) {
  static const std::set<std::string> names = {"estimate", "se",    "df", "t",        "p",
                                              "lower",    "upper", "1",  "contrast", "null"};
  return names.count(column) > 0;
}

/// The factor whose levels are compared; contrasts do not have it as a column.
std::string ComparedFactor(const ReferenceCase& reference) {
  for (const char* name : {"ARMCD", "ARM", "arm", "Sex"}) {
    if (reference.spec.formula.find(name) != std::string::npos) return name;
  }
  return "";
}

std::string LevelText(const Json& stored) {
  return stored.is_string() ? stored.get<std::string>() : NumberText(stored.get<double>());
}

/// Without a factor the slope over a covariate is its coefficient.
MarginalMeans TrendsOf(const FittedModel& model, const std::string& covariate, const EmmeansSpec& spec) {
  if (!spec.of.empty()) return model.Trends(covariate, spec);
  const std::vector<std::string> terms = model.terms();
  const auto found = std::find(terms.begin(), terms.end(), covariate);
  EstimateRow row;
  row.estimate = model.coefficients().at(static_cast<size_t>(found - terms.begin()));
  return {{row}, {}, {}};
}

}  // namespace

bool IsContrastTable(const std::vector<StoredRow>& rows) { return rows.at(0).count("contrast") > 0; }

EmmeansSpec SpecOf(const ReferenceCase& reference, const std::vector<StoredRow>& rows, EmmeansWeights weights) {
  EmmeansSpec spec;
  spec.weights = weights;
  const std::string compared = ComparedFactor(reference);
  if (!compared.empty() && (IsContrastTable(rows) || rows[0].count(compared))) spec.of.push_back(compared);
  for (const auto& [column, value] : rows[0]) {
    if (IsStatistic(column) || column == compared) continue;
    (spec.of.empty() ? spec.of : spec.by).push_back(column);
    if (!value.is_number()) continue;
    std::vector<double>& at = spec.at[column];
    for (const StoredRow& row : rows) {
      const double number = row.at(column).get<double>();
      if (std::find(at.begin(), at.end(), number) == at.end()) at.push_back(number);
    }
  }
  return spec;
}

std::string TrendOf(const std::string& table_name, const Json& table) {
  const Json& first = table.is_array() ? table[0] : table;
  for (const auto& [column, value] : first.items()) {
    if (column.ends_with(".trend")) return column.substr(0, column.size() - 6);
  }
  const size_t at = table_name.find("_trend");
  return at == std::string::npos ? "" : table_name.substr(0, at);
}

const EstimateRow* FindRow(const std::vector<EstimateRow>& rows, const StoredRow& stored) {
  const auto matches = [&stored](const EstimateRow& row) {
    return std::all_of(row.levels.begin(), row.levels.end(), [&stored](const auto& pair) {
      const auto cell = stored.find(pair.first);
      return cell == stored.end() || LevelText(cell->second) == pair.second;
    });
  };
  const auto found = std::find_if(rows.begin(), rows.end(), matches);
  return found == rows.end() ? nullptr : &*found;
}

void CheckMeans(const ReferenceCase& reference, const Json& tables, const FittedModel& model,
                const Comparison& comparison, EmmeansWeights weights) {
  for (const auto& [name, stored] : tables.items()) {
    std::vector<std::pair<std::string, const Json*>> parts;
    const bool is_pair = stored.contains("revpairwise");
    if (is_pair) {
      for (const char* part : {"means", "trends", "revpairwise"}) {
        if (stored.contains(part) && !stored[part].is_null()) parts.emplace_back(name + " / " + part, &stored[part]);
      }
    } else {
      parts.emplace_back(name, &stored);
    }
    const std::string trend = TrendOf(name, is_pair ? *parts[0].second : stored);
    const EmmeansSpec of_means = SpecOf(reference, StoredRows(*parts[0].second), weights);
    for (const auto& [part, table] : parts) {
      const Comparison inner = comparison.In(part);
      const std::vector<StoredRow> rows = StoredRows(*table);
      const EmmeansSpec spec = is_pair ? of_means : SpecOf(reference, rows, weights);
      const MarginalMeans ours = trend.empty() ? model.Emmeans(spec) : TrendsOf(model, trend, spec);
      const bool only_estimates = reference.IsSingular() && IsSkipped(inner.In("boundary df"));
      const bool is_contrast = IsContrastTable(rows);
      const char* kind = is_contrast ? "contrast" : trend.empty() ? "mean" : "slope";
      for (StoredRow row : rows) {
        std::string label;
        for (const auto& [column, value] : row) {
          if (!IsStatistic(column) || column == "contrast") label += (label.empty() ? "" : ", ") + LevelText(value);
        }
        // emmeans writes numeric levels with their column: Days5 - Days0.
        if (is_contrast && !of_means.of.empty()) {
          std::string text = row["contrast"];
          const std::string prefix = of_means.of[0];
          for (size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix))
            text.erase(at, prefix.size());
          row["contrast"] = text;
        }
        if (row["df"].is_null()) row["df"] = "Inf";
        if (only_estimates) {
          for (const char* column : {"df", "p", "lower", "upper"}) row.erase(column);
        }
        const EstimateRow* found = FindRow(is_contrast ? ours.contrasts : ours.means, row);
        if (found) {
          inner.Row(kind, label, found->estimate, row);
        } else if (!IsSkipped(inner.In("not against the first level"))) {
          FAIL_CHECK(inner.case_name() << ": " << inner.block() << ": no row " << label);
        }
      }
    }
  }
}

}  // namespace fatigue::test
