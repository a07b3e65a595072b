// SPDX-License-Identifier: MIT
// Errors a user can mend: bad input and impossible requests. Numerical outcomes of a fit are a FitStatus instead.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace fatigue {

/// Where a problem stands in the user's files. `row` is the line of the file (the header is line 1), 0 if none.
struct Place {
  std::string file;
  int row = 0;
  std::string column;
  std::string value;
};

/// An input or analysis error: what (`code`, stable, snake_case), in words (`what()`), where, and what to do.
class Error : public std::runtime_error {
 public:
  Error(std::string code, const std::string& message, std::vector<Place> places = {}, std::string remedy = {})
      : std::runtime_error(message), code_(std::move(code)), places_(std::move(places)), remedy_(std::move(remedy)) {}

  const std::string& code() const { return code_; }
  const std::vector<Place>& places() const { return places_; }
  const std::string& remedy() const { return remedy_; }

 private:
  std::string code_;
  std::vector<Place> places_;
  std::string remedy_;
};

/// Something a statistician must see although the result stands.
struct Warning {
  std::string code;
  std::string message;
};

}  // namespace fatigue
