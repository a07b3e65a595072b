// SPDX-License-Identifier: MIT
/** The built command line, run as a user runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Individual, Influence } from '../../web/contract/individual.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = join(root, 'examples/ketamine-pilot');
const folder = mkdtempSync(join(tmpdir(), 'fatigue-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  status: number | null;
  output: Record<string, unknown>;
  error: { code: string; message: string; detail: Record<string, unknown> };
  stdout: string;
  stderr: string;
}

function cli(...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync('node', [join(root, 'dist/cli.js'), ...args], { encoding: 'utf8' });
  const parsed = (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : null);
  return { status, output: parsed(stdout), error: parsed(stderr), stdout, stderr } as Outcome;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const rows = Array.from({ length: 24 }, (_, i) => {
  const [person, visit] = [Math.floor(i / 3), i % 3];
  const score = i === 7 ? 'NA' : i === 11 ? '' : (30 + person + visit * (person % 2) + Math.sin(i * 5)).toFixed(3);
  return `p${person},${person % 2 ? 'active' : 'placebo'},V${visit + 1},${score}`;
});
const data = file('data.csv', ['id,arm,visit,score', ...rows].join('\n'));
const formula = 'score ~ arm * visit + cs(visit | id)';

describe('fit', () => {
  test('gives R-named coefficients; empty and NA cells are missing', () => {
    const { status, output, stderr } = cli('fit', data, '--formula', formula);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(output).toMatchObject({ status: 'converged', method: 'REML', nObservations: 22, nSubjects: 8 });
    const terms = (output['coefficients'] as { term: string }[]).map(({ term }) => term);
    // Levels sort as in R: active before placebo.
    expect(terms).toEqual([
      '(Intercept)',
      'armplacebo',
      'visitV2',
      'visitV3',
      'armplacebo:visitV2',
      'armplacebo:visitV3',
    ]);
    expect(output['elapsedMs']).toBeGreaterThan(0);
  });

  test('passes every option on to the core', () => {
    const { output } = cli(
      ...['fit', data, '--formula', formula, '--method', 'ML', '--df', 'asymptotic', '--confidence', '0.9'],
      ...['--levels', 'arm=placebo,active', '--levels', 'visit=V1,V2,V3', '--emmeans', 'arm | visit'],
      ...['--emmeans-weights', 'proportional', '--reference', 'arm=placebo'],
    );
    expect(output['method']).toBe('ML');
    expect((output['coefficients'] as { term: string }[])[1]?.term).toBe('armactive');
    expect(output['emmeans']).toHaveLength(6);
    expect(output['contrasts']).toHaveLength(3);
  });

  test('an unknown column is named', () => {
    const { status, error } = cli('fit', data, '--formula', 'fatigue ~ arm + cs(visit | id)');
    expect(status).toBe(1);
    expect(error).toMatchObject({ code: 'unknown_column', detail: { file: 'data.csv', column: 'fatigue' } });
  });

  test('a file that is not there is named', () => {
    const { status, error } = cli('fit', join(folder, 'nothing.csv'), '--formula', formula);
    expect(status).toBe(1);
    expect(error).toMatchObject({ code: 'file_not_found', detail: { file: 'nothing.csv' } });
  });

  test('an empty file is refused', () => {
    const { status, error } = cli('fit', file('empty.csv', ''), '--formula', formula);
    expect(status).toBe(1);
    expect(error.message).toContain('empty.csv');
  });
});

describe('score', () => {
  test('scores the example questionnaire', () => {
    const { status, output } = cli('score', join(example, 'questionnaires.csv'), '--instrument', 'FSS');
    expect(status).toBe(0);
    expect(JSON.stringify(output)).toContain('total');
  });

  test('scores an instrument of the built-in ones with its options', () => {
    const header = Array.from({ length: 11 }, (_, i) => `cfq_${i + 1}`).join(',');
    const path = file('cfq.csv', `id,${header}\na,0,1,2,3,0,1,2,3,0,1,2\nb,3,3,3,3,3,3,,,,,\n`);
    const { output, stderr } = cli(
      ...['score', path, '--instrument', 'Chalder', '--scoring', 'bimodal', '--id', 'id'],
      ...['--missing-items', 'at_least=4'],
    );
    expect(stderr).toBe('');
    expect(output).toMatchObject({
      instrument: 'CFQ-11',
      scoring: 'bimodal',
      missingItems: 'at_least_4',
      rows: [
        { id: 'a', scores: { total: 5, physical: 3, mental: 2 } },
        { id: 'b', scores: { total: 11, physical: 7, mental: null } },
      ],
    });
  });

  test('scores an instrument of the user, defined in a file', () => {
    const definition = file(
      'energy.json',
      JSON.stringify({
        name: 'Energy diary',
        title: 'Energy diary',
        version: '2 items',
        direction: 'declared',
        items: { count: 2, lowest: 0, highest: 100, step: 0 },
        scorings: [{ name: 'mean', combine: 'mean' }],
        scales: [{ name: 'total', label: 'Energy' }],
        missingItems: { default: 'half', source: 'our protocol' },
        stems: ['energy'],
        source: ['our protocol'],
        licence: 'ours',
      }),
    );
    const path = file('energy.csv', 'energy1,energy2\n20.5,30.5\n');
    const { output, stderr } = cli(...['score', path, '--instrument', definition, '--direction', 'higher_is_better']);
    expect(stderr).toBe('');
    expect(output).toMatchObject({
      instrument: 'Energy diary',
      scales: [{ score: 'total', direction: 'higher_is_better', range: [0, 100] }],
      rows: [{ scores: { total: 25.5 } }],
    });
    expect(cli('score', path, '--instrument', definition).error.message).toContain('its direction must be declared');
  });

  const items = Array.from({ length: 9 }, (_, i) => `fss${i + 1}`).join(',');

  test('codes for missing are told by an option, and an identifier that looks like one stays', () => {
    const path = file('codes.csv', `id,${items}\n1,1,2,3,4,5,6,7,999,1\n999,1,2,3,4,5,6,-9,-9,x\n`);
    const refused = cli('score', path, '--instrument', 'FSS', '--id', 'id');
    expect(refused.status).toBe(1);
    const { output, stderr } = cli('score', path, '--instrument', 'FSS', '--id', 'id', '--missing', '999,-9,x');
    expect(stderr).toBe('');
    expect(output['rows']).toMatchObject([
      { id: '1', scores: { total: 32.625 } },
      { id: '999', scores: { total: 31.5 } },
    ]);
  });

  test('an answer out of range says how to tell a code for missing, or the decimal mark', () => {
    const refusal = (cells: string): unknown =>
      cli('score', file('out.csv', `${items}\n${cells}\n`), '--instrument', 'FSS').error.detail['remedy'];
    expect(refusal('999,2,3,4,5,6,7,-9,1')).toContain('say --missing=999,-9 if that means a missing answer');
    expect(refusal('"1,234",2,3,4,5,6,7,1,1')).toContain('say --decimal comma or --decimal point');
    expect(refusal('"1,234",2,3,4,5,6,7,1,1')).not.toContain('--missing');
  });

  test('the decimal mark is told by an option', () => {
    const path = file('mark.csv', 'vas\n"12,345"\n');
    const score = (mark: string): Outcome =>
      cli(
        'score',
        path,
        '--instrument',
        'VAS-F',
        '--items',
        'vas',
        '--direction',
        'lower_is_better',
        '--decimal',
        mark,
      );
    expect(score('comma').output['rows']).toMatchObject([{ scores: { total: 12.345 } }]);
    expect(score('point').error.message).toContain('12345 is outside the answers');
  });

  test('an unknown instrument is refused with the choices', () => {
    const { status, error } = cli('score', join(example, 'questionnaires.csv'), '--instrument', 'XYZ');
    expect(status).toBe(1);
    expect(error.message).toContain('FSS');
  });
});

describe('analyze', () => {
  test('runs the example plan from its folder', () => {
    const { status, output, stderr } = cli('analyze', join(example, 'plan.json'));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(output).toMatchObject({ simulated: true, errors: [] });
  });

  test('writes the report to --out in place of standard output', () => {
    const out = join(folder, 'report.json');
    const { status, stdout, stderr } = cli('analyze', join(example, 'plan.json'), '--out', out);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    const { output } = cli('analyze', join(example, 'plan.json'));
    const written = JSON.parse(readFileSync(out, 'utf8')) as object;
    expect({ ...written, elapsedMs: 0 }).toEqual({ ...output, elapsedMs: 0 });
  });

  test('a fixed sequence and adjusted p values are in the report', () => {
    const plan = JSON.parse(readFileSync(join(example, 'plan.json'), 'utf8')) as Plan;
    plan.inference = { ...plan.inference, gate: 'fixed_sequence' };
    plan.outcomes[2]!.multiplicity = 'holm';
    const { output } = cli('analyze', file('gate.json', JSON.stringify(plan)), '--data', example);
    const outcomes = (output as unknown as Report).outcomes;
    expect(outcomes.map(({ gate }) => gate?.position)).toEqual([1, 2, 3]);
    expect(outcomes[0]?.gate?.open).toBe(true);
    expect(outcomes[1]?.gate?.open).toBe(outcomes[0]?.gate?.rejected);
    const [effect] = outcomes[2]?.effects ?? [];
    expect(effect?.pAdjusted).toBeGreaterThanOrEqual(effect?.pValue ?? 1);
  });

  test('a data file that is not in the folder is named', () => {
    const { status, error } = cli('analyze', join(example, 'plan.json'), '--data', folder);
    expect(status).toBe(1);
    expect(error).toMatchObject({ code: 'file_not_found', detail: { file: 'participants.csv' } });
  });

  test.each([
    ['no-such-folder', 'file_not_found', /^there is no folder .*no-such-folder: --data takes the folder/],
    ['plan.json', 'file_not_readable', /plan\.json is a file: --data takes the folder/],
  ])('--data %s is told as what it is, and not file by file', (name, code, told) => {
    const report = file('report-of.json', JSON.stringify(cli('analyze', join(example, 'plan.json')).output));
    for (const command of [
      ['analyze', join(example, 'plan.json')],
      ['check', join(example, 'plan.json')],
      ['reproduce', report],
    ]) {
      const { status, error } = cli(...command, '--data', join(example, name));
      expect([status, error.code]).toEqual([1, code]);
      expect(error.message).toMatch(told);
    }
  });

  test('what a shell pipes in under a path is read as a file', () => {
    const piped = spawnSync(
      'bash',
      ['-c', 'node "$0" fit <(cat "$1") --formula "$2"', join(root, 'dist/cli.js'), data, formula],
      { encoding: 'utf8' },
    );
    expect(piped.stderr).toBe('');
    const { coefficients } = JSON.parse(piped.stdout) as Record<string, unknown>;
    expect(coefficients).toEqual(cli('fit', data, '--formula', formula).output['coefficients']);
  });

  test('a folder in place of a file is told as such, and nobody is asked to drop it again', () => {
    const { status, error } = cli('fit', folder, '--formula', 'y ~ arm');
    expect(status).toBe(1);
    expect(error).toMatchObject({ code: 'file_not_readable', detail: { remedy: 'check the path' } });
    expect(error.message).toMatch(/cannot be read: it is a folder$/);
  });

  test('a file that is not there costs the outcomes that need it, and the check of no other', () => {
    const inFolder = mkdtempSync(join(folder, 'part-'));
    for (const name of ['participants.csv', 'questionnaires.csv', 'adverse-events.csv'])
      writeFileSync(join(inFolder, name), readFileSync(join(example, name)));
    const { status, output, error } = cli('analyze', join(example, 'plan.json'), '--data', inFolder);
    expect(status).toBe(1);
    expect(error.message).toMatch(/dfs: .*diary.csv cannot be read: there is no such file/);
    const report = output as unknown as Report;
    const whole = cli('analyze', join(example, 'plan.json')).output as unknown as Report;
    expect(report.outcomes.map((outcome) => [outcome.id, outcome.error?.code])).toEqual([
      ['dfs', 'file_not_found'],
      ['fss', undefined],
      ['mfis', undefined],
    ]);
    expect(report.outcomes[1]?.effects).toEqual(whole.outcomes[1]?.effects);
    const check = cli('check', join(example, 'plan.json'), '--data', inFolder);
    expect(check.status).toBe(0);
    expect(check.output['problems']).toMatchObject([
      {
        severity: 'error',
        problem: { code: 'file_not_found', detail: { file: 'diary.csv', remedy: 'check the path' } },
      },
    ]);
    expect((check.output['files'] as { name: string }[]).map(({ name }) => name)).toContain('questionnaires.csv');
  });

  test('a report with a failed outcome is printed, and the failure is on standard error', () => {
    const plan = JSON.parse(readFileSync(join(example, 'plan.json'), 'utf8')) as {
      outcomes: { id: string; effect: { visit?: string } }[];
    };
    plan.outcomes[1]!.effect.visit = '99';
    const { status, output, error } = cli('analyze', file('plan.json', JSON.stringify(plan)), '--data', example);
    expect(status).toBe(1);
    expect(error.code).toBe('analysis_incomplete');
    expect(error.message).toContain(plan.outcomes[1]!.id);
    expect(output['outcomes']).toHaveLength(plan.outcomes.length);
  });

  test('a plan that is no JSON is refused', () => {
    const { status, error } = cli('analyze', file('broken.json', '{"files": ['));
    expect(status).toBe(1);
    expect(error).toMatchObject({ code: 'bad_plan', detail: { file: 'broken.json' } });
    expect(error.message).toBe('broken.json is not JSON: it ends before it is complete');
  });

  test('a report in place of a plan is told as one', () => {
    const { status, error } = cli('analyze', 'tests/web/fixtures/report.json');
    expect(status).toBe(1);
    expect(error.message).toBe('report.json is a report and no plan: give what stands in it under plan');
  });
});

describe('individual and influence', () => {
  test.each(['individual', 'influence'])(
    '%s answers for every outcome of the example, to --out if asked',
    (command) => {
      const { status, output, stderr } = cli(command, join(example, 'plan.json'));
      expect(stderr).toBe('');
      expect(status).toBe(0);
      const { outcomes, failed } = output as unknown as Individual | Influence;
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['dfs', 'fss', 'mfis']);
      expect(failed).toEqual([]);
      const out = join(folder, `${command}.json`);
      const written = cli(command, join(example, 'plan.json'), '--out', out);
      expect(written).toMatchObject({ status: 0, stdout: '', stderr: '' });
      expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(output);
    },
  );

  test('the effects of influence are those of the report, with a row for each participant', () => {
    const influence = cli('influence', join(example, 'plan.json')).output as unknown as Influence;
    const report = cli('analyze', join(example, 'plan.json')).output as unknown as Report;
    expect(influence.participants).toBe(18);
    influence.outcomes.forEach(({ effects }, k) => {
      const [effect] = effects;
      expect(effect).toMatchObject({
        estimate: report.outcomes[k]?.effects[0]?.estimate,
        se: report.outcomes[k]?.effects[0]?.se,
      });
      expect(effect?.rows.every(({ status }) => status === 'converged')).toBe(true);
    });
  });

  test.each(['individual', 'influence'])('%s tells of an outcome that failed on standard error', (command) => {
    const plan = JSON.parse(readFileSync(join(example, 'plan.json'), 'utf8')) as Plan;
    plan.outcomes[1]!.effect = { kind: 'visit_difference', visit: '99' };
    const { status, output, error } = cli(command, file('late.json', JSON.stringify(plan)), '--data', example);
    expect(status).toBe(1);
    expect(error.code).toBe('analysis_incomplete');
    expect(error.message).toContain('fss: ');
    expect(output['outcomes']).toHaveLength(2);
    expect(output['failed']).toMatchObject([{ outcome: 'fss', error: { code: 'unknown_visit' } }]);
  });

  test.each(['individual', 'influence'])('%s names a data file that is not there', (command) => {
    const { status, error } = cli(command, join(example, 'plan.json'), '--data', folder);
    expect(status).toBe(1);
    expect(error).toMatchObject({ code: 'file_not_found', detail: { file: 'participants.csv' } });
  });
});

describe('usage', () => {
  test.each([
    [[], 'a command is needed'],
    [['frobnicate'], 'unknown command "frobnicate"'],
    [['fit'], 'data file is missing'],
    [['fit', data], '--formula is missing'],
    [['fit', data, '--formula', formula, '--colour', 'red'], 'there is no option --colour: there are --formula, '],
    [['fit', data, '--formula', formula, '--formula', 'score ~ arm'], '--formula is given twice'],
    [['fit', data, '--formula', formula, '--confidence', 'high'], '--confidence takes a number, not "high"'],
    [['fit', data, '--formula', formula, '--df', 'guess'], '--df takes kenward_roger, '],
    [['fit', data, '--formula', formula, '--confidence', '2'], '--confidence takes a number between 0 and 1, not "2"'],
    [['fit', data, '--formula', formula, '--levels', 'arm'], '--levels takes COLUMN=VALUE, not "arm"'],
    [['fit', data, '--formula', formula, '--reference', 'arm=x'], '--reference needs --emmeans'],
    [['fit', data, '--formula', formula, '--at', 'visit=V1'], '--at needs --emmeans'],
    [
      ['fit', data, '--formula', formula, '--emmeans', 'arm', '--contrast', 'a=x'],
      '--contrast takes a number, not "x"',
    ],
    [['fit', 'nothing.csv', '--formula', formula, '--emmeans', 'arm', '--at', 'visit'], '--at takes COLUMN=VALUE'],
    [['score', data], '--instrument is missing'],
    [['analyze', 'a.json', 'b.json'], '--out FOLDER is needed for several plans'],
    [['influence'], 'plan file is missing'],
    [['individual', 'a.json', '--from', '3'], '--from'],
  ])('%j is wrong usage', (args, message) => {
    const { status, stderr } = cli(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage:');
  });

  test('help and version', () => {
    expect(cli('--help')).toMatchObject({ status: 0, stderr: '' });
    for (const command of ['fit', 'score', 'analyze', 'individual', 'influence']) {
      const { status, stdout, stderr } = cli(command, '--help');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain(`Usage: fatigue-calculator ${command} `);
      expect(stdout).toMatch(/^Examples?:$/m);
    }
    for (const command of ['report', 'completion']) {
      const { stdout } = cli(command, '--help');
      expect(stdout).not.toContain('The answer is JSON');
      expect(stdout).toContain('comes on standard output');
      expect(stdout).toContain('exit code 1');
    }
    expect(cli('--version')).toMatchObject({ status: 0, stderr: '' });
  });
});
