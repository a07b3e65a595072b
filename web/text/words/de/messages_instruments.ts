// SPDX-License-Identifier: MIT
/** What the built-in questionnaires say of themselves, apart from their names and sources. */

const terms = 'nur Zahlen, kein Wortlaut';

export const messagesOfInstruments: Readonly<Record<string, string>> = {
  'copyright {owner}; numbers only, no wording; ask the owner for the terms of use': `Copyright {owner}; ${terms}; Nutzungsbedingungen beim Inhaber erfragen`,
  "copyright {owner}; numbers only, no wording; use needs the owner's permission": `Copyright {owner}; ${terms}; Nutzung nur mit Erlaubnis des Inhabers`,
  'copyright {owner}; numbers only, no wording; ask the owner before commercial use': `Copyright {owner}; ${terms}; vor kommerzieller Nutzung den Inhaber fragen`,
  'copyright {owner}; numbers only, no wording; check the terms for the lookup table': `Copyright {owner}; ${terms}; Bedingungen für die Umrechnungstabelle prüfen`,
  'copyright {owner}; numbers only, no wording; use needs a licence of the owner': `Copyright {owner}; ${terms}; Nutzung nur mit Lizenz des Inhabers`,
  'copyright its owners ({owners}); numbers only, no wording; check the terms of use': `Copyright der Inhaber ({owners}); ${terms}; Nutzungsbedingungen prüfen`,
  'numbers only, no wording; ask the owners for the terms of use': `${terms}; Nutzungsbedingungen bei den Inhabern erfragen`,
  'numbers only, no wording; check the terms of the diary used': `${terms}; Nutzungsbedingungen des verwendeten Tagebuchs prüfen`,
  'numbers only, no wording; check the terms of the form used': `${terms}; Nutzungsbedingungen des verwendeten Bogens prüfen`,
  'numbers only, no wording; the questionnaire belongs to its publishers': `${terms}; der Fragebogen gehört seinen Verlagen`,

  // Ranges of scores.
  mild: 'leicht',
  moderate: 'mittelgradig',
  severe: 'schwer',
  case: 'auffällig',
  'above the normal range of PACE': 'über dem Normalbereich von PACE',
  sleepy: 'schläfrig',
  fatigued: 'mit Fatigue',
  '{source}: at least {n} (or {n1})': '{source}: mindestens {n} (oder {n1})',

  "{source}: at least {n} (or {n1}); a sum of {n2} is a mean of {n3} and above this bound but not above the sum's":
    '{source}: mindestens {n} (oder {n1}); eine Summe von {n2} ist ein Mittelwert von {n3} und über dieser Grenze, aber nicht über der der Summe',
  '{source}: {n} or more; {n1} or fewer are normal': '{source}: {n} oder mehr; {n1} oder weniger gelten als normal',
  '{source}: the PACE trial took {n} or fewer as normal':
    '{source}: die PACE-Studie wertete {n} oder weniger als normal',
  '{source}: {n} to {n1}': '{source}: {n} bis {n1}',
  '{source}: {n} to {n1} (or {n2})': '{source}: {n} bis {n1} (oder {n2})',
  '{source}: {n} (or {n1}) to {n2}': '{source}: {n} (oder {n1}) bis {n2}',
  '{source}: {n} or more': '{source}: {n} oder mehr',
  '{source}: the common cut-off; {n} was best in one clinic':
    '{source}: der übliche Cut-off; in einer Klinik war {n} am besten',

  // Sources.
  'range: {source}': 'Wertebereich: {source}',
  'direction: {source}': 'Richtung: {source}',
  'items: {source}': 'Items: {source}',
  'items, reversal: {source}': 'Items, Umpolung: {source}',
  'versions: {source}': 'Versionen: {source}',
  'original: {source}': 'Original: {source}',
  'both scorings: {source}': 'beide Auswertungsarten: {source}',
  'both directions are in use: {source}': 'beide Richtungen werden verwendet: {source}',
  'items of the scales: {source}': 'Items der Skalen: {source}',
  'items of the scales: as coded in public software': 'Items der Skalen: wie in öffentlicher Software',
  'items 6 to 10 as energy: not verified': 'Items 6 bis 10 als Energie: nicht überprüft',
  '21 items of 0 to 3, added up: general knowledge, not verified against the manual':
    '21 Items von 0 bis 3, summiert: Allgemeinwissen, nicht am Manual überprüft',
  "{source}: a single question on today's fatigue, 0 to 10, asked once a day":
    '{source}: eine einzelne Frage zur heutigen Fatigue, 0 bis 10, einmal am Tag gestellt',
  '{source} (mean)': '{source} (Mittelwert)',
  '{source} (ranges)': '{source} (Wertebereiche)',
  '{source} (item lists)': '{source} (Item-Listen)',
  '{source} (both scorings)': '{source} (beide Auswertungsarten)',
  '{source} (no cut-off known)': '{source} (kein Cut-off bekannt)',
  '{source} (the 8 items without item 1 fit the Rasch model better)':
    '{source} (die 8 Items ohne Item 1 passen besser zum Rasch-Modell)',
  '{source}, by way of {other} (18 lines, 13 of fatigue and 5 of energy in the opposite direction)':
    '{source}, nach {other} (18 Linien, 13 zu Fatigue und 5 zu Energie in Gegenrichtung)',
  'table: {_table}': 'Tabelle: {_table}',
  'table: computed from item parameters in public software (graded response model, expected a posteriori of the sum score, standard normal prior, theta -4 to 4); the same method gives the published PROMIS tables':
    'Tabelle: aus Itemparametern in öffentlicher Software berechnet (Graded-Response-Modell, Expected a posteriori des Summenscores, Standardnormal-Prior, Theta \u22124 bis 4); dasselbe Verfahren ergibt die veröffentlichten PROMIS-Tabellen',
  'two unrelated public programs agree; {_values}':
    'zwei voneinander unabhängige öffentliche Programme stimmen überein; {_values}',
  'public software (one code base); {_values}': 'öffentliche Software (eine Codebasis); {_values}',
  'public software citing {source}': 'öffentliche Software nach {source}',
  'all values recomputed from the item parameters (graded response model, expected a posteriori of the sum score, standard normal prior): {n} of {n1} agree':
    'alle Werte aus den Itemparametern nachgerechnet (Graded-Response-Modell, Expected a posteriori des Summenscores, Standardnormal-Prior): {n} von {n1} stimmen überein',
  'all values recomputed from the item parameters (graded response model, expected a posteriori of the sum score, standard normal prior): {n} of {n1} agree, the other within {n2}':
    'alle Werte aus den Itemparametern nachgerechnet (Graded-Response-Modell, Expected a posteriori des Summenscores, Standardnormal-Prior): {n} von {n1} stimmen überein, der andere bis auf {n2}',

  'nine times the values for the mean of {source}': 'das Neunfache der Werte für den Mittelwert aus {source}',
  'used by {source}': 'verwendet von {source}',
  'chronic fatigue syndrome; disputed: a fall of 2 points went with "no change or worse" in one cohort':
    'chronisches Fatigue-Syndrom; umstritten: In einer Kohorte ging ein Rückgang um 2 Punkte mit „unverändert oder schlechter“ einher',
  'multiple sclerosis': 'Multiple Sklerose',
  'multiple sclerosis, 6 months': 'Multiple Sklerose, 6 Monate',
  'multiple sclerosis, daily fatigue intensity 0 to 10': 'Multiple Sklerose, tägliche Fatigue-Stärke 0 bis 10',
  'rheumatoid arthritis; {n} of 100 on the range of {n1} points':
    'rheumatoide Arthritis; {n} von 100 auf der Spanne von {n1} Punkten',
  'systemic sclerosis: 3 points for worse, 4 for better': 'systemische Sklerose: 3 Punkte für schlechter, 4 für besser',

  'a convention (5 of 9 answered), not verified: the source seen says that the rule "needs to be clarified"':
    'eine Konvention (5 von 9 beantwortet), nicht überprüft: Laut der gesehenen Quelle muss die Regel „geklärt werden“',
  'a convention: no rule of the authors was seen': 'eine Konvention: Eine Regel der Autoren wurde nicht gesehen',
  'a convention: the authors published no rule that we know of':
    'eine Konvention: Die Autoren haben unseres Wissens keine Regel veröffentlicht',
  'a form with a missing item is not scored: common practice, not verified':
    'ein Bogen mit einem fehlenden Item wird nicht gewertet: übliche Praxis, nicht überprüft',
  'more than 50 % of the items (7 of 13), prorated: {source}':
    'mehr als 50\u00a0% der Items (7 von 13), hochgerechnet: {source}',
  'one item': 'ein Item',
  'the table holds for complete forms only: {source}; incomplete forms are scored by response pattern with the HealthMeasures service':
    'die Tabelle gilt nur für vollständige Bögen: {source}; unvollständige wertet der Dienst HealthMeasures nach dem Antwortmuster aus',
  'the table holds for complete forms only; incomplete forms are scored by response pattern with the HealthMeasures service':
    'die Tabelle gilt nur für vollständige Bögen; unvollständige wertet der Dienst HealthMeasures nach dem Antwortmuster aus',

  'A high score means little fatigue. Answers are taken as printed on the form (0 not at all to 4 very much); do not reverse them beforehand.':
    'Ein hoher Score bedeutet wenig Fatigue. Die Antworten gelten wie auf dem Bogen gedruckt (0 überhaupt nicht bis 4 sehr); polen Sie sie nicht vorher um.',
  'Cut-offs were seen in public software only. The table was not compared with the manual itself.':
    'Cut-offs wurden nur in öffentlicher Software gesehen. Die Tabelle wurde nicht mit dem Manual selbst verglichen.',
  'Many forms are called VAS-F, some with 0 as the greatest fatigue: the direction is the one declared.':
    'Viele Bögen heißen VAS-F, manche mit 0 als größter Fatigue: Es gilt die angegebene Richtung.',
  'Measures depression, not fatigue. The scoring was not verified against the manual.':
    'Misst Depression, nicht Fatigue. Die Auswertung wurde nicht am Manual überprüft.',
  'Measures sleepiness, not fatigue.': 'Misst Schläfrigkeit, nicht Fatigue.',
  'Not for PROMIS Fatigue (MS) 8a or 8b, which have other items. Cut-offs were seen in public software only. The table was not compared with the manual itself.':
    'Nicht für PROMIS Fatigue (MS) 8a oder 8b, die andere Items haben. Cut-offs wurden nur in öffentlicher Software gesehen. Die Tabelle wurde nicht mit dem Manual selbst verglichen.',
  'T scores are computed here, not taken from the official table, and were not compared with the manual.':
    'T-Werte werden hier berechnet, nicht der offiziellen Tabelle entnommen, und wurden nicht mit dem Manual verglichen.',
  'The 7th item is reversed here: do not reverse it beforehand. Cut-offs were seen in public software only. The table was not compared with the manual itself.':
    'Das 7. Item wird hier umgepolt: Polen Sie es nicht vorher um. Cut-offs wurden nur in öffentlicher Software gesehen. Die Tabelle wurde nicht mit dem Manual selbst verglichen.',
  'Which lines belong to energy (6 to 10) and to fatigue was not verified against the paper, nor were its mean and its anchors (0 the least of either).':
    'Welche Linien zu Energie (6 bis 10) und welche zu Fatigue gehören, wurde nicht an der Veröffentlichung überprüft, ebenso wenig ihr Mittelwert und ihre Ankerpunkte (0 jeweils das Geringste).',
};
