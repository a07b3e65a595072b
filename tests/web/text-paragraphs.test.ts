// SPDX-License-Identifier: MIT
/** The paragraphs for a methods and a results section: every number is the report's, and nothing is claimed beyond it. */
import { gateSentence } from '../../web/text/gate.js';
import { methodSentences } from '../../web/text/method.js';
import { respondersTable } from '../../web/text/tables/responders.js';
import { headlineTable } from '../../web/text/tables/headline.js';
import { describe, expect, test } from 'vitest';
import type { NumberStyleName } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { paragraphsOf, type Paragraphs } from '../../web/text/paragraphs.js';
import { fill, textOf, valueAt, type Segment } from '../../web/text/segments.js';
import { fullReport } from './full-report.js';
import { outcomeOf, reportFixture } from './report-fixture.js';

/** "−1 234·5" and ".03" as numbers. */
const parsed = (text: string): number =>
  Number(
    text
      .replace('\u2212', '-')
      .replace('\u00b7', '.')
      .replace(/[\u2009,]/g, ''),
  );

/** What a segment may say of the value at its path. */
function agrees(report: Report, { text, value }: Segment): boolean {
  const own = valueAt(report, value!.path);
  const [written = ''] = /[\u2212-]?[\d\u2009,]*[.\u00b7]?\d+/.exec(text) ?? [];
  if (Array.isArray(own)) return (text.match(/[\u2212-]?\d+/g) ?? []).every((n) => own.map(String).includes(n));
  if (typeof own === 'string') return [...own.matchAll(/\d+/g)].every(([digits]) => text.includes(digits));
  if (typeof own !== 'number' || written === '') return false;
  const decimals = /[.\u00b7](\d+)$/.exec(written)?.[1]?.length ?? 0;
  const isShare = text.includes('%') && own <= 1;
  const exact = isShare ? 100 * own : own;
  if (text.startsWith('<')) return exact < parsed(written);
  if (text.startsWith('>')) return exact > parsed(written);
  const bound = parsed(written);
  if (Math.abs(exact - bound) <= 0.5 * 10 ** -decimals * (1 + 1e-9)) return true;
  // A p value beyond what the style writes is its bound, with "<" or ">" before it.
  return /pValue|pAdjusted/.test(value!.path) && (bound <= 0.001 ? own < bound : bound >= 0.99 && own > bound);
}

/** Names that hold digits of their own; whatever digit remains outside a value is not tied to anything. */
const named = /Thirty-6|FSMC|AR\(1\)|CR[0-3]|Rooney 2019/g;

const segmentsOf = ({ methods, results }: Paragraphs): Segment[] => [...methods, ...results];

function variants(): Report[] {
  const styles: NumberStyleName[] = ['default', 'nejm', 'jama', 'lancet', 'annals'];
  const reports = styles.flatMap((style) =>
    [false, true].map((pilot) => {
      const report = fullReport();
      report.plan.display = { style, pilot };
      return report;
    }),
  );
  return [...reports, reportFixture()];
}

describe('numbers', () => {
  test('each one is the value at its path, in every style', () => {
    for (const report of variants()) {
      const values = segmentsOf(paragraphsOf(report)).filter(({ value }) => value);
      expect(values.length).toBeGreaterThan(40);
      for (const segment of values)
        expect(agrees(report, segment), `${segment.value?.path}: ${segment.text}`).toBe(true);
    }
  });

  test('there is none without a path', () => {
    for (const report of variants()) {
      for (const { text, value, cite } of segmentsOf(paragraphsOf(report))) {
        if (value === undefined && cite === undefined) expect(text.replace(named, '')).not.toMatch(/\d/);
      }
    }
  });

  test('a change of the report changes the text', () => {
    const report = fullReport();
    const before = textOf(paragraphsOf(report).results);
    const [effect] = outcomeOf(report, 'fss').effects;
    effect!.estimate = -123.456;
    effect!.pValue = 0.8765;
    const after = textOf(paragraphsOf(report).results);
    expect(before).not.toContain('123.5');
    expect(after).toContain('was \u2212123.5 points (95% CI \u221210.4 to 0.5; p=0.876)');
  });
});

