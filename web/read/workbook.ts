// SPDX-License-Identifier: MIT
/**
 * Excel workbooks (.xlsx): the rows of one sheet as cells of text, with their row numbers, which then go the way of a
 * text file's rows. Formulas are not computed: the value that was saved with them is used.
 */
import { Parser } from 'saxen';
import { engineError, listed, quoted } from './errors.js';
import { EngineError } from '../contract/engine.js';
import { limits, tooLarge } from './limits.js';
import type { RecordSink } from './records.js';
import { sheetNotes, type SheetName } from './sheet-notes.js';
import { sizeOf, Pace, type ReadHooks, type Source } from './source.js';
import type { Note } from './types.js';
import { numberFormat, type NumberFormat } from './workbook-cells.js';
import { tableParts } from './sheet-names.js';
import { SheetRows } from './workbook-rows.js';
import { damaged, ZipArchive } from './zip.js';

interface Sheet extends SheetName {
  path: string;
}

/** What all sheets share. */
export interface WorkbookFacts {
  sharedStrings: string[];
  /** By style number. */
  formats: NumberFormat[];
  is1904: boolean;
}

export interface WorkbookResult {
  /** Name of the sheet that was read. */
  sheet: string;
  notes: Note[];
  sink: RecordSink;
}

/** Names of the workbook's sheets in their order, charts and the like among them. @throws EngineError `damaged_workbook`. */
export async function sheetsOf(name: string, source: Source, hooks: ReadHooks): Promise<SheetName[]> {
  const book = new Workbook(name, source, hooks);
  await book.open();
  return book.all;
}

/**
 * Reads the sheet asked for, by its name or as "trial.xlsx › Scores"; else the one that the file's name names so, or the
 * first with cells that is not hidden.
 *
 * @throws EngineError `damaged_workbook`, `unknown_sheet`, `file_too_large`.
 */
export async function readWorkbook(
  name: string,
  source: Source,
  asked: string | undefined,
  newSink: () => RecordSink,
  hooks: ReadHooks,
): Promise<WorkbookResult> {
  const book = new Workbook(name, source, hooks);
  const sheets = await book.open();
  const names = sheets.map((sheet) => sheet.name);
  const all = book.all;
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const part = tableParts(asked ?? name)?.part;
  const wished = part !== undefined && names.includes(part) && !names.includes(asked ?? '') ? part : asked;
  const candidates =
    wished === undefined ? (shown.length > 0 ? shown : sheets) : sheets.filter((sheet) => sheet.name === wished);
  if (candidates.length === 0) {
    if (wished === undefined) throw damaged(name, 'it has no sheet');
    const message = `${name} has no sheet ${quoted(wished)}: its sheets are ${listed(names.map(quoted))}`;
    throw engineError('unknown_sheet', message, { file: name, value: wished, remedy: 'choose one of its sheets' });
  }
  const facts = await book.facts();
  let result: WorkbookResult | undefined;
  for (const sheet of candidates) {
    const sink = newSink();
    const notes = await book.readSheet(sheet, facts, sink);
    result ??= { sheet: sheet.name, notes, sink };
    if (sink.isEmpty) continue;
    result = { sheet: sheet.name, notes, sink };
    break;
  }
  if (!result) throw damaged(name, 'it has no sheet');
  if (wished === undefined) result.notes.unshift(...sheetNotes(name, all, [result.sheet]));
  return result;
}

type Attributes = () => Record<string, string>;

interface Handlers {
  open(tag: string, attributes: Attributes): void;
  close?(tag: string): void;
  text?(text: string): void;
}

class Workbook {
  private readonly _name: string;
  private readonly _source: Source;
  private readonly _pace: Pace;
  private _archive: ZipArchive | null = null;
  private readonly _paths = new Map<string, string>();
  private _stylesPath: string | undefined;
  private _stringsPath: string | undefined;
  private _is1904 = false;
  /** Also those without cells. */
  readonly all: SheetName[] = [];

  constructor(name: string, source: Source, hooks: ReadHooks) {
    this._name = name;
    this._source = source;
    this._pace = new Pace(hooks, sizeOf(source));
  }

