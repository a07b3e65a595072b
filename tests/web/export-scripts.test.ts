// SPDX-License-Identifier: MIT
/** The R script is run where R and its packages are installed, and its numbers are compared with the report's. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { rScript } from '../../web/export/r/script.js';
import { sasProgram } from '../../web/export/sas/program.js';

const example = 'examples/ketamine-pilot';
const folder = mkdtempSync(join(tmpdir(), 'fatigue-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const packages = ['emmeans', 'nlme', 'lme4', 'lmerTest', 'pbkrtest'];
const check = packages.map((name) => `stopifnot(requireNamespace("${name}", quietly = TRUE))`).join(';');
const hasR = spawnSync('Rscript', ['-e', check]).status === 0;
if (!hasR) console.log(`skipped: R scripts are not run, as R with ${packages.join(', ')} is not installed`);

const examplePlan = (): Plan => JSON.parse(readFileSync(join(example, 'plan.json'), 'utf8')) as Plan;

function analyze(plan: Plan, data = example): Report {
  const path = join(folder, 'plan.json');
  writeFileSync(path, JSON.stringify(plan));
  return JSON.parse(
    execFileSync('node', ['dist/cli.js', 'analyze', path, '--data', data], { encoding: 'utf8' }),
  ) as Report;
}

/** What the script's last table says: outcome, quantity and R's number beside the calculator's. */
function runR(report: Report, data = example): { what: string; r: number; calculator: number }[] {
  const path = join(folder, 'analysis.R');
  const tell =
    'for (i in seq_len(nrow(compared))) cat("@", compared$what[i], format(compared$R[i], digits = 17),' +
    ' format(compared$calculator[i], digits = 17), "\\n")';
  writeFileSync(path, `${rScript(report)}${tell}\n`);
  const { stdout, stderr, status } = spawnSync('Rscript', [path, data], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return [...stdout.matchAll(/^@ (\S+) (\S+) (\S+)/gm)].map(([, what = '', r, calculator]) => ({
    what,
    r: Number(r),
    calculator: Number(calculator),
  }));
}

const relative = ({ r, calculator }: { r: number; calculator: number }): number => Math.abs(r / calculator - 1);

/** lme4 and nlme::gls stop short of the optimum: 1e-5 of the estimate. Numbers are there for every outcome. */
function expectAgreement(rows: ReturnType<typeof runR>, estimates: number): void {
  const found = rows.filter(({ what }) => what === 'estimate');
  expect(found).toHaveLength(estimates);
  for (const row of rows)
    expect(relative(row), JSON.stringify(row)).toBeLessThan(row.what === 'estimate' ? 1e-5 : 1e-4);
}

describe.runIf(hasR)('the R script, run', () => {
  test('makes the effects of the example again', { timeout: 120_000 }, () => {
    const report = analyze(examplePlan());
    expectAgreement(runR(report), 3);
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
    for (const what of ['SE', 'df', 'p']) expect(rows.filter((row) => row.what === what)).toHaveLength(2);
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

describe('the SAS program', () => {
  const program = sasProgram(analyze(examplePlan()), ['a stamp']);

  test('asks PROC MIXED for the models of the report', () => {
    expect(program).toContain('/* a stamp */');
    expect(program).toContain('model response = armn day armn*day / solution ddfm=kr');
    expect(program).toContain('random intercept day / subject=id type=un g;');
    expect(program).toContain("estimate 'ketamine - midazolam' armn*day [1, 2] [-1, 1] / cl;");
    expect(program).toContain('model response = baseline armn visitn armn*visitn / solution ddfm=kr');
    expect(program).toContain('repeated visitn / subject=id type=un r rcorr;');
    expect(program).toContain('armn [1, 2] [-1, 1] armn*visitn [1, 2 4] [-1, 1 4] / cl;');
  });

  test('numbers the arms from the reference and scores by the rule', () => {
    expect(program).toContain("= 'midazolam' then armn = 1;");
    expect(program).toContain("= 'ketamine' then armn = 2;");
    expect(program).toMatch(/if n\(item1, .*item9\) >= 5 .*mean\(item1, .*item9\) \* 9;/);
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
