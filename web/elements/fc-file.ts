// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Direction, InstrumentDefinition } from '../contract/instrument.js';
import type { PlanFile, PlanInstrument } from '../contract/plan.js';
import type { InputError } from '../contract/report.js';
import type { FileSummary } from '../engine/messages.js';
import { cellListCsv, listedCells } from '../export/cell_list.js';
import { instrumentNamed } from '../read/instruments.js';
import { areSamePeople } from '../read/same-people.js';
import { directionWords } from '../text/instrument.js';
import { placesShown, plainProblem, problemText } from '../text/problem.js';
import { strings } from '../text/strings.js';
import { translated } from '../text/translated.js';
import { emit, type Patch } from './events.js';
import './fc-columns.js';
import './fc-notice.js';
import './fc-scattered-days.js';
import './fc-stack-offer.js';
import type { SuggestWindows } from './fc-windows.js';
import { lacksVisit, type ColumnKey } from './file_edits.js';
import { previewStyles, previewTemplate } from './file_preview.js';
import { eventColumns, roleColumns } from './hand_route.js';
import { gathered } from './properties.js';
import { repeatRules } from './repeats.js';
import { base, controls } from './styles.js';

const { data: text, mapping } = strings;

/** More problems of a file are counted; the data check lists them. */
const problemsShown = 12;

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
    return html`<section role="group" aria-labelledby="name">
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
      ${this._scattered(problems) ? this._scatteredDays(file) : nothing} ${this._columns(file)}
      ${file.preview.length > 1 ? previewTemplate(file) : nothing}
    </section>`;
  }

  private _columns(file: FileSummary): TemplateResult {
    return html`<fc-columns
      .file=${file}
      .planFile=${this.planFile}
      .instruments=${this.instruments}
      .definitions=${this.definitions}
      .days=${this.days}
      .suggest=${this.suggest}
    ></fc-columns>`;
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
        name: strings.mending.cellsFile(name.replace(/\.\w+$/, '')),
        type: 'text/csv',
        content: cellListCsv(problems),
      });
    return html`<button type="button" @click=${save}>${strings.mending.saveCells(cells)}</button>`;
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

  /** Something is not analysed before the user has settled this. */
  private _waits(code: string): boolean {
    return this.file?.notes.some((note) => note.code === code) ?? false;
  }

  private _edit(patch: Patch<PlanFile>): void {
    if (this.file) emit(this, 'fc-edit', { kind: 'file', name: this.file.name, patch });
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
