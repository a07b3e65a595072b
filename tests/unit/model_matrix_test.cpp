// SPDX-License-Identifier: MIT
// Column names and coding checked by hand against R 4.2.2's model.matrix().
#include "design/model_matrix.h"

#include <catch2/catch.hpp>

#include "support/made_data.h"

namespace fatigue {
namespace {

using Strings = std::vector<std::string>;

Table Factorial() {
  return test::MakeTable(
      "f.csv",
      {test::FactorColumn("a", {"x", "y", "x", "y", "x", "y"}), test::FactorColumn("b", {"p", "p", "q", "q", "r", "r"}),
       test::NumberColumn("n", {1, 2, 3, 4, 5, 7}), test::NumberColumn("y", {1, 2, 4, 3, 5, 9})});
}

struct Built {
  ModelFrame frame;
  DesignCoding coding;
  Matrix X;
};

Built Build(const std::string& text, const FrameOptions& options = {}) {
  static const Table table = Factorial();
  const Formula formula = ParseFormula(text);
  ModelFrame frame = BuildModelFrame(table, formula, options);
  DesignCoding coding(formula.fixed, frame.fixed, Coding::treatment);
  Matrix X = coding.Rows(frame.fixed, frame.y.size());
  return {frame, coding, X};
}

TEST_CASE("columns are named and ordered as in R") {
  CHECK(Build("y ~ a * b").coding.column_names() == Strings{"(Intercept)", "ay", "bq", "br", "ay:bq", "ay:br"});
  CHECK(Build("y ~ a:b - 1").coding.column_names() == Strings{"ax:bp", "ay:bp", "ax:bq", "ay:bq", "ax:br", "ay:br"});
  CHECK(Build("y ~ a + a:b").coding.column_names() == Strings{"(Intercept)", "ay", "ax:bq", "ay:bq", "ax:br", "ay:br"});
  CHECK(Build("y ~ a + b - 1").coding.column_names() == Strings{"ax", "ay", "bq", "br"});
  CHECK(Build("y ~ n + a:n").coding.column_names() == Strings{"(Intercept)", "n", "n:ay"});
  CHECK(Build("y ~ a:n").coding.column_names() == Strings{"(Intercept)", "ax:n", "ay:n"});
}

TEST_CASE("levels come in the order given, and a number can be made a factor") {
  CHECK(Build("y ~ a", {{{"a", {"y", "x"}}}, {}, ""}).coding.column_names() == Strings{"(Intercept)", "ax"});
  CHECK(Build("y ~ factor(n)").coding.columns() == 6);
  CHECK(Build("y ~ factor(n)").coding.column_names()[1] == "factor(n)2");
  CHECK(Build("y ~ n", {{}, {"n"}, ""}).coding.column_names()[1] == "n2");
}

TEST_CASE("linearly dependent columns are dropped in order, with the combination they are") {
  Matrix full(4, 4);
  full << 1, 0, 1, 2,  //
      1, 1, 0, 3,      //
      1, 0, 1, 5,      //
      1, 1, 0, 7;
  const ModelMatrix design = DropAliased(full);
  CHECK(design.kept == std::vector<int>{0, 1, 3});
  CHECK(design.aliased == std::vector<int>{2});
  CHECK((Matrix(full(Eigen::all, design.kept)) * design.aliasing - full.col(2)).norm() < 1e-13);
}

TEST_CASE("a column that is constant zero is dropped") {
  Matrix full = Matrix::Ones(3, 2);
  full.col(1).setZero();
  CHECK(DropAliased(full).aliased == std::vector<int>{1});
}

TEST_CASE("requests that make no sense name the column and the value") {
  using Catch::Matchers::Contains;
  const auto message = [](const std::string& text, const FrameOptions& options) -> std::string {
    try {
      Build(text, options);
    } catch (const Error& error) {
      return error.code() + ": " + error.what();
    }
    return "accepted";
  };
  CHECK_THAT(message("y ~ c", {}), Contains("f.csv has no column \"c\"; its columns are: a, b, n, y"));
  CHECK_THAT(message("a ~ n", {}), Contains("not_numeric: a must be a number, but holds \"x\""));
  CHECK_THAT(message("y ~ a", {{{"a", {"x"}}}, {}, ""}), Contains("\"y\" is not among the levels given for a"));
  CHECK_THAT(message("y ~ n", {{}, {}, "a"}), Contains("a must be a number"));
}

}  // namespace
}  // namespace fatigue
