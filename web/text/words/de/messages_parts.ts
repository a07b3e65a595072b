// SPDX-License-Identifier: MIT
/** What stands within other sentences: places, values, amounts and reasons. */

export const messagesOfParts: Readonly<Record<string, string>> = {
  // Places and values.
  '…{file}, row {n}': '{file}, Zeile {n}',
  '…{value} in column {column}': '{value} in Spalte {column}',
  '…row {n} has {value}': 'Zeile {n} hat {value}',
  '…row {n} ({list})': 'Zeile {n} ({list})',
  '…row {n} ({value}, participant {id})': 'Zeile {n} ({value}, Kennung {id})',
  '…{code} in {n} [cell|cells]': '{code} in {n} [Zelle|Zellen]',
  '…{code} in {n} [cell|cells] of {column}': '{code} in {n} [Zelle|Zellen] von {column}',
  '…{value} in {column} is {n} ({n1} such [cell|cells])': '{value} in {column} ist {n} ({n1} solche [Zelle|Zellen])',
  '…{value} is {n}': '{value} ist {n}',
  '…{day} (-{before} to +{after})': '{day} (\u2212{before} bis +{after})',
  '…[day|week|month|visit] {n}': '[Tag|Woche|Monat|Visite] {n}',
  '…{name} at visit {visit}': '{name} zur Visite {visit}',
  '…"{name}" is "{visit}"': '"{name}" ist "{visit}"',

  // Amounts.
  '…{n} [rows|columns|cells|characters]': '{n} [Zeilen|Spalten|Zellen|Zeichen]',
  '…{_amount}, passed in row {n}': '{_amount} (in Zeile {n} überschritten)',

  // Why a sheet or a workbook cannot be read.
  '…"{sheet}" ({_reason})': '"{sheet}" ({_reason})',
  '…it has no cells, as a chart has none': 'ohne Zellen, wie ein Diagramm',
  '…it is empty': 'leer',
  '…it has a header ({list}) but no rows below it': 'eine Kopfzeile ({list}), aber keine Zeilen darunter',
  '…it has no sheet': 'kein Tabellenblatt',
  '…its end is missing': 'ihr Ende fehlt',
  '…its table of contents is broken': 'ihr Inhaltsverzeichnis ist beschädigt',
  '…it has too many parts': 'zu viele Teile',
  '…its part {part} cannot be unpacked': 'ihr Teil {part} lässt sich nicht entpacken',
  '…its part {part} is no XML': 'ihr Teil {part} ist kein XML',
  '…its sheet {sheet} is missing': 'ihr Tabellenblatt {sheet} fehlt',
  '…the list of its sheets is missing': 'die Liste ihrer Tabellenblätter fehlt',
  '…a cell in row {n} refers to a text that is not there':
    'eine Zelle in Zeile {n} verweist auf einen Text, den es nicht gibt',
  '…the worker stopped': 'der Hintergrundprozess brach ab',
  '…a message could not be read': 'eine Nachricht war nicht lesbar',
  '…the packed WebAssembly is damaged': 'das gepackte WebAssembly ist beschädigt',
};
