// SPDX-License-Identifier: MIT
/** What is wrong with a plan or a report that was given: its paths and values as they stand there. */

const known = 'öffnen Sie ihn mit der Version, die ihn geschrieben hat';

export const messagesOfPlans: Readonly<Record<string, string>> = {
  'schemaVersion is {n}: this version reads plans of schemaVersion {n1}; open it with the version that wrote it': `schemaVersion ist {n}: Diese Version liest Pläne der schemaVersion {n1}; ${known}`,
  "the report's schemaVersion is {value}: this version reads reports of schemaVersion {n}; {_remedy}":
    'Die schemaVersion des Berichts ist {value}: Diese Version liest Berichte der schemaVersion {n}; {_remedy}',
  'open it with the version that wrote it': known,
  'the [plan|file] is not JSON: {_reason}': '[Der Plan|Die Datei] ist kein JSON: {_reason}',
  '{what} is not JSON': '{what} ist kein JSON',
  '{file} is not JSON: {_reason}': '{file} ist kein JSON: {_reason}',
  '…there is nothing in it': 'Es steht nichts darin',
  '…it ends before it is complete': 'Der Text endet, bevor er vollständig ist',
  '…it cannot be read from line {n}, column {n1} on, where {value} stands':
    'Ab Zeile {n}, Spalte {n1} ist der Text nicht lesbar; dort steht {value}',
  'the plan is a report and no plan: {_remedy}': 'Der Plan ist ein Bericht und kein Plan: {_remedy}',
  '{file} is a report and no plan: {_remedy}': '{file} ist ein Bericht und kein Plan: {_remedy}',
  'give what stands in it under plan': 'Geben Sie, was darin unter plan steht',
  '{what} has {n} characters: at most {n1} are read': '{what} hat {n} Zeichen: Höchstens {n1} werden gelesen',
  '{what} has more than {n} levels of lists and objects in each other':
    '{what} hat mehr als {n} Ebenen von Listen und Objekten ineinander',
  '{what} has the key {key}, which is not allowed': '{what} hat den Schlüssel {key}, der nicht erlaubt ist',

  'files name no arm column': 'Die Dateien nennen keine Spalte des Arms',
  'files name more than one column of guesses': 'Die Dateien nennen mehr als eine Spalte der Vermutungen',
  'keep the one asked last': 'Behalten Sie die zuletzt erfragte',
  'name the column with the visit, the study day or the date':
    'Nennen Sie die Spalte mit der Visite, dem Studientag oder dem Datum',
  "name the column with the participant's identifier": 'Nennen Sie die Spalte mit der Kennung der Teilnehmenden',
  "name the column with the event's term": 'Nennen Sie die Spalte mit dem Ereignis',
  'name the column with the treatment in the participants file':
    'Nennen Sie die Spalte mit der Behandlung in der Datei der Teilnehmenden',

  // Of which kind, and how much.
  'the [plan|report|definition] is {_value}: it must be {_type}':
    '[Der Plan|Der Bericht|Die Definition] ist {_value}, muss aber {_type} sein',
  '{path} has an idPrefix, but the stack does not name the column of identifiers: name it as id, or leave the prefixes out':
    '{path} hat ein idPrefix, aber reading.stack nennt die Spalte der Kennungen nicht: Nennen Sie sie als id, oder lassen Sie die Präfixe weg',
  '{path} has no idPrefix for the identifiers in "{column}": give each part its own':
    '{path} hat kein idPrefix für die Kennungen in „{column}“: Geben Sie jedem Teil ein eigenes',
  '{path} is {_value}: it must be {_type}': '{path} ist {_value}: Es muss {_type} sein',
  '{path} is {_value}: use one of {list}': '{path} ist {_value}: Verwenden Sie eines von {list}',
  '{path} is missing: use one of {list}': '{path} fehlt: Verwenden Sie eines von {list}',
  '{path} is {_value}: it must not be empty': '{path} ist {_value}: Es darf nicht leer sein',
  '{path} is {_value}: it may have {n} characters at most': '{path} ist {_value}: Höchstens {n} Zeichen sind erlaubt',
  '{path} is {_value}: it must match {pattern}': '{path} ist {_value}: Es muss zu {pattern} passen',
  '{path} is {_value}: it must be at most {n}': '{path} ist {_value}: Es darf höchstens {n} sein',
  '{path} is {_value}: it must be at least {n}': '{path} ist {_value}: Es muss mindestens {n} sein',
  '{path} is {_value}: it must be above {n}': '{path} ist {_value}: Es muss über {n} liegen',
  '{path} is {_value}: it must be below {n}': '{path} ist {_value}: Es muss unter {n} liegen',
  '{path} has {n} entries: it needs at least {n1}': '{path} hat {n} Einträge: Mindestens {n1} sind nötig',
  '{path} has {n} entries: it may have {n1} at most': '{path} hat {n} Einträge: Höchstens {n1} sind erlaubt',
  '{path} is {_value}, which is there before: name it once':
    '{path} ist {_value}, was schon davor steht: Nennen Sie es einmal',
  '{path} is not allowed as a key': '{path} ist als Schlüssel nicht erlaubt',
  '{path} is not known: {what} can have {list}': '{path} ist nicht bekannt: Möglich sind in {what} {list}',
  '{path} is not known: a [plan|report|definition] can have {list}':
    '{path} ist nicht bekannt: Möglich sind in [einem Plan|einem Bericht|einer Definition] {list}',
  '{path} is missing': '{path} fehlt',
  '…an object': 'ein Objekt',
  '…a list': 'eine Liste',
  '…text': 'Text',
  '…a number': 'eine Zahl',
  '…a whole number': 'eine ganze Zahl',
  '…true or false': 'true oder false',
  '…[a list|text|a number|a whole number|true or false] or {_other}':
    '[eine Liste|Text|eine Zahl|eine ganze Zahl|true oder false] oder {_other}',

  // What does not go together.
  '{path} is called {name}, as is the built-in {other}: give it another name':
    '{path} heißt {name} wie der mitgelieferte Fragebogen {other}: Geben Sie einen anderen Namen',
  '{path} is {n}: it must be above the lowest ({n1})':
    '{path} ist {n}: Es muss über dem niedrigsten Wert ({n1}) liegen',
  '{path} has {n} entries: it needs one for each of the {n1} items':
    '{path} hat {n} Einträge: Nötig ist einer für jedes der {n1} Items',
  '{path} is {n}: the instrument has {n1} items': '{path} ist {n}: Der Fragebogen hat {n1} Items',
  '{path} is {value}: the scales are {list}': '{path} ist {value}: Die Skalen sind {list}',
  '{path} is {value}: the scales of {name} are {list}': '{path} ist {value}: Die Skalen von {name} sind {list}',
  '{path} is {value}: the scorings of {name} are {list}':
    '{path} ist {value}: Die Auswertungsarten von {name} sind {list}',
  '{path} is not known: the scales of {name} are {list}': '{path} ist nicht bekannt: Die Skalen von {name} sind {list}',
  '{path} is not allowed: the direction of {name} is fixed':
    '{path} ist nicht erlaubt: Die Richtung von {name} steht fest',
  '{path} has both {one} and {other}: keep one of them': '{path} hat sowohl {one} als auch {other}: Behalten Sie eines',
  '{path} has both items and scores: give one of them': '{path} hat sowohl items als auch scores: Geben Sie eines an',
  '{path} has neither items nor scores: give one of them': '{path} hat weder items noch scores: Geben Sie eines an',
  '{path} is {value}, but no file has a startDate to count days from: name the column with the date of randomisation or first dose':
    '{path} ist {value}, aber keine Datei hat ein startDate, ab dem Tage zählen: Nennen Sie die Spalte mit dem Datum der Randomisierung oder der ersten Dosis',
  '{path} needs days: name the column with the visit or the date':
    '{path} braucht Tage: Nennen Sie die Spalte mit der Visite oder dem Datum',
  '{path} is {value}, but the file has no startDate: name it, or leave dayOfStart out':
    '{path} ist {value}, aber die Datei hat kein startDate: Nennen Sie es, oder lassen Sie dayOfStart weg',
  '{path} stands, but the file has no date: name the column, or leave dayZero out':
    '{path} ist angegeben, aber die Datei hat kein date: Nennen Sie die Spalte, oder lassen Sie dayZero weg',
  '{path} stands beside a startDate, from which days are counted: keep one of them':
    '{path} steht neben einem startDate, ab dem Tage gezählt werden: Behalten Sie eines',
  '{path} is {value}, but the file has answers to items, whose mean is no answer: use first, last or none':
    '{path} ist {value}, aber die Datei enthält Antworten auf Items, deren Mittel keine Antwort ist: Verwenden Sie first, last oder none',
  '{path} has a visit, but the stack has no name for a column of visits: name it, or leave the visits out':
    '{path} hat eine Visite, aber stack nennt keine Spalte der Visiten: Nennen Sie sie, oder lassen Sie die Visiten weg',
  '{path} has no visit for the column {column}: give each part its visit':
    '{path} hat keine Visite für die Spalte {column}: Geben Sie jedem Teil seine Visite',
  '{path} stands, and arms.order names it too: keep one of them':
    '{path} ist angegeben, und arms.order nennt es auch: Behalten Sie eines',
  '{path} is {value}, which is taken as another itself: name the arm that it is in the end':
    '{path} ist {value}, was selbst als ein anderer gilt: Nennen Sie den Arm, der es am Ende ist',
  'arms.labels: {one} and {other} would both be called {name}: give each arm its own name':
    'arms.labels: {one} und {other} würden beide {name} heißen: Geben Sie jedem Arm einen eigenen Namen',
  '{path} is {value}, but {other} has a guess too: keep the one asked last':
    '{path} ist {value}, aber {other} hat auch ein guess: Behalten Sie das zuletzt erfragte',
  '{path} stands without guess: name the column they are values of':
    '{path} ist ohne guess angegeben: Nennen Sie die Spalte, deren Werte es sind',
  '{path} is {value}: the arms are {list}': '{path} ist {value}: Die Arme sind {list}',
  '{path} is {value}: the files of the plan are {list}': '{path} ist {value}: Die Dateien des Plans sind {list}',
  '{path} is {value}: use the id of an instrument ({list}) and a scale, such as fss.total':
    '{path} ist {value}: Verwenden Sie die Kennung eines Fragebogens ({list}) und eine Skala, etwa fss.total',
  '{path} is {value}: use the id of an instrument (there is none) and a scale, such as fss.total':
    '{path} ist {value}: Verwenden Sie die Kennung eines Fragebogens (es gibt keinen) und eine Skala, etwa fss.total',
  '{path} is {value}, as is {other}: give each its own': '{path} ist {value} wie {other}: Geben Sie jedem ein eigenes',
  '{path} is {value}: the plan has no such file': '{path} ist {value}: Der Plan hat keine solche Datei',
  '{path} is {value}: the plan has no such outcome': '{path} ist {value}: Der Plan hat keinen solchen Endpunkt',
  "{path} is {value}, as is another's: each outcome stands once":
    '{path} ist {value} wie bei einem anderen: Jeder Endpunkt steht einmal',
  'exported.planSha256 is not that of the plan ({hash}): the plan was changed after the report was made':
    'exported.planSha256 ist nicht die des Plans ({hash}): Der Plan wurde nach dem Bericht geändert',
};
