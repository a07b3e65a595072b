// SPDX-License-Identifier: MIT
#include "report/safety.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/words.h"
#include "report/join.h"

namespace fatigue {
namespace {

std::string Trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string Folded(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

/// Events of one term, or of any.
struct Tally {
  std::string term;                 // as first written, trimmed
  std::set<std::string> spellings;  // as they stand in the file
  std::vector<std::set<const Participant*>> participants;
  std::vector<int> events;

  void Add(const Participant& participant, std::size_t arms) {
    participants.resize(arms);
    events.resize(arms);
    participants[participant.arm].insert(&participant);
    ++events[participant.arm];
  }
  std::size_t Total() const {
    std::size_t total = 0;
    for (const auto& each : participants) total += each.size();
    return total;
  }
};

SafetyRow RowOf(const Tally& tally, const std::vector<ArmCount>& arms) {
  SafetyRow row;
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    SafetyCell cell;
    if (arm < tally.events.size()) {
      cell.participants = static_cast<int>(tally.participants[arm].size());
      cell.events = tally.events[arm];
    }
    cell.percent = 100.0 * cell.participants / arms[arm].participants;
    row.cells.push_back(cell);
  }
  return row;
}

}  // namespace

SafetyTable CountEvents(const PlanFile& file, const Table& table, const Roster& roster,
                        std::vector<Warning>* warnings) {
  SafetyTable safety;
  safety.file = table.name;
  safety.arms = roster.Counts();
  const Column& terms = table.At(file.event);
  const std::vector<const Participant*> participants = MatchParticipants(file, table, roster, warnings);

  Tally any;
  std::map<std::string, Tally> by_term;
  std::vector<std::string> without_term;
  for (int row = 0; row < table.row_count; ++row) {
    const std::string term = Trimmed(terms.Text(row));
    if (term.empty()) {
      without_term.push_back(std::to_string(table.origin_row[row]));
      continue;
    }
    const Participant* participant = participants[row];
    if (participant == nullptr || participant->arm < 0) continue;
    Tally& tally = by_term[Folded(term)];
    if (tally.term.empty()) tally.term = term;
    tally.spellings.insert("\"" + terms.Text(row) + "\"");
    tally.Add(*participant, safety.arms.size());
    any.Add(*participant, safety.arms.size());
  }

  if (!without_term.empty()) {
    warnings->push_back({"term_missing", table.name + ": no event in column " + file.event + " of " +
                                             (without_term.size() == 1 ? "row " : "rows ") + Listed(without_term) +
                                             "; not counted"});
  }
  std::vector<Tally> sorted;
  for (const auto& [folded, tally] : by_term) {
    sorted.push_back(tally);
    if (tally.spellings.size() == 1) continue;
    warnings->push_back({"terms_folded", table.name + ": counted as one event, " + tally.term + ": " +
                                             Listed({tally.spellings.begin(), tally.spellings.end()})});
  }
  // by_term is in order of name, which a stable sort keeps within equal totals.
  std::stable_sort(sorted.begin(), sorted.end(), [](const Tally& a, const Tally& b) { return a.Total() > b.Total(); });
  safety.rows.push_back(RowOf(any, safety.arms));
  for (const Tally& tally : sorted) {
    safety.rows.push_back(RowOf(tally, safety.arms));
    safety.rows.back().term = tally.term;
  }
  return safety;
}

}  // namespace fatigue
