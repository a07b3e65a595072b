// SPDX-License-Identifier: MIT
/** What the readers of files say: what was found and repaired, what was proposed, and what could not be read. */

export const messagesOfFiles: Readonly<Record<string, string>> = {
  // Places.
  '…row {n}': 'Zeile {n}',
  '…rows {n}': 'Zeilen {n}',
  '…{n} [row|rows]': '{n} [Zeile|Zeilen]',
  '…{n} [record|records] ({_rows})': '{n} [Eintrag|Einträge] ({_rows})',
  '…row {n}, column {column}: {value}': 'Zeile {n}, Spalte {column}: {value}',
  '… ({_place}; ...)': ' ({_place}; …)',
  '… ({_place}; {_place1})': ' ({_place}; {_place1})',
  '… ({_place}; {_place1}; ...)': ' ({_place}; {_place1}; …)',
  '… ({_place})': ' ({_place})',
  '…participant {id} at visit {visit} ({_rows})': '{id} zu Visite {visit} ({_rows})',
  '…{file}, row {n}, column {column}: {value}': '{file}, Zeile {n}, Spalte {column}: {value}',

  'A file can have up to {n} MB, {n1} rows, {n2} columns and {n3} cells, with up to {n4} characters in one.':
    'Eine Datei kann bis zu {n} MB, {n1} Zeilen, {n2} Spalten und {n3} Zellen haben, mit bis zu {n4} Zeichen in einer.',
  '{file} is too large: {_what} may be at most {_amount}: {_remedy}':
    '{file} ist zu groß: {_what} darf höchstens {_amount} haben: {_remedy}',
  '…a file': 'Eine Datei',
  '…a cell': 'Eine Zelle',
  '…a workbook, unpacked,': 'Eine entpackte Arbeitsmappe',
  'leave out columns or rows that the analysis does not need, or split the file':
    'Lassen Sie Spalten oder Zeilen weg, die die Auswertung nicht braucht, oder teilen Sie die Datei',
  'leave out rows that the analysis does not need': 'Lassen Sie Zeilen weg, die die Auswertung nicht braucht',
  'leave out columns that the analysis does not need, or check the delimiter':
    'Lassen Sie Spalten weg, die die Auswertung nicht braucht, oder prüfen Sie das Trennzeichen',
  'leave out columns or rows that the analysis does not need':
    'Lassen Sie Spalten oder Zeilen weg, die die Auswertung nicht braucht',
  'save the sheet as CSV UTF-8, and drop that file':
    'Speichern Sie das Tabellenblatt als CSV UTF-8, und legen Sie diese Datei ab',

  // Codes for missing values.
  '{_list} can mean that the value is missing, and is used as a value; if it does, set it as a missing code of its column':
    '{_list} kann bedeuten, dass der Wert fehlt, und wird als Wert verwendet; falls es das bedeutet, geben Sie es als Code für fehlend in seiner Spalte an',
  "{_list} of {list1} can be neither answer nor score and [is|are] read as missing; remove the code from the file's reading options if it is not":
    '{_list} ({list1}) [gilt|gelten] als fehlend, weder Antwort noch Score; entfernen Sie den Code aus den Leseoptionen der Datei, wenn das nicht stimmt',
  "{_list} lies far from all other values and is read as missing; if it is a value, remove the code of the column from the file's reading options":
    '{_list} liegt weit von allen anderen Werten und wird als fehlend gelesen; ist es ein Wert, entfernen Sie den Code der Spalte aus den Leseoptionen der Datei',
  "{_list} lie far from all other values and are read as missing; if one is a value, remove the code of the column from the file's reading options":
    '{_list} liegen weit von allen anderen Werten und werden als fehlend gelesen; ist einer ein Wert, entfernen Sie den Code der Spalte aus den Leseoptionen der Datei',
  "{_list} [tells that there is no value and is|tell that there is no value and are] read as missing; remove the code of the column from the file's reading options if that is wrong":
    '{_list} [besagt, dass es keinen Wert gibt, und wird|besagen, dass es keinen Wert gibt, und werden] als fehlend gelesen; entfernen Sie den Code der Spalte aus den Leseoptionen der Datei, wenn das falsch ist',
  'years with their unit were read as numbers: {_list}': 'Jahre mit ihrer Einheit wurden als Zahlen gelesen: {_list}',

  // Headers, cells and rows.
  'column {n} has no name and no values and was left out':
    'Spalte {n} hat keinen Namen und keine Werte und wurde weggelassen',
  'column {n} has no name and is called {name} here': 'Spalte {n} hat keinen Namen und heißt hier {name}',
  'the header row ({list}) looks like data: if the row with the names of the columns is missing, write one above the data; if it is another, set the header row':
    'Die Kopfzeile ({list}) sieht aus wie Daten: Fehlt die Zeile mit den Namen der Spalten, schreiben Sie eine über die Daten; ist es eine andere, stellen Sie die Kopfzeile ein',
  'its first row ({list}) holds data, not the names of columns: {_remedy}':
    'Die erste Zeile ({list}) enthält Daten, nicht die Namen der Spalten: {_remedy}',
  'write a row with a name for every column above the data, or set the header row if there is one':
    'Schreiben Sie eine Zeile mit einem Namen für jede Spalte über die Daten, oder stellen Sie die Kopfzeile ein, wenn es eine gibt',
  'columns {n} and {n1} are both called {name}: {_remedy}': 'Die Spalten {n} und {n1} heißen beide {name}: {_remedy}',
  'give every column a name of its own': 'Geben Sie jeder Spalte einen eigenen Namen',
  '{file} is empty: it has no header and no rows': '{file} ist leer: Die Datei hat keine Kopfzeile und keine Zeilen',
  '{file} has a header ({list}) but no rows below it': '{file} hat eine Kopfzeile ({list}), aber keine Zeilen darunter',
  'empty cells beyond the last column were left out': 'Leere Zellen hinter der letzten Spalte wurden weggelassen',
  'rows of empty cells were skipped': 'Zeilen aus leeren Zellen wurden übersprungen',
  'spaces before or after the text of cells were left out':
    'Leerzeichen vor oder nach dem Text von Zellen wurden weggelassen',
  '{_rows} above the header (row {n}) [is|are] left out ({shown}); set the header row if that is wrong':
    '{_rows} über der Kopfzeile (Zeile {n}) [wird|werden] weggelassen ({shown}); stellen Sie die Kopfzeile ein, wenn das falsch ist',
  '{_list} [looks|look] like a total or a remark beside the data and [is|are] left out; take it in under "Columns and reading" if it is a participant':
    '{_list} [sieht|sehen] aus wie eine Summe oder Bemerkung neben den Daten und [wird|werden] weggelassen; nehmen Sie die Zeile unter „Spalten und Einlesen“ auf, wenn sie zu einer Person gehört',
  '{_list} [is|are] text, since more than a number stands in the cell, and the column is one of categories; write the numbers alone if it is meant as numbers':
    '{_list} [gilt|gelten] als Text, da in der Zelle mehr als eine Zahl steht und die Spalte aus Kategorien besteht; schreiben Sie nur die Zahlen, wenn Zahlen gemeint sind',
  '{n} [row repeats|rows repeat] what another row says and [is|are] used once':
    '{n} [Zeile wiederholt|Zeilen wiederholen], was eine andere sagt, und [wird|werden] einmal verwendet',
  'a quotation mark opened in row {n} is never closed':
    'Ein in Zeile {n} geöffnetes Anführungszeichen wird nie geschlossen',
  'row {n} has text after a closing quotation mark': 'Zeile {n} hat Text nach einem schließenden Anführungszeichen',
  'close the quotation mark, and write a quotation mark inside a quoted cell twice':
    'Schließen Sie das Anführungszeichen, und schreiben Sie eines innerhalb einer Zelle in Anführungszeichen doppelt',
  'look there for a quotation mark that is not closed':
    'Suchen Sie dort nach einem nicht geschlossenen Anführungszeichen',
  'look there for a quotation mark that is not closed, or leave that column out':
    'Suchen Sie dort nach einem nicht geschlossenen Anführungszeichen, oder lassen Sie die Spalte weg',
  'look there for a missing delimiter, or one inside a cell that is not quoted':
    'Suchen Sie dort nach einem fehlenden Trennzeichen oder nach einem in einer Zelle ohne Anführungszeichen',

  'empty cells beyond the last column were left out ({_rows})':
    'Leere Zellen hinter der letzten Spalte wurden weggelassen ({_rows})',
  'rows of empty cells were skipped ({_rows})': 'Zeilen aus leeren Zellen wurden übersprungen ({_rows})',
  'spaces before or after the text of cells were left out ({_rows})':
    'Leerzeichen vor oder nach dem Text von Zellen wurden weggelassen ({_rows})',
  'the header has {n} [cell|cells], but {_list}: {_remedy}':
    'Die Kopfzeile hat {n} [Zelle|Zellen], aber {_list}: {_remedy}',
  '…row {n} has {n1}': 'Zeile {n} hat {n1}',
  'set the header row, or remove titles and remarks above the row that names every column':
    'Stellen Sie die Kopfzeile ein, oder entfernen Sie Titel und Bemerkungen über der Zeile, die jede Spalte benennt',
  'the header row must name every column, and titles and remarks must not stand beside the table; set the header row if it is another':
    'Die Kopfzeile muss jede Spalte benennen, und Titel und Bemerkungen dürfen nicht neben der Tabelle stehen; stellen Sie die Kopfzeile ein, wenn es eine andere ist',
  '{file} has no row {n}, which is to be its header (the last is {n1}): {_remedy}':
    '{file} hat keine Zeile {n}, die Kopfzeile sein soll (die letzte ist {n1}): {_remedy}',
  'set the header row to the one that names the columns': 'Stellen Sie als Kopfzeile die ein, die die Spalten benennt',
  'a quotation mark opened in row {n} is never closed: {_remedy}':
    'Ein in Zeile {n} geöffnetes Anführungszeichen wird nie geschlossen: {_remedy}',
  'row {n} has text after a closing quotation mark: {_remedy}':
    'Zeile {n} hat Text nach einem schließenden Anführungszeichen: {_remedy}',
  'row {n} has more than {n1} characters: {_remedy}': 'Zeile {n} hat mehr als {n1} Zeichen: {_remedy}',
  '[row|rows] {n} [looks|look] like more names, labels or units below the header ({example} in {column}, where all else is numbers) and [is|are] taken as data; the first row must name every column, and the data follow it: remove what stands between':
    '[Zeile|Zeilen] {n} [sieht|sehen] aus wie weitere Namen, Beschriftungen oder Einheiten unter der Kopfzeile ({example} in {column}, wo sonst Zahlen stehen) und [gilt|gelten] als Daten; die erste Zeile muss jede Spalte benennen, und die Daten folgen ihr: Entfernen Sie, was dazwischen steht',
  '{file}, row {n}: the text is not UTF-8, which was asked for: {_remedy}':
    '{file}, Zeile {n}: Der Text ist nicht UTF-8, wie verlangt: {_remedy}',
  'choose Windows-1252, or save it as CSV UTF-8': 'Wählen Sie Windows-1252, oder speichern Sie die Datei als CSV UTF-8',
  '{file}: {n} more [fault is|faults are] not listed; mend these first':
    '{file}: {n} [weiterer Fehler ist|weitere Fehler sind] nicht aufgeführt; beheben Sie zuerst diese',
  '{file}, rows {n} and {n1}, column {column}: two values ({one} and {other}) for {who}: {_remedy}':
    '{file}, Zeilen {n} und {n1}, Spalte {column}: zwei Werte ({one} und {other}) für {who}: {_remedy}',
  'keep one of the two rows, or tell which rows are to be used':
    'Behalten Sie eine der beiden Zeilen, oder geben Sie an, welche verwendet werden sollen',
  'the plan names the column {column}, which {file} does not have: its columns are {list}':
    'Der Plan nennt die Spalte {column}, die {file} nicht hat: Die Spalten sind {list}',
  'the plan names the file {file}, which is not there: the files are {list}':
    'Der Plan nennt die Datei {file}, die nicht da ist: Die Dateien sind {list}',
  '{name} has no column {column} to set missing codes of: its columns are {list}':
    '{name} hat keine Spalte {column}, für die Codes für fehlend gelten könnten: Die Spalten sind {list}',
  'the plan takes both {one} and {other} as {variable} at visit {visit}: keep one of them':
    'Der Plan nimmt sowohl {one} als auch {other} als {variable} zur Visite {visit}: Behalten Sie eine davon',

  // Encoding, numbers, dates.
  '{value} was read as {n}': '{value} wurde als {n} gelesen',
  'the minus sign in {value} is not a hyphen and was read as one: {n}':
    'Das Minuszeichen in {value} ist kein Bindestrich und wurde als einer gelesen: {n}',
  '{list} [holds|hold] percents, whose numbers are taken as scores of 0 to 100 ({_example})':
    '{list} [enthält|enthalten] Prozentangaben, deren Zahlen als Scores von 0 bis 100 gelten ({_example})',
  '{file} was read as UTF-16': '{file} wurde als UTF-16 gelesen',
  '{file} is not UTF-8 and was read as Windows-1252 (Latin-1): if {word} in row {n} looks wrong, save it as CSV UTF-8':
    '{file} ist nicht UTF-8 und wurde als Windows-1252 (Latin-1) gelesen: Sieht {word} in Zeile {n} falsch aus, speichern Sie die Datei als CSV UTF-8',
  'numbers were read with a decimal comma ({_example}; columns with one: {list}); set the decimal mark if that is wrong':
    'Zahlen wurden mit Dezimalkomma gelesen ({_example}; Spalten damit: {list}); stellen Sie das Dezimalzeichen ein, wenn das falsch ist',
  '{file} has decimal commas ({_comma}) and decimal points ({_point}): write all numbers the same way, or set the decimal mark; until then the point is taken':
    '{file} hat Dezimalkommas ({_comma}) und Dezimalpunkte ({_point}): Schreiben Sie alle Zahlen gleich, oder stellen Sie das Dezimalzeichen ein; bis dahin gilt der Punkt',
  '{_where}, column {column}: {value} can be a number with decimals or one with thousands: {_remedy}':
    '{_where}, Spalte {column}: {value} kann eine Zahl mit Nachkommastellen oder eine mit Tausendertrennung sein: {_remedy}',
  'set the decimal mark of this file, or write the numbers without thousands separators':
    'Stellen Sie das Dezimalzeichen dieser Datei ein, oder schreiben Sie die Zahlen ohne Tausendertrennzeichen',
  '{file}, column {column}: not all of its values are numbers: {_list}; it is used as text':
    '{file}, Spalte {column}: Nicht alle Werte sind Zahlen: {_list}; sie wird als Text verwendet',
  '{file}, column {column}: partial dates are missing here: {_list}':
    '{file}, Spalte {column}: Unvollständige Datumsangaben gelten hier als fehlend: {_list}',
  '{file}, column {column}: not all of its values are dates: {_list}: {_remedy}':
    '{file}, Spalte {column}: Nicht alle Werte sind Datumsangaben: {_list}: {_remedy}',
  'correct them, or write dates as 2024-03-05 and leave unknown ones empty':
    'Korrigieren Sie sie, oder schreiben Sie Datumsangaben wie 2024-03-05, und lassen Sie unbekannte leer',
  'set the order of day and month for this file, or write dates as 2024-03-05':
    'Stellen Sie für diese Datei die Reihenfolge von Tag und Monat ein, oder schreiben Sie Datumsangaben wie 2024-03-05',
  'write years with four digits': 'Schreiben Sie Jahre mit vier Ziffern',

  // Workbooks and other files.
  'its sheets {list} are read, each as a table': 'Die Tabellenblätter {list} werden gelesen, jedes als Tabelle',
  'the sheet {list} was read; not read: {_list1}': 'Gelesen wurde das Tabellenblatt {list}; nicht gelesen: {_list1}',
  'the sheets {list} were read; not read: {_list1}':
    'Gelesen wurden die Tabellenblätter {list}; nicht gelesen: {_list1}',
  'the hidden [sheet|sheets] {list} [is|are] not read; show [it|them] in the spreadsheet program if [it holds|they hold] data of the trial':
    '[Das ausgeblendete Tabellenblatt|Die ausgeblendeten Tabellenblätter] {list} [wird|werden] nicht gelesen; blenden Sie [es|sie] in der Tabellenkalkulation ein, wenn [es Daten der Studie enthält|sie Daten der Studie enthalten]',
  '1 hidden row was read too': '1 ausgeblendete Zeile wurde mitgelesen',
  '{n} hidden rows were read too': '{n} ausgeblendete Zeilen wurden mitgelesen',
  '1 formula has no computed value and is missing here (first in row {list}): open the workbook in the spreadsheet program and save it':
    '1 Formel hat keinen berechneten Wert und fehlt hier (Zeile {list}): Öffnen Sie die Arbeitsmappe in der Tabellenkalkulation, und speichern Sie sie',
  '{n} formulas have no computed value and is missing here (first in row {list}): open the workbook in the spreadsheet program and save it':
    '{n} Formeln haben keinen berechneten Wert und fehlen hier (zuerst in Zeile {list}): Öffnen Sie die Arbeitsmappe in der Tabellenkalkulation, und speichern Sie sie',
  '{name} has no sheet {wished}: its sheets are {list}':
    '{name} hat kein Tabellenblatt {wished}: Vorhanden sind {list}',
  'choose one of its sheets': 'Wählen Sie eines der Tabellenblätter',
  '{name} is a web page or XML, not a table: {_remedy}': '{name} ist eine Webseite oder XML, keine Tabelle: {_remedy}',
  '{name} is {_what}, not a text file: {_remedy}': '{name} ist {_what}, keine Textdatei: {_remedy}',
  '{name} is no Excel workbook, although its name says so: {_remedy}':
    '{name} ist keine Excel-Arbeitsmappe, obwohl der Name es sagt: {_remedy}',
  '{name} is damaged: {_reason}: {_remedy}': '{name} ist beschädigt ({_reason}): {_remedy}',
  '{name} cannot be read ({reason}): {_remedy}': '{name} kann nicht gelesen werden ({reason}): {_remedy}',
  'check that it is still there and unchanged, and drop it again':
    'Prüfen Sie, ob sie noch da und unverändert ist, und legen Sie sie noch einmal ab',
  'export the table as CSV UTF-8 and drop that file':
    'Exportieren Sie die Tabelle als CSV UTF-8, und legen Sie diese Datei ab',
  'open it in the spreadsheet program, save the sheet as CSV UTF-8, and drop that file':
    'Öffnen Sie sie in der Tabellenkalkulation, speichern Sie das Blatt als CSV UTF-8, und legen Sie diese Datei ab',
  'open it in the spreadsheet program and save it again, or save the sheet as CSV UTF-8':
    'Öffnen Sie sie in der Tabellenkalkulation, und speichern Sie sie erneut, oder speichern Sie das Blatt als CSV UTF-8',
  'in Excel choose File > Save As > CSV UTF-8, and drop that file':
    'Wählen Sie in Excel „Datei > Speichern unter > CSV UTF-8“, und legen Sie diese Datei ab',
  'unpack it and drop the CSV files inside': 'Entpacken Sie sie, und legen Sie die enthaltenen CSV-Dateien ab',
  'a zip archive': 'ein ZIP-Archiv',
  'a 7-Zip archive': 'ein 7-Zip-Archiv',
  'a Word document': 'ein Word-Dokument',
  'an old Word document': 'ein altes Word-Dokument',
  'an old Excel workbook': 'eine alte Excel-Arbeitsmappe',
  'a binary Excel workbook': 'eine binäre Excel-Arbeitsmappe',
  'an OpenDocument workbook': 'eine OpenDocument-Tabelle',
  'a Numbers workbook': 'eine Numbers-Tabelle',
  'a rich text document': 'ein RTF-Dokument',
  'an SPSS data file': 'eine SPSS-Datendatei',
  'a Stata data file': 'eine Stata-Datendatei',
  'a SAS transport file': 'eine SAS-Transportdatei',
  'a Parquet file': 'eine Parquet-Datei',
  'an SQLite database': 'eine SQLite-Datenbank',
  'binary (it holds NUL bytes)': 'binär (sie enthält NUL-Bytes)',

  'the rows of the repeating [instrument|instruments] {list} are used as [a table of its|tables of their] own':
    'Die Zeilen [des wiederholten Fragebogens|der wiederholten Fragebögen] {list} werden als [eigene Tabelle|eigene Tabellen] verwendet',
  '{file}, sheet {sheet}: errors of formulas [is|are] missing values here: {_list}; mend them in the workbook if there should be values':
    '{file}, Tabellenblatt {sheet}: Formelfehler [gilt|gelten] hier als [fehlender Wert|fehlende Werte]: {_list}; beheben Sie sie in der Arbeitsmappe, wenn dort Werte stehen sollten',
  '{file}, sheet {sheet}: cells shown as percents are read as the numbers behind them ({address}, shown as {shown}, is {value}); multiply them by 100 in the workbook if they are scores of 0 to 100':
    '{file}, Tabellenblatt {sheet}: Als Prozent gezeigte Zellen werden als die Zahlen dahinter gelesen ({address}, gezeigt als {shown}, ist {value}); multiplizieren Sie sie in der Arbeitsmappe mit 100, wenn es Scores von 0 bis 100 sind',

  // Roles of files and columns.
  '{list} [carries|carry] no visit in [its name|their names] and [is|are] left out, unlike the other score columns':
    '{list} [nennt|nennen] anders als die anderen Score-Spalten keine Visite im Namen und [wird|werden] weggelassen',
  '{list} [is|are] of one visit and left out, since the other score columns have their visits in rows':
    '{list} [gehört|gehören] zu einer Visite und [wird|werden] weggelassen, da die anderen Score-Spalten ihre Visiten in Zeilen haben',
  "no column is called like an arm, which is taken from the events in {events} ({list}); choose another column if REDCap's arms are not those of the trial":
    'Keine Spalte heißt wie ein Arm; er wird den Ereignissen in {events} entnommen ({list}); wählen Sie eine andere Spalte, wenn die Arme von REDCap nicht die der Studie sind',
  "the events in {visits} name the visit and REDCap's arm; visits go without the arm ({list})":
    'Die Ereignisse in {visits} nennen die Visite und den Arm von REDCap; die Visiten stehen ohne den Arm ({list})',
  '{n} [row has|rows have] no {column} (unscheduled) and [is|are] of no visit':
    '{n} [Zeile hat|Zeilen haben] kein {column} (ungeplant) und [gehört|gehören] zu keiner Visite',
  'rows with a {column} are derived, such as carried forward, and not used':
    'Zeilen mit {column} sind abgeleitet, etwa fortgeschrieben, und werden nicht verwendet',
  '{column} is taken as the participant identifier column; {list} could be it too':
    '{column} gilt als Spalte der Kennungen; auch {list} käme infrage',
  '{column} is taken as the arm column; {list} could be it too':
    '{column} gilt als Spalte des Arms; auch {list} käme infrage',
  '{column} is taken as the visit or day column; {list} could be it too':
    '{column} gilt als Spalte der Visite oder des Tages; auch {list} käme infrage',
  '{column} is taken as the participant identifier column, since its values are the identifiers of another file':
    '{column} gilt als Spalte der Kennungen, da ihre Werte die Kennungen einer anderen Datei sind',
  '{column} is taken as the participant identifier column, since its values can be those of participants; choose another if it numbers something else':
    '{column} gilt als Spalte der Kennungen, da ihre Werte die von Teilnehmenden sein können; wählen Sie eine andere, wenn sie etwas anderes nummeriert',
  '{column} is taken as the arm column, since one of its values is called like a control arm':
    '{column} gilt als Spalte des Arms, da einer ihrer Werte wie ein Kontrollarm heißt',
  '{file} has one row per participant as {other} has, and is not used':
    '{file} hat wie {other} eine Zeile je Person und wird nicht verwendet',
  'participants with {list} in {column} are in no arm and not analysed; take it into the analysis under "Arms" if it is one':
    'Teilnehmende mit {list} in {column} sind in keinem Arm und werden nicht ausgewertet; nehmen Sie den Wert unter „Arme“ in die Auswertung auf, wenn er einer ist',
  '{date} holds dates, which are not used, since visits are told by the column names':
    '{date} enthält Datumsangaben, die nicht verwendet werden, da die Spaltennamen die Visiten nennen',
  '{date} holds dates, which are not used, since visits are told by {visit}':
    '{date} enthält Datumsangaben, die nicht verwendet werden, da {visit} die Visiten nennt',
  'study days are counted from {start} of {file} to {date}, whose values are dates':
    'Studientage werden von {start} in {file} bis {date} gezählt, einer Spalte mit Datumsangaben',
  'study days are counted from {start} of {file} to {date}, since there is no column with the visit or day':
    'Studientage werden von {start} in {file} bis {date} gezählt, da es keine Spalte mit der Visite oder dem Tag gibt',
  '{date} could tell the study day, but no file has a column with the start date; choose one':
    '{date} könnte den Studientag angeben, aber keine Datei hat eine Spalte mit dem Startdatum; wählen Sie eine',
  "{date} could tell the study day, but no file has a column with the start date; choose one, or count the days from each participant's first record":
    '{date} könnte den Studientag angeben, aber keine Datei hat eine Spalte mit dem Startdatum; wählen Sie eine, oder zählen Sie die Tage ab dem ersten Eintrag jeder Person',
  'choose {_what}; its columns are {list}': 'Wählen Sie {_what}; die Spalten sind {list}',
  'what it holds, since its column names do not tell and it is not used until then':
    'den Inhalt, da die Spaltennamen ihn nicht zeigen und die Datei bis dahin nicht verwendet wird',
  'the column that identifies the participant': 'die Spalte mit der Kennung der Teilnehmenden',
  'the column with the visit or day, or say which visit all its rows are of':
    'die Spalte mit der Visite oder dem Tag, oder geben Sie an, zu welcher Visite alle Zeilen gehören',
  'the column with the visit or day': 'die Spalte mit der Visite oder dem Tag',
  'the column with the arm': 'die Spalte mit dem Arm',
  '{list} [is|are] not used: all participants in an arm are analysed':
    '{list} [wird|werden] nicht verwendet: Alle Teilnehmenden in einem Arm werden ausgewertet',
  '{list} [is|are] not used: [change is|baseline and change are] computed from {column}':
    '{list} [wird|werden] nicht verwendet: [Die Änderung wird|Baseline und Änderung werden] aus {column} berechnet',
  'only rows with {flag} "Y" are used; {n} [is|are] left out':
    'Nur Zeilen mit {flag} „Y“ werden verwendet; {n} [wird|werden] weggelassen',
  'visits are those of {column}, in the order of {other}':
    'Die Visiten sind die von {column}, in der Reihenfolge von {other}',
  '{list} holds study days, which are not used, since visits are told by {visit}':
    '{list} enthält Studientage, die nicht verwendet werden, da {visit} die Visiten nennt',

  // Questionnaires.
  '{list} not used, since {_reason}': '{list} nicht verwendet, denn {_reason}',
  '…{name} is scored from its items': '{name} wird aus seinen Items berechnet',
  '…another column is the same score of {name}': 'eine andere Spalte ist derselbe Score von {name}',
  '…the items of {name} are not complete': 'die Items von {name} sind nicht vollständig',
  '{name} has {n} items, and no column was found for item {list}; it is not scored':
    '{name} hat {n} Items, und für Item {list} wurde keine Spalte gefunden; es wird kein Score berechnet',
  '{one} and {other} both look like {_what}; {left} is left out':
    '{one} und {other} sehen beide aus wie {_what}; {left} wird weggelassen',
  '{name} has {n} items, but {list} [is|are] there too, so that these columns may be of another instrument or form; choose the items if they are of {name1}':
    '{name} hat {n} Items, aber auch {list} [ist|sind] da, sodass diese Spalten zu einem anderen Fragebogen gehören können; wählen Sie die Items, wenn sie zu {name1} gehören',
  '{list} [is no item|are no items] of {name}, which has {n}, and [is|are] left out; check that the other columns are its items 1 to {n1}':
    '{list} [ist kein Item|sind keine Items] von {name} mit {n} Items und [wird|werden] weggelassen; prüfen Sie, ob die anderen Spalten die Items 1 bis {n1} sind',
  '{list} could be of {list1} too and [is|are] taken as {name}, whose items are all there':
    '{list} könnte auch zu {list1} gehören und [gilt|gelten] als {name}, dessen Items alle da sind',
  '{list} may be the finished score of {name}, or something else of that name, and is not used; choose it as a score of {name1} if it is one':
    '{list} kann der fertige Score von {name} sein oder etwas anderes dieses Namens und wird nicht verwendet; wählen Sie ihn als Score von {name1}, wenn er einer ist',
  'the [name|names] {list} [does|do] not tell what is rated; taken as {name}, 0 to 10; remove it if something else is rated, such as pain':
    '[Der Name|Die Namen] {list} [sagt|sagen] nicht, was eingeschätzt wird; gewertet als {name}, 0 bis 10; entfernen Sie den Fragebogen, wenn etwas anderes eingeschätzt wird, etwa Schmerz',
  '{column} is taken as {name}, one rating a day from 0 to 10, by its name and its values; remove it if something else is rated':
    '{column} gilt nach Name und Werten als {name}, eine Einschätzung am Tag von 0 bis 10; entfernen Sie den Fragebogen, wenn etwas anderes eingeschätzt wird',
  '{column} is taken as {name}, one rating a day from 0 to 10, by its name and its values; remove it if something else is rated; {list} could be it too':
    '{column} gilt nach Name und Werten als {name}, eine Einschätzung am Tag von 0 bis 10; entfernen Sie den Fragebogen, wenn etwas anderes eingeschätzt wird; auch {list} käme infrage',
  '{list} [does|do] not tell the form of the instrument ({list1}); taken as {name}; choose another if it is not':
    '{list} [sagt|sagen] nicht, welche Form des Fragebogens es ist ({list1}); gewertet als {name}; wählen Sie eine andere, wenn das nicht stimmt',
  '{name} is used both ways up: choose whether a higher value is better or worse; it is not analysed until then':
    '{name} wird in beiden Richtungen verwendet: Wählen Sie, ob ein höherer Wert besser oder schlechter ist; bis dahin wird er nicht ausgewertet',
  'no {score} of {name} was found, only {list}: choose the score to analyse':
    'Von {name} wurde kein {score} gefunden, nur {list}: Wählen Sie den auszuwertenden Score',
  "{file}, column {column}: the arm contradicts that of the participant in {file1} in {n} [row|rows], and the participant's arm in {file1} is used: {_list}; correct the arm that is wrong in its file":
    '{file}, Spalte {column}: Der Arm widerspricht in {n} [Zeile|Zeilen] dem der Person in {file1}, und deren Arm in {file1} wird verwendet: {_list}; berichtigen Sie den falschen Arm in seiner Datei',
  '…row {n} (participant {id}: {arm} here, {arm1} there)': 'Zeile {n} (Person {id}: hier {arm}, dort {arm1})',
  'correct the arm that is wrong in its file': 'Berichtigen Sie den falschen Arm in seiner Datei',
  'press “Take as the same participants” beside {file} if they are, or choose the column that holds the same identifiers in both files':
    'Drücken Sie „Als dieselben Personen werten“ neben {file}, wenn sie es sind, oder wählen Sie die Spalte, die in beiden Dateien dieselben Kennungen enthält',
  'press “Take as the same participants by their numbers” beside {file} if they are, or choose the column that holds the same identifiers in both files':
    'Drücken Sie „Nach ihren Zahlen als dieselben Personen werten“ neben {file}, wenn sie es sind, oder wählen Sie die Spalte, die in beiden Dateien dieselben Kennungen enthält',
  'the effect of {name} is taken as the difference in slopes over its days, {first} to {last}; choose what was planned':
    'Als Effekt von {name} gilt die Differenz der Steigungen über die Tage {first} bis {last}; wählen Sie, was geplant war',
  'no value of {name} ({list}) is above 10, although its line runs from 0 to 100: these look like centimetres, 0 to 10; the values are used as they stand; say on which range they are':
    'Kein Wert von {name} ({list}) liegt über 10, obwohl die Linie von 0 bis 100 reicht: Das sieht nach Zentimetern aus, 0 bis 10; die Werte werden verwendet, wie sie dastehen; sagen Sie, welchen Bereich sie haben',
  'the slope of {name} is that from day 0 on; the days before it ({n}, from {first}) are left out':
    'Die Steigung von {name} ist die ab Tag 0; die Tage davor ({n}, ab {first}) werden weggelassen',
  'no column is called like a score or the items of an instrument (fss1 to fss9, mfis_total, HI7); known are {list}':
    'Keine Spalte heißt wie ein Score oder wie die Items eines Fragebogens (fss1 bis fss9, mfis_total, HI7); bekannt sind {list}',
  'the {name} score is taken as the mean of the items ({low} to {high}), since of {n} values only {n1} [is|are] above {n2} and the {other} is at least {n3}':
    'Der Score {name} gilt als Mittelwert der Items ({low} bis {high}), da von {n} Werten nur {n1} über {n2} [liegt|liegen] und {other} mindestens {n3} ist',
  'the {name} score is taken as the scoring "{scoring}" ({low} to {high}), since of {n} values only {n1} [is|are] above {n2} and the {other} is at least {n3}':
    'Der Score {name} gilt als Auswertungsart „{scoring}“ ({low} bis {high}), da von {n} Werten nur {n1} über {n2} [liegt|liegen] und {other} mindestens {n3} ist',
  '{n} of {n1} values of the {name} score are below {n2}, the least that the {other} can be, and can be of the scoring "{scoring}"; the others cannot: choose the scoring of this column under “Scored as” and correct the other values in the file; it is not analysed until then':
    '{n} von {n1} Werten des Scores {name} liegen unter {n2}, dem Mindestwert von {other}, und können zur Auswertungsart „{scoring}“ gehören, die übrigen nicht: Wählen Sie die Auswertungsart dieser Spalte unter „Ausgewertet als“ und korrigieren Sie die anderen Werte in der Datei; bis dahin wird er nicht ausgewertet',
  'the {name} score is taken as the mean of the items ({low} to {high}), since no value is above {n} and the {other} is at least {n1}':
    'Der Score {name} gilt als Mittelwert der Items ({low} bis {high}), da kein Wert über {n} liegt und {other} mindestens {n1} ist',
  'choose all columns of {name}': 'Wählen Sie alle Spalten von {name}',
  '{label} waits for columns that are not chosen yet: {_remedy}':
    '{label} wartet auf Spalten, die noch nicht gewählt sind: {_remedy}',
  'it has one row per item or score: {column} tells which, {value} holds the answer; the rows of a participant and visit are put together':
    'Die Datei hat eine Zeile je Item oder Score: {column} sagt, welches, {value} enthält die Antwort; die Zeilen einer Person und Visite werden zusammengeführt',
  '{list} in column {column} are of no known instrument and not used':
    '{list} in Spalte {column} gehören zu keinem bekannten Fragebogen und werden nicht verwendet',

  '{n} columns are taken as items of {name}, numbered within their subscale in the order of the questionnaire: {first} to {last}':
    '{n} Spalten gelten als Items von {name}, innerhalb ihrer Subskala nummeriert in der Reihenfolge des Fragebogens: {first} bis {last}',
  '{list} hold labels with one number each, which is taken as the answer ({_example})':
    '{list} enthalten Beschriftungen mit je einer Zahl, die als Antwort gilt ({_example})',
  '{list} hold labels without numbers ({example}), which cannot be scored: export the raw data (values, not labels) and use that file':
    '{list} enthalten Beschriftungen ohne Zahlen ({example}), die sich nicht auswerten lassen: Exportieren Sie die Rohdaten (Werte, keine Beschriftungen), und verwenden Sie diese Datei',

  // Visits.
  'visits are numbered by [day|week|month|visit|time] as in the column names ({example}) and [taken as days|read as weeks|read as months|read as visit numbers]; “Visits count” beside the visit column changes it':
    'Die Visiten sind nach [Tagen|Wochen|Monaten|Visiten|Zeitpunkten] nummeriert wie in den Spaltennamen ({example}) und werden als [Tage|Wochen|Monate|Visitennummern] gelesen; „Visiten zählen“ neben der Spalte der Visite ändert das',
  'visits of {name} are counted by [week|month], not in days, so that no slope per day is proposed':
    'Die Visiten von {name} werden in [Wochen|Monaten] gezählt, nicht in Tagen, daher wird keine Steigung pro Tag vorgeschlagen',
  'the names of its columns count visits in different units: {list}; rename them to one unit, such as _d0 and _d28':
    'Die Spaltennamen zählen Visiten in verschiedenen Einheiten: {list}; benennen Sie sie auf eine Einheit um, etwa _d0 und _d28',
  'visit {visit} is taken as the baseline of {name}': 'Visite {visit} gilt als Baseline von {name}',
  'visit {visit} is taken as the baseline of {name}; before treatment too, and not analysed: {list}':
    'Visite {visit} gilt als Baseline von {name}; ebenfalls vor der Behandlung und nicht ausgewertet: {list}',
  'of the visits up to {_start}, {visit} is taken as the baseline of {name}':
    'Von den Visiten bis {_start} gilt {visit} als Baseline von {name}',
  'no visit of {name} is at {_start} or called baseline, so that values are analysed rather than changes from baseline; set the baseline visit if there is one':
    'Keine Visite von {name} liegt bei {_start} oder heißt Baseline, daher werden Werte statt Änderungen ausgewertet; stellen Sie die Baseline ein, wenn es eine gibt',
  'no visit of {name} is a baseline, which is taken from {column}':
    'Keine Visite von {name} ist eine Baseline; sie wird {column} entnommen',
  '{name} is only there at the baseline visit {visit}, so that no effect can be estimated':
    '{name} liegt nur zur Baseline {visit} vor, sodass kein Effekt geschätzt werden kann',
  'visits are taken in the order of the rows, as their names do not tell it: {list}; change it under “Order of the visits”':
    'Die Visiten gelten in der Reihenfolge der Zeilen, da ihre Namen sie nicht zeigen: {list}; ändern Sie sie unter „Reihenfolge der Visiten“',
  'nothing tells for certain in which order the visits {list} come: put them in the order of time under “Order of the visits”; {name} is not analysed until then':
    'Nichts zeigt sicher, in welcher Reihenfolge die Visiten {list} kommen: Bringen Sie sie unter „Reihenfolge der Visiten“ in die zeitliche Reihenfolge; {name} wird bis dahin nicht ausgewertet',
  'the effect of {name} is proposed at its last visit, {visit}; choose the visit that was planned':
    'Der Effekt von {name} ist zur letzten Visite vorgeschlagen, {visit}; wählen Sie die geplante Visite',
  '{list} of {name}: visits of no plan, left out of the analysis unless they are chosen':
    '{list} von {name}: ungeplante Visiten, nicht ausgewertet, sofern sie nicht gewählt werden',
  'nothing says that the visits of {name} are days, so that no slope per day is proposed':
    'Nichts sagt, dass die Visiten von {name} Tage sind, daher wird keine Steigung pro Tag vorgeschlagen',
  'visits written in several ways are taken as one: {list}': 'Verschieden geschriebene Visiten gelten als eine: {list}',
  'visits of different names are taken as one, as was said: {list}':
    'Verschieden genannte Visiten gelten als eine, wie angegeben: {list}',
  'the numbers in {visit} are taken as days; “Visits count” beside the visit column changes it':
    'Die Zahlen in {visit} gelten als Tage; „Visiten zählen“ neben der Spalte der Visite ändert das',
  'the numbers in {visit} are read as [weeks|months|visit numbers], from its name; “Visits count” beside the visit column changes it':
    'Die Zahlen in {visit} werden nach ihrem Namen als [Wochen|Monate|Visitennummern] gelesen; „Visiten zählen“ neben der Spalte der Visite ändert das',
  'the numbers in {visit} are read as [weeks|months|visit numbers]; “Visits count” beside the visit column changes it':
    'Die Zahlen in {visit} werden als [Wochen|Monate|Visitennummern] gelesen; „Visiten zählen“ neben der Spalte der Visite ändert das',
  '{n} different days in {column} lie around planned visits, as it seems on days {_list}: each record is taken to its planned visit by windows around these; change them if other visits were planned':
    '{n} verschiedene Tage in {column} liegen anscheinend um geplante Visiten, an den Tagen {_list}: Jeder Eintrag wird durch Fenster um diese seiner geplanten Visite zugeordnet; ändern Sie sie, wenn andere Visiten geplant waren',
  '{n} different days in {column} ({first} to {last}), and only a few of each participant: they do not show clearly around which days visits were planned; set windows to take each record to its planned visit: nothing of the file is analysed by visit until then':
    '{n} verschiedene Tage in {column} ({first} bis {last}) und nur wenige je Person: Sie zeigen nicht deutlich, um welche Tage Visiten geplant waren; stellen Sie Fenster ein, um jeden Eintrag seiner geplanten Visite zuzuordnen: Bis dahin wird nichts aus der Datei nach Visite ausgewertet',
  '{label} is not analysed yet: its records lie on {n} different days ({first} to {last}), most of which only a few participants have, so that a single day compares hardly anybody: {_remedy}':
    '{label} wird noch nicht ausgewertet: Die Einträge liegen an {n} verschiedenen Tagen ({first} bis {last}), die meist nur wenige Personen haben, sodass ein einzelner Tag kaum jemanden vergleicht: {_remedy}',
  'set visit windows, choose a straight line over the days as the model, or say that each day is a visit of its own':
    'Legen Sie Visitenfenster fest, wählen Sie als Modell eine gerade Linie über die Tage, oder sagen Sie, dass jeder Tag eine eigene Visite ist',
  'the same identifier in two of them is of two people, as was said: in column {column} each begins with {list}':
    'Dieselbe Kennung in zwei davon gehört zu zwei Personen, wie angegeben: In Spalte {column} beginnt jede mit {list}',
  'the [sheets|files] {list} have the same columns and are put together as one table, with the visit (column {visit}: {list1}) taken from their names; take them apart under "Columns and reading" if they are something else':
    'Die [Tabellenblätter|Dateien] {list} haben dieselben Spalten und werden als eine Tabelle zusammengesetzt, die Visite (Spalte {visit}: {list1}) ihren Namen entnommen; trennen Sie sie unter „Spalten und Einlesen“, wenn sie etwas anderes sind',

  // Arms and identifiers.
  '{n} of {all} identifiers stand in {table} as well, and by the number in them {count} would ({_pairs}): take those with the same number as the same participants, if they are':
    '{n} von {all} Kennungen stehen auch in {table}, nach ihrer Zahl wären es {count} ({_pairs}): Werten Sie die mit derselben Zahl als dieselben Personen, wenn sie es sind',
  '{_pairs} have the same number, which does not tell who is meant: {_remedy}':
    '{_pairs} haben dieselbe Zahl, die nicht zeigt, wer gemeint ist: {_remedy}',
  '{name} has no column "{column}", whose identifiers are to begin with the prefix of their table: {_remedy}':
    '{name} hat keine Spalte „{column}“, deren Kennungen mit dem Präfix ihrer Tabelle beginnen sollen: {_remedy}',
  'with the prefixes, "{id}" becomes "{whole}" and "{id1}" of {table} becomes "{whole1}", which are not two participants: {_remedy}':
    'Mit den Präfixen wird „{id}“ zu „{whole}“ und „{id1}“ aus {table} zu „{whole1}“, und das sind nicht zwei Personen: {_remedy}',
  'give the parts prefixes with letters of their own, of which none begins another':
    'Geben Sie den Teilen Präfixe mit eigenen Buchstaben, von denen keines der Anfang eines anderen ist',
  'name the column with the identifiers': 'Nennen Sie die Spalte mit den Kennungen',
  'these look like different people with the same identifiers: keep the files apart by centre, beside {table} on the page':
    'Das sieht nach verschiedenen Personen mit denselben Kennungen aus: Trennen Sie die Dateien nach Zentrum, neben {table} auf der Seite',
  'its participants ({list}) and their arms are its own, and none of them is in {table}, which has the same columns: {_remedy}':
    'Ihre Teilnehmenden ({list}) und deren Arme sind ihre eigenen, und niemand davon steht in {table} mit denselben Spalten: {_remedy}',
  'put the two tables together, beside {table} on the page':
    'Setzen Sie die beiden Tabellen zusammen, neben {table} auf der Seite',
  '{arm} is taken as the reference arm, since {_reason}': '{arm} gilt als Referenzarm, denn {_reason}',
  '…no arm ({list}) is called like a control; choose another if it is not':
    'kein Arm ({list}) heißt wie eine Kontrolle; wählen Sie einen anderen, wenn das nicht stimmt',
  '…the arms have no names ({list}), and nothing tells which is the control; name them, or choose another':
    'die Arme haben keine Namen ({list}), und nichts zeigt, welcher die Kontrolle ist; benennen Sie sie, oder wählen Sie einen anderen',
  '{_groups}; take them apart under "Arms" if they are not':
    '{_groups}; trennen Sie sie unter „Arme“, wenn sie keiner sind',
  'arms that differ by a letter or two ({_pairs}) are analysed as different arms; take them as one under "Arms" if they are the same':
    'Arme, die sich um ein oder zwei Buchstaben unterscheiden ({_pairs}), werden als verschiedene Arme ausgewertet; fassen Sie sie unter „Arme“ zusammen, wenn sie derselbe sind',
  'identifiers stand in two ways ({_pairs}): they are not taken as the same participant; write them alike, or take them as the same here':
    'Kennungen stehen in zwei Schreibweisen ({_pairs}): Sie gelten nicht als dieselbe Person; schreiben Sie sie gleich, oder werten Sie sie hier als dieselben',
  'identifiers are written in another way than in {file} ({_pairs}): they are not taken as the same participant; write them alike, or take them as the same here':
    'Kennungen sind anders geschrieben als in {file} ({_pairs}): Sie gelten nicht als dieselbe Person; schreiben Sie sie gleich, oder werten Sie sie hier als dieselben',
  '{list} among the identifiers looks like a row of totals or a remark and is taken as a participant; remove such rows':
    '{list} unter den Kennungen sieht aus wie eine Summenzeile oder Bemerkung und gilt als Person; entfernen Sie solche Zeilen',
};