describe('the methods paragraph', () => {
  const methods = (report: Report): string => textOf(paragraphsOf(report).methods);

  test('says the model, the structure that was used in place of another, estimation and effect', () => {
    const text = methods(fullReport());
    expect(text).toContain(
      'Change in Fatigue Severity Scale from day 0 was analysed with a mixed model for repeated measures',
    );
    expect(text).toContain(
      'The structure asked for (unstructured) could not be fitted; heterogeneous Toeplitz was used',
    );
    expect(text).toContain('Models were estimated by restricted maximum likelihood');
    expect(text).toContain('The effect is the difference of LS means at day 7, ketamine minus midazolam.');
    expect(text).toContain('Analyses were done with Fatigue Calculator 0.1.0.');
  });

  test('says estimation by outcome where it differs', () => {
    const report = fullReport();
    Object.assign(outcomeOf(report, 'fss').model!, { method: 'ML', df: 'satterthwaite' });
    const text = methods(report);
    expect(text).toContain('Fatigue Severity Scale was estimated by maximum likelihood with Satterthwaite');
    expect(text).toContain('Daily Fatigue Severity was estimated by restricted maximum likelihood');
    expect(text).not.toContain('Models were estimated');
  });

  test('states the assumption on missing values for mixed models only', () => {
    const report = fullReport();
    expect(methods(report)).toContain('missing at random (MAR)');
    for (const { model } of report.outcomes) Object.assign(model!, { kind: 'mmrm', visits: ['7'] });
    expect(methods(report)).not.toContain('MAR');
  });

  test('prints the estimand as declared, and nothing where none is', () => {
    const report = fullReport();
    expect(methods(report)).not.toContain('stimand');
    report.plan.estimand = {};
    expect(methods(report)).not.toContain('stimand');
    report.plan.estimand = {
      population: 'adults with multiple sclerosis',
      variable: 'change in FSS',
      intercurrentEvents: [
        { event: 'stopping the study drug', strategy: 'treatment_policy' },
        { event: 'rescue', strategy: 'while_on_treatment' },
      ],
      summary: 'difference in means',
    };
    expect(methods(report)).toContain(
      'The estimand, as declared: population, adults with multiple sclerosis; variable, change in FSS; intercurrent ' +
        'events, stopping the study drug by the treatment policy strategy and rescue by the while on treatment strategy; ' +
        'population-level summary, difference in means.',
    );
  });

  test('says how p values are adjusted and in which order outcomes are tested', () => {
    const report = fullReport();
    expect(methods(report)).toContain(
      'All p values are two-sided and not adjusted for the number of outcomes or visits.',
    );
    const several = structuredClone(report);
    const { effects } = outcomeOf(several, 'fss');
    effects.push({ ...effects[0]!, arm: 'placebo' });
    expect(methods(several)).toContain('for the number of outcomes, visits or comparisons between arms.');
    outcomeOf(report, 'fss').multiplicity = 'holm';
    report.outcomes.forEach((outcome, i) => {
      outcome.gate = { position: i + 1, open: true, rejected: false, alpha: 0.05 };
    });
    const text = methods(report);
    expect(text).toMatch(/For Fatigue Severity Scale, p values were adjusted by Holm \[\d+\] over the differences/);
    expect(text).toMatch(/tested in a fixed sequence \[\d+\], the primary ones first, each at the 5% level/);
    expect(text).toContain('Confidence intervals are not adjusted.');
    expect(text).not.toContain('not adjusted for the number');
  });

  test('says options beyond the usual', () => {
    const report = fullReport();
    Object.assign(outcomeOf(report, 'mfis').model!, { vcov: 'empirical_bias_reduced', covarianceGroups: 'arm' });
    Object.assign(outcomeOf(report, 'dfs').model!, { residual: 'ar1', weights: 'w' });
    const text = methods(report);
    expect(text).toMatch(/Standard errors are bias-reduced, CR2 \[\d+\]\./);
    expect(text).toContain('One covariance matrix per arm.');
    expect(text).toContain('Residuals of a participant: AR(1).');
    expect(text).toContain('Records weighted by w.');
  });

  test('says other baselines, summaries and responder rules with the numbers of the plan', () => {
    const report = fullReport();
    const planOutcome = report.plan.outcomes.find(({ id }) => id === 'fss')!;
    planOutcome.summary = { kind: 'weekly_mean', firstDay: 1, leastDays: 4 };
    planOutcome.model.baseline = { kind: 'window_mean', from: -7, to: -1 };
    const fss = outcomeOf(report, 'fss');
    fss.responders!.rule = { kind: 'reliable_change', reliability: 0.81 };
    const text = methods(report);
    expect(text).toContain('week 1 begins on day 1; a week counts with at least 4 days');
    expect(text).toContain('from the mean of days \u22127 to \u22121 was analysed');
    expect(text).toMatch(/reliable change for the better \[\d+\]: reliability 0\.81, SD that of the baseline scores/);
    for (const segment of paragraphsOf(report).methods.filter(({ value }) => value)) {
      expect(agrees(report, segment), `${segment.value?.path}: ${segment.text}`).toBe(true);
    }
  });
});

