// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Direction, InstrumentDefinition } from '../contract/instrument.js';
import type { FileRole, PlanFile, PlanInstrument, TimeUnit } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { FileSummary } from '../engine/messages.js';
import { instrumentNamed } from '../read/instruments.js';
import { areSamePeople } from '../read/same-people.js';
import { cellListCsv, listedCells } from '../export/cell_list.js';
import { filesOfTable } from '../read/sheet-names.js';
import { placesShown, plainProblem, problemText } from '../text/problem.js';
import { directionWords } from '../text/instrument.js';
import { strings } from '../text/strings.js';
import { groupedSelectField, plainOptions, selectField } from './controls.js';
import { guessFields } from './guess_fields.js';
import { emit, type Patch } from './events.js';
import './fc-instrument.js';
import './fc-notice.js';
import './fc-parameters.js';
import './fc-reading.js';
import './fc-scattered-days.js';
import './fc-stack-offer.js';
import './fc-visit-order.js';
import './fc-wide-columns.js';
import type { SuggestWindows } from './fc-windows.js';
import './fc-windows.js';
import { columnPatch, offeredColumns, visitLabels, type ColumnKey } from './file_edits.js';
import { eventColumns, numberedItems, roleColumns, rolePatch } from './hand_route.js';
import { instrumentGroups } from './instrument_edits.js';
import { previewStyles, previewTemplate } from './file_preview.js';
import { repeatedField, repeatRules } from './repeats.js';
import { base, controls } from './styles.js';
import { gathered } from './properties.js';
import { translated } from '../text/translated.js';

const { data: text, mapping } = strings;

/** Columns each role can have, the rare ones in folded parts of their own. */
/** More problems of a file are counted; the data check lists them. */
const problemsShown = 12;

const labels = (): Record<ColumnKey, string> => ({
  id: text.id,
  arm: text.arm,
  visit: text.visit,
  event: text.event,
  date: mapping.date,
  startDate: mapping.startDate,
  bodySystem: mapping.bodySystem,
  severity: mapping.severity,
  serious: mapping.serious,
  related: mapping.related,
});

/**
 * One file: what was found in it, what was wrong with it, its first rows, and the corrections.
 *
 * @fires fc-edit - a role, column, instrument or reading option was changed
 * @fires fc-remove-file - the file is to go
 * @fires fc-save-file - the list of cells that errors name is to be saved
 */
export class FcFile extends LitElement {
  static override properties = {
    file: { attribute: false },
    planFile: { attribute: false },
    instruments: gathered,
    problems: gathered,
    doubts: gathered,
    definitions: gathered,
    days: gathered,
    suggest: { attribute: false },
    partVisits: { attribute: false },
    samePeople: gathered,
  };
  static override styles = [
    base,
    controls,
    previewStyles,
    css`
      :host {
        border-block-start: 1px solid var(--_line);
        padding-block: 0.75rem;
      }
      header {
        display: flex;
        gap: 0.75rem;
        align-items: baseline;
      }
      header > div {
        flex: 1;
        min-inline-size: 0;
      }
      h3 {
        margin: 0;
        font-family: var(--_sans);
        font-size: 1rem;
        overflow-wrap: anywhere;
      }
      header p {
        margin: 0.15rem 0 0;
        font-size: 0.875rem;
        color: var(--_soft);
        overflow-wrap: anywhere;
      }
      .notes {
        font-size: 0.875rem;
        margin: 0.4rem 0;
        padding-inline-start: 1.1rem;
        color: var(--_soft);
      }
      details {
        margin-block-start: 0.4rem;
      }
      summary {
        font-size: 0.875rem;
        color: var(--_accent);
      }
      h4 {
        font-family: var(--_sans);
      }
    `,
  ];

