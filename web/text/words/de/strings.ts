// SPDX-License-Identifier: MIT
/**
 * Every word of the page in German: each file here translates the one of its name in the folder above. Formal "Sie";
 * statistics are called as German journals call them; {placeholders} are those of the English sentence.
 */
import type { Strings } from '../../strings.js';
import { aboutWords } from './about.js';
import { analysisWords, resultWords } from './analysis.js';
import { answerWords } from './answers.js';
import { armWords } from './arms.js';
import { barWords } from './bar.js';
import { besideWords } from './beside.js';
import { calculatorWords } from './calculator.js';
import { frameWords } from './frame.js';
import { choiceWords } from './choices.js';
import { comparisonWords } from './comparisons.js';
import { confirmWords } from './confirm.js';
import { covariateWords } from './covariates.js';
import { dataWords, dropWords, introWords } from './data.js';
import { effectWords } from './effects.js';
import { errorWords } from './errors.js';
import { mendingWords } from './mending.js';
import { exampleWords } from './examples.js';
import { exportWords } from './export.js';
import { figureWords } from './figures.js';
import { fitNoteWords } from './fit_notes.js';
import { guideWords } from './guide.js';
import { historyWords } from './history.js';
import { instrumentWords, ownInstrumentWords } from './instrument.js';
import { languageWords } from './language.js';
import { mappingWords } from './mapping.js';
import { messageWords } from './messages.js';
import { methodWords } from './methods.js';
import { gateWords, noteWords } from './notes.js';
import { numberWords } from './numbers.js';
import { checkWords, outcomeWords, qualityWords } from './outcome.js';
import { openWords } from './open.js';
import { paragraphWords } from './paragraphs.js';
import { parameterWords } from './parameters.js';
import { participantWords } from './participants.js';
import { pickedWords } from './picked.js';
import { plotWords } from './plot.js';
import { policyWords } from './policy.js';
import { reportWords } from './report.js';
import { originWords, reproductionWords } from './reproduction.js';
import { scatteredWords } from './scattered.js';
import { selfCheckWords } from './self_check.js';
import { captionWords, directionWords, reasonWords, tableWords, visitWords } from './tables.js';
import { termWords } from './terms.js';
import { timeWords } from './time.js';

export const german: Strings = {
  language: 'de',
  name: 'Fatigue Calculator',
  listSeparator: ', ',
  languages: languageWords,
  intro: introWords,
  drop: dropWords,
  data: dataWords,
  instruments: instrumentWords,
  ownInstruments: ownInstrumentWords,
  mapping: mappingWords,
  outcome: outcomeWords,
  check: checkWords,
  quality: qualityWords,
  effects: effectWords,
  comparisons: comparisonWords,
  participants: participantWords,
  exports: exportWords,
  paragraphs: paragraphWords,
  history: historyWords,
  bar: barWords,
  reproduction: reproductionWords,
  origin: originWords,
  analysis: analysisWords,
  arms: armWords,
  covariates: covariateWords,
  guide: guideWords,
  results: resultWords,
  choices: choiceWords,
  gate: gateWords,
  visit: visitWords,
  tables: tableWords,
  captions: captionWords,
  reasons: reasonWords,
  direction: directionWords,
  notes: noteWords,
  messages: messageWords,
  open: openWords,
  picked: pickedWords,
  parameters: parameterWords,
  confirm: confirmWords,
  answers: answerWords,
  calculator: calculatorWords,
  frame: frameWords,
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
