// SPDX-License-Identifier: MIT
/** What is said of several tables taken together, of repeated records, and of dates and identifiers that do not go together. */

const undo = 'trennen Sie sie unter „Spalten und Einlesen“, wenn sie etwas anderes sind';

export const messagesOfTables: Readonly<Record<string, string>> = {
  // Tables put together, and visits that somebody gave.
  'the [sheets|files] {list} have the same columns and are put together as one table, whose rows have their visits themselves; take them apart under "Columns and reading" if they are something else': `Die [Tabellenblätter|Dateien] {list} haben dieselben Spalten und werden als eine Tabelle zusammengesetzt, deren Zeilen ihre Visiten selbst nennen; ${undo}`,
  'the [sheets|files] {list} have the same columns and are put together as one table, with the visit (column {visit}: {list1}) as it was given for each; take them apart under "Columns and reading" if they are something else': `Die [Tabellenblätter|Dateien] {list} haben dieselben Spalten und werden als eine Tabelle zusammengesetzt, mit der Visite (Spalte {visit}: {list1}), die für jede angegeben wurde; ${undo}`,
  'all rows are of the visit {visit} (column {column}), as was said; take it back under "Columns and reading" if they are not':
    'Alle Zeilen gehören, wie angegeben, zur Visite {visit} (Spalte {column}); nehmen Sie das unter „Spalten und Einlesen“ zurück, wenn es nicht stimmt',
  'the visits are as they were given for each table: {_list}':
    'Die Visiten sind die, die für jede Tabelle angegeben wurden: {_list}',
  'the plan puts together no table: name its parts': 'Der Plan setzt keine Tabelle zusammen: Nennen Sie die Teile',
  '{file} has a column {column}, as the column of visits is to be called: give that another name in the plan':
    '{file} hat schon eine Spalte {column}, wie die Spalte der Visiten heißen soll: Geben Sie dieser im Plan einen anderen Namen',
  '{file} has a column {column} that {other} has not, and they are to be one table: {_remedy}':
    '{file} hat eine Spalte {column}, die {other} nicht hat, und beide sollen eine Tabelle sein: {_remedy}',
  'give all the same columns, or take them apart': 'Geben Sie allen dieselben Spalten, oder trennen Sie sie',
  '{file} has the decimal mark {mark} and {other} {othermark}, and they are to be one table: {_remedy}':
    '{file} hat das Dezimalzeichen {mark} und {other} {othermark}, und beide sollen eine Tabelle sein: {_remedy}',
  'set the decimal mark': 'Stellen Sie das Dezimalzeichen ein',
  'no sheet was read; not read: {_list}': 'Kein Tabellenblatt wurde gelesen; nicht gelesen: {_list}',
  'choose the column with the visit or day, or say which visit all its rows are of; its columns are {list}':
    'Wählen Sie die Spalte mit der Visite oder dem Tag, oder geben Sie an, zu welcher Visite alle Zeilen gehören; die Spalten sind {list}',
  '{file}: gathering its visits makes a second column called {column}: give it another name in the plan':
    '{file}: Das Zusammenfassen der Visiten ergibt eine zweite Spalte namens {column}: Geben Sie ihr im Plan einen anderen Namen',
  '{file}: spreading its rows makes a second column called {column}: give it another name in the plan':
    '{file}: Das Verteilen der Zeilen ergibt eine zweite Spalte namens {column}: Geben Sie ihr im Plan einen anderen Namen',
  '{name} has no row with {instrument} in {column}: it has {list}':
    '{name} hat keine Zeile mit {instrument} in {column}; es gibt {list}',
  '{name} has no column redcap_repeat_instrument': '{name} hat keine Spalte redcap_repeat_instrument',
  'the repeated instances in {visit} are taken as the [days|visits] of {name} ({first} to {last}), since there is neither a day nor a date; they count entries, so that an entry left out moves the later ones':
    'Die Wiederholungen in {visit} gelten als [Tage|Visiten] von {name} ({first} bis {last}), da es weder einen Tag noch ein Datum gibt; sie zählen Einträge, sodass ein ausgelassener Eintrag die späteren verschiebt',
  '{list} are headers of a REDCap export with labels, whose other headers do not tell the items: export the raw data (names and values, not labels) and use that file':
    '{list} sind Kopfzeilen eines REDCap-Exports mit Beschriftungen, dessen übrige Kopfzeilen die Items nicht zeigen: Exportieren Sie die Rohdaten (Namen und Werte, keine Beschriftungen), und verwenden Sie diese Datei',

  // Several records of one participant and visit.
  'of several records of one participant at one visit, the one that stands [first|last] in the file is used, as was chosen: {_groups}':
    'Von mehreren Einträgen einer Person zu einer Visite wird, wie gewählt, der [erste|letzte] der Datei verwendet: {_groups}',
  'of several records of one participant at one visit, their mean is used, as was chosen: {_groups}':
    'Von mehreren Einträgen einer Person zu einer Visite wird, wie gewählt, ihr Mittelwert verwendet: {_groups}',
  'of several records of one participant at one visit, none of them is used, as was chosen: {_groups}':
    'Von mehreren Einträgen einer Person zu einer Visite wird, wie gewählt, keiner verwendet: {_groups}',
  '{file} has answers to items: several records of a participant at one visit cannot be averaged; {_remedy}':
    '{file} enthält Antworten auf Items: Mehrere Einträge einer Person zu einer Visite lassen sich nicht mitteln; {_remedy}',
  'take the first or the last of them, or set all of them aside':
    'Nehmen Sie den ersten oder den letzten davon, oder lassen Sie alle weg',
  'column {column} differs between rows of one participant and visit, which are put together: {_remedy}':
    'Spalte {column} unterscheidet sich zwischen Zeilen einer Person und Visite, die zusammengeführt werden: {_remedy}',
  'choose a column with one value per participant and visit':
    'Wählen Sie eine Spalte mit einem Wert je Person und Visite',
  '{file}, rows {n} and {n1}, column {column}: two values ({one} and {other}) for {who}, and {n2} more: {_remedy}':
    '{file}, Zeilen {n} und {n1}, Spalte {column}: zwei Werte ({one} und {other}) für {who}, und {n2} weitere: {_remedy}',

  // Dates and study days.
  "{file}, column {column}: {_list} [differs|differ] by a year from the participant's other records: a mistyped year? Correct [it|them] in the file, or read [it|them] as missing":
    '{file}, Spalte {column}: {_list} [weicht|weichen] um ein Jahr von den anderen Einträgen der Person ab: das Jahr vertippt? Korrigieren Sie es in der Datei, oder lassen Sie [das Datum|die Daten] als fehlend lesen',
  '{file}, column {column}: [row|rows] {n} [differs|differ] by a year from the participant\'s other records: a mistyped year? Correct it in the file, or have it read as missing beside the file under "Data"':
    '{file}, Spalte {column}: [Zeile|Zeilen] {n} [weicht|weichen] um ein Jahr von den anderen Einträgen der Person ab: das Jahr vertippt? Korrigieren Sie es in der Datei, oder lassen Sie es unter „Daten“ bei der Datei als fehlend lesen',
  '{file}, column {column}: {one} has the day first and {other} the month: {_remedy}':
    '{file}, Spalte {column}: In {one} steht der Tag zuerst und in {other} der Monat: {_remedy}',
  '{file}, column {column}: {value} can be day and month or month and day: {_remedy}':
    '{file}, Spalte {column}: {value} kann Tag und Monat oder Monat und Tag sein: {_remedy}',
  "study days are counted from each participant's first record (column {date}), as was chosen, since no start date is used; for a participant whose baseline is missing, all days are counted from a later visit":
    'Studientage werden, wie gewählt, ab dem ersten Eintrag jeder Person gezählt (Spalte {date}), da kein Startdatum verwendet wird; bei einer Person, deren Baseline fehlt, zählen alle Tage ab einer späteren Visite',
  "{_records} from before the participant's start date; used, with study days below 0, where a visit window holds the day, and else not used":
    '{_records} von vor dem Startdatum der Person; verwendet, mit Studientagen unter 0, wo ein Visitenfenster den Tag enthält, und sonst nicht',
  'date of the first record': 'Datum des ersten Eintrags',

  // Identifiers and arms.
  '{_pairs} are participants of their own, and would become one if case, leading zeros and punctuation did not count: {_remedy}':
    '{_pairs} sind verschiedene Personen und würden zu einer, wenn Großschreibung, führende Nullen und Satzzeichen nicht zählten: {_remedy}',
  'tell them apart in the files, or compare identifiers as they are written':
    'Unterscheiden Sie sie in den Dateien, oder vergleichen Sie Kennungen, wie sie geschrieben sind',
  '{file}, column {column}: {one} and {other} would both be called {name}: {_remedy}':
    '{file}, Spalte {column}: {one} und {other} würden beide {name} heißen: {_remedy}',
  'give each arm its own name, or take the two as one arm':
    'Geben Sie jedem Arm einen eigenen Namen, oder werten Sie beide als einen Arm',
  '…{list} are taken as one arm, {arm}': '{list} gelten als ein Arm, {arm}',

  // Values and columns.
  '{file}, row {n}, column {column}: {value} is not a number: {_remedy}':
    '{file}, Zeile {n}, Spalte {column}: {value} ist keine Zahl: {_remedy}',
  '{file}, row {n}, column {column}: {value} is not a number and {n1} more [value is|values are] not either: {_remedy}':
    '{file}, Zeile {n}, Spalte {column}: {value} ist keine Zahl und {n1} [weiterer Wert|weitere Werte] auch nicht: {_remedy}',
  'it is text in the workbook: write it as a number there, and save it':
    'In der Arbeitsmappe ist der Wert Text: Schreiben Sie ihn dort als Zahl, und speichern Sie sie',
  'write all decimals alike, or set the decimal mark of this file (it is {mark} now)':
    'Schreiben Sie alle Dezimalstellen gleich, oder stellen Sie das Dezimalzeichen dieser Datei ein (jetzt {mark})',
  'correct it, or leave the cell empty if the value is missing':
    'Korrigieren Sie den Wert, oder lassen Sie die Zelle leer, wenn er fehlt',
  '{file}, column {column}: {value} was read as {n}': '{file}, Spalte {column}: {value} wurde als {n} gelesen',
  '{file}, column {column}: the minus sign in {value} is not a hyphen and was read as one: {n}':
    '{file}, Spalte {column}: Das Minuszeichen in {value} ist kein Bindestrich und wurde als einer gelesen: {n}',
  '{file} has no column {column}': '{file} hat keine Spalte {column}',
  '{file} has no column {column} to set [the type|missing codes] of: its columns are {list}':
    '{file} hat keine Spalte {column}, für die [der Typ|Codes für fehlend] gelten könnten: Die Spalten sind {list}',
  'the plan names the file {file}, which is not there: no file is there':
    'Der Plan nennt die Datei {file}, die nicht da ist: Es ist keine Datei da',
  '{column} holds codes of items or scores; choose the column with the answers; its columns are {list}':
    '{column} enthält Codes von Items oder Scores; wählen Sie die Spalte mit den Antworten; die Spalten sind {list}',
  '{flag} is not used to choose rows, since it leaves out rows that {baseline} marks as baseline':
    '{flag} wird nicht verwendet, um Zeilen auszuwählen, da es Zeilen ausschließt, die {baseline} als Baseline kennzeichnet',
  'the {name} score is taken as the scoring {scoring} ({low} to {high}), since no value is above {high1} and the {other} is at least {lowest}':
    'Der Score {name} gilt als {scoring} ({low} bis {high}), da kein Wert über {high1} liegt und {other} mindestens {lowest} ist',
  'the {name} score is taken as {scoring}; its values could be those of the scoring {other}, too: choose it if it is':
    'Der Score {name} gilt als {scoring}; seine Werte könnten auch die der Auswertungsart {other} sein: Wählen Sie diese, wenn sie es ist',

  // Files that are no tables.
  'in SPSS choose File > Export > CSV, and drop that file':
    'Wählen Sie in SPSS „Datei > Exportieren > CSV“, und legen Sie diese Datei ab',
  'in Stata use "export delimited", and drop that file':
    'Verwenden Sie in Stata „export delimited“, und legen Sie diese Datei ab',
  'in SAS use PROC EXPORT with DBMS=CSV, and drop that file':
    'Verwenden Sie in SAS PROC EXPORT mit DBMS=CSV, und legen Sie diese Datei ab',
  'it is damaged, or another file under this name: open it in the spreadsheet program and save it as .xlsx or CSV UTF-8, or export it anew':
    'Sie ist beschädigt oder eine andere Datei unter diesem Namen: Öffnen Sie sie in der Tabellenkalkulation, und speichern Sie sie als .xlsx oder CSV UTF-8, oder exportieren Sie sie neu',
  'a PNG picture': 'ein PNG-Bild',
  'a JPEG picture': 'ein JPEG-Bild',
  'a GIF picture': 'ein GIF-Bild',
  'a PDF document': 'ein PDF-Dokument',
  'compressed (gzip)': 'komprimiert (gzip)',
  'a RAR archive': 'ein RAR-Archiv',

  // The calculation itself.
  'try again; if it happens again, please report it with the plan':
    'Versuchen Sie es erneut; geschieht es wieder, melden Sie es bitte mit dem Plan',
  'try again with fewer visits or a simpler model; the other results are not affected':
    'Versuchen Sie es mit weniger Visiten oder einem einfacheren Modell erneut; die anderen Ergebnisse sind nicht betroffen',
};
