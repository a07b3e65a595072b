// SPDX-License-Identifier: MIT
/** Steps one after the other, which can be made void, or cut off and taken up again. */

export type Step = () => Promise<void>;

export class Steps {
  /** Counts the times all that was asked before became void. */
  era = 0;
  private readonly _failed: (error: unknown) => void;
  private _last: Promise<void> = Promise.resolve();
  /** Asked for, and not at their end. */
  private _open: Step[] = [];
  private _current: Step | null = null;
  private _cutOff: Step[] | null = null;

  /** `failed` hears of the errors of steps that are not void. */
  constructor(failed: (error: unknown) => void) {
    this._failed = failed;
  }

  /** Once all that was asked for is done or has failed. */
  get settled(): Promise<void> {
    return this._last;
  }

  add(step: Step): Promise<void> {
    const { era } = this;
    this._open.push(step);
    const run = async (): Promise<void> => {
      if (era !== this.era) return;
      this._current = step;
      try {
        await step();
      } catch (error) {
        if (era === this.era) this._failed(error);
      } finally {
        if (era === this.era) this._close(step);
      }
    };
    this._last = this._last.then(run);
    return this._last;
  }

  /** The step under way has done what it was to do, and is not to be taken up again, whatever it still tells. */
  currentIsDone(): void {
    if (this._current) this._close(this._current);
  }

  /** What is open is kept to be taken up again. `isBusy`: something is under way although its step may be done. */
  cutOff(isBusy: boolean): void {
    if (isBusy || this._open.length > 0) this._cutOff = [...(this._cutOff ?? []), ...this._open];
    this._void();
    this._last = Promise.resolve();
  }

  /** Those that were cut off, once; null where nothing was under way. */
  takeUp(): Step[] | null {
    const steps = this._cutOff;
    this._cutOff = null;
    return steps;
  }

  /** All that was asked before is void, and `first` comes before what is asked from now on. */
  startAnew(first: Step): Promise<void> {
    this._cutOff = null;
    this._void();
    this._last = first();
    return this._last;
  }

  private _void(): void {
    this.era += 1;
    this._open = [];
    this._current = null;
  }

  private _close(step: Step): void {
    this._open = this._open.filter((each) => each !== step);
    if (this._current === step) this._current = null;
  }
}
