// SPDX-License-Identifier: MIT
// Guesses of the treatment. Reference numbers of the indices: tests/reference/make/blinding.R (R 4.2.2), two published
// tables among them.
#include "report/blinding.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "inference/blinding_index.h"
#include "support/text_table.h"

namespace fatigue {
namespace {

using Catch::Contains;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::ErrorOf;
using test::TextTable;
using Counts = std::vector<std::vector<int>>;

void CheckIndex(const std::optional<BlindingIndex>& index, double estimate, double se, double lower, double upper) {
  REQUIRE(index);
  CHECK_THAT(index->estimate, WithinRel(estimate, 1e-12));
  CHECK_THAT(index->se, WithinRel(se, 1e-12));
  CHECK_THAT(index->lower, WithinRel(lower, 1e-12));
  CHECK_THAT(index->upper, WithinRel(upper, 1e-12));
}

TEST_CASE("the indices of the CRISP trial are the published ones") {
  const Counts crisp = {{82, 25, 170}, {27, 29, 83}};  // Bang, Ni and Davis 2004, table 7: 0.75; 0.21 and 0.01
  CheckIndex(JamesIndex(crisp, 0.95), 0.74792753745160745, 0.02173739813004717, 0.70532301999910674,
             0.79053205490410816);
  CheckIndex(BangIndex(crisp, 0, 0.95), 0.20577617328519857, 0.03523709047249246, 0.13671274503913389,
             0.27483960153126324);
  CheckIndex(BangIndex(crisp, 1, 0.95), 0.01438848920863309, 0.05382296247283922, -0.09110257877938263,
             0.11987955719664883);
}

TEST_CASE("the indices of a trial in which few guessed are the published ones, with their standard errors") {
  const Counts sox = {{48, 4, 330}, {22, 30, 319}};  // Houweling et al. 2014, table 2: 0.896 (0.011); 0.115, 0.022
  CheckIndex(JamesIndex(sox, 0.95), 0.89641434262948216, 0.01091757700652598, 0.87501628489824868, 0.91781240036071565);
  CheckIndex(BangIndex(sox, 0, 0.95), 0.11518324607329843, 0.01793374034056551, 0.08003376089769695,
             0.15033273124889990);
  CheckIndex(BangIndex(sox, 1, 0.95), 0.02156334231805930, 0.01940466691131915, -0.01646910596012231,
             0.05959579059624091);
}

TEST_CASE("three arms have both indices, and chance is 0 in Bang's") {
  const Counts three = {{9, 4, 2, 5}, {3, 8, 6, 3}, {2, 5, 7, 8}};
  CheckIndex(JamesIndex(three, 0.95), 0.52488708531077344, 0.05457316347148779, 0.41792565038424051,
             0.63184852023730631);
  CheckIndex(BangIndex(three, 0, 0.95), 0.3, 0.14747881203752625, 0.01094683992369644, 0.58905316007630359);
  CheckIndex(BangIndex(three, 2, 0.95), 0.15909090909090909, 0.13010788449518990, -0.09591585862436033,
             0.41409767680617848);
  CHECK_THAT(BangIndex({{5, 5, 5, 9}, {1, 1, 1, 1}, {1, 1, 1, 1}}, 0, 0.95)->estimate, WithinAbs(0, 1e-15));
  CHECK(BangIndex({{0, 5, 5, 0}, {1, 1, 1, 1}, {1, 1, 1, 1}}, 0, 0.95)->estimate == -0.5);
}

TEST_CASE("guesses without a don't know, and arms that guess alike or not at all, have their numbers") {
  CheckIndex(JamesIndex({{9, 4, 0}, {3, 8, 0}}, 0.95), 0.29166666666666663, 0.09245776497274388, 0.11045277722901972,
             0.47288055610431357);
  CheckIndex(JamesIndex({{9, 0, 3}, {4, 0, 6}}, 0.95), 0.70454545454545459, 0.05241178055357777, 0.60182025229482539,
             0.80727065679608379);
  CheckIndex(JamesIndex({{9, 4, 3}, {0, 0, 8}}, 0.95), 0.7291666666666667, 0.0508535365134611, 0.6294955666137905,
             0.8288377667195430);
  CheckIndex(BangIndex({{9, 4, 3}, {0, 0, 8}}, 0, 0.9), 0.3125, 0.2113710821635732,
             0.3125 - 1.6448536269514722 * 0.2113710821635732, 0.3125 + 1.6448536269514722 * 0.2113710821635732);
  const BlindingIndex none = *BangIndex({{9, 4, 3}, {0, 0, 8}}, 1, 0.95);
  CHECK(none.estimate == 0);
  CHECK(none.se == 0);
  CHECK(std::isnan(none.lower));
}

TEST_CASE("the ends of James' index, and where it cannot be told") {
  CHECK(JamesIndex({{9, 0, 0}, {0, 8, 0}}, 0.95)->estimate == 0);
  CHECK_THAT(JamesIndex({{0, 8, 0}, {8, 0, 0}}, 0.95)->estimate, WithinRel(1.0, 1e-14));
  CHECK_THAT(JamesIndex({{6, 6, 0}, {6, 6, 0}}, 0.95)->estimate, WithinRel(0.5, 1e-14));
  const BlindingIndex blind = *JamesIndex({{0, 0, 9}, {0, 0, 8}}, 0.95);  // James et al. 1996, page 1425
  CHECK(blind.estimate == 1);
  CHECK(blind.se == 0);
  CHECK(std::isnan(blind.upper));
  CHECK_FALSE(JamesIndex({{9, 4, 3}, {0, 0, 0}}, 0.95));  // an arm without answers
  CHECK_FALSE(BangIndex({{9, 4, 3}, {0, 0, 0}}, 1, 0.95));
  CHECK_FALSE(JamesIndex({{9, 0, 3}, {0, 0, 8}}, 0.95));  // one arm alone guesses, and itself
}

struct CountedGuesses {
  Blinding blinding;
  std::vector<Warning> warnings;
};

CountedGuesses CountGuesses(const std::string& people, const char* guesses = "{}") {
  Json plan = Json::parse(R"({"schemaVersion": 1, "files": [
    {"name": "people.csv", "role": "participants", "id": "id", "arm": "arm", "guess": "guess"}],
    "arms": {"order": ["placebo", "active"]}, "instruments": [], "outcomes": []})");
  plan["files"][0]["guesses"] = Json::parse(guesses);
  const Plan read = ReadPlan(plan.dump());
  const Table table = TextTable("people.csv", people);
  CountedGuesses result;
  const Roster roster = BuildRoster(read, {&table}, &result.warnings);
  result.warnings.clear();
  result.blinding = CountGuesses(read.files[0], table, roster, 0.95, &result.warnings);
  return result;
}

