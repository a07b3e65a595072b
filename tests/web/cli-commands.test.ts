// SPDX-License-Identifier: MIT
/** The commands around an analysis: propose, validate, report, reproduce, many plans, pipes, completion. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { scoresFileName } from '../../web/export/script_context.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { builtInInstruments } from '../../web/read/instruments.js';
import { tableText } from './report-fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'fatigue-commands-'));
const data = join(folder, 'data');
const at = (...names: string[]): string => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  return spawnSync('node', ['dist/cli.js', ...args], { encoding: 'utf8', maxBuffer: 2 ** 26, input });
}
const read = <Value>(path: string): Value => JSON.parse(readFileSync(path, 'utf8')) as Value;
const write = (name: string, value: unknown): string => {
  writeFileSync(at(name), JSON.stringify(value));
  return at(name);
};

let report: Report;
beforeAll(() => {
  cpSync('examples/ketamine-pilot', data, { recursive: true });
  const { status, stderr } = run(['analyze', join(data, 'plan.json'), '--out', at('report.json')]);
  expect(status, stderr).toBe(0);
  report = read(at('report.json'));
});

describe('plan init', () => {
  test('proposes what the page does, and says what it found and took', () => {
    const files = readdirSync(data).filter((name) => name.endsWith('.csv'));
    const { status, stderr } = run([
      'plan',
      'init',
      ...files.map((name) => join(data, name)),
      '--out',
      at('made.json'),
    ]);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('participants.csv: participants (18 rows)');
    expect(read<Plan>(at('made.json')).outcomes.map(({ score }) => score)).toEqual([
      'dfs.total',
      'fss.total',
      'mfis.total',
    ]);
    expect(run(['validate', at('made.json')]).status).toBe(0);
  });

  test('ends with 1 where there is nothing to propose', () => {
    writeFileSync(at('letter.csv'), 'Dear colleague\n');
    const { status, stderr } = run(['plan', 'init', at('letter.csv'), '--out', at('none.json')]);
    expect(status).toBe(1);
    expect(stderr).not.toBe('');
  });
});

test('validate lists every problem with its path', () => {
  const { plan } = report;
  const broken = write('broken.json', {
    ...plan,
    outcomes: [{ ...plan.outcomes[0], score: 'abc.total', role: 'main' }],
    more: 1,
  });
  const { status, stdout } = run(['validate', broken]);
  expect(status).toBe(1);
  const { problems } = JSON.parse(stdout) as { problems: { path: string; message: string }[] };
  expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['outcomes[0].role', 'more']));
  expect(JSON.parse(run(['validate', at('report.json')]).stdout)).toMatchObject({ kind: 'report', valid: true });
});

test.each([
  ['html', 'out.html'],
  ['markdown', 'out.md'],
  ['latex', 'out.tex'],
  ['text', 'out.txt'],
])('report --to %s has the numbers of the saved report', (form, name) => {
  const { status, stderr } = run(['report', at('report.json'), '--to', form, '--out', at(name)]);
  expect(status, stderr).toBe(0);
  const plain = (text: string): string => text.replaceAll(/[\u2212{}$\\-]|&minus;/g, '').replaceAll(/\s+/g, ' ');
  const text = plain(readFileSync(at(name), 'utf8'));
  for (const cell of tableText(headlineTable(report))
    .flat()
    .filter((each) => /^\u2212?\d+\.\d+$/.test(each)))
    expect(text).toContain(plain(cell));
});

describe('reproduce', () => {
  test('agrees with what was just made, from standard input too', () => {
    const { status, stdout } = run(
      ['reproduce', '-', '--data', data, '--summary'],
      readFileSync(at('report.json'), 'utf8'),
    );
    expect(stdout).toContain('the same, digit for digit');
    expect(status).toBe(0);
  });

  test.each(['__proto__', 'prototype'])('refuses a report with an object called %s', (key) => {
    writeFileSync(at('reaching.json'), JSON.stringify(report).replace('{', `{"${key}":{"a":1},`));
    const { status, stderr } = run(['reproduce', at('reaching.json'), '--data', data]);
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'bad_report', message: expect.stringContaining(key) as string });
  });

  test('names a number that was altered', () => {
    const altered = structuredClone(report);
    altered.outcomes[0]!.effects[0]!.estimate! += 0.01;
    const { status, stdout } = run(['reproduce', write('altered.json', altered), '--data', data]);
    expect(status).toBe(1);
    expect(stdout).toContain('estimate');
  });

  test('tells of other data first', () => {
    const other = at('other');
    cpSync(data, other, { recursive: true });
    writeFileSync(join(other, 'diary.csv'), `${readFileSync(join(data, 'diary.csv'), 'utf8')}\n`);
    const { status, stdout } = run(['reproduce', at('report.json'), '--data', other]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'other_data' });
  });
});

test('many plans: one that fails stops no other, and what is done is not done again', () => {
  mkdirSync(at('plans'));
  cpSync(join(data, 'plan.json'), at('plans', 'a.json'));
  cpSync(join(data, 'plan.json'), at('plans', 'b.json'));
  writeFileSync(at('plans', 'c.json'), '{}');
  const args = [
    'analyze',
    ...['a', 'b', 'c'].map((name) => at('plans', `${name}.json`)),
    '--data',
    data,
    '--out',
    at('reports'),
  ];
  const first = run(args);
  expect(first.status).toBe(1);
  expect(JSON.parse(first.stdout)).toMatchObject({ analysed: 2, failed: 1, skipped: 0 });
  const estimates = ({ outcomes }: Report) => outcomes.map(({ effects }) => effects);
  expect(estimates(read(at('reports', 'b.report.json')))).toEqual(estimates(report));
  const again = run([...args, '--resume']);
  expect(JSON.parse(again.stdout)).toMatchObject({ analysed: 0, failed: 1, skipped: 2 });
});

test('many plans: the earlier report of one that fails is not taken for a new one', () => {
  mkdirSync(at('twice'));
  for (const name of ['a', 'b']) cpSync(join(data, 'plan.json'), at('twice', `${name}.json`));
  const plans = ['a', 'b'].map((name) => at('twice', `${name}.json`));
  const args = ['analyze', ...plans, '--data', data, '--out', at('made'), '--export', at('exported')];
  expect(run(args).status).toBe(0);
  const [old, report] = [readFileSync(at('made', 'b.report.json'), 'utf8'), at('made', 'b.report.json')];
  writeFileSync(at('twice', 'b.json'), '{}');
  const { stdout, stderr } = run([...args, '--resume']);
  expect(existsSync(report)).toBe(false);
  expect(existsSync(at('exported', 'b'))).toBe(false);
  expect(readFileSync(`${report}.old`, 'utf8')).toBe(old);
  expect(JSON.parse(stdout)).toMatchObject({
    plans: [{ state: 'skipped' }, { report: null, earlierReport: `${report}.old` }],
  });
  expect((JSON.parse(stderr) as { message: string }).message).toContain(`kept as ${report}.old and is not of this run`);
});

test('a plan from elsewhere reads no file outside the data folder, and writes none', () => {
  const plan = read<Plan>(join(data, 'plan.json'));
  const outside = {
    ...plan,
    files: plan.files.map((file, i) => (i === 0 ? { ...file, name: '../secret.csv' } : file)),
  };
  writeFileSync(at('secret.csv'), readFileSync(join(data, 'participants.csv')));
  const { status, stderr } = run(['analyze', write('outside.json', outside), '--data', data]);
  expect(status).toBe(1);
  expect(stderr).toContain('file_outside_folder');
  expect(scoresFileName({ id: '../../etc/x' })).not.toContain('/');
});

test('a data file comes through a pipe', () => {
  const text = 'y,x\n1,1\n2,2\n3.5,3\n4,4\n';
  const { status, stdout } = run(['fit', '-', '--formula', 'y ~ x'], text);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ nObservations: 4 });
});

test.runIf(existsSync('/bin/bash'))('bash completes commands and options', () => {
  const script = run(['completion', 'bash']).stdout;
  const completed = (...words: string[]): string[] => {
    const ask = `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _fatigue_calculator; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('/bin/bash', ['-c', ask], { encoding: 'utf8' }).stdout.trim().split('\n');
  };
  expect(completed('fatigue-calculator', 're')).toEqual(expect.arrayContaining(['report', 'reproduce']));
  expect(completed('fatigue-calculator', 'fit', 'x.csv', '--for')).toEqual(['--formula']);
  expect(completed('fatigue-calculator', 'completion', '')).toEqual(['bash', 'zsh', 'fish']);
  writeFileSync(at('my data.csv'), '');
  expect(completed('fatigue-calculator', 'fit', at('my'))).toEqual([at('my data.csv')]);
  expect(completed('fatigue-calculator', 'report', '--out', at('my'))).toEqual([at('my data.csv')]);
  const spaced = builtInInstruments.map(({ name }) => name).filter((name) => name.includes(' '));
  expect(spaced.length).toBeGreaterThan(0);
  expect(completed('fatigue-calculator', 'score', '--instrument', '')).toEqual(
    builtInInstruments.map(({ name }) => name),
  );
  const [first = ''] = spaced;
  expect(completed('fatigue-calculator', 'score', '--instrument', first.slice(0, first.indexOf(' ')))).toContain(first);
});

test.runIf(existsSync('/usr/bin/fish'))('fish offers no files where a word must stand', () => {
  writeFileSync(at('completion.fish'), run(['completion', 'fish']).stdout);
  writeFileSync(at('no other.csv'), '');
  const completed = (line: string): string[] => {
    const ask = `source completion.fish; complete -C 'fatigue-calculator ${line}'`;
    const env = { ...process.env, HOME: folder };
    const { stdout } = spawnSync('fish', ['-c', ask], { cwd: folder, env, encoding: 'utf8' });
    return stdout.trim().split('\n').sort();
  };
  expect(completed('plan ')).toEqual(['init']);
  expect(completed('completion ')).toEqual(['bash', 'fish', 'zsh']);
  for (const line of ['plan init no', 'plan --out no', 'analyze plan no'])
    expect(completed(line), line).toEqual(['no other.csv']);
});

const shells = [
  ['bash', 'complete -p fatigue-calculator'],
  ['zsh', 'print "$_comps[fatigue-calculator]"'],
  ['fish', 'complete -c fatigue-calculator'],
] as const;
const isInstalled = (shell: string): boolean => ['/bin', '/usr/bin'].some((where) => existsSync(join(where, shell)));

test.each(shells.filter(([shell]) => isInstalled(shell)))(
  'the documented line starts completion in %s',
  (shell, ask) => {
    const line = readFileSync('docs/command-line.md', 'utf8')
      .split('\n')
      .find((each) => each.includes(`fatigue-calculator completion ${shell}`));
    expect(line).toBeDefined();
    writeFileSync(at('fatigue-calculator'), `#!/bin/sh\nexec node ${resolve('dist/cli.js')} "$@"\n`, { mode: 0o755 });
    const env = { ...process.env, HOME: folder, PATH: `${folder}:${process.env.PATH}` };
    const { stdout, stderr } = spawnSync(shell, ['-c', `${line}\n${ask}`], { cwd: folder, env, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toContain('fatigue');
  },
);

test('the folder of --out is made', () => {
  const out = at('not', 'there', 'plan.json');
  expect(run(['plan', 'init', join(data, 'participants.csv'), join(data, 'diary.csv'), '--out', out]).status).toBe(0);
  expect(existsSync(out)).toBe(true);
});
