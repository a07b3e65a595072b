// SPDX-License-Identifier: MIT
/** Words on records that lie on scattered days: what can be made of them. */
export const scatteredWords = {
  title: (file: string) => `${file}: records on scattered days`,
  clear:
    'Almost every participant was seen on days of their own. The days lie around planned visits, as it seems: take these, or ' +
    'name the days that were planned.',
  unclear:
    'Almost every participant was seen on days of their own, and the days do not show around which of them visits were ' +
    'planned: name the days that were planned.',
  take: (days: string) => `Take visits around days ${days}`,
  planned: 'Planned days',
  plannedHint: 'separated by commas; each record goes to the nearest',
  takePlanned: 'Take these visits',
  noDays: 'Give at least two whole numbers of days, such as 0, 28, 56.',
  eachDay: 'Take each day as a visit of its own',
  orLine:
    'A straight line over the days needs no visits: choose it as the model under \u201cAnalysis\u201d once there is an outcome.',
};
