// SPDX-License-Identifier: MIT
// Names, marks and numbers of a formula, from left to right. Internal to src/design.
#pragma once

#include <cctype>
#include <string>

#include "base/error.h"

namespace fatigue {

class FormulaScanner {
 protected:
  explicit FormulaScanner(const std::string& text) : text_(text) {}

  /// R's rule for names: letters, digits, dots and underscores, or anything between backticks.
  std::string Name(const std::string& what) {
    Skip();
    if (Accept('`')) {
      const size_t end = text_.find('`', position_);
      if (end == std::string::npos) Fail("a backtick is not closed");
      const std::string name = text_.substr(position_, end - position_);
      position_ = end + 1;
      return name;
    }
    const size_t start = position_;
    while (position_ < text_.size() && IsNameCharacter(text_[position_])) ++position_;
    if (start == position_ || std::isdigit(static_cast<unsigned char>(text_[start]))) {
      position_ = start;
      const std::string rest = text_.substr(start, 20);
      Fail("expected " + what + (rest.empty() ? " at its end" : " before \"" + rest + "\""));
    }
    return text_.substr(start, position_ - start);
  }

  static bool IsNameCharacter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) || c == '.' || c == '_' || byte >= 0x80;
  }

  bool AcceptNumber(char digit) {
    const bool follows = position_ + 1 < text_.size() && IsNameCharacter(text_[position_ + 1]);
    if (position_ >= text_.size() || text_[position_] != digit || follows) return false;
    ++position_;
    return true;
  }

  bool Accept(char wanted) {
    if (position_ >= text_.size() || text_[position_] != wanted) return false;
    ++position_;
    return true;
  }

  void Expect(char wanted) {
    Skip();
    if (!Accept(wanted)) {
      const std::string rest = text_.substr(position_, 20);
      Fail(std::string("expected '") + wanted + "'" + (rest.empty() ? " at its end" : " before \"" + rest + "\""));
    }
  }

  void Skip() {
    while (position_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[position_]))) ++position_;
  }

  [[noreturn]] void Fail(const std::string& problem) const {
    throw Error("formula_syntax", "the formula \"" + text_ + "\" cannot be read at character " +
                                      std::to_string(position_ + 1) + ": " + problem);
  }

  const std::string& text_;
  size_t position_ = 0;
};

}  // namespace fatigue
