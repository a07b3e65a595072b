// SPDX-License-Identifier: MIT
/** Responders over all visits, from a plan to the table: the numbers themselves are held by the core's own tests. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { geeTable } from '../../web/text/tables/responder_comparisons.js';

const folder = mkdtempSync(join(tmpdir(), 'fatigue-gee-'));
cpSync('examples/ketamine-pilot', folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan;
const analyse = (edit: (outcome: Plan['outcomes'][number]) => object) => {
  const edited = { ...plan, outcomes: plan.outcomes.map((each) => ({ ...each, ...edit(each) })) };
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(edited));
  return spawnSync('node', ['dist/cli.js', 'analyze', join(folder, 'plan.json')], { encoding: 'utf8' });
};

test('odds ratios over all visits go the way of the counts, and are a table', () => {
  const asked = { responder: { kind: 'change', by: 5 }, responderGee: 'mancl_derouen' };
  const { stdout, stderr } = analyse((outcome) => (outcome.model.kind === 'mmrm' ? asked : {}));
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as Report;
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(JSON.parse(readFileSync('schema/plan.schema.json', 'utf8')) as object);
  ajv.addSchema(JSON.parse(readFileSync('schema/instrument.schema.json', 'utf8')) as object);
  const validate = ajv.compile(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')) as object);
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  let compared = 0;
  for (const outcome of report.outcomes.filter(({ responders }) => responders)) {
    const { rows = [], gee } = outcome.responders ?? {};
    for (const row of gee?.rows ?? []) {
      if (row.oddsRatio === null) continue;
      const oddsOf = (arm: string): number => {
        const counted = rows.find((each) => each.arm === arm && each.visit === row.visit);
        return counted ? counted.responders / (counted.n - counted.responders) : NaN;
      };
      expect(row.df).toBe((gee?.nSubjects ?? 0) - 2);
      // Answers that are missing at other visits move the ratio a little: a clear difference stays on its side.
      const counted = Math.log(oddsOf(row.arm) / oddsOf(row.reference));
      if (Math.abs(counted) < Math.log(2)) continue;
      expect(Math.sign(Math.log(row.oddsRatio))).toBe(Math.sign(counted));
      compared += 1;
    }
    expect(geeTable(report, outcome)?.groups.flatMap((group) => group.rows).length).toBe(gee?.rows.length);
  }
  expect(compared).toBeGreaterThan(0);
});

test('without a rule for responders there is nothing to compare', () => {
  const { status, stderr } = analyse(() => ({ responderGee: 'sandwich' }));
  expect(status).not.toBe(0);
  expect(stderr).toContain('needs a responder rule');
});
