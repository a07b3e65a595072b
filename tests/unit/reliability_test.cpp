// SPDX-License-Identifier: MIT
#include "instrument/reliability.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace fatigue {
namespace {

using Catch::Matchers::WithinRel;

using Forms = std::vector<std::vector<double>>;

const Forms kFive = {{1, 2, 1, 3, 2}, {4, 4, 3, 4, 4}, {0, 1, 0, 0, 1}, {2, 2, 3, 1, 2},
                     {3, 4, 4, 3, 2}, {1, 0, 2, 1, 1}, {2, 3, 2, 2, 4}, {0, 0, 1, 2, 0}};

struct Known {
  Forms forms;
  double confidence, estimate, lower, upper;
};

TEST_CASE("alpha and its interval are those of base R") {
  // tests/reference/make/alpha.R, R 4.2.2.
  const std::vector<Known> cases = {
      {kFive, 0.95, 0.91899573661771683, 0.77464948052018434, 0.98149537404130049},
      {kFive, 0.8, 0.91899573661771683, 0.84263331983033096, 0.96837232668387518},
      {{{1, 5}, {2, 4}, {3, 3}, {4, 1}, {5, 2}}, 0.95, -18, -181.4860678097342941, -0.9782332116246244},
      {{{7, 6, 7}, {1, 2, 1}, {4, 5, 3}}, 0.9, 0.96874999999999989, 0.78299150281252561, 0.99837635299467786}};
  for (const Known& known : cases) {
    const auto alpha = CronbachAlpha(known.forms, known.confidence);
    REQUIRE(alpha);
    CHECK_THAT(alpha->estimate, WithinRel(known.estimate, 1e-12));
    CHECK_THAT(alpha->lower, WithinRel(known.lower, 1e-12));
    CHECK_THAT(alpha->upper, WithinRel(known.upper, 1e-12));
    CHECK(alpha->forms == static_cast<int>(known.forms.size()));
    CHECK(alpha->confidence == known.confidence);
  }
}

TEST_CASE("items that say the same have an alpha of 1") {
  const auto alpha = CronbachAlpha({{1, 1, 1}, {2, 2, 2}, {4, 4, 4}}, 0.95);
  REQUIRE(alpha);
  CHECK_THAT(alpha->estimate, WithinRel(1.0, 1e-15));
}

TEST_CASE("there is no alpha of one item, of two forms, or where all sums are the same") {
  CHECK_FALSE(CronbachAlpha({{1}, {2}, {3}, {4}}, 0.95));
  CHECK_FALSE(CronbachAlpha({{1, 2}, {3, 3}}, 0.95));
  CHECK_FALSE(CronbachAlpha({}, 0.95));
  CHECK_FALSE(CronbachAlpha({{1, 3}, {2, 2}, {3, 1}}, 0.95));
}

}  // namespace
}  // namespace fatigue
