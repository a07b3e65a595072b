// SPDX-License-Identifier: MIT
#include "design/formula.h"

#include <algorithm>

#include "design/formula_scanner.h"

namespace fatigue {
namespace {

constexpr int kMaximumDepth = 50;

/// A set of terms under construction; a term is a sorted list of variable indices, empty for the intercept "1".
using TermList = std::vector<Term>;

class Parser : private FormulaScanner {
 public:
  explicit Parser(const std::string& text) : FormulaScanner(text) {}

  Formula Parse() {
    Formula formula;
    formula.text = text_;
    formula.response = Name("a response column");
    Skip();
    if (position_ < text_.size() && text_[position_] == '(') {
      Fail("the response is a column of the file; put a transformed response into a column of its own");
    }
    if (position_ < text_.size() && IsNameCharacter(text_[position_])) {
      Fail("expected '~' before \"" + text_.substr(position_, 20) +
           "\"; a name with spaces or marks stands between backticks, `like this`");
    }
    Expect('~');
    formula_ = &formula;
    fixed_ = &formula.fixed;
    ParseFixed(&formula.fixed);
    Skip();
    if (position_ != text_.size()) Fail("unexpected \"" + text_.substr(position_) + "\"");
    return formula;
  }

 private:
  /// sum of signed products, up to the end or a closing mark
  void ParseFixed(FixedFormula* fixed) {
    FixedFormula* outer = fixed_;
    fixed_ = fixed;
    TermList terms = Sum(0);
    const auto is_intercept = [](const Term& term) { return term.empty(); };
    terms.erase(std::remove_if(terms.begin(), terms.end(), is_intercept), terms.end());
    std::stable_sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.size() < b.size(); });
    fixed->terms = terms;
    fixed_ = outer;
  }

  TermList Sum(int depth) {
    if (depth > kMaximumDepth) Fail("it is nested too deeply");
    TermList terms;
    bool subtract = false;
    Skip();
    if (Accept('-')) subtract = true;
    while (true) {
      Skip();
      if (AcceptNumber('0')) {
        fixed_->intercept = subtract;
      } else if (AcceptNumber('1')) {
        fixed_->intercept = !subtract;
      } else {
        const bool may_be_special = depth == 0 && !subtract && fixed_ == &formula_->fixed;
        const TermList product = Product(depth, may_be_special);
        for (const Term& term : product) {
          const auto found = std::find(terms.begin(), terms.end(), term);
          if (subtract && found != terms.end()) terms.erase(found);
          if (!subtract && found == terms.end()) terms.push_back(term);
        }
      }
      Skip();
      if (Accept('+')) {
        subtract = false;
      } else if (Accept('-')) {
        subtract = true;
      } else {
        return terms;
      }
    }
  }

  /// a * b = a + b + a:b and a / b = a + a:b; left to right. (a + c) / b = a + c + a:c:b.
  TermList Product(int depth, bool may_be_special) {
    TermList left = Within(depth, may_be_special);
    Skip();
    while (position_ < text_.size() && (text_[position_] == '*' || text_[position_] == '/')) {
      const bool is_nested = text_[position_++] == '/';
      const TermList right = Within(depth, false);
      TermList expanded = left;
      if (!is_nested) Append(right, &expanded);
      Append(Cross(is_nested ? TermList{Union(left)} : left, right), &expanded);
      left = expanded;
      Skip();
    }
    return left;
  }

  /// b %in% a is a:b, and binds less than ":".
  TermList Within(int depth, bool may_be_special) {
    TermList left = Interaction(depth, may_be_special);
    Skip();
    while (text_.compare(position_, 4, "%in%") == 0) {
      position_ += 4;
      left = Cross(left, Interaction(depth, false));
      Skip();
    }
    return left;
  }

  TermList Interaction(int depth, bool may_be_special) {
    TermList left = Power(depth, may_be_special);
    Skip();
    while (Accept(':')) {
      left = Cross(left, Power(depth, false));
      Skip();
    }
    return left;
  }

  /// (a + b + c)^2: all terms and their interactions of two.
  TermList Power(int depth, bool may_be_special) {
    const TermList base = Atom(depth, may_be_special);
    Skip();
    const bool is_operand =
        position_ < text_.size() && std::string(":*/^%").find(text_[position_]) != std::string::npos;
    if (base.empty() && is_operand) Fail("random effects and covariance structures can only be added with +");
    if (!Accept('^')) return base;
    Skip();
    const bool is_digit = position_ < text_.size() && text_[position_] >= '1' && text_[position_] <= '9';
    if (!is_digit || !AcceptNumber(text_[position_])) Fail("expected a power of terms from 1 to 9");
    const int power = text_[position_ - 1] - '0';
    TermList terms = base;
    for (int degree = 1; degree < power; ++degree) Append(Cross(TermList(terms), base), &terms);
    return terms;
  }

