// SPDX-License-Identifier: MIT
/** Numbers references in the order in which they are cited, so that the list holds those used and no others. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Segment } from './segments.js';
import { references, type ReferenceKey } from './words/references.js';

export interface Reference {
  key: string;
  text: string;
}

export class Citations {
  readonly list: Reference[] = [];

  /** " [1]" */
  cite(key: ReferenceKey): Segment[] {
    return this._number(key, references[key]);
  }

  /** The sources of an instrument are one reference. */
  instrument({ name, source }: InstrumentDefinition): Segment[] {
    return source.length === 0 ? [] : this._number(`instrument:${name}`, `${name}: ${source.join('; ')}.`);
  }

  private _number(key: string, text: string): Segment[] {
    const known = this.list.findIndex((reference) => reference.key === key);
    if (known < 0) this.list.push({ key, text });
    const n = known < 0 ? this.list.length : known + 1;
    return [{ text: ' ' }, { text: `[${n}]`, cite: key }];
  }
}
