// SPDX-License-Identifier: MIT
/**
 * What the page around has asked for. Frameworks set all they know on every render: what says the same as what was asked for
 * last asks for nothing, whether it could be loaded or not, and leaves alone what a visitor has done since.
 */
import type { Plan } from '../../contract/plan.js';
import { engineError } from '../../read/errors.js';
import { strings } from '../../text/strings.js';

export class Asked {
  /** Counts the plans that were asked for. */
  plans = 0;
  /** Counts the lists of files that were set, and the times that all were cleared. */
  lists = 0;
  /** Files that the session has not been given yet; null where there are none to give. */
  given: readonly File[] | null = null;
  /** Files were set since addresses of data were: they stand in their place. */
  isDataReplaced = false;
  private _plan: string | Plan | null = null;
  /** How the plan read then, since the object may be changed later; null of what JSON cannot say. */
  private _text: string | null = null;
  private _files: readonly File[] | null = null;
  private _data = '';
  /** The list of before was set again since `setData` was called last. */
  private _isSetAgain = false;

  get plan(): string | Plan | null {
    return this._plan;
  }

  /** As it was when it was asked for. */
  get planThen(): string | Plan | null {
    const { _plan: plan, _text: text } = this;
    return typeof plan === 'object' && plan !== null && text !== null ? (JSON.parse(text) as Plan) : plan;
  }

  /** Whether it is another than the last. */
  setPlan(given: string | Plan | null | undefined): boolean {
    const plan = given ?? null;
    const [before, text] = [this._plan, textOf(plan)];
    this._plan = plan;
    if (this.plans > 0 && (text === null ? plan === before : text === this._text)) return false;
    this._text = text;
    this.plans += 1;
    return true;
  }

  /**
   * Whether they are others than the last that were set, and than those that are held.
   *
   * @throws EngineError where the list holds anything but files
   */
  setFiles(files: unknown, held: readonly File[]): boolean {
    const list = listOf(files ?? []);
    const isSame = this._files !== null && isSameList(list, this._files);
    const isHeld = this.given === null && list.length > 0 && isSameList(list, held);
    this._files = list;
    this._isSetAgain = isSame || isHeld;
    if (this._isSetAgain) return false;
    this.given = list;
    this.isDataReplaced = true;
    this.lists += 1;
    return true;
  }

  /**
   * Whether these addresses of data are others than the last, and count: other files that are set with them stand in their
   * place. Called once for all that is set together.
   */
  setData(addresses: string, isWithFiles = false): boolean {
    const [isSame, isSetAgain] = [addresses === this._data, this._isSetAgain];
    this._data = addresses;
    this._isSetAgain = false;
    if (isSame || isWithFiles) return false;
    this.isDataReplaced = false;
    this.given = null;
    // The same files set beside them are set again with them, and mean no more then.
    if (!isSetAgain) this._files = null;
    return true;
  }

  /** No files are asked for any more; those set last count as new when they are set again. */
  clearFiles(): void {
    this.given = this._files = null;
    this.lists += 1;
  }
}

function textOf(plan: unknown): string | null {
  try {
    return JSON.stringify(plan) ?? null;
  } catch {
    return null;
  }
}

/** @throws EngineError where it holds anything but files */
export function listOf(files: unknown): File[] {
  const list =
    typeof files === 'object' && files !== null && Symbol.iterator in files ? [...(files as File[])] : [files];
  if (list.every((file) => file instanceof File)) return list;
  throw engineError('bad_request', strings.calculator.notFiles);
}

const isSameList = (left: readonly File[], right: readonly File[]): boolean =>
  left.length === right.length && left.every((file, i) => file === right[i]);
