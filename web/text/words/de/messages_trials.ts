// SPDX-License-Identifier: MIT
/** What the core says of a trial's files: identifiers, arms, baselines, visits and scores. */

export const messagesOfTrials: Readonly<Record<string, string>> = {
  // Within other sentences.
  '…{id} ([row|rows] {n})': '{id} ([Zeile|Zeilen] {n})',
  '…{id} ([row|rows] {n}): {value}': '{id} ([Zeile|Zeilen] {n}): {value}',
  '…{id} ({file}, row {n})': '{id} ({file}, Zeile {n})',
  '…{id} (row {n}: {one}, row {n1}: {other})': '{id} (Zeile {n}: {one}, Zeile {n1}: {other})',
  '…{id} ({_list})': '{id} ({_list})',
  '…{arm} in row {n}': '{arm} in Zeile {n}',
  '…no arm in row {n}': 'kein Arm in Zeile {n}',
  '…{_reason} ({n})': '{_reason} ({n})',
  '…in column {column}': 'in Spalte {column}',
  '…up to day {n}': 'bis Tag {n}',
  '…from at least {n} [day|days] between day {n1} and day {n2}':
    'aus mindestens {n} [Tag|Tagen] zwischen Tag {n1} und Tag {n2}',
  '…a slope over days': 'eine Steigung über Tage',
  '…a weekly mean': 'ein Wochenmittel',
  '…a mean over days': 'ein Mittel über Tage',
  '…an area under the curve': 'eine Fläche unter der Kurve',
  '…the last record before a day': 'der letzte Eintrag vor einem Tag',
  '…the covariance sp_exp': 'die Kovarianz sp_exp',
  '…weekly_mean': 'ein Wochenmittel',
  '…auc_per_day': 'eine Fläche unter der Kurve je Tag',
  '…baseline characteristic': 'Baseline-Merkmal',
  '…covariate': 'Kovariate',

  // Participants and arms.
  "the plan's guesses take {value} for arm {arm}, which is none; the arms are: {list}":
    'Der Plan deutet die Vermutung {value} als Arm {arm}, den es nicht gibt; die Arme sind: {list}',
  'name the arms as they stand in the file': 'Nennen Sie die Arme, wie sie in der Datei stehen',
  '{_place} differs from row {n} of the same participant {id} ({value})':
    '{_place} weicht von Zeile {n} derselben Person {id} ab ({value})',
  'give each participant one guess': 'Geben Sie jeder Person eine Vermutung',
  '{_place} differs from row {n} of the same participant {id} (empty), and a {_what} has one value per participant':
    '{_place} weicht von Zeile {n} derselben Person {id} ab (leer); nötig ist ein Wert je Person: {_what}',
  '{_place} differs from row {n} of the same participant {id} ({value}), and a {_what} has one value per participant':
    '{_place} weicht von Zeile {n} derselben Person {id} ab ({value}); nötig ist ein Wert je Person: {_what}',
  'give the {_what} once per participant': 'Geben Sie einen Wert je Person an: {_what}',
  '{n} [start date is|start dates are] not of the years 1900 to 2100 and not used: {_list}':
    '{n} [Startdatum ist|Startdaten sind] nicht aus den Jahren 1900 bis 2100 und [wird|werden] nicht verwendet: {_list}',
  'no identifier in column {column} matches a participant of {table}: {_list}; participants are named like {known}':
    'Keine Kennung in Spalte {column} gehört zu einer Person in {table}: {_list}; die Kennungen dort sehen aus wie {known}',
  'no identifier in column {column} matches a participant of {table}; the column is empty; participants are named like {known}':
    'Keine Kennung in Spalte {column} gehört zu einer Person in {table}; die Spalte ist leer; die Kennungen dort sehen aus wie {known}',
  'add the file': 'Fügen Sie die Datei hinzu',

  // Baselines, days and visits.
  'column {column} has more than one baseline for participant {_list}':
    'Spalte {column} hat mehr als eine Baseline je Person: {_list}',
  'give every row of a participant the same baseline': 'Geben Sie in allen Zeilen einer Person dieselbe Baseline an',
  'column {column} cannot be a baseline, being no numbers':
    'Spalte {column} kann keine Baseline sein, da sie keine Zahlen enthält',
  'choose the column that repeats the baseline score': 'Wählen Sie die Spalte, die den Ausgangswert wiederholt',
  'column {column} cannot weigh records, being no numbers':
    'Spalte {column} kann Einträge nicht gewichten, da sie keine Zahlen enthält',
  'choose a column of numbers above 0': 'Wählen Sie eine Spalte mit Zahlen über 0',
  'visit "{visit}" in column {column} is no day, which {_user} needs':
    'Visite „{visit}“ in Spalte {column} ist kein Tag, wie ihn {_user} braucht',
  'visits "{visit}" and "{other}" in column {column} are the same day {n}, which {_user} cannot tell apart':
    'Die Visiten „{visit}“ und „{other}“ in Spalte {column} sind derselbe Tag {n}; {_user} kann sie nicht unterscheiden',
  'name each day in one way': 'Nennen Sie jeden Tag auf eine Weise',
  '{_place} is no day, which visit windows need': '{_place} ist kein Tag, wie ihn Visitenfenster brauchen',
  '{_place} and {n} more [row|rows] is no day, which visit windows need':
    '{_place} ist kein Tag, wie ihn Visitenfenster brauchen, und {n} weitere [Zeile|Zeilen] ebenso',
  'give the study day as a number, or leave out the windows of {file}':
    'Geben Sie den Studientag als Zahl an, oder lassen Sie die Fenster von {file} weg',
  'no participant has a {_what} of at least {n} [day|days]': 'Niemand hat {_what} aus mindestens {n} [Tag|Tagen]',
  'ask for fewer days, or for others': 'Verlangen Sie weniger Tage oder andere',
  'day {day} in column {column} is more than a century after the first day of the weeks':
    'Tag {day} in Spalte {column} liegt mehr als ein Jahrhundert nach dem ersten Tag der Wochen',
  'correct the day': 'Korrigieren Sie den Tag',
  '{_records} with a date in column {column} that is not of the years 1900 to 2100; not analysed':
    '{_records} mit einem Datum in Spalte {column}, das nicht aus den Jahren 1900 bis 2100 ist; nicht ausgewertet',
  '{_records} of participants without a start date in column {column} of {file}; not analysed':
    '{_records} von Personen ohne Startdatum in Spalte {column} von {file}; nicht ausgewertet',

  // Scores.
  '{name} has {n} [item|items], but {n1} [column is|columns are] named':
    '{name} hat {n} [Item|Items], aber {n1} [Spalte ist|Spalten sind] genannt',
  'name one column per item, in the order of the items': 'Nennen Sie eine Spalte je Item, in der Reihenfolge der Items',
  'column {column} is named for two items of {name}': 'Spalte {column} ist für zwei Items von {name} genannt',
  '{name} has no scale {scale}; its scales are: {list}': '{name} hat keine Skala {scale}; die Skalen sind: {list}',
  '{name} is not scored as a {scoring}; choose: {list}':
    '{name} wird nicht als {scoring} ausgewertet; wählen Sie: {list}',

  // The rule for missing items.
  'the rule for missing items {_problem}': 'Die Regel für fehlende Items {_problem}',
  '…names the scale {scale}, which {name} does not have; its scales are: {list}':
    'nennt die Skala {scale}, die {name} nicht hat; die Skalen sind: {list}',
  '…is {rule}, but {name} is scored by the rule {own} only':
    'ist {rule}, aber {name} wird nur nach der Regel {own} ausgewertet',
  '…asks for {rule}, which is more than {n} [item|items]': 'verlangt {rule}, mehr als {n} [Item|Items]',
  '…is subscales, but no scale of {name} is made of subscales':
    'ist subscales, aber keine Skala von {name} besteht aus Subskalen',
};
