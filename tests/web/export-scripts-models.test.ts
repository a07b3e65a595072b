// SPDX-License-Identifier: MIT
/** The R script's models by every way of inference it has, and what it says where it has another or fails. */
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DfMethod, FitMethod, Plan, PlanOutcome, VcovMethod } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { rScript } from '../../web/export/r/script.js';
import { analyze, example, examplePlan, temporaryFolder, hasR, runR, runScript } from './script-support.js';

const folder = temporaryFolder();

const effects = {
  visit: { kind: 'visit_difference', visit: '28' },
  average: { kind: 'average_difference' },
  slope: { kind: 'slope_difference', window: 7 },
} as const;

type Kind = 'oneVisit' | 'mmrm' | 'ar1h' | 'slope' | 'intercept';

/** The example's outcomes in one way of inference. */
function outcomeOf(kind: Kind, method: FitMethod, vcov: VcovMethod, df: DfMethod): PlanOutcome {
  const [dfs, fss] = examplePlan().outcomes as [PlanOutcome, PlanOutcome];
  const own = { method, vcov, df };
  const label = `${kind} ${method} ${vcov} ${df}`;
  const named = { label, id: label.toLowerCase().replaceAll(' ', '_'), role: 'secondary' } as const;
  const covariates = ['age', 'sex'];
  switch (kind) {
    case 'oneVisit': {
      const model = { kind: 'mmrm', response: 'change', visits: ['28'], covariates, ...own } as const;
      return { ...fss, ...named, effect: effects.visit, model: { ...model, visits: ['28'] } };
    }
    case 'mmrm':
    case 'ar1h': {
      const covariance = kind === 'mmrm' ? 'us' : 'ar1h';
      const model = { kind: 'mmrm', response: 'change', covariance, ...own } as const;
      return { ...fss, ...named, effect: kind === 'mmrm' ? effects.average : effects.visit, model };
    }
    case 'slope': {
      const model = { kind: 'random_effects', response: 'value', random: 'intercept_slope', ...own } as const;
      return { ...dfs, ...named, effect: effects.slope, model };
    }
    case 'intercept': {
      const model = { kind: 'random_effects', response: 'change', random: 'intercept', ...own } as const;
      return { ...dfs, ...named, effect: effects.average, model: { ...model, covariates } };
    }
  }
}

function planOf(outcomes: PlanOutcome[]): Plan {
  const plan = examplePlan();
  delete plan.published;
  plan.outcomes = outcomes.map((outcome, i) => ({ ...outcome, role: i === 0 ? 'primary' : 'secondary' }));
  return plan;
}

const kinds: readonly Kind[] = ['oneVisit', 'mmrm', 'ar1h', 'slope', 'intercept'];
const methods: readonly FitMethod[] = ['REML', 'ML'];
const robust: readonly VcovMethod[] = ['empirical', 'empirical_bias_reduced', 'empirical_jackknife'];

