// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { FileRole, PlanFile, PlanInstrument, TimeUnit } from '../contract/plan.js';
import type { FileSummary } from '../engine/messages.js';
import { instrumentNamed } from '../read/instruments.js';
import { filesOfTable } from '../read/sheet-names.js';
import { strings } from '../text/strings.js';
import { groupedSelectField, plainOptions, selectField } from './controls.js';
import { emit, type Patch } from './events.js';
import './fc-instrument.js';
import './fc-parameters.js';
import './fc-reading.js';
import './fc-visit-order.js';
import './fc-wide-columns.js';
import type { SuggestWindows } from './fc-windows.js';
import './fc-windows.js';
import { columnPatch, lacksVisit, offeredColumns, visitLabels, type ColumnKey } from './file_edits.js';
import { guessFields } from './guess_fields.js';
import { eventColumns, numberedItems, roleColumns, rolePatch } from './hand_route.js';
import { instrumentGroups } from './instrument_edits.js';
import { gathered } from './properties.js';
import { repeatedField } from './repeats.js';
import { base, controls } from './styles.js';

const { data: text, mapping } = strings;

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
 * What a file's columns mean and how it is read, to be corrected: folded unless something must be chosen.
 *
 * @fires fc-edit - a role, column, instrument or reading option was changed
 */
export class FcColumns extends LitElement {
  static override properties = {
    file: { attribute: false },
    planFile: { attribute: false },
    instruments: gathered,
    definitions: gathered,
    days: gathered,
    suggest: { attribute: false },
  };
  static override styles = [
    base,
    controls,
    css`
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
  /** The plan's own questionnaires. */
  declare definitions: readonly InstrumentDefinition[];
  /** Study days known to be in the file. */
  declare days: readonly number[];
  declare suggest: SuggestWindows | null;

  private readonly _open = new Set<string>();

  constructor() {
    super();
    this.file = null;
    this.planFile = null;
    this.instruments = [];
    this.definitions = [];
    this.days = [];
    this.suggest = null;
  }

  override render(): TemplateResult | typeof nothing {
    return this.file ? this._corrections(this.file) : nothing;
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

/** Something without which the file cannot be used has not been found. */
function needsChoice(plan: PlanFile | null): boolean {
  if (!plan) return false;
  const { role, id, event } = plan;
  if (role === 'ignored' || id === undefined) return true;
  if (role === 'events') return event === undefined;
  return role === 'records' && lacksVisit(plan);
}

/** Put together from files; the sheets of one workbook have its digest. */
function hasSeveralFiles({ name, options }: FileSummary): boolean {
  return filesOfTable(name, options).length > 1;
}

customElements.define('fc-columns', FcColumns);

declare global {
  interface HTMLElementTagNameMap {
    'fc-columns': FcColumns;
  }
}