  /// `may_be_special`: random effects and covariance structures stand by themselves, added with +.
  TermList Atom(int depth, bool may_be_special) {
    Skip();
    if (Accept('(')) {
      if (IsRandomTerm()) {
        if (!may_be_special) Fail("random effects can only be added with +");
        ParseRandom();
        return {};
      }
      const TermList inner = Sum(depth + 1);
      Expect(')');
      return inner;
    }
    const std::string name = Name("a column");
    Skip();
    if (!Accept('(')) return {{Variable(name, name, false)}};
    if (name == "factor" || name == "as.factor") {
      const std::string column = Name("a column");
      Expect(')');
      return {{Variable(column, name + "(" + column + ")", true)}};
    }
    if (name == "offset") {
      if (!may_be_special) Fail("an offset can only be added with +");
      fixed_->offsets.push_back(Name("a column"));
      Expect(')');
      return {};
    }
    if (name == "poly" || name == "ns" || name == "bs" || name == "I" || name == "log") {
      Fail("the function \"" + name + "\" is not offered: put its values into columns of the file and name those");
    }
    const auto structure = FindCovStructure(name);
    if (!structure) {
      std::string known;
      for (const StructureInfo& info : CovStructures()) known += std::string(known.empty() ? "" : ", ") + info.name;
      Fail("the function \"" + name + "\" is not known; covariance structures are " + known +
           ", and factor(x) makes a column categorical");
    }
    if (!may_be_special) Fail("a covariance structure can only be added with +");
    ParseCovariance(*structure);
    return {};
  }

  void ParseCovariance(CovStructure structure) {
    if (formula_->covariance) Fail("it has two covariance terms, use one");
    CovarianceTerm term;
    term.structure = structure;
    term.visit = Name("the visit column");
    Expect('|');
    term.subject = Name("the subject column");
    Skip();
    if (Accept('/')) {
      term.group = term.subject;
      term.subject = Name("the subject column");
    }
    Expect(')');
    formula_->covariance = term;
  }

  /// After '(': is there a '|' before the matching ')'?
  bool IsRandomTerm() const {
    int depth = 1;
    for (size_t at = position_; at < text_.size() && depth > 0; ++at) {
      if (text_[at] == '(') ++depth;
      if (text_[at] == ')') --depth;
      if (text_[at] == '|' && depth == 1) return true;
    }
    return false;
  }

  void ParseRandom() {
    RandomTerm term;
    ParseFixed(&term.effects);
    Expect('|');
    if (Accept('|')) term.correlated = false;
    std::vector<std::vector<std::string>> path = {Grouping()};
    while (Accept('/')) path.push_back(Grouping());
    Expect(')');
    if (!term.effects.intercept && term.effects.terms.empty()) Fail("a random-effects term is empty");
    for (const std::vector<std::string>& columns : path) {
      term.group.insert(term.group.end(), columns.begin(), columns.end());
      formula_->random.push_back(term);
    }
  }

  /// `site:id`, innermost last written: {"id", "site"}, so that levels are named as they are written. factor() says
  /// what a grouping column is anyway.
  std::vector<std::string> Grouping() {
    std::vector<std::string> columns;
    do {
      std::string name = Name("a grouping column");
      Skip();
      if ((name == "factor" || name == "as.factor") && Accept('(')) {
        name = Name("a grouping column");
        Expect(')');
        Skip();
      }
      columns.insert(columns.begin(), name);
    } while (Accept(':'));
    return columns;
  }

  int Variable(const std::string& column, const std::string& label, bool as_factor) {
    auto& labels = fixed_->labels;
    const auto found = std::find(labels.begin(), labels.end(), label);
    if (found != labels.end()) return static_cast<int>(found - labels.begin());
    fixed_->variables.push_back(column);
    fixed_->as_factor.push_back(as_factor);
    labels.push_back(label);
    return static_cast<int>(labels.size()) - 1;
  }

  static void Append(const TermList& more, TermList* terms) {
    for (const Term& term : more) {
      if (std::find(terms->begin(), terms->end(), term) == terms->end()) terms->push_back(term);
    }
  }

  /// One term of all variables.
  static Term Union(const TermList& terms) {
    Term all;
    for (const Term& term : terms) {
      Term joined;
      std::set_union(all.begin(), all.end(), term.begin(), term.end(), std::back_inserter(joined));
      all = joined;
    }
    return all;
  }

  static TermList Cross(const TermList& left, const TermList& right) {
    TermList crossed;
    for (const Term& a : left) {
      for (const Term& b : right) {
        Term term;
        std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(term));
        Append({term}, &crossed);
      }
    }
    return crossed;
  }

  Formula* formula_ = nullptr;
  FixedFormula* fixed_ = nullptr;
};

}  // namespace

std::string FixedFormula::Label(const Term& term) const {
  std::string label;
  for (int variable : term) label += (label.empty() ? "" : ":") + labels[static_cast<size_t>(variable)];
  return label;
}

Formula ParseFormula(const std::string& text) { return Parser(text).Parse(); }

}  // namespace fatigue
