// SPDX-License-Identifier: MIT
/**
 * Numbers the distinct texts of a column in order of first appearance. A text is looked up where it stands inside a
 * larger one, without being cut out first: that is most of the work of reading a large file.
 *
 * Method: hashing with open addressing, at most half of the places taken.
 */
export class TextIndex {
  /** The texts by their codes. */
  readonly texts: string[] = [];
  private _hashes = new Int32Array(16);
  private _places = new Int32Array(32).fill(-1);
  private _lastCode = -1;
  /** Codes of texts of one letter, which most answers are. */
  private readonly _single = new Int32Array(128).fill(-1);

  /** Code of the text between `from` and `to`, or -1 - hash when it is new. */
  find(text: string, from: number, to: number): number {
    if (to - from === 1) {
      const code = this._single[text.charCodeAt(from)];
      if (code !== undefined && code >= 0) return code;
    }
    if (this._lastCode >= 0 && isAt(text, from, to, this.texts[this._lastCode]!)) return this._lastCode;
    let hash = 0x811c9dc5 | 0;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = (hash ^ (hash >>> 15)) & 0x7fffffff;
    const mask = this._places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const code = this._places[place]!;
      if (code < 0) return -1 - hash;
      if (this._hashes[code] === hash && isAt(text, from, to, this.texts[code]!)) {
        this._lastCode = code;
        return code;
      }
    }
  }

  /** Adds a text that `find` has answered with `notFound`; returns its code. */
  add(text: string, notFound: number): number {
    const code = this.texts.length;
    if (code === this._hashes.length) this._grow();
    // A piece of a long text would keep all of it alive: what is kept gets letters of its own.
    this.texts.push(text.length < 13 ? text : `${text}\0`.slice(0, -1));
    this._hashes[code] = -1 - notFound;
    if (text.length === 1 && text.charCodeAt(0) < 128) this._single[text.charCodeAt(0)] = code;
    this._place(code);
    return code;
  }

  private _place(code: number): void {
    const mask = this._places.length - 1;
    let place = this._hashes[code]! & mask;
    while (this._places[place]! >= 0) place = (place + 1) & mask;
    this._places[place] = code;
  }

  private _grow(): void {
    const hashes = new Int32Array(2 * this._hashes.length);
    hashes.set(this._hashes);
    this._hashes = hashes;
    this._places = new Int32Array(2 * hashes.length).fill(-1);
    for (let code = 0; code < this.texts.length; code++) this._place(code);
  }
}

function isAt(text: string, from: number, to: number, word: string): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(from + i) !== word.charCodeAt(i)) return false;
  return true;
}
