// SPDX-License-Identifier: MIT
/**
 * Influence asked for a few participants at a time, so that the worker can answer something else in between. First the
 * trial is analysed with all of them; then pieces follow that take the worker about 50 ms each.
 */
import type { Influence, InfluenceOutcome, InfluenceProgress } from '../contract/individual.js';

/** Asks for `count` participants from the `from`th on; also tells how long the worker took. */
export type AskInfluence = (from: number, count: number) => Promise<{ result: Influence; elapsedMs: number }>;

const pieceMs = 50;
/** The first pieces may be slow for other reasons, and clocks are coarse: pieces grow by at most this factor. */
const mostGrowth = 4;

export class InfluenceRun {
  /** Settles: with everything, with what a piece was refused for, or with the reason of `stop`. */
  readonly result: Promise<Influence>;
  private _reject: (reason: Error) => void = () => undefined;
  private _isStopped = false;

  constructor(ask: AskInfluence, onProgress?: (progress: InfluenceProgress) => void) {
    this.result = new Promise((resolve, reject) => {
      this._reject = reject;
      this._run(ask, onProgress).then(
        (influence) => influence && resolve(influence),
        (error: Error) => reject(error),
      );
    });
  }

  /** Asks for no more; the piece that is being computed is not waited for. Without effect once all is there. */
  stop(reason: Error): void {
    this._isStopped = true;
    this._reject(reason);
  }

  private async _run(ask: AskInfluence, onProgress?: (progress: InfluenceProgress) => void): Promise<Influence | null> {
    const { result: influence } = await ask(0, 0);
    const total = influence.participants;
    let [done, spentMs, count] = [0, 0, 1];
    while (!this._isStopped) {
      const msLeft = done === 0 ? null : ((total - done) * spentMs) / done;
      onProgress?.({ done, total, msLeft });
      if (done >= total) return influence;
      const { result, elapsedMs } = await ask(done, Math.min(count, total - done));
      append(influence.outcomes, result.outcomes);
      done = Math.min(done + count, total);
      spentMs += elapsedMs;
      count = Math.max(1, Math.min(Math.round((count * pieceMs) / elapsedMs), count * mostGrowth));
    }
    return null;
  }
}

/** The rows of later participants after those there are; outcomes and effects come in the same order every time. */
function append(outcomes: InfluenceOutcome[], more: readonly InfluenceOutcome[]): void {
  outcomes.forEach(({ effects }, o) => {
    effects.forEach(({ rows }, e) => rows.push(...(more[o]?.effects[e]?.rows ?? [])));
  });
}
