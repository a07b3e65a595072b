// SPDX-License-Identifier: MIT
/** Words on what a file still waits for before anything of it is analysed. */
export const openWords = {
  id: (file: string) => `${file}: choose the participant column under \u201cColumns and reading\u201d.`,
  visit: (file: string) =>
    `${file}: choose the visit or day column under \u201cColumns and reading\u201d, or a date column; where the visits stand in the column names, gather them there.`,
  event: (file: string) => `${file}: choose the event column under \u201cColumns and reading\u201d.`,
  arm: (file: string) =>
    `${file}: no file says who was in which arm. Choose the arm column under \u201cColumns and reading\u201d, or add the file that has it.`,
  questionnaire: (file: string) =>
    `${file}: choose the questionnaire whose answers or scores it holds under \u201cColumns and reading\u201d.`,
  columns: (file: string, instrument: string) =>
    `${file}: ${instrument} is analysed as soon as its columns are chosen under \u201cColumns and reading\u201d; where the file has its finished score, choose that under \u201cGiven as\u201d.`,
};
