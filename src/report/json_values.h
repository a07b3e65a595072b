// SPDX-License-Identifier: MIT
// Values as JSON, for every answer alike.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "base/eigen.h"
#include "base/json_reader.h"

namespace fatigue {

/// NaN and infinity have no JSON: they are null. Degrees of freedom that are null beside a p value are infinite.
inline Json Number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

inline Json TextOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

template <class Items, class Make>
Json ListOf(const Items& items, Make to_json) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(to_json(item));
  return list;
}

/// The same with one of several functions of that name.
template <class Item>
Json ListOf(const std::vector<Item>& items, Json (*to_json)(const Item&)) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(to_json(item));
  return list;
}

/// A list of rows.
inline Json MatrixJson(const Matrix& matrix) {
  Json rows = Json::array();
  for (Index i = 0; i < matrix.rows(); ++i) {
    Json row = Json::array();
    for (Index j = 0; j < matrix.cols(); ++j) row.push_back(Number(matrix(i, j)));
    rows.push_back(row);
  }
  return rows;
}

}  // namespace fatigue