describe.runIf(hasR)('the R script, run', () => {
  /**
   * lme4 and lm come to 1e-6 throughout. nlme's gls stops with standard errors at 1e-5 and the degrees of freedom that
   * are made of them at 4e-5, which is 1e-4 of a small p.
   */
  const expectClose = (report: Report, outcomes: number): void => {
    const effects = report.outcomes.flatMap((outcome) => outcome.effects);
    expect(effects).toHaveLength(outcomes);
    const rows = runR(report);
    // Estimate, SE, df and p; the normal distribution has no df.
    expect(rows).toHaveLength(effects.reduce((sum, { df }) => sum + (df === null ? 3 : 4), 0));
    for (const row of rows) {
      const most = row.what === 'p' ? 2e-4 : row.what === 'estimate' ? 1e-6 : 4e-5;
      expect(Math.abs(row.r / row.calculator - 1), JSON.stringify(row)).toBeLessThan(most);
    }
  };

  test('makes empirical covariances again, with all their corrections', { timeout: 120_000 }, () => {
    const outcomes = kinds.flatMap((kind) =>
      robust.map((vcov, i) => outcomeOf(kind, methods[i % 2] ?? 'ML', vcov, 'satterthwaite')),
    );
    expectClose(analyze(planOf(outcomes)), outcomes.length);
  });

  test('makes ML, residual and no degrees of freedom again', { timeout: 120_000 }, () => {
    const dfs: readonly DfMethod[] = ['residual', 'asymptotic'];
    const outcomes = kinds.flatMap((kind) =>
      methods.flatMap((method) => dfs.map((df) => outcomeOf(kind, method, 'model', df))),
    );
    expectClose(analyze(planOf(outcomes)), outcomes.length);
  });

  test('takes the variance at one visit by n under ML, with its own degrees of freedom', { timeout: 60_000 }, () => {
    const outcomes = methods.flatMap((method) =>
      (['kenward_roger', 'satterthwaite', 'between_within'] as const).map((df) =>
        outcomeOf('oneVisit', method, 'model', df),
      ),
    );
    expectClose(analyze(planOf(outcomes)), outcomes.length);
  });

  test('makes Kenward-Roger and Satterthwaite again where the covariance is linear', { timeout: 120_000 }, () => {
    const dfs: readonly DfMethod[] = ['kenward_roger', 'satterthwaite'];
    const outcomes = (['mmrm', 'slope', 'intercept'] as const).flatMap((kind) =>
      dfs.map((df) => outcomeOf(kind, 'REML', 'model', df)),
    );
    const ml = (['mmrm', 'slope'] as const).map((kind) => outcomeOf(kind, 'ML', 'model', 'satterthwaite'));
    const expected = outcomeOf('intercept', 'REML', 'model', 'kenward_roger');
    const model = { ...expected.model, information: 'expected' } as const;
    const all = [...outcomes, ...ml, { ...expected, id: 'expected', label: 'expected', model }];
    expectClose(analyze(planOf(all)), all.length);
  });

  test('says what it makes in another way, and why, and compares the rest', { timeout: 60_000 }, () => {
    const report = analyze(planOf([outcomeOf('ar1h', 'REML', 'model', 'kenward_roger')]));
    expect(rScript(report)).toContain("only estimate will agree: mmrm has no Kenward-Roger in SAS's parameters");
    const { status, output, compared } = runScript(report);
    expect(status).toBe(0);
    expect(compared.map(({ what }) => what)).toEqual(['estimate']);
    const others = output.slice(output.indexOf('made in another way'));
    expect(others).toMatch(/ SE [^]* df [^]* p /);
    expect(others).toContain('has no Kenward-Roger');
  });

  test('goes on past an outcome that fails, tells it and ends with status 1', { timeout: 60_000 }, () => {
    const report = analyze(planOf(kinds.slice(0, 4).map((kind) => outcomeOf(kind, 'REML', 'model', 'residual'))));
    report.outcomes[1]!.model!.nObservations += 1;
    const { status, output, compared } = runScript(report);
    expect(status).toBe(1);
    const { label } = report.outcomes[1]!;
    expect(output).toMatch(new RegExp(`FAILED: ${label}: rows of the model: \\d+ here, but \\d+ in the calculator`));
    expect(output).toContain('1 outcomes failed, 0 numbers differ.');
    expect(compared.filter(({ what }) => what === 'estimate')).toHaveLength(3);
  });

  test('ends with status 1 where a number differs', { timeout: 60_000 }, () => {
    const report = analyze(planOf([outcomeOf('slope', 'REML', 'model', 'satterthwaite')]));
    report.outcomes[0]!.effects[0]!.se! *= 1.01;
    const { status, output } = runScript(report);
    expect(status).toBe(1);
    expect(output).toContain(`DIFFERS: ${report.outcomes[0]!.label}, SE`);
  });

  test('stops where the files are others than those analysed', { timeout: 60_000 }, () => {
    const data = mkdtempSync(join(folder, 'shorter-'));
    for (const name of ['diary.csv', 'questionnaires.csv']) copyFileSync(join(example, name), join(data, name));
    const lines = readFileSync(join(example, 'participants.csv'), 'utf8').trimEnd().split('\n');
    writeFileSync(join(data, 'participants.csv'), lines.slice(0, -1).join('\n'));
    const { status, stderr } = runScript(analyze(examplePlan()), data);
    expect(status).toBe(1);
    const rows = lines.length - 1;
    expect(stderr).toContain(`rows of participants.csv: ${rows - 1} here, but ${rows} in the calculator`);
  });
});

test('a model that R does not fit is said in the header and not tried', () => {
  const outcome = outcomeOf('slope', 'REML', 'model', 'satterthwaite');
  outcome.model = { kind: 'random_effects', response: 'value', random: 'intercept', residual: 'ar1' };
  const script = rScript(analyze(planOf([outcome])));
  expect(script).toMatch(/^# .*: not made again: random effects together with the residual structure ar1/m);
  expect(script).not.toContain('lme4::lmer(');
});

test('mmrm is asked for the covariance and the degrees of freedom of the report', () => {
  const of = (vcov: VcovMethod, df: DfMethod): string =>
    rScript(analyze(planOf([outcomeOf('mmrm', 'REML', vcov, df)])));
  expect(of('empirical_jackknife', 'residual')).toContain('method = "Residual", vcov = "Empirical-Jackknife")');
  expect(of('empirical_bias_reduced', 'satterthwaite')).toContain(
    'method = "Satterthwaite", vcov = "Empirical-Bias-Reduced")',
  );
  expect(of('model', 'kenward_roger')).toContain('method = "Kenward-Roger", vcov = "Kenward-Roger-Linear")');
  expect(of('model', 'asymptotic')).toContain('if (has("mmrm")) tested(contrast, vcov(fit), Inf, 0.95)');
});
