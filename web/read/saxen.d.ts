// SPDX-License-Identifier: MIT
/** What is used of saxen, which has no types of its own. */
declare module 'saxen' {
  type Decode = (text: string) => string;

  export class Parser {
    on(event: 'openTag', use: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): this;
    on(event: 'closeTag', use: (name: string) => void): this;
    on(event: 'text', use: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', use: (text: string) => void): this;
    on(event: 'error', use: (error: Error) => void): this;
    /** A piece of the document; it may be cut anywhere. */
    write(text: string): this;
    end(): Error | undefined;
    stop(): void;
  }
}