describe('what the methods say beyond the usual', () => {
  const methods = (report: Report): string => textOf(paragraphsOf(report).methods);
  const plannedOf = (report: Report, id: string) => report.plan.outcomes.find((outcome) => outcome.id === id)!;
  const expectTied = (report: Report): void => {
    for (const segment of paragraphsOf(report).methods.filter(({ value }) => value))
      expect(agrees(report, segment), `${segment.value?.path}: ${segment.text}`).toBe(true);
  };

  test('the order of a fixed sequence, its level, when an outcome is rejected, and what stops it', () => {
    const report = fullReport();
    report.outcomes.forEach((outcome, i) => {
      outcome.gate = { position: report.outcomes.length - i, open: true, rejected: false, alpha: 0.025 };
    });
    const labels = report.outcomes.map(({ label }) => label).reverse();
    expect(methods(report)).toContain(
      `each at the 2.5% level and only after all before it were rejected: ${labels.join(', ')}.`,
    );
    expect(methods(report)).toContain(
      'An outcome was rejected if its p value was at most 2.5%; the first that was not, or could not be tested, stopped the sequence',
    );
    const fss = outcomeOf(report, 'fss');
    fss.effects.push({ ...fss.effects[0]!, arm: 'low dose' });
    fss.multiplicity = 'holm';
    expect(methods(report)).toContain(
      'if the p value, adjusted where said, of each of its comparisons was at most 2.5%',
    );
    report.plan.display = { pilot: true };
    expect(methods(report)).not.toContain('sequence');
  });

  test('what mixed models and what generalised estimating equations assume of missing values', () => {
    const report = fullReport();
    expect(methods(report)).toContain(
      'Mixed models use every available record and impute no score; their results are valid if scores are missing at random',
    );
    expect(methods(report)).toMatch(/generalised estimating equations .*missing completely at random \(MCAR\)/);
    outcomeOf(report, 'fss').responders!.gee = null;
    expect(methods(report)).not.toContain('MCAR');
  });

  test('records and participants that are not in the model, with the reason', () => {
    const report = fullReport();
    expect(methods(report)).toContain('Not used in this model were 3 records (no baseline score).');
    expect(methods(report)).toContain(
      '6 of 6 with midazolam and 10 of 12 with ketamine (not: 1 for no baseline score, 1 for no score after baseline)',
    );
    for (const { model } of report.outcomes) model!.excluded = [];
    report.flow = null;
    expect(methods(report)).not.toMatch(/Not used|participants randomised/);
  });

  test('names an instrument once where the label ends with its name', () => {
    const report = fullReport();
    report.outcomes[1]!.label = 'Fatigue Severity Scale (FSS)';
    expect(methods(report)).toMatch(/Fatigue Severity Scale \(FSS\) \[\d+\] was/);
    expect(methods(report)).not.toContain('(FSS) (FSS');
  });

  test('a rule for missing items once where the next outcome has the same', () => {
    const report = fullReport();
    expect(methods(report).match(/half rule/g)).toHaveLength(1);
    expect(methods(report)).toMatch(/\(MFIS \[\d+\]\) was scored with the same rule for missing items/);
    report.scores.find(({ score }) => score === 'mfis.total')!.missingItems = 'complete';
    expect(methods(report)).toMatch(/\(MFIS \[\d+\]\) was scored with complete questionnaires only/);
  });

  test('the ends of an area, and that it has no visits', () => {
    const report = fullReport();
    plannedOf(report, 'fss').summary = { kind: 'auc_per_day', from: 7, to: 28, leastDays: 3 };
    const fss = outcomeOf(report, 'fss');
    fss.model!.visits = ['auc'];
    Object.assign(fss.effects[0]!, { kind: 'average_difference', visit: null });
    expect(methods(report)).toContain('they span, from day 7 to day 28 (at least 3 records)');
    expect(methods(report)).toContain(
      'was analysed with a linear model of the score at day 0 and arm (18 participants).',
    );
    expect(methods(report)).toContain('The effect is the difference of LS means, ketamine minus midazolam.');
    expect(textOf(segmentsOf(paragraphsOf(report)))).not.toMatch(/\bauc\b/);
    expectTied(report);
    plannedOf(report, 'fss').summary = { kind: 'auc_per_day', to: 28, leastDays: 2 };
    expect(methods(report)).toContain('they span, up to day 28 (at least 2 records)');
  });

  test('the days a mean baseline needs, and a baseline rule is no score at a visit', () => {
    const report = fullReport();
    plannedOf(report, 'fss').model.baseline = { kind: 'window_mean', from: -7, to: -1, leastDays: 4 };
    expect(methods(report)).toContain('from the mean of days \u22127 to \u22121 (at least 4 of them) was analysed');
    expect(methods(report)).toContain('with fixed effects of the baseline score, arm');
    expectTied(report);
  });

  test('the windows of visits, of files that outcomes use', () => {
    const report = fullReport();
    const file = report.plan.files.find(({ name }) => name === 'questionnaires.csv')!;
    expect(methods(report)).not.toContain('planned visits');
    file.windows = [
      { visit: '0', day: 0, before: 0, after: 0 },
      { visit: 'Week 4', day: 28, before: 3, after: 5 },
    ];
    expect(methods(report)).toContain(
      'Records of questionnaires.csv were given to planned visits by their day: day 0; Week 4 (day 28, 3 before to 5 after)',
    );
    expectTied(report);
    report.outcomes = report.outcomes.filter(({ id }) => id === 'dfs');
    expect(methods(report)).not.toContain('planned visits');
  });

  test('the same rule for responders and for a fallback as the tables and method lines', () => {
    const report = fullReport();
    const fss = outcomeOf(report, 'fss');
    const [rule] = respondersTable(report, fss)!.notes;
    expect(methods(report)).toContain(rule!.replace('A responder', 'A responder in Fatigue Severity Scale'));
    const line = methodSentences(report, fss);
    expect(line.filter((sentence) => methods(report).includes(sentence)).join(' ')).toContain('could not be fitted');
  });
});

