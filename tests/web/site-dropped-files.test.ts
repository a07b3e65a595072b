// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { distinctFiles, replacedNotes } from '../../web/site/dropped_files.js';

const file = (name: string, text: string): File => new File([text], name);
const contents = async (files: readonly File[]): Promise<string[][]> =>
  Promise.all(files.map(async (each) => [each.name, await each.text()]));

test('two files of one name with other content are both kept, under names of their own', async () => {
  const { files, notes } = await distinctFiles([file('data.csv', 'a'), file('data.csv', 'b'), file('x.csv', 'c')]);
  expect(await contents(files)).toEqual([
    ['data.csv', 'a'],
    ['data (2).csv', 'b'],
    ['x.csv', 'c'],
  ]);
  expect(notes).toEqual([
    {
      file: 'data (2).csv',
      message: 'A second file called data.csv came with other content, and is kept as data (2).csv.',
    },
  ]);
});

test('a name made for a file is that of no other', async () => {
  const { files } = await distinctFiles([
    file('data (2).csv', 'x'),
    file('data.csv', 'a'),
    file('data.csv', 'b'),
    file('data.csv', 'c'),
    file('data', 'd'),
    file('data', 'e'),
  ]);
  expect(files.map(({ name }) => name)).toEqual([
    'data (2).csv',
    'data.csv',
    'data (3).csv',
    'data (4).csv',
    'data',
    'data (2)',
  ]);
});

test('the same content is kept once, also beside other content of the name', async () => {
  const { files, notes } = await distinctFiles([
    file('data.csv', 'a'),
    file('data.csv', 'b'),
    file('data.csv', 'b'),
    file('data.csv', 'a'),
  ]);
  expect(files.map(({ name }) => name)).toEqual(['data.csv', 'data (2).csv']);
  const message = 'data.csv came twice with the same content, and is kept once.';
  expect(notes.slice(1)).toEqual([
    { file: 'data (2).csv', message },
    { file: 'data.csv', message },
  ]);
});

test('large files that differ in the last byte only are two', async () => {
  const text = 'x'.repeat(3_000_000);
  const { files } = await distinctFiles([file('a.csv', `${text}1`), file('a.csv', `${text}2`)]);
  expect(files).toHaveLength(2);
});

test('a file that comes later under a name that is held is said to replace it, or to be the same', () => {
  const before = [{ name: 'a.csv', sha256: '1' }];
  const message = (sha256: string): (string | undefined)[] =>
    replacedNotes([{ name: 'a.csv' }, { name: 'b.csv' }], before, [
      { name: 'a.csv', sha256 },
      { name: 'b.csv', sha256: '3' },
    ]).map((note) => note.message);
  expect(message('2')).toEqual(['a.csv takes the place of the file of that name that was loaded before.']);
  expect(message('1')).toEqual(['a.csv came again, with the same content as before.']);
});
