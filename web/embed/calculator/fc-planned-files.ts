// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Plan } from '../../contract/plan.js';
import { selectField } from '../../elements/controls.js';
import { emit } from '../../elements/events.js';
import '../../elements/fc-notice.js';
import { base, controls } from '../../elements/styles.js';
import type { FileSummary } from '../../engine/messages.js';
import { waitingFiles } from '../../site/plan_merge.js';
import { problemFile, problemText } from '../../text/problem.js';
import type { InputError } from '../../contract/report.js';
import { strings } from '../../text/strings.js';
import { translated } from '../../text/translated.js';

const words = strings.calculator;

/** Gives a file the name of one in the plan. */
export interface UseAs {
  (file: string, planned: string): void;
}

/**
 * The files of a plan that is fixed: which are there, which are awaited, and which the plan does not know.
 *
 * @fires fc-remove-file - a file is to go
 */
export class FcPlannedFiles extends LitElement {
  static override properties = {
    plan: { attribute: false },
    files: { attribute: false },
    problems: { attribute: false },
    useAs: { attribute: false },
  };
  static override styles = [
    base,
    controls,
    css`
      ul {
        list-style: none;
        margin: 0.75rem 0;
        padding: 0;
        border-block-end: 1px solid var(--_line);
      }
      li {
        border-block-start: 1px solid var(--_line);
        padding-block: 0.5rem;
      }
      .line {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 0.75rem;
        align-items: baseline;
      }
      strong {
        overflow-wrap: anywhere;
      }
      .state {
        font-size: 0.875rem;
        color: var(--_soft);
      }
      .notes {
        border: 0;
        margin: 0.25rem 0;
        font-size: 0.875rem;
        color: var(--_soft);
      }
      .notes li {
        border: 0;
        padding: 0;
      }
      label {
        max-inline-size: 20rem;
      }
    `,
  ];

  declare plan: Plan | null;
  declare files: readonly FileSummary[];
  /** Errors found while analysing. */
  declare problems: readonly InputError[];
  declare useAs: UseAs | null;

  constructor() {
    super();
    this.plan = null;
    this.files = [];
    this.problems = [];
    this.useAs = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { plan, files } = this;
    if (!plan) return nothing;
    const known = plan.files.map(({ name }) => name);
    const held = files.filter(({ name }) => known.includes(name));
    const awaited = waitingFiles(plan, files).map(({ name }) => name);
    const others = files.filter(({ name }) => !known.includes(name));
    return html`<ul aria-label=${words.files}>
      ${repeat(
        held,
        ({ name }) => name,
        (file) => this._held(file),
      )}
      ${awaited.map((name) => html`<li>${told(name, words.awaited)}</li>`)}
      ${repeat(
        others,
        ({ name }) => name,
        (file) => this._other(file, awaited),
      )}
    </ul>`;
  }

  private _held(file: FileSummary): TemplateResult {
    const own = this.problems.filter((problem) => problemFile(problem) === file.name);
    const problems = [...(file.error ? [file.error] : []), ...own];
    const distinct = problems.filter(
      (error, i) => problems.findIndex(({ message }) => message === error.message) === i,
    );
    const state = file.error ? words.notRead : words.loaded(file.rowCount);
    return html`<li>
      <div class="line">${told(file.name, state)} ${this._remove(file.name)}</div>
      <fc-notice
        kind="error"
        .heading=${strings.results.problems(distinct.length)}
        .problems=${distinct.map(problemText)}
      ></fc-notice>
      ${
        file.notes.length > 0
          ? html`<ul class="notes" aria-label=${strings.data.notes}>
              ${file.notes.map(({ message }) => html`<li>${translated(message)}</li>`)}
            </ul>`
          : nothing
      }
    </li>`;
  }

  /** Its name is no reason to send anybody away. */
  private _other({ name, error }: FileSummary, awaited: readonly string[]): TemplateResult {
    const choices = [{ value: '', label: words.notUsed }, ...awaited.map((value) => ({ value, label: value }))];
    return html`<li>
      <div class="line">${told(name, error ? words.notRead : words.unplanned(name))} ${this._remove(name)}</div>
      ${
        awaited.length > 0
          ? selectField({ label: words.useAsNamed(name) }, choices, '', (planned) => {
              if (planned !== '') this.useAs?.(name, planned);
            })
          : nothing
      }
    </li>`;
  }

  private _remove(name: string): TemplateResult {
    return html`<button
      type="button"
      class="plain"
      aria-label=${strings.data.removeFile(name)}
      @click=${() => emit(this, 'fc-remove-file', { name })}
    >
      ${strings.data.remove}
    </button>`;
  }
}

const told = (name: string, state: string): TemplateResult =>
  html`<span><strong>${name}</strong> <span class="state">${state}</span></span>`;

customElements.define('fc-planned-files', FcPlannedFiles);

declare global {
  interface HTMLElementTagNameMap {
    'fc-planned-files': FcPlannedFiles;
  }
}
