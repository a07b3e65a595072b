// SPDX-License-Identifier: MIT
#include "base/dual.h"

#include <catch2/catch.hpp>

namespace fatigue {
namespace {

using Catch::Matchers::WithinRel;

// f(x, y) = exp(x y) / sqrt(x) + log(1 + exp(y))
Dual Composite(const std::vector<Dual>& x) { return Exp(x[0] * x[1]) * Reciprocal(Sqrt(x[0])) + Softplus(x[1]); }

TEST_CASE("dual numbers carry the exact first and second derivatives") {
  Vector at(2);
  at << 0.7, 1.3;
  const Dual f = Composite(Seed(at));
  const double x = at[0], y = at[1], e = std::exp(x * y), r = std::sqrt(x), p = 1 / (1 + std::exp(-y));
  CHECK_THAT(f.value, WithinRel(e / r + std::log(1 + std::exp(y)), 1e-14));
  CHECK_THAT(f.gradient[0], WithinRel(e / r * (y - 0.5 / x), 1e-13));
  CHECK_THAT(f.gradient[1], WithinRel(e * x / r + p, 1e-13));
  CHECK_THAT(f.hessian(0, 0), WithinRel(e / r * ((y - 0.5 / x) * (y - 0.5 / x) + 0.5 / (x * x)), 1e-13));
  CHECK_THAT(f.hessian(0, 1), WithinRel(e / r * (x * y + 0.5), 1e-13));
  CHECK_THAT(f.hessian(1, 0), WithinRel(f.hessian(0, 1), 1e-15));
  CHECK_THAT(f.hessian(1, 1), WithinRel(e * x * x / r + p * (1 - p), 1e-13));
}

TEST_CASE("constants mix with duals without derivatives of their own") {
  Vector at(1);
  at << 2.0;
  const Dual f = Dual(3.0) * Seed(at)[0] + Dual(1.0);
  CHECK(f.value == 7);
  CHECK(f.gradient[0] == 3);
  CHECK(f.hessian(0, 0) == 0);
}

}  // namespace
}  // namespace fatigue
