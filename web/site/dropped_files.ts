// SPDX-License-Identifier: MIT
/** Files of one name: dropped together each is kept under a name of its own, dropped later one replaces the former. */
import type { FileSummary } from '../engine/messages.js';
import { strings } from '../text/strings.js';

export interface DistinctFiles {
  files: File[];
  /** What was done about files of one name. */
  notes: { file: string; message: string }[];
}

/** The same content counts once; other content under the same name gets another, "data (2).csv". */
export async function distinctFiles(dropped: readonly File[]): Promise<DistinctFiles> {
  const kept: { file: File; source: File }[] = [];
  const notes: DistinctFiles['notes'] = [];
  const taken = new Set(dropped.map(({ name }) => name));
  for (const source of dropped) {
    const namesakes = kept.filter((each) => each.source.name === source.name);
    const same = await Promise.all(namesakes.map((each) => haveSameContent(each.source, source)));
    const twin = namesakes[same.indexOf(true)];
    if (twin) {
      notes.push({ file: twin.file.name, message: strings.data.droppedTwice(source.name) });
      continue;
    }
    if (namesakes.length === 0) {
      kept.push({ file: source, source });
      continue;
    }
    const name = freeName(source.name, taken);
    taken.add(name);
    kept.push({ file: new File([source], name, { type: source.type, lastModified: source.lastModified }), source });
    notes.push({ file: name, message: strings.data.renamed(source.name, name) });
  }
  return { files: kept.map(({ file }) => file), notes };
}

/** What to say of files that came under the name of one held before. */
export function replacedNotes(
  came: readonly Pick<File, 'name'>[],
  before: readonly Pick<FileSummary, 'name' | 'sha256'>[],
  after: readonly Pick<FileSummary, 'name' | 'sha256'>[],
): DistinctFiles['notes'] {
  return came.flatMap(({ name: file }) => {
    const [was, is] = [before, after].map((files) => files.find(({ name }) => name === file));
    if (!was || !is) return [];
    const message = was.sha256 === is.sha256 ? strings.data.sameAsBefore(file) : strings.data.replaced(file);
    return [{ file, message }];
  });
}

/** "data.csv" becomes "data (2).csv", or the next number that no other file of the drop has. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let n = 2;
  while (taken.has(`${stem} (${n})${ending}`)) n += 1;
  return `${stem} (${n})${ending}`;
}

const pieceBytes = 1 << 20;

async function haveSameContent(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  for (let at = 0; at < one.size; at += pieceBytes) {
    const [a, b] = await Promise.all(
      [one, other].map(async (blob) => new Uint8Array(await blob.slice(at, at + pieceBytes).arrayBuffer())),
    );
    if (!a || !b || a.some((byte, i) => byte !== b[i])) return false;
  }
  return true;
}
