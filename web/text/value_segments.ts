// SPDX-License-Identifier: MIT
/** Segments of a report's numbers: each is read at its path and written by the report's style, so it cannot be another. */
import type { Report } from '../contract/report.js';
import { isAvailable, notAvailable, numbersOf, type NumberFormat } from './number.js';
import { plain, pointer, valueAt, type Path, type Segment } from './segments.js';

export class ValueSegments {
  readonly numbers: NumberFormat;
  private readonly _report: Report;

  constructor(report: Report) {
    this._report = report;
    this.numbers = numbersOf(report);
  }

  private _read(path: Path): number | null {
    const value = valueAt(this._report, pointer(path));
    return isAvailable(value as number | null) ? (value as number) : null;
  }

  /** A number that is not there is a dash. */
  written(path: Path, write: (value: number) => string): Segment {
    const value = this._read(path);
    return value === null ? plain(notAvailable) : { text: write(value), value: { path: pointer(path) } };
  }

  /** Words of the report: a visit's label, a version, a message. */
  words(path: Path, write: (text: string) => string = (text) => text): Segment {
    const value = valueAt(this._report, pointer(path));
    return typeof value === 'string' || typeof value === 'number'
      ? { text: write(String(value)), value: { path: pointer(path) } }
      : plain(notAvailable);
  }

  number(path: Path, decimals: number): Segment {
    return this.written(path, (x) => this.numbers.number(x, decimals));
  }

  count(path: Path): Segment {
    return this.written(path, (n) => this.numbers.count(n));
  }

  /** As many decimals as the number came with. */
  exact(path: Path): Segment {
    return this.written(path, (x) => this.numbers.published(x, 0));
  }

  percent(path: Path, of = 0): Segment {
    return this.written(path, (x) => this.numbers.percent(x, of));
  }

  level(path: Path): Segment {
    return this.written(path, (x) => this.numbers.confidence(x));
  }

  /** "95% CI, ", "−10.4", " to ", "0.1"; a missing upper limit `withoutBound` is infinity. */
  interval(level: Path, from: Path, decimals: number, withoutBound = false): Segment[] {
    const [lower, upper] = [this._read([...from, 'lower']), this._read([...from, 'upper'])];
    return [
      this.written(level, (x) => this.numbers.intervalName(x)),
      this.number([...from, 'lower'], decimals),
      plain(this.numbers.intervalTo(lower, upper)),
      upper === null && withoutBound ? plain('\u221e') : this.number([...from, 'upper'], decimals),
    ];
  }

  /** "p=", "0.032" */
  pValue(path: Path): Segment[] {
    const [before] = this.numbers.pParts(this._read(path));
    return [plain(before), this.written(path, (p) => this.numbers.pParts(p)[1])];
  }
}
