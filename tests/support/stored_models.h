// SPDX-License-Identifier: MIT
// Every stored model that has some part, for the tests that compare one part of all of them.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "support/checks.h"

namespace fatigue::test {

inline std::vector<Collection> Collections() {
  std::vector<Collection> all = {ShippedCollection()};
  if (const auto shared = SharedCollection()) all.push_back(*shared);
  return all;
}

/// Calls `check` with every stored model that has one of the keys.
inline void ForCasesWith(const std::vector<std::string>& keys, const std::function<void(const ReferenceCase&)>& check) {
  for (const Collection& collection : Collections()) {
    for (const std::string& name : FilesOf(collection.folder + "expected", ".json")) {
      const Json expected = ReadJson(collection.folder + "expected/" + name + ".json");
      const auto has = [&expected](const std::string& key) { return expected.contains(key); };
      const bool is_model = expected.contains("formula") && expected.contains("fit");
      if (!is_model || name == "fev_sp_gau_reml" || std::none_of(keys.begin(), keys.end(), has)) continue;
      INFO(collection.name << "/" << name);
      check(LoadCase(collection, name));
    }
  }
}

inline Comparison ComparisonOf(const ReferenceCase& reference, const std::string& package, const Tolerance& tolerance) {
  return Comparison(reference.name, reference.Software(package), tolerance);
}

}  // namespace fatigue::test
