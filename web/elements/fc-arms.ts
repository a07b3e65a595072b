// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlanArms } from '../contract/plan.js';
import { areArmsUnnamed, armShown, armTaken, doubtfulArms } from '../read/arms.js';
import { looksLikeControl } from '../read/names.js';
import { strings } from '../text/strings.js';
import { selectField, textField } from './controls.js';
import { emit } from './events.js';
import { base, controls, editorRows, foldedEditor } from './styles.js';

const text = strings.arms;

/**
 * The trial's arms: what is doubtful about them, and their names, which of them are one, and which are left out.
 *
 * @fires fc-edit - the arms were changed
 */
export class FcArms extends LitElement {
  static override properties = {
    arms: { attribute: false },
    values: { attribute: false },
    asksReference: { type: Boolean },
    askedInResults: { type: Boolean },
    _clash: { state: true },
  };
  static override styles = [
    base,
    controls,
    editorRows,
    foldedEditor,
    css`
      .remark {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: baseline;
        margin: 0.35rem 0;
        font-size: 0.9375rem;
      }
      .ask {
        border-inline-start: 3px solid var(--_warn);
        padding-inline-start: 0.6rem;
      }
      .row {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
    `,
  ];

  /** As the plan has them; null where it says nothing. */
  declare arms: PlanArms | null;
  /** Values of the files' arm columns. */
  declare values: readonly string[];
  /** The reference is a guess that nobody has looked at. */
  declare asksReference: boolean;
  /** The results ask the same, with the answers beside them: it is not asked twice. */
  declare askedInResults: boolean;
  /** A name that was refused, with the value it was for and the arm that has it. */
  declare _clash: { value: string; name: string; other: string } | null;
  /** What had to be open stays so when its reason goes, or it would close under the hand that mends it. */
  private _wasOpen = false;

  constructor() {
    super();
    this.arms = null;
    this.values = [];
    this.asksReference = false;
    this.askedInResults = false;
    this._clash = null;
  }

  override render(): TemplateResult | typeof nothing {
    const values = this._all();
    if (values.length < 2) return nothing;
    const arms = this._arms();
    this._wasOpen ||= areArmsUnnamed(arms) && this.asksReference;
    return html`${this._reference(arms)}
      ${doubtfulArms(arms.order).map(([one, other]) =>
        remark(text.doubtful(one, other), true, [
          [text.merge(one, other), () => this._as(one, { same: other })],
          [text.merge(other, one), () => this._as(other, { same: one })],
        ]),
      )}
      ${values.flatMap((value) => this._remark(value, arms))}
      <details ?open=${this._wasOpen}>
        <summary>${text.title}</summary>
        <p><small>${text.hint}</small></p>
        ${repeat(
          values,
          (value) => value,
          (value) => this._row(value, arms),
        )}
      </details>`;
  }

  private _arms(): PlanArms {
    return this.arms ?? { order: [...this.values] };
  }

  /** Those of the plan first, in its order: a file that is not there yet has its arms too. */
  private _all(): string[] {
    const { order, same = {} } = this._arms();
    return [...new Set([...order, ...this.values, ...Object.keys(same)])];
  }

  private _reference(arms: PlanArms): TemplateResult | typeof nothing {
    const [first] = arms.order;
    if (first === undefined || arms.order.length < 2 || arms.referenceChosen === true) return nothing;
    const shown = armShown(first, arms);
    const keep: Act = [text.keepReference(shown), () => this._chooseReference(first)];
    const control = arms.order.find((arm) => looksLikeControl(armShown(arm, arms)));
    if (looksLikeControl(shown)) return nothing;
    if (control !== undefined) {
      const name = armShown(control, arms);
      const make: Act = [text.makeReference(name), () => this._chooseReference(control)];
      return remark(text.otherControl(shown, name), true, [make, keep]);
    }
    if (!this.asksReference) return nothing;
    const isUnnamed = areArmsUnnamed(arms);
    const values = arms.order.join(strings.listSeparator);
    if (this.askedInResults) return isUnnamed ? remark(text.nameless(values), true, []) : nothing;
    return remark(isUnnamed ? text.unnamed(values, first) : text.noControl(shown), true, [keep]);
  }

  private _remark(value: string, arms: PlanArms): TemplateResult[] {
    const taken = armTaken(value, arms);
    const own = (label: string): Act => [label, () => this._as(value, 'arm')];
    if (taken !== value) return [remark(text.same(value, taken), false, [own(text.apart(value))])];
    if (arms.order.includes(value)) return [];
    return [remark(text.leftOut(value), false, [own(text.takeIn(value))])];
  }

  private _row(value: string, arms: PlanArms): TemplateResult {
    const taken = armTaken(value, arms);
    const isArm = arms.order.includes(value);
    const role = taken !== value ? `same:${taken}` : isArm ? 'arm' : 'out';
    const options = [
      { value: 'arm', label: text.own },
      { value: 'out', label: text.out },
      ...arms.order
        .filter((arm) => arm !== value)
        .map((arm) => ({ value: `same:${arm}`, label: text.sameAs(armShown(arm, arms)) })),
    ];
    const clash = this._clash?.value === value ? this._clash : null;
    return html`<div class="row" role="group" aria-label=${value}>
      ${
        isArm
          ? textField(
              { label: text.name(value) },
              clash?.name ?? armShown(value, arms),
              (name) => this._rename(value, name),
              clash ? text.nameTaken(clash.name, clash.other) : '',
            )
          : html`<span></span>`
      }
      ${selectField({ label: text.role(value) }, options, role, (chosen) =>
        this._as(
          value,
          chosen === 'arm' ? 'arm' : chosen === 'out' ? 'left_out' : { same: chosen.slice('same:'.length) },
        ),
      )}
    </div>`;
  }

  /** Two arms of one name would be one in every table. */
  private _rename(value: string, name: string): void {
    const arms = this._arms();
    const other = this._all().find((each) => armTaken(each, arms) !== value && armShown(each, arms) === name);
    this._clash = other === undefined ? null : { value, name, other };
    if (other !== undefined) return;
    const label = name === value ? '' : name;
    emit(this, 'fc-edit', { kind: 'arm_label', value, label, arms: [...arms.order] });
  }

  private _as(value: string, as: 'arm' | 'left_out' | { same: string }): void {
    this._clash = null;
    emit(this, 'fc-edit', { kind: 'arm', value, as, arms: [...this._arms().order] });
  }

  private _chooseReference(arm: string): void {
    emit(this, 'fc-edit', { kind: 'reference_arm', arm, arms: [...this._arms().order] });
  }
}

type Act = [label: string, act: () => void];

const remark = (told: string, asks: boolean, acts: readonly Act[]): TemplateResult =>
  html`<p class=${asks ? 'remark ask' : 'remark'}>
    <span>${told}</span>
    ${acts.map(([label, act]) => html`<button type="button" class="plain" @click=${act}>${label}</button>`)}
  </p>`;

customElements.define('fc-arms', FcArms);

declare global {
  interface HTMLElementTagNameMap {
    'fc-arms': FcArms;
  }
}
