// SPDX-License-Identifier: MIT
// Planned visits and the days around them: which record stands for which visit.
#pragma once

#include <string>
#include <vector>

namespace fatigue {

/// A visit planned for `day`; its window holds the days from `day` - `before` to `day` + `after`, both included.
struct VisitWindow {
  std::string visit;
  double day = 0;
  double before = 0;
  double after = 0;
};

/// What becomes of a record: the index of its window, or one of these.
constexpr int kNoDay = -1;           // it has no participant or no day (the caller's -1 or NaN)
constexpr int kOutsideWindows = -2;  // no window holds its day
constexpr int kOtherIsNearer = -3;   // another record of the participant stands for the visit

/// The window nearest to the day among those that hold it (of two equally near, the later), or kOutsideWindows.
int NearestWindow(const std::vector<VisitWindow>& windows, double day);

/// Each record goes to the nearest planned day whose window holds it (of two equally near, the later); of a
/// participant's records that go to one visit the nearest is used (of two equally near, the later). Records of one
/// participant on the same day cannot be told apart and share their fate: where they are used, the visit has them all,
/// which is the caller's error to raise. The answer does not depend on the order of the records.
std::vector<int> AssignWindows(const std::vector<VisitWindow>& windows, const std::vector<int>& participant,
                               const std::vector<double>& day);

}  // namespace fatigue
