// SPDX-License-Identifier: MIT
/** What the readers and the core do say of files, from what is shown as data to results: nothing of it stays English. */
import { readdirSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import reference from 'virtual:fatigue-reference';
import type { Plan } from '../../web/contract/plan.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import type { FilesReply, Request } from '../../web/engine/messages.js';
import { Session } from '../../web/engine/session.js';
import { setLanguage } from '../../web/text/language.js';
import { exampleNames } from '../../web/site/examples.js';
import { exampleFolder, planOf, readExample } from './example-support.js';
import { leftInEnglish } from './left-in-english.js';

afterEach(() => setLanguage('en'));

/** Every sentence in an answer. */
function saidIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return found;
  for (const [key, own] of Object.entries(value)) {
    const isSaid = typeof own === 'string' && /^(?:message|remedy|reason)$/.test(key) && own !== '';
    if (isSaid) found.add(own);
    else saidIn(own, found);
  }
  return found;
}

/** Reads, checks and analyses: by the plan proposed, as `change` makes it. */
async function saidOf(files: File[], change = (plan: Plan): Plan => plan, given?: Plan): Promise<string[]> {
  const session = new Session(loadBuiltInEngine);
  const ask = (request: object): ReturnType<Session['handle']> =>
    session.handle({ id: 1, ...request } as unknown as Request);
  const read = await ask({ kind: 'read', files });
  const plan = change(given ?? (read.ok ? (read.result as FilesReply).plan : ({} as Plan)));
  const answers = [read];
  for (const kind of ['reread', 'check', 'analyze']) answers.push(await ask({ kind, plan }));
  return [...saidIn(answers)];
}

function expectGerman(said: readonly string[], least: number): void {
  expect(said.length).toBeGreaterThanOrEqual(least);
  setLanguage('de');
  expect(leftInEnglish(said)).toEqual([]);
}

const people = Array.from({ length: 12 }, (_, i) => `P${String(i + 1).padStart(2, '0')}`);
const armOf = (i: number): string => (i % 2 ? 'drug' : 'placebo');
const scores = (header: string, row: (id: string, i: number) => string[]): string =>
  [header, ...people.flatMap(row)].join('\n');
