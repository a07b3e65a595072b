// SPDX-License-Identifier: MIT
/** Cells that cannot be used, in files whose visits, identifiers or arms are not chosen yet: the core refuses such plans. */
import type { DataCheck, DataProblem } from '../contract/check.js';
import { EngineError, type Engine } from '../contract/engine.js';
import type { Plan, PlanFile } from '../contract/plan.js';
import type { FactorColumn, Table } from '../contract/table.js';
import { prepareTablesLeniently, type ReadResult } from '../read/index.js';
import { finishedPlan } from '../read/unfinished.js';
import { quotedAsWritten } from './as_written.js';
import { checkFiles } from './files.js';

const ofCells = ['not_a_number', 'ambiguous_number', 'item_out_of_range', 'score_out_of_range'];

/**
 * The check, or, where the plan is not far enough for one, a check of cells alone: no file and no participant is counted
 * in it. Throws as checkFiles does where there is nothing to tell of either.
 */
export function checkAsFarAsPossible(engine: Engine, plan: Plan, files: readonly ReadResult[]): DataCheck {
  try {
    return checkFiles(engine, plan, files);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'bad_plan') throw error;
    const problems = cellProblems(engine, finishedPlan(plan), files);
    if (problems.length === 0) throw error;
    return { files: [], arms: [], armProblems: [], scores: [], problems, warnings: [] };
  }
}

function cellProblems(engine: Engine, plan: Plan, files: readonly ReadResult[]): DataProblem[] {
  const { tables, faulty, faults } = prepareTablesLeniently(plan, files);
  const told = [...faults.values()].flat().filter(({ code }) => ofCells.includes(code));
  const found = [...tables, ...faulty].flatMap((table) => problemsOf(engine, plan, table));
  return [
    ...told.map((problem): DataProblem => ({ kind: problem.code, severity: 'error', problem })),
    ...found.filter(({ problem }) => ofCells.includes(problem.code)),
  ].map((each) => ({ ...each, problem: quotedAsWritten(each.problem, files) }));
}

/** The questionnaires of one table, each row as a participant of its own: what an answer may be hangs on nothing else. */
function problemsOf(engine: Engine, plan: Plan, table: Table): DataProblem[] {
  const instruments = plan.instruments.filter(({ file }) => file === table.name);
  const isRecords = plan.files.some(({ name, role }) => name === table.name && role === 'records');
  if (instruments.length === 0 || !isRecords || table.rowCount === 0) return [];
  const [id, visit, arm] = ['id', 'visit', 'arm'].map((stem) => freeName(stem, table)) as [string, string, string];
  const rows = Array.from({ length: table.rowCount }, (_, row) => row);
  const same = rows.map(() => 0);
  const added = [factor(id, rows, rows.map(String)), factor(visit, same, ['0']), factor(arm, same, ['a'])];
  const entry: PlanFile = { name: table.name, role: 'records', id, visit, arm };
  const { schemaVersion, definitions } = plan;
  const alone: Plan = { schemaVersion, files: [entry], instruments, outcomes: [], ...(definitions && { definitions }) };
  try {
    return engine.check(alone, [{ ...table, columns: [...table.columns, ...added] }]).problems;
  } catch (error) {
    if (error instanceof EngineError && error.code === 'bad_plan') return [];
    throw error;
  }
}

const factor = (name: string, codes: readonly number[], levels: string[]): FactorColumn => ({
  kind: 'factor',
  name,
  codes: Int32Array.from(codes),
  levels,
});

function freeName(stem: string, { columns }: Table): string {
  let name = `${stem} of this check`;
  while (columns.some((column) => column.name === name)) name += '_';
  return name;
}
