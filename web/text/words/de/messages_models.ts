// SPDX-License-Identifier: MIT
/** What the core says of models that cannot be fitted as they are, and of what was done instead. */

export const messagesOfModels: Readonly<Record<string, string>> = {
  '…{structure} ({_word})': '{structure} ({_word})',
  '…{structure} ({_word}: {_message})': '{structure} ({_word}: {_message})',
  not_started: 'nicht begonnen',
  singular: 'singulär',
  singular_hessian: 'Hesse-Matrix singulär',
  iteration_limit: 'Grenze der Iterationen erreicht',
  not_positive_definite: 'nicht positiv definit',
  not_identifiable: 'nicht bestimmbar',
  too_few_observations: 'zu wenige Beobachtungen',
  arm_without_data: 'Arm ohne Daten',
  not_estimable: 'nicht schätzbar',
  "the covariance is {structure}, as the plan's fallback says, because of {_list}":
    'Die Kovarianz ist {structure} nach den Ersatzstrukturen des Plans, wegen {_list}',
  '{_message}; inference takes it as known': '{_message}; für die Inferenz gilt dies als bekannt',

  // Random effects and groups.
  'the random effect {effect} of {group} is a combination of its other random effects, or 0 in every row':
    'Der zufällige Effekt {effect} von {group} ist eine Kombination seiner anderen zufälligen Effekte oder in jeder Zeile 0',
  'leave {effect} out of the random effects of {group}':
    'Lassen Sie {effect} aus den zufälligen Effekten von {group} weg',
  'two terms with random effects of {group} have {effect} or a combination of their effects in common, and the data cannot tell which of the two it is':
    'Zwei Terme mit zufälligen Effekten von {group} haben {effect} oder eine Kombination ihrer Effekte gemeinsam, und die Daten zeigen nicht, zu welchem er gehört',
  'write one term for the effects of {group}, or leave one of them out':
    'Schreiben Sie einen Term für die Effekte von {group}, oder lassen Sie einen davon weg',
  'random effects of {group} cannot be told from the residual: {n} rows, {n1} random effects':
    'Zufällige Effekte von {group} lassen sich nicht vom Residuum trennen: {n} Zeilen, {n1} zufällige Effekte',
  'use fewer random effects, or a marginal model': 'Verwenden Sie weniger zufällige Effekte oder ein marginales Modell',
  'the grouping factors {one} and {other} are crossed: levels of each occur in several levels of the other':
    'Die Gruppierungsfaktoren {one} und {other} sind gekreuzt: Stufen des einen kommen in mehreren Stufen des anderen vor',
  'only nested grouping factors are supported: give each unit a unique identifier within one group':
    'Nur geschachtelte Gruppierungsfaktoren sind möglich: Geben Sie jeder Einheit eine eindeutige Kennung innerhalb einer Gruppe',
  'a level of {one} lies in several levels of {other}': 'Eine Stufe von {one} liegt in mehreren Stufen von {other}',
  'each subject must belong to one group': 'Jede Person muss zu einer Gruppe gehören',
  'a group of rows that depend on each other has {n} rows, more than {n1}':
    'Eine Gruppe voneinander abhängiger Zeilen hat {n} Zeilen, mehr als {n1}',
  'use a finer grouping factor, or leave the coarsest one out of the random effects':
    'Verwenden Sie einen feineren Gruppierungsfaktor, oder lassen Sie den gröbsten aus den zufälligen Effekten weg',
  '{file} has two rows for {subject} at {visit}': '{file} hat zwei Zeilen für {subject} zu {visit}',
  'keep one row per subject and visit': 'Behalten Sie eine Zeile je Person und Visite',
  'give one row for each {group}, or check that the right column is analysed':
    'Geben Sie eine Zeile je {group} an, oder prüfen Sie, ob die richtige Spalte ausgewertet wird',

  // Columns and levels.
  'correct the weight or leave the cell empty to drop the row':
    'Korrigieren Sie das Gewicht, oder lassen Sie die Zelle leer, um die Zeile wegzulassen',
  'level {level} of {column} is listed twice': 'Die Stufe {level} von {column} ist zweimal aufgeführt',
  '{level} is not among the levels given for {column}':
    '{level} ist nicht unter den Stufen, die für {column} angegeben sind',
  'list every level of the column': 'Führen Sie jede Stufe der Spalte auf',
  'the column {column} of {file} has no value': 'Die Spalte {column} von {file} hat keinen Wert',
  'choose another column, or check how missing values are written':
    'Wählen Sie eine andere Spalte, oder prüfen Sie, wie fehlende Werte geschrieben sind',
  'the reference level {level} of {column} has no row in the analysis':
    'Die Referenzstufe {level} von {column} hat in der Auswertung keine Zeile',
  'choose a reference among {list}': 'Wählen Sie eine Referenz aus: {list}',
  'the fixed effects have {n} columns, more than the {n1} that can be estimated':
    'Die festen Effekte haben {n} Spalten, mehr als die {n1}, die sich schätzen lassen',
  'look for a column of text with many different values, such as an identifier or a remark':
    'Suchen Sie nach einer Textspalte mit vielen verschiedenen Werten, etwa einer Kennung oder Bemerkung',

  // Inference.
  'Kenward-Roger needs REML, the model was fitted by ML':
    'Kenward-Roger braucht REML; das Modell wurde mit ML angepasst',
  'use REML, or Satterthwaite degrees of freedom': 'Verwenden Sie REML oder Freiheitsgrade nach Satterthwaite',
  'kenward_roger_mmrm reproduces mmrm, which has no random effects':
    'kenward_roger_mmrm bildet mmrm nach, das keine zufälligen Effekte hat',
  'use kenward_roger': 'Verwenden Sie kenward_roger',
  'Kenward-Roger adjusts the model-based covariance, not an empirical one':
    'Kenward-Roger korrigiert die modellbasierte Kovarianz, keine empirische',
  'use Satterthwaite degrees of freedom with an empirical covariance':
    'Verwenden Sie zu einer empirischen Kovarianz Freiheitsgrade nach Satterthwaite',
  'the likelihood has no derivatives at the estimate': 'Die Likelihood hat am Schätzwert keine Ableitungen',
  'the working correlation is not possible: {n}': 'die Arbeitskorrelation ist nicht möglich: {n}',
  'the equations were not solved in {n} steps': 'die Gleichungen wurden in {n} Schritten nicht gelöst',
  'all or none responded in {_list}: these answers are left out':
    'alle oder keine sprachen an in {_list}: diese Antworten sind weggelassen',
  '{_message}; all or none responded in {_list}: these answers are left out':
    '{_message}; alle oder keine sprachen an in {_list}: diese Antworten sind weggelassen',
  '…{arm} at {visit}': '{arm} zu {visit}',
  'the request cannot be read: {cause}': 'Die Anfrage kann nicht gelesen werden: {cause}',
  'the core failed: {cause}': 'Der Rechenkern ist fehlgeschlagen: {cause}',
  'the core failed in an unknown way': 'Der Rechenkern ist aus unbekanntem Grund fehlgeschlagen',
};
