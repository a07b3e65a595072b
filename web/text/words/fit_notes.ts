// SPDX-License-Identifier: MIT
/** Words on models that fitted only just, or not at all: what it means for the result, and what to do. */
export const fitNoteWords = {
  /** The technical sentence stays beside the plain one. */
  beside: (plain: string, technical: string) => `${plain} In technical terms: ${technical}`,
  variance:
    'In these data participants differ no more in one respect (their level, or how fast they change) than chance alone would make ' +
    'them, so the model takes this difference as exactly zero. The effect of treatment is estimated all the same and can be ' +
    'used, but its interval does not count that zero as uncertain and may be a little too narrow. What to do: nothing in the ' +
    'data has to be mended; choose the simpler model without that part under \u201cAnalysis\u201d and see whether the effect stays ' +
    'much the same, and mention it in the report.',
  correlation:
    'These data are too few to tell how two things go together (such as participants\u2019 levels and how fast they change), so the ' +
    'model takes the link at the edge of what is possible. The effect of treatment is estimated all the same and can be used, ' +
    'but its interval does not count that link as uncertain and may be a little too narrow. What to do: nothing in the data ' +
    'has to be mended; choose the simpler model without that link under \u201cAnalysis\u201d and see whether the effect stays much ' +
    'the same, and mention it in the report.',
  fallback:
    'The model planned first found no reliable answer with these data, which often have too few participants, or too few with ' +
    'all visits, for it; the next simpler one was used, in the order set beforehand. The effect below is that of the ' +
    'simpler model, and its interval holds as far as that model fits. What to do: name the model that was used in the ' +
    'report, and say that the first could not be fitted.',
  noFit:
    'There is no result for this outcome: none of the models planned found a reliable answer with these data, and no number is ' +
    'given rather than a doubtful one. Often there are too few participants, or too few with all visits. What to do: look for ' +
    'visits or arms with few records under \u201cData\u201d, analyse fewer visits, or choose a simpler model under \u201cAnalysis\u201d.',
};
