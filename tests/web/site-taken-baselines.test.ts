// SPDX-License-Identifier: MIT
/** What the analysis took by itself stands with the results until somebody says it. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../web/contract/engine.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { withKind } from '../../web/elements/model_kind.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { propose, type ReadResult } from '../../web/read/index.js';
import { applyEdit } from '../../web/site/plan_edit.js';
import { takenBaselines } from '../../web/site/taken_baselines.js';
import { outcomeWarnings } from '../../web/text/method.js';
import { toConfirm } from '../../web/text/to_confirm.js';
import { read } from './read-support.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadBuiltInEngine();
});

const people = Array.from({ length: 24 }, (_, i) => i);
const visits = [1, 2, 3, 4, 5];

/** A diary from the first day on; three have nothing on day 1. */
const files: ReadResult[] = [
  read('people.csv', `id,arm\n${people.map((p) => `P${p},${p % 2 ? 'Drug' : 'Placebo'}`).join('\n')}\n`),
  read(
    'diary.csv',
    `id,day,dfs\n${people
      .flatMap((p) => visits.map((day) => (day === 1 && p < 3 ? '' : `P${p},${day},${(p * 7 + day * day) % 9}`)))
      .filter((row) => row !== '')
      .join('\n')}\n`,
  ),
];

/** Under another model, with another response. */
function changed(response: 'value' | 'change', first = visits): Plan {
  const { plan } = propose(files);
  const [outcome] = plan.outcomes;
  if (!outcome) throw new Error('no outcome');
  const { model, effect } = withKind(outcome, 'mmrm', first.map(String), {});
  const patch = { model: { ...model, response }, effect };
  return applyEdit(plan, { kind: 'outcome', id: outcome.id, patch });
}

function reported(plan: Plan): Report {
  const report = analyzeFiles(engine, plan, files);
  return { ...report, assumed: takenBaselines(plan, report) };
}

test('another model is reported at the last day, which is to be confirmed', () => {
  const open = toConfirm(reported(changed('value')));
  expect(open).toMatchObject([{ kind: 'visit', visit: '5' }]);
});

describe('a change without a baseline named', () => {
  test('is from the first day, which is to be confirmed, or another chosen', () => {
    const plan = changed('change');
    const baseline = toConfirm(reported(plan)).find(({ kind }) => kind === 'baseline');
    expect(baseline).toMatchObject({ outcome: 'dfs', visit: '1' });
    expect(baseline?.text).toContain('changes are counted from day 1, the first visit');
    expect(baseline?.kind === 'baseline' && baseline.visits.map(({ value }) => value)).toEqual(['1', '2', '3', '4']);
    for (const visit of ['1', '2']) {
      const said = applyEdit(plan, { kind: 'baseline_visit', outcome: 'dfs', visit });
      expect(said.outcomes[0]?.model.baselineVisit).toBe(visit);
      expect(toConfirm(reported(said)).map(({ kind }) => kind)).toEqual(['visit']);
    }
  });

  test('tells how many fall out of the analysis', () => {
    const { outcomes, flow } = reported(changed('change'));
    const warnings = outcomes.flatMap((outcome) => outcomeWarnings(outcome, 'day', flow));
    expect(warnings).toContain('3 participants are not analysed: no value at the baseline, day 1.');
    const all = reported(changed('value'));
    expect(outcomeWarnings(all.outcomes[0]!, 'day', all.flow).join()).not.toContain('no value at the baseline');
  });

  test('of a visit before treatment by its name or number is not asked about', () => {
    const plan = changed('change');
    const report = reported(plan);
    const at = (baselineVisit: string): Report => ({
      ...report,
      outcomes: report.outcomes.map((o) => ({ ...o, model: o.model && { ...o.model, baselineVisit } })),
    });
    expect(takenBaselines(plan, at('0'))).toEqual([]);
    expect(takenBaselines(plan, at('Baseline'))).toEqual([]);
    expect(takenBaselines(plan, at('Week 4'))).toHaveLength(1);
  });
});
