// SPDX-License-Identifier: MIT
/** Plans run by the command line, and their R scripts run where R and its packages are installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Individual } from '../../web/contract/individual.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Report } from '../../web/contract/report.js';
import { neededScores, scoresFile } from '../../web/export/files.js';
import { provenanceOf } from '../../web/export/provenance.js';
import { rScript } from '../../web/export/r/script.js';

export const example = 'examples/ketamine-pilot';
/** A folder of the test file that asks, removed after its tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fatigue-scripts-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

const packages = ['emmeans', 'nlme', 'lme4', 'lmerTest', 'pbkrtest', 'readxl'];
const check = packages.map((name) => `stopifnot(requireNamespace("${name}", quietly = TRUE))`).join(';');
export const hasR = spawnSync('Rscript', ['-e', check]).status === 0;
if (!hasR) console.log(`skipped: R scripts are not run, as R with ${packages.join(', ')} is not installed`);

export const examplePlan = (): Plan => JSON.parse(readFileSync(join(example, 'plan.json'), 'utf8')) as Plan;

export function ask(command: 'analyze' | 'individual', plan: Plan, data: string): unknown {
  const input = JSON.stringify(plan);
  const options = { encoding: 'utf8', maxBuffer: 2 ** 26, input } as const;
  return JSON.parse(execFileSync('node', ['dist/cli.js', command, '-', '--data', data], options));
}

export const analyze = (plan: Plan, data = example): Report => ask('analyze', plan, data) as Report;

/** Writes the files of scores that the scripts need beside the data. */
export function writeScores(report: Report, plan: Plan, data: string): string[] {
  const individual = ask('individual', plan, data) as Individual;
  return neededScores(report).map((id) => {
    const file = scoresFile(report, id, individual, provenanceOf(report, '2026-11-26'))!;
    writeFileSync(join(data, file.name), file.content);
    return String(file.content);
  });
}

export interface Compared {
  what: string;
  r: number;
  calculator: number;
}

/** The script run on the files of `data`: its status, what it prints, and what its table compares. */
export function runScript(
  report: Report,
  data = example,
  env: Record<string, string> = {},
): { status: number | null; output: string; stderr: string; compared: Compared[] } {
  const folder = mkdtempSync(join(tmpdir(), 'fatigue-script-'));
  const path = join(folder, 'analysis.R');
  const tell =
    'for (i in seq_len(nrow(compared))) cat("@", compared$what[i], format(compared$R[i], digits = 17),' +
    ' format(compared$calculator[i], digits = 17), "\\n")';
  writeFileSync(path, rScript(report).replace(/^cat\(length\(failed\)/m, `${tell}\n$&`));
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const { stdout, stderr, status } = spawnSync('Rscript', [path, data], options);
  rmSync(folder, { recursive: true });
  const compared = [...stdout.matchAll(/^@ (\S+) (\S+) (\S+)/gm)].map(([, what = '', r, calculator]) => ({
    what,
    r: Number(r),
    calculator: Number(calculator),
  }));
  return { status, output: stdout, stderr, compared };
}

/** What the script's last table says: quantity and R's number beside the calculator's. The script must succeed. */
export function runR(report: Report, data = example): Compared[] {
  const { status, output, stderr, compared } = runScript(report, data);
  expect(status, `${stderr}${output.slice(-3000)}`).toBe(0);
  return compared;
}

const relative = ({ r, calculator }: { r: number; calculator: number }): number => Math.abs(r / calculator - 1);

/** lme4 and nlme::gls stop short of the optimum: 1e-5 of the estimate. Numbers are there for every outcome. */
export function expectAgreement(rows: readonly Compared[], estimates: number): void {
  const found = rows.filter(({ what }) => what === 'estimate');
  expect(found).toHaveLength(estimates);
  for (const row of rows)
    expect(relative(row), JSON.stringify(row)).toBeLessThan(row.what === 'estimate' ? 1e-5 : 1e-4);
}
