// SPDX-License-Identifier: MIT
/** What the library's functions take as data, and how it becomes files and tables. */
import type { ReadingOptions } from '../contract/plan.js';
import type { Table } from '../contract/table.js';
import { mustBe, refused } from './given.js';
import { tableOfRows, type Meaning, type Row } from './rows.js';

/** A file as it is: a File of a browser, or its name with its text or its bytes. */
export type FileInput = File | { name: string; text: string } | { name: string; bytes: Uint8Array | ArrayBuffer };

/** A file for one model or one questionnaire, and how to read it where that is not to be found out. */
export type DataFile = FileInput & { reading?: ReadingOptions };

/** A typed table, an array with an object per row, or a file. */
export type DataInput = Table | readonly Row[] | DataFile;

/** A file on its way to a worker. Node makes a nameless Blob of a File that is sent. */
export interface NamedBlob {
  name: string;
  blob: Blob;
}

/** What crosses to a worker: a table, or a file and how to read it. */
export type DataMessage = { table: Table } | { file: NamedBlob; reading: ReadingOptions };

const oneFile = 'give {name, text}, {name, bytes} or a File';
const anyData = `give an array with an object per row, a table of read, or a file: ${oneFile}`;

/** @throws EngineError naming what it is instead. */
function blobOf(input: FileInput, what: string, remedy: string): NamedBlob {
  if (input instanceof File) return { name: input.name, blob: input };
  mustBe(input, 'an object', what, remedy);
  const { name, text, bytes } = input as { name?: unknown; text?: unknown; bytes?: unknown };
  if (typeof name !== 'string' || name === '') throw refused(`${what} has no name`, remedy);
  if (typeof text === 'string') return { name, blob: new Blob([text]) };
  if (bytes instanceof ArrayBuffer) return { name, blob: new Blob([bytes]) };
  // A view on shared memory cannot be part of a file: its bytes are copied.
  if (bytes instanceof Uint8Array) return { name, blob: new Blob([new Uint8Array(bytes)]) };
  throw refused(`${name} has neither text nor bytes`, oneFile);
}

/** @throws EngineError where two files have one name, which plans could not tell apart. */
export function blobsOf(inputs: readonly FileInput[]): NamedBlob[] {
  mustBe(inputs, 'a list', 'files', `give an array of files, each {name, text}, {name, bytes} or a File`);
  const files = inputs.map((input, i) => blobOf(input, `files[${i}]`, oneFile));
  const twice = files.find(({ name }, i) => files.findIndex((other) => other.name === name) !== i);
  if (twice) throw refused(`two files are called ${twice.name}`, 'give each a name of its own');
  return files;
}

/**
 * @param meaningOf - what the request tells of a column of rows
 * @throws EngineError naming the column and row that cannot be used
 */
export function dataOf(data: DataInput, meaningOf: (column: string) => Meaning): DataMessage {
  if (Array.isArray(data)) return { table: tableOfRows(data as readonly Row[], meaningOf) };
  if (isTable(data)) return { table: data };
  const file = blobOf(data as DataFile, 'data', anyData);
  return { file, reading: (data as DataFile).reading ?? {} };
}

function isTable(data: unknown): data is Table {
  return typeof data === 'object' && data !== null && 'columns' in data && 'rowCount' in data;
}
