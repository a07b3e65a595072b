// SPDX-License-Identifier: MIT
/** What the calculator tells the page around it, by events: from what the session's state has become. */
import type { InputError } from '../../contract/report.js';
import type { Session, SessionState } from '../../site/session.js';
import { aggregateOf, errorWithoutCells, planWithoutCells } from './aggregate.js';
import type { ResultDetail } from '../fatigue-calculator.js';

type Host = EventTarget & { readonly withParticipants: boolean };

export class Teller {
  private readonly _host: Host;
  private readonly _session: Session;
  /** Whether what the session has is of the plan asked for. */
  private readonly _isOfPlan: () => boolean;
  private readonly _heard = (): void => this._tell();
  private _before: SessionState;
  /** The files of the last `mapped`. */
  private _mapped = '[]';

  constructor(host: Host, session: Session, isOfPlan: () => boolean) {
    this._isOfPlan = isOfPlan;
    this._host = host;
    this._session = session;
    this._before = session.state;
  }

  start(): void {
    this._session.addEventListener('change', this._heard);
  }

  stop(): void {
    this._session.removeEventListener('change', this._heard);
  }

  tellReady(): void {
    this._dispatch('ready', null);
  }

  /** `isOfHost`: of the plan that the page around gave, which it may hear quoted. */
  tellError(error: InputError, isOfHost = false): void {
    this._dispatch('error', this._host.withParticipants || isOfHost ? error : errorWithoutCells(error));
  }

  private _tell(): void {
    const [before, now] = [this._before, this._session.state];
    this._before = now;
    this._tellFiles(before, now);
    for (const key of ['failure', 'planProblem'] as const) {
      const error = now[key];
      if (error && error !== before[key]) this.tellError(error);
    }
    if (now.report && now.report !== before.report) void this._tellResult();
  }

  private _tellFiles(before: SessionState, { files, plan }: SessionState): void {
    if (files === before.files || (!plan && files.length > 0)) return;
    const known = before.files.map(({ error }) => error?.message);
    for (const { error } of files) if (error && !known.includes(error.message)) this.tellError(error);
    const mapped = JSON.stringify(files.map(({ name, sha256 }) => [name, sha256]));
    if (mapped === this._mapped) return;
    this._mapped = mapped;
    const shown = plan && !this._host.withParticipants ? planWithoutCells(plan) : plan;
    this._dispatch('mapped', { plan: structuredClone(shown) });
  }

  private async _tellResult(): Promise<void> {
    const { report } = this._session.state;
    if (!report || !this._isOfPlan()) return;
    const detail: ResultDetail = { report: aggregateOf(report) };
    if (this._host.withParticipants) {
      const individual = await this._session.answers.individual().catch(() => undefined);
      if (this._session.state.report !== report || !this._isOfPlan()) return;
      if (individual) Object.assign(detail, { report, individual });
    }
    this._dispatch('result', detail);
  }

  /** An error stays at the element, as that of an image does: errors that reach the window are those of scripts. */
  private _dispatch(name: string, detail: unknown): void {
    const travels = name !== 'error';
    this._host.dispatchEvent(new CustomEvent(name, { detail, bubbles: travels, composed: travels }));
  }
}
