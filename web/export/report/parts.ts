// SPDX-License-Identifier: MIT
/** What a report is made of, and short ways to write it. */
import type { FigureSpec } from '../../figures/spec.js';
import { plain, type Segment } from '../../text/segments.js';
import type { TableSpec } from '../../text/tables/spec.js';

export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; segments: readonly Segment[] }
  /** What the reader must not miss. */
  | { kind: 'notice'; text: string }
  | { kind: 'small'; text: string }
  | { kind: 'references'; texts: readonly string[] }
  /** `caption`: numbered. */
  /** On a phone a table that `stacks` shows its rows as blocks of labelled lines. */
  | { kind: 'table'; caption: string; table: TableSpec; stacks?: true }
  | { kind: 'figure'; caption: string; figure: FigureSpec }
  | { kind: 'code'; text: string };

/** A block before tables and figures are numbered. */
export type Part =
  | Exclude<Block, { kind: 'table' | 'figure' }>
  | { kind: 'table'; table: TableSpec; stacks?: true }
  | { kind: 'figure'; figure: FigureSpec };

export const heading = (text: string, level: 1 | 2 = 1): Part => ({ kind: 'heading', level, text });
export const paragraph = (segments: readonly Segment[]): Part => ({ kind: 'paragraph', segments });
export const sentence = (text: string): Part => paragraph([plain(text)]);

/** Those there are. */
export const tables = (...given: readonly (TableSpec | null)[]): Part[] =>
  given.flatMap((table) => (table ? [{ kind: 'table', table }] : []));
export const pictures = (...given: readonly (FigureSpec | null)[]): Part[] =>
  given.flatMap((figure) => (figure ? [{ kind: 'figure', figure }] : []));

/** Tables of results, whose rows are read as a whole. */
export const stackedTables = (...given: readonly (TableSpec | null)[]): Part[] =>
  given.flatMap((table) => (table ? [{ kind: 'table', table, stacks: true }] : []));
