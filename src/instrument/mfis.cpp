// SPDX-License-Identifier: MIT
// Modified Fatigue Impact Scale: 21 items, 0 to 4, a total (0 to 84) and three subscales that share no item.
#include "instrument/definition.h"

namespace fatigue {

InstrumentDefinition Mfis() {
  InstrumentDefinition mfis;
  mfis.name = "MFIS";
  mfis.title = "Modified Fatigue Impact Scale";
  mfis.item_count = 21;
  mfis.item_lowest = 0;
  mfis.item_highest = 4;
  mfis.direction = Direction::lower_is_better;
  mfis.scorings = {Scoring::sum};
  mfis.scales = {
      {"total", "MFIS total", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21}},
      {"physical", "MFIS physical", {4, 6, 7, 10, 13, 14, 17, 20, 21}},
      {"cognitive", "MFIS cognitive", {1, 2, 3, 5, 11, 12, 15, 16, 18, 19}},
      {"psychosocial", "MFIS psychosocial", {8, 9}},
  };
  mfis.source = "NINDS Common Data Elements, F1026 (ranges); awell-health/awell-score, src/scores/mfis (item lists)";
  mfis.licence = "numbers only, no wording; the questionnaire belongs to its publishers";
  return mfis;
}

}  // namespace fatigue
