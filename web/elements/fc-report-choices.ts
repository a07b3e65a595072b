// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { DifferenceInterval } from '../contract/proportions.js';
import type { Display, Estimand, IntercurrentStrategy, NumberStyleName, Plan } from '../contract/plan.js';
import { strings } from '../text/strings.js';
import { selectField, textField, type Option } from './controls.js';
import { emit, type Patch } from './events.js';
import { base, controls } from './styles.js';

const text = strings.report;

/**
 * How results are told: pilot or not, number style, intervals, estimand. Nothing here changes an estimate.
 *
 * @fires fc-edit - something was changed
 */
export class FcReportChoices extends LitElement {
  static override properties = { plan: { attribute: false } };
  static override styles = [
    base,
    controls,
    css`
      summary {
        font-size: 0.9375rem;
        color: var(--_accent);
      }
    `,
  ];

  declare plan: Plan | null;

  constructor() {
    super();
    this.plan = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { plan } = this;
    if (!plan) return nothing;
    const display = plan.display ?? {};
    const yesNo = [
      { value: 'no', label: text.no },
      { value: 'yes', label: text.yes },
    ];
    return html`<details>
      <summary>${text.title}</summary>
      <div class="fields">
        ${selectField(
          { label: text.pilot },
          [
            { value: 'no', label: text.pilotNo },
            { value: 'yes', label: text.pilotYes },
          ],
          display.pilot ? 'yes' : 'no',
          (value) => this._display({ pilot: value === 'yes' || undefined }),
        )}
        ${selectField(
          { label: text.randomised },
          [
            { value: 'no', label: text.randomisedNo },
            { value: 'yes', label: text.randomisedYes },
          ],
          plan.randomised ? 'yes' : 'no',
          (value) => this._edit({ randomised: value === 'yes' || undefined }),
        )}
        ${selectField({ label: text.style }, named(text.styles), display.style ?? 'default', (style) =>
          this._display({ style: style === 'default' ? undefined : (style as NumberStyleName) }),
        )}
        ${textField(
          { label: text.locale, technical: text.localeHint },
          display.locale ?? '',
          (locale) => this._display({ locale: locale === '' ? undefined : locale }),
          isLocale(display.locale) ? '' : text.localeBad,
        )}
        ${selectField(
          { label: text.interval },
          named(text.intervals),
          plan.safety?.interval ?? 'miettinen_nurminen',
          (interval) => this._edit({ safety: { ...plan.safety, interval: interval as DifferenceInterval } }),
        )}
        ${selectField(
          { label: text.standardised },
          yesNo,
          (plan.baselineTable?.standardisedDifferences ?? false) ? 'yes' : 'no',
          (value) => this._edit({ baselineTable: { ...plan.baselineTable, standardisedDifferences: value === 'yes' } }),
        )}
      </div>
      ${this._estimand(plan.estimand ?? {})}
    </details>`;
  }

  private _estimand(estimand: Estimand): TemplateResult {
    const events = estimand.intercurrentEvents ?? [];
    const set = (change: Patch<Estimand>): void => this._edit({ estimand: cleaned({ ...estimand, ...change }) });
    const setEvent = (index: number, change: Partial<(typeof events)[number]>): void =>
      set({ intercurrentEvents: events.map((each, i) => (i === index ? { ...each, ...change } : each)) });
    const attributes = Object.entries(text.attributes) as [keyof typeof text.attributes, string][];
    return html`<fieldset>
      <legend>${text.estimand}</legend>
      <p class="soft"><small>${text.estimandNote}</small></p>
      <div class="fields">
        ${attributes.map(([key, label]) => textField({ label }, estimand[key] ?? '', (value) => set({ [key]: value })))}
      </div>
      ${events.map(
        ({ event, strategy }, index) =>
          html`<div class="fields">
            ${textField({ label: text.event(index + 1) }, event, (value) => setEvent(index, { event: value }))}
            ${selectField({ label: text.strategy }, named(text.strategies), strategy, (value) =>
              setEvent(index, { strategy: value as IntercurrentStrategy }),
            )}
            <button
              type="button"
              class="plain"
              aria-label=${text.removeEvent(event)}
              @click=${() => set({ intercurrentEvents: events.filter((_, i) => i !== index) })}
            >
              ${text.remove}
            </button>
          </div>`,
      )}
      <button
        type="button"
        class="plain"
        @click=${() => set({ intercurrentEvents: [...events, { event: '\u2026', strategy: 'treatment_policy' }] })}
      >
        ${text.addEvent}
      </button>
    </fieldset>`;
  }

  private _display(change: Patch<Display>): void {
    const display = Object.fromEntries(
      Object.entries({ ...this.plan?.display, ...change }).filter(([, value]) => value !== undefined),
    );
    this._edit({ display: Object.keys(display).length > 0 ? display : undefined });
  }

  private _edit(patch: Patch<Pick<Plan, 'randomised' | 'estimand' | 'baselineTable' | 'safety' | 'display'>>): void {
    emit(this, 'fc-edit', { kind: 'report', patch });
  }
}

const named = (words: Record<string, string>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Attributes that say nothing are left out; an estimand without any is none. */
function cleaned({ intercurrentEvents = [], ...attributes }: Estimand): Estimand | undefined {
  const said = Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== undefined && value !== ''),
  );
  const events = intercurrentEvents.filter(({ event }) => event !== '');
  const estimand = { ...said, ...(events.length > 0 ? { intercurrentEvents: events } : {}) };
  return Object.keys(estimand).length > 0 ? estimand : undefined;
}

function isLocale(locale: string | undefined): boolean {
  try {
    return locale === undefined || Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}

customElements.define('fc-report-choices', FcReportChoices);

declare global {
  interface HTMLElementTagNameMap {
    'fc-report-choices': FcReportChoices;
  }
}
