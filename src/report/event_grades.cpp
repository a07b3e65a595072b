// SPDX-License-Identifier: MIT
#include "report/event_grades.h"

#include <map>

namespace fatigue {
namespace {

using Order = std::map<std::string, int>;

/// Lower-case letters and digits only: "Life-Threatening" is "lifethreatening", "Grade 3" is "grade3".
std::string Bare(const std::string& text) {
  std::string bare;
  for (const char mark : text) {
    if (mark >= 'A' && mark <= 'Z') bare += static_cast<char>(mark - 'A' + 'a');
    if ((mark >= 'a' && mark <= 'z') || (mark >= '0' && mark <= '9')) bare += mark;
  }
  return bare;
}

const std::vector<Order>& KnownOrders() {
  static const std::vector<Order> orders = {
      {{"mild", 1}, {"moderate", 2}, {"severe", 3}, {"lifethreatening", 4}, {"fatal", 5}, {"death", 5}},
      {{"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"5", 5}},
      {{"grade1", 1}, {"grade2", 2}, {"grade3", 3}, {"grade4", 4}, {"grade5", 5}},
      {{"n", 0},
       {"no", 0},
       {"false", 0},
       {"0", 0},
       {"notserious", 0},
       {"nonserious", 0},
       {"y", 1},
       {"yes", 1},
       {"true", 1},
       {"1", 1},
       {"serious", 1}},
      {{"notrelated", 0},
       {"unrelated", 0},
       {"none", 0},
       {"no", 0},
       {"n", 0},
       {"unlikely", 1},
       {"unlikelyrelated", 1},
       {"possible", 2},
       {"possibly", 2},
       {"possiblyrelated", 2},
       {"probable", 3},
       {"probably", 3},
       {"probablyrelated", 3},
       {"definite", 4},
       {"definitely", 4},
       {"definitelyrelated", 4},
       {"related", 4},
       {"yes", 4},
       {"y", 4}},
  };
  return orders;
}

}  // namespace

std::optional<std::vector<int>> GradeRanks(const std::vector<std::string>& values) {
  for (const Order& order : KnownOrders()) {
    std::vector<int> ranks;
    for (const std::string& value : values) {
      const auto known = order.find(Bare(value));
      if (known != order.end()) ranks.push_back(known->second);
    }
    if (ranks.size() == values.size()) return ranks;
  }
  return std::nullopt;
}

}  // namespace fatigue
