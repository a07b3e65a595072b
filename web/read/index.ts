// SPDX-License-Identifier: MIT
/** Reading: files to typed tables, tables to a proposed plan, a plan and its files to what the core takes. */
export { readFile } from './read-file.js';
export { isWritten, tableWithLabels, type WrittenColumn } from './as-written.js';
export { readTables } from './read-tables.js';
export { proposeStacks, type ProposedStack } from './propose-stacks.js';
export { areSamePeople } from './same-people.js';
export { stackOffers, type StackOffer } from './stack-offers.js';
export { partReading, readStack, stackTables } from './stack.js';
export { fileOfTable, sheetTableName, tableParts } from './sheet-names.js';
export { isSameReading } from './same-reading.js';
export { dateColumn, isDateColumn, type DateColumn } from './dates.js';
export { limits, limitsSentence } from './limits.js';
export type { ReadHooks, ReadProgress, Sliceable, Source } from './source.js';
export { propose, proposePlan, type Proposal } from './propose.js';
export { completePlan, type CompletedPlan } from './complete-plan.js';
export { prepareTables } from './prepare.js';
export { prepareTablesLeniently, type PreparedTables } from './prepare-leniently.js';
export { describeDetection, type ColumnDescription, type ColumnRole } from './describe.js';
export { parsePlan } from './plan.js';
export { planSchema } from './plan-schema.js';
export { allDefinitions, builtInInstruments, instrumentNamed } from './instruments.js';
export { suggestWindows } from './windows.js';
export type { Note, ReadResult, UsedReadingOptions } from './types.js';
