// SPDX-License-Identifier: MIT
// Fatigue Severity Scale: nine items, 1 to 7, as a sum (9 to 63) or a mean (1 to 7).
#include "instrument/definition.h"

namespace fatigue {

InstrumentDefinition Fss() {
  InstrumentDefinition fss;
  fss.name = "FSS";
  fss.title = "Fatigue Severity Scale";
  fss.item_count = 9;
  fss.item_lowest = 1;
  fss.item_highest = 7;
  fss.direction = Direction::lower_is_better;
  fss.scorings = {Scoring::sum, Scoring::mean};
  fss.scales = {{"total", "Fatigue Severity Scale", {1, 2, 3, 4, 5, 6, 7, 8, 9}}};
  fss.source =
      "NINDS Common Data Elements, F2714 (mean); both scorings: BMC Neurology 2021, s12883-021-02396-1, table 3";
  fss.licence = "copyright Lauren B. Krupp; numbers only, no wording; ask the owner before commercial use";
  return fss;
}

}  // namespace fatigue
