// SPDX-License-Identifier: MIT
/**
 * The calculator in an iframe. What the address names is loaded first; then the page forbids itself every connection, and
 * only after that files can be dropped.
 */
import notices from 'virtual:fatigue-notices';
import type { Plan } from '../../contract/plan.js';
import '../../elements/fc-notice.js';
import { engineError } from '../../read/errors.js';
import { toInputError } from '../../site/saved_files.js';
import { problemText } from '../../text/problem.js';
import { strings } from '../../text/strings.js';
import { addressesIn, fetchFile, fetchPlan } from '../calculator/load.js';
import '../fatigue-calculator.js';
import './frame.css';
import { Parent } from './parent.js';
import { settingsOf, type FrameSettings } from './settings.js';

/** All that is measured. */
const frame = document.createElement('main');
frame.id = 'frame';
const place = document.createElement('div');
frame.append(titled(), place);
document.body.append(frame);

void start();

function titled(): HTMLElement {
  const title = document.createElement('h1');
  title.textContent = strings.frame.title;
  return title;
}

async function start(): Promise<void> {
  let settings: FrameSettings;
  try {
    settings = settingsOf(location.href);
  } catch (error) {
    closeTheDoor();
    return fail(strings.frame.badTitle, error);
  }
  if (settings.scheme) document.documentElement.dataset['scheme'] = settings.scheme;
  const parent = new Parent(settings.origin);
  parent.tellHeightOf(frame);
  try {
    const { plan, files } = await loaded(settings);
    closeTheDoor();
    if (settings.awaitsPlan && window.parent === window) throw new Error(strings.frame.noParent);
    if (settings.awaitsPlan) await planByMessage(parent, settings);
    else show(settings, plan, files);
  } catch (error) {
    closeTheDoor();
    fail(strings.calculator.notLoadedTitle, error);
    place.append(again());
  }
}

async function loaded({ planAddress, plan, data }: FrameSettings): Promise<{ plan: Plan | null; files: File[] }> {
  const { signal } = new AbortController();
  if (self.origin === 'null' && location.protocol !== 'file:' && (planAddress !== null || data !== ''))
    throw new Error(strings.frame.sandboxed);
  return {
    plan: plan ?? (planAddress === null ? null : await fetchPlan(planAddress, signal)),
    files: await Promise.all(addressesIn(data).map((address) => fetchFile(address, signal))),
  };
}

/** From now on the browser refuses every connection of this page and of the workers it starts. */
function closeTheDoor(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}

function planByMessage(parent: Parent, settings: FrameSettings): Promise<void> {
  place.textContent = strings.frame.waiting;
  return new Promise((resolve) => {
    parent.hearPlans((given) => {
      place.querySelector('fc-notice')?.remove();
      try {
        show(settings, objectOf(given), []);
        resolve();
      } catch (error) {
        place.prepend(noticeOf(strings.frame.badMessageTitle, error));
      }
    });
  });
}

/** The calculator checks the plan; a later one takes the place of the former. */
function show({ locked, examples, hide }: FrameSettings, plan: Plan | null, files: readonly File[]): void {
  const held = place.querySelector('fatigue-calculator');
  const calculator = held ?? document.createElement('fatigue-calculator');
  Object.assign(calculator, { plan, locked, examples, hide });
  if (files.length > 0) calculator.files = files;
  if (!held) place.replaceChildren(calculator, licences());
}

/** A text would be taken for an address. @throws EngineError */
function objectOf(given: unknown): Plan {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw engineError('bad_frame', strings.frame.badMessage);
  return given as Plan;
}

function fail(heading: string, error: unknown): void {
  place.replaceChildren(noticeOf(heading, error));
}

function noticeOf(heading: string, error: unknown): HTMLElement {
  const notice = document.createElement('fc-notice');
  Object.assign(notice, {
    kind: 'error',
    heading,
    problems: [problemText(toInputError(error))],
  });
  return notice;
}

/** The connection is closed by then, so that only the page as a whole can try again. */
function again(): HTMLElement {
  const button = document.createElement('button');
  button.textContent = strings.calculator.tryAgain;
  button.addEventListener('click', () => location.reload());
  return button;
}

/** The notices of what is bundled: the frame is one file, like the page. */
function licences(): HTMLElement {
  const footer = document.createElement('footer');
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  const text = document.createElement('pre');
  summary.textContent = strings.results.licences;
  text.textContent = notices;
  details.append(summary, text);
  footer.append(details);
  return footer;
}