describe('references', () => {
  test('are those cited and no others, in the order of their numbers', () => {
    for (const report of variants()) {
      const { methods, references } = paragraphsOf(report);
      const cited = methods.filter(({ cite }) => cite !== undefined);
      expect([...new Set(cited.map(({ cite }) => cite))]).toEqual(references.map(({ key }) => key));
      for (const { text, cite } of cited) {
        expect(text).toBe(`[${references.findIndex(({ key }) => key === cite) + 1}]`);
      }
    }
  });

  test('hold the instruments, and the papers of the methods used', () => {
    const keys = paragraphsOf(fullReport()).references.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['instrument:FSS', 'harville', 'kenward_roger', 'koopman', 'bang']));
    expect(keys).not.toContain('satterthwaite');
    const older = paragraphsOf(reportFixture()).references.map(({ key }) => key);
    expect(older.filter((key) => !key.startsWith('instrument:'))).toEqual(['harville', 'kenward_roger']);
  });
});

describe('the results paragraph', () => {
  const results = (report: Report): string => textOf(paragraphsOf(report).results);

  test('has means, difference, interval and test of each effect', () => {
    expect(results(fullReport())).toContain(
      'Fatigue Severity Scale, day 7: the LS mean change from baseline was \u22126.2 with ketamine and \u22121.2 with midazolam; the ' +
        'difference, ketamine minus midazolam, was \u22125.0 points (95% CI \u221210.4 to 0.5; p=0.110).',
    );
  });

  test('says of which response the means are, and calls percentages no points', () => {
    const report = fullReport();
    const at = (response: 'value' | 'percent_change'): string => {
      for (const { model } of report.outcomes) if (model) model.response = response;
      return results(report);
    };
    expect(at('value')).toContain('day 7: the LS mean was \u22126.2 with ketamine');
    const percent = at('percent_change');
    expect(percent).toContain('the LS mean percent change from baseline was');
    expect(percent).toMatch(/adds up to \S+ percentage points \(/);
    expect(percent).not.toMatch(/\d points/);
    const headline = headlineTable(report).notes.join();
    expect(headline).toMatch(/adds up to \S+ percentage points \(/);
  });

  test('is punctuated as the style has it', () => {
    const report = fullReport();
    report.plan.display = { style: 'jama' };
    expect(results(report)).toContain('(95% CI, \u221210.4 to 0.5; P = .11)');
    expect(results(report)).toContain('4.03 (95% CI, 0.56-29.03; P = .15)');
    report.plan.display = { style: 'lancet' };
    expect(results(report)).toContain('(95% CI \u221210\u00b74 to 0\u00b75; p=0\u00b711)');
  });

  test('says that simulated data are no evidence', () => {
    expect(results(fullReport())).toMatch(/^These data are simulated/);
  });

  test('tells the outcome of a test only where the plan tests in a sequence', () => {
    const report = fullReport();
    expect(results(report)).not.toContain('rejected');
    report.outcomes.forEach((outcome, i) => {
      outcome.gate = { position: i + 1, open: i < 2, rejected: i < 1, alpha: 0.05 };
    });
    const text = results(report);
    expect(text).toContain('(test 1) the hypothesis of no difference was rejected at the 5% level');
    expect(text).toContain('(test 2) the hypothesis of no difference was not rejected at the 5% level');
    expect(text).toContain(
      '(test 3) this outcome was closed by test 2 (Fatigue Severity Scale) and is not confirmatory',
    );
  });

  test('an outcome that failed says why', () => {
    const report = fullReport();
    const error = { code: 'no_rows', message: 'no record has a score', detail: {} };
    Object.assign(outcomeOf(report, 'mfis'), { status: 'failed', error, effects: [], model: null });
    expect(results(report)).toContain('Modified Fatigue Impact Scale could not be analysed: no record has a score.');
  });

  test('names the comparison of several that passed and the one that stopped the sequence', () => {
    const report = fullReport();
    const fss = outcomeOf(report, 'fss');
    const [effect] = fss.effects;
    fss.effects = [
      { ...effect!, pValue: 0.2 },
      { ...effect!, arm: 'high dose', pValue: 0.001 },
    ];
    fss.gate = { position: 1, open: true, rejected: false, alpha: 0.05 };
    const mfis = outcomeOf(report, 'mfis');
    mfis.gate = { position: 2, open: false, rejected: false, alpha: 0.05 };
    expect(results(report)).toContain(
      '(test 1) high dose minus midazolam passed the 5% level and ketamine minus midazolam did not; since every comparison ' +
        'has to pass, the hypothesis of no difference was not rejected, and the sequence stopped here.',
    );
    expect(gateSentence(fss, 2)).toContain('not significant at the 5% level in ketamine minus midazolam, which closes');
    const states = headlineTable(report).groups.flatMap(({ rows }) => rows.map(({ header }) => header.detail ?? ''));
    expect(states.filter((detail) => detail.includes('test 1')).map((detail) => /test 1.*/.exec(detail)![0])).toEqual([
      'test 1: not significant',
      'test 1: significant, but not every comparison',
    ]);
    fss.effects[0]!.pAdjusted = 0.04;
    Object.assign(fss.gate, { rejected: true });
    expect(results(report)).toContain(
      '(test 1) the hypothesis of no difference was rejected at the 5% level in every comparison (ketamine minus midazolam ' +
        'and high dose minus midazolam).',
    );
  });

  test('says that an outcome that failed stopped the sequence', () => {
    const report = fullReport();
    const error = { code: 'no_rows', message: 'no record has a score', detail: {} };
    Object.assign(outcomeOf(report, 'fss'), { status: 'failed', error, effects: [], model: null });
    outcomeOf(report, 'fss').gate = { position: 1, open: true, rejected: false, alpha: 0.05 };
    outcomeOf(report, 'mfis').gate = { position: 2, open: false, rejected: false, alpha: 0.05 };
    expect(results(report)).toContain('(test 1) it could not be tested, and the sequence stopped here.');
    expect(results(report)).toContain('closed by test 1 (Fatigue Severity Scale)');
  });

  test('has the odds ratio of the model over all visits at the visit of the effect, or says it has none', () => {
    const report = fullReport();
    const fss = outcomeOf(report, 'fss');
    expect(results(report)).toContain('Day 7, in the model over all visits: the odds ratio of a response');
    fss.effects[0]!.visit = '14';
    fss.responders!.gee!.message = 'all or none responded in ketamine at 14';
    const text = results(report);
    expect(text).toContain(
      'Day 14, in the model over all visits: the odds ratio of a response in Fatigue Severity Scale could not be ' +
        'estimated, ketamine against midazolam. Of the model over all visits: all or none responded in ketamine at 14.',
    );
    expect(text).not.toContain('4.03');
    expect(text).toContain('Day 14, responders in Fatigue Severity Scale could not be counted');
    fss.responders!.gee!.rows = [];
    expect(results(report)).toContain('over all visits could not be estimated');
  });

  test('says of an arm without data that it has none, and the headline counts 0 there', () => {
    const report = fullReport();
    report.arms.push({ arm: 'device', participants: 5 });
    for (const id of ['dfs', 'mfis']) outcomeOf(report, id).effects[0]!.n.device = 5;
    const sentence =
      'Fatigue Severity Scale: no record of arm device could be analysed, so that there is no estimate for it.';
    expect(results(report)).toContain(sentence);
    expect(results(report).match(/no record of arm/g)).toHaveLength(1);
    expect(headlineTable(report).notes).toContain(sentence);
    const counts = headlineTable(report).groups.map(({ rows }) => rows[0]!.cells[1]!.text);
    expect(counts[1]).toMatch(/^\d+ \/ \d+ \/ 0$/);
  });

  test('counts an arm of another comparison as analysed', () => {
    const report = fullReport();
    report.arms.push({ arm: 'low dose', participants: 9 });
    for (const outcome of report.outcomes) {
      const [effect] = outcome.effects;
      outcome.effects.push({ ...effect!, arm: 'low dose', n: { midazolam: 6, 'low dose': 9 } });
    }
    expect(results(report)).not.toContain('no record of arm');
    for (const { rows } of headlineTable(report).groups) expect(rows[0]!.cells[1]!.text).toMatch(/ \/ 9$/);
  });

  test('an effect that cannot be estimated says so', () => {
    const report = fullReport();
    Object.assign(outcomeOf(report, 'mfis').effects[0]!, { estimate: null, lower: null, upper: null });
    expect(results(report)).toContain('ketamine minus midazolam, is not estimable from these data.');
  });
});

test('no paragraph calls anything a trend, or significant', () => {
  for (const report of variants()) {
    report.outcomes.forEach((outcome, i) => {
      outcome.gate = { position: i + 1, open: true, rejected: i < 1, alpha: 0.05 };
    });
    const text = textOf(segmentsOf(paragraphsOf(report)));
    expect(text).not.toMatch(/trend|significant|significance|NaN|undefined|null/i);
  }
});

test('a template says what nothing stands for', () => {
  expect(textOf(fill('{n} of {m}', { n: '1', m: [{ text: '2' }] }))).toBe('1 of 2');
  expect(() => fill('{n} of {m}', { n: '1' })).toThrow('nothing stands for {m} in "{n} of {m}"');
});
