// SPDX-License-Identifier: MIT
/** The R script is run where R and its packages are installed, and its numbers are compared with the report's. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Individual } from '../../web/contract/individual.js';
import { neededScores, scoresFile } from '../../web/export/files.js';
import { provenanceOf } from '../../web/export/provenance.js';
import { rScript } from '../../web/export/r/script.js';
import { sasProgram } from '../../web/export/sas/program.js';
import { reportFixture } from './report-fixture.js';
import {
  analyze,
  ask,
  example,
  examplePlan,
  expectAgreement,
  temporaryFolder,
  hasR,
  runR,
  writeScores,
} from './script-support.js';

const folder = temporaryFolder();

/** The example's files with identifiers and arms that are formulas to a spreadsheet. */
function hostileExample(): string {
  const data = mkdtempSync(join(folder, 'hostile-'));
  for (const name of ['participants.csv', 'diary.csv', 'questionnaires.csv', 'adverse-events.csv']) {
    const text = readFileSync(join(example, name), 'utf8').replace(/^(K\d+)/gm, '"=HYPERLINK(""$1"")"');
    writeFileSync(join(data, name), text.replace(/,ketamine,/g, ',=ketamine,').replace(/,midazolam,/g, ',@midazolam,'));
  }
  return data;
}

/** The example's files in a folder of their own, its identifiers numbers with zeros before them. */
function numberedExample(): string {
  const data = mkdtempSync(join(folder, 'numbered-'));
  for (const name of ['participants.csv', 'diary.csv', 'questionnaires.csv', 'adverse-events.csv']) {
    writeFileSync(join(data, name), readFileSync(join(example, name), 'utf8').replace(/^K(\d+)/gm, '0$1'));
  }
  return data;
}

/** The example's diary with columns made of each row's identifier, day and score. */
function addColumns(data: string, columns: Record<string, (id: string, day: number, score: string) => string>): void {
  const [header = '', ...lines] = readFileSync(join(data, 'diary.csv'), 'utf8').trimEnd().split('\n');
  const added = lines.map((line) => {
    const [id = '', day = '', score = ''] = line.split(',');
    return [line, ...Object.values(columns).map((make) => make(id, Number(day), score))].join(',');
  });
  writeFileSync(join(data, 'diary.csv'), [[header, ...Object.keys(columns)].join(','), ...added].join('\n'));
}

describe.runIf(hasR)('the R script, run', () => {
  test('makes the effects of the example again', { timeout: 120_000 }, () => {
    const rows = runR(analyze(examplePlan()));
    expectAgreement(rows, 3);
    for (const what of ['SE', 'df', 'p']) expect(rows.filter((row) => row.what === what)).toHaveLength(3);
  });

  test('agrees in SE, df and p by Satterthwaite, with covariates and averages', { timeout: 120_000 }, () => {
    const plan = examplePlan();
    plan.instruments[1]!.missingItems = { atLeast: 7 };
    plan.instruments[2]!.missingItems = 'subscales';
    plan.inference = { ...plan.inference, df: 'satterthwaite', confidence: 0.9 };
    plan.outcomes[0]!.model = {
      kind: 'random_effects',
      response: 'value',
      random: 'intercept',
      covariates: ['age', 'sex'],
    };
    plan.outcomes[1]!.effect = { kind: 'average_difference' };
    plan.outcomes[1]!.model = { kind: 'mmrm', response: 'percent_change', covariance: 'ar1', covariates: ['age'] };
    plan.outcomes[2]!.model = { kind: 'mmrm', response: 'change', visits: ['28'], covariates: ['sex'] };
    const report = analyze(plan);
    const rows = runR(report);
    expectAgreement(rows, 3);
    // gls has no Satterthwaite: two of the three outcomes compare all of their numbers.
    expect(rows.filter((row) => row.what === 'SE')).toHaveLength(3);
    for (const what of ['df', 'p']) expect(rows.filter((row) => row.what === what)).toHaveLength(2);
  });

  test('reads wide files, and baselines over days', { timeout: 120_000 }, () => {
    const [header = '', ...lines] = readFileSync(join(example, 'diary.csv'), 'utf8').trimEnd().split('\n');
    expect(header).toBe('id,day,dfs');
    const byId = new Map<string, string[]>();
    for (const line of lines) {
      const [id = '', day = '', value = ''] = line.split(',');
      const row = byId.get(id) ?? Array.from({ length: 8 }, () => '');
      row[Number(day)] = value.replace('.', ',');
      byId.set(id, row);
    }
    const days = Array.from({ length: 8 }, (_, day) => day);
    const wide = [['id', ...days.map((day) => `dfs d${day}`)], ...[...byId].map(([id, row]) => [id, ...row])];
    writeFileSync(join(folder, 'wide.csv'), wide.map((row) => row.join(';')).join('\r\n'));
    writeFileSync(join(folder, 'participants.csv'), readFileSync(join(example, 'participants.csv')));
    const plan = examplePlan();
    plan.files = [
      plan.files[0]!,
      {
        name: 'wide.csv',
        role: 'records',
        id: 'id',
        wide: days.map((day) => ({ column: `dfs d${day}`, variable: 'dfs', visit: String(day) })),
        reading: { delimiter: ';', decimal: ',' },
      },
    ];
    plan.instruments = [{ ...plan.instruments[0]!, file: 'wide.csv' }];
    delete plan.published;
    const [dfs] = plan.outcomes;
    plan.outcomes = [
      {
        ...dfs!,
        model: {
          kind: 'mmrm',
          response: 'change',
          covariance: 'cs',
          baseline: { kind: 'window_mean', from: 0, to: 1 },
        },
        effect: { kind: 'visit_difference', visit: '7' },
      },
      {
        ...dfs!,
        id: 'last',
        model: { kind: 'mmrm', response: 'change', covariance: 'csh', baseline: { kind: 'last_before', day: 2 } },
        effect: { kind: 'average_difference' },
      },
    ];
    expectAgreement(runR(analyze(plan, folder), folder), 2);
  });
});

