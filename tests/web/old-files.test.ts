// SPDX-License-Identifier: MIT
/**
 * Plans and reports that earlier states of the calculator wrote (tests/web/old, by the day of their shape) still load and
 * mean what they meant; those of a schemaVersion to come are refused. A new schemaVersion adds files there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../web/contract/report.js';
import { reportSchemaVersion } from '../../web/contract/report.js';
import { planSchemaVersion, type Plan } from '../../web/contract/plan.js';
import { analyzeFiles } from '../../web/engine/files.js';
import { loadBuiltInEngine } from '../../web/engine/built_in.js';
import { provenanceOf } from '../../web/export/provenance.js';
import { reportDocument } from '../../web/export/report/document.js';
import { reportHtml } from '../../web/export/report/html.js';
import { parsePlan, planSchema, readFile } from '../../web/read/index.js';
import { looksLikeReport, planOfReport } from '../../web/report-compare/read_report.js';
import { readSaved } from '../../web/site/saved_files.js';

const folder = 'tests/web/old';
const named = (start: string): string[] => readdirSync(folder).filter((name) => name.startsWith(start));
const textOf = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

describe.each(named('plan-'))('%s', (name) => {
  test('loads, and gives the effects that the example of today has', async () => {
    const pilot = 'examples/ketamine-pilot';
    const [then, now] = [parsePlan(textOf(name)), parsePlan(readFileSync(`${pilot}/plan.json`, 'utf8'))];
    const engine = await loadBuiltInEngine();
    const effectsOf = async (plan: Plan): Promise<unknown> => {
      const files = plan.files.map((file) => readFile(file.name, readFileSync(`${pilot}/${file.name}`)));
      const { outcomes, errors } = analyzeFiles(engine, plan, await Promise.all(files));
      expect(errors).toEqual([]);
      return outcomes.map(({ id, effects }) => ({ id, effects }));
    };
    expect(await effectsOf(then)).toEqual(await effectsOf(now));
  });
});

describe.each(named('report-'))('%s', (name) => {
  test('loads with its plan, and is shown whole', async () => {
    const { report, plan, problem } = await readSaved([new File([textOf(name)], name)]);
    expect(problem).toBeNull();
    expect(plan).toEqual(parsePlan(JSON.stringify(report?.plan)));
    const html = reportHtml(reportDocument(report as Report, provenanceOf(report as Report, '2026-01-01')), () => '');
    for (const { label } of report?.outcomes ?? []) expect(html).toContain(label);
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('a version to come', () => {
  const next = planSchemaVersion + 1;

  test('of a plan is refused before anything else of it is judged', () => {
    const text = JSON.stringify({ schemaVersion: next, trial: {}, files: 'elsewhere' });
    expect(() => parsePlan(text)).toThrow(
      `schemaVersion is ${next}: this version reads plans of schemaVersion ${planSchemaVersion}; open it with the version that wrote it`,
    );
  });

  test('of a report is refused', async () => {
    const [name = ''] = named('report-');
    const report = { ...(JSON.parse(textOf(name)) as Report), schemaVersion: reportSchemaVersion + 1 };
    expect(looksLikeReport(report)).toBe(true);
    expect(() => planOfReport(report as unknown as Report)).toThrow(
      /schemaVersion is 2: this version reads reports of/,
    );
    const saved = await readSaved([new File([JSON.stringify(report)], 'report.json')]);
    expect(saved).toMatchObject({ report: null, plan: null, problem: { code: 'bad_report' } });
  });
});

test('the schemas say their version in their name and in what they allow', () => {
  for (const name of readdirSync('schema')) {
    const schema = JSON.parse(readFileSync(`schema/${name}`, 'utf8')) as typeof planSchema;
    expect(schema.$id).toBe(`v${planSchemaVersion}/${name}`);
    const version = { 'plan.schema.json': planSchemaVersion, 'report.schema.json': reportSchemaVersion }[name];
    if (version !== undefined) expect(schema.properties?.['schemaVersion']).toEqual({ const: version });
  }
});