const dateOf = (day: number): string => new Date(Date.UTC(2024, 2, 1 + day)).toISOString().slice(0, 10);
const fss = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`);
const items = (answer: number): string => fss.map((_, i) => 1 + ((answer + i) % 7)).join(',');
const withFile =
  (patch: Partial<Plan['files'][number]>) =>
  (plan: Plan): Plan => ({ ...plan, files: plan.files.map((file) => ({ ...file, ...patch })) });

const long = scores('id,arm,visit,FSS_total', (id, i) =>
  [0, 28, 56].map((day) => `${id},${armOf(i)},${day},${30 + ((i * 7 + day) % 20)}`),
);
const dated = scores('id,arm,visit_date,FSS_total', (id, i) =>
  [0, 28, 56].map((day) => `${id},${armOf(i)},${dateOf(i * 3 + day)},${30 + ((i * 7 + day) % 20)}`),
);
const oneVisit = (answer: number): string => scores(`id,${fss.join(',')}`, (id, i) => [`${id},${items(answer + i)}`]);
const roster = scores('id,arm,start', (id, i) => [`${id},${armOf(i)},${dateOf(i)}`]);

const situations: Record<string, [files: Record<string, string>, change?: (plan: Plan) => Plan]> = {
  'a plain file': [{ 'a.csv': long }],
  'files of one visit each': [{ 'fss_baseline.csv': oneVisit(3), 'fss_week4.csv': oneVisit(5), 'arms.csv': roster }],
  'files of one visit each whose names tell no visit': [
    { 'one.csv': oneVisit(3), 'two.csv': oneVisit(5), 'arms.csv': roster },
  ],
  'a visit that was said': [
    { 'one.csv': oneVisit(3), 'arms.csv': roster },
    (plan) => ({
      ...plan,
      files: plan.files.map((file) =>
        file.name === 'one.csv'
          ? {
              ...file,
              visit: 'visit',
              reading: { ...file.reading, stack: { visit: 'visit', parts: [{ name: 'one.csv', visit: 'Woche 4' }] } },
            }
          : file,
      ),
    }),
  ],
  'dates without a start': [{ 'd.csv': dated }],
  'dates counted from the first record': [
    { 'd.csv': dated },
    withFile({ date: 'visit_date', dayZero: 'first_record' }),
  ],
  'a mistyped year': [{ 'd.csv': dated.replace('2024-04-01', '2023-04-01'), 'arms.csv': roster }],
  'records before the start': [{ 'd.csv': dated.replace('2024-03-04', '2024-02-04'), 'arms.csv': roster }],
  'repeated records': [{ 'a.csv': `${long}\nP01,placebo,28,41\nP02,drug,56,40` }],
  'repeated records of which the first is used': [
    { 'a.csv': `${long}\nP01,placebo,28,41\nP02,drug,56,40` },
    withFile({ repeated: 'first' }),
  ],
  'repeated records of which the mean is used': [
    { 'a.csv': `${long}\nP01,placebo,28,41\nP02,drug,56,40` },
    withFile({ repeated: 'mean' }),
  ],
  'rows that are no data': [{ 'a.csv': `Trial of made data\n${long}\nTotal,,,432\nMean,,,36` }],
  'identifiers written in two ways': [{ 'a.csv': long.replaceAll('P0', 'p-0'), 'arms.csv': roster }],
  'identifiers that clash': [
    { 'a.csv': long, 'arms.csv': `${roster}\np1,drug,2024-03-01` },
    (plan) => ({ ...plan, ids: 'plain' }),
  ],
  'identifiers of nobody': [{ 'a.csv': long.replaceAll('P', 'X'), 'arms.csv': roster }],
  'days that scatter': [
    {
      'a.csv': scores('id,arm,day,FSS_total', (id, i) =>
        [0, 28, 56].map((day, k) => `${id},${armOf(i)},${day + ((i * 5 + k) % 4)},${30 + ((i + day) % 20)}`),
      ),
    },
  ],
  'windows that leave records out': [
    { 'a.csv': long },
    withFile({
      windows: [
        { visit: 'start', day: 0, before: 0, after: 1 },
        { visit: 'end', day: 56, before: 3, after: 3 },
      ],
    }),
  ],
  'decimal commas and codes': [
    {
      'a.csv': long
        .replaceAll(',', ';')
        .replace(/;(\d\d)$/gm, ';$1,5')
        .replace(/;33,5$/gm, ';-99'),
    },
  ],
  'what is no number': [{ 'a.csv': long.replace(/,3\d$/m, ',4?') }],
  'an answer out of range': [{ 'a.csv': oneVisit(3).replace(/,7\b/g, ',9'), 'arms.csv': roster }],
  'unequal rows': [{ 'a.csv': `${long}\nP13,drug,0,44,1` }],
  'a header only': [{ 'a.csv': 'id,arm,visit,FSS_total\n' }],
  'an empty file': [{ 'a.csv': '' }],
  'a web page': [{ 'a.csv': '<!DOCTYPE html><html><body>none</body></html>' }],
  'one arm': [{ 'a.csv': long.replaceAll('drug', 'placebo') }],
  'arms spelt in two ways': [{ 'a.csv': long.replace('drug', 'Drug').replace('placebo', 'placbo') }],
  'participants in two arms': [{ 'a.csv': long.replace('P01,placebo,28', 'P01,drug,28') }],
  'visits of weeks and labels': [
    { 'a.csv': long.replace(/,0,/g, ',Baseline,').replace(/,28,/g, ',Week 4,').replace(/,56,/g, ',V2 (unscheduled),') },
  ],
  'scores in columns by visit': [
    {
      'a.csv': scores('id,arm,fss_v0,fss_v1,mfis_v1,note', (id, i) => [
        `${id},${armOf(i)},${30 + i},${28 + i},${40 + i},-`,
      ]),
    },
  ],
  'a fit at its bounds': [
    {
      'a.csv': scores('id,arm,day,FSS_total', (id, i) =>
        [0, 1, 2, 3].map((day) => `${id},${armOf(i)},${day},${30 + ((i * 3 + day * 5) % 4)}`),
      ),
    },
    (plan) => ({
      ...plan,
      outcomes: plan.outcomes.map((outcome) => ({
        ...outcome,
        effect: { kind: 'slope_difference' as const },
        model: { kind: 'random_effects' as const, response: 'value' as const, random: 'intercept_slope' as const },
      })),
    }),
  ],
};

test.each(Object.keys(situations))('of %s', async (name) => {
  const [files, change] = situations[name] ?? [{}];
  const given = Object.entries(files).map(([file, text]) => new File([text], file));
  expectGerman(await saidOf(given, change), 1);
});

test.each(exampleNames)('of the example %s', async (example) => {
  const names = readdirSync(exampleFolder(example)).filter((name) => name.endsWith('.csv'));
  const files = names.map((name) => new File([readExample(example, name)], name));
  expectGerman(await saidOf(files, undefined, planOf(example)), 3);
});

test('of fits of the reference data', async () => {
  const session = new Session(loadBuiltInEngine);
  const said = new Set<string>();
  for (const { request, file } of reference.cases) {
    const data = new File([reference.files[file] ?? ''], file);
    saidIn(await session.handle({ id: 1, kind: 'fit', request, file: data } as unknown as Request), said);
  }
  expectGerman([...said], 0);
}, 120_000);