  declare file: FileSummary | null;
  /** The plan's entry for the file; absent when the plan does not use it. */
  declare planFile: PlanFile | null;
  declare instruments: readonly PlanInstrument[];
  /** Errors found while analysing that concern this file. */
  declare problems: readonly InputError[];
  /** What may be wrong with its values, and stands in nothing's way. */
  declare doubts: readonly InputError[];
  /** The plan's own questionnaires. */
  declare definitions: readonly InstrumentDefinition[];
  /** Study days known to be in the file. */
  declare days: readonly number[];
  declare suggest: SuggestWindows | null;
  /** Visits that tables were put together with before, by table. */
  declare partVisits: Readonly<Record<string, string>>;
  /** Files of which somebody said that the same identifiers in them are the same people. */
  declare samePeople: readonly string[];

  private readonly _open = new Set<string>();

  constructor() {
    super();
    this.file = null;
    this.planFile = null;
    this.instruments = [];
    this.problems = [];
    this.doubts = [];
    this.definitions = [];
    this.days = [];
    this.suggest = null;
    this.partVisits = {};
    this.samePeople = [];
  }

  override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (!file) return nothing;
    const problems = distinct([...(file.error ? [file.error] : []), ...this.problems]);
    const shown = problems.slice(0, problemsShown);
    const more = problems.length - shown.length;
    return html`<section aria-labelledby="name">
      <header>
        <div>
          <h3 id="name">${file.name}</h3>
          <p>${this._summary(file)}</p>
        </div>
        <button
          type="button"
          class="plain"
          aria-label=${text.removeFile(file.name)}
          @click=${() => emit(this, 'fc-remove-file', { name: file.name })}
        >
          ${text.remove}
        </button>
      </header>
      ${this._notes(file.notes.filter(isAnswered))}
      <fc-stack-offer
        .offer=${file.stackOffer ?? null}
        .file=${file.name}
        .partVisits=${this.partVisits}
        ?answered=${file.stackOffer !== undefined && areSamePeople(file.stackOffer, { samePeople: [...this.samePeople] })}
        .waits=${this.planFile?.role === 'records' && lacksVisit(this.planFile)}
      ></fc-stack-offer>
      <fc-notice
        kind="error"
        .heading=${strings.results.problems(problems.length)}
        .problems=${[...shown.map(problemText), ...(more > 0 ? [plainProblem(strings.check.moreProblems(more))] : [])]}
        .rules=${repeatRules(this.instruments)}
      ></fc-notice>
      <fc-notice .heading=${strings.results.warnings} .problems=${this.doubts.map(problemText)}></fc-notice>
      ${this._cellList(file, problems, more > 0)} ${this._notes(file.notes.filter((note) => !isAnswered(note)))}
      ${this._scattered(problems) ? this._scatteredDays(file) : nothing} ${this._corrections(file)}
      ${file.preview.length > 1 ? previewTemplate(file) : nothing}
    </section>`;
  }

  private _notes(notes: FileSummary['notes']): TemplateResult | typeof nothing {
    if (notes.length === 0) return nothing;
    return html`<ul class="notes" aria-label=${text.notes}>
      ${notes.map((note) => html`<li>${translated(note.message)} ${this._offer(note)}</li>`)}
    </ul>`;
  }

  /** What a note can be answered with. */
  private _offer({ code, about }: FileSummary['notes'][number]): TemplateResult | typeof nothing {
    if (code === 'ids_nearly_match') return joinIds(this);
    if (code === 'ids_match_by_number' && this.file) return joinByNumber(this, this.file.name);
    if (code === 'choose_direction') return this._directions(about);
    if (code !== 'choose_start_date' || about === undefined) return nothing;
    const take = (): void => this._edit({ date: about, dayZero: 'first_record' });
    return html`<button type="button" class="plain" @click=${take}>${mapping.takeFirstRecord}</button>`;
  }

  /** Both ways a scale can stand, where nothing is analysed before one is said. */
  private _directions(id: string | undefined): TemplateResult | typeof nothing {
    const instrument = this.instruments.find((each) => each.id === id);
    const definition = instrument && instrumentNamed(instrument.instrument, this.definitions);
    if (!definition) return nothing;
    const directions: Direction[] = ['lower_is_better', 'higher_is_better'];
    return html`${directions.map(
      (direction) =>
        html`<button
          type="button"
          class="plain"
          @click=${() => emit(this, 'fc-edit', { kind: 'instrument', id: instrument.id, patch: { direction } })}
        >
          ${directionWords(definition, direction)}
        </button> `,
    )}`;
  }

  /** Whether the file waits for visits that are made of its days. */
  private _scattered(problems: readonly InputError[]): boolean {
    const isOpen = !this.planFile?.windows && !this.planFile?.scatteredDays;
    return isOpen && (this._waits('windows_unclear') || problems.some(({ code }) => code === 'days_scattered'));
  }

  private _scatteredDays({ name }: FileSummary): TemplateResult {
    return html`<fc-scattered-days .file=${name} .days=${this.days} .suggest=${this.suggest}></fc-scattered-days>`;
  }

  /** All cells in a file to save, where not all of them are in view. */
  private _cellList(
    { name }: FileSummary,
    problems: readonly InputError[],
    isCut: boolean,
  ): TemplateResult | typeof nothing {
    if (!isCut && problems.every(({ detail }) => (detail.places?.length ?? 0) <= placesShown)) return nothing;
    const cells = listedCells(problems).length;
    if (cells === 0) return nothing;
    const save = (): void =>
      emit(this, 'fc-save-file', {
        name: strings.errors.cellsFile(name.replace(/\.\w+$/, '')),
        type: 'text/csv',
        content: cellListCsv(problems),
      });
    return html`<button type="button" @click=${save}>${strings.errors.saveCells(cells)}</button>`;
  }

  /** One line: role, rows, the columns in use, instruments, reading. */
  private _summary(file: FileSummary): string {
    const plan = this.planFile;
    const used: readonly ColumnKey[] = plan ? [...roleColumns[plan.role], 'date', 'startDate', ...eventColumns] : [];
    const columns = used.map((key) => plan?.[key]).filter((name) => name !== undefined);
    const instruments = this.instruments.map(({ instrument }) => instrument);
    const { encoding, delimiter, decimal, dates, sheet, stack } = file.options;
    const isWhole = !sheet && !stack;
    const reading = [
      ...(sheet ? [mapping.sheetIs(sheet)] : []),
      ...(stack ? [mapping.stackedFrom(stack.parts.length)] : []),
      ...(encoding && isWhole ? [text.encodings[encoding]] : []),
      ...(delimiter && isWhole ? [text.separatedBy(text.delimiters[delimiter])] : []),
      ...(decimal === ',' ? [text.decimalComma] : []),
      ...(dates && (plan?.date ?? plan?.startDate) ? [mapping.datesAre(mapping.dateOrders[dates])] : []),
    ];
    if (file.error && file.rowCount === 0) return text.notRead;
    return [
      strings.choices.fileRole[plan?.role ?? 'ignored'],
      text.rows(file.rowCount),
      ...(columns.length > 0 ? [text.by(columns.join(strings.listSeparator))] : []),
      ...(instruments.length > 0 ? [instruments.join(strings.listSeparator)] : []),
      reading.join(strings.listSeparator),
    ].join(' \u00b7 ');
  }

  /** A part that had to be open stays so when its reason goes, or it would close under the hand that mends it. */
  private _opened(part: string, isNeeded: boolean): boolean {
    if (isNeeded) this._open.add(part);
    return this._open.has(part);
  }

  /** Something is not analysed before the user has settled this. */
  private _waits(code: string): boolean {
    return this.file?.notes.some((note) => note.code === code) ?? false;
  }

  private _edit(patch: Patch<PlanFile>): void {
    if (this.file) emit(this, 'fc-edit', { kind: 'file', name: this.file.name, patch });
  }

  private _play(role: FileRole, plan: PlanFile, { columns, preview }: FileSummary): void {
    const names = columns.map(({ name }) => name);
    this._edit(rolePatch(role, plan, names, preview));
  }

  private _corrections(file: FileSummary): TemplateResult {
    const plan = this.planFile;
    const roles = Object.entries(strings.choices.fileRole).map(([value, label]) => ({ value, label }));
    return html`<details
      ?open=${this._opened('columns', (needsChoice(plan) || this._waits('choose_visit_order')) && file.error === null)}
    >
      <summary>${text.corrections}</summary>
      ${
        plan && file.columns.length > 0
          ? html`<div class="fields">
                ${selectField({ label: text.role }, roles, plan.role, (role) => this._play(role as FileRole, plan, file))}
                ${roleColumns[plan.role].map((key) => [
                  this._column(file, plan, key),
                  key === 'visit' ? this._timeUnit(plan) : nothing,
                ])}
                ${plan.role === 'records' ? repeatedField(plan, this.instruments, (patch) => this._edit(patch)) : nothing}
              </div>
              ${this._dates(file, plan)}
              ${plan.arm !== undefined ? guessFields(file, plan, (patch) => this._edit(patch)) : nothing}
              ${plan.role === 'events' ? this._eventColumns(file, plan) : nothing}
              ${plan.role === 'records' ? this._instruments(file, plan) : nothing}`
          : nothing
      }
      ${plan ? html`<fc-reading .file=${file} .reading=${plan.reading ?? {}}></fc-reading>` : nothing}
      <p>
        <small>${hasSeveralFiles(file) ? text.shaOfParts : text.sha} <code>${file.sha256}</code></small>
      </p>
    </details>`;
  }

  private _column(file: FileSummary, plan: PlanFile, key: ColumnKey): TemplateResult {
    const options = [{ value: '', label: text.none }, ...plainOptions(file.columns.map(({ name }) => name))];
    return selectField({ label: labels()[key] }, options, plan[key] ?? '', (column) =>
      this._edit(columnPatch(key, column, file.preview)),
    );
  }

  /** What the numbers of the visits count; dates count days. */
  private _timeUnit({ role, visit, date, wide, timeUnit }: PlanFile): TemplateResult | typeof nothing {
    if (role !== 'records' || date !== undefined || (visit === undefined && !wide)) return nothing;
    const options = Object.entries(strings.time).map(([value, { counted }]) => ({ value, label: counted }));
    return selectField({ label: mapping.visitsCount }, options, timeUnit ?? 'day', (unit) =>
      this._edit({ timeUnit: unit === 'day' ? undefined : (unit as TimeUnit) }),
    );
  }

  /** The date of a record, and beside the arm the date it counts from. */
  private _dates(file: FileSummary, plan: PlanFile): TemplateResult | typeof nothing {
    const keys: ColumnKey[] = [
      ...(plan.role === 'records' ? (['date'] as const) : []),
      ...(plan.role === 'participants' || plan.arm !== undefined ? (['startDate'] as const) : []),
    ];
    if (keys.length === 0) return nothing;
    const days = [
      { value: '0', label: mapping.dayZero },
      { value: '1', label: mapping.dayOne },
    ];
    return html`<details
      ?open=${this._opened(
        'dates',
        keys.some((key) => plan[key] !== undefined),
      )}
    >
      <summary>${mapping.dates}</summary>
      <p><small>${mapping.datesHint}</small></p>
      <div class="fields">
        ${keys.map((key) => this._column(file, plan, key))} ${this._dayZero(plan)}
        ${
          plan.startDate === undefined && plan.dayZero === undefined
            ? nothing
            : selectField({ label: mapping.dayOfStart }, days, String(plan.dayOfStart ?? 0), (day) =>
                this._edit({ dayOfStart: day === '1' ? 1 : undefined }),
              )
        }
      </div>
    </details>`;
  }

  /** From when days are counted: a start date, or the first record where somebody says so. */
  private _dayZero({ role, date, dayZero }: PlanFile): TemplateResult | typeof nothing {
    if (role !== 'records' || date === undefined) return nothing;
    const options = [
      { value: '', label: mapping.fromStartDate },
      { value: 'first_record', label: mapping.fromFirstRecord },
    ];
    return selectField({ label: mapping.dayZeroFrom }, options, dayZero ?? '', (chosen) =>
      this._edit({ dayZero: chosen === 'first_record' ? chosen : undefined }),
    );
  }

  private _eventColumns(file: FileSummary, plan: PlanFile): TemplateResult {
    return html`<details
      ?open=${this._opened(
        'events',
        eventColumns.some((key) => plan[key] !== undefined),
      )}
    >
      <summary>${mapping.moreEvents}</summary>
      <div class="fields">${eventColumns.map((key) => this._column(file, plan, key))}</div>
    </details>`;
  }

  /** What a records file holds: its visits, its rows, its questionnaires. */
  private _instruments(file: FileSummary, plan: PlanFile): TemplateResult {
    const columns = offeredColumns(plan, file.columns);
    const add = (name: string): void => {
      const definition = instrumentNamed(name, this.definitions);
      if (!definition) return;
      const items = numberedItems(definition, columns, this.instruments);
      emit(this, 'fc-edit', { kind: 'add_instrument', file: file.name, instrument: definition.name, items });
    };
    return html`<fc-visit-order
        .visits=${visitLabels(plan, file.columns)}
        .isSet=${!this._waits('choose_visit_order')}
        .file=${file.name}
      ></fc-visit-order>
      <fc-windows
        .windows=${plan.windows ?? []}
        .file=${file.name}
        .days=${this.days}
        .suggest=${this.suggest}
        .unit=${plan.timeUnit ?? 'day'}
      ></fc-windows>
      <fc-parameters
        .parameters=${plan.parameters ?? null}
        .columns=${file.columns}
        .instruments=${this.instruments}
        .file=${file.name}
      ></fc-parameters>
      <fc-wide-columns
        .wide=${plan.wide ?? []}
        .columns=${file.columns.map(({ name }) => name)}
        .file=${file.name}
      ></fc-wide-columns>
      <h4>${strings.instruments.title}</h4>
      ${this.instruments.length === 0 ? html`<p class="soft">${strings.instruments.none}</p>` : nothing}
      ${repeat(
        this.instruments,
        ({ id }) => id,
        (instrument) =>
          html`<fc-instrument
            .instrument=${instrument}
            .columns=${columns}
            .definitions=${this.definitions}
          ></fc-instrument>`,
      )}
      ${groupedSelectField(
        { label: strings.instruments.add },
        instrumentGroups(this.definitions),
        '',
        add,
        strings.instruments.addChoose,
      )}`;
  }
}

