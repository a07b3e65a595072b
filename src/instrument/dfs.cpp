// SPDX-License-Identifier: MIT
// Daily Fatigue Severity: one rating a day, 0 (none) to 10.
#include "instrument/definition.h"

namespace fatigue {

InstrumentDefinition Dfs() {
  InstrumentDefinition dfs;
  dfs.name = "DFS";
  dfs.title = "Daily Fatigue Severity";
  dfs.item_count = 1;
  dfs.item_lowest = 0;
  dfs.item_highest = 10;
  dfs.direction = Direction::lower_is_better;
  dfs.scorings = {Scoring::sum};
  dfs.scales = {{"total", "Daily Fatigue Severity", {1}}};
  dfs.source = "ClinicalTrials.gov NCT03500289: a single question on today's fatigue, 0 to 10, asked once a day";
  dfs.licence = "numbers only, no wording; check the terms of the diary used";
  return dfs;
}

}  // namespace fatigue
