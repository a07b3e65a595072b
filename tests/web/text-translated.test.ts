// SPDX-License-Identifier: MIT
/** Every sentence that the source of the readers, the engine and the core can say is known in German, to its end. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLanguage } from '../../web/text/language.js';
import { messagesOfCore } from '../../web/text/words/de/messages_core.js';
import { messagesOfFiles } from '../../web/text/words/de/messages_files.js';
import { messagesOfInstruments } from '../../web/text/words/de/messages_instruments.js';
import { messagesOfModels } from '../../web/text/words/de/messages_models.js';
import { messagesOfParts } from '../../web/text/words/de/messages_parts.js';
import { messagesOfPlans } from '../../web/text/words/de/messages_plans.js';
import { messagesOfTables } from '../../web/text/words/de/messages_tables.js';
import { messagesOfTrials } from '../../web/text/words/de/messages_trials.js';
import { messageWords } from '../../web/text/words/de/messages.js';
import { leftInEnglish } from './left-in-english.js';
import { coreTemplates } from './said-by-core.js';
import { templatesIn, type Template } from './said-templates.js';

beforeAll(() => setLanguage('de'));
afterAll(() => setLanguage('en'));

/** Each with where it stands, unless it is one of these. */
function unknown(templates: readonly Template[], notShown: readonly RegExp[]): string[] {
  return templates.flatMap(({ at, said }) => {
    const shown = said.filter((text) => !notShown.some((pattern) => pattern.test(text)));
    return leftInEnglish(shown).map((text) => `${at} ${text}`);
  });
}

/** Modules of words, patterns and schemas, which are matched and not shown; describe.ts speaks on the command line. */
const noSentences =
  /(?:schema|names|visit-meaning|visit-of-table|missing-words|describe|undo_keys|plan-display-schema|reading-schema)\.ts$/;

const notShownOfReaders = [
  // Parts of sentences that are put together elsewhere, and a list of names.
  /^(?:rows )?aa, bb(?:,| and) cc/,
  /^param qstest|^qscat/,
  /^[^:]*: Aa: Aa$|^set (?:the type|missing codes) of$|has no column "Aa" to Aa/,
  /^Aa; used, with study days below 0/,
  // Why a calculation stopped, said in a sentence.
  /^a message could not be read$|^the packed WebAssembly is damaged$|^its worker was not loaded; a Content Security Policy/,
  // For whoever writes a page around, in the console.
  /^(?:fatigue-(?:calculator|results)|embed\.html)[^"]* does not know "Aa"; it knows/,
  // Choices that do not go together.
  /counted by (?:none|day|time)\b|numbered by Aa|taken as days, from its name|events in Aa \(\)/,
  // With the amounts themselves in text-language.test.ts.
  /^A file can have up to/,
  // Of mistakes in the program.
  /^no table of|^no conflict|the page has no session|superseded by|was cancelled$|of this check$/,
];

const notShownOfCore = [
  // Parts of sentences that are put together elsewhere.
  /^(?:Aa|"Aa"|participant Aa at visit Aa) (?:in|at|\()|^(?:no arm )?in (?:row|column)|^up to day|^from at least|^no arm in/,
  /^ |^[; ]*$|^AaAa|moreAa$|record Aa|records Aa|: Aa can be analysed|holds Aa, so|^only records of arm aa/,
  // Of fits that the command line asks for.
  /a straight line, so that its one mean|^the means are for|it is no comparison of means|^a family is the contrasts/,
];

/** What the core says to the command line, and what the page checks of plans and instruments before the core does. */
const notOfPage =
  /(?:fit_request|fit_json|compare_models|plan\w*|score_json|option_names|read_definition|check_definition|formula\w*|emmeans|items|registry)\.cpp$/;

const coreFiles = ['report', 'model', 'design', 'inference', 'instrument', 'covariance'].flatMap((folder) =>
  readdirSync(`src/${folder}`)
    .map((name) => `src/${folder}/${name}`)
    .filter((name) => name.endsWith('.cpp') && !notOfPage.test(name)),
);

describe('in German there is', () => {
  test('every sentence of the readers, the engine and the page itself', () => {
    const folders = ['web/read', 'web/engine', 'web/site', 'web/report-compare', 'web/embed'];
    const templates = templatesIn(folders, (name) => noSentences.test(name));
    expect(templates.length).toBeGreaterThan(200);
    expect(unknown(templates, notShownOfReaders)).toEqual([]);
  }, 120_000);

  test('every message and remedy of the core', () => {
    const templates = coreTemplates(coreFiles);
    expect(templates.length).toBeGreaterThan(150);
    expect(unknown(templates, notShownOfCore)).toEqual([]);
  });

  test('none that is told of is missed: an unknown one, one known to its half, and a value in English', () => {
    expect(leftInEnglish(['a.csv: something new was found'])).toHaveLength(1);
    expect(leftInEnglish(['the model did not converge: it was too hot'])).toHaveLength(1);
    expect(leftInEnglish(['a.csv: rows of empty cells were skipped (row 3)'])).toEqual([]);
  });

  test('no sentence twice', () => {
    const all = [
      messagesOfCore,
      messagesOfFiles,
      messagesOfInstruments,
      messagesOfModels,
      messagesOfParts,
      messagesOfPlans,
      messagesOfTables,
      messagesOfTrials,
    ].flatMap((words) => Object.keys(words));
    expect(all.filter((sentence, i) => all.indexOf(sentence) !== i)).toEqual([]);
    expect(Object.keys(messageWords)).toHaveLength(all.length);
  });
});
