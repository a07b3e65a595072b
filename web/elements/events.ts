// SPDX-License-Identifier: MIT
/** What the elements tell each other and the page: from element to element outwards, and to nothing else around them. */
import type { InstrumentDefinition } from '../contract/instrument.js';
import type { Provenance } from '../export/provenance.js';
import type {
  InstrumentName,
  Plan,
  PlanFile,
  PlanInference,
  PlanInstrument,
  PlanOutcome,
  ReadingOptions,
  Stack,
} from '../contract/plan.js';
import type { Language } from '../text/language.js';
import type { MissingOffer } from '../text/missing_offer.js';
import type { ExampleName } from '../text/words/examples.js';

/** Fields to set; a field given as undefined is removed. */
export type Patch<T> = { [Key in keyof T]?: T[Key] | undefined };

/** Whether the codes of a column are numbers or categories. */
export interface TakenAs {
  files: readonly string[];
  column: string;
  as: 'number' | 'factor';
}

/** One change of the plan. */
export type PlanEdit =
  | { kind: 'file'; name: string; patch: Patch<PlanFile> }
  /** The plan's entry of a file goes, with all that is made of the file. */
  | { kind: 'remove_file'; name: string }
  /** A table put together from several becomes these again. */
  | { kind: 'take_apart'; name: string }
  /** Tables with the same columns become one. */
  | {
      kind: 'put_together';
      reading: ReadingOptions & { stack: Stack };
      /** Visits, and arms, that are called differently in the tables, with what each is. */
      sameVisits?: Record<string, string>;
      sameArms?: Record<string, string>;
    }
  /** That the same identifiers in these files are the same people. */
  | { kind: 'same_people'; files: string[] }
  | { kind: 'add_instrument'; file: string; instrument: InstrumentName; items: string[] }
  | { kind: 'instrument'; id: string; patch: Patch<PlanInstrument> }
  | { kind: 'remove_instrument'; id: string }
  /** The line that an instrument is runs from 0 to 10, not to 100. */
  | { kind: 'centimetres'; id: string }
  /** A questionnaire of the plan's own; `replaces` is the name of the one it was before. */
  | { kind: 'define'; definition: InstrumentDefinition; replaces?: string }
  | { kind: 'remove_definition'; name: string }
  | { kind: 'add_outcome'; score: string; label: string; visits: readonly string[] }
  | { kind: 'outcome'; id: string; patch: Patch<PlanOutcome> }
  | { kind: 'remove_outcome'; id: string }
  /** Arms by their values in the files, as in the three below; `arms` are those analysed now. */
  | { kind: 'reference_arm'; arm: string; arms: string[] }
  /** A value is an arm of its own, is left out, or is taken as another. */
  | { kind: 'arm'; value: string; as: 'arm' | 'left_out' | { same: string }; arms: string[] }
  /** The name an arm is shown by; empty for its value. */
  | { kind: 'arm_label'; value: string; label: string; arms: string[] }
  /** How identifiers are compared. */
  | { kind: 'ids'; ids: 'exact' | 'plain' | 'numbers' }
  /** That most identifiers of a file of records match nobody is right. */
  | { kind: 'unmatched_ids'; file: string }
  /** What was assumed on reading the files is right, by the plan's word for it. */
  | { kind: 'confirm'; assumption: string }
  /** The visit at which the effect of these outcomes is reported; it is nobody's guess any more. */
  | { kind: 'effect_visit'; outcomes: readonly string[]; visit: string }
  /** The visit from which an outcome's change is counted, likewise. */
  | { kind: 'baseline_visit'; outcome: string; visit: string }
  /** The columns that outcomes are adjusted for, by outcome; `taken`: as what a column of these files is read. */
  | { kind: 'covariates'; of: Readonly<Record<string, readonly string[]>>; taken?: TakenAs }
  | { kind: 'inference'; patch: Patch<PlanInference> }
  /** How results are told; no estimate changes. */
  | { kind: 'report'; patch: Patch<Pick<Plan, 'randomised' | 'estimand' | 'baselineTable' | 'safety' | 'display'>> };

export type SectionName = 'data' | 'analysis' | 'results';
/** Where the bar leads: a section, or the first thing to confirm. */
export type Place = SectionName | 'confirm';

export interface ElementEvents {
  /** Files dropped, chosen or pasted. */
  'fc-files': File[];
  /** An example was asked for. */
  'fc-example': { name: ExampleName };
  'fc-remove-file': { name: string };
  'fc-clear': null;
  /** The analysis that runs is to be stopped. */
  'fc-cancel': null;
  /** Leaving out each participant is to be stopped, or begun again. */
  'fc-stop-influence': null;
  'fc-influence': null;
  'fc-edit': PlanEdit;
  /** Values are to be read as missing. */
  'fc-set-missing': MissingOffer;
  /** Values are numbers with the other decimal mark. */
  'fc-read-decimal': MissingOffer;
  /** The report that was loaded is no longer compared with. */
  'fc-forget-report': null;
  'fc-undo': null;
  'fc-redo': null;
  /** A place on the page is to be shown; in the analysis, an outcome's effect, by the outcome's id. */
  'fc-go': { section: Place; outcome?: string };
  /** The page is to be in another language. */
  'fc-language': { language: Language };
  'fc-save-plan': null;
  'fc-save-definition': InstrumentDefinition;
  'fc-save-report': null;
  /** A question: what surrounds the element puts in the stamp of its report. */
  'fc-stamp': { stamp: Provenance | null };
  /** A file for the reader to keep. */
  'fc-save-file': { name: string; type: string; content: string | Uint8Array<ArrayBuffer> };
}

/**
 * Told in the element's own tree, then in that of the element of ours around it, and so on. An event that crossed shadow
 * roots by itself would reach listeners of a page around, which hear it while it is still captured.
 */
export function emit<Name extends keyof ElementEvents>(
  from: HTMLElement,
  name: Name,
  detail: ElementEvents[Name],
): void {
  for (const each of outwards(from)) each.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}

/** The element and those of ours that it is within, before any of them is told: telling may move them. */
function outwards(from: HTMLElement): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = from; at;) {
    path.push(at);
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot && root.host.localName.startsWith('fc-') ? root.host : null;
  }
  return path;
}

/** Listens on a node for one of the events above, detail typed. */
export function listen<Name extends keyof ElementEvents>(
  node: EventTarget,
  name: Name,
  handle: (detail: ElementEvents[Name]) => void,
): void {
  node.addEventListener(name, (event) => handle((event as CustomEvent<ElementEvents[Name]>).detail));
}
