// SPDX-License-Identifier: MIT
#include "design/formula.h"

#include <algorithm>
#include <cctype>

#include "base/error.h"

namespace fatigue {
namespace {

constexpr int kMaximumDepth = 50;

/// A set of terms under construction; a term is a sorted list of variable indices, empty for the intercept "1".
using TermList = std::vector<Term>;

class Parser {
 public:
  explicit Parser(const std::string& text) : text_(text) {}

  Formula Parse() {
    Formula formula;
    formula.text = text_;
    formula.response = Name("a response column");
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

  /// a * b = a + b + a:b; left to right
  TermList Product(int depth, bool may_be_special) {
    TermList left = Interaction(depth, may_be_special);
    Skip();
    while (Accept('*')) {
      const TermList right = Interaction(depth, false);
      TermList expanded = left;
      Append(right, &expanded);
      Append(Cross(left, right), &expanded);
      left = expanded;
      Skip();
    }
    return left;
  }

  TermList Interaction(int depth, bool may_be_special) {
    TermList left = Atom(depth, may_be_special);
    Skip();
    const bool is_operand = position_ < text_.size() && (text_[position_] == ':' || text_[position_] == '*');
    if (left.empty() && is_operand) Fail("random effects and covariance structures can only be added with +");
    while (Accept(':')) {
      left = Cross(left, Atom(depth, false));
      Skip();
    }
    return left;
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
    std::vector<std::string> path = {Name("a grouping column")};
    Skip();
    while (Accept('/')) {
      path.push_back(Name("a grouping column"));
      Skip();
    }
    Expect(')');
    if (!term.effects.intercept && term.effects.terms.empty()) Fail("a random-effects term is empty");
    for (size_t depth = 1; depth <= path.size(); ++depth) {
      RandomTerm nested = term;
      nested.group.assign(path.begin(), path.begin() + static_cast<long>(depth));
      formula_->random.push_back(nested);
    }
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

  /// R's rule for names: letters, digits, dots and underscores, or anything between backticks.
  std::string Name(const std::string& what) {
    Skip();
    if (Accept('`')) {
      const size_t end = text_.find('`', position_);
      if (end == std::string::npos) Fail("a backtick is not closed");
      const std::string name = text_.substr(position_, end - position_);
      position_ = end + 1;
      return name;
    }
    const size_t start = position_;
    while (position_ < text_.size() && IsNameCharacter(text_[position_])) ++position_;
    if (start == position_ || std::isdigit(static_cast<unsigned char>(text_[start]))) {
      position_ = start;
      const std::string rest = text_.substr(start, 20);
      Fail("expected " + what + (rest.empty() ? " at its end" : " before \"" + rest + "\""));
    }
    return text_.substr(start, position_ - start);
  }

  static bool IsNameCharacter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) || c == '.' || c == '_' || byte >= 0x80;
  }

  bool AcceptNumber(char digit) {
    const bool follows = position_ + 1 < text_.size() && IsNameCharacter(text_[position_ + 1]);
    if (position_ >= text_.size() || text_[position_] != digit || follows) return false;
    ++position_;
    return true;
  }

  bool Accept(char wanted) {
    if (position_ >= text_.size() || text_[position_] != wanted) return false;
    ++position_;
    return true;
  }

  void Expect(char wanted) {
    Skip();
    if (!Accept(wanted)) {
      const std::string rest = text_.substr(position_, 20);
      Fail(std::string("expected '") + wanted + "'" + (rest.empty() ? " at its end" : " before \"" + rest + "\""));
    }
  }

  void Skip() {
    while (position_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[position_]))) ++position_;
  }

  [[noreturn]] void Fail(const std::string& problem) const {
    throw Error("formula_syntax", "the formula \"" + text_ + "\" cannot be read at character " +
                                      std::to_string(position_ + 1) + ": " + problem);
  }

  const std::string& text_;
  size_t position_ = 0;
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