  /** The sheets in the order of the workbook. */
  async open(): Promise<Sheet[]> {
    this._archive = await ZipArchive.open(this._name, this._source);
    let main = 'xl/workbook.xml';
    await this._relations('_rels/.rels', '', (_, type, path) => {
      if (type.endsWith('/officeDocument')) main = path;
    });
    if (!this._archive.has(main)) throw damaged(this._name, 'the list of its sheets is missing');
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
    await this._relations(relations, folder, (id, type, path) => {
      if (type.endsWith('/worksheet')) this._paths.set(id, path);
      else if (type.endsWith('/styles')) this._stylesPath = path;
      else if (type.endsWith('/sharedStrings')) this._stringsPath = path;
    });
    const sheets: Sheet[] = [];
    await this._parse(main, {
      open: (tag, attributes) => {
        if (tag === 'workbookPr') this._is1904 = /^(1|true)$/.test(attributes()['date1904'] ?? '');
        if (tag !== 'sheet') return;
        const { name = '', ...others } = attributes();
        const id = Object.entries(others).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1];
        const path = this._paths.get(id ?? '');
        const isHidden = /^(very)?hidden$/i.test(others['state'] ?? '');
        const isTable = path !== undefined;
        this.all.push({ name, isHidden, isTable });
        if (isTable) sheets.push({ name, path, isHidden, isTable });
      },
    });
    return sheets;
  }

  async facts(): Promise<WorkbookFacts> {
    return { sharedStrings: await this._sharedStrings(), formats: await this._formats(), is1904: this._is1904 };
  }

  async readSheet({ name, path }: Sheet, facts: WorkbookFacts, sink: RecordSink): Promise<Note[]> {
    if (!this._archive?.has(path)) throw damaged(this._name, `its sheet ${quoted(name)} is missing`);
    const rows = new SheetRows(this._name, name, facts, sink);
    await this._parse(path, rows, sink);
    return rows.notes();
  }

  private async _relations(path: string, folder: string, use: (id: string, type: string, path: string) => void) {
    await this._parse(path, {
      open: (tag, attributes) => {
        if (tag !== 'Relationship') return;
        const { Id = '', Type = '', Target = '' } = attributes();
        use(Id, Type, Target.startsWith('/') ? Target.slice(1) : simplePath(folder + Target));
      },
    });
  }

  private async _sharedStrings(): Promise<string[]> {
    const strings: string[] = [];
    let parts: string[] = [];
    let isText = false;
    let isPhonetic = false;
    if (this._stringsPath === undefined) return strings;
    await this._parse(this._stringsPath, {
      open: (tag) => {
        if (tag === 'si') parts = [];
        else if (tag === 'rPh') isPhonetic = true;
        isText = tag === 't' && !isPhonetic;
      },
      close: (tag) => {
        if (tag === 'si') strings.push(parts.join(''));
        else if (tag === 'rPh') isPhonetic = false;
        isText = false;
      },
      // What is kept must not keep the whole piece alive that it was cut from.
      text: (text) => isText && parts.push(`${text}\0`.slice(0, -1)),
    });
    return strings;
  }

  private async _formats(): Promise<NumberFormat[]> {
    const codes = new Map<string, string>();
    const formats: NumberFormat[] = [];
    let isCells = false;
    if (this._stylesPath === undefined) return formats;
    await this._parse(this._stylesPath, {
      open: (tag, attributes) => {
        if (tag === 'numFmt') codes.set(attributes()['numFmtId'] ?? '', attributes()['formatCode'] ?? '');
        else if (tag === 'cellXfs') isCells = true;
        else if (tag === 'xf' && isCells) {
          const id = attributes()['numFmtId'] ?? '0';
          formats.push(numberFormat(Number(id), codes.get(id)));
        }
      },
      close: (tag) => {
        if (tag === 'cellXfs') isCells = false;
      },
    });
    return formats;
  }

  /** Feeds a part to the handlers; names come without a namespace's prefix. Stops early when the sink has. */
  private async _parse(path: string, handlers: Handlers, sink?: RecordSink): Promise<void> {
    const parser = new Parser();
    let sinceEvent = 0;
    let failed = false;
    parser.on('openTag', (tag, attributes, decode) => {
      sinceEvent = 0;
      handlers.open(localName(tag), () =>
        Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [key, decode(value)])),
      );
    });
    parser.on('closeTag', (tag) => {
      sinceEvent = 0;
      handlers.close?.(localName(tag));
    });
    parser.on('text', (text, decode) => handlers.text?.(decode(text)));
    parser.on('cdata', (text) => handlers.text?.(text));
    parser.on('error', () => (failed = true));
    const decoder = new TextDecoder();
    let waiting: string[] = [];
    let waitingLength = 0;
    const write = (): void => {
      sinceEvent += waitingLength;
      parser.write(waiting.join(''));
      waiting = [];
      waitingLength = 0;
      if (failed) throw damaged(this._name, `its part ${path} is no XML`);
      if (sinceEvent > 10 * limits.cellLength) throw new EngineError(tooLarge(this._name, 'cellLength'));
    };
    for await (const { bytes, read } of this._archive?.unpack(path) ?? []) {
      const text = decoder.decode(bytes, { stream: true });
      waitingLength += waiting.push(text) && text.length;
      if (waitingLength < 500_000) continue;
      write();
      if (sink?.stopped) return;
      await this._pace.pass(read, sink?.rowCount ?? 0);
    }
    write();
    parser.end();
    if (failed) throw damaged(this._name, `its part ${path} is no XML`);
  }
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

/** "xl/../a.xml" is "a.xml". */
function simplePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
