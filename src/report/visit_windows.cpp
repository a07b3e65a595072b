// SPDX-License-Identifier: MIT
#include "report/visit_windows.h"

#include <algorithm>
#include <cmath>

#include "base/constants.h"

namespace fatigue {
namespace {

/// How near a record is to the planned day: less is better, and of two equally near the later.
struct Nearness {
  double distance = kInfinity;
  double day = 0;

  bool IsBefore(const Nearness& other) const {
    return distance != other.distance ? distance < other.distance : day > other.day;
  }
};

}  // namespace

int NearestWindow(const std::vector<VisitWindow>& windows, double day) {
  int found = kOutsideWindows;
  Nearness nearest;
  for (std::size_t k = 0; k < windows.size(); ++k) {
    const VisitWindow& window = windows[k];
    if (day < window.day - window.before || day > window.day + window.after) continue;
    const Nearness here = {std::fabs(day - window.day), window.day};
    if (found != kOutsideWindows && !here.IsBefore(nearest)) continue;
    found = static_cast<int>(k);
    nearest = here;
  }
  return found;
}

std::vector<int> AssignWindows(const std::vector<VisitWindow>& windows, const std::vector<int>& participant,
                               const std::vector<double>& day) {
  std::vector<int> window(day.size(), kNoDay);
  int last = -1;
  for (const int each : participant) last = std::max(last, each);
  std::vector<Nearness> nearest(static_cast<std::size_t>(last + 1) * windows.size());
  const auto at = [&](std::size_t record) -> Nearness& {
    return nearest[static_cast<std::size_t>(participant[record]) * windows.size() +
                   static_cast<std::size_t>(window[record])];
  };
  const auto nearness = [&](std::size_t record) {
    return Nearness{std::fabs(day[record] - windows[static_cast<std::size_t>(window[record])].day), day[record]};
  };
  for (std::size_t record = 0; record < day.size(); ++record) {
    if (participant[record] < 0 || std::isnan(day[record])) continue;
    window[record] = NearestWindow(windows, day[record]);
    if (window[record] >= 0 && nearness(record).IsBefore(at(record))) at(record) = nearness(record);
  }
  for (std::size_t record = 0; record < day.size(); ++record) {
    if (window[record] >= 0 && at(record).IsBefore(nearness(record))) window[record] = kOtherIsNearer;
  }
  return window;
}

}  // namespace fatigue
