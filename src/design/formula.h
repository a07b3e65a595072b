// SPDX-License-Identifier: MIT
// R model formulas: fixed terms, random-effects terms and one residual covariance term.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "covariance/structure.h"

namespace fatigue {

/// A fixed-effects term: indices into FixedFormula::variables, ascending. Empty: the intercept (not stored as a term).
using Term = std::vector<int>;

/// Expanded right-hand side: `a * b` is a, b, a:b; so are `/`, `%in%` and `^` expanded. Terms by degree, then in order
/// of appearance, as terms() in R.
struct FixedFormula {
  std::vector<std::string> variables;  // column names in order of appearance
  std::vector<std::string> labels;     // as written: "day", "factor(day)"
  std::vector<bool> as_factor;         // written factor(x)
  std::vector<Term> terms;
  std::vector<std::string> offsets;  // columns added to the mean with coefficient 1
  bool intercept = true;

  /// "arm:factor(visit)", variables in order of appearance.
  std::string Label(const Term& term) const;
};

/// (1 + day | id), (day || id), (1 | site/id) (two of them: site, and id within site), (1 | site:id).
struct RandomTerm {
  FixedFormula effects;
  std::vector<std::string> group;  // {"site", "id"}: id within site; {"id", "site"} of `site:id`
  bool correlated = true;
};

/// us(visit | arm / id): covariance over `visit` within `subject`, one matrix per level of `group`.
struct CovarianceTerm {
  CovStructure structure = CovStructure::us;
  std::string visit;
  std::string group;  // empty: one matrix for all
  std::string subject;
};

struct Formula {
  std::string text;
  std::string response;
  FixedFormula fixed;
  std::vector<RandomTerm> random;
  std::optional<CovarianceTerm> covariance;
};

/// Throws Error("formula_syntax") naming the place.
Formula ParseFormula(const std::string& text);

}  // namespace fatigue