describe.runIf(hasR)('the R script with the file of scores, run', () => {
  test('weekly means of numbered participants, changes from the last record before', { timeout: 120_000 }, () => {
    const data = numberedExample();
    const plan = examplePlan();
    delete plan.published;
    const [dfs] = plan.outcomes;
    plan.outcomes = [
      {
        ...dfs!,
        summary: { kind: 'weekly_mean', firstDay: 2, leastDays: 3 },
        model: { kind: 'mmrm', response: 'change', baseline: { kind: 'last_before', day: 1 } },
        effect: { kind: 'visit_difference', visit: 'week 1' },
      },
      {
        ...dfs!,
        id: 'area',
        summary: { kind: 'auc_per_day' },
        model: { kind: 'mmrm', response: 'percent_change' },
        effect: { kind: 'visit_difference', visit: 'auc' },
      },
    ];
    const report = analyze(plan, data);
    const [weekly = ''] = writeScores(report, plan, data);
    expect(weekly).toMatch(/^id,arm,visit,score,baseline\r\n0\d+,/);
    expectAgreement(runR(report, data), 2);
  });

  test('scores whose identifiers a spreadsheet would run, made harmless in the file', { timeout: 120_000 }, () => {
    const data = hostileExample();
    const plan = examplePlan();
    delete plan.published;
    const [dfs] = plan.outcomes;
    plan.arms = { order: ['@midazolam', '=ketamine'] };
    plan.files[1]!.windows = [
      { visit: '+2 days', day: 2, before: 1, after: 1 },
      { visit: '-1 to cmd|calc', day: 6, before: 1, after: 1 },
    ];
    plan.outcomes = [
      {
        ...dfs!,
        model: { kind: 'mmrm', response: 'value', visits: ['+2 days', '-1 to cmd|calc'] },
        effect: { kind: 'average_difference' },
      },
    ];
    const report = analyze(plan, data);
    const [scores = ''] = writeScores(report, plan, data);
    const rows = scores.split('\r\n').filter((line) => line.includes('K01'));
    expect(rows.map((line) => line.replace(/,[^,]*$/, ''))).toEqual([
      `"'=HYPERLINK(""K01"")",'=ketamine,'+2 days`,
      `"'=HYPERLINK(""K01"")",'=ketamine,'-1 to cmd|calc`,
    ]);
    expectAgreement(runR(report, data), 1);
  });

  test('visits by windows, and a baseline in a column', { timeout: 120_000 }, () => {
    const data = numberedExample();
    const first = new Map<string, string>();
    addColumns(data, {
      base: (id, day, score) => {
        if (day === 0) first.set(id, score);
        return first.get(id) ?? '';
      },
    });
    const plan = examplePlan();
    delete plan.published;
    const [dfs] = plan.outcomes;
    plan.files[1]!.windows = [
      { visit: 'early', day: 2, before: 1, after: 1 },
      { visit: 'late', day: 6, before: 1, after: 1 },
    ];
    plan.outcomes = [
      {
        ...dfs!,
        model: {
          ...{ kind: 'mmrm', response: 'change', covariance: 'cs', visits: ['early', 'late'] },
          baseline: { kind: 'column', column: 'base' },
        },
        effect: { kind: 'average_difference' },
      },
    ];
    const report = analyze(plan, data);
    writeScores(report, plan, data);
    expectAgreement(runR(report, data), 1);
  });

  test('weighted records are weighted', { timeout: 120_000 }, () => {
    const data = numberedExample();
    addColumns(data, { w: (_, day) => String(1 + (day % 3)) });
    const plan = examplePlan();
    delete plan.published;
    const [dfs] = plan.outcomes;
    plan.inference = { ...plan.inference, df: 'satterthwaite' };
    plan.outcomes = [
      { ...dfs!, model: { kind: 'random_effects', response: 'value', random: 'intercept', weights: 'w' } },
      {
        ...dfs!,
        id: 'visits',
        model: { kind: 'mmrm', response: 'change', covariance: 'csh', weights: 'w', visits: ['3', '5', '7'] },
        effect: { kind: 'visit_difference', visit: '7' },
      },
    ];
    const report = analyze(plan, data);
    expect(neededScores(report)).toEqual([]);
    const rows = runR(report, data);
    expectAgreement(rows, 2);
    plan.outcomes.forEach(({ model }) => delete model.weights);
    const unweighted = analyze(plan, data).outcomes[0]!.effects[0]!.estimate!;
    expect(Math.abs(unweighted / report.outcomes[0]!.effects[0]!.estimate! - 1)).toBeGreaterThan(1e-3);
    expect(sasProgram(report)).toContain('  weight weight;');
  });
});

