// SPDX-License-Identifier: MIT
#include "report/blinding.h"

#include <algorithm>
#include <map>

#include "base/words.h"
#include "report/join.h"

namespace fatigue {
namespace {

/// By text of the column, the place of the arm meant; arms.size() is "don't know".
std::map<std::string, int> MeaningOf(const PlanFile& file, const std::vector<std::string>& arms) {
  std::map<std::string, int> meaning;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) meaning[arms[arm]] = static_cast<int>(arm);
  for (const auto& [text, arm] : file.guesses) {
    const auto found = arm ? std::find(arms.begin(), arms.end(), *arm) : arms.end();
    if (arm && found == arms.end()) {
      throw Error("unknown_arm",
                  file.name + ": the plan's guesses take \"" + text + "\" for arm \"" + *arm +
                      "\", which is none; the arms are: " + Listed(arms, 20),
                  {{file.name, 0, file.guess, text}}, "name the arms as they stand in the file");
    }
    meaning[text] = static_cast<int>(found - arms.begin());
  }
  return meaning;
}

/// The row with each participant's answer; -1: none. Throws guess_varies.
std::vector<int> AnswerRows(const PlanFile& file, const Table& table, const Column& guesses, const Roster& roster) {
  std::vector<Warning> told;  // by the roster, or where the records were joined
  const std::vector<const Participant*> participants = MatchParticipants(file, table, roster, &told);
  std::vector<int> answer(roster.participants.size(), -1);
  for (int row = 0; row < table.row_count; ++row) {
    if (participants[row] == nullptr || guesses.Text(row).empty()) continue;
    int& first = answer[roster.IndexOf(participants[row])];
    if (first < 0) first = row;
    if (guesses.Text(row) == guesses.Text(first)) continue;
    throw Error("guess_varies",
                FullText(table.PlaceOf(row, guesses)) + " differs from row " + std::to_string(table.origin_row[first]) +
                    " of the same participant " + participants[row]->id + " (" + guesses.Text(first) + ")",
                {table.PlaceOf(first, guesses), table.PlaceOf(row, guesses)}, "give each participant one guess");
  }
  return answer;
}

}  // namespace

Blinding CountGuesses(const PlanFile& file, const Table& table, const Roster& roster, double confidence,
                      std::vector<Warning>* warnings) {
  const Column& guesses = table.At(file.guess);
  const std::map<std::string, int> meaning = MeaningOf(file, roster.arms);
  const std::vector<int> answer = AnswerRows(file, table, guesses, roster);
  const std::size_t arms = roster.arms.size();
  Blinding blinding;
  blinding.file = table.name;
  blinding.column = file.guess;
  blinding.arms = roster.arms;
  blinding.confidence = confidence;
  blinding.counts.assign(arms, std::vector<int>(arms + 1));
  blinding.missing.assign(arms, 0);
  std::map<std::string, int> unknown;  // texts that are neither mapped nor an arm
  for (std::size_t who = 0; who < roster.participants.size(); ++who) {
    if (roster.participants[who].arm < 0) continue;
    const auto arm = static_cast<std::size_t>(roster.participants[who].arm);
    if (answer[who] < 0) {
      ++blinding.missing[arm];
      continue;
    }
    const std::string text = guesses.Text(answer[who]);
    const auto found = meaning.find(text);
    if (found == meaning.end()) ++unknown[text];
    ++blinding.counts[arm][found == meaning.end() ? arms : static_cast<std::size_t>(found->second)];
  }
  if (!unknown.empty()) {
    std::vector<std::string> texts;
    for (const auto& [text, n] : unknown) texts.push_back("\"" + text + "\" (" + std::to_string(n) + ")");
    warnings->push_back(
        {"guess_unknown", table.name + ": in column " + file.guess + " " +
                              (texts.size() == 1 ? "a guess is" : "guesses are") +
                              " no arm's name and not explained by the plan, counted as don't know: " + Listed(texts)});
  }
  blinding.james = JamesIndex(blinding.counts, confidence);
  for (std::size_t arm = 0; arm < arms; ++arm) {
    blinding.bang.push_back(BangIndex(blinding.counts, static_cast<int>(arm), confidence));
  }
  return blinding;
}

}  // namespace fatigue
