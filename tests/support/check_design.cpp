// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "design/model_frame.h"
#include "design/orthonormal_basis.h"
#include "inference/hypotheses.h"
#include "support/checks.h"

namespace fatigue::test {
namespace {

/// Design of a case as the model has it.
struct Design {
  Formula formula;
  ModelFrame frame;
  DesignCoding coding;

  explicit Design(const ReferenceCase& reference)
      : formula(ParseFormula(reference.spec.formula)),
        frame(
            BuildModelFrame(reference.data, formula, {reference.spec.levels, {}, reference.spec.weights.value_or("")})),
        coding(formula.fixed, frame.fixed, Coding::treatment) {}
};

/// Orthogonal projection on the rows of L: the same for the same hypothesis, however it is written.
Matrix Projection(const Matrix& L) { return L.transpose() * (L * L.transpose()).ldlt().solve(L); }

}  // namespace

void CheckLinearCombinations(const ReferenceCase& reference, const Json& tables, const Comparison& comparison) {
  const Design design(reference);
  for (const auto& [name, stored] : tables.items()) {
    const std::vector<StoredRow> rows = StoredRows(stored["rows"]);
    const Matrix L = StoredMatrix(stored["L"]);
    const std::string trend = TrendOf(name, stored);
    const EmmeansSpec spec = SpecOf(reference, rows, EmmeansWeights::equal);
    const EmmeansCombinations all = trend.empty() ? MarginalMeanCombinations(design.frame.fixed, design.coding, spec)
                                                  : TrendCombinations(design.frame.fixed, design.coding, trend, spec);
    const auto& ours = IsContrastTable(rows) ? all.contrasts : all.means;
    REQUIRE(ours.size() == rows.size());
    for (size_t row = 0; row < rows.size(); ++row) {
      const auto at = static_cast<Index>(row);
      REQUIRE(ours[row].l.size() == L.cols());
      for (Index k = 0; k < L.cols(); ++k) {
        comparison.In(name).Number({"combination", std::to_string(row + 1) + ", " + std::to_string(k + 1),
                                    ours[row].l[k], L(at, k), 1e-12, L.row(at).cwiseAbs().maxCoeff()});
      }
    }
  }
}

void CheckHypotheses(const ReferenceCase& reference, const Json& hypotheses, const Comparison& comparison) {
  const Design design(reference);
  const FixedFormula& fixed = design.formula.fixed;
  const std::vector<Matrix> ours =
      Type3Hypotheses(fixed, design.frame.fixed, design.coding, OrthonormalBasis(design.frame, design.coding),
                      design.frame.y.size(), HypothesisRows::mmrm);
  REQUIRE(hypotheses.size() == ours.size());
  for (size_t term = 0; term < ours.size(); ++term) {
    const std::string label = fixed.Label(fixed.terms[term]);
    REQUIRE(hypotheses.contains(label));
    const Matrix mine = Projection(ours[term]), theirs = Projection(StoredMatrix(hypotheses[label]));
    REQUIRE(mine.rows() == theirs.rows());
    for (Index i = 0; i < mine.rows(); ++i) {
      for (Index j = 0; j <= i; ++j) {
        // Entries of a projection: at most 1, and the stored hypotheses have 15 digits.
        comparison.In(label).Number(
            {"hypothesis", std::to_string(i + 1) + ", " + std::to_string(j + 1), mine(i, j), theirs(i, j), 1e-12, 1});
      }
    }
  }
}

}  // namespace fatigue::test