test('what stands in no file is said and not made again', () => {
  const plan = examplePlan();
  const data = numberedExample();
  addColumns(data, { w: () => '2' });
  plan.files[1]!.windows = [{ visit: 'late', day: 6, before: 1, after: 1 }];
  plan.outcomes = [
    {
      ...plan.outcomes[0]!,
      model: { kind: 'mmrm', response: 'value', visits: ['late'], weights: 'w' },
      effect: { kind: 'visit_difference', visit: 'late' },
    },
  ];
  delete plan.published;
  const report = analyze(plan, data);
  expect(report.outcomes[0]?.status).toBe('ok');
  const reason = 'records are weighted, and records are given to visits by windows of days';
  for (const script of [rScript(report), sasProgram(report)]) expect(script).toContain(reason);
  expect(rScript(report)).not.toContain('lm(');
  expect(sasProgram(report)).not.toContain('proc mixed');
});

test('a number that could not be computed is missing in R and does not stop the script', () => {
  const report = reportFixture();
  for (const { effects } of report.outcomes)
    for (const effect of effects) Object.assign(effect, { estimate: null, se: null, df: null, pValue: null });
  const script = rScript(report);
  expect(script).toContain('"estimate", effect$estimate, NA_real_)');
  expect(script).not.toMatch(/, (?:null|NaN)\)/);
});

test('scores that are not those of the model are refused', () => {
  const plan = examplePlan();
  plan.outcomes[0]!.summary = { kind: 'weekly_mean', firstDay: 1, leastDays: 4 };
  plan.outcomes[0]!.model = { kind: 'mmrm', response: 'change' };
  plan.outcomes[0]!.effect = { kind: 'visit_difference', visit: 'week 1' };
  const report = analyze(plan);
  const individual = ask('individual', plan, example) as Individual;
  const stamp = provenanceOf(report, '2026-11-26');
  const fss = individual.outcomes.find(({ outcome }) => outcome === 'fss')!;
  fss.trajectories[0]!.points[0]!.value += 1;
  expect(() => scoresFile(report, 'fss', individual, stamp)).toThrow('Fatigue Severity Scale do not make the rows');
});