TEST_CASE("guesses are arms by name, or what the plan says they are; empty cells are no answer") {
  const char people[] =
      "id,arm,guess\nP1,placebo,placebo\nP2,placebo,drug\nP3,placebo,\nA1,active,active\n"
      "A2,active,drug\nA3,active,?\nX1,,placebo\n";
  const CountedGuesses counted = CountGuesses(people, R"({"drug": "active", "?": null})");
  CHECK(counted.blinding.file == "people.csv");
  CHECK(counted.blinding.column == "guess");
  CHECK(counted.blinding.counts == Counts{{1, 1, 0}, {0, 2, 1}});
  CHECK(counted.blinding.missing == std::vector<int>{1, 0});
  CHECK(counted.warnings.empty());
}

TEST_CASE("guesses that nobody explained count as don't know, and are listed") {
  const char people[] = "id,arm,guess\nP1,placebo,placebo\nP2,placebo,dunno\nA1,active,Active\nA2,active,dunno\n";
  const CountedGuesses counted = CountGuesses(people);
  CHECK(counted.blinding.counts == Counts{{1, 0, 1}, {0, 0, 2}});
  REQUIRE(counted.warnings.size() == 1);
  CHECK(counted.warnings[0].code == "guess_unknown");
  CHECK_THAT(counted.warnings[0].message, Contains("\"Active\" (1), \"dunno\" (2)"));
}

TEST_CASE("an arm nobody answered in has no index, and the trial none of James'") {
  const CountedGuesses counted =
      CountGuesses("id,arm,guess\nP1,placebo,placebo\nP2,placebo,active\nA1,active,\nA2,active,\n");
  CHECK_FALSE(counted.blinding.james);
  REQUIRE(counted.blinding.bang[0]);
  CHECK(counted.blinding.bang[0]->estimate == 0);
  CHECK_FALSE(counted.blinding.bang[1]);
  CHECK(counted.blinding.missing == std::vector<int>{0, 2});
}

TEST_CASE("guesses taken for an arm that is none, or a column that is not there, are errors") {
  const char people[] = "id,arm,guess\nP1,placebo,p\nA1,active,a\n";
  const Error error = ErrorOf([&] { CountGuesses(people, R"({"a": "drug"})"); });
  CHECK(error.code() == "unknown_arm");
  CHECK_THAT(error.what(), Contains("\"a\" for arm \"drug\"") && Contains("placebo, active"));
  CHECK(ErrorOf([] { CountGuesses("id,arm\nP1,placebo\nA1,active\n"); }).code() == "unknown_column");
}

TEST_CASE("in a file of records, rows with a guess must agree") {
  Json plan = Json::parse(R"({"schemaVersion": 1, "files": [
    {"name": "all.csv", "role": "records", "id": "id", "arm": "arm", "visit": "day", "guess": "guess"}],
    "instruments": [], "outcomes": []})");
  const Plan read = ReadPlan(plan.dump());
  const auto count = [&](const std::string& text) {
    const Table table = TextTable("all.csv", text);
    std::vector<Warning> warnings;
    return CountGuesses(read.files[0], table, BuildRoster(read, {&table}, &warnings), 0.95, &warnings).counts;
  };
  CHECK(count("id,arm,day,guess\nP,p,0,\nP,p,9,a\nA,a,0,a\nA,a,9,a\n") == Counts{{0, 1, 0}, {0, 1, 0}});
  const Error error = ErrorOf([&] { count("id,arm,day,guess\nP,p,0,p\nP,p,9,a\nA,a,0,a\n"); });
  CHECK(error.code() == "guess_varies");
  CHECK_THAT(error.what(), Contains("row 3") && Contains("row 2 of the same participant P (p)"));
}

}  // namespace
}  // namespace fatigue
