// SPDX-License-Identifier: MIT
import { css, html, LitElement, type TemplateResult } from 'lit';
import type { Plan, PlanFile } from '../contract/plan.js';
import { strings } from '../text/strings.js';
import { emit } from './events.js';
import { base, controls } from './styles.js';

const text = strings.data;

/**
 * Files that the plan uses and that are not loaded: what waits for each.
 *
 * @fires fc-edit - a file is to be left out of the plan
 */
export class FcWaiting extends LitElement {
  static override properties = { plan: { attribute: false }, files: { attribute: false } };
  static override styles = [
    base,
    controls,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: baseline;
        border-block-start: 1px solid var(--_line);
        padding-block: 0.75rem;
      }
      div {
        flex: 1 1 16rem;
        min-inline-size: 0;
      }
      h3 {
        margin: 0;
        font-family: var(--_sans);
        font-size: 1rem;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0.15rem 0 0;
        font-size: 0.875rem;
        color: var(--_soft);
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare plan: Plan | null;
  /** Entries of the plan whose files are not there. */
  declare files: readonly PlanFile[];

  constructor() {
    super();
    this.plan = null;
    this.files = [];
  }

  override render(): TemplateResult {
    return html`${this.files.map((file) => this._file(file))}`;
  }

  private _file({ name, role }: PlanFile): TemplateResult {
    const instruments = this.plan?.instruments.filter(({ file }) => file === name) ?? [];
    const holds = [strings.choices.fileRole[role], ...instruments.map(({ instrument }) => instrument)];
    const outcomes = (this.plan?.outcomes ?? [])
      .filter(({ score }) => instruments.some(({ id }) => score.startsWith(`${id}.`)))
      .map(({ label }) => label);
    return html`<section role="group" aria-label=${text.waitsFor(name)}>
      <div>
        <h3>${text.waitsFor(name)}</h3>
        <p>${holds.join(strings.listSeparator)}. ${text.waitsHolding}</p>
        ${outcomes.length > 0 ? html`<p>${text.waitsOutcomes(outcomes.join(strings.listSeparator))}</p>` : ''}
      </div>
      <button
        type="button"
        class="plain"
        aria-label=${text.leaveOutNamed(name)}
        @click=${() => emit(this, 'fc-edit', { kind: 'remove_file', name })}
      >
        ${text.leaveOut}
      </button>
    </section>`;
  }
}

customElements.define('fc-waiting', FcWaiting);

declare global {
  interface HTMLElementTagNameMap {
    'fc-waiting': FcWaiting;
  }
}
