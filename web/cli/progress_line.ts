// SPDX-License-Identifier: MIT
/** Where long work stands, in one line that is written over. On a terminal only: a pipe or a file gets nothing of it. */

export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

export interface ProgressLine {
  /** `words` is asked only when a line is written. `now`: also where one was written just before. */
  tell(words: (seconds: number) => string, now?: boolean): void;
  /** Takes the line away. */
  end(): void;
}

const everyMs = 100;
const clear = '\r\u001b[K';

/** Null where there is no terminal. */
export function progressLine(terminal: Terminal = process.stderr): ProgressLine | null {
  if (!terminal.isTTY) return null;
  const start = performance.now();
  let last = -Infinity;
  return {
    tell: (words, now = false) => {
      const time = performance.now();
      if (!now && time - last < everyMs) return;
      last = time;
      const line = words(Math.floor((time - start) / 1000));
      // A line that breaks could not be written over.
      terminal.write(clear + [...line].slice(0, (terminal.columns ?? 80) - 1).join(''));
    },
    end: () => {
      if (last > -Infinity) terminal.write(clear);
    },
  };
}
