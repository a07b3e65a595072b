// SPDX-License-Identifier: MIT
// Reads a JSON object of a request, strictly: a wrong type, choice or key is an Error that names its path.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fatigue {

/// Keys keep their order, so that a plan comes back as it was written.
using Json = nlohmann::ordered_json;

/// One object of a request and the path that leads to it. `code` is that of the errors: bad_plan, bad_request.
class JsonReader {
 public:
  /// Throws when `value` is no object, or has a key that is not among `keys` ("$schema" and the like are let through).
  JsonReader(const Json& value, std::string path, std::string code, std::initializer_list<const char*> keys);

  const std::string& code() const { return code_; }
  bool Has(const std::string& key) const;
  std::string PathOf(const std::string& key) const;
  [[noreturn]] void Fail(const std::string& key, const std::string& problem, const std::string& remedy = {}) const;

  /// Required, not empty.
  std::string Text(const std::string& key) const;
  std::string TextOr(const std::string& key, const std::string& otherwise) const;
  bool BoolOr(const std::string& key, bool otherwise) const;
  std::optional<double> Number(const std::string& key) const;
  /// Empty when the key is absent.
  std::vector<std::string> Texts(const std::string& key) const;
  /// The array's elements with their paths; empty when the key is absent.
  std::vector<std::pair<std::string, Json>> Elements(const std::string& key) const;
  /// The value as it stands; null when absent.
  Json Raw(const std::string& key) const;

  /// One of the choices; required.
  template <class T>
  T Choice(const std::string& key, const std::vector<T>& choices) const {
    return ChoiceOf(key, Text(key), choices);
  }
  template <class T>
  T ChoiceOr(const std::string& key, const std::vector<T>& choices, T otherwise) const {
    return Has(key) ? Choice(key, choices) : otherwise;
  }
  template <class T>
  T ChoiceOf(const std::string& key, const std::string& text, const std::vector<T>& choices) const {
    std::vector<std::string> names;
    for (const T& choice : choices) {
      names.push_back(Name(choice));
      if (names.back() == text) return choice;
    }
    FailChoice(key, text, names);
  }
  [[noreturn]] void FailChoice(const std::string& key, const std::string& text,
                               const std::vector<std::string>& choices) const;

 private:
  const Json& value_;
  std::string path_;
  std::string code_;
};

/// Parses text; throws Error(code) when it is not JSON.
Json ParseJson(const std::string& text, const std::string& code, const std::string& what);

}  // namespace fatigue