test('names of columns and visits cannot leave their place in a script', () => {
  const report = analyze(examplePlan());
  const nasty = 'a"); system("x")\n# \u2028 */ %let x=1; \'';
  report.plan.title = nasty;
  report.plan.files[0]!.id = nasty;
  report.outcomes[0]!.label = nasty;
  report.plan.outcomes[0]!.model.covariates = [nasty];
  const r = rScript(report, [nasty]);
  const code = r.split('\n').filter((line) => !line.startsWith('#'));
  for (const line of code) expect(line.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/#.*/, '')).not.toContain('system');
  const sas = sasProgram(report, [nasty]);
  const bare = sas.replace(/\/\*[\s\S]*?\*\//g, '').replace(/'(?:[^']|'')*'/g, '');
  expect(bare).not.toContain('system');
  expect(bare).not.toContain('%let x');
});

test('a code for missing is one of its own column alone', () => {
  const plan = examplePlan();
  plan.files[0]!.reading = { ...plan.files[0]!.reading, missingIn: { age: ['999'], sex: ['-9'] } };
  for (const outcome of plan.outcomes) outcome.model.covariates = ['age', 'sex'];
  const report = analyze(plan);
  const r = rScript(report);
  expect(r).toContain('missing = c("NA", "N/A", "NaN", "."), codes = list("age" = c("999"), "sex" = c("-9")))');
  const sas = sasProgram(report);
  const numbers = [...sas.matchAll(/ifn\(lowcase\(strip\(c\d+\)\) in \(([^)]*)\)/g)].map((found) => found[1]);
  expect(numbers[0]).toBe("'', 'na', 'n/a', 'nan', '.', '999'");
  expect(new Set(numbers.slice(1))).toEqual(new Set(["'', 'na', 'n/a', 'nan', '.'"]));
  expect(sas).toContain("if lowcase(x2) in ('', 'na', 'n/a', 'nan', '.', '-9') then x2 = '';");
});

describe('the SAS program', () => {
  const program = sasProgram(analyze(examplePlan()), ['a stamp']);

  test('asks PROC MIXED for the models of the report', () => {
    expect(program).toContain('/* a stamp */');
    expect(program).toContain('model response = armn day armn*day / solution ddfm=kr');
    expect(program).toContain('random intercept day / subject=id type=un g;');
    expect(program).toContain("estimate 'ketamine - midazolam' armn*day -1 1 / cl;");
    expect(program).toContain('model response = baseline armn visitn armn*visitn / solution ddfm=kr');
    expect(program).toContain('repeated visitn / subject=id type=un r rcorr;');
    expect(program).toContain('armn -1 1 armn*visitn 0 0 0 -1  0 0 0 1 / cl;');
  });

  test('numbers the arms from the reference and scores by the rule', () => {
    expect(program).toContain("set roster(keep='id'n 'arm'n rename=('id'n=c1 'arm'n=c2));");
    expect(program).toContain("= 'midazolam' then armn = 1;");
    expect(program).toContain("= 'ketamine' then armn = 2;");
    expect(program).toMatch(/if n\(item1, .*item9\) >= 5 .*mean\(item1, .*item9\) \* 9;/);
  });

  test('gives every effect of an outcome its own row and level', () => {
    const plan = examplePlan();
    plan.inference = { ...plan.inference, confidence: 0.9 };
    plan.outcomes[1]!.effect = { kind: 'average_difference' };
    const text = sasProgram(analyze(plan));
    expect(text).toContain('armn -4 4 armn*visitn -1 -1 -1 -1  1 1 1 1 / cl divisor=4 alpha=0.1;');
    expect(text).toMatch(/%compare\('Fatigue Severity Scale', 1, /);
    expect(text).toContain('set effects(firstobs=&row obs=&row);');
  });

  test('declares the array of items once, however many visits a wide file has', () => {
    const plan = examplePlan();
    const visits = ['0', '7'];
    plan.files[2] = {
      ...plan.files[2]!,
      wide: visits.flatMap((visit) =>
        plan.instruments[1]!.items!.map((variable) => ({ column: `${variable}_${visit}`, variable, visit })),
      ),
    };
    const report = analyze(examplePlan());
    report.plan.files = plan.files;
    const step = /data scores;[^]*?run;/g;
    const steps = sasProgram(report).match(step) ?? [];
    expect(steps).toHaveLength(3);
    expect(steps[1]?.match(/array item/g)).toHaveLength(1);
    expect(steps[1]?.match(/then output/g)).toHaveLength(2);
  });

  test('says which structure PROC MIXED does not have', () => {
    const plan = examplePlan();
    plan.outcomes[1]!.model = { kind: 'mmrm', response: 'change', covariance: 'ad' };
    expect(sasProgram(analyze(plan))).toContain('/* PROC MIXED has no structure ad. */');
  });
});

test('scores that a script does not make come from the file of scores, and it says why', () => {
  const plan = examplePlan();
  plan.outcomes[0]!.summary = { kind: 'weekly_mean', firstDay: 1, leastDays: 4 };
  plan.outcomes[0]!.model = { kind: 'mmrm', response: 'change' };
  plan.outcomes[0]!.effect = { kind: 'visit_difference', visit: 'week 1' };
  const report = analyze(plan);
  for (const script of [rScript(report), sasProgram(report)]) {
    expect(script).toContain('scores-dfs.csv');
    expect(script).toContain('weekly means are analysed');
  }
});