/** Notes with an answer beside them stand above what may be long lists. */
const isAnswered = ({ code }: FileSummary['notes'][number]): boolean =>
  ['ids_nearly_match', 'ids_match_by_number', 'choose_direction', 'choose_start_date'].includes(code);

const joinIds = (from: HTMLElement): TemplateResult =>
  html`<button type="button" class="plain" @click=${() => emit(from, 'fc-edit', { kind: 'ids', ids: 'plain' })}>
    ${strings.arms.joinIds}
  </button>`;

const joinByNumber = (from: HTMLElement, file: string): TemplateResult =>
  html`<button type="button" class="plain" @click=${() => emit(from, 'fc-edit', { kind: 'ids', ids: 'numbers' })}>
      ${strings.arms.joinNumbers}
    </button>
    <button type="button" class="plain" @click=${() => emit(from, 'fc-edit', { kind: 'unmatched_ids', file })}>
      ${strings.arms.leaveIds}
    </button>`;

/** Something without which the file cannot be used has not been found. */
function needsChoice(plan: PlanFile | null): boolean {
  if (!plan) return false;
  const { role, id, event } = plan;
  if (role === 'ignored' || id === undefined) return true;
  if (role === 'events') return event === undefined;
  return role === 'records' && lacksVisit(plan);
}

const lacksVisit = ({ visit, date, wide }: PlanFile): boolean => visit === undefined && date === undefined && !wide;

/** Put together from files; the sheets of one workbook have its digest. */
function hasSeveralFiles({ name, options }: FileSummary): boolean {
  return filesOfTable(name, options).length > 1;
}

/** The same error can come from reading and from the analysis. */
function distinct(errors: readonly InputError[]): InputError[] {
  return errors.filter((error, i) => errors.findIndex(({ message }) => message === error.message) === i);
}

customElements.define('fc-file', FcFile);

declare global {
  interface HTMLElementTagNameMap {
    'fc-file': FcFile;
  }
}
