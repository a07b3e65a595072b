// SPDX-License-Identifier: MIT
/**
 * Every word the page shows, in one place: another language is another object of this shape, and language.ts puts its words
 * in the place of these. Modules may keep a part of `strings`, as `const text = strings.methods`, for its words are always
 * those of the language chosen; a word kept at the top of a module would stay in the language it was in.
 */
import { aboutWords } from './words/about.js';
import { analysisWords, resultWords } from './words/analysis.js';
import { answerWords } from './words/answers.js';
import { armWords } from './words/arms.js';
import { besideWords } from './words/beside.js';
import { calculatorWords } from './words/calculator.js';
import { frameWords } from './words/frame.js';
import { choiceWords } from './words/choices.js';
import { comparisonWords } from './words/comparisons.js';
import { confirmWords } from './words/confirm.js';
import { covariateWords } from './words/covariates.js';
import { dataWords, dropWords, introWords } from './words/data.js';
import { effectWords } from './words/effects.js';
import { errorWords } from './words/errors.js';
import { mendingWords } from './words/mending.js';
import { exampleWords } from './words/examples.js';
import { exportWords } from './words/export.js';
import { figureWords } from './words/figures.js';
import { fitNoteWords } from './words/fit_notes.js';
import { guideWords } from './words/guide.js';
import { historyWords } from './words/history.js';
import { instrumentWords, ownInstrumentWords } from './words/instrument.js';
import { languageWords } from './words/language.js';
import { mappingWords } from './words/mapping.js';
import { messageWords } from './words/messages.js';
import { methodWords } from './words/methods.js';
import { barWords } from './words/bar.js';
import { gateWords, noteWords } from './words/notes.js';
import { checkWords, outcomeWords, qualityWords } from './words/outcome.js';
import { openWords } from './words/open.js';
import { numberWords } from './words/numbers.js';
import { paragraphWords } from './words/paragraphs.js';
import { parameterWords } from './words/parameters.js';
import { participantWords } from './words/participants.js';
import { pickedWords } from './words/picked.js';
import { plotWords } from './words/plot.js';
import { policyWords } from './words/policy.js';
import { reportWords } from './words/report.js';
import { originWords, reproductionWords } from './words/reproduction.js';
import { captionWords, directionWords, reasonWords, tableWords, visitWords } from './words/tables.js';
import { scatteredWords } from './words/scattered.js';
import { selfCheckWords } from './words/self_check.js';
import { termWords } from './words/terms.js';
import { timeWords } from './words/time.js';

import { wordsCopied } from './words_in_place.js';

export { choiceText, type Choice } from './words/choices.js';

/** As they are written here; `strings` is a copy, because its words change with the language. */
export const english = {
  /** Of the language of all these: a BCP 47 tag. */
  language: 'en',
  name: 'Fatigue Calculator',
  listSeparator: ', ',
  intro: introWords,
  drop: dropWords,
  data: dataWords,
  languages: languageWords,
  instruments: instrumentWords,
  ownInstruments: ownInstrumentWords,
  mapping: mappingWords,
  outcome: outcomeWords,
  check: checkWords,
  quality: qualityWords,
  effects: effectWords,
  comparisons: comparisonWords,
  parameters: parameterWords,
  participants: participantWords,
  exports: exportWords,
  paragraphs: paragraphWords,
  history: historyWords,
  bar: barWords,
  reproduction: reproductionWords,
  origin: originWords,
  calculator: calculatorWords,
  frame: frameWords,
  analysis: analysisWords,
  arms: armWords,
  covariates: covariateWords,
  guide: guideWords,
  results: resultWords,
  choices: choiceWords,
  confirm: confirmWords,
  answers: answerWords,
  gate: gateWords,
  visit: visitWords,
  tables: tableWords,
  captions: captionWords,
  reasons: reasonWords,
  direction: directionWords,
  notes: noteWords,
  open: openWords,
  picked: pickedWords,
  messages: messageWords,
  methods: methodWords,
  examples: exampleWords,
  beside: besideWords,
  figures: figureWords,
  fitNotes: fitNoteWords,
  numbers: numberWords,
  time: timeWords,
  report: reportWords,
  scattered: scatteredWords,
  plot: plotWords,
  selfCheck: selfCheckWords,
  about: aboutWords,
  terms: termWords,
  policy: policyWords,
  errors: errorWords,
  mending: mendingWords,
};

/** A language has the same words, whatever they say. */
type Words<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Words<Said>
    : { [Key in keyof T]: Words<T[Key]> };

export type Strings = Words<typeof english>;

export const strings: Strings = wordsCopied(english);
