// SPDX-License-Identifier: MIT
// The parts of a plan that say how results are read and shown: the difference that matters, the table of baseline
// characteristics, guesses of the treatment, and what is only checked and written out again (estimand, display).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/json_reader.h"
#include "instrument/definition.h"

namespace fatigue {

/// The difference that matters, in units of the response.
struct Mcid {
  double value = 0;
  std::string source;  // may be empty
};

struct BaselineTablePlan {
  std::optional<std::vector<std::string>> columns;  // none: those of report/baseline_table.h
  bool standardised_differences = false;
};

/// What an entry of the column of guesses means: an arm, or none for "don't know".
using Guesses = std::vector<std::pair<std::string, std::optional<std::string>>>;

/// The instrument's first change of kind mcid for the scale and scoring; none where it has none.
std::optional<Mcid> DefaultMcid(const InstrumentDefinition& instrument, const std::string& scale,
                                const std::string& scoring);

/// These throw bad_plan, naming the path; `reader` is that of the outcome, of the file, or of the plan.
std::optional<Mcid> ReadMcid(const JsonReader& reader, const std::optional<Mcid>& otherwise);
std::optional<int> ReadDecimals(const JsonReader& reader);
Guesses ReadGuesses(const JsonReader& reader);
BaselineTablePlan ReadBaselineTable(const JsonReader& reader);
/// As they came, after they were checked; null where they are absent.
Json ReadEstimand(const JsonReader& reader);
Json ReadDisplay(const JsonReader& reader);

/// `none` where there is none.
Json ToJson(const std::optional<Mcid>& mcid);
Json ToJson(const BaselineTablePlan& plan);
Json ToJson(const Guesses& guesses);

}  // namespace fatigue
