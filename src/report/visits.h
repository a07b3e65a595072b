// SPDX-License-Identifier: MIT
// Visit labels: what day they are and in which order they come.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace fatigue {

/// Days after baseline as far as the label says: "28", "Day 28", "d28" and "Week 4" are 28, "Baseline" is 0.
std::optional<double> VisitDay(const std::string& label);

/// Labels in the order of time. By day where every label is one; otherwise words for the baseline first, then the
/// labels that share a wording but for their number ("Visit 2", "Visit 10") by that number, then the rest; labels that
/// share no wording keep the order given, that of first appearance.
std::vector<std::string> OrderVisits(std::vector<std::string> labels);

}  // namespace fatigue
